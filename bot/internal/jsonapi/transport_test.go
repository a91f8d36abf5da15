package jsonapi_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/internal/jsonapi"
)

// slow is a journal on a disk that hangs.
type slow struct{ journal }

func (j *slow) Sending() {
	j.journal.Sending()
	<-time.After(3 * limit)
}

// A request goes out, once, however long the journal takes to hear of it, and from then on is
// given up in its time.
func TestSlowJournal(t *testing.T) {
	for name, c := range map[string]struct {
		answers []reply
		took    time.Duration
		cut     bool
	}{"answered": {[]reply{{200, ""}}, 3 * limit, false}, "silent": {[]reply{{silent, ""}}, 4 * limit, true}} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &server{answers: c.answers, began: time.Now()}
				var j slow
				r, err := http.NewRequestWithContext(jsonapi.Told(t.Context(), &j), http.MethodPost, "http://api.example/", strings.NewReader("x"))
				if err != nil {
					t.Fatal(err)
				}
				answer, err := jsonapi.NewHTTP(s.dial, limit).Do(r)
				if err == nil {
					_ = answer.Body.Close()
				}
				if took := time.Since(s.began); errors.Is(err, jsonapi.ErrCut) != c.cut || (err != nil) != c.cut || took != c.took || len(s.at) != 1 || j.told != "s" {
					t.Errorf("told %s, %d connections, after %v: %v", j.told, len(s.at), took, err)
				}
			})
		})
	}
}

// broken is a connection that takes one request.
type broken struct {
	net.Conn
	taken bool
}

func (b *broken) Write(p []byte) (int, error) {
	if b.taken {
		return 0, errors.New("reset")
	}
	b.taken = true
	return b.Conn.Write(p)
}

// What was not sent over a connection that is gone, and for which there is no other, was not sent.
func TestGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dials := 0
		client := jsonapi.NewHTTP(func(context.Context, string, string) (net.Conn, error) {
			if dials++; dials > 1 {
				return nil, errors.New("refused")
			}
			ours, theirs := net.Pipe()
			go func() {
				_, _ = theirs.Read(make([]byte, 4096))
				_, _ = theirs.Write([]byte("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
			}()
			return &broken{Conn: ours}, nil
		}, limit)
		for _, want := range []error{nil, jsonapi.ErrUnsent} {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://api.example/", strings.NewReader("x"))
			if err != nil {
				t.Fatal(err)
			}
			answer, err := client.Do(r)
			if err == nil {
				_ = answer.Body.Close()
			}
			if !errors.Is(err, want) {
				t.Errorf("error %v, want %v", err, want)
			}
			synctest.Wait()
		}
		client.CloseIdleConnections()
	})
}
