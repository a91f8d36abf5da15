package analysis

import (
	"regexp"
	"sync"
)

// Pattern returns what compiles a regular expression when it is first called, since a
// question needs few of all that there are. It panics there if the expression is none.
// What is returned is safe for concurrent use.
func Pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
