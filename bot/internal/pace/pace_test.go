package pace

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// turns waits n times under a key, one after the other, and returns when each turn
// came, counted from began.
func turns(t *testing.T, p *Pacer, key string, n int, began time.Time) []time.Duration {
	t.Helper()
	var got []time.Duration
	for range n {
		if err := p.Wait(t.Context(), key); err != nil {
			t.Error(err)
		}
		got = append(got, time.Since(began))
	}
	return got
}

func seconds(s ...float64) []time.Duration {
	var d []time.Duration
	for _, x := range s {
		d = append(d, time.Duration(x*float64(time.Second)))
	}
	return d
}

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, began := New(time.Second), time.Now()
		if got, want := turns(t, p, "a", 3, began), seconds(0, 1, 2); !slices.Equal(got, want) {
			t.Errorf("turns at %v, want %v", got, want)
		}
		if got, want := turns(t, p, "b", 2, began), seconds(2, 3); !slices.Equal(got, want) {
			t.Errorf("of another key at %v, want %v", got, want)
		}
		<-time.After(time.Minute)
		if got, want := turns(t, p, "a", 2, began), seconds(63, 64); !slices.Equal(got, want) {
			t.Errorf("after a while at %v, want %v: a burst of one", got, want)
		}
	})
}

// A turn that is needless is left to the one behind, and takes no time.
func TestWaitUnless(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, began := New(time.Second), time.Now()
		turns(t, p, "a", 1, began)
		var waiting sync.WaitGroup
		for range 3 {
			waiting.Go(func() {
				if err := p.WaitUnless(t.Context(), "a", func() bool { return true }); err != nil {
					t.Error(err)
				}
			})
		}
		waiting.Wait()
		if d := time.Since(began); d != 0 {
			t.Errorf("what is needless took %v", d)
		}
		if err := p.WaitUnless(t.Context(), "a", func() bool { return false }); err != nil || time.Since(began) != time.Second {
			t.Errorf("the next turn came after %v: %v", time.Since(began), err)
		}
	})
}

// A turn that is kept holds up the next, which comes so long after it is given back.
func TestTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, began := New(time.Second), time.Now()
		done, err := p.Turn(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(3*time.Second, done)
		if got, want := turns(t, p, "a", 2, began), seconds(4, 5); !slices.Equal(got, want) {
			t.Errorf("turns at %v, want %v", got, want)
		}
	})
}

func TestWaitInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := New(time.Second)
		var (
			mu    sync.Mutex
			order []int
			all   sync.WaitGroup
		)
		for i := range 10 {
			all.Go(func() {
				if err := p.Wait(t.Context(), "a"); err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				order = append(order, i)
			})
			synctest.Wait()
		}
		all.Wait()
		if !slices.IsSorted(order) || len(order) != 10 {
			t.Errorf("the turns came as %v", order)
		}
	})
}

func TestHold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, began := New(time.Second), time.Now()
		p.Hold("a", began.Add(30*time.Second))
		p.Hold("a", began.Add(5*time.Second)) // shortens nothing
		if got := p.Held("a"); got != 30*time.Second {
			t.Errorf("held for %v", got)
		}
		if got := p.Held("b"); got != 0 {
			t.Errorf("another key held for %v", got)
		}
		var a, b []time.Duration
		var both sync.WaitGroup
		both.Go(func() { a = turns(t, p, "a", 2, began) })
		both.Go(func() { b = turns(t, p, "b", 2, began) })
		both.Wait()
		if want := seconds(30, 31); !slices.Equal(a, want) {
			t.Errorf("turns at %v, want %v", a, want)
		}
		if want := seconds(0, 1); !slices.Equal(b, want) {
			t.Errorf("of another key at %v, want %v", b, want)
		}
	})
}

// TestHoldWhileWaiting checks that a hold reaches those who wait already.
func TestHoldWhileWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, began := New(time.Second), time.Now()
		turns(t, p, "a", 1, began)
		var later []time.Duration
		var waiting sync.WaitGroup
		waiting.Go(func() { later = turns(t, p, "a", 2, began) })
		synctest.Wait()
		p.Hold("a", began.Add(10*time.Second))
		waiting.Wait()
		if want := seconds(10, 11); !slices.Equal(later, want) {
			t.Errorf("turns at %v, want %v", later, want)
		}
	})
}

// TestWaitCancelled checks that who gives up takes no turn, and holds up nobody.
func TestWaitCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, began := New(10*time.Second), time.Now()
		turns(t, p, "a", 1, began)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		var waiting sync.WaitGroup
		for range 3 { // one of them at the head of the line
			waiting.Go(func() {
				if err := p.Wait(ctx, "a"); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("got %v", err)
				}
			})
		}
		waiting.Wait()
		if got := time.Since(began); got != time.Second {
			t.Errorf("gave up after %v", got)
		}
		if got, want := turns(t, p, "a", 1, began), seconds(10); !slices.Equal(got, want) {
			t.Errorf("the next turn at %v, want %v", got, want)
		}
	})
}

func TestMemoryIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := New(time.Second)
		p.most = 100
		p.Hold("held", time.Now().Add(time.Hour))
		var waiting sync.WaitGroup
		waiting.Go(func() { turns(t, p, "waited for", 2, time.Now()) })
		synctest.Wait()
		for i := range 1000 {
			turns(t, p, fmt.Sprint(i), 1, time.Now())
			if i%50 == 0 {
				<-time.After(time.Second)
			}
			if len(p.keys) > 101 {
				t.Fatalf("%d keys", len(p.keys))
			}
		}
		waiting.Wait()
		for i := range 1000 {
			p.Hold(fmt.Sprint(i), time.Now().Add(time.Hour))
		}
		if len(p.keys) > 101 {
			t.Errorf("%d keys that are held", len(p.keys))
		}
	})
}

func TestPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		if !Pause(t.Context(), time.Minute) || time.Since(began) != time.Minute {
			t.Errorf("paused for %v", time.Since(began))
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if Pause(ctx, time.Minute) || time.Since(began) != time.Minute+time.Second {
			t.Errorf("paused for %v, beyond the context's end", time.Since(began))
		}
	})
}

// What does not succeed is tried again, ever later, until it does or its time is over.
func TestUntil(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began, tries := time.Now(), 0
		done := Until(t.Context(), time.Second, func(wait time.Duration) bool {
			if want := min(time.Second<<tries, time.Minute); wait != want {
				t.Errorf("wait %d is %v, want %v", tries, wait, want)
			}
			tries++
			return tries == 9
		})
		if took := time.Since(began); !done || took != 183*time.Second {
			t.Errorf("done %v after %v", done, took)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		if began := time.Now(); Until(ctx, time.Second, func(time.Duration) bool { return false }) || time.Since(began) != 5*time.Second {
			t.Errorf("ended after %v", time.Since(began))
		}
	})
}

func TestBackoff(t *testing.T) {
	for failures, want := range map[int]time.Duration{1: time.Second, 2: 2 * time.Second, 6: 32 * time.Second, 7: time.Minute, 99: time.Minute} {
		seen := map[time.Duration]bool{}
		for range 100 {
			wait := Backoff(failures, time.Millisecond, time.Minute)
			if seen[wait] = true; wait < want*3/4 || wait > want*5/4 {
				t.Errorf("%v after %d failures", wait, failures)
			}
		}
		if len(seen) < 50 {
			t.Errorf("%d different waits after %d failures", len(seen), failures)
		}
	}
	if wait := Backoff(0, time.Millisecond, time.Minute); wait != time.Millisecond {
		t.Errorf("%v after no failure", wait)
	}
}
