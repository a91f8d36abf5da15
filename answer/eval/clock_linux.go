package eval

import (
	"time"

	"golang.org/x/sys/unix"
)

// clock returns the CPU time that the calling thread has used. The goroutine
// must be locked to its thread between two readings.
func clock() time.Duration {
	var ts unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &ts); err != nil {
		panic("eval: no thread clock: " + err.Error()) // Linux has had it since 2.6.12
	}
	return time.Duration(ts.Nano())
}
