// Package jsonapi makes requests to a platform's JSON API over HTTP. No request outlives
// its context, not even while it waits for a rate limit; repetition is bounded; and no error
// contains an address, which may hold a token, or an answer's text.
package jsonapi

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	// callLimit is how long a request may take, including waits and repetitions.
	callLimit = time.Minute
	// maxTries is how often a request is tried that meets server errors or broken
	// connections.
	maxTries = 3
	// maxPauses is how often a request waits after a 429.
	maxPauses = 4
	// longestPause is the longest wait between two attempts, unless the API asks for more.
	longestPause = 30 * time.Second
	// maxAnswer is the size in bytes of the largest answer that is read.
	maxAnswer = 4 << 20
)

// Limits remember until when no requests may be made to a path, or with "" to any.
type Limits interface {
	Held(key string) time.Duration
	Hold(key string, until time.Time)
}

// Outage knows whether an API is down: see package outage.
type Outage interface {
	Wait(ctx context.Context) error
	Away(ctx context.Context) bool
}

// Client makes requests. It is safe for concurrent use.
type Client struct {
	Base   string // what addresses begin with, without a slash at the end
	HTTP   *http.Client
	Sign   func(http.Header) // sets what each request is sent with
	Limits Limits
	// Outage, unless nil, holds back requests that may be repeated only for some time
	// (Request.Known) while the API is down, and is told of each of them that was sent and not
	// answered. It does not concern other requests.
	Outage Outage
	// Paused is told of each 429: until when no request is made to the path, or with "" to
	// any.
	Paused func(path string, until time.Time)
}

// ErrDoubt is wrapped by the error of a request that is given up because it may have been
// carried out.
var ErrDoubt = errors.New("it may have been done")

// Request is a request that may be repeated.
type Request struct {
	Method, Path string
	In           any  // the body, nil for none
	Out          any  // what the answer is decoded into, nil for nothing
	Unlimited    bool // it is exempt from a limit on all requests
	// Patience is for how long the request is repeated, ever more rarely, to outlast an
	// outage. With 0 it is given up after a few attempts.
	Patience time.Duration
	// Known is for how long the API recognises a repetition of a request that it may have
	// carried out. The request is not repeated after that. 0 is for ever.
	Known time.Duration
	// Journal, unless nil, is told of each attempt.
	Journal Journal
}

// Error is an error that the API answered.
type Error struct {
	Status int  // of HTTP
	Code   int  // the API's own, 0 if it gave none
	Again  bool // the request was a repetition: an earlier attempt may have arrived
}

// Error implements [error].
func (e *Error) Error() string { return fmt.Sprintf("answered %d (code %d)", e.Status, e.Code) }

// pausedError is a 429.
type pausedError struct {
	Seconds float64 `json:"retry_after"`
	Global  bool    `json:"global"`
}

// Error implements [error].
func (*pausedError) Error() string { return "told to wait" }

// Refused reports whether an error is one that the API answered with one of the codes.
func Refused(err error, codes ...int) bool {
	var e *Error
	return errors.As(err, &e) && slices.Contains(codes, e.Code)
}

// Final reports whether an error is an answer that every further attempt would get.
func Final(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status < http.StatusInternalServerError && e.Status != http.StatusTooManyRequests
}

// Do makes a request. It waits as long as the API says, and repeats the request after
// server errors and broken connections.
func (c *Client) Do(ctx context.Context, r Request) error {
	ctx, cancel := context.WithTimeout(ctx, max(callLimit, r.Patience))
	defer cancel()
	var body []byte
	if r.In != nil {
		var err error
		if body, err = json.Marshal(r.In); err != nil {
			return fmt.Errorf("encode: %w", err)
		}
	}
	key, _, _ := strings.Cut(r.Path, "?")
	var last error
	var doubted time.Time // when an attempt was first made that may have arrived
	for tries, pauses := 1, 0; ; {
		if c.wait(ctx, r, key); ctx.Err() != nil {
			return cmp.Or(last, ctx.Err())
		}
		if r.Known > 0 && !doubted.IsZero() && time.Since(doubted) > r.Known {
			return fmt.Errorf("%w: %w", ErrDoubt, last)
		}
		began := time.Now()
		err := c.try(ctx, r, body)
		if doubted.IsZero() && !undone(err) {
			doubted = began
		}
		if doubted.IsZero() && r.Journal != nil {
			r.Journal.NotSent()
		}
		var paused *pausedError
		if errors.As(err, &paused) {
			pauses++
			if c.hold(key, paused, pauses); pauses > maxPauses && r.Patience == 0 {
				return &Error{Status: http.StatusTooManyRequests, Again: tries > 1}
			}
			continue
		}
		if c.settles(ctx, r, err, tries) {
			return err
		}
		pause(ctx, backoff(tries))
		tries, last = tries+1, err
	}
}

// settles reports whether the request is not to be repeated after attempt number tries, which
// ended with err: it was answered, or it has run out of time or attempts. It sets Again in an error
// of the API, and tells the outage of an attempt that was not answered.
func (c *Client) settles(ctx context.Context, r Request, err error, tries int) bool {
	var refused *Error
	switch {
	case err == nil:
		return true
	case errors.As(err, &refused):
		refused.Again = tries > 1
		if refused.Status < http.StatusInternalServerError {
			return true
		}
	case c.Outage != nil && r.Known > 0 && !undone(err) && ctx.Err() == nil:
		c.Outage.Away(ctx)
	}
	return ctx.Err() != nil || tries >= maxTries && r.Patience == 0
}

// RetryAfter returns how long a Retry-After header says to wait, 0 if it does not: a number of
// seconds, in practice with fractions, or a time
// (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
func RetryAfter(header string) time.Duration {
	if at, err := http.ParseTime(header); err == nil {
		return seconds(time.Until(at).Seconds())
	}
	n, err := strconv.ParseFloat(header, 64)
	if err != nil {
		return 0 // also for a number out of range
	}
	return seconds(n)
}

// seconds returns n seconds, between 0 and a day; NaN is 0.
func seconds(n float64) time.Duration {
	if n > 0 {
		return time.Duration(min(n, 24*3600) * float64(time.Second))
	}
	return 0
}

// undone reports whether an attempt that ended with err certainly had no effect: the API refused
// it, or was not there. After 502 only the answer may be lost
// (https://www.rfc-editor.org/rfc/rfc9110#status.502).
func undone(err error) bool {
	var paused *pausedError
	var refused *Error
	if errors.As(err, &refused) {
		return refused.Status < http.StatusInternalServerError || refused.Status == http.StatusServiceUnavailable
	}
	return errors.As(err, &paused) || errors.Is(err, ErrUnsent)
}

// backoff returns how long to wait after so many attempts: about a third of a second,
// twice that, four times, with some randomness.
func backoff(tries int) time.Duration {
	wait := min(250*time.Millisecond<<min(tries-1, 10), longestPause)
	return wait + rand.N(wait/2)
}

// pause waits, or returns early when ctx ends.
func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// try makes one attempt.
func (c *Client) try(ctx context.Context, r Request, body []byte) error {
	if r.Journal != nil {
		ctx = Told(ctx, r.Journal)
	}
	var reader io.Reader
	if body != nil {
		reader = bytes.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, r.Method, c.Base+r.Path, reader)
	if err != nil {
		return errors.New("the address of a request is wrong")
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	c.Sign(req.Header)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		var withAddress *url.Error
		if errors.As(err, &withAddress) {
			err = withAddress.Err
		}
		return fmt.Errorf("reach the API: %w", err)
	}
	defer func() { _ = resp.Body.Close() }()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		paused := &pausedError{}
		if err := json.Unmarshal(answer, paused); err != nil || paused.Seconds <= 0 {
			paused.Seconds = RetryAfter(resp.Header.Get("Retry-After")).Seconds()
		}
		paused.Global = paused.Global || resp.Header.Get("X-RateLimit-Global") != ""
		return paused
	case resp.StatusCode >= 300:
		var told struct {
			Code int `json:"code"`
		}
		_ = json.Unmarshal(answer, &told) // with HTML, or without a code, the status says it
		return &Error{Status: resp.StatusCode, Code: told.Code}
	case r.Out == nil && (len(answer) == 0 || json.Valid(answer)):
		return nil
	case r.Out == nil || json.Unmarshal(answer, r.Out) != nil:
		return errors.New("the answer is no JSON") // and perhaps not the API's
	}
	return nil
}

// wait waits until a request may be made, or ctx ends. It looks again after each wait, because another
// request may have been told to wait longer.
func (c *Client) wait(ctx context.Context, r Request, key string) {
	if c.Outage != nil && r.Known > 0 {
		_ = c.Outage.Wait(ctx) // whose end the caller sees
	}
	for ctx.Err() == nil {
		held := c.Limits.Held(key)
		if !r.Unlimited {
			held = max(held, c.Limits.Held(""))
		}
		if held <= 0 {
			return
		}
		pause(ctx, held)
	}
}

// hold holds back requests under a key, or all, for as long as a 429 says. It was the nth
// 429 of one request.
func (c *Client) hold(key string, paused *pausedError, n int) {
	if paused.Global {
		key = ""
	}
	wait := time.Duration(min(max(paused.Seconds, 0.25), 24*3600) * float64(time.Second))
	if n > maxPauses {
		wait = max(wait, backoff(n-maxPauses))
	}
	until := time.Now().Add(wait + 50*time.Millisecond) // a little longer, for clocks differ
	c.Limits.Hold(key, until)
	c.Paused(key, until)
}
