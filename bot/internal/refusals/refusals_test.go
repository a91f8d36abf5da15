package refusals_test

import (
	"errors"
	"strconv"
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
	err := m.Try(place, func() error { return result })
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

// A refusal is known only once it is there; what is under way counts until then.
func TestBudget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := refusals.New(10*time.Minute, 20, isRefused)
		attempt(m, "good", nil)
		tried := 0
		release := make(chan struct{})
		for i := range 100 {
			go func() {
				err := m.Try(strconv.Itoa(i), func() error {
					tried++ // in a bubble, and before anything waits: one at a time is enough
					<-release
					return errRefused
				})
				if !m.Is(err) {
					t.Errorf("%v is no refusal", err)
				}
			}()
			synctest.Wait()
		}
		if tried != 20 {
			t.Errorf("%d tried at a time, want 20", tried)
		}
		close(release)
		synctest.Wait()
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
