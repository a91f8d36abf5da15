package refusals_test

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/internal/refusals"
)

var (
	errRefused = errors.New("refused")
	errOther   = errors.New("something else")
)

// attempt tries a place and reports whether it was tried.
func attempt(m *refusals.Memory, place string, result error) bool {
	err := m.Try(context.Background(), place, func() error { return result })
	return !errors.Is(err, refusals.ErrRefused)
}

func isRefused(err error) bool { return errors.Is(err, errRefused) }

func TestRemembers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := refusals.New(10*time.Minute, 100, isRefused)
		if !attempt(m, "a", errRefused) || attempt(m, "a", nil) {
			t.Error("a refusal is to be tried once")
		}
		if !attempt(m, "b", errOther) || !attempt(m, "b", nil) {
			t.Error("another error is no refusal")
		}
		time.Sleep(10*time.Minute + time.Second) //nolint:forbidigo // time passes in a bubble
		if m.Refused("a") || !attempt(m, "a", nil) {
			t.Error("a refusal is not for ever")
		}
	})
}

// A refusal is known only once it is there: few places are tried at a time until then, and
// the others wait.
func TestBudget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := refusals.New(10*time.Minute, 20, isRefused)
		attempt(m, "good", nil)
		var mu sync.Mutex
		tried := 0
		release := make(chan struct{})
		for i := range 100 {
			go func() {
				err := m.Try(t.Context(), strconv.Itoa(i), func() error {
					mu.Lock()
					tried++
					mu.Unlock()
					<-release
					return errRefused
				})
				if !m.Is(err) {
					t.Errorf("%v is no refusal", err)
				}
			}()
			synctest.Wait()
		}
		if tried != 16 {
			t.Errorf("%d tried at a time, want 16", tried)
		}
		close(release)
		synctest.Wait()
		if tried < 20 || tried > 36 {
			t.Errorf("%d tried, where 20 refusals are to be borne", tried)
		}
		if attempt(m, "new", nil) {
			t.Error("a further place is tried although there were too many refusals")
		}
		if !attempt(m, "good", nil) {
			t.Error("a place that is known to be good is not tried")
		}
		time.Sleep(10*time.Minute + time.Second) //nolint:forbidigo // time passes in a bubble
		if !attempt(m, "new", nil) {
			t.Error("refusals count for ever")
		}
	})
}

// Where nothing is refused, whoever waits has their turn, or gives up.
func TestEveryoneIsTried(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := refusals.New(10*time.Minute, 20, isRefused)
		release := make(chan struct{})
		results := make(chan error, 100)
		for i := range 100 {
			go func() {
				results <- m.Try(t.Context(), strconv.Itoa(i), func() error { <-release; return nil })
			}()
		}
		synctest.Wait()
		if m.Refused("new") {
			t.Error("what is under way is taken for refused")
		}
		ended, end := context.WithCancel(t.Context())
		end()
		if err := m.Try(ended, "new", func() error { return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("waits on: %v", err)
		}
		close(release)
		for range 100 {
			if err := <-results; err != nil {
				t.Error(err)
			}
		}
	})
}
