package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/pace"
)

const (
	// tokenLife is how long an interaction can be answered
	// (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback).
	tokenLife = 15 * time.Minute
	// settling is how long an interaction whose first response went out in an HTTP
	// answer may be unknown to Discord.
	settling = 5 * time.Second
)

const (
	apology   = "Sorry, something went wrong here, and there is no answer. Please try again."
	dmSent    = "The citations are in your direct messages."
	dmClosed  = "Your direct messages are closed to me, so here they are:"
	dmFailed  = "The direct message could not be sent. Please try again."
	dmAddress = "https://discord.com/channels/@me/"
)

// errRefused is returned where a post is known to be of no use.
var errRefused = errors.New("posts are refused there")

// work carries out an event: it has the bot answer, and delivers what that says.
func (a *Adapter) work(ctx context.Context, j *intake.Job) error {
	e, err := a.event(ctx, j)
	if err != nil {
		return err
	}
	// A turn that cannot be read is as if there were none.
	last, _ := bot.DecodeTurn(e.Last)
	if e.Last == "" {
		last, _ = bot.DecodeTurn(a.intake.Recall(e.conversation()))
	}
	m := bot.Message{Text: e.Text, Last: last}
	if e.User != "" {
		m.User = "discord:" + e.User
	}
	r := a.handler.Handle(ctx, m)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if r.Turn != (bot.Turn{}) {
		a.intake.Remember(e.conversation(), r.Turn.Encode())
	}
	return a.deliver(ctx, j, e, r)
}

// apologise says that there is no answer, after a panic.
func (a *Adapter) apologise(ctx context.Context, j *intake.Job) error {
	a.observer.Count(bot.EventPanicked)
	var e event
	if err := json.Unmarshal(j.Payload, &e); err != nil {
		return err
	}
	e.at = j.At
	return a.deliver(ctx, j, &e, bot.Reply{Text: apology})
}

// event decodes the event of a job, and gives an interaction its first response, with
// which Discord and the person know to wait. It is an error if that fails: then there
// is nothing to be edited. One that was there already is another process's, unless
// this process carries on with what one before it left.
func (a *Adapter) event(ctx context.Context, j *intake.Job) (*event, error) {
	e := &event{at: j.At}
	if err := json.Unmarshal(j.Payload, e); err != nil {
		return nil, fmt.Errorf("an event in the journal: %w", err)
	}
	if e.Token == "" || e.Deferred {
		return e, nil
	}
	if err := a.respond(ctx, e.ID, e.Token, e.deferral()); err != nil && (j.Fresh || !isCode(err, codeAcknowledged)) {
		a.observer.Count(bot.EventUndelivered)
		return nil, fmt.Errorf("no first response: %w", err)
	}
	if j.Fresh {
		a.observer.Took(bot.StageAck, time.Since(j.At))
	}
	return e, nil
}

// deliver brings a reply to where the event came from.
func (a *Adapter) deliver(ctx context.Context, j *intake.Job, e *event, r bot.Reply) error {
	began := time.Now()
	var err error
	switch v := (view{private: e.Private, direct: e.Direct}); {
	case e.DM && len(r.Snippets) > 0:
		err = a.deliverDM(ctx, j, e, r)
	case e.Token == "":
		err = a.post(ctx, j.Sending, e.Channel, "m"+e.ID, &reference{Message: e.ID}, page(r, v))
	default:
		err = a.edit(ctx, j, e, page(r, v))
	}
	if err != nil {
		a.observer.Count(bot.EventUndelivered)
		return err
	}
	a.observer.Count(bot.EventDelivered)
	a.observer.Took(bot.StageDeliver, time.Since(began))
	a.observer.Took(bot.StageTotal, time.Since(e.at))
	return nil
}

// edit gives an interaction its answer, in place of the first response. When its
// token has ended, there is one attempt to post the answer instead.
func (a *Adapter) edit(ctx context.Context, j *intake.Job, e *event, b body) error {
	j.Sending()
	for time.Since(e.at) < tokenLife {
		err := a.rest.call(ctx, http.MethodPatch, "/webhooks/"+e.App+"/"+e.Token+"/messages/@original", b, nil)
		switch {
		case isCode(err, codeUnknownWebhook, codeUnknownMessage) && e.Deferred && time.Since(e.at) < settling:
			pace.Pause(ctx, 300*time.Millisecond)
		case isCode(err, codeTokenExpired):
			return a.late(ctx, j, e, b)
		default:
			return err
		}
	}
	return a.late(ctx, j, e, b)
}

// late posts an answer that came too late for its interaction: in the channel, or if
// it was private, in a direct message.
func (a *Adapter) late(ctx context.Context, j *intake.Job, e *event, b body) (err error) {
	if e.Update || e.DM {
		return errRefused // a page that was to be turned, a note that a message is there
	}
	channel := e.Channel
	if e.Private {
		if channel, err = a.openDM(ctx, e.User); err != nil {
			return err
		}
	}
	return a.post(ctx, j.Sending, channel, "i"+e.ID, nil, b)
}

// deliverDM sends citations in a direct message, and says so where they were asked
// for. Where a person takes no direct messages, they come there instead.
func (a *Adapter) deliverDM(ctx context.Context, j *intake.Job, e *event, r bot.Reply) error {
	channel, err := a.openDM(ctx, e.User)
	if err == nil {
		err = a.post(ctx, j.Sending, channel, "i"+e.ID, nil, page(r, view{direct: true}))
	}
	switch {
	case errors.Is(err, errRefused), refused(err):
		return a.edit(ctx, j, e, page(r, view{private: true, why: dmClosed}))
	case err != nil:
		return errors.Join(err, a.edit(ctx, j, e, line(dmFailed)))
	}
	b := line(dmSent)
	b.Components = append(b.Components, component{Type: typeRow, Components: []component{
		{Type: typeButton, Style: styleLink, Label: "Open them", URL: dmAddress + channel},
	}})
	return a.edit(ctx, j, e, b)
}

// openDM returns the channel of a person's direct messages. It is called only for
// what that person asked for.
func (a *Adapter) openDM(ctx context.Context, person string) (string, error) {
	var channel struct {
		ID string `json:"id"`
	}
	err := a.try(person, func() error {
		return a.rest.call(ctx, http.MethodPost, "/users/@me/channels", map[string]string{"recipient_id": person}, &channel)
	})
	return channel.ID, err
}

// post posts a message, once, and calls sending right before: a repetition with the same nonce, which is at most 25
// characters, is given the message that is there.
func (a *Adapter) post(ctx context.Context, sending func(), channel, nonce string, to *reference, b body) error {
	if a.refusals.Refused(channel) {
		return errRefused
	}
	b.Reference, b.Nonce, b.Enforce = to, nonce, true
	path := "/channels/" + channel + "/messages"
	for {
		if err := errors.Join(a.posts.Wait(ctx, channel), a.all.Wait(ctx, "")); err != nil {
			return err
		}
		// After a 429 the post that it was for comes first, and the others in their turn.
		held := a.rest.api.Limits.Held(path)
		if held <= 0 {
			break
		}
		a.posts.Hold(channel, time.Now().Add(held+postSpacing))
	}
	sending()
	return a.try(channel, func() error {
		return a.rest.call(ctx, http.MethodPost, path, b, nil)
	})
}

// try makes a request about a place unless that is known to be of no use, and
// remembers a refusal.
func (a *Adapter) try(place string, call func() error) error {
	tried, err := a.refusals.Try(place, refused, call)
	if !tried {
		return errRefused
	}
	return err
}

// refused reports whether an error says that the bot may not post there.
func refused(err error) bool {
	return isCode(err, codeMissingAccess, codeMissingPermissions, codeUnknownChannel, codeClosedDMs)
}
