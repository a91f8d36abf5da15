package bot

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot/phrase"
)

const (
	// DefaultTimeout is how long a question may take unless [Options] say otherwise.
	DefaultTimeout = 10 * time.Second
	// DefaultRate is how many messages one person may send in a minute.
	DefaultRate = 20
)

// Options adjust a [Relay]. The zero value is ready to use.
type Options struct {
	// Timeout is how long one question may take; 0 means [DefaultTimeout].
	Timeout time.Duration
	// Limit is the largest number of snippets of a reply; 0 means
	// [answer.DefaultLimit].
	Limit int
	// Parallel is how many questions are answered at a time. The others wait, which
	// does not count as part of their Timeout. 0 means twice the number of processors.
	Parallel int
	// Rate is how many messages a minute one person may send; 0 means
	// [DefaultRate]. Messages without a user are not limited.
	Rate int
	// Commands are commands that the adapter carries out itself, before a message
	// gets here. The relay lists them beside its own.
	Commands []Command
	// Now tells the time, by which words like “yesterday” in a question are read; nil
	// means [time.Now].
	Now func() time.Time
	// Log is told of failures, and at the Debug level of questions, whose text
	// appears at no other level. Nil means that nothing is logged.
	Log *slog.Logger
	// Observer is told what happens; nil means nobody is.
	Observer Observer
}

// Relay is the bot's [Handler]: it recognises commands, and has an [Asker]
// answer the rest. It holds no state of a conversation.
type Relay struct {
	asker   Asker
	options Options
	people  people
	turns   chan struct{} // holds a value for each question that the engine is working on
	stuck   atomic.Int32  // how many of these have timed out
}

// NewRelay returns a relay that has questions answered by asker.
func NewRelay(asker Asker, o Options) *Relay {
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Limit == 0 {
		o.Limit = answer.DefaultLimit
	}
	if o.Rate == 0 {
		o.Rate = DefaultRate
	}
	if o.Parallel == 0 {
		o.Parallel = 2 * runtime.GOMAXPROCS(0)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Observer == nil {
		o.Observer = Unobserved{}
	}
	return &Relay{asker: asker, options: o, people: newPeople(o.Rate), turns: make(chan struct{}, o.Parallel)}
}

// Handle implements [Handler].
func (r *Relay) Handle(ctx context.Context, m Message) (reply Reply) {
	defer func() {
		if v := recover(); v != nil {
			r.logPanic(v)
			r.options.Observer.Count(EventPanicked)
			reply = Reply{Text: Apology}
		}
	}()
	defer func() { reply.Turn = reply.Turn.after(m.Last) }()
	if wait := r.Admit(m.User); wait > 0 {
		return Reply{Text: fmt.Sprintf("You have asked a lot in a short time. Please wait %s.", phrase.Count(int(wait.Seconds())+1, "second"))}
	}
	if max(len(m.Text), len(m.Last.Question)) > MaxQuestion {
		r.options.Observer.Count(EventDeclined)
		return Reply{Text: Problem(ErrLongQuestion)}
	}
	if !tellsEarlier(m.Last.Earlier) {
		m.Last.Earlier = "" // no turn of ours
	}
	for _, text := range []*string{&m.Text, &m.Last.Question, &m.Last.Earlier} {
		*text = strings.ToValidUTF8(*text, "\uFFFD") // a reply may repeat it
	}
	c := parseCommand(m.Text)
	switch c.verb {
	case question:
		if c.text == "" {
			c.text = m.Text
		}
		q := answer.Question{Text: c.text}
		if len(m.Last.Question) <= maxPrevious {
			q.Previous, q.Earlier = m.Last.Question, m.Last.Earlier
		}
		return r.question(ctx, m.Last, q)
	case miscite, misaround, misquote, button, unknown:
		r.options.Observer.Count(EventDeclined)
		return Reply{Text: r.misunderstood(c)}
	}
	r.options.Observer.Count(EventCommand)
	switch c.verb {
	case help:
		return Reply{Text: r.helpText()}
	case courtesy:
		return Reply{Text: "Ask a question about the coverage, and I will look. “help” tells how."}
	case sources:
		return Reply{Text: sourcesText(r.asker, c.field)}
	}
	if m.Last.Question != "" {
		switch c.verb {
		case reform:
			return r.question(ctx, Turn{}, answer.Question{Text: syntax.As(c.form, m.Last.Question)})
		case widen:
			return r.question(ctx, Turn{}, answer.Question{Text: m.Last.Question, Drop: c.field})
		}
	}
	return r.again(ctx, m.Last, c)
}

// misunderstood says why a command cannot be carried out.
func (r *Relay) misunderstood(c command) string {
	switch c.verb {
	case miscite:
		return "cite takes numbers of quotes, as in “cite 2” or “cite 1, 3”, and a style: " + styleNames() + "."
	case misaround:
		return "around takes the number of a quote, as in “around 2”."
	case misquote:
		return "quote takes the words to look for, as in “quote: it will not open again”."
	case button:
		return fmt.Sprintf("“%s” is a button under an answer: press it there.", c.name)
	}
	return fmt.Sprintf("There is no command “%s”. The commands are %s.", phrase.Short(c.name), r.commandNames())
}

// question answers a new question. One that is read as the last question once more gets the
// quotes that have not been shown yet.
func (r *Relay) question(ctx context.Context, last Turn, q answer.Question) Reply {
	began := time.Now()
	q.Limit, q.Shown = r.options.Limit+1, r.options.Limit
	a, err := r.Answer(ctx, q)
	if err != nil {
		return Reply{Text: Problem(err)}
	}
	if a.FollowUp && a.Read == last.Question {
		return r.again(ctx, last, command{verb: more})
	}
	r.options.Observer.Took(StageAnswer, time.Since(began))
	r.options.Observer.Count(EventOf(a.Outcome))
	if a.Further && a.Outcome != answer.None && last.Shown > 0 {
		return r.besides(ctx, last, q)
	}
	return r.page(a, 0)
}

// logFalse logs each quote that is not what its article says and so will be left out.
func (r *Relay) logFalse(a *answer.Answer) {
	for _, s := range shown(a) {
		if err := s.Verify(); err != nil {
			r.options.Log.Error("quote left out", "err", err)
		}
	}
}

// logPanic logs a recovered panic. Of a value that may repeat the question, which is any but
// the runtime's own errors, it logs only the type.
func (r *Relay) logPanic(v any) {
	what := fmt.Sprintf("%T", v)
	if err, ok := v.(runtime.Error); ok {
		what = err.Error()
	}
	r.options.Log.Error("panic", "value", what, "stack", string(debug.Stack()))
}
