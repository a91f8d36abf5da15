package discordtest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Request is one REST request that the bot made.
type Request struct {
	// Route is the method, and the path with its parameters by name:
	// "POST /channels/{channel_id}/messages". Path is the path itself. Both are
	// without the base.
	Route, Path string
	Body        map[string]any // the body, nil if there is none
	Raw         []byte         // the body as it was sent
	At          time.Time
	// Count tells how many requests of this route and path there have been, this one
	// included.
	Count int
	// Status is what it was answered with, 0 as long as it is not, and where the
	// connection was cut.
	Status int

	http *http.Request
}

// Response is how a request ends, in place of its proper answer.
type Response struct {
	Status int
	Header map[string]string
	Body   string
	// Delay is waited before anything else.
	Delay time.Duration
	// Done carries the request out before it is answered so.
	Done bool
	// Proper gives the proper answer after all, once Delay has passed.
	Proper bool
	// Cut cuts the connection without any answer.
	Cut bool

	after  time.Duration // of a 429
	global bool
	worded bool // as Discord words it
}

// RateLimited returns a response that asks to wait
// (https://docs.discord.com/developers/topics/rate-limits). A request before the end of that
// is a violation: one to the same path, or if global, to any path but those of interactions,
// to which no global limit applies.
func RateLimited(after time.Duration, global bool) *Response {
	body, _ := json.Marshal(map[string]any{"message": "You are being rate limited.", "code": 0, "retry_after": after.Seconds(), "global": global})
	h := map[string]string{
		"Retry-After":             strconv.Itoa(int((after + time.Second - 1) / time.Second)),
		"X-RateLimit-Reset-After": strconv.FormatFloat(after.Seconds(), 'f', 3, 64),
		"X-RateLimit-Scope":       "user",
	}
	if global {
		h["X-RateLimit-Global"] = "true"
		h["X-RateLimit-Scope"] = "global"
	}
	return &Response{Status: http.StatusTooManyRequests, Header: h, Body: string(body), after: after, global: global, worded: true}
}

// Refused returns a response with an error as Discord words it.
func Refused(status, code int) *Response {
	body, _ := json.Marshal(failure(status, code).body)
	return &Response{Status: status, Body: string(body), worded: true}
}

// OnRequest has f decide how each request ends; nil is the proper way.
func (s *Server) OnRequest(f func(*Request) *Response) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.onRequest = f
}

// Requests returns the requests so far whose route begins with a text, "" for all.
func (s *Server) Requests(route string) []*Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []*Request
	for _, r := range s.requests {
		if strings.HasPrefix(r.Route, route) {
			copied := *r
			found = append(found, &copied)
		}
	}
	return found
}

// answer is the proper answer to a request.
type answer struct {
	status int
	body   any // nil for none
}

// messages of errors, by code
// (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json).
var messages = map[int]string{
	0:     "401: Unauthorized",
	10003: "Unknown Channel",
	10008: "Unknown Message",
	10015: "Unknown Webhook",
	10062: "Unknown interaction",
	10063: "Unknown application command",
	40060: "Interaction has already been acknowledged.",
	50001: "Missing Access",
	50006: "Cannot send an empty message",
	50007: "Cannot send messages to this user",
	50013: "Missing Permissions",
	50027: "Invalid Webhook Token",
	50035: "Invalid Form Body",
}

// failure returns an error as Discord words it.
func failure(status, code int) answer {
	return answer{status, map[string]any{"message": messages[code], "code": code}}
}

// maxRequest is the size in bytes of the largest body that is read.
const maxRequest = 1 << 20

// ServeHTTP implements [http.Handler].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path, isREST := strings.CutPrefix(r.URL.Path, "/api/v10")
	if !isREST {
		s.serveGateway(w, r)
		return
	}
	raw, err := io.ReadAll(io.LimitReader(r.Body, maxRequest))
	if err != nil {
		return // the bot gave up while it sent
	}
	req := &Request{Path: path, Raw: raw, At: time.Now(), http: r}
	handle := s.route(req, r)
	s.mu.Lock()
	s.admit(req)
	var instead *Response
	if s.onRequest != nil {
		f := s.onRequest
		s.mu.Unlock()
		instead = f(req)
		s.mu.Lock()
	}
	if instead != nil && instead.Delay > 0 {
		s.mu.Unlock()
		timer := time.NewTimer(instead.Delay)
		select {
		case <-timer.C:
		case <-r.Context().Done():
			timer.Stop()
		}
		s.mu.Lock()
	}
	var a answer
	if instead == nil || instead.Done || instead.Proper {
		a = s.carryOut(handle, req)
	}
	if instead != nil && instead.after > 0 {
		key := path
		if instead.global {
			key = ""
		}
		s.held[key] = time.Now().Add(instead.after)
	}
	if instead != nil && !instead.Proper {
		if !instead.Cut {
			req.Status = instead.Status
		}
		s.change()
		s.mu.Unlock()
		s.end(w, req, instead)
		return
	}
	req.Status = a.status
	s.change()
	s.mu.Unlock()
	s.reply(w, req, a)
}

// admit notes a request, and whether it comes too early. The caller holds s.mu.
func (s *Server) admit(req *Request) {
	req.Count = 1
	for _, r := range s.requests {
		if r.Route == req.Route && r.Path == req.Path {
			req.Count++
		}
	}
	s.requests = append(s.requests, req)
	interaction := strings.HasPrefix(req.Path, "/interactions/") || strings.HasPrefix(req.Path, "/webhooks/")
	if req.At.Before(s.held[req.Path]) || !interaction && req.At.Before(s.held[""]) {
		s.violate("held", "%s came before the end of its 429", req.Route)
	}
	s.record.write(recorded{Sent: true, Route: req.Route, Body: req.Raw})
}

// end ends a request in another way than it should.
func (s *Server) end(w http.ResponseWriter, req *Request, instead *Response) {
	if instead.Cut {
		panic(http.ErrAbortHandler)
	}
	for k, v := range instead.Header {
		w.Header().Set(k, v)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(instead.Status)
	_, _ = io.WriteString(w, instead.Body)
	if instead.worded {
		s.record.write(recorded{Route: req.Route, Status: instead.Status, Body: []byte(instead.Body)})
	}
}

// reply gives a request its proper answer.
func (s *Server) reply(w http.ResponseWriter, req *Request, a answer) {
	if a.body == nil {
		w.WriteHeader(a.status)
		return
	}
	data, err := json.Marshal(a.body)
	if err != nil {
		panic(err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(a.status)
	_, _ = w.Write(data)
	s.record.write(recorded{Route: req.Route, Status: a.status, Body: data})
}

// carryOut carries out a request if the bot may make it. The caller holds s.mu.
func (s *Server) carryOut(handle handler, req *Request) answer {
	r := req.http
	switch {
	case handle == nil:
		s.violate("route", "there is no %s %s", r.Method, req.Path)
		return answer{http.StatusNotFound, map[string]any{"message": "404: Not Found", "code": 0}}
	case !strings.HasPrefix(r.UserAgent(), "DiscordBot ("): // https://docs.discord.com/developers/reference#user-agent
		s.violate("user agent", "%q", r.UserAgent())
	}
	authorization := r.Header.Get("Authorization")
	public := slices.ContainsFunc([]string{"/interactions/", "/webhooks/", "/gateway"}, func(p string) bool {
		return strings.HasPrefix(req.Path, p) && req.Path != "/gateway/bot"
	})
	if !public && authorization != "Bot "+Token || authorization != "" && authorization != "Bot "+Token {
		return failure(http.StatusUnauthorized, 0)
	}
	if len(req.Raw) > 0 {
		if r.Header.Get("Content-Type") != "application/json" {
			s.violate("content type", "%q", r.Header.Get("Content-Type"))
		}
		if err := json.NewDecoder(bytes.NewReader(req.Raw)).Decode(&req.Body); err != nil {
			s.violate("json", "%s: %v", req.Route, err)
			return failure(http.StatusBadRequest, 50035)
		}
	}
	return handle(req)
}
