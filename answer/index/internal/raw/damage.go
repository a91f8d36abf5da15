package raw

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
)

// ErrDamaged is wrapped by the error for a file whose bytes are not those that
// were written.
var ErrDamaged = errors.New("the index is damaged: make it again with `newshound index`")

// damage is what reading code panics with, deep down, when bytes are not what
// they must be. It never leaves the index: see [Guard].
type damage struct{ what string }

// Damaged panics.
func Damaged(format string, args ...any) {
	panic(damage{fmt.Sprintf(format, args...)})
}

// Guard turns a panic over damage into an error; it is deferred. Other panics go
// on.
func Guard(err *error) {
	if e := DamageOf(recover()); e != nil {
		*err = e
	}
}

// DamageOf returns the error that a recovered panic over damage stands for, nil for
// nil, and panics again for any other. A page that the system cannot read any more,
// since the file has been cut short or its disk has failed, counts as damage if
// [debug.SetPanicOnFault] is set.
func DamageOf(recovered any) error {
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

// Faults has a page of the file that cannot be read panic rather than end the
// process, until the function that it returns is called.
func Faults() (restore func()) {
	before := debug.SetPanicOnFault(true)
	return func() { debug.SetPanicOnFault(before) }
}
