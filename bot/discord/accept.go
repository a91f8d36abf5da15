package discord

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"newshound/bot"
	"newshound/bot/internal/intake"
)

const (
	// respondLimit is how long a first response may take, of the three seconds that
	// there are (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback).
	respondLimit = 2800 * time.Millisecond
	// acceptors is how many events are accepted at a time: each waits for the disk.
	acceptors = 32
	// maxArrivals is how many events may wait for an acceptor.
	maxArrivals = 1024
	// maxOverflow is how many messages that there is no room for may wait to be told.
	maxOverflow = 64
)

// The events that bring something to do
// (https://docs.discord.com/developers/events/gateway-events#receive-events).
const (
	eventInteraction = "INTERACTION_CREATE"
	eventMessage     = "MESSAGE_CREATE"
)

const (
	busy        = "There is too much to do right now. Please ask again in a minute."
	unavailable = "Sorry, I cannot take questions right now. Please try again."
)

// arrival is an event as the gateway sends it.
type arrival struct {
	name string
	raw  []byte
}

// heard takes an event from a shard, whose reading it does not hold up.
func (a *Adapter) heard(name string, raw json.RawMessage) {
	if name != eventInteraction && name != eventMessage {
		return
	}
	select {
	case a.arrivals <- arrival{name, raw}:
	default:
		a.observer.Count(bot.EventBusy)
		a.log.Warn("an event is dropped: too many at once")
	}
}

// accept takes on events from the gateway until ctx ends and none is left.
func (a *Adapter) accept(ctx context.Context) {
	for {
		select {
		case e := <-a.arrivals:
			a.take(e)
			continue
		case <-ctx.Done():
		}
		select {
		case e := <-a.arrivals:
			a.take(e)
		default:
			return
		}
	}
}

// take takes on one event from the gateway. It recovers panics: an event that nobody
// thought of must not end the process.
func (a *Adapter) take(e arrival) {
	defer func() {
		if intake.Survived(recover(), a.log) {
			a.observer.Count(bot.EventPanicked)
		}
	}()
	if e.name == eventMessage {
		// A channel where posts are refused is not even listened to.
		ev := a.readMessage(e.raw)
		if ev != nil && !a.refusals.Refused(ev.Channel) && a.journal(ev) == intake.Busy {
			a.overflow.Add(ev)
		}
		return
	}
	i, first := a.takeInteraction(e.raw, false)
	if first == nil {
		return
	}
	if err := a.respond(context.Background(), i.ID, i.Token, *first); err != nil {
		a.log.Warn("a response failed", "err", err)
	}
}

// tellBusy tells one whose message there is no room for so.
func (a *Adapter) tellBusy(ctx context.Context, e *event) {
	if err := a.post(ctx, func() {}, e.Channel, "m"+e.ID, &reference{Message: e.ID}, line(busy)); err != nil && ctx.Err() == nil {
		a.log.Warn("nobody could be told to ask again later", "err", err)
	}
}

// takeInteraction takes on an interaction, from whichever way it came. What comes back
// is a response that settles it at once, or nil. Where there is none the interaction
// is accepted, and its worker responds, unless that is done by HTTP, or it is of no
// concern.
func (a *Adapter) takeInteraction(raw []byte, byHTTP bool) (*interaction, *response) {
	i, e, first := a.readInteraction(raw)
	if e == nil {
		return i, first
	}
	e.Deferred = byHTTP
	later := e.deferral()
	switch v := a.journal(e); {
	case v == intake.Busy:
		return i, say(busy)
	case v == intake.Failed:
		return i, say(unavailable)
	case byHTTP:
		return i, &later // to a duplicate, too: what holds is what was said first
	}
	return i, nil
}

// respond gives an interaction its first response.
func (a *Adapter) respond(ctx context.Context, id, token string, r response) error {
	ctx, cancel := context.WithTimeout(ctx, respondLimit)
	defer cancel()
	return a.rest.call(ctx, http.MethodPost, "/interactions/"+id+"/"+token+"/callback", r, nil)
}

// journal has an event accepted.
func (a *Adapter) journal(e *event) intake.Verdict {
	payload, err := json.Marshal(e)
	if err != nil {
		return intake.Failed
	}
	v := a.intake.Accept(intake.Job{Keys: []string{e.key()}, Payload: payload})
	a.observer.Count(map[intake.Verdict]bot.Event{
		intake.Accepted: bot.EventAccepted, intake.Duplicate: bot.EventDuplicate,
		intake.Busy: bot.EventBusy, intake.Failed: bot.EventFailed,
	}[v])
	return v
}
