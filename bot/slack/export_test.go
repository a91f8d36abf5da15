package slack

import (
	"time"

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
// take, so that a test need not wait. It is to be called before Run.
func (a *Adapter) Hurry() {
	a.pace = pace.New(time.Millisecond)
	a.unit = 10 * time.Millisecond
}
