// Package slacktest is a fake Slack on loopback for tests: the Web API over HTTP and Socket
// Mode over a websocket, as they are on the wire, without Slack's libraries.
//
// It refuses what Slack refuses (wrong tokens, missing text, too many or too long
// blocks) and what Newshound must never send (control sequences in angle
// brackets that would ping someone, links that unfurl, a second post for one
// event). It keeps a list of these problems, which fails the test at its end. On command it
// misbehaves: [Server.Fail], [Server.Silence], [Server.Disconnect].
//
// The limits are those of https://docs.slack.dev/reference/block-kit.
package slacktest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// What the fake workspace knows.
const (
	BotToken      = "xoxb-fake-bot-token"
	AppToken      = "xapp-fake-app-token"
	SigningSecret = "fake-signing-secret"
	Team          = "T1"
	Bot           = "U0BOT" // the bot's user id
	BotID         = "B0BOT" // its id as a bot
	Scopes        = "app_mentions:read,chat:write,commands,im:history,im:write,assistant:write"
)

// Server is the fake. Its methods are safe for concurrent use.
type Server struct {
	t    testing.TB
	http *httptest.Server

	mu        sync.Mutex
	changed   chan struct{} // closed and replaced at each change
	messages  []Message
	written   []Message // by people
	calls     []Call
	problems  []string
	expected  []string // problems that the test provokes
	faults    map[string][]Fault
	hooks     map[string]*hook
	budget    map[string]int // posts that a thread may still get
	spent     map[string]bool
	delivered map[string]bool
	scopes    string
	last      int
	sockets   sockets
}

// Call is one request to the Web API or to a response URL, whatever its outcome.
type Call struct {
	Method string // "chat.postMessage", or "response_url"
	Args   map[string]any
	At     time.Time
}

// New starts a fake that stops, and reports what it had to refuse, when the test
// ends.
func New(t testing.TB) *Server {
	t.Helper()
	s := &Server{
		t: t, changed: make(chan struct{}), faults: map[string][]Fault{}, hooks: map[string]*hook{},
		budget: map[string]int{}, spent: map[string]bool{}, delivered: map[string]bool{}, scopes: Scopes,
	}
	s.sockets.tickets = map[string]bool{}
	s.sockets.acks = map[string]*Envelope{}
	s.sockets.acked = map[string]bool{}
	s.sockets.pingEvery = 50 * time.Millisecond
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/{method}", s.serveAPI)
	mux.HandleFunc("POST /hooks/{id}", s.serveHook)
	mux.HandleFunc("GET /socket/{ticket}", s.serveSocket)
	// Set before it is started: a request of another process may come at once.
	s.http = httptest.NewUnstartedServer(mux)
	s.http.Start()
	t.Cleanup(func() {
		s.closeSockets()
		s.http.Close()
		for _, p := range s.Problems() {
			t.Errorf("slacktest: %s", p)
		}
	})
	return s
}

// APIURL is the address of the Web API, with a slash at its end.
func (s *Server) APIURL() string { return s.http.URL + "/api/" }

// SetScopes sets the scopes that the bot's token has, comma-separated.
func (s *Server) SetScopes(scopes string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.scopes = scopes
}

// Messages returns what was posted and stored so far, ephemeral messages too, in
// order.
func (s *Server) Messages() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.messages)
}

// Calls returns the requests for one method so far, the refused ones too; for
// every method if it is "".
func (s *Server) Calls(method string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Call
	for _, c := range s.calls {
		if method == "" || c.Method == method {
			out = append(out, c)
		}
	}
	return out
}

// Problems returns what was sent and should not have been, apart from what the
// test expects.
func (s *Server) Problems() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(s.problems), func(p string) bool {
		return slices.ContainsFunc(s.expected, func(e string) bool { return strings.Contains(p, e) })
	})
}

// Expect says that the test provokes problems whose text contains part.
func (s *Server) Expect(part string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.expected = append(s.expected, part)
}

// Wait waits until done holds, and fails the test if that takes longer than
// two minutes. It looks again whenever something has happened here, and, for
// what happens elsewhere, now and then.
func (s *Server) Wait(what string, done func() bool) {
	s.t.Helper()
	timeout := time.NewTimer(2 * time.Minute)
	defer timeout.Stop()
	now := time.NewTicker(10 * time.Millisecond)
	defer now.Stop()
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if done() {
			return
		}
		select {
		case <-changed:
		case <-now.C:
		case <-timeout.C:
			s.t.Fatalf("slacktest: waited in vain for %s", what)
		}
	}
}

// WaitMessages waits until at least n messages are stored, and returns them all.
func (s *Server) WaitMessages(n int) []Message {
	s.t.Helper()
	s.Wait(fmt.Sprintf("%d messages", n), func() bool { return len(s.Messages()) >= n })
	return s.Messages()
}

// happened wakes those who wait. The caller holds s.mu.
func (s *Server) happened() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// problem records a problem. The caller holds s.mu.
func (s *Server) problem(format string, args ...any) {
	s.problems = append(s.problems, fmt.Sprintf(format, args...))
}

// timestamp returns a fresh message timestamp. The caller holds s.mu.
func (s *Server) timestamp() string {
	s.last++
	return fmt.Sprintf("1700000000.%06d", s.last)
}

// Timestamp returns a fresh message timestamp, as for something that a person
// posts.
func (s *Server) Timestamp() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.timestamp()
}
