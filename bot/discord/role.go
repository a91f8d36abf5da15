package discord

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/tree"
)

const (
	// roleLife is how long the bot's own role in a server is remembered. It changes when the
	// bot is removed and added again.
	roleLife = time.Hour
	// roleTime is how long Discord may take to tell it.
	roleTime = 5 * time.Second
)

// toRole is said to somebody who has mentioned the bot's role and not the bot: Discord does not
// show the bot what they wrote.
const toRole = "You have mentioned my role, which has the same name as I, and so I may not read what you wrote. " +
	"Please mention me: where my name is offered twice, it is the other. Or use /ask."

// role is the bot's own role in a server, with id "" for none, and until when that is believed.
type role struct {
	id    string
	until time.Time
}

// ownRole reports whether the bot's own role is among those that a message mentions. The role
// has the bot's name and is offered beside it, so people confuse them
// (https://docs.discord.com/developers/topics/permissions#role-object-role-tags-structure).
func (a *Adapter) ownRole(e *event) bool {
	known, _ := a.roles.Load(e.guild)
	own, ok := known.(role)
	if !ok || time.Now().After(own.until) {
		ctx, cancel := context.WithTimeout(context.Background(), roleTime)
		defer cancel()
		var raw json.RawMessage
		err := a.rest.call(ctx, http.MethodGet, "/guilds/"+e.guild+"/roles", nil, &raw)
		if err != nil && !jsonapi.Final(err) {
			return false
		}
		own = role{until: time.Now().Add(roleLife)}
		for _, r := range tree.ParseList(raw) {
			if bot := r.Text("tags.bot_id"); bot != "" && bot == a.who.Load().bot {
				own.id = r.Text("id")
			}
		}
		a.roles.Store(e.guild, own)
	}
	return own.id != "" && slices.Contains(e.roles, own.id)
}
