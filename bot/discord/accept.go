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

// heard receives an event from a shard. It does not keep the shard from reading.
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
			a.events.Decline(e) // that an interaction failed Discord says itself
		}
	}
}

// takeMessage accepts a message. The function that it returns does the rest, which takes longer. It
// ignores a message in a place where posts are refused if its author was told so not long ago, in a
// direct message.
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

// settle acts on a verdict about a message.
func (a *Adapter) settle(e *event, v intake.Verdict) {
	switch v {
	case intake.Accepted:
		a.places.note(place{e.Channel, e.guild})
	case intake.Busy, intake.Failed:
		a.events.Decline(e) // it does not come again
	}
}

// writtenTo reports whether the author of an event was answered in a direct message not long ago,
// because posts are refused in its channel.
func (a *Adapter) writtenTo(e *event) bool {
	last, err := time.Parse(time.RFC3339, a.events.Recall(e.written()))
	return err == nil && time.Since(last) < refusalLife
}

// takeCreated accepts an interaction from the gateway. The function that it returns does the rest.
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

// takeInteraction accepts an interaction from the gateway or by HTTP. The function that it returns
// does the rest, and returns the first response if that is to be given at once. If that is nil, the
// interaction's worker responds, or the bot does not react to such an interaction.
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
		case byHTTP: // also for a duplicate: Discord keeps the first response
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

// say returns a response of one line that only the asker sees.
func say(text string) *response {
	b := line(text)
	b.Flags |= discordgo.MessageFlagsEphemeral
	return &response{discordgo.InteractionResponseChannelMessageWithSource, b}
}
