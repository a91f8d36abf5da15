package engine

import (
	"context"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
)

// initials matches several of a name.
var initials = analysis.Pattern(`\b\p{Lu}\.(?: ?\p{Lu}\.){1,3}`)

// withInitials returns a question with initials written as the coverage has them: J. K. Rowling as J.K.
// Rowling, or the other way round, where it does not have that name as typed.
func (e *Engine) withInitials(ctx context.Context, text string) (string, error) {
	if asTyped(text) || !strings.Contains(text, ".") {
		return text, nil
	}
	var out strings.Builder
	done := 0
	for _, at := range initials().FindAllStringIndex(text, -1) {
		out.WriteString(text[done:at[0]])
		done = at[1]
		as, err := e.initialsAsHeld(ctx, text[at[0]:at[1]], text[at[1]:])
		if err != nil {
			return "", err
		}
		out.WriteString(as)
	}
	return out.String() + text[done:], nil
}

// initialsAsHeld returns initials as the coverage writes them before the name that follows: as they are typed,
// if it has that, since the other form may be somebody else's. Where it has no such name, they are joined if
// it has these initials as one word, and apart otherwise.
func (e *Engine) initialsAsHeld(ctx context.Context, typed, rest string) (string, error) {
	letters := strings.FieldsFunc(typed, func(r rune) bool { return r == '.' || r == ' ' })
	joined, apart := strings.Join(letters, ".")+".", strings.Join(letters, ". ")+"."
	forms := []string{joined, apart}
	if strings.Contains(typed, " ") {
		forms = []string{apart, joined}
	}
	if name := e.analyzer.Tokens(rest); len(name) > 0 && name[0].Upper {
		for _, form := range forms {
			if held, err := e.holdsInOrder(ctx, form+rest[:name[0].End]); held || err != nil {
				return form, err
			}
		}
	}
	if e.index.DocFreq(e.analyzer.Term(strings.ToLower(strings.Join(letters, "")))) > 0 {
		return joined, nil
	}
	return apart, nil
}

// holdsInOrder reports whether some passage has the words of a text side by side.
func (e *Engine) holdsInOrder(ctx context.Context, text string) (bool, error) {
	var terms []string
	for _, t := range e.analyzer.Tokens(text) {
		terms = append(terms, t.Term)
	}
	hits, err := e.index.Retrieve(ctx, answer.Query{Clauses: []answer.Clause{{Alts: []answer.Alt{{Terms: terms, Weight: 1}}, Weight: 1}}, Limit: 1})
	return len(hits) > 0, err
}
