package retrievertest

import (
	"strings"

	"newshound/answer"
)

func checkFrequency(s *suite) {
	c := s.cover(articles(
		"flood river bridge street market",
		"flood flood flood bridge street",
		"bridge street market tower castle",
		"flood flood bridge street market",
		"flood flood flood flood bridge",
	)...)
	c.expect("4 1 3 0", word("flood"))
	gain := c.score("0", word("flood"))
	before := gain
	for _, passage := range []string{"3", "1", "4"} {
		score := c.score(passage, word("flood"))
		if score-before >= gain {
			c.errorf("one more occurrence, in passage %s, is worth %v, the one before was worth %v", passage, score-before, gain)
		}
		before, gain = score, score-before
	}
}

func checkLength(s *suite) {
	c := s.cover(articles(
		"flood bridge street market tower castle harbor",
		"flood bridge",
		"flood bridge street market",
	)...)
	c.expect("1 2 0", word("flood"))
}

func checkTies(s *suite) {
	texts := make([]string, 70)
	for i := range texts {
		texts[i] = "flood bridge street"
	}
	texts[33] = "flood flood bridge"
	c := s.cover(articles(texts...)...)
	hits := c.retrieve(5, word("flood"))
	if got, want := names(hits), "33 0 1 2 3"; got != want {
		c.errorf("of %d passages alike but the 34th, limit 5: %q, want %q", len(texts), got, want)
	}
	if got := c.retrieve(all, word("bridge")); len(got) != len(texts) {
		c.errorf("%d hits, want all %d", len(got), len(texts))
	}
}

func checkLimit(s *suite) {
	texts := make([]string, 40)
	for i := range texts { // the later passages are better, and some are equal
		texts[i] = strings.Repeat("flood ", 1+i/3) + strings.Repeat("bridge ", 20-i/3)
	}
	c := s.cover(articles(texts...)...)
	whole := c.retrieve(all, word("flood"))
	if len(whole) != len(texts) {
		c.errorf("%d hits, want all %d", len(whole), len(texts))
	}
	for limit := range len(texts) + 2 {
		got, want := names(c.retrieve(limit, word("flood"))), names(whole[:min(limit, len(whole))])
		if got != want {
			c.errorf("limit %d: %q, want %q", limit, got, want)
		}
	}
}

func checkNothing(s *suite) {
	c := s.cover(articles("flood bridge street", "market tower castle")...)
	c.expect("")
	c.expect("", word("xylophone"))
	c.expect("", clause(1))
	c.expect("", clause(1, answer.Alt{Weight: 1}))
	c.expect("", phrase("flood", "xylophone"))
	c.expect("", phrase("xylophone", "flood"))
	c.expect("0", word("xylophone"), clause(1), word("flood"))
	s.cover().expect("", word("flood"))
}

func checkClauses(s *suite) {
	c := s.cover(articles(
		"flood river bridge",
		"flood flood street market tower castle",
		"river bridge street",
	)...)
	flood, river := word("flood"), word("river")
	for _, passage := range []string{"0", "1", "2"} {
		sum := c.score(passage, flood) + c.score(passage, river)
		c.equal("two clauses", c.score(passage, flood, river), sum)
		c.equal("two clauses, turned round", c.score(passage, river, flood), sum)
		c.equal("one clause twice", c.score(passage, flood, flood), 2*c.score(passage, flood))
		c.equal("a clause of weight 2.5", c.score(passage, clause(2.5, alt(1, "flood"))), 2.5*c.score(passage, flood))
	}
	c = s.cover(articles("flood tower", "river tower")...)
	c.expect("0 1", clause(5, alt(1, "flood")), river)
	c.expect("1 0", flood, clause(5, alt(1, "river")))
}

func checkAlternatives(s *suite) {
	c := s.cover(articles(
		"flood river bridge",
		"flood flood street market tower castle",
		"river bridge street",
		"flooding overflow river bridge deluge market",
	)...)
	both := clause(1, alt(0.8, "flood"), alt(0.5, "river"))
	for _, passage := range []string{"0", "1", "2", "3"} {
		flood, river := c.score(passage, word("flood")), c.score(passage, word("river"))
		c.equal("an alternative of weight 0.4", c.score(passage, clause(1, alt(0.4, "flood"))), 0.4*flood)
		c.equal("the better of two alternatives", c.score(passage, both), max(0.8*flood, 0.5*river))
		c.equal("two alternatives, turned round", c.score(passage, clause(1, both.Alts[1], both.Alts[0])), max(0.8*flood, 0.5*river))
		c.equal("an alternative twice", c.score(passage, clause(3, alt(1, "flood"), alt(1, "flood"))), 3*flood)
		c.equal("an unknown alternative", c.score(passage, clause(1, alt(1, "xylophone"), alt(0.5, "river"))), 0.5*river)
		c.equal("alternatives in two clauses", c.score(passage, both, both, word("bridge")),
			2*max(0.8*flood, 0.5*river)+c.score(passage, word("bridge")))
		c.equal("a phrase beside a word", c.score(passage, clause(1, alt(0.9, "river", "bridge"), alt(0.3, "bridge"))),
			max(0.9*c.score(passage, phrase("river", "bridge")), 0.3*c.score(passage, word("bridge"))))
	}
}

// checkParts asks for what each clause is worth, with and without the article's share.
func checkParts(s *suite) {
	filler := strings.Repeat("street market castle ", 50) // a paragraph that fills a passage
	c := s.cover(
		article("a", "river", "flood flood bridge "+filler, "river tower "+filler),
		article("b", "", "tower bridge bridge "+filler),
	)
	clauses := []answer.Clause{clause(2, alt(1, "flood"), alt(0.4, "tower")), word("xylophone"), word("river"), clause(0.5, alt(1, "bridge"))}
	for _, share := range []float64{0, 0.7} {
		ask := func(clauses ...answer.Clause) map[string]answer.Hit {
			hits := make(map[string]answer.Hit)
			for _, h := range c.query(answer.Query{Clauses: clauses, Article: share, Limit: all, Parts: true}) {
				if len(h.Parts) != len(clauses) {
					c.errorf("%s: %d parts of %d clauses", name(h.Passage), len(h.Parts), len(clauses))
					h.Parts = make([]float64, len(clauses))
				}
				hits[name(h.Passage)] = h
			}
			return hits
		}
		for passage, h := range ask(clauses...) {
			sum := 0.0
			for i, part := range h.Parts {
				sum += part
				alone := ask(clauses[i])[passage]
				if share == 0 || alone.Score > 0 { // what only its article holds is not found alone
					c.equal("a part of "+passage, part, alone.Score)
				}
			}
			c.equal("the parts of "+passage+" together", sum, h.Score)
		}
	}
	for _, h := range c.retrieve(all, clauses...) {
		if h.Parts != nil {
			c.errorf("%s: parts that nobody asked for", name(h.Passage))
		}
	}
}
