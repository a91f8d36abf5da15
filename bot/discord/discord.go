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
	events     *intake.Events[event]
	posts      *pace.Pacer // by path
	all        *pace.Pacer // of all posts
	identifies *pace.Pacer // by rate limit key
	refusals   *refusals.Memory
	places     *places
	talks      *bot.Conversations // with the handler of the options, asked a few questions at a time

	who               atomic.Pointer[identity]
	roles             sync.Map     // a role of each guild
	wanted, connected atomic.Int32 // shards
	beginning         atomic.Int32 // those that begin a session, or want to
	fatal             chan error   // why it is useless to go on
}

// identity is who the bot is, as far as that is known: ids, or "".
type identity struct{ bot, application string }

// meet notes who the bot is, unless that is known.
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
	// After a 429 the post that it was for comes first, and the others in their turn.
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

// refused reports whether an error says that the bot may not post there, whatever it is.
func refused(err error) bool {
	return jsonapi.Refused(err, discordgo.ErrCodeMissingAccess, discordgo.ErrCodeMissingPermissions,
		discordgo.ErrCodeUnknownChannel, discordgo.ErrCodeCannotSendMessagesToThisUser,
		discordgo.ErrCodePerformedOperationOnArchivedThread, discordgo.ErrCodeThreadIsLocked,
		discordgo.ErrCodeCannotSendMessagesInVoiceChannel, discordgo.ErrCodeCannotExecuteActionOnThisChannelType,
		discordgo.ErrCodeChannelVerificationLevelTooHigh)
}

// Ready reports whether messages arrive: every shard is connected.
func (a *Adapter) Ready() bool {
	wanted := a.wanted.Load()
	return wanted > 0 && a.connected.Load() == wanted
}

// Run answers until ctx ends and all that was accepted is answered, which is no error,
// or until Discord refuses the bot for good. It is called once.
func (a *Adapter) Run(ctx context.Context) (err error) {
	defer func() {
		a.rest.api.HTTP.CloseIdleConnections()
		err = errors.Join(err, a.events.Close())
	}()
	if err = a.again(ctx, "asking Discord who I am", a.introduce); err == nil && ctx.Err() == nil {
		// What was accepted is carried out until nothing more can come.
		after, end := context.WithCancel(context.WithoutCancel(ctx))
		var others sync.WaitGroup
		others.Go(func() { a.events.Run(after, a.work, a.apologise, a.tellBusy) })
		registering, stop := context.WithCancel(ctx)
		others.Go(func() {
			// Without commands mentions are answered still.
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

// introduce learns who the bot is, and whether its token is good. A server may leave
// that to READY.
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

// runShards runs the shards: all that Discord asks for, or the one of the options.
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
