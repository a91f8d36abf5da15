package analysis

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Pattern returns what compiles a regular expression when it is first called, since a
// question needs few of all that there are. It panics there if the expression is none.
// What is returned is safe for concurrent use.
func Pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// MayHold reports whether a text has one of some parts, which are in small letters, in
// whatever case: where none of what a pattern begins with stands there, it need not be tried.
func MayHold(text string, parts ...string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(lower, p) })
}
