package service

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"newshound/answer/index"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/corpus"
	"newshound/corpus/textfile"
	"newshound/seeds"
)

// served is a service with one platform, over HTTP on this machine.
type served struct {
	*Service
	ready   atomic.Bool
	log     bottest.Log
	address string
	running chan context.Context // what the platform runs with
	stop    func() error         // ends it, and returns what it did
}

// seedLiving returns the seeds, as a service answers from them.
func seedLiving(t *testing.T) *Living {
	t.Helper()
	live, err := OpenLiving(t.Context(), slog.New(slog.DiscardHandler), func(ctx context.Context) (Index, error) {
		articles, _, err := corpus.Collect(ctx, textfile.New(seeds.FS, "seeds"))
		return index.New(articles), err
	})
	if err != nil {
		t.Fatal(err)
	}
	return live
}

func serveOnce(t *testing.T, events *eventLog, routes map[string]http.Handler) *served {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &served{address: "http://" + l.Addr().String(), running: make(chan context.Context, 1)}
	p := fakePlatform("fake", nil, 0, events)
	p.Routes, p.Ready = routes, s.ready.Load
	run := p.Run
	p.Run = func(ctx context.Context) error {
		s.running <- ctx
		return run(ctx)
	}
	s.Service = &Service{Platforms: []*Platform{p}, Log: slog.New(slog.NewTextHandler(&s.log, nil)), Listener: l, Corpus: seedLiving(t)}
	s.Measures.Platforms = []*PlatformMeasures{NewPlatformMeasures("fake")}
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error, 1)
	go func() { result <- s.Run(ctx) }()
	s.stop = sync.OnceValue(func() error {
		cancel()
		return <-result
	})
	t.Cleanup(func() {
		if err := s.stop(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// do sends a request, and returns the answer's status and body.
func (s *served) do(t *testing.T, method, path string, body io.Reader) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, s.address+path, body)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

func TestServer(t *testing.T) {
	echo := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(w, r.Body); err != nil {
			t.Error(err)
		}
	})
	panics := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a secret") })
	s := serveOnce(t, &eventLog{}, map[string]http.Handler{"POST /fake/events": echo, "POST /fake/panics": panics})
	large := strings.Repeat("x", MaxBody)
	chunked := func(text string) io.Reader { return io.MultiReader(strings.NewReader(text)) } // of unknown length
	for _, c := range []struct {
		method, path string
		body         io.Reader
		status       int
		text         string
	}{
		{"GET", "/healthz", nil, 200, "alive\n"},
		{"GET", "/readyz", nil, 503, "not ready: fake\n"},
		{"GET", "/", nil, 404, "404 page not found\n"},
		{"GET", "/fake/events", nil, 405, "Method Not Allowed\n"},
		{"POST", "/healthz", nil, 405, "Method Not Allowed\n"},
		{"POST", "/fake/events", strings.NewReader("hello"), 200, "hello"},
		{"POST", "/fake/events", chunked("hello"), 200, "hello"},
		{"POST", "/fake/events", chunked(large), 200, large},
		{"POST", "/fake/events", strings.NewReader(large + "x"), 413, "the body is too large\n"},
		{"POST", "/fake/events", chunked(large + "x"), 413, "the body is too large\n"},
		{"POST", "/fake/panics", nil, 500, "something went wrong\n"},
		{"GET", "/healthz", nil, 200, "alive\n"}, // still
	} {
		status, text := s.do(t, c.method, c.path, c.body)
		if status != c.status || text != c.text {
			t.Errorf("%s %s: got %d %.40q, want %d %.40q", c.method, c.path, status, text, c.status, c.text)
		}
	}
	s.ready.Store(true)
	if status, text := s.do(t, "GET", "/readyz", nil); status != 200 || text != "ready\n" {
		t.Errorf("ready: %d %q", status, text)
	}
	if log := s.log.String(); !strings.Contains(log, "level=ERROR msg=panic") || strings.Contains(log, "a secret") {
		t.Errorf("log: %s", log)
	}
}

// TestServerEndsBeforePlatforms checks that a request that is under way when the
// service is told to stop is answered while the platform still runs, and that none
// comes after it.
func TestServerEndsBeforePlatforms(t *testing.T) {
	var events eventLog
	begun, finish := make(chan struct{}), make(chan struct{})
	s := serveOnce(t, &events, map[string]http.Handler{"POST /slow": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-finish
		if events.has("fake ended") {
			t.Error("the platform ended before the request")
		}
		say(w, http.StatusOK, "done")
	})})
	s.ready.Store(true)
	var asking sync.WaitGroup
	asking.Go(func() {
		if status, text := s.do(t, "POST", "/slow", nil); status != 200 || text != "done\n" {
			t.Errorf("the slow request: %d %q", status, text)
		}
	})
	<-begun
	var stopping sync.WaitGroup
	stopping.Go(func() {
		if err := s.stop(); err != nil {
			t.Error(err)
		}
	})
	for !s.stopping.Load() {
		runtime.Gosched()
	}
	if got := s.waitingFor(); len(got) != 1 || got[0] != "stopping" {
		t.Errorf("it waits for %q", got)
	}
	if running := <-s.running; running.Err() != nil {
		t.Error("the platform is to end before the request")
	}
	close(finish)
	asking.Wait()
	stopping.Wait()
	if !events.has("fake ended") {
		t.Error("the platform was not ended")
	}
}

// TestServerCutsOffSlowClients sends a request that never ends.
func TestServerCutsOffSlowClients(t *testing.T) {
	s := serveOnce(t, &eventLog{}, nil)
	h := s.httpServer()
	if h.ReadHeaderTimeout == 0 || h.ReadTimeout == 0 || h.WriteTimeout == 0 || h.IdleTimeout == 0 || h.MaxHeaderBytes == 0 {
		t.Fatalf("no bounds: %+v", h)
	}
	h.ReadHeaderTimeout, h.ReadTimeout = 50*time.Millisecond, 50*time.Millisecond
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var serving sync.WaitGroup
	serving.Go(func() { _ = h.Serve(l) })
	defer serving.Wait()
	defer h.Close()
	for _, begin := range []string{"POST /x HTTP/1.1\r\nHost: x\r\nX: ", "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nab"} {
		c, err := new(net.Dialer).DialContext(t.Context(), "tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		if _, err := io.WriteString(c, begin); err != nil {
			t.Fatal(err)
		}
		// What comes back, if anything, ends.
		if _, err := io.Copy(io.Discard, c); err != nil && !strings.Contains(err.Error(), "reset") {
			t.Errorf("%q: %v", begin, err)
		}
	}
}

// series matches a line of the exposition format.
var series = regexp.MustCompile(`^([a-z_]+)(\{(?:[a-z]+="[A-Za-z0-9_.+]+",?)+\})? ([0-9.e+-]+)$`)

func TestMetrics(t *testing.T) {
	s := serveOnce(t, &eventLog{}, nil)
	s.ready.Store(true)
	p := s.Measures.Platforms[0]
	var counting sync.WaitGroup
	for range 10 {
		counting.Go(func() {
			for range 100 {
				p.Count(bot.EventAccepted)
				p.Took(bot.StageAck, 20*time.Millisecond)
			}
		})
	}
	counting.Wait()
	p.Took(bot.StageAck, time.Hour)
	p.Count(200) // no event
	p.Took(200, time.Second)

	status, text := s.do(t, "GET", "/metrics", nil)
	if status != 200 {
		t.Fatalf("%d %s", status, text)
	}
	got := map[string]float64{}
	typed := map[string]bool{}
	for lines := bufio.NewScanner(strings.NewReader(text)); lines.Scan(); {
		line := lines.Text()
		if name, ok := strings.CutPrefix(line, "# TYPE "); ok {
			typed[strings.Fields(name)[0]] = true
			continue
		}
		if strings.HasPrefix(line, "# HELP ") {
			continue
		}
		m := series.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("the line %q", line)
		}
		family := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(m[1], "_bucket"), "_sum"), "_count")
		if !typed[family] {
			t.Errorf("%s has no type", m[1])
		}
		if _, twice := got[m[1]+m[2]]; twice {
			t.Errorf("%s is there twice", m[1]+m[2])
		}
		v, err := strconv.ParseFloat(m[3], 64)
		if err != nil {
			t.Error(err)
		}
		got[m[1]+m[2]] = v
	}
	for name, want := range map[string]float64{
		`newshound_events_total{platform="fake",event="accepted"}`:                 1000,
		`newshound_events_total{platform="fake",event="busy"}`:                     0,
		`newshound_stage_seconds_bucket{platform="fake",stage="ack",le="0.01"}`:    0,
		`newshound_stage_seconds_bucket{platform="fake",stage="ack",le="0.025"}`:   1000,
		`newshound_stage_seconds_bucket{platform="fake",stage="ack",le="60"}`:      1000,
		`newshound_stage_seconds_bucket{platform="fake",stage="ack",le="+Inf"}`:    1001,
		`newshound_stage_seconds_count{platform="fake",stage="ack"}`:               1001,
		`newshound_stage_seconds_sum{platform="fake",stage="ack"}`:                 3620,
		`newshound_stage_seconds_bucket{platform="fake",stage="answer",le="+Inf"}`: 0,
		`newshound_ready{platform="fake"}`:                                         1,
		`newshound_articles`:                                                       3,
	} {
		if v, ok := got[name]; !ok || v != want {
			t.Errorf("%s is %v, want %v", name, v, want)
		}
	}
	if want := len(bot.Events()) + len(bot.Stages())*(len(bucketBounds)+3) + 7; len(got) != want {
		t.Errorf("%d series, want %d", len(got), want)
	}
}
