package engine

// doing is what it counts, in shares of a question's weight, that a quote tells who does what a short
// question asks for.
const doing = 0.25

// preferDoers credits the candidates that may be the best for it, if they tell who does what a short
// question asks for ([search.tellsWho]): in many others some name stands near what was done.
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
