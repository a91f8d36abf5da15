package retrievertest

import (
	"strings"
	"time"

	"newshound/corpus"
)

// checkPassages finds the passage of an article, not the article.
func checkPassages(s *suite) {
	filler := strings.Repeat("bridge street market ", 50) // a paragraph that fills a passage
	a := article("a", "", "flood "+filler, "river "+filler, "castle "+filler)
	b := article("b", "", "market river", "castle")
	b.Paragraphs[1].Kind = corpus.Caption
	c := s.cover(a, b)
	c.expect("a", word("flood"))
	c.expect("b a+1058", word("river"))
	c.expect("b+14 a+2116", word("castle"))
	for _, h := range c.retrieve(all, word("castle")) {
		if p := h.Passage; p.First != p.Last || p.Span != p.Article.Paragraphs[p.First].Span {
			c.errorf("%s: paragraphs %d to %d, bytes %v", name(p), p.First, p.Last, p.Span)
		}
	}
}

// checkHeader finds what stands above the story.
func checkHeader(s *suite) {
	filler := strings.Repeat("bridge street market ", 50)
	a := article("a", "Flood warning", filler, "tower "+filler)
	b := article("b", "Bridge closed", "flood river")
	b.Outlet, b.Section, b.Byline = "Harbor Gazette", "Science", "Jane Quill"
	b.Published = time.Date(2019, time.October, 9, 0, 0, 0, 0, time.UTC)
	c := s.cover(a, b)
	for _, w := range []string{"harbor", "gazette", "science", "quill", "october", "2019"} {
		c.expect("b", word(w))
	}
	c.expect("a a+1052", word("warning"))
	if c.score("a", word("flood")) == 0 || c.score("a+1052", word("flood")) == 0 {
		c.errorf("the headline holds for every passage")
	}
	if both, one := c.score("a+1052", word("warning"), word("tower")), c.score("a+1052", word("tower")); both <= one {
		c.errorf("a word of the headline adds nothing to one of the passage: %v, %v", both, one)
	}
}

func checkPhrases(s *suite) {
	c := s.cover(articles(
		"flood warning bridge street",         // 0: side by side
		"flood severe warning bridge street",  // 1: one word between
		"flood of warning bridge street",      // 2: one stop word between
		"flood severe red warning bridge",     // 3: two words
		"flood of the warning bridge street",  // 4: two stop words
		"warning flood bridge street",         // 5: turned round
		"flood bridge street market",          // 6: one term missing
		"Floods, warnings. Bridge and street", // 7: other forms of the words
		"warning flood warning bridge",        // 8: turned round, and then right
		"flood flood severe warning bridge",   // 9: the first is too far off
	)...)
	found := func(want string, words ...string) {
		got := make(map[string]bool)
		for _, h := range c.retrieve(all, phrase(words...)) {
			got[name(h.Passage)] = true
		}
		for w := range strings.FieldsSeq(want) {
			if !got[w] {
				c.errorf("“%s” is not found in %s", strings.Join(words, " "), w)
			}
			delete(got, w)
		}
		for w := range got {
			c.errorf("“%s” is found in %s", strings.Join(words, " "), w)
		}
	}
	found("0 1 2 7 8 9", "flood", "warning")
	found("5 8", "warning", "flood")
	found("9", "flood", "flood")
	found("0 1 2 7 8 9", "flood", "warning", "bridge")
	found("0 1 2 7", "flood", "warning", "bridge", "street")
	found("", "bridge", "warning")
	found("", "street", "street")
}

// checkPhraseFrequency counts a phrase at the places where it ends, and finds it
// among words that lead astray.
func checkPhraseFrequency(s *suite) {
	c := s.cover(articles(
		"red flood warning tower market street",
		"red flood warning red flood warning",
		"red flood flood tower warning street", // the second flood leads on, the first does not
		"red red flood warning tower market",   // ends once, though it begins twice
	)...)
	c.expect("1 0 2 3", phrase("red", "flood", "warning"))
	one := c.score("0", phrase("red", "flood", "warning"))
	c.equal("a phrase with a word between", c.score("2", phrase("red", "flood", "warning")), one)
	c.equal("a phrase that begins twice", c.score("3", phrase("red", "flood", "warning")), one)
	c.equal("a phrase against a word", one, c.score("0", word("warning")))
}
