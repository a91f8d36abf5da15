//go:build unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// notifyResize has c told when the terminal's window changes its size.
func notifyResize(c chan<- os.Signal) { signal.Notify(c, syscall.SIGWINCH) }

// stop stops the process and its process group until the shell continues it. Without a shell that
// could, the system does not stop it.
func stop() {
	const soon = time.Second // by when it has stopped, if it does
	goesOn := make(chan os.Signal, 1)
	signal.Notify(goesOn, syscall.SIGCONT)
	defer signal.Stop(goesOn)
	if syscall.Kill(0, syscall.SIGTSTP) != nil {
		return
	}
	timer := time.NewTimer(soon)
	defer timer.Stop()
	select {
	case <-goesOn:
	case <-timer.C:
	}
}
