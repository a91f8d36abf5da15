package slack

import (
	"context"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/pace"
)

// lastRetry is the number of the last time that Slack delivers an event again
// (https://docs.slack.dev/apis/events-api#retries).
const lastRetry = 3

// accept accepts what arrived by HTTP or over the socket; retry is how often it was
// delivered before. It returns a reply to send with the acknowledgement, nil for none, and
// whether to acknowledge at all: if not, Slack delivers it again, or tells the person that
// it failed.
func (a *Adapter) accept(kind string, payload []byte, retry int) (reply any, ok bool) {
	return a.arrive(kind, payload, retry)()
}

// arrive gives what arrived its place among the other events. The function that it returns does
// the rest of [Adapter.accept].
func (a *Adapter) arrive(kind string, payload []byte, retry int) (accept func() (reply any, ok bool)) {
	began := time.Now()
	e, keys, err := decode(kind, payload)
	if err != nil {
		a.log.Warn("an event was passed over", "kind", kind, "err", err)
	}
	if e == nil {
		return func() (any, bool) { return nil, true }
	}
	e.Again = e.Again || retry > 0
	settled := a.events.Begin(e, keys...)
	return func() (any, bool) { return a.settle(e, settled(), retry, began) }
}

// settle acts on a verdict about an event, and returns what [Adapter.accept] returns.
func (a *Adapter) settle(e *event, verdict intake.Verdict, retry int, began time.Time) (reply any, ok bool) {
	switch {
	case verdict == intake.Accepted:
		a.options.Observer.Took(bot.StageAck, time.Since(began))
	case verdict == intake.Duplicate:
	case e.Kind == command:
		// https://docs.slack.dev/interactivity/implementing-slash-commands#responding_with_a_message
		return api.WebhookMessage{ResponseType: api.ResponseTypeEphemeral, Text: bot.Busy}, true
	case verdict == intake.Failed && (e.Kind != asked || retry < lastRetry):
		return nil, false
	case e.Kind == asked || e.Kind == shortcut || e.Kind == press:
		a.events.Decline(e)
	}
	return nil, true
}

// maxTells is how often somebody is told something that may not have arrived, in some six minutes.
const maxTells = 10

// tell tells the person something that nobody else sees. If it may not have arrived, it is told
// again: twice is better here than never. A failure is logged.
func (a *Adapter) tell(ctx context.Context, e *event, text string) {
	for try := range maxTells {
		err := a.deliver(ctx, nil, post{text: escape(text)}, e.ways(e.User)...)
		f := examine(err)
		if err == nil || f.refused || f.cut && !a.outage.Away(ctx) || !pace.Pause(ctx, a.unit<<min(try+2, 6)) {
			return
		}
	}
}

// busyTime is how long it may take to tell somebody that a question was not accepted: others wait
// to be told.
const busyTime = time.Minute

// tellBusy tells the asker that there is no room for the question.
func (a *Adapter) tellBusy(ctx context.Context, e *event) {
	soon, cancel := context.WithTimeout(ctx, busyTime)
	defer cancel()
	a.tell(soon, e, bot.Busy)
}
