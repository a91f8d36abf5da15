package slack

import (
	"context"
	"sync"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/intake"
)

const (
	foreign    = "This button is from an older message or another version of me, and I cannot tell what it meant. Please ask the question again."
	citedText  = "I have sent you the citations as a direct message."
	uncited    = "I could not send you a direct message. Ask me there with “cite”, or here with a mention."
	thanksText = "Thank you. That helps to make the answers better."
)

// enter gives a question its place in its conversation.
func (a *Adapter) enter(job *intake.Job, e *event) (leave func()) {
	if e.Kind == asked || e.Kind == command || e.Kind == shortcut && e.Text != "" {
		return a.talks.Enter(e.conversation(e.place()), job.Name())
	}
	return func() {}
}

// work carries out one event.
func (a *Adapter) work(ctx context.Context, job *intake.Job, e *event) error {
	if a.barred.Load() {
		return intake.ErrLeft
	}
	if job.Doubt && e.Sign == "" { // nobody can find out whether it was answered
		unshare(job, e)
		return nil
	}
	a.log.DebugContext(ctx, "event", "kind", e.Kind, "team", e.Team, "user", e.User)
	var err error
	switch e.Kind {
	case asked, command, shortcut:
		if err = a.answer(ctx, job, e); err != nil && ctx.Err() != nil {
			return err
		}
	case press:
		a.press(ctx, job, e)
	case home:
		a.showHome(ctx, e)
	case opened:
		a.suggest(ctx, e)
	}
	if a.barred.Load() && (err != nil || !job.Sent()) { // otherwise it was answered
		return intake.ErrLeft
	}
	return nil // deliver has logged the error
}

// unshare lets the Share button be pressed again by whoever does not see the answer shared.
func unshare(job *intake.Job, e *event) {
	if _, do, _, _ := pressed(e.Action, e.Value); do == bot.ShareCommand {
		job.Yield(e.Once)
	}
}

// apologise is called if work has panicked before anything was sent.
func (a *Adapter) apologise(ctx context.Context, job *intake.Job, e *event) error {
	if e.Kind == home || e.Kind == opened {
		return nil
	}
	unshare(job, e)
	return a.deliver(ctx, job, post{text: escape(bot.Apology)}, e.destination(e.place())...)
}

// answer has a question answered where it was asked.
func (a *Adapter) answer(ctx context.Context, job *intake.Job, e *event) error {
	if e.Kind == shortcut && e.Text == "" {
		return a.reply(ctx, job, e, post{text: escape(bot.NoText)}, e.ways(e.User)...)
	}
	var status sync.WaitGroup
	if e.Direct {
		status.Go(func() {
			defer a.events.Survive()
			a.setStatus(ctx, e, "is searching the coverage…")
		})
	}
	at := e.place()
	r := a.handle(ctx, job, e, e.Text, bot.Turn{}, e.conversation(at))
	status.Wait() // or it would come after the answer, and stay
	question := ""
	if at == private { // where nobody sees what was typed
		question = r.Turn.Question
	}
	err := a.reply(ctx, job, e, render(r, at, question), e.destination(at)...)
	if at == direct {
		a.setStatus(ctx, e, "") // Slack does so itself only in a thread
	}
	return err
}

// press does what a button is for.
func (a *Adapter) press(ctx context.Context, job *intake.Job, e *event) {
	at, do, turn, ok := pressed(e.Action, e.Value)
	if !ok {
		_ = a.reply(ctx, job, e, post{text: escape(foreign)}, e.ways(e.User)...)
		return
	}
	if e.Once != "" && !job.Claim(e.Once) {
		_ = a.reply(ctx, job, e, post{text: escape(bot.Already)}, e.ways(e.User)...)
		return
	}
	if opinion, ok := bot.Opinion(do); ok {
		a.options.Observer.Count(opinion)
		e.Once = "" // it is done, whatever comes of the thanks
		_ = a.reply(ctx, job, e, post{text: escape(thanksText)}, e.ways(e.User)...)
		return
	}
	switch do {
	case bot.DirectCommand:
		a.cite(ctx, job, e, turn)
	case bot.ShareCommand:
		turn.Earlier = "" // what was asked before it is not shared
		r := a.handle(ctx, job, e, bot.AgainCommand, turn, "")
		if r.Outcome == "" { // why there is no answer now is not for all to see
			job.Yield(e.Once)
			a.alone(ctx, job, e, r)
			return
		}
		_ = a.reply(ctx, job, e, render(r, inThread, turn.Question), e.ways("")...)
	default:
		r := a.handle(ctx, job, e, do, turn, e.conversation(at))
		_ = a.reply(ctx, job, e, render(r, at, ""), e.destination(at)...)
	}
}

// alone shows a reply only to the person who pressed a button.
func (a *Adapter) alone(ctx context.Context, job *intake.Job, e *event, r bot.Reply) {
	_ = a.reply(ctx, job, e, render(r, private, ""), e.ways(e.User)...)
}

// cite sends the citations of an answer as a direct message, and says so where the button
// was pressed.
func (a *Adapter) cite(ctx context.Context, job *intake.Job, e *event, turn bot.Turn) {
	channel, err := a.openDirect(ctx, e.User)
	if err != nil {
		a.log.Warn("no direct message could be opened", "err", examine(err).why)
		_ = a.reply(ctx, job, e, post{text: escape(uncited)}, e.ways(e.User)...)
		return
	}
	there := &event{Kind: press, Team: e.Team, Channel: channel, User: e.User, Direct: true}
	r := a.handle(ctx, job, e, bot.CiteCommand(0, ""), turn, there.conversation(direct))
	if len(r.Snippets) == 0 { // the reply says why there are none
		a.alone(ctx, job, e, r)
		return
	}
	err = bot.Deliver(a.options.Observer, job.At, func() error {
		return a.deliver(ctx, job, render(r, direct, r.Turn.Question), there.destination(direct)...)
	})
	text := bot.InDoubt("Slack")
	if err == nil {
		text = citedText
	} else if examine(err).undone() {
		text = uncited
	}
	a.tell(ctx, e, text)
}

// handle has the message of a job answered, as the next of a conversation.
func (a *Adapter) handle(ctx context.Context, job *intake.Job, e *event, text string, last bot.Turn, conversation string) bot.Reply {
	m := bot.Message{Text: text, Last: last, User: "slack:" + e.Team + ":" + e.User}
	return a.talks.Continue(ctx, conversation, job.Name(), m)
}

// statusTime is how long a status may take: the answer waits for it.
const statusTime = 3 * time.Second

// setStatus says in the assistant's pane what the bot is doing, "" for nothing
// (https://docs.slack.dev/reference/methods/assistant.threads.setStatus). If there is no
// pane, it is not tried again.
func (a *Adapter) setStatus(ctx context.Context, e *event, status string) {
	if a.mute.Load() {
		return
	}
	calling, cancel := context.WithTimeout(ctx, statusTime)
	defer cancel()
	err := a.api.SetAssistantThreadsStatusContext(calling, api.AssistantThreadsSetStatusParameters{ChannelID: e.Channel, ThreadTS: e.root(), Status: status})
	if f := examine(err); err != nil {
		a.mute.Store(f.name == "unknown_method" || f.name == "missing_scope" || f.name == "not_allowed")
		a.log.DebugContext(ctx, "no status", "err", f.why)
	}
}
