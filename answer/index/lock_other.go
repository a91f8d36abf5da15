//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package index

import (
	"errors"
	"os"
)

// canLock tells whether this system's files can be locked.
const canLock = false

// tryLock says that it cannot.
func tryLock(*os.File) (locked bool, err error) { return false, errors.ErrUnsupported }
