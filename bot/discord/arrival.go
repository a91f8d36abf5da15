package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"newshound/bot/internal/intake"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/tree"
)

// around is how many messages are looked at, half of them before the answered one
// (https://docs.discord.com/developers/resources/message#get-channel-messages).
const around = "100"

// mostAfter is the largest number of messages after the answered one among which its reply is
// looked for.
const mostAfter = 40

// errLeft is the error of a post whose process was killed.
var errLeft = fmt.Errorf("%w: a process has ended over it", jsonapi.ErrDoubt)

// once posts a reply until it is there. If it may have arrived and Discord may have forgotten its
// nonce, once looks for it, and posts it again if it is missing. It also looks for the reply to a job
// of an earlier process, whose marks may not all have reached the disk; that is only to be sure, and
// not tried for long.
func (a *Adapter) once(ctx context.Context, j *intake.Job, e *event, b body, send func() error) error {
	if !j.Fresh && !j.Doubt && time.Since(j.At) > nonceLife {
		if there, _ := a.arrived(ctx, e, b, 0); there {
			return nil
		}
	}
	err := errLeft
	if !j.Doubt {
		err = send()
	}
	for errors.Is(err, jsonapi.ErrDoubt) && ctx.Err() == nil && time.Since(j.At) < patience {
		there, known := a.arrived(ctx, e, b, patience)
		switch {
		case there:
			return nil
		case !known && (!j.Doubt || time.Since(j.At) > nonceLife || ctx.Err() != nil):
			return err
		}
		j.NotSent()
		err = send()
	}
	return err
}

// arrived looks, with some patience, whether a message has its reply. That is not known if the bot
// may not read there or does not know its own id, if it cannot see the message itself, or if too
// many messages follow it.
func (a *Adapter) arrived(ctx context.Context, e *event, b body, patience time.Duration) (there, known bool) {
	me := a.who.Load().bot
	if b.Reference == nil || me == "" {
		return false, false
	}
	var list json.RawMessage
	err := a.rest.do(ctx, jsonapi.Request{
		Method: http.MethodGet, Path: "/channels/" + e.Channel + "/messages?around=" + e.ID + "&limit=" + around, Out: &list, Patience: patience,
	})
	if err != nil {
		a.log.Warn("whether a reply has arrived cannot be looked at", "err", err)
		return false, false
	}
	asked, after := false, 0
	for _, m := range tree.ParseList(list) { // the newest first
		switch {
		case m.Text("author.id") == me && m.Text("message_reference.message_id") == e.ID:
			return true, true
		case m.Text("id") == e.ID:
			asked = true
		case !asked:
			after++
		}
	}
	return false, asked && after < mostAfter
}
