package answer

import (
	"time"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/corpus"
)

// NamedDate is a day or a month that a quote names in its own words.
type NamedDate struct {
	corpus.Span // in the quote
	// First and Last are the days that it means, at midnight UTC, as far as the words
	// alone tell: both are zero where they leave out the year.
	First, Last time.Time
}

// Dates returns the days and months that the quote names, in order. What they mean
// is another thing than when the article was published, [corpus.Meta].Published.
func (s Snippet) Dates() []NamedDate {
	tokens := new(analysis.Analyzer).Tokens(s.Quote)
	var out []NamedDate
	for _, d := range calendar.Find(s.Quote, tokens) {
		n := NamedDate{Span: corpus.Span{Start: d.Start, End: d.End}}
		if d.First.Year() > 0 {
			n.First, n.Last = d.First, d.Last
		}
		out = append(out, n)
	}
	return out
}
