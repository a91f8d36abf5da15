// Package strtab numbers strings and puts them in order: millions of them, as a build meets
// them, in memory that the garbage collector need not look at. [Table] gives equal strings
// the same number, [List.Order] and [SortKeyed] sort by the first eight bytes and compare no
// more than they must, and [Push] and [Room] are for what grows to be large. Nothing in it
// is safe for concurrent use.
package strtab

import (
	"unsafe"
)

// List is a list of strings. It holds no pointers to them, so that the garbage
// collector need not look at it. The zero value is empty.
type List struct {
	letters []byte // of all strings, one behind the other
	ends    []int  // of each, in the letters
}

// len returns how many strings there are.
func (l *List) len() int { return len(l.ends) }

// At returns the string with a number, from 0 on.
func (l *List) At(number uint32) string {
	start := 0
	if number > 0 {
		start = l.ends[number-1]
	}
	letters := l.letters[start:l.ends[number]]
	return unsafe.String(unsafe.SliceData(letters), len(letters)) // which nobody writes to again
}

// Add adds a string that is made of some with a blank between two.
func (l *List) Add(parts ...string) {
	n := max(0, len(parts)-1)
	for _, p := range parts {
		n += len(p)
	}
	l.letters = Room(l.letters, n)
	for i, p := range parts {
		if i > 0 {
			l.letters = append(l.letters, ' ')
		}
		l.letters = append(l.letters, p...)
	}
	l.ends = Push(l.ends, len(l.letters))
}
