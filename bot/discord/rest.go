package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/pace"
	"newshound/bot/internal/tree"
)

// DefaultAPI is the base of Discord's REST addresses.
const DefaultAPI = "https://discord.com/api/" + apiVersion

// apiVersion is the version of REST and of the gateway
// (https://docs.discord.com/developers/reference#api-versioning).
const apiVersion = "v10"

// userAgent has the form that Discord asks for
// (https://docs.discord.com/developers/reference#user-agent).
const userAgent = "DiscordBot (https://github.com/newshound, 1)"

// tryLimit is how long one attempt at a request may take.
const tryLimit = 10 * time.Second

// rest makes requests to Discord. All of them may be repeated: a second first response is
// refused, a second edit changes nothing, and a post has a nonce.
type rest struct {
	api jsonapi.Client
	log *slog.Logger
}

// newREST returns a rest for an adapter's options.
func newREST(o Options) (*rest, error) {
	u, err := url.Parse(cmp.Or(strings.TrimSpace(o.API), DefaultAPI))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, errors.New("the address of Discord's API is no address of http or https")
	}
	switch u.Path = strings.TrimRight(u.Path, "/"); {
	case u.Path == "":
		u.Path = "/api/" + apiVersion
	case strings.HasSuffix(u.Path, "/api"):
		u.Path += "/" + apiVersion
	}
	return &rest{log: o.Log, api: jsonapi.Client{
		Base: u.String(),
		HTTP: jsonapi.NewHTTP(o.Dial, tryLimit),
		Sign: func(h http.Header) {
			h.Set("User-Agent", userAgent)
			h.Set("Authorization", "Bot "+o.Token.Reveal())
		},
		Limits: pace.New(0),
		Paused: func(string, time.Time) {},
	}}, nil
}

// call makes a request and decodes the answer into out, unless that is nil.
func (r *rest) call(ctx context.Context, method, path string, in, out any) error {
	return r.do(ctx, jsonapi.Request{Method: method, Path: path, In: in, Out: out})
}

// do makes a request. The global rate limit does not apply to interactions
// (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
func (r *rest) do(ctx context.Context, request jsonapi.Request) error {
	interaction := strings.HasPrefix(request.Path, "/interactions/") || strings.HasPrefix(request.Path, "/webhooks/")
	request.Unlimited = interaction
	err := r.api.Do(ctx, request)
	var refused *jsonapi.Error
	switch {
	case !errors.As(err, &refused):
		return err
	case refused.Code == discordgo.ErrCodeInteractionHasAlreadyBeenAcknowledged && refused.Again:
		return nil // an earlier attempt arrived after all
	case refused.Status == http.StatusUnauthorized && refused.Code == 0 && !interaction:
		return &FatalError{http.StatusUnauthorized, fatal[4004]}
	}
	return err
}

// answers reports whether Discord answers anything.
func (r *rest) answers(ctx context.Context) bool {
	bare := r.api
	bare.Outage = nil // which asks
	var refused *jsonapi.Error
	err := bare.Do(ctx, jsonapi.Request{Method: http.MethodGet, Path: "/gateway"})
	return err == nil || errors.As(err, &refused)
}

// get asks for an object.
func (r *rest) get(ctx context.Context, path string) (tree.JSON, error) {
	var raw json.RawMessage
	err := r.call(ctx, http.MethodGet, path, nil, &raw)
	return tree.Parse(raw), err
}

// send makes a request with a message. If the bot may not reply to messages there, the message is
// sent without its reference. If Discord rejects the content, it is sent with links as text, then
// as text alone, and then as a line that says so.
func (r *rest) send(ctx context.Context, request jsonapi.Request, b body) error {
	request.In = b
	err := r.do(ctx, request)
	if jsonapi.Refused(err, discordgo.ErrCodeCannotReplyWithoutPermissionToReadMessageHistory) && b.Reference != nil {
		b.Reference = nil
		request.In = b
		err = r.do(ctx, request)
	}
	bare := b
	bare.Components = unlinked(b.Components)
	for _, less := range []body{bare, b.inWords(), b.excuse()} {
		var reason *jsonapi.Error
		if !errors.As(err, &reason) || refused(err) || reason.Status != http.StatusBadRequest && reason.Status != http.StatusRequestEntityTooLarge {
			break
		}
		if reflect.DeepEqual(request.In, less) {
			continue
		}
		r.log.Error("Discord does not take our message as it is", "err", err)
		request.In = less
		err = r.do(ctx, request)
	}
	return err
}

// gateway asks where the gateway is, and how many sessions may begin
// (https://docs.discord.com/developers/events/gateway#get-gateway-bot). The answer must
// hold the address; everything else is optional.
func (r *rest) gateway(ctx context.Context) (tree.JSON, error) {
	info, err := r.get(ctx, "/gateway/bot")
	var refused *jsonapi.Error
	if errors.As(err, &refused) && refused.Status == http.StatusNotFound {
		info, err = r.get(ctx, "/gateway")
	}
	if u, bad := url.Parse(info.Text("url")); err == nil && (bad != nil || u.Host == "" || u.Scheme != "wss" && u.Scheme != "ws") {
		err = errors.New("discord does not say where its gateway is")
	}
	return info, err
}

// Account is what Discord says of the bot.
type Account struct {
	Bot         string // the bot's name
	Application string // the application's id
	PublicKey   string // by which its interactions are signed, in hexadecimal
	Endpoint    string // the address that interactions are sent to, "" if they come by the gateway
	Shards      int    // how many connections Discord asks for
	Starts      int    // how many sessions may begin today, -1 if Discord does not say
}

// Look asks Discord about the bot of the options. An error for a token that is
// refused is a [*FatalError].
func Look(ctx context.Context, o Options) (*Account, error) {
	r, err := newREST(o)
	if err != nil {
		return nil, err
	}
	defer r.api.HTTP.CloseIdleConnections()
	me, err := r.get(ctx, "/users/@me")
	if err != nil {
		return nil, err
	}
	app, err := r.get(ctx, "/applications/@me")
	if err != nil {
		return nil, err
	}
	info, err := r.gateway(ctx)
	if err != nil {
		return nil, err
	}
	a := &Account{
		Bot: me.Text("username"), Application: app.Text("id"), PublicKey: app.Text("verify_key"),
		Endpoint: app.Text("interactions_endpoint_url"), Shards: max(info.Int("shards"), 1), Starts: -1,
	}
	if info.Text(startsLeft) != "" {
		a.Starts = info.Int(startsLeft)
	}
	return a, nil
}
