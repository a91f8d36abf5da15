package slacktest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// sockets are the connections of Socket Mode
// (https://docs.slack.dev/apis/events-api/using-socket-mode).
type sockets struct {
	tickets   map[string]bool
	open      []*conn
	total     int // connections ever made
	acks      map[string]*Envelope
	envelopes int
	pingEvery time.Duration
	silent    bool
	running   sync.WaitGroup
}

// conn is one connection. A websocket allows one writer at a time.
type conn struct {
	ws    *websocket.Conn
	write sync.Mutex
	done  chan struct{}
}

func (c *conn) send(text []byte) error {
	c.write.Lock()
	defer c.write.Unlock()
	return c.ws.WriteMessage(websocket.TextMessage, text)
}

// Envelope is something that was sent over the socket.
type Envelope struct {
	ID    string
	Sent  time.Time
	acked chan struct{}
	took  time.Duration
	reply json.RawMessage
}

// Acked is closed when the envelope has been acknowledged.
func (e *Envelope) Acked() <-chan struct{} { return e.acked }

// Took is how long the acknowledgement took. It is there once [Envelope.Acked] is
// closed, as is Reply.
func (e *Envelope) Took() time.Duration { return e.took }

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
	// Socket Mode is for programs: whatever page they say they come from is welcome.
	ws, err := (&websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}).Upgrade(w, r, nil)
	if err != nil {
		return // it has been answered
	}
	c := &conn{ws: ws, done: make(chan struct{})}
	s.mu.Lock()
	s.sockets.total++
	s.sockets.running.Add(1)
	s.mu.Unlock()
	defer s.sockets.running.Done()
	_ = c.send([]byte(`{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}`)) // a broken one shows when read
	s.mu.Lock()
	s.sockets.open = append(s.sockets.open, c)
	s.happened()
	s.mu.Unlock()
	s.sockets.running.Add(1)
	go s.ping(c)
	for {
		_, text, err := ws.ReadMessage()
		if err != nil {
			break
		}
		s.ack(text)
	}
	close(c.done)
	_ = ws.Close() // it is over either way
	s.mu.Lock()
	s.drop(c)
	s.mu.Unlock()
}

// ping pings a connection until it ends.
func (s *Server) ping(c *conn) {
	defer s.sockets.running.Done()
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
	case e.took != 0:
		s.problem("socket: a second acknowledgement of %s", a.EnvelopeID)
	default:
		e.took, e.reply = time.Since(e.Sent), a.Payload
		close(e.acked)
		s.happened()
	}
}

// Send sends an envelope ("events_api", "slash_commands", "interactive", or
// whatever) on the newest connection, for which it waits.
func (s *Server) Send(kind string, payload any) *Envelope {
	s.t.Helper()
	body, err := json.Marshal(payload)
	if err != nil {
		s.t.Fatal(err)
	}
	s.WaitConnected()
	s.mu.Lock()
	s.sockets.envelopes++
	e := &Envelope{ID: fmt.Sprintf("env%d", s.sockets.envelopes), Sent: time.Now(), acked: make(chan struct{})}
	s.sockets.acks[e.ID] = e
	var c *conn
	if n := len(s.sockets.open); n > 0 {
		c = s.sockets.open[n-1]
	}
	s.mu.Unlock()
	if c != nil {
		text := fmt.Appendf(nil, `{"envelope_id":%q,"type":%q,"accepts_response_payload":%t,"payload":%s}`, e.ID, kind, kind != "events_api", body)
		_ = c.send(text) // one that is lost is never acknowledged
	}
	return e
}

// SendRaw sends a text on the newest connection.
func (s *Server) SendRaw(text string) {
	s.t.Helper()
	s.WaitConnected()
	s.mu.Lock()
	c := s.sockets.open[len(s.sockets.open)-1]
	s.mu.Unlock()
	if err := c.send([]byte(text)); err != nil {
		s.t.Error(err)
	}
}

// WaitAcked waits until an envelope is acknowledged.
func (s *Server) WaitAcked(e *Envelope) {
	s.t.Helper()
	s.Wait("the acknowledgement of "+e.ID, func() bool {
		select {
		case <-e.acked:
			return true
		default:
			return false
		}
	})
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

// Disconnect tells every connection to make way for a new one, as Slack does
// every few hours.
func (s *Server) Disconnect() {
	s.mu.Lock()
	open := s.sockets.open
	s.sockets.open = nil
	s.mu.Unlock()
	for _, c := range open {
		_ = c.send([]byte(`{"type":"disconnect","reason":"refresh_requested","debug_info":{"host":"fake"}}`)) // or it has gone already
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

// drop forgets a connection. The caller holds s.mu.
func (s *Server) drop(c *conn) {
	for i, o := range s.sockets.open {
		if o == c {
			s.sockets.open = append(s.sockets.open[:i:i], s.sockets.open[i+1:]...)
		}
	}
	s.happened()
}

// closeSockets ends all connections.
func (s *Server) closeSockets() {
	s.mu.Lock()
	open := s.sockets.open
	s.mu.Unlock()
	for _, c := range open {
		_ = c.ws.Close() // it is over either way
	}
}
