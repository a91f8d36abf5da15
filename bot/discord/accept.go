package discord

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/tree"
)

// respondLimit is how long a first response may take, of the three seconds that there
// are (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback).
const respondLimit = 2800 * time.Millisecond

// heard takes an event from a shard, whose reading it does not hold up.
func (a *Adapter) heard(name string, raw json.RawMessage) {
	if name == eventReady {
		ready := tree.Parse(raw)
		a.meet(ready.Text("user.id"), ready.Text("application.id", "user.id"))
	}
	take := map[string]func(json.RawMessage) (rest func()){eventInteraction: a.takeCreated, eventMessage: a.takeMessage}[name]
	if take != nil && !a.events.Go(func() func() { return take(raw) }) {
		a.observer.Count(bot.EventBusy)
		a.log.Warn("an event is dropped: too many at once")
		if e := a.readMessage(raw); name == eventMessage && e != nil && e.roles == nil && !a.refusals.Refused(e.Channel) {
			a.events.Decline(e) // of an interaction Discord says that it failed
		}
	}
}

// takeMessage takes on a message, and returns what does the rest. Where posts are refused, nobody
// is listened to who had the answer to another as a direct message, which says so.
func (a *Adapter) takeMessage(raw json.RawMessage) (rest func()) {
	e := a.readMessage(raw)
	switch {
	case e == nil || a.refusals.Refused(e.Channel) && a.writtenTo(e):
		return func() {}
	case e.roles == nil:
		accept := a.events.Begin(e, e.key())
		return func() { a.settle(e, accept()) }
	}
	return func() {
		if a.ownRole(e) { // which takes a while
			a.settle(e, a.events.Accept(e, e.key()))
		}
	}
}

// settle does what a verdict on a message asks for.
func (a *Adapter) settle(e *event, v intake.Verdict) {
	switch v {
	case intake.Accepted:
		a.places.note(place{e.Channel, e.guild})
	case intake.Busy, intake.Failed:
		a.events.Decline(e) // it does not come again
	}
}

// writtenTo reports whether the person of an event was answered in a direct message a while
// ago, for posts are refused where they asked.
func (a *Adapter) writtenTo(e *event) bool {
	last, err := time.Parse(time.RFC3339, a.events.Recall(e.written()))
	return err == nil && time.Since(last) < refusalLife
}

// takeCreated takes on an interaction from the gateway, and returns what does the rest.
func (a *Adapter) takeCreated(raw json.RawMessage) (rest func()) {
	e, accept := a.takeInteraction(raw, false)
	return func() {
		first := accept()
		if first == nil {
			return
		}
		if err := a.respond(context.Background(), e, *first); err != nil {
			a.log.Warn("a response failed", "err", err)
		}
	}
}

// takeInteraction takes on an interaction, from whichever way it came, and returns what does the
// rest: that returns a response that settles it at once, or nil. Where there is none the
// interaction is accepted, and its worker responds, unless that is done by HTTP, or it is of no
// concern.
func (a *Adapter) takeInteraction(raw []byte, byHTTP bool) (e *event, accept func() *response) {
	e, first := a.readInteraction(raw)
	if e != nil && first == nil && byHTTP && e.Once != "" && a.events.Recall(e.Once) != "" {
		first = say(bot.Already)
	}
	if e == nil || first != nil {
		return e, func() *response { return first }
	}
	e.Deferred = byHTTP
	accepted := a.events.Begin(e, e.key())
	return e, func() *response {
		switch v := accepted(); {
		case v == intake.Busy || v == intake.Failed:
			return say(bot.Busy)
		case byHTTP: // a duplicate, too: what holds is what was said first
			return e.deferral()
		}
		return nil
	}
}

// respond gives an interaction its first response.
func (a *Adapter) respond(ctx context.Context, e *event, r response) error {
	ctx, cancel := context.WithTimeout(ctx, respondLimit)
	defer cancel()
	return a.rest.call(ctx, http.MethodPost, "/interactions/"+e.ID+"/"+e.Token+"/callback", r, nil)
}

// say returns the response that says a line to the asker alone.
func say(text string) *response {
	b := line(text)
	b.Flags |= discordgo.MessageFlagsEphemeral
	return &response{discordgo.InteractionResponseChannelMessageWithSource, b}
}
