package retrievertest

import (
	"strings"

	"newshound/answer"
)

func checkOutlets(s *suite) {
	all := articles("flood bridge", "flood street", "flood flood", "flood tower")
	for i, outlet := range []string{"Valley Post", "Ashford Gazette", "", "Valley Post"} {
		all[i].Outlet = outlet
	}
	c := s.cover(all...)
	ask := func(outlets ...string) []answer.Hit {
		return c.query(answer.Query{Clauses: []answer.Clause{word("flood")}, Outlets: outlets, Limit: 10})
	}
	whole := ask()
	for _, test := range []struct {
		outlets []string
		want    string
	}{
		{nil, "2 0 1 3"},
		{[]string{"Valley Post"}, "0 3"},
		{[]string{"Ashford Gazette", "Valley Post"}, "0 1 3"},
		{[]string{"Post"}, ""},
	} {
		hits := ask(test.outlets...)
		if got := names(hits); got != test.want {
			c.errorf("of the outlets %q: %q, want %q", test.outlets, got, test.want)
		}
		for _, h := range hits {
			for _, other := range whole {
				if name(h.Passage) == name(other.Passage) {
					c.equal("in its outlet alone", h.Score, other.Score)
				}
			}
		}
	}
	if got := names(c.query(answer.Query{Clauses: []answer.Clause{word("flood")}, Outlets: []string{"Valley Post"}, Limit: 1})); got != "0" {
		c.errorf("one hit of an outlet: %q, want %q", got, "0")
	}
}

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
