package engine

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/syntax"
)

const (
	// mostCounting is the number of words of the longest question that asks for the newest figure of a
	// story: a longer one says itself which figure it wants.
	mostCounting = 7
	// nearEvent is how well each word for the event must be met near a figure of it.
	nearEvent = proofHeader
	// apartStories is the time without a figure that divides two stories.
	apartStories = 21 * 24 * time.Hour
	// figureTold is what a quote gains, in shares of the question's weight, for a figure of the event,
	// and figureNewest what it gains more for the newest of its story. The latter halves with every
	// figureHalfDay days before that.
	figureTold    = 0.25
	figureNewest  = 0.8
	figureHalfDay = 1
	// shrunk is the share of the highest count so far below which a newer one is no count of the whole.
	shrunk = 0.8
)

// follow puts first what the newest reports of a developing story tell: its newest count, or who holds
// an office by now. Where it is asked what happened, that is what the articles about it begin with. It
// returns the candidate that was the best before, or nil if it changed nothing.
func (s *search) follow(found []candidate) (instead *candidate) {
	worth := s.newestFigures(found)
	if worth == nil {
		worth = s.newestState(found)
	}
	if worth == nil {
		worth = s.leads(found)
	}
	if len(worth) == 0 {
		return nil
	}
	top := found[0]
	for i, c := range found {
		if c.score > top.score {
			top = c
		}
		found[i].merits.story, found[i].merits.agreed = worth[i], 0 // what many tell was told before
		found[i].score = found[i].merits.sum()
	}
	return &top
}

// figures are the figures that a question asks for, by the index of the candidate that tells them.
type figures map[int]float64

// newestFigures returns what candidates gain, by their indexes, that tell how many died or were counted
// otherwise: a count of the third day is worth more than one of the first.
func (s *search) newestFigures(found []candidate) map[int]float64 {
	told := s.figuresIn(found)
	if len(told) == 0 {
		return nil
	}
	story := storyOf(found, told, analysis.AnyWord(s.question, falling))
	worth := make(map[int]float64)
	for i := range told {
		worth[i] = figureTold
		if slices.Contains(story, i) {
			worth[i] += figureNewest * lastly(&found[i], &found[story[len(story)-1]], figureHalfDay)
		}
	}
	return worth
}

// lastly is 1 for a candidate published on the day of the last one, and halves with every so many
// days before.
func lastly(c, last *candidate, half float64) float64 {
	days := calendar.Day(last.article.Published).Sub(calendar.Day(c.article.Published)).Hours() / 24
	return math.Exp2(-days / half)
}

// figuresIn returns the figures of candidates that tell what a short question asks to count, near
// everything that it says of the event.
func (s *search) figuresIn(found []candidate) figures {
	noun, tells, ok := s.counting()
	if !ok {
		return nil
	}
	out := make(figures)
	for i := range found {
		if c := &found[i]; c.kind && s.mayBeNewest(c.article) && s.nearEvent(c, noun, tells) {
			if n, ok := s.figureIn(c, noun, tells); ok {
				out[i] = n
			}
		}
	}
	return out
}

// counting reports whether a short question asks for a count; and if so, which of its words are for what is
// counted (noun), and which for what was done to them (tells).
func (s *search) counting() (noun, tells []bool, ok bool) {
	in := s.inquiry
	if in.Expect != answertype.Number && in.Expect != answertype.Toll || len(in.Text) > syntax.MaxSpoken || len(in.Words) > mostCounting || len(in.Dates) > 0 || len(in.Sides) > 0 {
		return nil, nil, false
	}
	many := slices.IndexFunc(s.question, func(t analysis.Token) bool { return t.Word == "many" })
	if in.Expect != answertype.Toll && many < 0 {
		return nil, nil, false
	}
	noun, tells = make([]bool, len(in.Words)), make([]bool, len(in.Words))
	for i, w := range in.Words {
		switch {
		case in.Expect == answertype.Toll:
			tells[i] = slices.Contains(answertype.Toll.Words(), w.Term)
			noun[i] = many >= 0 && w.At == many+1 && !tells[i]
		case w.At <= many || w.Name || w.Frame:
		case w.At == many+1 || i > 0 && noun[i-1] && w.At == in.Words[i-1].At+1 && !participle(w.Word):
			noun[i] = true
		case !slices.Contains(tells, true):
			tells[i] = true
		}
	}
	does := slices.ContainsFunc(s.question[max(many, 0):], func(t analysis.Token) bool { return answertype.Auxiliaries(t.Word) })
	if i := last(noun); i > 0 && noun[i-1] && !does && !slices.Contains(tells, true) && !strings.HasSuffix(in.Words[i].Word, "s") {
		noun[i], tells[i] = false, true // how many people work there
	}
	if !slices.Contains(tells, true) {
		tells = noun
	}
	return noun, tells, true
}

// last returns the index of the last that is true, -1 for none.
func last(of []bool) int {
	for i, is := range slices.Backward(of) {
		if is {
			return i
		}
	}
	return -1
}

// countsAnyone reports whether a question counts people of any kind.
func (s *search) countsAnyone(noun []bool) bool {
	for i, w := range s.inquiry.Words {
		if noun[i] && !answertype.Anyones(w.Word) {
			return false
		}
	}
	return true
}

// nearEvent reports whether everything that a question says of the event, but for what is counted and
// what was done to them, stands near a candidate.
func (s *search) nearEvent(c *candidate, noun, tells []bool) bool {
	for i, w := range s.quotable.Wants {
		if !noun[i] && !tells[i] && !w.Word.Frame && !w.Word.Outlet && c.near[i] < nearEvent {
			return false
		}
	}
	return true
}

// figureIn returns the figure that a candidate tells, the highest of all its sentences.
func (s *search) figureIn(c *candidate, noun, tells []bool) (most float64, ok bool) {
	text := c.text()
	for start, end := range analysis.Sentences(text) {
		sentence := text[start:end]
		tokens := s.analyzer.Tokens(sentence)
		met := func(i int, of []bool) bool {
			at := c.Start + start + tokens[i].Start
			return slices.ContainsFunc(c.matches, func(m match) bool { return of[m.want] && m.Start <= at && at < m.End && asGood(m.weight) == 1 })
		}
		count := answertype.Count{
			Year:   c.article.Published.Year(),
			Anyone: s.countsAnyone(noun),
			Of:     func(i int) bool { return met(i, noun) },
			Tells: func(i int) bool {
				if s.inquiry.Expect == answertype.Toll {
					return slices.Contains(answertype.Toll.Words(), tokens[i].Term) && !deadly(tokens[i].Word)
				}
				return met(i, tells)
			},
		}
		if n, told := count.In(sentence, tokens); told && (!ok || n > most) {
			most, ok = n, true
		}
		if count.OfAnotherYear(tokens) {
			break
		}
	}
	return most, ok
}

// participle reports whether a word behind what is counted may tell what was done to it, as “arrested” in
// “how many people arrested”.
func participle(word string) bool {
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing")
}

// falling are words for what a story counts fewer of as it goes on.
var falling = analysis.Words("still left remain remains remaining missing")

// deadly are words for what kills, and for no death.
var deadly = analysis.Words("deadly deadlier deadliest")

// storyOf divides the figures into stories that are a while apart, and returns the candidates of the one
// that most articles tell, by their indexes and in the order of time. Unless the count falls as the story
// goes on, those that are too low are left out.
func storyOf(found []candidate, told figures, falls bool) (story []int) {
	all := slices.Collect(maps.Keys(told))
	slices.SortFunc(all, func(x, y int) int {
		a, b := &found[x], &found[y]
		return cmp.Or(calendar.Day(a.article.Published).Compare(calendar.Day(b.article.Published)), cmp.Compare(told[y], told[x]), cmp.Compare(x, y))
	})
	most := 0
	for from := 0; from < len(all); {
		to, articles := from+1, 1
		for ; to < len(all) && found[all[to]].article.Published.Sub(found[all[to-1]].article.Published) < apartStories; to++ {
			if found[all[to]].article.ID != found[all[to-1]].article.ID {
				articles++
			}
		}
		if articles >= most {
			most, story = articles, all[from:to]
		}
		from = to
	}
	if falls {
		return story
	}
	return grown(story, told)
}

// grown leaves out of a story, in order of time, figures that are far lower than one before, and so can be
// no count of the whole. They are deleted from told, too.
func grown(story []int, told figures) (out []int) {
	most := 0.0
	for _, i := range story {
		if told[i] >= shrunk*most {
			out = append(out, i)
		} else {
			delete(told, i)
		}
		most = max(most, told[i])
	}
	return out
}
