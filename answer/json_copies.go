package answer

import "newshound/corpus"

// wireCopy is a copy of a quote, with the words that stand there.
type wireCopy struct {
	Article   string `json:"article"`
	Outlet    string `json:"outlet,omitempty"`
	Headline  string `json:"headline,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Paragraph int    `json:"paragraph"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Quote     string `json:"quote"`
}

func wireCopies(also []Citation) []wireCopy {
	var out []wireCopy
	for _, c := range also {
		m := c.Article.Meta
		out = append(out, wireCopy{
			Article: m.ID, Outlet: m.Outlet, Headline: m.Headline, Published: corpus.FormatTime(m.Published), URL: m.URL,
			Paragraph: c.Where().N, Start: c.Start, End: c.End, Quote: c.Article.Text(c.Span),
		})
	}
	return out
}
