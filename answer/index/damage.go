package index

import (
	"errors"
	"fmt"
	"runtime"
)

// ErrDamaged is wrapped by the error for a file whose bytes are not those that
// were written.
var ErrDamaged = errors.New("the index is damaged: make it again with `newshound index`")

// damage is what reading code panics with, deep down, when bytes are not what
// they must be. It never leaves this package: see guard.
type damage struct{ what string }

// damaged panics.
func damaged(format string, args ...any) {
	panic(damage{fmt.Sprintf(format, args...)})
}

// guard turns a panic over damage into an error; it is deferred. Other panics go
// on.
func guard(err *error) {
	if e := damageOf(recover()); e != nil {
		*err = e
	}
}

// damageOf returns the error that a recovered panic over damage stands for, nil for
// nil, and panics again for any other. A page that the system cannot read any more,
// since the file has been cut short or its disk has failed, counts as damage if
// [debug.SetPanicOnFault] is set.
func damageOf(recovered any) error {
	switch v := recovered.(type) {
	case nil:
		return nil
	case damage:
		return fmt.Errorf("%w (%s)", ErrDamaged, v.what)
	case interface {
		runtime.Error
		Addr() uintptr
	}:
		return fmt.Errorf("%w (the file cannot be read any more)", ErrDamaged)
	default:
		panic(v)
	}
}
