package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"newshound/answer/align"
	"newshound/corpus"
)

// Source is a part of an article, divided into words, in which a quote is looked for. It is
// not changed once it has been read.
type Source struct {
	Article *corpus.Article
	// Words are its words; their ranges are of the article's body.
	Words []align.Word
	// Paragraphs are the numbers of their paragraphs, as indices of the article's; outside for those
	// that are of none.
	Paragraphs []int
}

// outside is in the place of a paragraph for words that stand between those of the story, and are no
// part of it: Advertisement.
const outside = -1

// margin is how much is read before and behind a passage, in bytes and beside twice
// the quote's own length; behind it and before it stands the rest of a quote that it
// holds a piece of. A quote that marks words as left out may go on much later.
const (
	margin       = 200
	marginElided = 1 << 14
)

// Around returns what is to be read of an article's body to find the quote in a passage:
// that, and what stands around it.
func (q Quote) Around(p corpus.Passage) corpus.Span { return q.around(p, marginElided) }

// Near returns what is to be read to find what comes near the quote in a passage, which is less.
func (q Quote) Near(p corpus.Passage) corpus.Span { return q.around(p, marginElided/4) }

// around returns a passage and what stands around it: more, if words are left out.
func (q Quote) around(p corpus.Passage, more int) corpus.Span {
	around := margin + 2*len(q.Text)
	if len(q.Parts) > 1 {
		around += more
	}
	return corpus.Span{Start: max(0, p.Start-around), End: min(p.End+around, len(p.Article.Body))}
}

// MayStand reports whether of each part of the quote the longest word that is written short nowhere may
// stand in a passage or around it, by a look at its bytes that costs next to nothing beside reading it.
func (q Quote) MayStand(p corpus.Passage) bool {
	around := p.Article.Text(q.Around(p))
	return !slices.ContainsFunc(q.Parts, func(part []align.Word) bool {
		longest := ""
		for _, w := range part {
			if len(w.Key) > len(longest) && isPlain(w.Key) {
				longest = w.Key
			}
		}
		return longest != "" && !mayHave(around, longest)
	})
}

// mayHave reports whether a text may have a word of small ASCII letters, in either case and with hyphens in
// it. With a letter that is not ASCII, or a soft hyphen, it always may.
func mayHave(text, word string) bool {
	const punctuation = 0xe2 // begins dashes, quotation marks and the like in UTF-8, of three bytes
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == punctuation:
			i += 2
		case c >= utf8.RuneSelf, c|0x20 == word[0] && mayBegin(text[i:], word):
			return true
		}
	}
	return false
}

// mayBegin reports whether a text may begin with a word, as mayHave says it, of which it has the first letter.
func mayBegin(text, word string) bool {
	at := 0
	for i := 0; at < len(word); i++ {
		switch {
		case i == len(text):
			return false
		case text[i] >= utf8.RuneSelf:
			return true
		case text[i]|0x20 == word[at]:
			at++
		case text[i] != '-':
			return false
		}
	}
	return true
}

// Read reads a part of an article's body with its words divided as the quote divides them
// (re-open, reopen).
func (q Quote) Read(a *corpus.Article, part corpus.Span) *Source { return read(a, part, q.compounds) }

// ReadPage reads a part of an article's body as it stands on the page: with what lies between the
// paragraphs and is no part of the story. ok reports whether there is any.
func (q Quote) ReadPage(a *corpus.Article, part corpus.Span) (s *Source, ok bool) {
	gap := func(i int) corpus.Span { // before a paragraph
		if i == 0 || a.Paragraphs[i-1].End <= part.Start || a.Paragraphs[i].Start >= part.End {
			return corpus.Span{}
		}
		return corpus.Span{Start: a.Paragraphs[i-1].End, End: a.Paragraphs[i].Start}
	}
	for i := range a.Paragraphs {
		ok = ok || strings.TrimSpace(a.Text(gap(i))) != ""
	}
	if !ok {
		return nil, false
	}
	s = &Source{Article: a}
	for i, p := range a.Paragraphs {
		between := gap(i)
		s.add(between, between, outside, q.compounds)
		s.add(p.Span, part, i, q.compounds)
	}
	return s, true
}

// WordsOf returns the words of a text, divided as the quote divides them.
func (q Quote) WordsOf(text string) []align.Word { return q.compounds.rewrite(text, align.Words(text)) }

// Read reads a part of an article's body. What begins or ends inside a word or outside of
// the story is no part of it.
func Read(a *corpus.Article, part corpus.Span) *Source { return read(a, part, compounds{}) }

func read(a *corpus.Article, part corpus.Span, c compounds) *Source {
	s := &Source{Article: a}
	for i, p := range a.Paragraphs {
		s.add(p.Span, part, i, c)
	}
	return s
}

// add adds the words of a paragraph that lie in a part of the body.
func (s *Source) add(p, part corpus.Span, paragraph int, c compounds) {
	span := corpus.Span{Start: max(p.Start, part.Start), End: min(p.End, part.End)}
	if span.Start >= span.End {
		return
	}
	text := s.Article.Text(span)
	words := align.Words(text)
	if span.Start > p.Start && len(words) > 0 {
		words = words[1:]
	}
	if span.End < p.End && len(words) > 0 {
		words = words[:len(words)-1]
	}
	for _, w := range c.rewrite(text, words) {
		w.Start += span.Start
		w.End += span.Start
		s.Words = append(s.Words, w)
		s.Paragraphs = append(s.Paragraphs, paragraph)
	}
}

// Between returns the range of the words that lie in a part of the body.
func (s *Source) Between(part corpus.Span) (from, to int) {
	for from < len(s.Words) && s.Words[from].Start < part.Start {
		from++
	}
	for to = from; to < len(s.Words) && s.Words[to].End <= part.End; {
		to++
	}
	return from, to
}
