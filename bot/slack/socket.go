package slack

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	api "github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"newshound/bot"
	"newshound/bot/internal/frames"
	"newshound/bot/internal/pace"
	"newshound/bot/internal/tree"
)

const (
	// maxEnvelope is the size in bytes of the largest envelope.
	maxEnvelope = 1 << 20
	// maxBackoff is how long the client may wait between two tries to connect, unless Slack
	// asks for more.
	maxBackoff = 20 * time.Second
	// ackTime is how long an acknowledgement may wait for a connection. Slack accepts a late
	// one on the next connection.
	ackTime = 10 * time.Second
	// At the end, the client has flushTime to write the last acknowledgements, once it has them;
	// endTime is how long they may take to reach it.
	flushTime = 50 * time.Millisecond
	endTime   = time.Second
	// lingerTime is how long the client has, when the connection ends, to report what it has
	// read, which takes microseconds on an idle machine, and to acknowledge it.
	lingerTime = 200 * time.Millisecond
)

// listen receives events over Socket Mode until ctx ends or Slack refuses the token
// (https://docs.slack.dev/apis/events-api/using-socket-mode). The socket stays open a moment
// longer, because an accepted event that is not acknowledged would go to another process, too.
func (a *Adapter) listen(ctx context.Context) {
	socket, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	defer context.AfterFunc(ctx, func() {
		select {
		case <-a.events.Taken():
			<-time.After(flushTime)
		case <-time.After(endTime):
		}
		end()
	})()
	client := socketmode.New(a.api, socketmode.OptionPingInterval(a.options.PingInterval), socketmode.OptionReadLimit(maxEnvelope), socketmode.OptionDialer(a.dialer(ctx)))
	ended := make(chan struct{})
	var draining sync.WaitGroup
	draining.Go(func() {
		// The client's channel must be drained at once: while it is full, the client reads
		// no pings and takes the connection for dead.
		for {
			select {
			case e := <-client.Events:
				r := a.observe(e)
				if r != nil && !a.events.Go(func() func() { return a.take(socket, client, *r) }) {
					a.log.Warn("an envelope was left to be delivered again")
				}
			case <-ended:
				return
			}
		}
	})
	// The client gives up on some temporary errors, and waits up to five minutes after
	// others.
	for ctx.Err() == nil {
		running, cancel := context.WithCancel(socket)
		a.impatient.Store(&cancel)
		err := client.RunContext(running)
		cancel()
		if a.giveUp(err) || !pace.Pause(ctx, a.untilNext()) {
			break
		}
	}
	close(ended)
	draining.Wait()
}

// untilNext returns how long to wait before the client is started again.
func (a *Adapter) untilNext() time.Duration {
	return max(10*a.unit, time.Duration(a.told.Swap(0)))
}

// dialer returns a dialer for the socket, whose connections linger. It limits how often the client
// connects: that reconnects at once, even if Slack ends each connection, as it does if there are too
// many.
func (a *Adapter) dialer(ctx context.Context) *websocket.Dialer {
	dial := func(ctx context.Context, network, address string) (net.Conn, error) {
		if err := a.sockets.Wait(ctx, ""); err != nil {
			return nil, err
		}
		return (&net.Dialer{Timeout: callTime}).DialContext(ctx, network, address)
	}
	ws, wss := frames.Dialers(ctx, dial, http.ProxyFromEnvironment, func(c net.Conn) net.Conn {
		return frames.New(lingering{c}, lingering{})
	})
	return &websocket.Dialer{HandshakeTimeout: callTime, NetDialContext: ws, NetDialTLSContext: wss}
}

// lingering is a connection that reports its end a moment late. When a connection ends, with or
// without a close, the client forgets what it has read and not yet reported; and when Slack asks
// for a new connection, the client ends the old one before accepted events are acknowledged,
// which would then come again, perhaps to another process.
type lingering struct{ net.Conn }

// Read implements [net.Conn].
func (l lingering) Read(p []byte) (int, error) {
	n, err := l.Conn.Read(p)
	if err != nil {
		<-time.After(lingerTime)
	}
	return n, err
}

// Message implements [frames.Watcher].
func (lingering) Message(payload []byte) []byte {
	if tree.Parse(payload).Text("type") == socketmode.RequestTypeDisconnect {
		<-time.After(lingerTime)
	}
	return payload
}

// Closed implements [frames.Watcher].
func (lingering) Closed(int) { <-time.After(lingerTime) }

// observe looks at what the client reports, and returns the request in it, if any.
func (a *Adapter) observe(e socketmode.Event) *socketmode.Request {
	switch e.Type {
	case socketmode.EventTypeHello:
		a.up.Store(true)
		a.options.Observer.Count(bot.EventConnected)
		a.log.Info("connected to Slack")
		if e.Request != nil && e.Request.NumConnections > 1 {
			a.log.Warn("the app has further connections to Slack, of another newshound or lost ones that Slack still counts: each message reaches only one of them", "connections", e.Request.NumConnections)
		}
	case socketmode.EventTypeConnecting:
		if a.up.Swap(false) {
			a.options.Observer.Count(bot.EventDisconnected)
			a.log.Info("connecting to Slack again")
		}
	case socketmode.EventTypeConnectionError:
		// The client goes on trying after permanent errors, such as an app-level token
		// without the scope connections:write.
		if failure, ok := e.Data.(*api.ConnectionErrorEvent); ok && !a.giveUp(failure.ErrorObj, "missing_scope") {
			f := examine(failure.ErrorObj)
			a.log.Warn("no connection to Slack", "err", f.why)
			wait := min(f.wait, maxPause)
			if cancel := a.impatient.Load(); failure.Backoff > max(maxBackoff, wait) && cancel != nil {
				a.told.Store(int64(wait))
				(*cancel)()
			}
		}
	case socketmode.EventTypeErrorBadMessage:
		// An event that the client cannot read must be acknowledged all the same.
		bad, ok := e.Data.(*socketmode.ErrorBadMessage)
		var r socketmode.Request
		if ok && json.Unmarshal(bad.Message, &r) == nil && r.EnvelopeID != "" {
			return &r
		}
	case socketmode.EventTypeEventsAPI, socketmode.EventTypeSlashCommand, socketmode.EventTypeInteractive:
		return e.Request
	}
	return nil
}

// take accepts what is in an envelope. The function that it returns waits for the disk and
// acknowledges the envelope. Slack delivers an unacknowledged one again, a few times.
func (a *Adapter) take(ctx context.Context, client *socketmode.Client, r socketmode.Request) (rest func()) {
	accept := a.arrive(r.Type, r.Payload, r.RetryAttempt)
	return func() {
		if reply, ok := accept(); ok {
			a.acknowledge(ctx, client, r, reply)
		}
	}
}

// acknowledge acknowledges an envelope, with a reply, nil for none.
func (a *Adapter) acknowledge(ctx context.Context, client *socketmode.Client, r socketmode.Request, reply any) {
	ctx, cancel := context.WithTimeout(ctx, ackTime)
	defer cancel()
	if err := client.AckCtx(ctx, r.EnvelopeID, reply); err != nil && !errors.Is(err, context.Canceled) {
		a.log.Warn("an envelope was not acknowledged", "err", examine(err).why)
	}
}
