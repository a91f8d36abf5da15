package analysis

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Pattern returns a function that compiles a regular expression when it is first called,
// since a question needs few of all that there are. That call panics if the expression is
// malformed. The function is safe for concurrent use.
func Pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// MayHold reports whether a text has one of some parts, in whatever case. The parts are in
// small letters. It is asked before a pattern, all of whose matches have one of them, is tried.
func MayHold(text string, parts ...string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(lower, p) })
}
