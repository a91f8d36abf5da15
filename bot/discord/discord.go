package discord

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/pace"
	"newshound/bot/internal/refusals"
)

// DefaultAPI is the base of Discord's REST addresses.
const DefaultAPI = "https://discord.com/api/v10"

// Options say how an [Adapter] works. Handler and Token must be set.
type Options struct {
	Handler bot.Handler
	Token   bot.Secret
	// PublicKey is that of the application, in hexadecimal, for the interactions
	// endpoint; "" where there is none.
	PublicKey string
	// API is the base of the REST addresses; "" means [DefaultAPI].
	API string
	// Application is the application's id; "" means that Discord is asked.
	Application string
	// Guild is a guild that the commands are registered for, alone; "" means all.
	Guild string
	// Shard is which of how many shards this process is; of none, Shard[1] is 0, it is
	// all that Discord asks for.
	Shard [2]int
	// Journal is the file that remembers which events were accepted and answered; ""
	// means memory only.
	Journal string
	// Outlets returns the outlets that there are, those with the most articles first.
	Outlets func() []string
	// Log and Observer are told what happens; nil means nobody.
	Log      *slog.Logger
	Observer bot.Observer
	// Dial connects; nil means to the network.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// Adapter is the bot in Discord. It is an [http.Handler], too, for interactions that
// come by HTTP.
type Adapter struct {
	options    Options
	key        ed25519.PublicKey
	log        *slog.Logger
	observer   bot.Observer
	rest       *rest
	intake     *intake.Intake
	posts      *pace.Pacer // by channel
	all        *pace.Pacer // of all posts
	identifies *pace.Pacer // by rate limit key
	refusals   *refusals.Memory
	arrivals   chan arrival
	overflow   intake.Overflow[*event] // messages that there is no room for
	handler    bot.Handler             // that of the options, asked a few questions at a time

	me, app atomic.Pointer[string] // the ids of the bot and of the application
	shards  atomic.Pointer[[]*shard]
}

const (
	// postSpacing is the time between two posts to a channel, and allSpacing between two
	// to any: 50 requests a second are allowed
	// (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
	postSpacing = time.Second
	allSpacing  = time.Second / 40
	// workers is how many events are carried out at a time. Nearly all of them wait:
	// for Discord, or for one of the places at the engine, of which there are asks.
	workers = 512
	asks    = 8
	// refusalLife is how long a refusal is remembered, and maxRefusals how many there
	// may be in that time. Discord bans an address that makes 10,000 invalid requests in
	// ten minutes (https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
	refusalLife = 10 * time.Minute
	maxRefusals = 80
)

// Open returns an adapter, with its journal open. It does not yet touch the network.
// A public key that is none is an error here, and not at the first interaction.
func Open(o Options) (*Adapter, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	r, err := newREST(&o)
	if err != nil {
		return nil, err
	}
	a := &Adapter{
		options: o, log: o.Log, observer: o.Observer, rest: r,
		posts: pace.New(postSpacing), all: pace.New(allSpacing), identifies: pace.New(identifySpacing), refusals: refusals.New(refusalLife, maxRefusals),
		arrivals: make(chan arrival, maxArrivals), overflow: make(intake.Overflow[*event], maxOverflow), handler: bot.Few(asks, o.Handler),
	}
	a.setID(&a.app, o.Application)
	a.setID(&a.me, "")
	a.shards.Store(&[]*shard{})
	if o.PublicKey != "" {
		if a.key, err = parseKey(o.PublicKey); err != nil {
			return nil, err
		}
	}
	if a.intake, err = intake.Open(intake.Options{Path: o.Journal, Workers: workers, Log: o.Log}); err != nil {
		return nil, err
	}
	return a, nil
}

// Ready reports whether messages arrive: every shard is connected.
func (a *Adapter) Ready() bool {
	shards := *a.shards.Load()
	for _, s := range shards {
		if !s.connected.Load() {
			return false
		}
	}
	return len(shards) > 0
}

// Run answers until ctx ends and all that was accepted is answered, which is no error,
// or until Discord refuses the bot for good. It is called once.
func (a *Adapter) Run(ctx context.Context) (err error) {
	defer func() {
		a.rest.api.HTTP.CloseIdleConnections()
		err = errors.Join(err, a.intake.Close())
	}()
	if err := a.introduce(ctx); ctx.Err() != nil {
		return nil
	} else if err != nil {
		return err
	}
	// What was accepted is carried out until nothing more can come.
	after := context.WithoutCancel(ctx)
	defer during(after, 1, func(ctx context.Context) { a.intake.Run(ctx, a.work, a.apologise) })()
	defer during(after, acceptors, a.accept)()
	defer during(ctx, 1, func(ctx context.Context) { a.overflow.Tell(ctx, a.tellBusy) })()
	defer during(ctx, 1, a.keepRegistering)()
	err = a.runShards(ctx)
	if ctx.Err() != nil {
		err = nil // told to stop, it did
	}
	return err
}

// during starts n goroutines that run do, and returns what ends them.
func during(ctx context.Context, n int, do func(context.Context)) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	for range n {
		running.Go(func() { do(ctx) })
	}
	return func() {
		cancel()
		running.Wait()
	}
}

// again calls do until it succeeds, fails for good or ctx ends.
func (a *Adapter) again(ctx context.Context, what string, do func() error) error {
	for wait := time.Second; ; wait = min(2*wait, longestWait) {
		err := do()
		var final *FatalError
		if err == nil || errors.As(err, &final) || ctx.Err() != nil {
			return err
		}
		a.log.Warn(what+" failed", "err", err, "again in", wait)
		pace.Pause(ctx, wait)
	}
}

// introduce learns who the bot is, and whether its token is good.
func (a *Adapter) introduce(ctx context.Context) error {
	return a.again(ctx, "asking Discord who I am", func() error {
		var me user
		if err := a.rest.call(ctx, http.MethodGet, "/users/@me", nil, &me); err != nil {
			return err
		}
		a.setID(&a.me, me.ID)
		if a.applicationID() != "" {
			return nil
		}
		var app user
		err := a.rest.call(ctx, http.MethodGet, "/applications/@me", nil, &app)
		var refused *jsonapi.Error
		if errors.As(err, &refused) {
			app.ID, err = me.ID, nil // it is the same for all but old applications
		}
		a.setID(&a.app, app.ID)
		return err
	})
}

// keepRegistering registers the commands. Without them mentions are answered still.
func (a *Adapter) keepRegistering(ctx context.Context) {
	if err := a.again(ctx, "registering the commands", func() error { return a.register(ctx) }); err != nil {
		a.log.Error("the commands are not registered", "err", err)
	}
}

// runShards runs the shards: all that Discord asks for, or the one of the options.
func (a *Adapter) runShards(ctx context.Context) error {
	first, n, total := a.options.Shard[0], 1, a.options.Shard[1]
	if total == 0 {
		if err := a.again(ctx, "asking for the gateway", func() error {
			info, err := a.rest.gateway(ctx)
			if err == nil {
				n, total = info.Shards, info.Shards
			}
			return err
		}); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var all []*shard
	for id := first; id < first+n; id++ {
		all = append(all, &shard{a: a, id: id, count: total})
	}
	a.shards.Store(&all)
	failed := make(chan error, len(all))
	var running sync.WaitGroup
	for _, s := range all {
		running.Go(func() {
			if err := s.run(ctx); err != nil {
				failed <- fmt.Errorf("shard %d: %w", s.id, err)
				cancel()
			}
		})
	}
	running.Wait()
	close(failed)
	return <-failed
}

func (a *Adapter) setID(to *atomic.Pointer[string], id string) { to.Store(&id) }

func (a *Adapter) botID() string { return *a.me.Load() }

func (a *Adapter) applicationID() string { return *a.app.Load() }
