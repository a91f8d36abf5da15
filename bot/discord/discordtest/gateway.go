package discordtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// heartbeat is the interval in which the gateway asks for heartbeats.
const heartbeat = 41250 * time.Millisecond

// Step is something that happens on a connection to the gateway.
type Step struct {
	// Kind is "connect" (before HELLO), "identify", "resume" or "heartbeat".
	Kind string
	// Count tells how many steps of this kind there have been, this one included.
	Count int
	Conn  *Conn
}

// Action is what happens at a step. The zero value is the proper thing.
type Action struct {
	Silent    bool // nothing is sent
	Reconnect bool // op 7
	Invalid   bool // op 9, with Resumable
	Resumable bool
	Close     int           // the connection is closed with this code
	Drop      bool          // … without one
	Late      time.Duration // the proper thing, this much later
}

// OnGateway has f decide what happens at each step.
func (s *Server) OnGateway(f func(Step) Action) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.onGateway = f
}

// Deafen stops, or starts again, the acknowledgement of heartbeats.
func (s *Server) Deafen(deaf bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.deaf = deaf
}

// session is what a shard can resume.
type session struct {
	id    string
	shard [2]int
	seq   int64
	sent  []dispatch
	conn  *Conn // nil while there is no connection
	since time.Time
}

// dispatch is an event with its number.
type dispatch struct {
	seq  int64
	data []byte
}

// Conn is a connection to the gateway.
type Conn struct {
	s       *Server
	ws      *websocket.Conn
	out     chan []byte
	gone    chan struct{}
	once    sync.Once
	session *session
	resume  string // the session whose resume_gateway_url it came by, or ""
}

// Log returns what happened on the gateway, a line each: "connect", "identify 0/1",
// "resume", "resumed", "close 4000" (by the bot), "gone" (without a code) …
func (s *Server) Log() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.log)
}

// Logged tells how many lines of the log begin with a text.
func (s *Server) Logged(prefix string) int {
	n := 0
	for _, line := range s.Log() {
		if strings.HasPrefix(line, prefix) {
			n++
		}
	}
	return n
}

func (s *Server) describe() string { return strings.Join(s.Log(), "\n") }

// note adds a line to the log. The caller holds s.mu.
func (s *Server) note(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
	s.change()
}

// Connections tells how many connections stand.
func (s *Server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.conns)
}

// Ready tells how many shards are connected and identified or resumed.
func (s *Server) Ready() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, have := range s.sessions {
		if have.conn != nil {
			n++
		}
	}
	return n
}

// Only restricts what is done to every connection from now on to those of some shards.
func (s *Server) Only(shards ...int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.meant = func(se *session) bool { return se != nil && slices.Contains(shards, se.shard[0]) }
}

// each calls f for every connection.
func (s *Server) each(f func(*Conn)) {
	s.mu.Lock()
	conns := maps.Clone(s.conns)
	maps.DeleteFunc(conns, func(c *Conn, _ bool) bool { return !s.meant(c.session) })
	s.mu.Unlock()
	for c := range conns {
		f(c)
	}
}

// CloseAll closes every connection with a code.
func (s *Server) CloseAll(code int) { s.each(func(c *Conn) { c.close(code) }) }

// DropAll cuts every connection.
func (s *Server) DropAll() { s.each(func(c *Conn) { c.drop() }) }

// Reconnect asks every connection to come back (op 7).
func (s *Server) Reconnect() { s.each(func(c *Conn) { c.send(7, nil) }) }

// Invalidate tells every connection that its session is void (op 9).
func (s *Server) Invalidate(resumable bool) {
	s.mu.Lock()
	if !resumable {
		maps.DeleteFunc(s.sessions, func(_ string, se *session) bool { return s.meant(se) })
	}
	s.mu.Unlock()
	s.each(func(c *Conn) { c.send(9, resumable) })
}

// ReplayAll has a resumed session receive all its events again, also those received before.
func (s *Server) ReplayAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replayAll = true
}

// Ask asks every connection for a heartbeat (op 1).
func (s *Server) Ask() { s.each(func(c *Conn) { c.send(1, nil) }) }

// SendRaw sends a text as it is on every connection.
func (s *Server) SendRaw(text string) { s.each(func(c *Conn) { c.put([]byte(text)) }) }

// Dispatch sends an event to the shard that it is for. It is kept for a shard that
// has a session and no connection; without a session it is lost, as it would be.
func (s *Server) Dispatch(event string, data any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	guild := uint64(0)
	if m, ok := data.(map[string]any); ok {
		id, _ := m["guild_id"].(string)
		guild, _ = strconv.ParseUint(id, 10, 64)
	}
	var latest *session
	for _, have := range s.sessions {
		if uint64(have.shard[0]) == (guild>>22)%uint64(have.shard[1]) && (latest == nil || have.since.After(latest.since)) {
			latest = have
		}
	}
	if latest == nil {
		s.note("lost %s", event)
		return
	}
	latest.dispatch(event, data)
	s.change()
}

// dispatch numbers an event and sends it. The caller holds the server's mutex.
func (se *session) dispatch(event string, data any) {
	se.seq++
	text, err := json.Marshal(map[string]any{"op": 0, "s": se.seq, "t": event, "d": data})
	if err != nil {
		panic(err)
	}
	se.sent = append(se.sent, dispatch{se.seq, text})
	if se.conn != nil {
		se.conn.put(text)
	}
}

// send sends an operation.
func (c *Conn) send(op int, data any) {
	text, err := json.Marshal(map[string]any{"op": op, "d": data, "s": nil, "t": nil})
	if err != nil {
		panic(err)
	}
	c.put(text)
}

// put queues a text. A connection whose queue is full is cut.
func (c *Conn) put(text []byte) {
	select {
	case c.out <- text:
	case <-c.gone:
	default:
		c.drop()
	}
}

// closing is the mark in the queue after which the connection is closed.
const closing = "close "

func (c *Conn) close(code int) { c.put([]byte(closing + strconv.Itoa(code))) }

// drop cuts the connection.
func (c *Conn) drop() {
	c.once.Do(func() {
		close(c.gone)
		_ = c.ws.NetConn().Close()
	})
}

// write sends what is queued. It ends with the connection.
func (c *Conn) write() {
	for {
		select {
		case text := <-c.out:
			_ = c.ws.SetWriteDeadline(time.Now().Add(10 * time.Second))
			if code, ok := strings.CutPrefix(string(text), closing); ok {
				n, _ := strconv.Atoi(code)
				_ = c.ws.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(n, ""))
				timer := time.NewTimer(2 * time.Second) // for the bot to close, too
				select {
				case <-c.gone:
				case <-timer.C:
				}
				timer.Stop()
				c.drop()
				return
			}
			if err := c.ws.WriteMessage(websocket.TextMessage, text); err != nil {
				c.drop()
				return
			}
		case <-c.gone:
			return
		}
	}
}

// resumePath begins the path by which a session is resumed. Each has one of its own.
const resumePath = "/resume/"

// serveGateway serves one connection to the gateway.
func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	c := &Conn{s: s, ws: ws, out: make(chan []byte, 4096), gone: make(chan struct{})}
	ws.SetCloseHandler(func(int, string) error { return nil })
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		c.drop()
		return
	}
	s.conns[c] = true
	id, resumes := strings.CutPrefix(r.URL.Path, resumePath)
	if resumes {
		c.resume = id
	}
	if q := r.URL.Query(); q.Get("v") != "10" || q.Get("encoding") != "json" || !resumes && (r.URL.Path != "/gateway" || q.Get("region") != "test") {
		s.violate("gateway", "the address %q", r.URL)
	}
	s.note("connect")
	s.mu.Unlock()
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.write()
	}()
	if s.step(c, "connect") {
		c.send(10, map[string]any{"heartbeat_interval": heartbeat.Milliseconds()})
	}
	c.read()
	c.drop()
	<-done
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
	if c.session != nil && c.session.conn == c {
		c.session.conn = nil
	}
	s.change()
}

// step does what [Server.OnGateway] decides for a step, and reports whether the proper thing
// is to be done.
func (s *Server) step(c *Conn, kind string) bool {
	s.mu.Lock()
	f := s.onGateway
	if kind == "heartbeat" {
		s.note("heartbeat")
	}
	n := 0
	for _, line := range s.log {
		if strings.HasPrefix(line, kind+" ") || line == kind {
			n++
		}
	}
	s.mu.Unlock()
	if f == nil {
		return true
	}
	a := f(Step{kind, n, c})
	switch {
	case a.Reconnect:
		c.send(7, nil)
	case a.Invalid:
		c.send(9, a.Resumable)
	case a.Close != 0:
		c.close(a.Close)
	case a.Drop:
		c.drop()
	case a.Late > 0:
		time.Sleep(a.Late) //nolint:forbidigo // the gateway is late
		return true
	}
	return a == Action{}
}
