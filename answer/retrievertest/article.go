package retrievertest

import (
	"strings"

	"newshound/answer"
)

func checkArticle(s *suite) {
	filler := strings.Repeat("bridge street market ", 50) // a paragraph that fills a passage
	c := s.cover(
		article("a", "", "flood "+filler, "river "+filler),
		article("b", "", "river "+filler, "castle "+filler),
		article("c", "", "castle "+filler, "tower "+filler),
	)
	score := func(share float64, passage string) float64 {
		q := answer.Query{Clauses: []answer.Clause{word("flood"), word("river")}, Article: share, Limit: all}
		for _, h := range c.query(q) {
			if name(h.Passage) == passage {
				return h.Score
			}
		}
		return 0
	}
	const second = "a+1058" // the second passage of a
	if first, other := score(1, "a")-score(0, "a"), score(1, second)-score(0, second); first <= 0 {
		c.errorf("an article's share adds %v", first)
	} else {
		c.equal("an article's share to its second passage", other, first)
		c.equal("half an article's share", score(0.5, "a")-score(0, "a"), first/2)
	}
	if score(1, "a") <= score(1, "b") {
		c.errorf("of two passages alike, that of the article that holds more must score more: %v, %v", score(1, "a"), score(1, "b"))
	}
	if found := score(1, "b+1058"); found != 0 {
		c.errorf("a passage that holds nothing is found for its article's sake, with %v", found)
	}
}

// checkHeld has articles that have a word once or often, in one passage, another or the header.
func checkHeld(s *suite) {
	filler := strings.Repeat("bridge street market ", 50) // a paragraph that fills a passage
	c := s.cover(
		article("a", "", "flood "+filler, "tower "+filler),
		article("b", "river", "flood flood "+filler, "castle "+filler),
		article("c", "", "castle tower flood "+filler),
	)
	clauses := []answer.Clause{word("flood"), clause(2, alt(0.8, "river"), alt(0.5, "tower")), word("xylophone")}
	for _, share := range []float64{0, 0.3, 1} {
		want := map[string]float64{"a": 2, "a+1058": 2, "b": 2.6, "b+1064": 2.6, "c": 2}
		hits := c.query(answer.Query{Clauses: clauses, Article: share, Limit: all})
		if len(hits) != len(want) {
			c.errorf("%d hits, want %d", len(hits), len(want))
		}
		for _, h := range hits {
			held := want[name(h.Passage)]
			if share == 0 {
				held = 0
			}
			c.equal("what the article of "+name(h.Passage)+" has", h.Held, held)
		}
	}
}

// checkDepth has an article whose second passage would come first for its
// article's sake, and does only where it is within the depth.
func checkDepth(s *suite) {
	filler := strings.Repeat("bridge street market ", 50) // a paragraph that fills a passage
	c := s.cover(
		article("a", "", "flood river flood river "+filler, "river "+filler),
		article("b", "", "flood flood "+filler, "castle "+filler),
		article("c", "", "river river "+filler, "tower "+filler),
	)
	for _, test := range []struct {
		depth, limit int
		want         string
	}{
		{0, all, "a a+1076 b c"},
		{all, all, "a a+1076 b c"},
		{all, 2, "a a+1076"},
		{4, 2, "a a+1076"},
		{3, 2, "a b"},
		{0, 2, "a b"},
		{1, 2, "a b"},
		{3, 3, "a b c"},
		{2, 4, "a a+1076 b c"},
		{1, 1, "a"},
		{all, 0, ""},
	} {
		hits := c.query(answer.Query{
			Clauses: []answer.Clause{word("flood"), word("river")},
			Article: 1, Depth: test.depth, Limit: test.limit,
		})
		if got := names(hits); got != test.want {
			c.errorf("depth %d, limit %d: %q, want %q", test.depth, test.limit, got, test.want)
		}
	}
}

// checkMeasure has passages of falling scores, of which one is the measure.
func checkMeasure(s *suite) {
	all := articles(
		"flood flood flood flood river bridge",
		"flood flood flood river bridge street",
		"flood river bridge street market tower",
		"flood bridge street market tower castle harbor street market tower castle harbor",
	)
	c := s.cover(all...)
	score := func(passage string) float64 { return c.score(passage, word("flood")) }
	for _, test := range []struct {
		measure answer.Measure
		want    string
	}{
		{answer.Measure{}, "0 1 2 3"},
		{answer.Measure{Article: all[1], Share: 1}, "0 1"},
		{answer.Measure{Article: all[1], At: 30, Share: 0.999 * score("2") / score("1")}, "0 1 2"},
		{answer.Measure{Article: all[1], Share: 1.001 * score("2") / score("1")}, "0 1"},
		{answer.Measure{Article: all[0], Share: 0.001}, "0 1 2 3"},
		{answer.Measure{Article: all[1], At: 1000, Share: 1}, "0 1 2 3"},
		{answer.Measure{Article: article("other", "", "flood"), Share: 1}, "0 1 2 3"},
	} {
		q := answer.Query{Clauses: []answer.Clause{word("flood")}, Limit: 10, Measure: test.measure}
		if got := names(c.query(q)); got != test.want {
			c.errorf("measured by %d with %v: %q, want %q", test.measure.At, test.measure.Share, got, test.want)
		}
	}
}
