//go:build !linux

package eval

import "time"

var began = time.Now()

// clock returns the time since the program began, on the monotonic clock.
func clock() time.Duration { return time.Since(began) }
