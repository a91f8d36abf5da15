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
	sign    string // by which the answer to it is known, "" if it is not
	again   bool   // … and another process may have given it
	user    string // who alone sees it; "" for all who see the channel
	person  string // whose direct messages they are
}

// inShort is said of a message of which Slack took only the text.
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

// orDirectly adds to ways that may be closed to the bot, as where a thread is gone, the direct
// messages of who is to be answered.
func (e *event) orDirectly(ways ...way) []way {
	if e.Direct && e.Thread == "" {
		return ways
	}
	return append(ways, way{person: e.User, sign: e.Sign, again: e.Again})
}

// ways returns the ways to one person alone, or with "" to all who see the channel.
// The response URL reaches channels that the bot is not in, but nobody alone in a
// thread, and it expires.
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

// reply delivers the answer to a job, of which it is the one that people see. Where Slack
// answers so that nobody knows whether it arrived, who asked is told so; where the connection
// is cut, only if Slack then answers nothing for a while: else it has arrived as a rule, and
// that would be a message too many.
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

// deliver delivers a message once, by the first of the ways that Slack does not
// refuse; a failure is logged. Slack may be away for some minutes. What is still to be done
// for the job when the process ends is so done by the next; a nil job is none.
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

// instead returns the message as it is sent to who may not be answered where they asked.
func (p post) instead() post {
	p.text = escape(bot.Instead) + "\n" + p.text
	if p.blocks != nil {
		p.blocks = append([]api.Block{section(escape(bot.Instead))}, p.blocks...)
	}
	return p
}

// offer delivers a message by one way: as text alone where Slack does not take it as it is,
// and where not even that, with a line that says so. What answers no job, a note about the
// answer, stands for nothing in direct messages.
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

// send delivers a message by one way, in the pace that Slack asks for.
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
	// maxTries is how often a call is made, at most, and patience how often a message is
	// posted, for which there is no other way: in a day, for which the journal would carry
	// it on.
	maxTries = 4
	patience = 24 * 60
	// maxPause is the longest that Slack may tell us to wait: more is a mistake, for its limits
	// are of a second or a minute (https://docs.slack.dev/apis/web-api/rate-limits).
	maxPause = time.Hour
)

// heldKey is where it is remembered until when nothing is sent to a channel.
func heldKey(channel string) string { return key("held", channel) }

// heldUntil returns until when nothing is sent to a channel, as a process before this one may have
// been told. What is further off than any wait was written while a clock was wrong.
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

// once makes a call, once Slack is not known to be away. Whatever becomes of it, even a panic, the
// next one has its turn.
func (a *Adapter) once(ctx context.Context, t attempt, call func(context.Context) error) error {
	defer t.sent()
	if err := a.outage.Wait(ctx); err != nil {
		return err
	}
	return call(jsonapi.Told(ctx, t))
}

// again makes a call for a job, nil for none, and makes it again where Slack has said that
// nothing came of it and a later one may succeed. Calls with the same key keep its pace, which
// counts from when they are on their way: the disk may take a while before.
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
			a.pace.Hold(key, time.Now().Add(wait)) // for all who wait for the channel
			a.events.Remember(heldKey(key), time.Now().Add(wait).Format(time.RFC3339Nano))
		} else if !pace.Pause(ctx, wait) {
			return err
		}
	}
}
