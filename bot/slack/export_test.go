package slack

import (
	"context"
	"time"

	api "github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"newshound/bot/internal/outage"
	"newshound/bot/internal/pace"
)

// What tests of this package look at from outside.
var (
	Signature = signature
	Link      = link
)

// Decode reads the body of a request. It reports whether there is something to do,
// what is asked, and the keys by which it is known.
func Decode(contentType string, body []byte) (text string, keys []string, ok bool) {
	kind, payload, err := open(contentType, body)
	if err != nil {
		return "", nil, false
	}
	e, keys, err := decode(kind, payload)
	if err != nil || e == nil {
		return "", nil, false
	}
	return e.Text, keys, true
}

// Hurry lets a channel take a message every millisecond, and shortens what pauses
// take, so that a test need not wait. The head start of another process stays long enough for
// one on a busy machine. It is to be called before Run.
func (a *Adapter) Hurry() {
	a.pace = pace.New(time.Millisecond)
	a.unit = 10 * time.Millisecond
	a.headStart = time.Second
	a.sockets = pace.New(a.unit)
	a.outage = outage.New(a.unit, a.answers)
}

// Waits reports whether the socket's client is left to wait for so long after an error before
// it tries to connect again, and if it is not, for how long it waits then.
func (a *Adapter) Waits(d time.Duration, err error) (left bool, then time.Duration) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	a.impatient.Store(&cancel)
	a.observe(socketmode.Event{Type: socketmode.EventTypeConnectionError, Data: &api.ConnectionErrorEvent{Backoff: d, ErrorObj: err}})
	return ctx.Err() == nil, a.untilNext()
}

// Break closes the journal, as where it cannot be written any more.
func (a *Adapter) Break() { _ = a.events.Close() }

// Hold notes until when nothing is sent to a channel, as a process does for the next.
func (a *Adapter) Hold(channel string, until time.Time) {
	a.events.Remember(heldKey(channel), until.Format(time.RFC3339Nano))
}

// Again makes a call as long as it may be made again.
func (a *Adapter) Again(ctx context.Context, key string, call func() error) error {
	return a.again(ctx, nil, key, patience, func(context.Context) error { return call() })
}
