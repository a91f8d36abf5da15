package engine

import (
	"context"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/followup"
	"newshound/answer/syntax"
)

// asking is a question as it is read: in the light of the one before, and without the
// filter that it is to drop.
type asking struct {
	followup.Reading
	// corrected are the words that were read as others before anything else.
	corrected []answer.Correction
}

// read reads a question. A quote that is to be checked is no question, whatever words it has:
// it stays as it is. The error is the context's or the retriever's.
func (e *Engine) read(ctx context.Context, q answer.Question) (asking, error) {
	if q.Form == answer.CheckQuote && q.Drop == "" {
		return asking{Reading: followup.Reading{Text: q.Text}}, nil
	}
	text, corrected := e.untwisted(q.Text)
	q.Text = text
	reading, err := e.readTyped(ctx, q)
	return asking{reading, corrected}, err
}

// readTyped reads a question whose words are typed right.
func (e *Engine) readTyped(ctx context.Context, q answer.Question) (followup.Reading, error) {
	text, err := e.withSpeakers(ctx, written(syntax.WithoutOpenMarks(q.Text)))
	if err != nil {
		return followup.Reading{}, err
	}
	q.Text, q.Previous = text, written(q.Previous)
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

// untwisted returns a question with the words of asking right in which two letters have
// changed places: sya is say. What is a word of a dictionary or of the coverage stays, and so
// does a question with words that are to be found as they are typed.
func (e *Engine) untwisted(text string) (string, []answer.Correction) {
	if asTyped(text) {
		return text, nil
	}
	words := strings.Fields(text)
	var corrected []answer.Correction
	for i, word := range words {
		bare := strings.TrimRight(word, ".,!?")
		if len(bare) < 3 || len(bare) > longestAsking || i > 0 && bare != strings.ToLower(bare) {
			continue // others are no such words, or names
		}
		right, ok := untwist(strings.ToLower(bare))
		if !ok || analysis.Ordinary(strings.ToLower(bare)) || e.index.DocFreq(e.analyzer.Term(strings.ToLower(bare))) > 0 {
			continue
		}
		words[i] = right + word[len(bare):]
		corrected = append(corrected, answer.Correction{From: bare, To: right})
	}
	if corrected == nil {
		return text, nil
	}
	return strings.Join(words, " "), corrected
}

// untwist returns the one word of asking in which two neighbours of another have changed
// places.
func untwist(word string) (right string, ok bool) {
	if askingWords(word) {
		return "", false
	}
	letters := []byte(word)
	for i := 1; i < len(letters); i++ {
		letters[i-1], letters[i] = letters[i], letters[i-1]
		if w := string(letters); askingWords(w) {
			if ok && w != right {
				return "", false
			}
			right, ok = w, true
		}
		letters[i-1], letters[i] = letters[i], letters[i-1]
	}
	return right, ok
}

// askingWords are those that most questions have one of, and that the coverage's own words do
// not help to read, for it is not searched for most of them. Of three letters are only some:
// many of their like are initials.
var askingWords = analysis.Words(`say did the and who how what when where which why does have were said says about from with tell between since
	before after that this they there please according`)

// longestAsking is the length of the longest of them.
const longestAsking = 9

// chatForms are words as people shorten them where they chat, and in full.
var chatForms = map[string]string{"abt": "about", "u": "you", "dept": "department", "govt": "government", "gov't": "government", "pls": "please", "plz": "please", "thx": "thanks", "w/": "with", "b4": "before"}

// written returns a question without the courtesies around it and the reasons for it, put
// as one where it asks for quotes by that name, and with the words in full that are
// shortened in it. What has quotation marks or asks for a form stays as it
// is: words are to be found there as they are typed.
func written(text string) string {
	if asTyped(text) {
		return text
	}
	text = syntax.Wanted(syntax.TopicOf(syntax.WithoutReason(syntax.Bare(text))))
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

// standalone returns the text that asks the same on any day, "" where that is what
// was typed.
func (s *search) standalone(a asking, q answer.Question) string {
	text := s.drafts.SpelledOut(a.Text, q.Day())
	counts := func(o syntax.Spoken) bool { return o.Counted && !o.Unknown }
	if _, typed := s.request.Asked(); s.inquiry.Lately && !typed {
		d := s.drafts.Of(text, q.Day())
		d.Set(syntax.FieldAsked, s.day.Format(time.DateOnly))
		text = d.String()
	} else if slices.ContainsFunc(s.spoken, counts) {
		text = s.drafts.Of(text, q.Day()).String()
	}
	if text == q.Text {
		return ""
	}
	return text
}
