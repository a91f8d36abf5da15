package answer

import (
	"newshound/answer/analysis"
	"newshound/corpus"
)

// PassageWords is the length, in words, up to which neighbouring paragraphs are
// joined into one passage; longer paragraphs are divided between sentences.
const PassageWords = 175

// Header returns what stands above the story, the second field that is searched
// beside its passages: headline, outlet, section, byline and date, each on a
// line.
func Header(a *corpus.Article) string {
	h := a.Headline + "\n" + a.Outlet + "\n" + a.Section + "\n" + a.Byline
	if !a.Published.IsZero() {
		h += "\n" + a.Published.Format("January 2, 2006")
	}
	return h
}

// Passages divides an article into the passages that are retrieved. Every
// paragraph is in exactly one of them, and a caption is in none with the story.
func Passages(a *corpus.Article) []corpus.Passage {
	var out []corpus.Passage
	open := -1 // index into out of a passage that may still grow
	size := 0
	for i, p := range a.Paragraphs {
		n := countWords(a.Text(p.Span))
		if n > PassageWords {
			out = appendSplit(out, a, i)
			open = -1
			continue
		}
		if open >= 0 && size+n <= PassageWords && p.Kind == a.Paragraphs[i-1].Kind {
			out[open].Last, out[open].End = i, p.End
			size += n
			continue
		}
		out = append(out, corpus.Passage{Article: a, First: i, Last: i, Span: p.Span})
		open, size = len(out)-1, n
	}
	return out
}

// appendSplit appends the passages of a paragraph that is too long for one.
func appendSplit(out []corpus.Passage, a *corpus.Article, i int) []corpus.Passage {
	p := a.Paragraphs[i]
	text := a.Text(p.Span)
	size := 0
	cur := corpus.Passage{Article: a, First: i, Last: i}
	for start, end := range analysis.Sentences(text) {
		n := countWords(text[start:end])
		if size > 0 && size+n > PassageWords {
			out = append(out, cur)
			size = 0
		}
		if size == 0 {
			cur.Start = p.Start + start
		}
		cur.End = p.Start + end
		size += n
	}
	return append(out, cur)
}

// countWords counts the runs of characters that are not white space.
func countWords(text string) int {
	n, in := 0, false
	for i := 0; i < len(text); i++ {
		space := text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r'
		if !space && !in {
			n++
		}
		in = !space
	}
	return n
}
