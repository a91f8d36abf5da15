//go:build !unix

package terminal

import "os"

// notifyResize does nothing: there is no such signal here, and the size of the
// window at the start is kept for editing.
func notifyResize(chan<- os.Signal) {}

// stop does nothing: there is no shell here that could carry the process on.
func stop() {}
