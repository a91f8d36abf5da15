package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"newshound/answer"
)

// DefaultTimeout is how long a question may take unless [Options] say otherwise.
const DefaultTimeout = 10 * time.Second

// Options adjust a [Relay]. The zero value is ready to use.
type Options struct {
	// Timeout is how long one question may take; 0 means [DefaultTimeout].
	Timeout time.Duration
	// Limit is the largest number of snippets of an answer; 0 means
	// [answer.DefaultLimit].
	Limit int
	// Commands are commands that the adapter carries out itself, before a message
	// gets here; the relay only names them where it names its own.
	Commands []Command
	// Log is told of failures, and at the Debug level of questions, whose text
	// appears at no other level. Nil means that nothing is logged.
	Log *slog.Logger
}

// Relay is the bot's [Handler]: it recognises commands, and has an [Asker]
// answer the rest. It holds no state of a conversation.
type Relay struct {
	asker   Asker
	options Options
}

// NewRelay returns a relay that has questions answered by asker.
func NewRelay(asker Asker, o Options) *Relay {
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &Relay{asker: asker, options: o}
}

// apology is the reply where the fault is ours. It says nothing of the cause,
// which is in the log.
const apology = "Sorry, something went wrong here, and there is no answer. Please try again."

// Handle implements [Handler].
func (r *Relay) Handle(ctx context.Context, m Message) (reply Reply) {
	defer func() {
		if v := recover(); v != nil {
			r.logPanic(v)
			reply = Reply{Text: apology}
		}
	}()
	switch c := parseCommand(m.Text); c.verb {
	case help:
		return Reply{Text: r.helpText()}
	case sources:
		return Reply{Text: sourcesText(r.asker.Coverage(), r.asker.Articles(maxListed))}
	case cite:
		return r.cite(ctx, m.Last, c.n)
	case miscite:
		return Reply{Text: "cite takes the number of a quote, as in “cite 2”."}
	case unknown:
		return Reply{Text: fmt.Sprintf("There is no command “%s”. The commands are %s.", shorten(c.name), r.commandNames())}
	}
	a, problem := r.ask(ctx, m.Text)
	if a == nil {
		return Reply{Text: problem}
	}
	return r.replyTo(a)
}

// ask has a question answered within the deadline. Without an answer it returns
// what to say instead.
func (r *Relay) ask(ctx context.Context, text string) (a *answer.Answer, problem string) {
	text, err := CleanQuestion(text)
	switch {
	case errors.Is(err, ErrLongQuestion):
		return nil, fmt.Sprintf("That question is too long for me: %d KB is the most.", MaxQuestion>>10)
	case err != nil:
		return nil, "Ask a question about the coverage, or say “help”."
	}
	r.options.Log.DebugContext(ctx, "question", "text", text)
	ctx, cancel := context.WithTimeout(ctx, r.options.Timeout)
	defer cancel()
	a, err = r.asker.Ask(ctx, answer.Question{Text: text, Limit: r.options.Limit})
	switch {
	case err == nil && a == nil:
		err = errors.New("the engine returned no answer")
	case err == nil:
		return a, ""
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		r.options.Log.WarnContext(ctx, "question timed out", "after", r.options.Timeout)
		return nil, "That took too long, and I stopped. A shorter question may do."
	case ctx.Err() != nil:
		return nil, "Stopped."
	}
	// The error may repeat the question, which is private.
	reason := strings.ReplaceAll(err.Error(), text, "[question]")
	r.options.Log.ErrorContext(ctx, "question failed", "err", reason)
	return nil, apology
}

// replyTo is [ReplyTo], with a line in the log for each quote left out.
func (r *Relay) replyTo(a *answer.Answer) Reply {
	for _, s := range a.Snippets {
		if err := s.Verify(); err != nil {
			r.options.Log.Error("quote left out", "err", err)
		}
	}
	return ReplyTo(a)
}

// logPanic logs a recovered panic. Only the runtime's own errors are known not
// to repeat the question; of any other value the type must do.
func (r *Relay) logPanic(v any) {
	what := fmt.Sprintf("%T", v)
	if err, ok := v.(runtime.Error); ok {
		what = err.Error()
	}
	r.options.Log.Error("panic", "value", what, "stack", string(debug.Stack()))
}
