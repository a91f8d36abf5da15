//go:build unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"
)

// notifyResize has c told when the terminal's window changes its size.
func notifyResize(c chan<- os.Signal) { signal.Notify(c, syscall.SIGWINCH) }
