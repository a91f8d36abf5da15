// Package jsonapi makes requests to a platform's JSON API over HTTP. No request
// outlives its context, not even one that waits for a rate limit to end; repetition is
// bounded; and no error holds an address, which may hold a token, or what was answered.
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
	// callLimit is how long a request may take, waiting and repeating included.
	callLimit = time.Minute
	// maxTries is how often a request is made that a server error or a broken
	// connection kept from its answer.
	maxTries = 3
	// maxPauses is how often a request is put off by 429.
	maxPauses = 4
	// longestPause is the longest between two attempts, but for one that the API asks for.
	longestPause = 30 * time.Second
	// maxAnswer is the size in bytes of the largest answer that is read.
	maxAnswer = 4 << 20
)

// Limits remember until when there are to be no requests, by path, and by "" for all.
type Limits interface {
	Held(key string) time.Duration
	Hold(key string, until time.Time)
}

// Outage knows whether an API is away.
type Outage interface {
	Wait(ctx context.Context) error // until it is not known to be
	Away(ctx context.Context) bool  // after a request that was not answered: whether it was, until then
}

// Client makes requests. It is safe for concurrent use.
type Client struct {
	Base   string // what addresses begin with, without a slash at the end
	HTTP   *http.Client
	Sign   func(http.Header) // sets what each request is sent with
	Limits Limits
	// Outage holds requests back that can be repeated only for some time (Request.Known),
	// while the API is known to be away, and is told of each such that was sent and not
	// answered; nil is none. The others are made as ever.
	Outage Outage
	// Paused is told of each 429, and until when no request is made to the path, or with
	// "" to any.
	Paused func(path string, until time.Time)
}

// ErrDoubt is wrapped by the error of a request that was perhaps carried out, and is given
// up for that.
var ErrDoubt = errors.New("it may have been done")

// Request is a request that may be repeated.
type Request struct {
	Method, Path string
	In           any  // the body, nil for none
	Out          any  // what the answer is decoded into, nil for nothing
	Unlimited    bool // a limit on all requests does not hold it
	// Patience is for how long the request is made again, ever more rarely, where it is
	// otherwise given up after a few attempts: an outage is to be outlasted. 0 is not at all.
	Patience time.Duration
	// Known is for how long the API knows a request again that it has perhaps carried
	// out: it is not made again after that. 0 is for ever.
	Known time.Duration
	// Journal is told of each attempt, nil for nobody.
	Journal Journal
}

// Error is an error that the API answered.
type Error struct {
	Status int  // of HTTP
	Code   int  // the API's own, 0 if it gave none
	Again  bool // the request was a repetition: the one before may have arrived
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

// Do makes a request. It waits as long as the API says, and repeats what a server
// error or a broken connection kept from its answer.
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

// settles reports whether an attempt, which is the last of so many, is not to be repeated: it was
// answered, or has had its time or its turns. An error of the API is told whether it is that of a
// repetition; the outage is told of an attempt that was not answered.
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

// RetryAfter returns how long the header of that name says to wait, 0 where it does not: in
// seconds, of which there are fractions in practice, or until a time
// (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
func RetryAfter(header string) time.Duration {
	if at, err := http.ParseTime(header); err == nil {
		return seconds(time.Until(at).Seconds())
	}
	n, err := strconv.ParseFloat(header, 64)
	if err != nil {
		return 0 // also of what is out of range
	}
	return seconds(n)
}

// seconds returns so many seconds, up to a day; what is less than none, or no number, is none.
func seconds(n float64) time.Duration {
	if n > 0 {
		return time.Duration(min(n, 24*3600) * float64(time.Second))
	}
	return 0
}

// undone reports whether an attempt with an error came to nothing for sure: the API has refused it, or
// was not there to do it. A bad gateway, 502, may have lost only the answer
// (https://www.rfc-editor.org/rfc/rfc9110#status.502).
func undone(err error) bool {
	var paused *pausedError
	var refused *Error
	if errors.As(err, &refused) {
		return refused.Status < http.StatusInternalServerError || refused.Status == http.StatusServiceUnavailable
	}
	return errors.As(err, &paused) || errors.Is(err, ErrUnsent)
}

// backoff returns how long to wait after so many attempts: a third of a second, twice
// that, four times, never quite the same.
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
		return errors.New("the answer is no JSON") // nor is it the API's, perhaps
	}
	return nil
}

// wait waits until a request may be made, or ctx ends. Another may be told to wait longer meanwhile.
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

// hold keeps the requests under a key, or all, for as long as a 429 says, the nth to one
// request.
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
