package discord

import (
	"context"
	"encoding/json"
	"net"
	"sync"
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

// writeLimit is how long a write may take before the connection counts as lost.
const writeLimit = 10 * time.Second

// ending is how a connection to the gateway ended. Its code is that of the close by
// the gateway, or 0.
type ending struct {
	why   string
	code  int
	void  bool // the session cannot be resumed
	pause bool // Discord wants some seconds before the next attempt
}

// link is a connection to the gateway that is read along. What ends it (op 7 and 9,
// a close, a missing acknowledgement) it tells the supervisor, and keeps from
// discordgo, which would deadlock over op 7 and 9 while it opens, close with 1000 and
// so lose the session, or go on for ever. From then on there is nothing to read, until
// it is closed. A write that fails is an ending, too, and no error: discordgo answers
// one by closing whatever connection is open by then.
type link struct {
	*frames.Conn
	over chan struct{} // closed at the ending
	shut chan struct{} // closed by Close

	// dispatched says that an event was read. Only Read uses it, and Message, which it
	// calls.
	dispatched bool

	mu       sync.Mutex
	open     bool    // discordgo has READY or RESUMED
	started  bool    // an event was handed on: discordgo starts its goroutines
	end      *ending // nil before it
	closed   bool
	interval time.Duration
	watch    *time.Timer
	cancel   func() // of the wait for it to be opened
}

// newLink returns the link of a new connection. It ends when ctx does, or after
// openLimit, unless discordgo has started on it by then; then the supervisor ends it.
func newLink(ctx context.Context, c net.Conn) *link {
	l := &link{over: make(chan struct{}), shut: make(chan struct{})}
	l.Conn = frames.New(c, l)
	ctx, l.cancel = context.WithTimeout(ctx, openLimit)
	context.AfterFunc(ctx, func() {
		if !l.isStarted() { // or the supervisor closes it, when discordgo is at rest
			_ = l.Close()
		}
	})
	return l
}

// opened notes that discordgo has READY or RESUMED.
func (l *link) opened() {
	l.mu.Lock()
	l.open = true
	l.mu.Unlock()
	l.cancel()
}

// isStarted reports whether discordgo has, or is about to have, a session that it
// would close by itself if a read failed.
func (l *link) isStarted() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.open || l.started
}

func (l *link) isOpen() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.open
}

// Read implements [net.Conn].
func (l *link) Read(p []byte) (int, error) {
	n, err := l.Conn.Read(p)
	if err != nil {
		l.ended(ending{why: "connection lost"})
	}
	select {
	case <-l.over:
		if l.isStarted() {
			<-l.shut
		}
		return 0, net.ErrClosed // and Open returns
	default:
		if l.dispatched {
			l.mu.Lock()
			l.started = true
			l.mu.Unlock()
		}
		return n, nil
	}
}

// Message implements [frames.Watcher]. What is no message of the gateway is not
// handed on: discordgo would panic over some.
func (l *link) Message(payload []byte) bool {
	var m struct {
		Op   *int            `json:"op"`
		Seq  *int64          `json:"s"`
		Data json.RawMessage `json:"d"`
	}
	if err := json.Unmarshal(payload, &m); err != nil || m.Op == nil {
		return false
	}
	switch *m.Op {
	case opDispatch:
		l.dispatched = true
		return m.Seq != nil // or the number to resume from would be lost
	case opHello:
		var hello struct {
			Interval float64 `json:"heartbeat_interval"` // milliseconds
		}
		if err := json.Unmarshal(m.Data, &hello); err != nil || hello.Interval < 1 {
			return false
		}
		l.acknowledged(time.Duration(hello.Interval * float64(time.Millisecond)))
	case opAck:
		l.acknowledged(0)
		return l.isOpen() // discordgo deadlocks over one while it opens
	case opReconnect:
		l.ended(ending{why: "asked to reconnect"})
	case opInvalid:
		l.ended(ending{why: "session invalid", void: string(m.Data) != "true", pause: true})
	}
	return true
}

// Closed implements [frames.Watcher].
func (l *link) Closed(code int) {
	l.ended(ending{why: "closed by the gateway", code: code, void: closesSession[code]})
}

// acknowledged gives the gateway until a quarter after the next heartbeat to
// acknowledge it. With an interval the heartbeats begin.
func (l *link) acknowledged(interval time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.end != nil || l.interval == 0 && interval == 0 {
		return
	}
	if l.watch != nil {
		l.watch.Reset(l.interval * 5 / 4)
		return
	}
	l.interval = interval
	l.watch = time.AfterFunc(l.interval*5/4, func() { l.ended(ending{why: "heartbeats were not acknowledged"}) })
}

// ended notes how the connection ended, once.
func (l *link) ended(e ending) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.end == nil {
		l.end = &e
		if l.watch != nil {
			l.watch.Stop()
		}
		close(l.over)
	}
}

// Write implements [net.Conn].
func (l *link) Write(p []byte) (int, error) {
	err := l.SetWriteDeadline(time.Now().Add(writeLimit))
	if err == nil {
		_, err = l.Conn.Write(p)
	}
	if err != nil {
		l.ended(ending{why: "connection lost"})
	}
	return len(p), nil
}

// Close implements [net.Conn].
func (l *link) Close() error {
	l.ended(ending{why: "closed"})
	l.cancel()
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed {
		l.closed = true
		close(l.shut)
	}
	return l.Conn.Close()
}
