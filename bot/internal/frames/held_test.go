package frames_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/internal/frames"
)

var errAsked = errors.New("asked to end")

// ender ends its connection at the message "end", and has it started by any other.
type ender struct{ held *frames.Held }

func (e *ender) Message(payload []byte) []byte {
	if string(payload) == "end" {
		e.held.End(errAsked)
	} else {
		e.held.Starts()
	}
	return payload
}

func (*ender) Closed(int) {}

// hold returns a held connection, and the other end of it.
func hold(t *testing.T) (*frames.Held, net.Conn) {
	t.Helper()
	ours, theirs := net.Pipe()
	e := &ender{}
	e.held = frames.Hold(t.Context(), ours, e, 15*time.Second)
	t.Cleanup(func() { _, _ = e.held.Close(), theirs.Close() })
	return e.held, theirs
}

// readAll reads until that fails, and tells when it did on a channel.
func readAll(h *frames.Held) <-chan error {
	failed := make(chan error, 1)
	go func() {
		for {
			if _, err := h.Read(make([]byte, 1024)); err != nil {
				failed <- err
				return
			}
		}
	}()
	return failed
}

// However a connection ends, the supervisor learns why. A library that has started is
// told when the connection is closed, and one that has not at once.
func TestHeld(t *testing.T) {
	for name, c := range map[string]struct {
		end  func(*frames.Held, net.Conn)
		want string
	}{
		"asked":       {func(_ *frames.Held, theirs net.Conn) { _, _ = theirs.Write([]byte(text("end"))) }, "asked to end"},
		"cut":         {func(_ *frames.Held, theirs net.Conn) { _ = theirs.Close() }, "connection lost"},
		"closed":      {func(h *frames.Held, _ net.Conn) { _ = h.Close() }, "closed"},
		"a write":     {func(h *frames.Held, _ net.Conn) { _, _ = h.Write([]byte("nobody reads")) }, "connection lost"},
		"only opened": {nil, "not opened in time"},
	} {
		for _, started := range []bool{false, true} {
			t.Run(name+map[bool]string{true: ", started"}[started], func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					h, theirs := hold(t)
					failed := readAll(h)
					if _, err := theirs.Write([]byte(handshake)); err != nil {
						t.Fatal(err)
					}
					if started {
						if _, err := theirs.Write([]byte(text("start"))); err != nil {
							t.Fatal(err)
						}
						synctest.Wait()
					}
					if h.Started() != started || h.Over().Err() != nil {
						t.Fatalf("started %v, over %v", h.Started(), h.Over().Err())
					}
					if c.end != nil {
						c.end(h, theirs)
					}
					time.Sleep(20 * time.Second) //nolint:forbidigo // time passes in a bubble
					if c.end == nil && started {
						if h.Over().Err() != nil {
							t.Error("a connection that is used has ended by itself")
						}
						return
					}
					if got := context.Cause(h.Over()); got == nil || got.Error() != c.want {
						t.Errorf("ended with %v, want %s", got, c.want)
					}
					if told := len(failed) == 1; told == (started && name != "closed") {
						t.Errorf("the library was told: %v", told)
					}
					if n, err := h.Write([]byte("late")); n != 4 || err != nil {
						t.Errorf("a late write: %d, %v", n, err)
					}
					_ = h.Close()
					if err := <-failed; !errors.Is(err, net.ErrClosed) {
						t.Error(err)
					}
				})
			})
		}
	}
}

// No connection outlives its context, nor does opening one.
func TestContextEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		ours, theirs := net.Pipe()
		defer func() { _ = theirs.Close() }()
		h := frames.Hold(ctx, ours, &ender{}, time.Minute)
		failed := readAll(h)
		ws, wss := frames.Dialers(ctx, func(ctx context.Context, _, _ string) (net.Conn, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}, http.ProxyFromEnvironment, func(c net.Conn) net.Conn { return c })
		dialed := make(chan error, 2)
		for _, dial := range []frames.Dial{ws, wss} {
			go func() {
				_, err := dial(t.Context(), "tcp", "a.example:443")
				dialed <- err
			}()
		}
		synctest.Wait()
		cancel()
		synctest.Wait()
		if len(failed) != 1 || len(dialed) != 2 || !errors.Is(context.Cause(h.Over()), context.Canceled) {
			t.Errorf("read %d, dialed %d, %v", len(failed), len(dialed), context.Cause(h.Over()))
		}
	})
}
