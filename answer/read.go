package answer

import (
	"context"
	"strings"
)

// asking is a question as it is read: in the light of the one before, and without the
// filter that it is to drop.
type asking struct {
	text     string
	followUp bool
	unclear  *Unclear
}

// read reads a question. The error is the context's or the retriever's.
func (e *Engine) read(ctx context.Context, q Question) (asking, error) {
	q.Text, q.Previous = written(q.Text), written(q.Previous)
	switch q.Form {
	case "":
		q.Text, q.Previous = e.compared(q.Text), e.compared(q.Previous)
	case Compare:
		_, q.Text = FormOf(e.compared(Compare.As(q.Text)))
	}
	if q.Drop != "" {
		d := e.draftOf(q.Text, q.day())
		d.drop(q.Drop)
		return asking{text: d.String()}, nil
	}
	if q.Previous != "" && q.Form == "" {
		a, err := e.followUp(ctx, q)
		if err != nil || a.followUp || a.unclear != nil {
			return a, err
		}
	}
	return asking{text: q.Text}, nil
}

// chatForms are words as people shorten them where they chat, and in full.
var chatForms = map[string]string{"abt": "about", "u": "you", "dept": "department", "govt": "government", "gov't": "government", "pls": "please", "plz": "please", "thx": "thanks", "w/": "with", "b4": "before"}

// written returns a question without the courtesies around it and the reasons for it, put
// as one where it asks for quotes by that name, and with the words in full that are
// shortened in it. What has quotation marks or asks for a form stays as it
// is: words are to be found there as they are typed.
func written(text string) string {
	if form, _ := FormOf(text); form != "" || len(text) > maxSpoken || strings.ContainsAny(text, "\"“”„«»") {
		return text
	}
	text = wanted(topicOf(withoutReason(bare(text))))
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

// standalone returns the text that asks the same on any day, "" where that is what
// was typed.
func (e *Engine) standalone(a asking, q Question, said []spoken) string {
	text := e.calendar(q.day()).withDays(a.text)
	for _, s := range said {
		if s.counted && !s.unknown {
			text = e.draftOf(text, q.day()).String()
			break
		}
	}
	if text == q.Text {
		return ""
	}
	return text
}
