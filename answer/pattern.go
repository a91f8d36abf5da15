package answer

import (
	"regexp"
	"sync"
)

// pattern returns what compiles a regular expression when it is first called, since a
// question needs few of all that there are. It is safe for concurrent use.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
