package intake_test

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/internal/intake"
)

// asked is an event.
type asked struct{ Text string }

// An event comes to its worker as it was taken on, in a later process too, and each
// verdict and panic is counted.
func TestEvents(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	counted := map[string]int{}
	open := func() *intake.Events[asked] {
		q, err := intake.OpenEvents[asked](intake.Options{Path: path, Workers: 1, Count: func(what string) { counted[what]++ }})
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
	q := open()
	for _, text := range []string{"one", "two", "one"} {
		q.Accept(&asked{text}, text)
	}
	if err := q.Close(); err != nil {
		t.Fatal(err)
	}
	q = open()
	ctx, stop := context.WithCancel(t.Context())
	var done, sorry []string
	q.Run(ctx, func(_ context.Context, _ *intake.Job, e *asked) error {
		if done = append(done, e.Text); len(done) == 2 {
			stop()
		}
		panic(e.Text)
	}, func(_ context.Context, _ *intake.Job, e *asked) error {
		sorry = append(sorry, e.Text)
		return nil
	}, nil)
	if want := []string{"one", "two"}; !slices.Equal(done, want) || !slices.Equal(sorry, want) {
		t.Errorf("worked on %v, apologised for %v", done, sorry)
	}
	if got := fmt.Sprint(counted); got != "map[accepted:2 duplicate:1 panicked:2]" {
		t.Errorf("counted %s", got)
	}
	if err := q.Close(); err != nil {
		t.Fatal(err)
	}
}

// What is being taken on when the end comes is carried out; then there is no room.
func TestGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		panicked := 0
		q, err := intake.OpenEvents[asked](intake.Options{Count: func(what string) {
			if what == "panicked" {
				panicked++
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		gate := make(chan struct{})
		n := 0
		for q.Go(func() func() {
			return func() {
				<-gate
				if q.Accept(&asked{}, fmt.Sprint(time.Now())) == intake.Accepted {
					panic("after it was accepted")
				}
			}
		}) {
			n++
		}
		if n != 1024 {
			t.Errorf("%d are taken on at a time", n)
		}
		done := 0
		stopped := make(chan struct{})
		go func() {
			q.Run(ctx, func(context.Context, *intake.Job, *asked) error { done++; return nil }, nil, nil)
			close(stopped)
		}()
		stop()
		synctest.Wait()
		close(gate)
		<-stopped
		if done != 1 || panicked != 1 {
			t.Errorf("%d events done, %d panics", done, panicked)
		}
		if q.Go(func() func() { return func() {} }) {
			t.Error("taken on after the end")
		}
		if err := q.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// Those whom there is no room for are told, until the end.
func TestDecline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q, err := intake.OpenEvents[asked](intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		for i := range 1030 {
			q.Decline(&asked{fmt.Sprint(i)})
		}
		var (
			mu   sync.Mutex // they are told side by side
			told = make(map[string]int)
		)
		stopped := make(chan struct{})
		go func() {
			q.Run(ctx, nil, nil, func(_ context.Context, e *asked) {
				mu.Lock()
				told[e.Text]++
				mu.Unlock()
				panic("all the same")
			})
			close(stopped)
		}()
		synctest.Wait()
		if len(told) != 1024 || told["1023"] != 1 {
			t.Errorf("%d told", len(told))
		}
		stop()
		<-stopped
		q.Decline(&asked{})
		synctest.Wait()
		if len(told) != 1024 {
			t.Error("told after the end")
		}
		if err := q.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// Events enter one by one in the order in which they came, whatever the disk is done with first, and in
// a later process, too; and they leave when they were carried out.
func TestEnter(t *testing.T) {
	const events = 200
	path := filepath.Join(t.TempDir(), "journal")
	for life := range 2 {
		q, err := intake.OpenEvents[asked](intake.Options{Path: path, Workers: 50})
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		var (
			taking sync.WaitGroup
			within atomic.Int32
			order  []string
		)
		if life == 0 {
			for i := range events {
				text := fmt.Sprint(i)
				taking.Add(1)
				if !q.Go(func() func() {
					accept := q.Begin(&asked{text}, text)
					return func() {
						defer taking.Done()
						if v := accept(); v != intake.Accepted {
							t.Errorf("%s is %v", text, v)
						}
					}
				}) {
					t.Fatal("there is no room")
				}
			}
			taking.Wait()
		}
		q.Enter = func(_ *intake.Job, e *asked) func() {
			within.Add(1)
			order = append(order, e.Text)
			return func() { within.Add(-1) }
		}
		var done atomic.Int32
		q.Run(ctx, func(context.Context, *intake.Job, *asked) error {
			if within.Load() < 1 {
				t.Error("carried out before it entered")
			}
			if done.Add(1) == events {
				stop()
			}
			return fmt.Errorf("once more: %w", intake.ErrLeft)
		}, nil, nil)
		if err := q.Close(); err != nil {
			t.Fatal(err)
		}
		if len(order) != events || within.Load() != 0 || !slices.IsSortedFunc(order, func(a, b string) int { return cmp.Or(len(a)-len(b), cmp.Compare(a, b)) }) {
			t.Errorf("life %d: %d left, entered %v", life, within.Load(), order)
		}
	}
}
