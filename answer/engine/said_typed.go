package engine

import (
	"context"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/inquiry"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
)

const (
	// speakerPassages is the number of passages, the best for a name, and speakerArticles that of
	// their articles, that are searched for a speaker of that name.
	speakerPassages = 100
	speakerArticles = 30
)

// saidField matches a filter by a speaker whose name is not in quotation marks, and the words
// behind it, up to the next filter.
var saidField = analysis.Pattern(`(?i)(?:^|\s)(said:) *([^\s":“”„«»]+(?: [^\s":“”„«»-][^\s":“”„«»]*)+)`)

// withSpeakers returns a question with the name behind “said:” in quotation marks, where that
// is the name of a speaker and would not be read so without them: all of “said: ursula von der
// leyen”, and only the first word of “said: Zuckerberg AI”. The error is the retriever's.
func (e *Engine) withSpeakers(ctx context.Context, typed string) (string, error) {
	if !strings.Contains(typed, ":") {
		return typed, nil
	}
	at := saidField().FindStringSubmatchIndex(typed)
	if at == nil {
		return typed, nil
	}
	var r syntax.Request
	end, ok := r.SaidAt(typed, at[2])
	if !ok {
		return typed, nil
	}
	start, words := at[4], strings.Fields(typed[at[4]:at[5]])
	for n := min(len(words), speaker.MostWords); n > 0; n-- {
		name := strings.TrimRight(strings.Join(words[:n], " "), ".,;!?)")
		stop := start + len(name)
		switch {
		case !strings.HasPrefix(typed[start:], name), speaker.JoinsOther(words[n-1]):
			continue
		case n == 1 && len(words) > 1 && speaker.IsGiven(analysis.Fold(name)) && !analysis.IsLower(words[1]):
			return typed, nil // somebody else of that given name
		}
		is, err := e.isSpeaker(ctx, speaker.New(speaker.Untitled(name)))
		if err != nil {
			return "", err
		}
		if is && stop == end {
			return typed, nil // it is read so anyway
		}
		if is {
			return typed[:start] + `"` + name + `"` + typed[stop:], nil
		}
	}
	return typed, nil
}

// untitled returns a question for what somebody says without the titles before the name.
func (e *Engine) untitled(text string) string {
	if len(text) > syntax.MaxSpoken {
		return text
	}
	name, _, _ := e.asksOf(inquiry.Inquiry{Text: text})
	if bare := speaker.Untitled(name); bare != name {
		return strings.Replace(text, name, bare, 1)
	}
	return text
}

// isSpeaker reports whether somebody of a name says something in one of the articles that have
// the name most often.
func (e *Engine) isSpeaker(ctx context.Context, n speaker.Name) (bool, error) {
	q := answer.Query{Limit: speakerPassages}
	for _, w := range n {
		for _, row := range rowsOf(e.analyzer.Tokens(w)) {
			q.Clauses = append(q.Clauses, answer.Clause{Alts: []answer.Alt{{Terms: row, Weight: 1}}, Weight: 1})
		}
	}
	if len(q.Clauses) == 0 {
		return false, nil
	}
	hits, err := e.index.Retrieve(ctx, q)
	read := make(map[string]bool)
	for _, h := range hits {
		if a := h.Passage.Article; !read[a.ID] && len(read) < speakerArticles {
			if read[a.ID] = true; e.speeches.has(a, n) {
				return true, nil
			}
		}
	}
	return false, err
}
