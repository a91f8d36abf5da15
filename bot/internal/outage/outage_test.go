package outage_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/internal/outage"
)

// Where the platform answers at once it was not away, and nobody waits.
func TestThere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := outage.New(time.Second, func(context.Context) bool { return true })
		began := time.Now()
		if w.Away(t.Context()) || w.Wait(t.Context()) != nil || time.Since(began) > 0 {
			t.Errorf("away for %v", time.Since(began))
		}
	})
}

// Where it does not, all wait until it does, and only one of them asks.
func TestAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		var asked atomic.Int32
		w := outage.New(time.Second, func(context.Context) bool {
			asked.Add(1)
			return time.Since(began) >= 16*time.Minute
		})
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				if !w.Away(t.Context()) {
					t.Error("it was not away")
				}
			})
		}
		synctest.Wait()
		all.Go(func() {
			if err := w.Wait(t.Context()); err != nil {
				t.Error(err)
			}
		})
		all.Wait()
		if took := time.Since(began); took < 16*time.Minute || took > 17*time.Minute || asked.Load() > 25 {
			t.Errorf("back after %v, asked %d times", took, asked.Load())
		}
		if w.Away(t.Context()) || w.Wait(t.Context()) != nil {
			t.Error("away when it is back")
		}
	})
}

// Nobody waits for longer than they can.
func TestEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := outage.New(time.Second, func(context.Context) bool { return false })
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		short, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		var all sync.WaitGroup
		all.Go(func() {
			if !w.Away(ctx) {
				t.Error("it was not away")
			}
		})
		synctest.Wait()
		began := time.Now()
		if w.Wait(short) == nil || !w.Away(short) || time.Since(began) != time.Second {
			t.Errorf("waited %v", time.Since(began))
		}
		all.Wait()
		if err := w.Wait(t.Context()); err != nil { // nobody asks any more
			t.Error(err)
		}
	})
}
