//go:build unix

package service

import (
	"os"
	"syscall"
)

// hangupSignals are the signals that have a service read anew what it was started
// with.
func hangupSignals() []os.Signal { return []os.Signal{syscall.SIGHUP} }
