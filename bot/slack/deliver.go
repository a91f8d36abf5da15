package slack

import (
	"context"
	"errors"
	"sync"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/pace"
)

// way is one way to deliver a message.
type way struct {
	hook    string // the response URL to use; "" for the Web API
	channel string // "" for the direct messages of person
	thread  string // "" for none
	since   string // the timestamp of the message that is answered
	sign    string // the id of the answer to it, "" for none
	again   bool   // another process may have answered it
	user    string // who alone sees it; "" for all who see the channel
	person  string // to whose direct messages it goes
}

// inShort is added to a message of which Slack accepted only the text.
const inShort = "Slack did not take all of this, and so it is in short."

// destination returns the ways to a place, the best first.
func (e *event) destination(at place) []way {
	w := way{channel: e.Channel, since: e.TS, sign: e.Sign, again: e.Again}
	switch at {
	case private:
		return e.ways(e.User)
	case direct:
		return []way{w}
	}
	w.thread = e.root()
	return e.orDirectly(w)
}

// orDirectly appends the asker's direct messages to ways that may be closed to the bot, for example
// because a thread is gone.
func (e *event) orDirectly(ways ...way) []way {
	if e.Direct && e.Thread == "" {
		return ways
	}
	return append(ways, way{person: e.User, sign: e.Sign, again: e.Again})
}

// ways returns the ways to one person alone, or with "" to everyone in the channel. The
// response URL reaches channels that the bot is not in, but it expires, and in a thread it
// cannot reach one person alone.
func (e *event) ways(user string) []way {
	call := way{channel: e.Channel, thread: e.Thread, user: user}
	hook := call
	hook.hook = e.Hook
	switch {
	case e.Hook == "":
		return e.orDirectly(call)
	case user != "" && e.Thread != "":
		hook.thread = ""
		return e.orDirectly(call, hook)
	}
	return e.orDirectly(hook, call)
}

// reply delivers the answer to a job. If Slack's answer leaves open whether it arrived, the asker
// is told. After a cut connection, that is said only if Slack is down then: otherwise the answer
// has arrived as a rule.
func (a *Adapter) reply(ctx context.Context, job *intake.Job, e *event, p post, ways ...way) error {
	return bot.Deliver(a.options.Observer, job.At, func() error {
		err := a.deliver(ctx, job, p, ways...)
		if err != nil && e.Once != "" && ctx.Err() == nil {
			job.Yield(e.Once) // the button may be pressed again
		}
		if f := examine(err); err != nil && !f.undone() && ctx.Err() == nil && (!f.cut || a.outage.Away(ctx)) {
			by := *e
			by.Hook = "" // which may be what does not work
			a.tell(ctx, &by, bot.InDoubt("Slack"))
		}
		return err
	})
}

// deliver delivers a message once, by the first way that Slack does not refuse, and logs
// failures. It outlasts an outage of Slack; what is not delivered when the process ends is left
// in the job for the next. A nil job is not recorded.
func (a *Adapter) deliver(ctx context.Context, job *intake.Job, p post, ways ...way) (err error) {
	for _, w := range ways {
		if err = a.offer(ctx, job, w, p); err == nil {
			return nil
		}
		f := examine(err)
		a.log.Warn("a reply was not delivered", "err", f.why, "by_hook", w.hook != "")
		if a.giveUp(err) || !f.refused && !(f.later && w.hook != "") {
			break
		}
	}
	return err
}

// instead returns the message for a person who cannot be answered where they asked.
func (p post) instead() post {
	p.text = escape(bot.Instead) + "\n" + p.text
	if p.blocks != nil {
		p.blocks = append([]api.Block{section(escape(bot.Instead))}, p.blocks...)
	}
	return p
}

// offer delivers a message by one way. If Slack rejects its content, the text alone is sent, and if
// that is rejected, too, a line that says so. A message without a job is a note about an answer, and
// goes to direct messages without saying why.
func (a *Adapter) offer(ctx context.Context, job *intake.Job, w way, p post) error {
	if w.channel == "" {
		var err error
		if w.channel, err = a.openDirect(ctx, w.person); err != nil {
			return err
		}
		if job != nil {
			p = p.instead()
		}
	}
	err := a.send(ctx, job, w, p)
	for _, text := range []string{p.text + "\n" + inShort, bot.NotTaken("Slack")} {
		f := examine(err)
		if !f.content {
			break
		}
		a.log.Error("Slack does not take our message as it is", "err", f.why)
		err = a.send(ctx, job, w, post{text: text})
	}
	return err
}

// openDirect returns the channel of a person's direct messages.
func (a *Adapter) openDirect(ctx context.Context, person string) (id string, err error) {
	err = a.again(ctx, nil, "", maxTries, func(ctx context.Context) error {
		channel, _, _, err := a.api.OpenConversationContext(ctx, &api.OpenConversationParameters{Users: []string{person}})
		if err == nil {
			id = channel.ID
		}
		return err
	})
	return id, err
}

// send delivers a message by one way, at the pace that Slack asks for.
func (a *Adapter) send(ctx context.Context, job *intake.Job, w way, p post) error {
	if w.hook != "" {
		return a.again(ctx, job, "", maxTries, func(ctx context.Context) error { return a.respond(ctx, w, p) })
	}
	if w.user != "" && p.blocks == nil { // of its text Slack reads the formats, and cannot be told not to
		p.text = inert.Replace(p.text)
	}
	p, is := known(w, p)
	if done, err := a.before(ctx, job, w, is); done {
		return err
	}
	options := []api.MsgOption{api.MsgOptionText(p.text, false), api.MsgOptionDisableLinkUnfurl(), api.MsgOptionDisableMediaUnfurl()}
	if p.blocks != nil {
		options = append(options, api.MsgOptionBlocks(p.blocks...))
	}
	if w.thread != "" {
		options = append(options, api.MsgOptionTS(w.thread))
	}
	key := w.channel
	if w.user != "" {
		options, key = append(options, api.MsgOptionPostEphemeral(w.user)), ""
	} else {
		options = append(options, api.MsgOptionDisableMarkdown())
	}
	for posts := 1; ; posts++ {
		err := a.again(ctx, job, key, patience, func(ctx context.Context) error {
			_, _, _, err := a.api.SendMessageContext(ctx, w.channel, options...)
			return err
		})
		f := examine(err)
		if err == nil || is == nil || f.undone() {
			return err
		}
		n := looks
		if f.cut {
			n = looksCut
		}
		if err = a.arrived(ctx, w, is, n, err); !errors.Is(err, errAbsent) || posts == maxPosts || !pace.Pause(ctx, a.unit<<min(posts-1, 6)) {
			return err
		}
		job.NotSent() // and so it is posted once more
	}
}

const (
	// maxTries is how often a call is tried. patience is how often a message is, if there is
	// no other way: about a day, as long as the journal keeps it.
	maxTries = 4
	patience = 24 * 60
	// maxPause is the longest wait that Slack may ask for. More is a mistake: its limits are per
	// second or per minute (https://docs.slack.dev/apis/web-api/rate-limits).
	maxPause = time.Hour
)

// heldKey is the key under which the end of a channel's pause is remembered.
func heldKey(channel string) string { return key("held", channel) }

// heldUntil returns until when nothing may be sent to a channel, as an earlier process may have been
// told. A time further off than any pause was written while a clock was wrong.
func (a *Adapter) heldUntil(channel string) time.Time {
	until, err := time.Parse(time.RFC3339Nano, a.events.Recall(heldKey(channel)))
	if err != nil || time.Until(until) > maxPause {
		return time.Time{}
	}
	return until
}

// attempt is a call that is about to be made for a job.
type attempt struct {
	*intake.Job
	sent func()
}

// Sending implements [jsonapi.Journal].
func (t attempt) Sending() {
	t.Job.Sending()
	t.sent()
}

// once makes a call as soon as Slack is not known to be down. Whatever happens, even a panic, the
// next call gets its turn.
func (a *Adapter) once(ctx context.Context, t attempt, call func(context.Context) error) error {
	defer t.sent()
	if err := a.outage.Wait(ctx); err != nil {
		return err
	}
	return call(jsonapi.Told(ctx, t))
}

// again makes a call for a job, nil for none, and repeats it if it certainly had no effect and may
// succeed later. Calls with the same key keep a pace, measured from when they are sent: the journal
// may take a while before.
func (a *Adapter) again(ctx context.Context, job *intake.Job, key string, tries int, call func(context.Context) error) error {
	for try := 0; ; try++ {
		sent := func() {}
		if key != "" {
			a.pace.Hold(key, a.heldUntil(key))
			done, err := a.pace.Turn(ctx, key)
			if err != nil {
				return err
			}
			sent = sync.OnceFunc(done)
		}
		err := a.once(ctx, attempt{job, sent}, call)
		f := examine(err)
		if err != nil && f.undone() {
			job.NotSent()
		}
		if !f.later || try >= tries-1 {
			return err
		}
		wait := a.unit << min(try, 6) // one second, two, four
		if f.wait > 0 {
			wait = min(f.wait, maxPause)
			a.options.Observer.Count(bot.EventPaused)
		}
		if key != "" {
			a.pace.Hold(key, time.Now().Add(wait)) // for everyone who waits for the channel
			a.events.Remember(heldKey(key), time.Now().Add(wait).Format(time.RFC3339Nano))
		} else if !pace.Pause(ctx, wait) {
			return err
		}
	}
}
