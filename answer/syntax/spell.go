package syntax

import (
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/corpus"
)

// Spelling is a text in its folded words, with a blank between two and, where
// punctuation stood, a comma as a word of its own; so that patterns find what people
// say however they write it. It knows where each word stands in the text.
type Spelling struct {
	Words  string
	Starts []int         // of each word, in Words
	Spans  []corpus.Span // of each word, in the text
}

// Spell returns the spelling of a text with these tokens.
func Spell(text string, tokens []analysis.Token) Spelling {
	var s Spelling
	var b strings.Builder
	end := 0
	for i, t := range tokens {
		between := text[end:t.Start]
		joined := between == "." || // 350.org
			between == ": " && i > 1 && tokens[i-1].Upper && t.Upper || // Insidious: The Red Door
			between == ". " && calendar.Month(tokens[max(0, i-1)].Word) > 0 && strings.ContainsAny(t.Word[:1], "0123456789") // Nov. 5
		if end > 0 && !joined && strings.ContainsAny(between, ",;:?!.()–—") {
			b.WriteString(" ,")
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		s.Starts, s.Spans = append(s.Starts, b.Len()), append(s.Spans, corpus.Span{Start: t.Start, End: t.End})
		b.WriteString(spelt(t.Word))
		end = t.End
	}
	s.Words = b.String()
	return s
}

// spelt returns a word, and of a date in figures with full stops, which is one word, its parts: 2018 07 27.
func spelt(word string) string {
	if strings.Count(word, ".") == 2 {
		if day, _, ok := calendar.Parse(word); ok {
			return day.Format("2006 01 02")
		}
	}
	return word
}

// Word returns the i-th word, with the comma behind it if there is one; "" where there is none.
func (s Spelling) Word(i int) string {
	if i < 0 || i >= len(s.Starts) {
		return ""
	}
	end := len(s.Words)
	if i+1 < len(s.Starts) {
		end = s.Starts[i+1]
	}
	return strings.TrimSpace(s.Words[s.Starts[i]:end])
}

// Place returns where in the text a range of the words stands: from the first word
// that begins in it to the last.
func (s Spelling) Place(start, end int) corpus.Span {
	var out corpus.Span
	for i, at := range s.Starts {
		if at < start || at >= end {
			continue
		}
		if out.End == 0 {
			out.Start = s.Spans[i].Start
		}
		out.End = s.Spans[i].End
	}
	return out
}
