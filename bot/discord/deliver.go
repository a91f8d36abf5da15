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
	// tokenLife is how long an interaction can be answered
	// (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback).
	tokenLife = 15 * time.Minute
	// settling is how long an interaction may be unknown to Discord whose first response
	// went out in an HTTP answer, or in a request that was not answered.
	settling = 5 * time.Second
	// patience is for how long an outage of Discord is outlasted: as long as the journal
	// would carry on what is not done.
	patience = 24 * time.Hour
	// busyTime is for how long it is tried to say that a question was not taken: others wait for that.
	busyTime = time.Minute
	// nonceLife is for how long Discord is taken to know a nonce, which is for some minutes
	// (https://docs.discord.com/developers/resources/message#create-message).
	nonceLife = 3 * time.Minute
)

const (
	dmSent    = "The citations are in your direct messages."
	dmClosed  = "Your direct messages are closed to me, so here they are:"
	dmFailed  = "The direct message could not be sent, as far as I can tell. Please try again."
	dmAddress = "https://discord.com/channels/@me/"
)

// enter gives what somebody asked its place in the conversation.
func (a *Adapter) enter(j *intake.Job, e *event) (leave func()) {
	if e.Last != "" || e.Once != "" || e.ToRole {
		return func() {}
	}
	return a.talks.Enter(e.conversation(), j.Name())
}

// work carries out an event. Where Discord refuses the bot for good, that ends [Adapter.Run],
// and the event is left for the next.
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

// carryOut gives an interaction its first response, with which Discord and the person know to
// wait, has the bot answer, and delivers what that says.
func (a *Adapter) carryOut(ctx context.Context, j *intake.Job, e *event) error {
	if j.Doubt && (e.Token != "" || a.writtenTo(e)) {
		return nil // nobody can find out what came of it
	}
	if e.Once != "" && !j.Claim(e.Once) {
		if e.Deferred {
			return a.edit(ctx, j, e, line(bot.Already))
		}
		return a.respond(ctx, e, *say(bot.Already))
	}
	if e.Token != "" && !e.Deferred {
		// Where the interaction is over, or another process's, there is nothing to be edited,
		// unless this one carries on with what one before it left. Where nobody knows whether
		// it arrived, the edit will tell, and where it was refused for anything else, the
		// answer is a post.
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

// over reports whether the error of a first response says that it is not ours to give: it came
// too late, or another process has given it.
func over(err error) bool {
	return jsonapi.Refused(err, discordgo.ErrCodeUnknownInteraction, discordgo.ErrCodeInteractionHasAlreadyBeenAcknowledged)
}

// press carries out what a button is for that needs no answer of the bot: it shows all what
// one has seen, or counts an opinion. Where that fails it may be pressed again.
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

// deliver brings a reply to where the event came from. Where nobody knows whether it arrived,
// and it would be posted twice, who asked is told so.
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

// postReply posts a reply in the channel of the event, or if it is private, or the bot may
// not write there, in a direct message, which says why.
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

// errLate is returned for an edit that Discord does not take any more, or never did.
var errLate = errors.New("the interaction takes no answer any more")

// edit gives an interaction its answer, in place of the first response, for as long as its
// token is good: a second time it changes nothing, and so the journal is told after it. If
// there is no first response, or the token has ended, the error is [errLate].
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
			return err // by who did not want to read it
		case jsonapi.Final(err):
			return errLate
		}
	}
	return errLate
}

// deliverDM sends citations in a direct message, and says so where they were asked
// for. Where a person takes no direct messages, they come there instead.
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

// openDM returns the channel of a person's direct messages. It is called only for
// what that person asked for.
func (a *Adapter) openDM(ctx context.Context, person string) (string, error) {
	var channel json.RawMessage
	err := a.refusals.Try(ctx, person, func() error {
		return a.rest.do(ctx, jsonapi.Request{
			Method: http.MethodPost, Path: "/users/@me/channels", In: map[string]string{"recipient_id": person}, Out: &channel, Patience: patience,
		})
	})
	return tree.Parse(channel).Text("id"), err
}

// post posts what an event leads to, once: a repetition with the same nonce, which is at
// most 25 characters, is given the message that is there. Once Discord may have forgotten that,
// and where a process before this one did not learn what came of it, it is looked whether the
// message is there. What did not arrive for sure when the process ends is posted by the next; a
// nil job is none. To a message it is a reply, also where that is gone meanwhile.
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
	refused := func() bool { return a.refusals.Refused(channel) } // since it was asked: nobody waits for that
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
