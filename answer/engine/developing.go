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
	// mostCounting is the number of words of the longest question for a figure of a story: a longer
	// one tells of which day.
	mostCounting = 7
	// nearEvent is how well each word for the event is met near a figure of it.
	nearEvent = proofHeader
	// apartStories is the time without a figure from which on they are of two stories.
	apartStories = 21 * 24 * time.Hour
	// figureTold is what a figure of the event counts for a quote, in shares of the question's
	// weight, and figureNewest how much more the newest of its story does, which halves in so many
	// days: the difference between two quotes that tell one is small.
	figureTold    = 0.25
	figureNewest  = 0.8
	figureHalfDay = 1
	// shrunk is the share of the highest count told before that a newer one of all has at least.
	shrunk = 0.8
)

// follow puts first what tells most of a story as it goes on: its newest count, the newest report of
// who or what something is by then, or where it is asked what happened what the articles about that
// begin with. It returns the candidate that was the best without that, or nil.
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

// figures are the quotes, by their places among the candidates, that tell a figure that a question
// asks for, and that figure.
type figures map[int]float64

// newestFigures returns what it is worth that candidates, by their places, tell how many died, or were
// counted for something else: what was told on the third day more than what was on the first.
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

// lastly tells how shortly before another candidate's article that of a candidate was published: 1
// on the same day, half of that so many days before.
func lastly(c, last *candidate, half float64) float64 {
	days := calendar.Day(last.article.Published).Sub(calendar.Day(c.article.Published)).Hours() / 24
	return math.Exp2(-days / half)
}

// figuresIn returns the figures that the candidates tell of what a short question counts, near all
// that it says of the event.
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

// counting returns, of the words of a short question that asks for a count, which are for what is
// counted, and which for what was done to them, and reports whether it asks for one.
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
	if !slices.Contains(tells, true) {
		tells = noun
	}
	return noun, tells, true
}

// countsAnyone reports whether a question counts people of any kind: it says no other.
func (s *search) countsAnyone(noun []bool) bool {
	for i, w := range s.inquiry.Words {
		if noun[i] && !answertype.Anyones(w.Word) {
			return false
		}
	}
	return true
}

// nearEvent reports whether all that a question says of the event, beside what is counted and what
// was done to them, stands near a candidate.
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

// participle reports whether a word behind what is counted may tell what was done to it: how many
// people arrested.
func participle(word string) bool {
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing")
}

// falling are words for what a story counts fewer of as it goes on.
var falling = analysis.Words("still left remain remains remaining missing")

// deadly are words for what kills, and for no death.
var deadly = analysis.Words("deadly deadlier deadliest")

// storyOf returns the places of the candidates whose figures are of one story, by when they were
// published: that of which most articles tell, a while apart from all others. What falls may have been
// more before.
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

// grown leaves out of a story, in order, what a count of all of it cannot be: far fewer than were
// told before.
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
