package answer

import "context"

// asking is a question as it is read: in the light of the one before, and without the
// filter that it is to drop.
type asking struct {
	text     string
	followUp bool
	unclear  *Unclear
}

// read reads a question. The error is the context's or the retriever's.
func (e *Engine) read(ctx context.Context, q Question) (asking, error) {
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
