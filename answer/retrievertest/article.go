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
