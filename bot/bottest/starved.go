package bottest

import (
	"sync/atomic"
	"testing"
	"time"
)

// Starved returns what tells how long, in all, this process has got no processor since:
// the time that a busy machine took from it, which is not to be held against it. It
// watches until the test ends.
func Starved(t testing.TB) func() time.Duration {
	t.Helper()
	const tick = 5 * time.Millisecond
	var late atomic.Int64
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		ticker := time.NewTicker(tick)
		defer ticker.Stop()
		for last := time.Now(); ; {
			select {
			case <-ticker.C:
			case <-end:
				return
			}
			now := time.Now()
			if gap := now.Sub(last); gap > 2*tick {
				late.Add(int64(gap - tick))
			}
			last = now
		}
	}()
	t.Cleanup(func() {
		close(end)
		<-ended
	})
	return func() time.Duration { return time.Duration(late.Load()) }
}
