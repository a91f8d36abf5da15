package corpus

import (
	"errors"
	"fmt"
)

// MaxArticleBytes is the largest body that is loaded. The longest stories ever
// printed are below one mebibyte; what is larger than this is not an article,
// and would be held in memory as one.
const MaxArticleBytes = 16 << 20

// ErrMalformed is wrapped by the error for one item that cannot be used, or not
// wholly.
var ErrMalformed = errors.New("malformed")

// ItemError is the error for one item of a source that cannot be used, or not
// wholly: a file, or a line of one. It wraps [ErrMalformed].
type ItemError struct {
	File string // as the user wrote the source's name, and what is below it
	Line int    // 1 is the first; 0 where the whole file is meant
	// Problem says what is wrong and what to do about it.
	Problem string
}

// Error returns "file:line: problem".
func (e *ItemError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Problem)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Problem)
}

// Unwrap returns [ErrMalformed].
func (e *ItemError) Unwrap() error { return ErrMalformed }

// DuplicateError is the error for an article whose id another article of the
// corpus has already. It wraps [ErrMalformed].
type DuplicateError struct {
	ID           string
	First, Again string // the origins of the article that is kept and of the one that is not
}

// Error names the id, and the origins where they are known.
func (e *DuplicateError) Error() string {
	again, first := e.Again, e.First
	if again == "" {
		again = "an article"
	}
	if first == "" {
		first = "another article"
	}
	return fmt.Sprintf("%s: id %q is already used by %s: give one of them another id; the first is kept", again, e.ID, first)
}

// Unwrap returns [ErrMalformed].
func (e *DuplicateError) Unwrap() error { return ErrMalformed }
