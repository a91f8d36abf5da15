package discord

import (
	"context"
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

	"newshound/bot/internal/frames"
	"newshound/bot/internal/pace"
)

// identifySpacing is the least time between two IDENTIFYs of one rate limit key
// (https://docs.discord.com/developers/events/gateway#sharding-max-concurrency).
const identifySpacing = 5 * time.Second

// startsLeft is the field that says how many sessions may still begin today.
const startsLeft = "session_start_limit.remaining"

// mayIdentify waits until a shard may begin a session, and returns the gateway's address. Only
// 1,000 sessions may begin a day, and one in five seconds, or Discord resets the token. Call
// identified when the shard has sent IDENTIFY, or cannot any more: Discord counts from the
// IDENTIFY, and the gateway may say HELLO late.
func (a *Adapter) mayIdentify(ctx context.Context, shard int) (address string, identified func(), err error) {
	for {
		// Other shards may be about to begin sessions, too.
		beginning := a.beginning.Add(1)
		info, err := a.rest.gateway(ctx)
		if err == nil && (info.Text(startsLeft) == "" || info.Int(startsLeft) >= int(beginning)) {
			concurrency := max(info.Int("session_start_limit.max_concurrency"), 1)
			var turned func()
			if turned, err = a.identifies.Turn(ctx, strconv.Itoa(shard%concurrency)); err == nil {
				return info.Text("url"), func() { turned(); a.beginning.Add(-1) }, nil
			}
		}
		a.beginning.Add(-1)
		if err != nil {
			return "", nil, err
		}
		wait := time.Minute
		if info.Int(startsLeft) <= 0 { // otherwise other shards are about to take the rest
			wait = max(time.Duration(info.Int("session_start_limit.reset_after"))*time.Millisecond, wait)
		}
		a.log.Error("no more sessions may be begun today", "wait", wait)
		if !pace.Pause(ctx, wait) {
			return "", nil, ctx.Err()
		}
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
	// The only HTTP request that it makes asks for the gateway's address, which is known. It
	// adds a slash to the path, and an older version's query: Proxy below corrects that.
	gateway, _ := url.Parse(address) // it was parsed before
	bare := url.URL{Scheme: gateway.Scheme, Host: gateway.Host, Path: strings.TrimRight(gateway.Path, "/") + "/"}
	session.Client = &http.Client{Transport: fixed(fmt.Sprintf(`{"url":%q}`, bare.String()))}
	ws, wss := frames.Dialers(ctx, s.a.options.Dial, http.ProxyFromEnvironment, func(c net.Conn) net.Conn {
		l := newLink(ctx, c)
		s.link.Store(l)
		return l
	})
	session.Dialer = &websocket.Dialer{
		HandshakeTimeout: openLimit, NetDialContext: ws, NetDialTLSContext: wss,
		Proxy: func(r *http.Request) (*url.URL, error) {
			query := gateway.Query()
			query.Set("v", strings.TrimPrefix(apiVersion, "v"))
			query.Set("encoding", "json")
			if r.URL.RawQuery = query.Encode(); r.URL.Path == bare.Path {
				r.URL.Path = gateway.Path
			}
			return nil, nil
		},
	}
	session.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { s.a.heard(e.Type, e.RawData) })
	s.session, s.begun = session, false
}

// fixed is a transport that answers every request with the same text.
type fixed string

// RoundTrip implements [http.RoundTripper].
func (f fixed) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(string(f)))}, nil
}
