// Package discordtest is a fake Discord for tests: its REST interface and its gateway, as
// they are on the wire, and people who type commands, press buttons, mention the bot and
// write to it.
//
// The server enforces Discord's rules, including those that Discord's published schema does
// not express: every body must carry allowed_mentions that allows nothing, texts and
// components stay within their limits, an interaction is answered once and within three
// seconds, and its token ends after fifteen minutes. A request that breaks a rule is refused
// as by Discord, and is also a [Violation], which fails the test at its end unless the test
// expects it.
//
// It misbehaves on command: [Server.OnRequest] decides how a request ends, [Server.OnGateway]
// what happens at a step on the gateway, and further methods send what a gateway may send at
// any time.
//
// Connections are in memory, from [Server.Dial], so that everything works in a bubble of
// testing/synctest. [Server.Listen] opens the server to other processes.
//
// If the environment variable DISCORD_BODIES names a directory, every body in either
// direction is written there, to be checked by .ci/discord-schema.
package discordtest

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// What the bot is called here.
const (
	Token         = "test.bot.token"
	ApplicationID = "700000000000000001"
	BotID         = "700000000000000002" // not the application's, as with old applications
	RoleID        = "700000000000000009" // of the role that is the bot's own in every guild
	GuildID       = "800000000000000001"
)

// Host is the name under which [Server.Dial] finds the server.
const Host = "discord.test"

// Server is the Discord of one test. Its methods may be called at any time and
// from any goroutine.
type Server struct {
	t        testing.TB
	listener *listener
	servers  []*http.Server
	address  string // host and port that the server gives as its own
	secure   string // "s" where it speaks TLS
	record   *recorder

	mu           sync.Mutex
	changed      chan struct{} // closed, and made anew, when anything happens
	lastID       uint64
	interactions map[string]*Interaction // by id
	tokens       map[string]*Interaction // by token
	channels     map[string]*channel
	commands     map[string][]*command // by guild, "" for the global ones
	requests     []*Request
	violations   []Violation
	expected     []string // rules that the test expects to be broken
	nonces       map[string]*Message
	held         map[string]time.Time // a path, or "", to when a 429 ends
	shards       int
	starts       int // IDENTIFYs left
	concurrency  int
	endpoint     string
	lean         bool // READY has only what it must
	sessions     map[string]*session
	conns        map[*Conn]bool
	log          []string // what happened on the gateway, a line each
	onRequest    func(*Request) *Response
	onGateway    func(Step) Action
	deaf         bool                // heartbeats are not acknowledged
	meant        func(*session) bool // see Only
	replayAll    bool
	identified   []time.Time
	closed       bool
	private      ed25519.PrivateKey
}

// Violation is a rule that the bot broke.
type Violation struct{ Rule, Detail string }

// New starts a server that ends with the test. In a bubble of testing/synctest,
// call [Server.Close] before its end.
func New(t testing.TB) *Server {
	t.Helper()
	seed := make([]byte, ed25519.SeedSize)
	copy(seed, "discordtest")
	s := &Server{
		t:            t,
		listener:     newListener(),
		address:      Host,
		record:       newRecorder(t),
		changed:      make(chan struct{}),
		interactions: map[string]*Interaction{},
		tokens:       map[string]*Interaction{},
		channels:     map[string]*channel{},
		commands:     map[string][]*command{},
		nonces:       map[string]*Message{},
		held:         map[string]time.Time{},
		sessions:     map[string]*session{},
		conns:        map[*Conn]bool{},
		shards:       1,
		starts:       1000,
		concurrency:  1,
		meant:        func(*session) bool { return true },
		private:      ed25519.NewKeyFromSeed(seed),
	}
	s.serve(s.listener)
	t.Cleanup(s.Close)
	return s
}

// serve serves connections of a listener until the server is closed.
func (s *Server) serve(l net.Listener) {
	h := &http.Server{Handler: s, ErrorLog: log.New(io.Discard, "", 0)}
	s.mu.Lock()
	s.servers = append(s.servers, h)
	s.mu.Unlock()
	go func() { _ = h.Serve(l) }()
}

// Listen opens the server on a loopback port, which it then names as its own address, and
// returns the base of its REST addresses.
func (s *Server) Listen() string {
	s.t.Helper()
	l, err := new(net.ListenConfig).Listen(s.t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	s.mu.Lock()
	s.address = l.Addr().String()
	s.mu.Unlock()
	s.serve(l)
	return s.URL()
}

// URL returns the base of the server's REST addresses.
func (s *Server) URL() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return "http" + s.secure + "://" + s.address + "/api/v10"
}

// ListenTLS is [Server.Listen] with TLS. The file holds the certificate to trust, in PEM.
func (s *Server) ListenTLS() (api, file string) {
	s.t.Helper()
	h := httptest.NewTLSServer(s)
	s.t.Cleanup(h.Close)
	s.mu.Lock()
	s.address, s.secure = h.Listener.Addr().String(), "s"
	s.mu.Unlock()
	file = filepath.Join(s.t.TempDir(), "certificate.pem")
	block := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: h.Certificate().Raw})
	if err := os.WriteFile(file, block, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return s.URL(), file
}

// ListenProxied serves like [Server.ListenTLS], but under a host name that only an HTTP proxy can
// reach, whose address it returns, too. The proxy wants a user name and password.
func (s *Server) ListenProxied() (api, file, proxy string) {
	s.t.Helper()
	_, file = s.ListenTLS()
	const host = "example.com" // of httptest's certificate
	s.mu.Lock()
	behind := s.address
	s.address = host
	s.mu.Unlock()
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Set("Authorization", r.Header.Get("Proxy-Authorization"))
		user, password, _ := r.BasicAuth()
		if r.Method != http.MethodConnect || r.Host != host+":443" || user != "me" || password != "p@ss" {
			w.WriteHeader(http.StatusProxyAuthRequired)
			return
		}
		there, err := (&net.Dialer{}).DialContext(r.Context(), "tcp", behind)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		defer func() { _ = there.Close() }()
		here, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		defer func() { _ = here.Close() }()
		if _, err := io.WriteString(here, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
			return
		}
		go func() {
			defer func() { _ = there.Close() }()
			_, _ = io.Copy(there, here)
		}()
		_, _ = io.Copy(here, there)
	}))
	s.t.Cleanup(h.Close)
	return s.URL(), file, strings.Replace(h.URL, "//", "//me:p%40ss@", 1)
}

// Dial connects to the server, whatever the address.
func (s *Server) Dial(ctx context.Context, _, _ string) (net.Conn, error) {
	return s.listener.dial(ctx)
}

// PublicKey returns the key, in hexadecimal, by which the server's requests to an
// interactions endpoint can be checked.
func (s *Server) PublicKey() string {
	public, _ := s.private.Public().(ed25519.PublicKey)
	return hex.EncodeToString(public)
}

// Close ends the server and fails the test for each violation that it did not
// expect. It may be called more than once.
func (s *Server) Close() {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	s.closed = true
	conns := s.conns
	s.conns = map[*Conn]bool{}
	for _, v := range s.violations {
		if !slices.Contains(s.expected, v.Rule) {
			s.t.Errorf("discordtest: %s: %s", v.Rule, v.Detail)
		}
	}
	servers := s.servers
	s.mu.Unlock()
	for c := range conns {
		c.drop()
	}
	for _, h := range servers {
		_ = h.Close()
	}
	s.record.close()
}

// Expect says that the test breaks a rule on purpose.
func (s *Server) Expect(rule string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.expected = append(s.expected, rule)
}

// Violations returns the rules that were broken so far.
func (s *Server) Violations() []Violation {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.violations)
}

// violate notes a broken rule. The caller holds s.mu.
func (s *Server) violate(rule, format string, args ...any) {
	s.violations = append(s.violations, Violation{rule, fmt.Sprintf(format, args...)})
}

// change wakes whoever waits. The caller holds s.mu.
func (s *Server) change() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// Wait waits until a condition holds, and fails the test after ten seconds. The condition is
// called again and again, and must not wait itself.
func (s *Server) Wait(why string, what func() bool) {
	s.t.Helper()
	s.WaitFor(10*time.Second, why, what)
}

// WaitFor is [Server.Wait] with another patience.
func (s *Server) WaitFor(most time.Duration, why string, what func() bool) {
	s.t.Helper()
	timer, ticker := time.NewTimer(most), time.NewTicker(50*time.Millisecond)
	defer timer.Stop()
	defer ticker.Stop()
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if what() {
			return
		}
		select {
		case <-changed:
		case <-ticker.C: // the bot may have changed by itself
		case <-timer.C:
			if what() {
				return
			}
			s.t.Fatalf("discordtest: waited %v in vain: %s\ngateway:\n%s", most, why, s.describe())
		}
	}
}

// epoch is when Discord's ids begin
// (https://docs.discord.com/developers/reference#snowflakes).
const epoch = 1420070400000

// newID returns an id for something made now. The caller holds s.mu.
func (s *Server) newID() string {
	id := uint64(time.Now().UnixMilli()-epoch) << 22
	if id <= s.lastID {
		id = s.lastID + 1
	}
	s.lastID = id
	return strconv.FormatUint(id, 10)
}
