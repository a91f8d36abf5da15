//go:build !unix

package terminal

import "os"

// notifyResize does nothing: there is no such signal here, and editing goes by the size that the
// window had at the start.
func notifyResize(chan<- os.Signal) {}

// stop does nothing: there is no shell here that could continue the process.
func stop() {}
