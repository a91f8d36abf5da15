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
	take := map[string]func(json.RawMessage){eventInteraction: a.takeCreated, eventMessage: a.takeMessage}[name]
	if take != nil && !a.events.Go(func() { take(raw) }) {
		a.observer.Count(bot.EventBusy)
		a.log.Warn("an event is dropped: too many at once")
		if e := a.readMessage(raw); name == eventMessage && e != nil && e.roles == nil && !a.refusals.Refused(e.Channel) {
			a.events.Decline(e) // of an interaction Discord says that it failed
		}
	}
}

// takeMessage takes on a message. Where posts are refused, nobody is listened to who had
// the answer to another as a direct message, which says so.
func (a *Adapter) takeMessage(raw json.RawMessage) {
	e := a.readMessage(raw)
	if e == nil || e.roles != nil && !a.ownRole(e) || a.refusals.Refused(e.Channel) && a.writtenTo(e) {
		return
	}
	switch a.events.Accept(e, e.key()) {
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

// takeCreated takes on an interaction from the gateway.
func (a *Adapter) takeCreated(raw json.RawMessage) {
	e, first := a.takeInteraction(raw, false)
	if first == nil {
		return
	}
	if err := a.respond(context.Background(), e, *first); err != nil {
		a.log.Warn("a response failed", "err", err)
	}
}

// takeInteraction takes on an interaction, from whichever way it came. What comes back
// is a response that settles it at once, or nil. Where there is none the interaction
// is accepted, and its worker responds, unless that is done by HTTP, or it is of no
// concern.
func (a *Adapter) takeInteraction(raw []byte, byHTTP bool) (*event, *response) {
	e, first := a.readInteraction(raw)
	if e == nil || first != nil {
		return e, first
	}
	if byHTTP && e.Once != "" && a.events.Recall(e.Once) != "" {
		return e, say(bot.Already)
	}
	e.Deferred = byHTTP
	switch a.events.Accept(e, e.key()) {
	case intake.Busy, intake.Failed:
		first = say(bot.Busy)
	default:
		if byHTTP { // a duplicate, too: what holds is what was said first
			first = e.deferral()
		}
	}
	return e, first
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
