package discord

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"

	"newshound/bot/internal/pace"
)

// identifySpacing is the least time between two IDENTIFYs of one rate limit key
// (https://docs.discord.com/developers/events/gateway#sharding-max-concurrency).
const identifySpacing = 5 * time.Second

// gatewayVersion is the version of the gateway, that of the REST addresses
// (https://docs.discord.com/developers/reference#api-versioning).
const gatewayVersion = "10"

// gatewayInfo is where the gateway is, and how many sessions may be begun
// (https://docs.discord.com/developers/events/gateway#get-gateway-bot).
type gatewayInfo struct {
	URL    string `json:"url"`
	Shards int    `json:"shards"`
	Limit  *struct {
		Remaining      int   `json:"remaining"`
		ResetAfter     int64 `json:"reset_after"` // milliseconds
		MaxConcurrency int   `json:"max_concurrency"`
	} `json:"session_start_limit"`
}

// gateway asks for the gateway. Only the address must be in the answer.
func (r *rest) gateway(ctx context.Context) (*gatewayInfo, error) {
	var info gatewayInfo
	if err := r.call(ctx, http.MethodGet, "/gateway/bot", nil, &info); err != nil {
		return nil, err
	}
	if u, err := url.Parse(info.URL); err != nil || u.Host == "" || u.Scheme != "wss" && u.Scheme != "ws" {
		return nil, errors.New("discord does not say where its gateway is")
	}
	info.Shards = max(info.Shards, 1)
	return &info, nil
}

// mayIdentify returns the gateway's address when a shard may begin a session: 1,000
// may be begun a day, one in five seconds, or Discord takes the token away.
func (a *Adapter) mayIdentify(ctx context.Context, shard int) (string, error) {
	for {
		info, err := a.rest.gateway(ctx)
		if err != nil {
			return "", err
		}
		concurrency := 1
		if info.Limit != nil {
			concurrency = max(info.Limit.MaxConcurrency, 1)
			if info.Limit.Remaining < 1 {
				wait := max(time.Duration(info.Limit.ResetAfter)*time.Millisecond, time.Minute)
				a.log.Error("no more sessions may be begun today", "wait", wait)
				if !pace.Pause(ctx, wait) {
					return "", ctx.Err()
				}
				continue
			}
		}
		return info.URL, a.identifies.Wait(ctx, strconv.Itoa(shard%concurrency))
	}
}

// begin makes a session that will connect to the gateway's address.
func (s *shard) begin(ctx context.Context, address string) {
	session, _ := discordgo.New("Bot " + s.a.options.Token.Reveal()) // never fails
	session.LogLevel = -1                                            // it logs addresses, to standard error
	session.StateEnabled, session.SyncEvents, session.Compress = false, true, false
	session.ShouldReconnectOnError, session.ShouldReconnectVoiceOnSessionError = false, false
	session.ShardID, session.ShardCount = s.id, s.count
	session.Identify.Intents = discordgo.IntentGuildMessages | discordgo.IntentDirectMessages
	// All that it asks by HTTP is where the gateway is, and that is known. It adds a
	// slash to the path, and the query of an older version: Proxy below puts that right.
	gateway, _ := url.Parse(address) // it was parsed before
	bare := url.URL{Scheme: gateway.Scheme, Host: gateway.Host, Path: strings.TrimRight(gateway.Path, "/") + "/"}
	session.Client = &http.Client{Transport: fixed(fmt.Sprintf(`{"url":%q}`, bare.String()))}
	connect := func(dialing context.Context, network, addr string, secure bool) (net.Conn, error) {
		dialing, cancel := context.WithCancel(dialing)
		defer cancel()
		defer context.AfterFunc(ctx, cancel)()
		c, err := s.a.options.Dial(dialing, network, addr)
		if err == nil && secure {
			host, _, _ := net.SplitHostPort(addr)
			t := tls.Client(c, &tls.Config{ServerName: host, MinVersion: tls.VersionTLS12})
			if err = t.HandshakeContext(dialing); err != nil {
				_ = c.Close()
			}
			c = t
		}
		if err != nil {
			return nil, err
		}
		l := newLink(ctx, c)
		s.link.Store(l)
		return l, nil
	}
	session.Dialer = &websocket.Dialer{
		HandshakeTimeout: openLimit,
		Proxy: func(r *http.Request) (*url.URL, error) {
			query := gateway.Query()
			query.Set("v", gatewayVersion)
			query.Set("encoding", "json")
			if r.URL.RawQuery = query.Encode(); r.URL.Path == bare.Path {
				r.URL.Path = gateway.Path
			}
			return nil, nil
		},
		NetDialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			return connect(ctx, network, addr, false)
		},
		NetDialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			return connect(ctx, network, addr, true)
		},
	}
	session.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { s.a.heard(e.Type, e.RawData) })
	s.session, s.begun = session, false
}

// fixed is a transport that answers every request with the same text.
type fixed string

// RoundTrip implements [http.RoundTripper].
func (f fixed) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Status: "200 OK", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: http.Header{}, Body: io.NopCloser(strings.NewReader(string(f))),
	}, nil
}
