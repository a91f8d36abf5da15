package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"newshound/bot/internal/intake"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/pace"
	"newshound/bot/internal/tree"
)

const (
	// missedFor is how old a message may be that is answered late.
	missedFor = time.Hour
	// maxPlaces is how many channels are looked through, the latest ones.
	maxPlaces = 100
	// placesKey is the key under which they are remembered.
	placesKey = "places"
)

// place is a channel in which the bot was asked by a message.
type place struct {
	Channel string `json:"channel"`
	Guild   string `json:"guild,omitempty"` // "" for direct messages
}

// shard returns which of count shards gets the messages written there
// (https://docs.discord.com/developers/events/gateway#sharding).
func (p place) shard(count int) int {
	guild, _ := strconv.ParseUint(p.Guild, 10, 64) // that of direct messages is 0
	return int(guild >> 22 % uint64(count))
}

// places are the channels in which the bot was asked. They survive a restart.
type places struct {
	memory *intake.Events[event]

	mu   sync.Mutex
	list []place
}

// recallPlaces returns the places that were remembered.
func recallPlaces(memory *intake.Events[event]) *places {
	p := &places{memory: memory}
	_ = json.Unmarshal([]byte(memory.Recall(placesKey)), &p.list) // what cannot be read is none
	return p
}

// change replaces the list, unless change returns nil.
func (p *places) change(change func([]place) []place) {
	p.mu.Lock()
	defer p.mu.Unlock()
	list := change(slices.Clone(p.list))
	if list == nil {
		return
	}
	p.list = list[max(0, len(list)-maxPlaces):]
	text, _ := json.Marshal(p.list) // of texts alone, it never fails
	p.memory.Remember(placesKey, string(text))
}

// note adds a place. It also stores the list again if newer values have pushed it out of the
// memory.
func (p *places) note(at place) {
	p.change(func(list []place) []place {
		known := slices.Contains(list, at)
		switch {
		case known && p.memory.Recall(placesKey) != "":
			return nil
		case known:
			return list
		}
		return append(list, at)
	})
}

// all returns the places.
func (p *places) all() []place {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.list)
}

// lookBack accepts messages of the last hour in the channels of a shard where the bot was asked
// before, if they are not known: what was written while there was no session, as before this
// process started, Discord has delivered to nobody. If Discord fails to show them, it is asked again
// for as long as that is useful. A message that the bot has replied to is not accepted: the reply
// may have said that there was no room for the question. Discord shows no text of messages that do
// not mention the bot (https://docs.discord.com/developers/resources/message#get-channel-messages).
func (a *Adapter) lookBack(ctx context.Context, shard, count int) {
	defer a.events.Survive()
	left := slices.DeleteFunc(a.places.all(), func(at place) bool { return at.shard(count) != shard })
	began := time.Now()
	pace.Until(ctx, time.Second, func(wait time.Duration) bool {
		var failed error
		left = slices.DeleteFunc(left, func(at place) bool {
			err := a.lookBackAt(ctx, at)
			failed = cmp.Or(err, failed)
			return err == nil
		})
		if failed != nil && ctx.Err() == nil {
			a.log.Warn("what was written meanwhile is not known yet", "channels", len(left), "err", failed, "again_in", wait)
		}
		return len(left) == 0 || time.Since(began) > missedFor
	})
}

// lookBackAt does that for one channel. It returns an error if Discord fails to answer. If Discord
// refuses, the channel is forgotten.
func (a *Adapter) lookBackAt(ctx context.Context, at place) error {
	var list json.RawMessage
	err := a.rest.call(ctx, http.MethodGet, "/channels/"+at.Channel+"/messages?limit=100", nil, &list)
	var fatal *FatalError
	switch {
	case errors.As(err, &fatal):
		return nil // others learn of it, too
	case jsonapi.Final(err):
		a.places.change(func(list []place) []place {
			return slices.DeleteFunc(list, func(p place) bool { return p == at })
		})
		return nil
	case err != nil:
		return err
	}
	messages, replied := tree.ParseList(list), map[string]bool{}
	for _, m := range messages {
		if m.Text("author.id") == a.who.Load().bot {
			replied[m.Text("message_reference.message_id")] = true
		}
	}
	for _, m := range slices.Backward(messages) { // the first first
		when, err := time.Parse(time.RFC3339, m.Text("timestamp"))
		if err != nil || time.Since(when) > missedFor || replied[m.Text("id")] {
			continue
		}
		if at.Guild != "" {
			m["guild_id"] = at.Guild
		}
		raw, _ := json.Marshal(m) // as it came, it never fails
		a.takeMessage(raw)()
	}
	return nil
}
