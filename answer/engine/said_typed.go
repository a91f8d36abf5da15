package engine

import (
	"context"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
)

const (
	// speakerPassages is the number of passages, the best for a name, and speakerArticles
	// that of their articles, in which it is looked whether somebody of that name speaks.
	speakerPassages = 100
	speakerArticles = 30
)

// saidField matches a filter by a speaker whose name is not in quotation marks, and the words
// behind it, up to one that is to be without.
var saidField = analysis.Pattern(`(?i)(?:^|\s)(said:) *([^\s":“”„«»]+(?: [^\s":“”„«»-][^\s":“”„«»]*)+)`)

// withSpeakers returns a question with the name in quotation marks by which it asks for what
// somebody says, where the words behind “said:” begin with another name that has a speaker
// than the one that is read without: all of “said: ursula von der leyen”, and no more than
// the first of “said: Zuckerberg AI”. The error is the retriever's.
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
		is, err := e.isSpeaker(ctx, speaker.New(name))
		if err != nil {
			return "", err
		}
		if is && stop == end {
			return typed, nil // so it is read
		}
		if is {
			return typed[:start] + `"` + name + `"` + typed[stop:], nil
		}
	}
	return typed, nil
}

// isSpeaker reports whether one of the articles that a name stands in most has somebody of
// that name say something.
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
