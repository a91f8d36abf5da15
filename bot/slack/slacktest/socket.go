package slacktest

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// sockets are the connections of Socket Mode
// (https://docs.slack.dev/apis/events-api/using-socket-mode).
type sockets struct {
	tickets   map[string]bool
	all, open []*conn     // the open ones are those that take envelopes
	owed      []*Envelope // that have lost their connection before they were acknowledged
	total     int         // connections ever made
	acks      map[string]*Envelope
	acked     map[string]bool
	pingEvery time.Duration
	silent    bool
	closed    bool // there are no more connections
	running   sync.WaitGroup
}

// conn is one connection. A websocket allows one writer at a time.
type conn struct {
	ws    *websocket.Conn
	write sync.Mutex
	done  chan struct{} // closed when it has ended
	sent  []*Envelope   // guarded by the server's mutex
}

// writeTime is how long a write may take: a bot that reads nothing fails its test,
// and does not hold it up.
const writeTime = 10 * time.Second

// send sends a text. What is lost on a broken connection is delivered again, like
// everything that was not acknowledged when it ended.
func (c *conn) send(text []byte) {
	c.write.Lock()
	defer c.write.Unlock()
	if c.ws.SetWriteDeadline(time.Now().Add(writeTime)) != nil || c.ws.WriteMessage(websocket.TextMessage, text) != nil {
		_ = c.ws.Close() // it is over either way
	}
}

// Envelope is something that was sent over the socket. It is sent again, under
// another id, when the connection ends before it is acknowledged.
type Envelope struct {
	Sent time.Time

	kind  string
	body  json.RawMessage
	retry int           // how often it was sent before, or given out as that
	acked chan struct{} // closed when it has been acknowledged
	took  time.Duration
	reply json.RawMessage
}

// Took is how long the acknowledgement took. It is there after [Server.WaitAcked], as is
// Reply.
func (e *Envelope) Took() time.Duration { return e.took }

// Acknowledged reports whether it is.
func (e *Envelope) Acknowledged() bool {
	select {
	case <-e.acked:
		return true
	default:
		return false
	}
}

// Reply is what came with the acknowledgement, nil if nothing did.
func (e *Envelope) Reply() json.RawMessage { return e.reply }

// ticket returns the address of a connection yet to be made. The caller holds
// s.mu.
func (s *Server) ticket() string {
	id := fmt.Sprintf("ticket%d", len(s.sockets.tickets)+1)
	s.sockets.tickets[id] = true
	return strings.Replace(s.http.URL, "http://", "ws://", 1) + "/socket/" + id
}

// serveSocket is one connection, from its hello to its end.
func (s *Server) serveSocket(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	valid := s.sockets.tickets[r.PathValue("ticket")]
	s.sockets.tickets[r.PathValue("ticket")] = false // good for once
	s.mu.Unlock()
	if !valid {
		http.Error(w, "no such ticket", http.StatusForbidden)
		return
	}
	// Socket Mode is for programs, so any Origin is accepted.
	ws, err := (&websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}).Upgrade(w, r, nil)
	if err != nil {
		return // it has been answered
	}
	defer func() { _ = ws.Close() }() // it is over either way
	c := &conn{ws: ws, done: make(chan struct{})}
	if !s.enter(c) {
		return
	}
	defer s.sockets.running.Done()
	c.send([]byte(`{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}`))
	s.mu.Lock()
	s.sockets.open = append(s.sockets.open, c)
	s.happened()
	s.mu.Unlock()
	s.sockets.running.Go(func() { s.ping(c) })
	s.deliver()
	for {
		_, text, err := ws.ReadMessage()
		if err != nil {
			break
		}
		s.ack(text)
	}
	close(c.done)
	s.leave(c)
}

// enter counts a connection, unless there are to be no more.
func (s *Server) enter(c *conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sockets.closed {
		return false
	}
	s.sockets.total++
	s.sockets.all = append(s.sockets.all, c)
	s.sockets.running.Add(1)
	return true
}

// leave forgets a connection. As in Slack, what was not acknowledged on it goes to another.
func (s *Server) leave(c *conn) {
	s.mu.Lock()
	other := func(o *conn) bool { return o == c }
	s.sockets.all = slices.DeleteFunc(s.sockets.all, other)
	s.sockets.open = slices.DeleteFunc(s.sockets.open, other)
	for _, e := range c.sent {
		if e.took == 0 {
			s.sockets.owed = append(s.sockets.owed, e)
		}
	}
	s.happened()
	s.mu.Unlock()
	s.deliver()
}

// deliver sends the envelopes that are to be sent on the newest connection; where
// there is none, the next one gets them.
func (s *Server) deliver() {
	s.mu.Lock()
	n := len(s.sockets.open)
	if n == 0 {
		s.mu.Unlock()
		return
	}
	c, owed := s.sockets.open[n-1], s.sockets.owed
	s.sockets.owed = nil
	c.sent = append(c.sent, owed...)
	texts := make([][]byte, 0, len(owed))
	for _, e := range owed {
		id := fmt.Sprintf("env%d", len(s.sockets.acks)+1)
		s.sockets.acks[id] = e
		texts = append(texts, fmt.Appendf(nil, `{"envelope_id":%q,"type":%q,"accepts_response_payload":%t,"retry_attempt":%d,"payload":%s}`, id, e.kind, e.kind != "events_api", e.retry, e.body))
	}
	s.mu.Unlock()
	for _, text := range texts {
		c.send(text)
	}
}

// ping pings a connection until it ends.
func (s *Server) ping(c *conn) {
	s.mu.Lock()
	every := s.sockets.pingEvery
	s.mu.Unlock()
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		s.mu.Lock()
		silent := s.sockets.silent
		s.mu.Unlock()
		if !silent {
			c.write.Lock()
			_ = c.ws.WriteControl(websocket.PingMessage, []byte("ping"), time.Now().Add(time.Second)) // a broken one shows when read
			c.write.Unlock()
		}
		select {
		case <-tick.C:
		case <-c.done:
			return
		}
	}
}

// ack takes an acknowledgement. A late one, for an envelope sent on another
// connection, is as good.
func (s *Server) ack(text []byte) {
	var a struct {
		EnvelopeID string          `json:"envelope_id"`
		Payload    json.RawMessage `json:"payload"`
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := json.Unmarshal(text, &a); err != nil || a.EnvelopeID == "" {
		s.problem("socket: not an acknowledgement: %s", clip(string(text)))
		return
	}
	const maxAck = 20 << 10
	if len(text) >= maxAck {
		s.problem("socket: an acknowledgement of %d bytes is dropped", len(text))
		return
	}
	e := s.sockets.acks[a.EnvelopeID]
	switch {
	case e == nil:
		s.problem("socket: an acknowledgement of %s, which was never sent", a.EnvelopeID)
	case s.sockets.acked[a.EnvelopeID]:
		s.problem("socket: a second acknowledgement of %s", a.EnvelopeID)
	case e.took == 0: // and not sent again meanwhile
		e.took, e.reply = time.Since(e.Sent), a.Payload
		close(e.acked)
		s.happened()
	}
	s.sockets.acked[a.EnvelopeID] = true
}

// Send sends an envelope ("events_api", "slash_commands", "interactive", or
// whatever) on the newest connection, for which it waits.
func (s *Server) Send(kind string, payload any) *Envelope { return s.SendAgain(kind, payload, 0) }

// SendAgain sends an envelope that was sent retry times before and not acknowledged.
func (s *Server) SendAgain(kind string, payload any, retry int) *Envelope {
	s.t.Helper()
	body, err := json.Marshal(payload)
	if err != nil {
		s.t.Fatal(err)
	}
	s.WaitConnected()
	e := &Envelope{Sent: time.Now(), kind: kind, body: body, retry: retry, acked: make(chan struct{})}
	s.mu.Lock()
	s.sockets.owed = append(s.sockets.owed, e)
	s.mu.Unlock()
	s.deliver()
	return e
}

// SendRaw sends a text on the newest connection.
func (s *Server) SendRaw(text string) {
	s.t.Helper()
	s.newest().send([]byte(text))
}

// SendLast sends an envelope together with the close of its connection, and never sends it
// again: if the bot does not accept it then, it is lost.
func (s *Server) SendLast(kind string, payload any) {
	s.t.Helper()
	c := s.newest()
	s.mu.Lock()
	id := fmt.Sprintf("env%d", len(s.sockets.acks)+1)
	s.sockets.acks[id] = &Envelope{Sent: time.Now(), kind: kind, acked: make(chan struct{})}
	s.mu.Unlock()
	text, err := json.Marshal(map[string]any{"envelope_id": id, "type": kind, "payload": payload})
	if err != nil {
		s.t.Fatal(err)
	}
	// https://www.rfc-editor.org/rfc/rfc6455#section-5.2: a text of two bytes of length, a close.
	sent := binary.BigEndian.AppendUint16([]byte{0x81, 126}, uint16(len(text)))
	sent = append(append(sent, text...), 0x88, 2)
	sent = append(sent, websocket.FormatCloseMessage(websocket.CloseGoingAway, "")...)
	c.write.Lock()
	defer c.write.Unlock()
	if _, err := c.ws.NetConn().Write(sent); err != nil {
		s.t.Error(err)
	}
}

// newest returns the newest connection, for which it waits.
func (s *Server) newest() *conn {
	s.t.Helper()
	s.WaitConnected()
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.sockets.open)
	if n == 0 {
		s.t.Fatal("slacktest: the connection has ended")
	}
	return s.sockets.open[n-1]
}

// WaitAcked waits until an envelope is acknowledged.
func (s *Server) WaitAcked(e *Envelope) {
	s.t.Helper()
	s.Wait("the acknowledgement of "+string(e.body), e.Acknowledged)
}

// WaitConnected waits until there is a connection.
func (s *Server) WaitConnected() {
	s.t.Helper()
	s.Wait("a connection", func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return len(s.sockets.open) > 0
	})
}

// Connections returns how many connections there have been, in all.
func (s *Server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sockets.total
}

// Disconnect asks for a new connection in place of every one, as Slack does every few
// hours.
func (s *Server) Disconnect() {
	s.mu.Lock()
	open := s.sockets.open
	s.sockets.open = nil
	s.mu.Unlock()
	for _, c := range open {
		c.send([]byte(`{"type":"disconnect","reason":"refresh_requested","debug_info":{"host":"fake"}}`))
	}
}

// Silence stops the pings on all connections, or starts them again. A connection
// without pings is dead to both ends, but still open.
func (s *Server) Silence(silent bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sockets.silent = silent
	if silent {
		s.sockets.open = nil
	}
}

// closeSockets ends all connections, and lets there be no more.
func (s *Server) closeSockets() {
	s.mu.Lock()
	s.sockets.closed = true
	all := slices.Clone(s.sockets.all)
	s.mu.Unlock()
	for _, c := range all {
		_ = c.ws.Close() // it is over either way
	}
	s.sockets.running.Wait()
}
