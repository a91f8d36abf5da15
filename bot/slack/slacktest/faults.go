package slacktest

import (
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"slices"
	"strconv"
)

// Fault is a way to misbehave.
type Fault struct {
	channel    string // in which alone it happens, "" for all
	stores     bool   // what was asked for is done nevertheless
	cut        bool   // the connection is cut instead of an answer
	reset      bool   // … and what was sent on it is thrown away
	hangs      bool   // nothing is answered
	status     int
	retryAfter string
	kind, body string
}

// BodyMark is in every body that a [Fault] makes, to be looked for in logs.
const BodyMark = "body-mark-7f3a"

// RateLimited answers 429 with a Retry-After of so many seconds, or with none.
func RateLimited(seconds int) Fault {
	if seconds == 0 {
		return RetryAfter("")
	}
	return RetryAfter(strconv.Itoa(seconds))
}

// Status answers with a status and a page of HTML, as a gateway does.
func Status(code int) Fault {
	return Fault{status: code, kind: "text/html", body: "<html><body>" + BodyMark + "</body></html>"}
}

// NotOK answers with an error of the API.
func NotOK(why string) Fault {
	return Fault{status: http.StatusOK, kind: "application/json", body: fmt.Sprintf(`{"ok":false,"error":%q,"detail":%q}`, why, BodyMark)}
}

// Socket answers a request for a socket with an address where none is to be had.
func Socket(address string) Fault {
	return Fault{status: http.StatusOK, kind: "application/json", body: fmt.Sprintf(`{"ok":true,"url":%q,"detail":%q}`, address, BodyMark)}
}

// OK answers that all is well, and nothing else, as a server does that knows no better.
func OK() Fault { return Fault{status: http.StatusOK, kind: "application/json", body: `{"ok":true}`} }

// Garbage answers with what is no JSON.
func Garbage() Fault {
	return Fault{status: http.StatusOK, kind: "application/json", body: `{"ok":true,"ts":` + BodyMark}
}

// Stored does what was asked, and then misbehaves.
func (f Fault) Stored() Fault { f.stores = true; return f }

// Half answers with JSON that ends too early.
func Half() Fault { return Fault{status: http.StatusOK, kind: "application/json", body: `{"ok":tr`} }

// RetryAfter answers 429 with a Retry-After that need not be a number.
func RetryAfter(text string) Fault {
	return Fault{status: http.StatusTooManyRequests, retryAfter: text, body: BodyMark}
}

// In limits the fault to calls for one channel.
func (f Fault) In(channel string) Fault { f.channel = channel; return f }

// Cut cuts the connection instead of answering.
func Cut() Fault { return Fault{cut: true} }

// Hang answers nothing, until whoever asks gives up.
func Hang() Fault { return Fault{hangs: true} }

// Reset has the connection reset instead of answering, as where a machine on the way is
// gone.
func Reset() Fault { return Fault{cut: true, reset: true} }

// Fail makes the next so many calls of a method ("chat.postMessage",
// "response_url") fail; all that come if times is 0.
func (s *Server) Fail(method string, times int, f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if times == 0 {
		times = math.MaxInt16
	}
	s.faults[method] = append(s.faults[method], slices.Repeat([]Fault{f}, times)...)
}

// Heal ends all faults.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.faults)
}

// fault takes the fault that the next call is to have, nil if none. The caller
// holds s.mu.
func (s *Server) fault(method, channel string) *Fault {
	for i, f := range s.faults[method] {
		if f.channel == "" || f.channel == channel {
			s.faults[method] = slices.Delete(slices.Clone(s.faults[method]), i, i+1)
			return &f
		}
	}
	return nil
}

// serve misbehaves.
func (f Fault) serve(w http.ResponseWriter, r *http.Request) {
	if f.hangs {
		<-r.Context().Done()
		return
	}
	if f.reset {
		// Closed without lingering, a connection is reset
		// (https://pkg.go.dev/net#TCPConn.SetLinger).
		if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
			if tcp, ok := c.(*net.TCPConn); ok {
				_ = tcp.SetLinger(0) // or else it is cut
			}
			_ = c.Close()
		}
	}
	if f.cut {
		panic(http.ErrAbortHandler)
	}
	if f.retryAfter != "" {
		w.Header().Set("Retry-After", f.retryAfter)
	}
	if f.kind != "" {
		w.Header().Set("Content-Type", f.kind)
	}
	w.WriteHeader(f.status)
	_, _ = io.WriteString(w, f.body) // who has gone needs no answer
}
