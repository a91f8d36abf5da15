package bot

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// MaxQuestion is the size in bytes of the longest question that is answered.
const MaxQuestion = 100 << 10

// maxPrevious is the size in bytes of the longest question that a follow-up can go on from. A
// longer one is pasted text, which would take long to read anew for every “and Putin?”.
const maxPrevious = 8 << 10

// The reasons not to ask a question.
var (
	ErrEmptyQuestion = errors.New("there is no question")
	ErrLongQuestion  = fmt.Errorf("the question is too long: %d KB is the most", MaxQuestion>>10)
)

// CleanQuestion returns the text of a question as the engine should see it: in
// valid UTF-8, on one line, without control characters, and not longer than
// [MaxQuestion]. A text without a letter or a number is no question. The error is
// [ErrEmptyQuestion] or [ErrLongQuestion].
func CleanQuestion(text string) (string, error) {
	if len(text) > MaxQuestion {
		return "", ErrLongQuestion
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text))
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return "", ErrEmptyQuestion
	}
	return text, nil
}
