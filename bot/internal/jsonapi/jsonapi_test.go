package jsonapi_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/internal/jsonapi"
)

// limits is a plain [jsonapi.Limits].
type limits struct{ until sync.Map }

func (l *limits) Held(key string) time.Duration {
	until, held := l.until.Load(key)
	if !held {
		return 0
	}
	return max(0, time.Until(until.(time.Time)))
}

func (l *limits) Hold(key string, until time.Time) { l.until.Store(key, until) }

// server answers one request after the other with a status and a body; 0 breaks the
// connection, and none makes none. The last goes on for ever.
type server struct {
	answers []reply
	at      []time.Duration
	began   time.Time
}

type reply struct {
	status int
	body   string
}

// none is the status of no connection, and silent of no answer.
const (
	none   = -1
	silent = -2
)

func (s *server) RoundTrip(r *http.Request) (*http.Response, error) {
	s.at = append(s.at, time.Since(s.began).Round(time.Second/10))
	a := s.answers[0]
	if len(s.answers) > 1 {
		s.answers = s.answers[1:]
	}
	if a.status == none {
		return nil, jsonapi.ErrUnsent
	}
	if a.status == 0 {
		return nil, errors.New("broken")
	}
	return &http.Response{StatusCode: a.status, Request: r, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(a.body))}, nil
}

func TestDo(t *testing.T) {
	const wait = `{"retry_after":20,"global":false}`
	const waitAll = `{"retry_after":20,"global":true}`
	for _, c := range []struct {
		name      string
		answers   []reply
		unlimited bool
		tries     int
		least     time.Duration
		want      string // of the error, "" for none
		again     bool
	}{
		{"well", []reply{{200, `{"n":7}`}}, false, 1, 0, "", false},
		{"refused", []reply{{403, `{"code":50013,"message":"secret"}`}}, false, 1, 0, "answered 403 (code 50013)", false},
		{"one error", []reply{{503, "<html>"}, {200, `{"n":7}`}}, false, 2, 0, "", false},
		{"refused again", []reply{{0, ""}, {400, `{"code":40060}`}}, false, 2, 0, "answered 400 (code 40060)", true},
		{"errors", []reply{{500, ""}}, false, 3, 0, "answered 500 (code 0)", true},
		{"broken", []reply{{0, ""}}, false, 3, 0, "reach the API: broken", false},
		{"no JSON", []reply{{200, "<html>"}}, false, 3, 0, "the answer is no JSON", false},
		{"told to wait", []reply{{429, wait}, {200, `{"n":7}`}}, false, 2, 20 * time.Second, "", false},
		{"told to wait with HTML", []reply{{429, "<html>"}, {200, `{"n":7}`}}, false, 2, 250 * time.Millisecond, "", false},
		{"all told to wait", []reply{{429, waitAll}, {200, `{"n":7}`}}, false, 2, 20 * time.Second, "", false},
		{"all but this", []reply{{429, waitAll}, {200, `{"n":7}`}}, true, 2, 0, "", false},
		{"told to wait too long", []reply{{429, `{"retry_after":86400}`}}, false, 1, time.Minute, "deadline", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &server{answers: c.answers, began: time.Now()}
				var paused []time.Duration
				client := jsonapi.Client{
					Base: "http://api.example", HTTP: &http.Client{Transport: s}, Sign: func(h http.Header) { h.Set("Authorization", "token") },
					Limits: &limits{}, Paused: func(_ string, until time.Time) { paused = append(paused, time.Until(until)) },
				}
				var out struct {
					N int `json:"n"`
				}
				err := client.Do(t.Context(), jsonapi.Request{Method: http.MethodPost, Path: "/secret?q", In: 1, Out: &out, Unlimited: c.unlimited})
				took := time.Since(s.began)
				if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) || err != nil && strings.Contains(err.Error(), "secret") {
					t.Errorf("error %v", err)
				}
				if err == nil && out.N != 7 || len(s.at) != c.tries || took < c.least || took > c.least+5*time.Second {
					t.Errorf("%d after %v at %v", out.N, took, s.at)
				}
				if waits := c.answers[0].status == http.StatusTooManyRequests; waits != (len(paused) == 1) || c.least == 20*time.Second && paused[0].Round(time.Second) != c.least {
					t.Errorf("told of pauses %v", paused)
				}
				if code := strings.Contains(c.want, "50013"); jsonapi.Refused(err, 1, 50013) != code || jsonapi.Refused(err, 1) {
					t.Errorf("refused with 50013: %v", !code)
				}
				var refused *jsonapi.Error
				if errors.As(err, &refused) && refused.Again != c.again {
					t.Errorf("again: %v", refused.Again)
				}
			})
		})
	}
}

// Where nothing is wanted of an answer, one that is none of the API's is none.
func TestNothingWanted(t *testing.T) {
	for _, c := range []struct {
		body  string
		tries int
	}{{"", 1}, {`{"id":"1"}`, 1}, {"<html>", 2}, {`{"id":`, 2}} {
		synctest.Test(t, func(t *testing.T) {
			s := &server{answers: []reply{{200, c.body}, {204, ""}}, began: time.Now()}
			client := jsonapi.Client{HTTP: &http.Client{Transport: s}, Base: "http://api.example", Sign: func(http.Header) {}, Limits: &limits{}}
			if err := client.Do(t.Context(), jsonapi.Request{Method: http.MethodPost}); err != nil || len(s.at) != c.tries {
				t.Errorf("%q: tried %d times, %v", c.body, len(s.at), err)
			}
		})
	}
}

// A request that waits for the end of a 429 waits on where another is told to wait anew meanwhile.
func TestHeldMeanwhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &server{answers: []reply{{204, ""}}, began: time.Now()}
		held := &limits{}
		held.Hold("/x", time.Now().Add(2*time.Second))
		held.Hold("", time.Now().Add(3*time.Second))
		client := jsonapi.Client{HTTP: &http.Client{Transport: s}, Base: "http://api.example", Sign: func(http.Header) {}, Limits: held}
		time.AfterFunc(time.Second, func() { held.Hold("/x", time.Now().Add(4*time.Second)) })
		if err := client.Do(t.Context(), jsonapi.Request{Method: http.MethodGet, Path: "/x"}); err != nil || s.at[0] != 5*time.Second {
			t.Errorf("made after %v, %v", s.at, err)
		}
	})
}

// dial opens connections of which each has one answer.
func (s *server) dial(context.Context, string, string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	answer, err := s.RoundTrip(nil)
	if errors.Is(err, jsonapi.ErrUnsent) {
		return nil, errors.New("refused")
	}
	go func() {
		defer func() { _ = theirs.Close() }()
		r, bad := http.ReadRequest(bufio.NewReader(theirs))
		switch {
		case bad != nil || err != nil:
		case answer.StatusCode == silent:
			_, _ = io.Copy(io.Discard, theirs)
		default:
			_, _ = io.Copy(io.Discard, r.Body)
			answer.Close = true
			_ = answer.Write(theirs) // who reads tells
		}
	}()
	return ours, nil
}

// limit is of requests over such connections.
const limit = 10 * time.Second

// journal notes what it is told.
type journal struct{ told string }

func (j *journal) Sending() { j.told += "s" }

func (j *journal) NotSent() { j.told += "n" }

// The journal is told of what came to nothing, until an attempt has perhaps arrived.
func TestJournal(t *testing.T) {
	for name, c := range map[string]struct {
		answers []reply
		want    string
	}{
		"well":            {[]reply{{200, ""}}, "s"},
		"refused":         {[]reply{{403, ""}}, "sn"},
		"away":            {[]reply{{503, ""}, {503, ""}, {200, ""}}, "snsns"},
		"bad gateway":     {[]reply{{502, ""}, {200, ""}}, "ss"}, // which had it, perhaps, from the one behind it
		"told to wait":    {[]reply{{429, ""}, {200, ""}}, "sns"},
		"no connection":   {[]reply{{none, ""}, {200, ""}}, "ns"},
		"in doubt":        {[]reply{{500, ""}, {200, ""}}, "ss"},
		"broken":          {[]reply{{0, ""}, {200, ""}}, "ss"},
		"in doubt before": {[]reply{{503, ""}, {504, ""}, {503, ""}}, "snss"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var j journal
				client := jsonapi.Client{
					Base: "http://api.example", HTTP: jsonapi.NewHTTP((&server{answers: c.answers}).dial, limit), Sign: func(http.Header) {},
					Limits: &limits{}, Paused: func(string, time.Time) {},
				}
				_ = client.Do(t.Context(), jsonapi.Request{Method: http.MethodPost, Path: "/x", Journal: &j})
				if j.told != c.want {
					t.Errorf("told %s, want %s", j.told, c.want)
				}
			})
		})
	}
}

// What may have arrived is not repeated for longer than it is known, and the error says so.
func TestDoubt(t *testing.T) {
	for name, c := range map[string]struct {
		answers []reply
		doubt   bool
	}{"in doubt": {[]reply{{500, ""}}, true}, "never there": {[]reply{{503, ""}}, false}, "refused in the end": {[]reply{{500, ""}, {403, ""}}, false}} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &server{answers: c.answers, began: time.Now()}
				client := jsonapi.Client{HTTP: &http.Client{Transport: s}, Sign: func(http.Header) {}, Limits: &limits{}, Paused: func(string, time.Time) {}}
				err := client.Do(t.Context(), jsonapi.Request{Method: http.MethodPost, Path: "/x", Patience: time.Hour, Known: time.Minute})
				if err == nil || errors.Is(err, jsonapi.ErrDoubt) != c.doubt {
					t.Errorf("error %v", err)
				}
				if last := s.at[len(s.at)-1]; c.doubt && last > time.Minute || !c.doubt && len(c.answers) == 1 && last < 59*time.Minute {
					t.Errorf("tried until %v", last)
				}
			})
		})
	}
}

// A request that cannot connect was not sent, however it ends; one that is cut off, or
// waits for its answer, may have arrived. An answer that is cut is told from one that ends.
func TestUnsent(t *testing.T) {
	never := func(ctx context.Context, _, _ string) (net.Conn, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	refuses := func(context.Context, string, string) (net.Conn, error) { return nil, errors.New("refused") }
	cuts := func(context.Context, string, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() {
			_, _ = theirs.Read(make([]byte, 1))
			_ = theirs.Close()
		}()
		return ours, nil
	}
	silent := func(context.Context, string, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() { _, _ = io.Copy(io.Discard, theirs) }()
		return ours, nil
	}
	answers := func(size string) func(context.Context, string, string) (net.Conn, error) {
		return func(context.Context, string, string) (net.Conn, error) {
			ours, theirs := net.Pipe()
			go func() {
				if _, err := http.ReadRequest(bufio.NewReader(theirs)); err == nil {
					_, _ = io.WriteString(theirs, "HTTP/1.1 200 OK\r\nContent-Length: "+size+"\r\n\r\n12345")
				}
				_ = theirs.Close()
			}()
			return ours, nil
		}
	}
	for name, c := range map[string]struct {
		dial   func(context.Context, string, string) (net.Conn, error)
		unsent bool
		cut    bool
	}{
		"never": {never, true, false}, "refuses": {refuses, true, false}, "cuts": {cuts, false, true}, "silent": {silent, false, true},
		"cuts the answer": {answers("6"), false, true}, "answers": {answers("5"), false, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
				defer cancel()
				request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://api.example/", strings.NewReader("x"))
				if err != nil {
					t.Fatal(err)
				}
				client := jsonapi.NewHTTP(c.dial, limit)
				response, err := client.Do(request)
				if err == nil {
					_, err = io.ReadAll(response.Body)
					_ = response.Body.Close()
				}
				if (err == nil) != (name == "answers") || errors.Is(err, jsonapi.ErrUnsent) != c.unsent || errors.Is(err, jsonapi.ErrCut) != c.cut {
					t.Errorf("error %v", err)
				}
				client.CloseIdleConnections()
			})
		})
	}
}

// A request that waits ends with its context.
func TestContextEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &server{answers: []reply{{429, `{"retry_after":30}`}}, began: time.Now()}
		client := jsonapi.Client{HTTP: &http.Client{Transport: s}, Sign: func(http.Header) {}, Limits: &limits{}, Paused: func(string, time.Time) {}}
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		if err := client.Do(ctx, jsonapi.Request{Method: http.MethodGet, Path: "/x"}); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		if took := time.Since(s.began); took != 3*time.Second {
			t.Errorf("after %v", took)
		}
	})
}

// TestRetryAfter reads what a header says of how long to wait.
func TestRetryAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for text, want := range map[string]time.Duration{
			"": 0, "3": 3 * time.Second, "1.5": 1500 * time.Millisecond, "-2": 0, "soon": 0, "NaN": 0, "Inf": 24 * time.Hour, "1e300": 24 * time.Hour, "1e999": 0,
			time.Now().UTC().Add(9 * time.Second).Format(http.TimeFormat):  9 * time.Second,
			time.Now().UTC().Add(-9 * time.Second).Format(http.TimeFormat): 0,
		} {
			if got := jsonapi.RetryAfter(text); got != want {
				t.Errorf("%q: %v, want %v", text, got, want)
			}
		}
	})
}
