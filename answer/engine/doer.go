package engine

// doing is what a quote gains, in shares of the question's weight, that tells who does what a short question
// asks about.
const doing = 0.25

// preferDoers credits candidates that tell who does what a short question asks about ([search.tellsWho]):
// in many others some name just stands near it. Only those are tried that could become the best by it.
func (s *search) preferDoers(scorer *scorer, found []candidate) {
	if verb, ok := s.verbOf(); !ok || verb > 0 || len(s.found.sides) > 0 {
		return
	}
	worth := doing * min(1, fullWeight/max(scorer.total, 1e-9))
	top := 0.0
	for i := range found {
		top = max(top, found[i].score)
	}
	for i := range found {
		if c := &found[i]; c.score > top-worth && s.tellsWho(*c) {
			c.merits.doer = worth
			c.score = c.merits.sum()
		}
	}
}
