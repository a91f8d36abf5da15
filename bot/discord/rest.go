package discord

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"newshound/bot"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/pace"
)

// The codes of errors that mean something to this package
// (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json).
const (
	codeUnknownChannel     = 10003
	codeUnknownMessage     = 10008
	codeUnknownWebhook     = 10015
	codeAcknowledged       = 40060
	codeMissingAccess      = 50001
	codeClosedDMs          = 50007
	codeMissingPermissions = 50013
	codeTokenExpired       = 50027
)

// isCode reports whether an error is one of Discord's with one of the codes.
func isCode(err error, codes ...int) bool {
	var e *jsonapi.Error
	return errors.As(err, &e) && slices.Contains(codes, e.Code)
}

// userAgent has the form that Discord asks for
// (https://docs.discord.com/developers/reference#user-agent).
const userAgent = "DiscordBot (https://github.com/newshound, 1)"

const (
	// dialLimit is how long it may take to connect.
	dialLimit = 10 * time.Second
	// maxIdle is how many connections are kept for the next request.
	maxIdle = 64
)

// rest makes requests to Discord. All of them may be repeated: a first response is
// refused the second time, an edit changes nothing, and a post has a nonce.
type rest struct{ api jsonapi.Client }

// newREST returns what makes the requests of an adapter with the options, in which it
// sets what is not set.
func newREST(o *Options) (*rest, error) {
	if o.API == "" {
		o.API = DefaultAPI
	}
	if o.Observer == nil {
		o.Observer = bot.Unobserved{}
	}
	if o.Dial == nil {
		o.Dial = (&net.Dialer{Timeout: dialLimit}).DialContext
	}
	u, err := url.Parse(o.API)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, errors.New("the address of Discord's API is no address of http or https")
	}
	if strings.Trim(u.Path, "/") == "" {
		u.Path = "/api/v10"
	}
	return &rest{jsonapi.Client{
		Base: strings.TrimRight(u.String(), "/"),
		HTTP: &http.Client{
			Transport: &http.Transport{
				DialContext: o.Dial, Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true,
				MaxIdleConnsPerHost: maxIdle, IdleConnTimeout: time.Minute, TLSHandshakeTimeout: dialLimit,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		Sign: func(h http.Header) {
			h.Set("User-Agent", userAgent)
			h.Set("Authorization", "Bot "+o.Token.Reveal())
		},
		Limits: pace.New(0),
		Paused: func() { o.Observer.Count(bot.EventPaused) },
	}}, nil
}

// call makes a request and decodes the answer into out, unless that is nil. The global
// rate limit does not concern interactions
// (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
func (r *rest) call(ctx context.Context, method, path string, in, out any) error {
	interaction := strings.HasPrefix(path, "/interactions/") || strings.HasPrefix(path, "/webhooks/")
	err := r.api.Do(ctx, jsonapi.Request{Method: method, Path: path, In: in, Out: out, Unlimited: interaction})
	var refused *jsonapi.Error
	switch {
	case !errors.As(err, &refused):
		return err
	case refused.Code == codeAcknowledged && refused.Again:
		return nil // the attempt before this one arrived after all
	case refused.Status == http.StatusUnauthorized && refused.Code == 0 && !interaction:
		return &FatalError{http.StatusUnauthorized, fatal[4004]}
	}
	return err
}
