package answer

import (
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// spelling is a text in its folded words, with a blank between two and, where
// punctuation stood, a comma as a word of its own; so that patterns find what people
// say however they write it. It knows where each word stands in the text.
type spelling struct {
	words  string
	starts []int // of each word, in words
	spans  []corpus.Span
}

func spell(text string, tokens []analysis.Token) spelling {
	var s spelling
	var b strings.Builder
	end := 0
	for i, t := range tokens {
		title := i > 1 && tokens[i-1].Upper && t.Upper && text[end:t.Start] == ": "                                          // Insidious: The Red Door
		if between := text[end:t.Start]; end > 0 && !title && between != "." && strings.ContainsAny(between, ",;:?!.()–—") { // 350.org is a name
			b.WriteString(" ,")
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		s.starts, s.spans = append(s.starts, b.Len()), append(s.spans, corpus.Span{Start: t.Start, End: t.End})
		b.WriteString(t.Word)
		end = t.End
	}
	s.words = b.String()
	return s
}

// place returns where in the text a range of the words stands: from the first word
// that begins in it to the last.
func (s spelling) place(start, end int) corpus.Span {
	var out corpus.Span
	for i, at := range s.starts {
		if at < start || at >= end {
			continue
		}
		if out.End == 0 {
			out.Start = s.spans[i].Start
		}
		out.End = s.spans[i].End
	}
	return out
}
