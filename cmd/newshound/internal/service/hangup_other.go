//go:build !unix

package service

import "os"

// hangupSignals are the signals that have a service read anew what it was started
// with: there is none here.
func hangupSignals() []os.Signal { return nil }
