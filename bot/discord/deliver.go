package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/pace"
	"newshound/bot/internal/plain"
	"newshound/bot/internal/refusals"
	"newshound/bot/internal/tree"
)

const (
	// tokenLife is how long an interaction's token is good
	// (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback).
	tokenLife = 15 * time.Minute
	// settling is how long Discord may not yet know an interaction's first response that
	// went out in an HTTP answer, or in a request that was not answered.
	settling = 5 * time.Second
	// patience is how long an outage of Discord is outlasted: as long as the journal keeps
	// a job.
	patience = 24 * time.Hour
	// busyTime is how long it may take to tell somebody that a question was not accepted: others
	// wait to be told.
	busyTime = time.Minute
	// nonceLife is how long Discord surely knows a nonce: it says a few minutes
	// (https://docs.discord.com/developers/resources/message#create-message).
	nonceLife = 3 * time.Minute
)

const (
	dmSent    = "The citations are in your direct messages."
	dmClosed  = "Your direct messages are closed to me, so here they are:"
	dmFailed  = "The direct message could not be sent, as far as I can tell. Please try again."
	dmAddress = "https://discord.com/channels/@me/"
)

// enter gives a question its place in its conversation.
func (a *Adapter) enter(j *intake.Job, e *event) (leave func()) {
	if e.Last != "" || e.Once != "" || e.ToRole {
		return func() {}
	}
	return a.talks.Enter(e.conversation(), j.Name())
}

// work carries out an event. If Discord refuses the bot for good, that ends [Adapter.Run], and
// the event is left for the next process.
func (a *Adapter) work(ctx context.Context, j *intake.Job, e *event) error {
	err := a.carryOut(ctx, j, e)
	var final *FatalError
	if errors.As(err, &final) {
		select {
		case a.fatal <- final:
		default: // it is known
		}
		return fmt.Errorf("%w: %w", intake.ErrLeft, err)
	}
	return err
}

// carryOut gives an interaction its first response, which tells Discord and the person to wait,
// has the handler answer, and delivers the answer.
func (a *Adapter) carryOut(ctx context.Context, j *intake.Job, e *event) error {
	if j.Doubt && (e.Token != "" || a.writtenTo(e)) {
		return nil // nobody can find out whether it was answered
	}
	if e.Once != "" && !j.Claim(e.Once) {
		if e.Deferred {
			return a.edit(ctx, j, e, line(bot.Already))
		}
		return a.respond(ctx, e, *say(bot.Already))
	}
	if e.Token != "" && !e.Deferred {
		// If the interaction is over, or another process has it, there is nothing to edit,
		// unless an earlier process has given the first response. If nobody knows whether it
		// arrived, the edit will show; if it was refused for another reason, the answer is
		// posted.
		err := a.respond(ctx, e, *e.deferral())
		if j.Fresh && over(err) {
			a.observer.Count(bot.EventUndelivered)
			return fmt.Errorf("no first response: %w", err)
		}
		e.Deferred = err != nil && !jsonapi.Final(err) // it may be on its way still
		if j.Fresh {
			a.observer.Took(bot.StageAck, time.Since(j.At))
		}
	}
	if e.Once != "" {
		return a.press(ctx, j, e)
	}
	if e.ToRole {
		return a.deliver(ctx, j, e, bot.Reply{Text: toRole})
	}
	m := bot.Message{Text: e.Text}
	m.Last, _ = bot.DecodeTurn(e.Last) // one that cannot be read is none
	if e.User != "" {
		m.User = "discord:" + e.User
	}
	r := a.talks.Continue(ctx, e.conversation(), j.Name(), m)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return a.deliver(ctx, j, e, r)
}

// over reports whether the error of a first response says that it came too late, or that another
// process has given it.
func over(err error) bool {
	return jsonapi.Refused(err, discordgo.ErrCodeUnknownInteraction, discordgo.ErrCodeInteractionHasAlreadyBeenAcknowledged)
}

// press carries out a button that needs no answer of the handler: it shares a private answer, or
// counts an opinion. If that fails, the button may be pressed again.
func (a *Adapter) press(ctx context.Context, j *intake.Job, e *event) error {
	b := body{Components: e.Shown, Flags: discordgo.MessageFlagsIsComponentsV2}
	opinion, isOpinion := bot.Opinion(e.Text)
	if isOpinion {
		a.observer.Count(opinion)
		b = line("Thank you.")
	}
	return bot.Deliver(a.observer, j.At, func() error {
		err := a.edit(ctx, j, e, b)
		if errors.Is(err, errLate) && !isOpinion {
			err = a.post(ctx, j, e.Channel, e, b)
		}
		if err != nil && !isOpinion && ctx.Err() == nil {
			j.Yield(e.Once)
		}
		return err
	})
}

// apologise says that there is no answer, after a panic.
func (a *Adapter) apologise(ctx context.Context, j *intake.Job, e *event) error {
	return a.deliver(ctx, j, e, bot.Reply{Text: bot.Apology})
}

// tellBusy tells one whose message there is no room for so.
func (a *Adapter) tellBusy(ctx context.Context, e *event) {
	soon, cancel := context.WithTimeout(ctx, busyTime)
	defer cancel()
	if err := a.post(soon, nil, e.Channel, e, line(bot.Busy)); err != nil && ctx.Err() == nil {
		a.log.Warn("nobody could be told to ask again later", "err", err)
	}
}

// deliver brings a reply to where the event came from. If it may have arrived and cannot be posted
// again, the asker is told.
func (a *Adapter) deliver(ctx context.Context, j *intake.Job, e *event, r bot.Reply) error {
	err := a.bring(ctx, j, e, r)
	if errors.Is(err, jsonapi.ErrDoubt) && !e.DM && ctx.Err() == nil {
		err = errors.Join(err, a.postReply(ctx, nil, e, bot.Reply{Text: bot.InDoubt("Discord")}))
	}
	return err
}

// bring brings a reply to where the event came from.
func (a *Adapter) bring(ctx context.Context, j *intake.Job, e *event, r bot.Reply) error {
	return bot.Deliver(a.observer, j.At, func() error {
		switch {
		case e.DM && len(r.Snippets) > 0:
			return a.deliverDM(ctx, j, e, r)
		case e.Token == "":
			return a.postReply(ctx, j, e, r)
		}
		err := a.edit(ctx, j, e, page(r, bot.Place{Private: e.Private, Direct: e.Direct, InPlace: true}))
		if errors.Is(err, errLate) {
			return a.postReply(ctx, j, e, r)
		}
		return err
	})
}

// postReply posts a reply in the event's channel. If the reply is private, or the bot may not write
// there, it goes to a direct message, which in the second case says why.
func (a *Adapter) postReply(ctx context.Context, j *intake.Job, e *event, r bot.Reply) error {
	if !e.Private {
		err := a.post(ctx, j, e.Channel, e, page(r, bot.Place{Direct: e.Direct, InPlace: true}))
		known := errors.Is(err, refusals.ErrRefused)
		if e.Direct || !known && !jsonapi.Final(err) || known && e.Token == "" && a.writtenTo(e) {
			return err
		}
		a.events.Remember(e.written(), time.Now().Format(time.RFC3339))
		r.Text = plain.Join("\n", bot.Instead, r.Text)
	}
	channel, err := a.openDM(ctx, e.User)
	if err != nil {
		return err
	}
	return a.post(ctx, j, channel, e, page(r, bot.Place{Direct: true, InPlace: true}))
}

// errLate is returned for an edit that Discord does not accept, be it too late.
var errLate = errors.New("the interaction takes no answer any more")

// edit puts an interaction's answer in place of the first response, for as long as its token is
// good. A repeated edit changes nothing, so the journal is told only afterwards. If there is no
// first response, or the token has ended, the error is [errLate].
func (a *Adapter) edit(ctx context.Context, j *intake.Job, e *event, b body) error {
	path := "/webhooks/" + cmp.Or(e.App, a.who.Load().application) + "/" + e.Token + "/messages/@original"
	for life := tokenLife - time.Since(j.At); life > 0; life = tokenLife - time.Since(j.At) {
		err := a.rest.send(ctx, jsonapi.Request{Method: http.MethodPatch, Path: path, Patience: life}, b)
		deleted := jsonapi.Refused(err, discordgo.ErrCodeUnknownMessage)
		switch {
		case err == nil:
			j.Sending()
			return nil
		case ctx.Err() != nil:
			return err
		case (deleted || jsonapi.Refused(err, discordgo.ErrCodeUnknownWebhook)) && e.Deferred && time.Since(j.At) < settling:
			pace.Pause(ctx, 300*time.Millisecond)
		case deleted:
			return err // somebody did not want to read it
		case jsonapi.Final(err):
			return errLate
		}
	}
	return errLate
}

// deliverDM sends citations in a direct message, and says so where they were asked for. If
// the person accepts no direct messages, they are shown there instead.
func (a *Adapter) deliverDM(ctx context.Context, j *intake.Job, e *event, r bot.Reply) error {
	channel, err := a.openDM(ctx, e.User)
	if err == nil {
		there := event{Channel: channel, User: e.User}
		a.events.Remember(there.conversation(), r.Turn.Encode()) // the conversation goes on there, too
		err = a.post(ctx, j, channel, e, page(r, bot.Place{Direct: true, InPlace: true}))
	}
	switch {
	case a.refusals.Is(err):
		r.Text = plain.Join("\n", dmClosed, r.Text)
		return a.edit(ctx, j, e, page(r, bot.Place{Private: true, InPlace: true}))
	case err != nil:
		return errors.Join(err, a.edit(ctx, j, e, line(dmFailed)))
	}
	b := line(dmSent)
	b.Components = append(b.Components, row(linkButton("Open them", dmAddress+channel)))
	return a.edit(ctx, j, e, b)
}

// openDM returns the channel of a person's direct messages. It is called only for something
// that this person asked for.
func (a *Adapter) openDM(ctx context.Context, person string) (string, error) {
	var channel json.RawMessage
	err := a.refusals.Try(ctx, person, func() error {
		return a.rest.do(ctx, jsonapi.Request{
			Method: http.MethodPost, Path: "/users/@me/channels", In: map[string]string{"recipient_id": person}, Out: &channel, Patience: patience,
		})
	})
	return tree.Parse(channel).Text("id"), err
}

// post posts a message for an event, once: Discord answers a repetition with the same nonce, of
// at most 25 characters, with the message that is there. When Discord may have forgotten the nonce,
// or an earlier process did not learn the outcome, post looks whether the message is there. If it
// certainly has not arrived when the process ends, the next process posts it. A nil job is for a
// note about an answer. The answer to a message is a reply to it, even if that is deleted by then.
func (a *Adapter) post(ctx context.Context, j *intake.Job, channel string, e *event, b body) error {
	if a.refusals.Refused(channel) {
		return refusals.ErrRefused
	}
	b.Nonce, b.Enforce = "m"+e.ID, true
	if j == nil { // beside an answer that may be there
		b.Nonce = "n" + e.ID
	}
	if e.Token == "" && channel == e.Channel {
		b.Reference = &discordgo.MessageReference{MessageID: e.ID, FailIfNotExists: new(bool)}
	}
	path := "/channels/" + channel + "/messages"
	refused := func() bool { return a.refusals.Refused(channel) } // then nobody needs the turn
	if err := errors.Join(a.posts.WaitUnless(ctx, path, refused), a.all.WaitUnless(ctx, "", refused)); err != nil {
		return err
	}
	return a.refusals.Try(ctx, channel, func() error {
		r := jsonapi.Request{Method: http.MethodPost, Path: path, Patience: patience}
		if j == nil { // twice is better here than never
			return a.rest.send(ctx, r, b)
		}
		r.Known, r.Journal = nonceLife, j
		return a.once(ctx, j, e, b, func() error { return a.rest.send(ctx, r, b) })
	})
}
