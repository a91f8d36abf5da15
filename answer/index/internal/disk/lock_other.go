//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package disk

import (
	"errors"
	"os"
)

// CanLock tells whether this system's files can be locked.
const CanLock = false

// tryLock says that it cannot.
func tryLock(*os.File) (locked bool, err error) { return false, errors.ErrUnsupported }
