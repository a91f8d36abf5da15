// Package slack is the bot's adapter for Slack: mentions in channels and threads, a
// slash command, a message shortcut, direct messages, buttons, the home tab and the
// assistant's pane.
//
// Events arrive in one of two ways, over the websocket of Socket Mode (socket.go) or as
// signed HTTP requests (http.go). Both end in [Adapter.accept]: the payload is decoded
// (event.go, said.go), accepted once and journalled (bot/internal/intake), and
// acknowledged. A worker then has it answered (work.go), renders the reply (render.go,
// buttons.go), and delivers it (deliver.go).
//
// # Decisions
//
// Nothing that may have been posted is posted again. Context: chat.postMessage has no
// documented key by which Slack would recognise a repetition, and a connection can break
// after the message was stored. Decision: a post is repeated if Slack has said that it
// did not happen (429, 503) or there was no connection; then for a day, and after a
// restart. If nobody knows, the bot looks for the message (arrival.go), by the id of its
// first block, which derives from the message that it answers. So the next process knows
// it, too, and another process that was given the same event, which gives the first one a
// head start. A look that Slack fails to answer is repeated. The message is posted again
// if it is missing while the message that it answers is visible. Direct messages can be
// looked at, and channels only if somebody has given the app scopes that it does not ask
// for, and a token that Slack accepts there
// (https://docs.slack.dev/reference/methods/conversations.replies). Elsewhere, after a 500
// or an unreadable answer, the asker is told that the answer may not have arrived. After a
// cut connection or a timeout, Slack is asked for something else. If it answers nothing,
// all sending waits until it does (bot/internal/outage), and then the asker is told. If it
// answers, the message was stored as a rule, and the asker is not told. Consequence: one
// answer, or a word that there may be none. There is silence only in a channel that the
// bot cannot read, if a single connection is cut, or the process killed, before Slack has
// stored the message. A word after each of those would come in addition to an answer about
// as often as in place of one.
//
// Considered for channels, and rejected: client_msg_id, of which Slack documents errors
// (https://docs.slack.dev/reference/methods/chat.postMessage#errors) but not what it does;
// posting a line first and writing the answer into it with chat.update, which may be
// repeated, for then the line may be lost or posted twice, and the answer notifies nobody;
// chat.scheduleMessage, which can be looked up only until it is posted, some seconds late;
// chat.getPermalink and reactions, which need the lost timestamp; replace_original, with
// which a command's response URL replaces nothing and posts again
// (https://github.com/slackapi/bolt-js/issues/2287,
// https://github.com/slackapi/bolt-python/issues/1268); and message_metadata_posted, an
// event about the bot's own posts, which needs the scope metadata.message:read and a
// manifest that names the app's id, which exists only once the app is made
// (https://docs.slack.dev/reference/events/message_metadata_posted).
//
// An answer that may not be posted goes to the asker. Context: commands are used in
// channels that the bot is not in, response URLs expire, and a channel may be archived or
// closed to the bot. Decision: if every other way is refused, a direct message has the
// answer and says why. Consequence: no question is met with silence.
//
// No channel is read. Context: the scope for reading a channel covers everything in it.
// Decision: the last turn of a thread is kept in the journal, and a button carries its
// own. The latest messages are read only where the bot does not know whether its own has
// arrived, if it may. Consequence: what people say to each other never reaches the bot; in
// a thread that began without it, it knows no earlier question.
//
// Events lost with a broken socket are left to Slack. Context: when a connection ends,
// slack-go forgets what it has read and not yet reported. Nobody here can know of an event
// that did not arrive whole, but Slack delivers again what was not acknowledged. To look
// for such events with conversations.history after each of several connections a day would
// take channels:history, groups:history and mpim:history, scopes to read everything; one
// request for each channel that the bot is in, found with yet another scope; and, for a
// distributed app outside Slack's marketplace, a minute for each request
// (https://docs.slack.dev/reference/methods/conversations.history). The bot may read direct
// messages, but not list them. And an event that another process of the same app was given
// would look like a missed one, and be answered twice. Decision: slack-go learns of the end
// of a connection a moment late, so that events that arrived whole are accepted, and no
// history is read. Consequence: silence if a connection is cut in the middle of an event
// and Slack, against its word, does not deliver that again.
//
// Quotes are sections of mrkdwn or of plain text. Context: mrkdwn has no escape for its
// formats, and rich_text, which needs none, is not shown by every client. Decision: a quote
// in which mrkdwn would format nothing has its matched words in bold; any other is plain
// text in quotation marks. Consequence: quotes are shown to the letter.
//
// There is a worker for everyone who waits. Context: a channel takes about a message a
// second, and 500 questions may come to one at once. Decision: there are as many workers
// as places in the queue, but only a few ask the engine at a time. Consequence: a slow
// channel holds up no other.
package slack

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/outage"
	"newshound/bot/internal/pace"
)

// Options are what an [Adapter] needs. BotToken and Handler must be set, and AppToken or
// SigningSecret; the zero value of everything else is ready to use.
type Options struct {
	BotToken      bot.Secret  // xoxb-…
	AppToken      bot.Secret  // xapp-…, for Socket Mode; not set for HTTP only
	SigningSecret bot.Secret  // for HTTP; not set for Socket Mode only
	Handler       bot.Handler // answers
	// Prompts returns questions to suggest, of which up to four are shown; nil for none.
	Prompts func() []string
	// Command is the slash command's name; "" means [DefaultCommand].
	Command string
	// Journal is the file that keeps what must survive a restart; "" for none.
	Journal string
	// Depth is how many events may wait to be answered; 0 means 1000.
	Depth int
	// PingInterval is how long Slack may be silent on the socket before the connection
	// counts as dead; 0 means 30 s.
	PingInterval time.Duration
	// APIURL is where the Web API is, with a slash at the end; "" means Slack's own.
	APIURL   string
	Log      *slog.Logger // nil for none
	Observer bot.Observer // nil for none
}

// DefaultCommand is the name of the slash command unless told otherwise.
const DefaultCommand = "/ask"

const (
	// perChannel is the least time between two messages to a channel
	// (https://docs.slack.dev/apis/web-api/rate-limits).
	perChannel = time.Second
	// callTime is how long one call of the Web API may take.
	callTime = 15 * time.Second
)

// Adapter is the bot in Slack. It is safe for concurrent use; [Adapter.Run] is called once.
type Adapter struct {
	options Options
	log     *slog.Logger
	api     *api.Client
	http    *http.Client
	events  *intake.Events[event]
	talks   *bot.Conversations
	pace    *pace.Pacer
	sockets *pace.Pacer // of opening them
	outage  *outage.Watch
	unit    time.Duration // of all pauses before something is tried again
	// headStart is how long another process with the same event has to answer it first.
	headStart time.Duration
	up        atomic.Bool // the token is good and the socket, if any, is connected
	mute      atomic.Bool // no status is shown: there is no assistant's pane here
	barred    atomic.Bool // Slack refuses the token
	refused   chan error  // … and how
	// impatient ends a wait of the socket's client that is longer than Slack asked for: told.
	impatient atomic.Pointer[context.CancelFunc]
	told      atomic.Int64
}

// Open returns the adapter, with its journal open. It does not yet touch the network.
func Open(o Options) (*Adapter, error) {
	o.Log = cmp.Or(o.Log, slog.New(slog.DiscardHandler))
	if o.Observer == nil {
		o.Observer = bot.Unobserved{}
	}
	if o.Prompts == nil {
		o.Prompts = func() []string { return nil }
	}
	o.Depth = cmp.Or(o.Depth, 1000)
	o.PingInterval = cmp.Or(o.PingInterval, 30*time.Second)
	o.Command = cmp.Or(o.Command, DefaultCommand)
	o.APIURL = cmp.Or(o.APIURL, api.APIURL)
	o.Handler = bot.Few(2*runtime.GOMAXPROCS(0), o.Handler)
	events, err := intake.OpenEvents[event](intake.Options{
		Path: o.Journal, Depth: o.Depth, Workers: o.Depth, Doubts: true, Log: o.Log, Count: bot.CountNamed(o.Observer),
	})
	if err != nil {
		return nil, err
	}
	client := jsonapi.NewHTTP(nil, callTime)
	a := &Adapter{
		options: o, log: o.Log, http: client, events: events, talks: bot.NewConversations(o.Handler, events), pace: pace.New(perChannel), sockets: pace.New(time.Second),
		api: api.New(o.BotToken.Reveal(), api.OptionAppLevelToken(o.AppToken.Reveal()), api.OptionAPIURL(o.APIURL),
			api.OptionHTTPClient(caller{client})),
		unit: time.Second, headStart: headStart, refused: make(chan error, 1),
	}
	events.Enter = a.enter
	a.outage = outage.New(a.unit, a.answers)
	return a, nil
}

// answers reports whether Slack answers at all.
func (a *Adapter) answers(ctx context.Context) bool {
	_, err := a.api.AuthTestContext(ctx)
	f := examine(err)
	return err == nil || !f.cut && !errors.Is(err, jsonapi.ErrUnsent)
}

// Ready reports whether events can arrive: the bot's token is good and the socket, if any, is
// connected.
func (a *Adapter) Ready() bool { return a.up.Load() }

// Run answers until ctx ends and everything accepted before is answered. It returns an
// error if Slack refuses the token.
func (a *Adapter) Run(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var others sync.WaitGroup
	var refused error
	others.Go(func() {
		select {
		case refused = <-a.refused:
			stop()
		case <-ctx.Done():
		}
	})
	others.Go(func() {
		if !a.introduce(ctx) {
			return
		}
		if a.options.AppToken.IsSet() {
			a.listen(ctx)
		} else {
			a.up.Store(true)
		}
	})
	a.events.Run(ctx, a.work, a.apologise, a.tellBusy)
	others.Wait()
	a.up.Store(false)
	return errors.Join(refused, a.events.Close())
}

// refusals are the errors of the Web API after which no other call can succeed
// (https://docs.slack.dev/reference/methods/auth.test#errors).
var refusals = map[string]bool{
	"invalid_auth": true, "not_authed": true, "account_inactive": true, "token_revoked": true, "token_expired": true,
	"not_allowed_token_type": true, "org_login_required": true,
}

// giveUp reports whether an error is one of the refusals, or of the others given, and if so
// ends [Adapter.Run].
func (a *Adapter) giveUp(err error, others ...string) bool {
	why := examine(err).name
	if !refusals[why] && !slices.Contains(others, why) {
		return false
	}
	a.barred.Store(true)
	select {
	case a.refused <- fmt.Errorf("the token is refused by Slack (%s): `newshound check` says what to do", why):
	default: // it is known
	}
	return true
}

// introduce waits until Slack has confirmed the token.
func (a *Adapter) introduce(ctx context.Context) bool {
	good := false
	pace.Until(ctx, a.unit, func(wait time.Duration) bool {
		who, err := a.api.AuthTestContext(ctx)
		if good = err == nil; good {
			a.log.Info("in Slack", "team", who.Team, "bot", who.User)
		} else if !a.giveUp(err) {
			a.log.Warn("Slack does not answer", "err", examine(err).why, "again_in", wait)
			return false
		}
		return true
	})
	return good
}
