package engine

import (
	"math"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

func TestConfidence(t *testing.T) {
	good := answer.Evidence{InQuote: 0.8, Passage: 1.2, Sentence: 0.7, Lead: 0.5, Told: 3, Home: 1, Clauses: 4, Passages: 1000}
	if c := confidence(good); c < enough {
		t.Errorf("a quote that meets nearly everything: %.2f", c)
	}
	for name, change := range map[string]func(v *answer.Evidence){
		"less is met":               func(v *answer.Evidence) { v.Passage = 0.3 },
		"less in its sentences":     func(v *answer.Evidence) { v.Sentence = 0.2 },
		"others are as good":        func(v *answer.Evidence) { v.Lead = 0 },
		"no article tells all":      func(v *answer.Evidence) { v.Told = 0 },
		"an outlet is not held":     func(v *answer.Evidence) { v.Outsiders = 0.5 },
		"less is met by the quote":  func(v *answer.Evidence) { v.InQuote = 0.1 },
		"no number where one is":    func(v *answer.Evidence) { v.NoNumber = true },
		"more is not met near it":   func(v *answer.Evidence) { v.Absent = 1.5 },
		"of another year":           func(v *answer.Evidence) { v.YearApart = true },
		"a word is never used":      func(v *answer.Evidence) { v.Unseen = 0.3 },
		"no word is at home here":   func(v *answer.Evidence) { v.Home = -2 },
		"a name stands elsewhere":   func(v *answer.Evidence) { v.NamesApart = 1 },
		"the article is longer":     func(v *answer.Evidence) { v.Further = 0.9 },
		"a thousand times the text": func(v *answer.Evidence) { v.Passages *= 1000 },
	} {
		worse := good
		change(&worse)
		if confidence(worse) >= confidence(good) {
			t.Errorf("%s: the confidence does not fall", name)
		}
	}
}

func TestConfidenceInTopic(t *testing.T) {
	v := answer.Evidence{InQuote: 1, Passage: 0.9, Sentence: 1, Lead: 0.05, Home: -0.3, Clauses: 2, Passages: 100_000}
	if c := confidence(v); c >= enough {
		t.Errorf("two words that stand near each other by chance: %.2f", c)
	}
	v.Topic = true
	if c := confidence(v); c < enough {
		t.Errorf("two words that are all that was given: %.2f", c)
	}
}

// TestTellingAll counts the articles of which a few sentences meet all of a question.
func TestTellingAll(t *testing.T) {
	named := func(id string) *corpus.Article { return &corpus.Article{Meta: corpus.Meta{ID: id}} }
	strike, vote := named("strike"), named("vote")
	of := func(a *corpus.Article, whole float64) ranked {
		r := ranked{proof: proof{whole: whole}}
		r.Passage.Article = a
		return r
	}
	if n := tellingAll([]ranked{of(strike, 1), of(named("strike"), 1.2), of(vote, 0.6), of(vote, 1)}); n != 2 {
		t.Errorf("two articles, one of them twice, are counted as %d", n)
	}
	if n := tellingAll([]ranked{of(strike, 0.9)}); n != 0 {
		t.Errorf("an article that meets most is counted as %d", n)
	}
}

// counts is an index that only counts words and articles.
type counts struct {
	answer.Index
	of      map[string]int // articles, by the term
	outlets []answer.OutletCount
}

func (c counts) DocFreq(term string) int { return c.of[term] }

func (c counts) Coverage() answer.Coverage { return answer.Coverage{Outlets: c.outlets} }

// TestFurther tells what stands of an article outside a passage of it.
func TestFurther(t *testing.T) {
	a := &corpus.Article{Body: strings.Repeat("He ran. ", 10)}
	for _, test := range []struct {
		end, passages int
		want          float64
	}{{len(a.Body), 100_000, 0}, {len(a.Body) / 4, 1_000_000_000, 0.75}, {len(a.Body) / 4, fewPassages, 0.375}} {
		p := corpus.Passage{Article: a, Span: corpus.Span{End: test.end}}
		if got := further(p, test.passages); math.Abs(got-test.want) > 1e-6 {
			t.Errorf("%d of %d bytes, in %d passages: %g stand elsewhere, want %g", test.end, len(a.Body), test.passages, got, test.want)
		}
	}
}

func TestNamesApart(t *testing.T) {
	name := inquiry.Word{Token: analysis.Token{Upper: true}, Name: true}
	lower, outlet, frame := name, name, name
	lower.Upper, outlet.Outlet, frame.Frame = false, true, true
	x := inquiry.Expansion{Passages: 100}
	var c candidate
	for _, w := range []struct {
		inquiry.Word
		known bool
		near  float64
	}{
		{name, true, proofArticle}, {name, true, 0}, // these count
		{name, true, proofHeader}, {name, false, 0}, {lower, true, 0}, {outlet, true, 0}, {frame, true, 0},
	} {
		x.Wants = append(x.Wants, inquiry.Want{Word: w.Word, Known: w.known, Info: 1})
		c.near, c.inside = append(c.near, w.near), append(c.inside, 0)
	}
	if got := weighEvidence(inquiry.Inquiry{}, x, c, ranked{Hit: answer.Hit{Passage: corpus.Passage{Article: new(corpus.Article)}}}).NamesApart; got != 2 {
		t.Errorf("%d names stand elsewhere, want 2", got)
	}
}

func TestYearApart(t *testing.T) {
	x := inquiry.Expansion{Passages: 100, Wants: []inquiry.Want{{Word: inquiry.Word{Token: analysis.Token{Word: "prize"}}}, {Word: inquiry.Word{Token: analysis.Token{Word: "2023"}}}}}
	for _, test := range []struct {
		prize, year float64
		want        bool
	}{{1, 1, false}, {0, proofHeader, false}, {1, proofArticle, true}, {1, 0, true}} {
		c := candidate{near: []float64{test.prize, test.year}, inside: []float64{0, 0}}
		if got := weighEvidence(inquiry.Inquiry{}, x, c, ranked{Hit: answer.Hit{Passage: corpus.Passage{Article: new(corpus.Article)}}}).YearApart; got != test.want {
			t.Errorf("the prize is met %g and its year %g: of another year %v", test.prize, test.year, got)
		}
	}
}
