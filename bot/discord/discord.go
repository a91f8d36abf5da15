package discord

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/outage"
	"newshound/bot/internal/pace"
	"newshound/bot/internal/refusals"
	"newshound/bot/internal/tree"
)

// Options say how an [Adapter] works. Handler and Token must be set.
type Options struct {
	Handler bot.Handler
	Token   bot.Secret
	// PublicKey is that of the application, in hexadecimal, for the interactions
	// endpoint; "" where there is none.
	PublicKey string
	// API is the base of the REST addresses; "" means [DefaultAPI].
	API string
	// Application is the application's id; "" means to ask Discord.
	Application string
	// Guild is the only guild to register the commands for; "" means all.
	Guild string
	// Shard is the number of this process's shard, and how many there are. With 0 of them,
	// it runs as many as Discord asks for.
	Shard [2]int
	// Journal is the file that remembers which events were accepted and answered; ""
	// means memory only.
	Journal string
	// Outlets returns the outlets, those with the most articles first.
	Outlets func() []string
	// Log and Observer are told what happens; each may be nil.
	Log      *slog.Logger
	Observer bot.Observer
	// Dial connects; nil means to the network.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// Adapter is the bot in Discord. It is also an [http.Handler], for interactions by HTTP.
type Adapter struct {
	options    Options
	key        ed25519.PublicKey
	log        *slog.Logger
	observer   bot.Observer
	rest       *rest
	events     *intake.Events[event]
	posts      *pace.Pacer // by path
	all        *pace.Pacer // of all posts
	identifies *pace.Pacer // by rate limit key
	refusals   *refusals.Memory
	places     *places
	talks      *bot.Conversations // with the handler of the options, asked a few questions at a time

	who               atomic.Pointer[identity]
	roles             sync.Map     // the bot's own role in each guild: a role by guild id
	wanted, connected atomic.Int32 // shards
	beginning         atomic.Int32 // shards that begin a session, or want to
	fatal             chan error   // how Discord has refused the bot for good
}

// identity holds the bot's ids, each "" until it is known.
type identity struct{ bot, application string }

// meet notes the ids that are not known yet.
func (a *Adapter) meet(bot, application string) {
	who := *a.who.Load()
	a.who.Store(&identity{cmp.Or(who.bot, bot), cmp.Or(who.application, application)})
}

const (
	// postSpacing is the time between two posts to a channel, and allSpacing between two
	// to any: 50 requests a second are allowed
	// (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
	postSpacing = time.Second
	allSpacing  = time.Second / 40
	// workers is how many events are carried out at a time. Nearly all of them wait, for
	// Discord or for the engine, which answers asks questions at a time.
	workers = 512
	asks    = 8
	// refusalLife is how long a refusal is remembered, and maxRefusals how many there may be
	// in that time. Discord bans an address that makes 10,000 invalid requests in ten minutes
	// (https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
	refusalLife = 10 * time.Minute
	maxRefusals = 80
)

// Open returns an adapter, with its journal open. It does not yet touch the network. A
// malformed public key is an error here, not only at the first interaction.
func Open(o Options) (*Adapter, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Observer == nil {
		o.Observer = bot.Unobserved{}
	}
	if o.Dial == nil {
		o.Dial = (&net.Dialer{Timeout: openLimit}).DialContext
	}
	a := &Adapter{
		options: o, log: o.Log, observer: o.Observer,
		posts: pace.New(postSpacing), all: pace.New(allSpacing), identifies: pace.New(identifySpacing),
		refusals: refusals.New(refusalLife, maxRefusals, refused), fatal: make(chan error, 1),
	}
	a.who.Store(&identity{application: o.Application})
	var err error
	if a.rest, err = newREST(o); err != nil {
		return nil, err
	}
	a.rest.api.Outage = outage.New(time.Second, a.rest.answers)
	// After a 429, the post that got it goes first, and the others follow at their pace.
	a.rest.api.Paused = func(path string, until time.Time) {
		a.observer.Count(bot.EventPaused)
		a.posts.Hold(path, until.Add(postSpacing))
	}
	if o.PublicKey != "" {
		if a.key, err = parseKey(o.PublicKey); err != nil {
			return nil, err
		}
	}
	a.events, err = intake.OpenEvents[event](intake.Options{Path: o.Journal, Workers: workers, Doubts: true, Log: o.Log, Count: bot.CountNamed(o.Observer)})
	if err != nil {
		return nil, err
	}
	a.events.Enter = a.enter
	a.talks = bot.NewConversations(bot.Few(asks, o.Handler), a.events)
	a.places = recallPlaces(a.events)
	return a, nil
}

// refused reports whether an error says that the bot may not post in a place, whatever the
// message.
func refused(err error) bool {
	return jsonapi.Refused(err, discordgo.ErrCodeMissingAccess, discordgo.ErrCodeMissingPermissions,
		discordgo.ErrCodeUnknownChannel, discordgo.ErrCodeCannotSendMessagesToThisUser,
		discordgo.ErrCodePerformedOperationOnArchivedThread, discordgo.ErrCodeThreadIsLocked,
		discordgo.ErrCodeCannotSendMessagesInVoiceChannel, discordgo.ErrCodeCannotExecuteActionOnThisChannelType,
		discordgo.ErrCodeChannelVerificationLevelTooHigh)
}

// Ready reports whether events can arrive: every shard is connected.
func (a *Adapter) Ready() bool {
	wanted := a.wanted.Load()
	return wanted > 0 && a.connected.Load() == wanted
}

// Run answers until ctx ends and everything accepted is answered, and then returns nil; or
// it returns an error because Discord refuses the bot for good. It is called once.
func (a *Adapter) Run(ctx context.Context) (err error) {
	defer func() {
		a.rest.api.HTTP.CloseIdleConnections()
		err = errors.Join(err, a.events.Close())
	}()
	if err = a.again(ctx, "asking Discord who I am", a.introduce); err == nil && ctx.Err() == nil {
		// Workers go on until the shards have ended and nothing more can come.
		after, end := context.WithCancel(context.WithoutCancel(ctx))
		var others sync.WaitGroup
		others.Go(func() { a.events.Run(after, a.work, a.apologise, a.tellBusy) })
		registering, stop := context.WithCancel(ctx)
		others.Go(func() {
			// Without commands, mentions are still answered.
			if err := a.again(registering, "registering the commands", a.register); err != nil && ctx.Err() == nil {
				a.log.Error("the commands are not registered", "err", err)
			}
		})
		err = a.runShards(ctx)
		stop()
		end()
		others.Wait()
	}
	if ctx.Err() != nil {
		err = nil // told to stop, it did
	}
	return err
}

// again calls do until it succeeds, fails for good or ctx ends.
func (a *Adapter) again(ctx context.Context, what string, do func(context.Context) error) (err error) {
	pace.Until(ctx, time.Second, func(wait time.Duration) bool {
		var final *FatalError
		if err = do(ctx); err != nil && !errors.As(err, &final) && ctx.Err() == nil {
			a.log.Warn(what+" failed", "err", err, "again_in", wait)
			return false
		}
		return true
	})
	return err
}

// introduce learns the bot's ids, and whether its token is good. If a server does not tell
// them here, READY does.
func (a *Adapter) introduce(ctx context.Context) error {
	me, err := a.rest.get(ctx, "/users/@me")
	if err == nil && a.options.Application == "" {
		var app tree.JSON
		app, err = a.rest.get(ctx, "/applications/@me")
		// The ids are the same for all but old applications.
		a.meet(me.Text("id"), cmp.Or(app.Text("id"), me.Text("id")))
	}
	a.meet(me.Text("id"), "")
	if jsonapi.Final(err) {
		return nil
	}
	return err
}

// runShards runs the shards: as many as Discord asks for, or the one of the options.
func (a *Adapter) runShards(ctx context.Context) error {
	first, n, total := a.options.Shard[0], 1, a.options.Shard[1]
	if total == 0 {
		var info tree.JSON
		if err := a.again(ctx, "asking for the gateway", func(ctx context.Context) (err error) {
			info, err = a.rest.gateway(ctx)
			return err
		}); err != nil {
			return err
		}
		n = max(info.Int("shards"), 1)
		total = n
	}
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	a.wanted.Store(int32(n))
	var running sync.WaitGroup
	running.Go(func() {
		select {
		case err := <-a.fatal:
			end(err)
		case <-ctx.Done():
		}
	})
	for id := first; id < first+n; id++ {
		running.Go(func() {
			if err := (&shard{a: a, id: id, count: total}).run(ctx); err != nil {
				end(fmt.Errorf("shard %d: %w", id, err))
			}
		})
	}
	running.Wait()
	return context.Cause(ctx)
}
