package wording

import "newshound/answer/align"

// compounds are the words of a quote that others write otherwise: with a hyphen, or without, as re-open,
// reopen; or short, as $8bn. They count as the same words.
type compounds struct {
	whole   map[string]bool    // the words that are written as one
	divided map[string]int     // those with a hyphen, without it, to how many bytes stand before it
	behind  map[[2]string]bool // each word with the one before it
}

// newCompounds returns those of a quote. A word that the quote itself writes both ways is one word.
func newCompounds(q Quote) compounds {
	c := compounds{whole: make(map[string]bool), divided: make(map[string]int), behind: make(map[[2]string]bool)}
	for _, part := range q.Parts {
		for i, w := range part {
			if i > 0 && hyphenated(q.Text, part[i-1], w) {
				c.divided[part[i-1].Key+w.Key] = len(part[i-1].Key)
			}
			c.whole[w.Key] = true
			if i > 0 {
				c.behind[[2]string{part[i-1].Key, w.Key}] = true
			}
		}
	}
	return c
}

// before returns how many bytes of a word stand before the hyphen that the quote has in it, or 0.
func (c compounds) before(key string) int {
	if len(c.divided) == 0 {
		return 0
	}
	return c.divided[key]
}

// hyphenated reports whether only a hyphen stands between two words of a text.
func hyphenated(text string, a, b align.Word) bool {
	between := text[a.End:b.Start]
	return between == "-" || between == "‐" || between == "‑"
}

// inFull reports whether the quote has a word, and if that may be short for something else, behind the
// number that stands before it.
func (c compounds) inFull(number, full string) bool {
	return c.whole[full] && (number == "" || c.behind[[2]string{number, full}] || isUnit[full])
}

// rewrite returns words of a text as the quote writes them: with two as one where it has no
// hyphen between them, and one as two where it has; and in full what it has in full.
func (c compounds) rewrite(text string, words []align.Word) []align.Word {
	if len(c.whole) == 0 {
		return words
	}
	words = inFull(words, c.inFull)
	out := make([]align.Word, 0, len(words))
	for i := 0; i < len(words); i++ {
		w := words[i]
		if i+1 < len(words) && hyphenated(text, w, words[i+1]) && c.whole[w.Key+words[i+1].Key] {
			i++
			w = align.Word{Start: w.Start, End: words[i].End, Key: w.Key + words[i].Key}
		}
		if n := c.before(w.Key); n > 0 && len(w.Key) == w.End-w.Start {
			out = append(out, align.Word{Start: w.Start, End: w.Start + n, Key: w.Key[:n]})
			w = align.Word{Start: w.Start + n, End: w.End, Key: w.Key[n:]}
		}
		out = append(out, w)
	}
	return out
}
