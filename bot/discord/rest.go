package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"newshound/bot"
	"newshound/bot/internal/pace"
)

const (
	// callLimit is how long a request may take, waiting and repeating included.
	callLimit = time.Minute
	// tryLimit is how long one attempt may take.
	tryLimit = 10 * time.Second
	// maxTries is how often a request is made that a server error or a broken
	// connection kept from its answer. All requests of this package may be repeated:
	// a first response is refused the second time, an edit changes nothing, and a post
	// has a nonce.
	maxTries = 3
	// maxPauses is how often a request is put off by 429.
	maxPauses = 4
	// maxIdle is how many connections are kept for the next request.
	maxIdle = 64
	// maxAnswer is the size in bytes of the largest answer that is read.
	maxAnswer = 4 << 20
)

// The codes of errors that mean something to this package
// (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json).
const (
	codeUnknownChannel     = 10003
	codeUnknownMessage     = 10008
	codeUnknownWebhook     = 10015
	codeUnknownInteraction = 10062
	codeAcknowledged       = 40060
	codeMissingAccess      = 50001
	codeClosedDMs          = 50007
	codeMissingPermissions = 50013
	codeTokenExpired       = 50027
)

// userAgent has the form that Discord asks for
// (https://docs.discord.com/developers/reference#user-agent).
const userAgent = "DiscordBot (https://github.com/newshound, 1)"

// apiError is an error that Discord answered. It holds nothing of the request, whose
// address may hold a token, and nothing of the answer's text.
type apiError struct{ status, code int }

// Error implements [error].
func (e *apiError) Error() string {
	return fmt.Sprintf("Discord answered %d (code %d)", e.status, e.code)
}

// isCode reports whether an error is one of Discord's with one of the codes.
func isCode(err error, codes ...int) bool {
	var e *apiError
	if !errors.As(err, &e) {
		return false
	}
	for _, c := range codes {
		if e.code == c {
			return true
		}
	}
	return false
}

// rest makes requests. No request outlives its context, not even one that waits for
// a rate limit to end; discordgo's do, which is why this package makes its own.
type rest struct {
	base     string
	token    bot.Secret
	client   *http.Client
	observer bot.Observer
	held     *pace.Pacer // by path, and "" for all but interactions
}

// newREST returns what makes the requests of an adapter with the options, in which it
// sets what is not set.
func newREST(o *Options) (*rest, error) {
	if o.Observer == nil {
		o.Observer = bot.Unobserved{}
	}
	if o.Dial == nil {
		o.Dial = (&net.Dialer{Timeout: tryLimit}).DialContext
	}
	base, err := apiBase(o.API)
	return &rest{
		base: base, token: o.Token, observer: o.Observer, held: pace.New(0),
		client: &http.Client{
			Transport: &http.Transport{
				DialContext: o.Dial, Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true,
				MaxIdleConnsPerHost: maxIdle, IdleConnTimeout: time.Minute, TLSHandshakeTimeout: tryLimit,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, err
}

// apiBase returns the base of the REST addresses.
func apiBase(text string) (string, error) {
	if text == "" {
		return DefaultAPI, nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return "", errors.New("the address of Discord's API is no address of http or https")
	}
	if strings.Trim(u.Path, "/") == "" {
		u.Path = "/api/v10"
	}
	return strings.TrimRight(u.String(), "/"), nil
}

// call makes a request and decodes the answer into out, unless that is nil.
func (r *rest) call(ctx context.Context, method, path string, in, out any) error {
	ctx, cancel := context.WithTimeout(ctx, callLimit)
	defer cancel()
	body, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("encode: %w", err)
	}
	route, _, _ := strings.Cut(path, "?")
	interaction := strings.HasPrefix(path, "/interactions/") || strings.HasPrefix(path, "/webhooks/")
	for tries, pauses := 1, 0; ; {
		if wait := r.held.Held(route); wait > 0 {
			pause(ctx, wait)
		}
		if wait := r.held.Held(""); wait > 0 && !interaction {
			pause(ctx, wait)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		err := r.try(ctx, method, path, in != nil, body, out)
		var limited *pausedError
		var refused *apiError
		switch {
		case err == nil:
			return nil
		case errors.As(err, &limited):
			key := route
			if limited.Global {
				key = ""
			}
			r.held.Hold(key, time.Now().Add(limited.after()))
			r.observer.Count(bot.EventPaused)
			if pauses++; pauses > maxPauses {
				return &apiError{http.StatusTooManyRequests, 0}
			}
			continue
		case errors.As(err, &refused) && refused.code == codeAcknowledged && tries > 1:
			return nil // the attempt before this one arrived after all
		case errors.As(err, &refused) && refused.status == http.StatusUnauthorized && refused.code == 0 && !interaction:
			return &FatalError{http.StatusUnauthorized, fatal[4004]}
		case errors.As(err, &refused) && refused.status < 500, ctx.Err() != nil, tries == maxTries:
			return err
		}
		pause(ctx, time.Duration(tries)*250*time.Millisecond+rand.N(250*time.Millisecond))
		tries++
	}
}

// pausedError is a 429 (https://docs.discord.com/developers/topics/rate-limits).
type pausedError struct {
	RetryAfter float64 `json:"retry_after"` // seconds
	Global     bool    `json:"global"`
}

// Error implements [error].
func (*pausedError) Error() string { return "Discord says to wait" }

// after returns how long to wait: a little longer than it says, for clocks differ.
func (l *pausedError) after() time.Duration {
	seconds := min(max(l.RetryAfter, 0.25), 24*3600)
	return time.Duration(seconds*float64(time.Second)) + 50*time.Millisecond
}

// try makes one attempt.
func (r *rest) try(ctx context.Context, method, path string, hasBody bool, body []byte, out any) error {
	ctx, cancel := context.WithTimeout(ctx, tryLimit)
	defer cancel()
	var reader io.Reader
	if hasBody {
		reader = bytes.NewReader(body)
	}
	req, err := http.NewRequestWithContext(ctx, method, r.base+path, reader)
	if err != nil {
		return errors.New("the address of a request is wrong")
	}
	if hasBody {
		req.Header.Set("Content-Type", "application/json")
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Authorization", "Bot "+r.token.Reveal())
	resp, err := r.client.Do(req)
	if err != nil {
		var withAddress *url.Error
		if errors.As(err, &withAddress) {
			err = withAddress.Err
		}
		return fmt.Errorf("reach Discord: %w", err)
	}
	defer func() { _ = resp.Body.Close() }()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return fmt.Errorf("read Discord's answer: %w", err)
	}
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		limit := &pausedError{}
		if err := json.Unmarshal(answer, limit); err != nil || limit.RetryAfter <= 0 {
			limit.RetryAfter, _ = strconv.ParseFloat(resp.Header.Get("Retry-After"), 64)
		}
		limit.Global = limit.Global || resp.Header.Get("X-RateLimit-Global") != ""
		return limit
	case resp.StatusCode >= 300:
		var e struct {
			Code int `json:"code"`
		}
		_ = json.Unmarshal(answer, &e) // without a code, or with HTML, the status says it
		return &apiError{resp.StatusCode, e.Code}
	case out == nil:
		return nil
	}
	if err := json.Unmarshal(answer, out); err != nil {
		return &apiError{http.StatusBadGateway, 0}
	}
	return nil
}
