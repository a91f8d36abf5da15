package answer

import "newshound/corpus"

// wireSpeech tells who says what of a quote. Said are ranges of the quote like
// Marks; the parts are ranges of the article's body.
type wireSpeech struct {
	Kind    string    `json:"kind"`
	Said    [][2]int  `json:"said"`
	Speaker *wirePart `json:"speaker,omitempty"` // absent where it is unclear
	Unclear bool      `json:"unclear,omitempty"`
	Source  *wirePart `json:"source,omitempty"`
	Cue     *wirePart `json:"cue,omitempty"`
}

// wirePart is words of an article with where they stand.
type wirePart struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

func wireSpeechOf(c Citation) []wireSpeech {
	part := func(s corpus.Span) *wirePart {
		if s.Len() == 0 {
			return nil
		}
		return &wirePart{c.Article.Text(s), s.Start, s.End}
	}
	var out []wireSpeech
	for _, s := range c.Speech() {
		w := wireSpeech{
			Kind: s.Kind.String(), Unclear: s.Unclear(),
			Speaker: part(s.Speaker), Source: part(s.Source), Cue: part(s.Cue),
		}
		for _, p := range s.Said {
			w.Said = append(w.Said, [2]int{p.Start, p.End})
		}
		out = append(out, w)
	}
	return out
}
