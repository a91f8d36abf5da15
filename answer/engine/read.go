package engine

import (
	"context"
	"strings"

	"newshound/answer"
	"newshound/answer/followup"
	"newshound/answer/syntax"
)

// asking is a question as it is read: in the light of the one before, and without a filter
// that was to be dropped.
type asking struct {
	followup.Reading
	// corrected are words that were mended first; see untwisted.
	corrected []answer.Correction
}

// read reads a question. A quote to be checked stays as it is, whatever words it has. The error
// is the context's or the retriever's.
func (e *Engine) read(ctx context.Context, q answer.Question) (asking, error) {
	if q.Form == answer.CheckQuote && q.Drop == "" {
		return asking{Reading: followup.Reading{Text: q.Text}}, nil
	}
	text, corrected := e.untwisted(q.Text)
	q.Text = text
	reading, err := e.readTyped(ctx, q)
	return asking{reading, corrected}, err
}

// readTyped reads a question whose words of asking are typed right.
func (e *Engine) readTyped(ctx context.Context, q answer.Question) (followup.Reading, error) {
	text, err := e.withSpeakers(ctx, e.untitled(written(syntax.WithoutOpenMarks(q.Text))))
	if err != nil {
		return followup.Reading{}, err
	}
	if q.Text, err = e.withInitials(ctx, text); err != nil {
		return followup.Reading{}, err
	}
	if q.Previous, err = e.withInitials(ctx, written(q.Previous)); err != nil {
		return followup.Reading{}, err
	}
	switch q.Form {
	case "":
		q.Text, q.Previous = e.drafts.Compared(q.Text), e.drafts.Compared(q.Previous)
	case answer.Compare:
		_, q.Text = syntax.FormOf(e.drafts.Compared(syntax.As(answer.Compare, q.Text)))
	}
	if q.Drop != "" {
		d := e.drafts.Of(q.Text, q.Day())
		d.Drop(q.Drop)
		return followup.Reading{Text: d.String()}, nil
	}
	if q.Previous != "" && q.Form == "" {
		a, err := e.followUps.Read(ctx, q)
		if err != nil || a.FollowUp || a.Unclear != nil {
			return a, err
		}
	}
	return followup.Reading{Text: q.Text}, nil
}

// chatForms are words as people shorten them where they chat, and in full.
var chatForms = map[string]string{"abt": "about", "u": "you", "dept": "department", "govt": "government", "gov't": "government", "pls": "please", "plz": "please", "thx": "thanks", "w/": "with", "b4": "before"}

// written returns a question without courtesies and reasons, with words in full that people
// shorten, and turned into a question where it asks for quotes or a topic. A text with quotation
// marks or of a form of its own stays as it is: its words are to be found as they are typed.
func written(text string) string {
	if asTyped(text) {
		return text
	}
	text = syntax.HappenedTo(syntax.Wanted(syntax.TopicOf(syntax.WithoutReason(syntax.Bare(text)))))
	words, shortened := strings.Fields(text), false
	for i, word := range words {
		bare := strings.TrimRight(word, ".,!?")
		if full, ok := chatForms[bare]; ok {
			words[i], shortened = full+word[len(bare):], true
		}
	}
	if !shortened {
		return text
	}
	return strings.Join(words, " ")
}

// asTyped reports whether a question has words that are to be found as they are typed, or is
// so long that it is a pasted text.
func asTyped(text string) bool {
	form, _ := syntax.FormOf(text)
	return form != "" || len(text) > syntax.MaxSpoken || strings.ContainsAny(text, "\"“”„«»")
}
