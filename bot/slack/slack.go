// Package slack is the bot's adapter for Slack: mentions in channels and threads, a
// slash command, a message shortcut, direct messages, buttons, the home tab and the
// assistant's pane.
//
// What people do arrives in one of two ways, over the websocket of Socket Mode
// (socket.go) or as signed HTTP requests (http.go). Both end in [Adapter.accept]: the
// payload is decoded (event.go, said.go), taken on once and journalled (bot/internal/intake),
// and acknowledged. A worker then has it answered (work.go), renders the reply
// (render.go, buttons.go), and delivers it where it belongs (deliver.go).
//
// # Decisions
//
// Nothing that was perhaps posted is posted again. Context: chat.postMessage has no key
// of which it is documented that Slack would know a repetition by it, and a connection
// can break after the message was stored. Decision: a post is repeated where Slack has
// said that it did not happen: 429, 503, or the connection was never made, then for a
// day, and after a restart too. Where nobody knows, it is looked whether it is there
// (arrival.go), by the name of its first block, which the message that it answers gives
// it: so it is known to the next process, and to another that was given the same event,
// too, which lets the first have a moment. A look that Slack fails to answer is repeated.
// It is posted again where it is not there, and what it answers is, or else nothing says
// that it would be seen. Direct messages can be looked at, and channels where somebody
// has given the app the scopes for it, which it does not ask for, and a token that Slack
// takes there (https://docs.slack.dev/reference/methods/conversations.replies).
// Elsewhere, after a 500, or an answer of Slack's that is none, who asked is told that it
// may not have arrived. After a connection that is cut, or out of time, Slack is asked
// for something else: if it answers nothing, all that is to be sent waits until it does
// (bot/internal/outage), and that is said then; if it answers, the message was stored as
// a rule, and the word would be one too many. Consequence: one answer, or a word that
// there may be none; and silence only in a channel that cannot be looked at, where a
// single connection is cut, or the process killed, before Slack has stored what it was
// sent. Weighed for channels, and left: client_msg_id, of which Slack documents errors
// (https://docs.slack.dev/reference/methods/chat.postMessage#errors) and not what it
// does; to post a line first and write the answer into it with chat.update, which may be
// repeated, for then it is the line that is lost or stands there twice, and nobody is
// notified of the answer; chat.scheduleMessage, which can be looked up, but only until it
// is posted, and is some seconds late; chat.getPermalink and reactions, which need the
// timestamp that is lost; replace_original, with which a command's response URL replaces
// nothing, but posts once more (https://github.com/slackapi/bolt-js/issues/2287,
// https://github.com/slackapi/bolt-python/issues/1268); and message_metadata_posted, by
// which Slack tells of the bot's own posts, for which an app needs the scope
// metadata.message:read and a manifest with its own id, which it is given only once it is
// made (https://docs.slack.dev/reference/events/message_metadata_posted).
//
// What may not be posted is sent to who asked. Context: a command is used in channels that
// the bot is not in, its response URL ends, and a channel may be archived or closed to
// it. Decision: where every other way is refused, a direct message has the answer, and
// says why. Consequence: no question is met with silence.
//
// No channel is read. Context: to read a channel an app needs a scope that lets it
// read everything in it. Decision: the last turn of a thread is kept in the journal,
// and a button carries its own; the latest messages are read where the bot
// does not know whether its own has arrived, as far as it may, and no others. Consequence: what people
// say to each other never reaches the bot; a thread that was begun without it has no
// last question.
//
// What was on its way over a socket that breaks is left to Slack. Context: slack-go forgets
// what it has read and not yet reported when the connection ends; and what had not come whole
// nobody here can know of, but Slack delivers again what was not acknowledged. It could be
// looked for with conversations.history after each connection, of which there are several a
// day: for channels, with channels:history, groups:history and mpim:history, scopes to read
// all that is said there; one request for each channel that the bot is in, found with yet
// another scope; and for an app that is distributed, outside Slack's marketplace, one a
// minute (https://docs.slack.dev/reference/methods/conversations.history). Direct messages
// the bot may read, but not list; and what another process of the same app was given looks
// there like what was missed, and would be answered twice. Decision: the end of a connection
// is kept from slack-go for a moment, so that what came whole is taken on, and no history is
// read for it. Consequence: silence where a connection is cut in the middle of an event and
// Slack, against its word, does not deliver that again.
//
// Quotes are sections of mrkdwn, or of plain text. Context: mrkdwn has no escape for
// its formats, and rich_text, which needs none, is not shown by every client.
// Decision: a quote that holds nothing mrkdwn would format has its matched words in
// bold, and any other is plain text without, in quotation marks. Consequence: what is
// shown is the quote to the letter.
//
// A worker for everyone who waits. Context: a channel takes about a message a second,
// and 500 questions may come to one at once. Decision: there are as many workers as
// places in the queue, and only some ask the engine at a time. Consequence: whoever
// waits for a slow channel keeps nobody of another waiting.
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
	// Prompts returns up to four questions to suggest; nil for none.
	Prompts func() []string
	// Command is the slash command's name; "" means [DefaultCommand].
	Command string
	// Journal is the file in which is kept what must outlive a restart; "" for none.
	Journal string
	// Depth is how many events may wait to be answered; 0 means 1000.
	Depth int
	// PingInterval is how long Slack may be silent on the socket before it is given
	// up for dead; 0 means 30 s.
	PingInterval time.Duration
	// APIURL is where the Web API is, with a slash at the end; "" means Slack's own.
	APIURL   string
	Log      *slog.Logger // nil for none
	Observer bot.Observer // nil for none
}

// DefaultCommand is the name of the slash command unless told otherwise.
const DefaultCommand = "/ask"

const (
	// perChannel is the pace at which a channel takes messages
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
	// headStart is that of another process.
	headStart time.Duration
	up        atomic.Bool // the token is good, and where there is a socket it stands
	mute      atomic.Bool // no status is shown: there is no assistant's pane here
	barred    atomic.Bool // it is useless to go on
	refused   chan error  // … and why
	// impatient ends a wait of the socket's client, where Slack has told it to wait for less: told.
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

// answers reports whether Slack answers anything.
func (a *Adapter) answers(ctx context.Context) bool {
	_, err := a.api.AuthTestContext(ctx)
	f := examine(err)
	return err == nil || !f.cut && !errors.Is(err, jsonapi.ErrUnsent)
}

// Ready reports whether events arrive: the bot's token is good, and the socket
// stands where there is one.
func (a *Adapter) Ready() bool { return a.up.Load() }

// Run answers until ctx ends, and then what was accepted before it. Its error says
// why it is useless to go on: Slack refuses the token.
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

// giveUp ends [Adapter.Run] if an error is one after which it is useless to go on, for
// being a refusal or one of others.
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
