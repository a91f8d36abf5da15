package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"time"

	"newshound/bot/internal/frames"
)

// The operations of the gateway that the link looks at
// (https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway).
const (
	opDispatch  = 0
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

// The events that the bot needs
// (https://docs.discord.com/developers/events/gateway-events#receive-events).
const (
	eventReady       = "READY"
	eventResumed     = "RESUMED"
	eventInteraction = "INTERACTION_CREATE"
	eventMessage     = "MESSAGE_CREATE"
)

// ending is how a connection to the gateway ended. Its code is that of the close by
// the gateway, or 0.
type ending struct {
	why   string
	code  int
	void  bool // the session cannot be resumed
	pause bool // Discord wants some seconds before the next attempt
}

// Error implements [error].
func (e ending) Error() string { return e.why }

// closesSession are the codes of closes after which there is no session to resume.
var closesSession = map[int]bool{4003: true, 4007: true, 4009: true}

// link is a connection to the gateway that is watched. Whatever ends it (op 7 and 9, a close,
// a missing acknowledgement) it reports to the shard and hides from discordgo, which would
// deadlock over op 7 and 9 while it opens, lose the session by a close with 1000, or close
// whatever connection is open by then.
type link struct {
	*frames.Held
	// Used only by the goroutine that reads.
	interval time.Duration // in which a heartbeat is to be acknowledged
	watch    *time.Timer   // until then
}

// newLink returns the link of a new connection. It ends when ctx does, or if there is no READY
// or RESUMED within openLimit.
func newLink(ctx context.Context, c net.Conn) *link {
	l := &link{}
	l.Held = frames.Hold(ctx, c, l, openLimit)
	return l
}

// ending returns how the connection ended.
func (l *link) ending() (e ending) {
	if cause := context.Cause(l.Over()); !errors.As(cause, &e) {
		e.why = cause.Error()
	}
	return e
}

// Message implements [frames.Watcher]. It drops what is no message of the gateway, and of
// events that the bot does not need passes on only the number: discordgo would panic over
// some.
func (l *link) Message(payload []byte) []byte {
	var m struct {
		Op   *int            `json:"op"`
		Seq  *int64          `json:"s"`
		Type string          `json:"t"`
		Data json.RawMessage `json:"d"`
	}
	if err := json.Unmarshal(payload, &m); err != nil || m.Op == nil {
		return nil
	}
	switch *m.Op {
	case opDispatch:
		if m.Seq == nil {
			return nil // discordgo would lose the number to resume from
		}
		l.Starts()
		if m.Type != eventReady && m.Type != eventResumed && m.Type != eventInteraction && m.Type != eventMessage {
			return fmt.Appendf(nil, `{"op":0,"s":%d,"t":"","d":0}`, *m.Seq)
		}
	case opHello:
		var hello struct {
			Interval float64 `json:"heartbeat_interval"` // milliseconds
		}
		if err := json.Unmarshal(m.Data, &hello); err != nil || hello.Interval < 1 {
			return nil
		}
		// A heartbeat is to be acknowledged until a quarter after the next one.
		l.interval = time.Duration(hello.Interval*float64(time.Millisecond)) * 5 / 4
		l.watch = time.AfterFunc(l.interval, func() { l.End(ending{why: "heartbeats were not acknowledged"}) })
		context.AfterFunc(l.Over(), func() { l.watch.Stop() })
	case opAck:
		if l.watch != nil {
			l.watch.Reset(l.interval)
		}
		if !l.Started() {
			return nil // discordgo deadlocks over one while it opens
		}
	case opReconnect:
		l.End(ending{why: "asked to reconnect"})
	case opInvalid:
		l.End(ending{why: "session invalid", void: string(m.Data) != "true", pause: true})
	}
	return payload
}

// Closed implements [frames.Watcher].
func (l *link) Closed(code int) {
	l.End(ending{why: "closed by the gateway", code: code, void: closesSession[code]})
}
