package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"newshound/answer"
)

// The reasons for which a question has no answer, beside those of [CleanQuestion] and
// the end of the context.
var (
	ErrTimedOut = errors.New("the question took too long")
	ErrBusy     = errors.New("other questions are being answered, and this one waited too long")
	ErrFailed   = errors.New("the question failed, and the log says why")
)

// Apology is the reply where the fault is ours. It says nothing of the cause,
// which is in the log.
const Apology = "Sorry, something went wrong here, and there is no answer. Please try again."

// Busy is the reply to a question that there is no room for, or that cannot be kept.
const Busy = "I cannot take questions right now, and yours was not taken. Please ask again in a minute."

// Already is an adapter's reply to a second press of a button that has done its work.
const Already = "That is done already."

// NoText is an adapter's reply to a person who asks about a message that has no text.
const NoText = "That message has no text that I can read."

// Instead is what an adapter says above a reply that it sends to the person directly, because
// it may not write where they asked.
const Instead = "I am not allowed to write where you asked, so here it is:"

// InDoubt is what an adapter says when its platform leaves open whether the reply arrived.
func InDoubt(platform string) string {
	return platform + " has not told me whether my answer arrived. If you do not see it, please ask again."
}

// NotTaken is what an adapter says in place of a reply that its platform does not accept.
func NotTaken(platform string) string {
	return platform + " does not take what I have to say here. Please ask for less at a time, or in other words."
}

// Problem says in plain words why a question has no answer. The error is one that
// [Relay.Answer] returned.
func Problem(err error) string {
	switch {
	case errors.Is(err, ErrLongQuestion):
		return fmt.Sprintf("That question is too long for me: %d KB is the most.", MaxQuestion>>10)
	case errors.Is(err, ErrEmptyQuestion):
		return "Ask a question about the coverage, or say “help”."
	case errors.Is(err, ErrTimedOut):
		return "That took too long, and I stopped. A shorter question may do."
	case errors.Is(err, ErrBusy):
		return Busy
	case errors.Is(err, ErrFailed):
		return Apology
	}
	return "Stopped."
}

// Admit counts a message of a person and returns 0. If the person has sent too many, it
// returns how long to wait instead, and counts nothing. [Relay.Handle] calls it by itself.
func (r *Relay) Admit(person string) time.Duration {
	wait := r.people.wait(person)
	if wait > 0 {
		r.options.Observer.Count(EventLimited)
	}
	return wait
}

// Answer answers a question within the deadline, for a program that wants the answer itself
// and no reply. It cleans the question's text, and takes the day to be today where it is not
// set. It knows no commands and limits nobody. The error is one of those that [Problem] tells.
func (r *Relay) Answer(ctx context.Context, q answer.Question) (*answer.Answer, error) {
	text, err := CleanQuestion(q.Text)
	if err != nil {
		r.options.Observer.Count(EventDeclined)
		return nil, err
	}
	q.Text = text
	if q.Today.IsZero() {
		q.Today = r.options.Now()
	}
	r.options.Log.DebugContext(ctx, "question", "text", text)
	if err := r.takeTurn(ctx); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, r.options.Timeout)
	defer cancel()
	a, err := r.ask(ctx, q)
	switch {
	case err == nil && a == nil:
		err = errors.New("the engine returned no answer")
	case err == nil:
		r.logFalse(a)
		return a, nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		r.options.Observer.Count(EventTimedOut)
		r.options.Log.WarnContext(ctx, "question timed out", "after", r.options.Timeout)
		return nil, ErrTimedOut
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, ErrFailed):
		return nil, err // it is logged and counted
	}
	r.options.Observer.Count(EventFailed)
	// The error may repeat the question, which is private.
	reason := strings.ReplaceAll(err.Error(), text, "[question]")
	r.options.Log.ErrorContext(ctx, "question failed", "err", reason)
	return nil, ErrFailed
}

// takeTurn waits until one more question may be answered. It gives up at once if every place
// is held by a question that has timed out and that the engine is still working on.
func (r *Relay) takeTurn(ctx context.Context) error {
	// By the next tick, every question under way now is answered or has timed out.
	tick := time.NewTicker(r.options.Timeout)
	defer tick.Stop()
	for {
		if int(r.stuck.Load()) == cap(r.turns) {
			r.options.Observer.Count(EventBusy)
			return ErrBusy
		}
		select {
		case r.turns <- struct{}{}:
			return nil
		case <-tick.C:
		case <-ctx.Done():
			if errors.Is(ctx.Err(), context.DeadlineExceeded) {
				r.options.Observer.Count(EventBusy)
				return ErrBusy
			}
			return ctx.Err()
		}
	}
}

// ask has the engine answer, until ctx ends. If the engine goes on after that, because a disk
// does not answer for instance, the question keeps its place, but nobody waits for it. A panic
// is [ErrFailed].
func (r *Relay) ask(ctx context.Context, q answer.Question) (*answer.Answer, error) {
	type result struct {
		answer *answer.Answer
		err    error
	}
	done := make(chan result, 1)
	var late atomic.Bool
	go func() {
		got := result{err: ErrFailed}
		defer func() {
			if v := recover(); v != nil {
				r.logPanic(v)
				r.options.Observer.Count(EventPanicked)
			}
			if late.Swap(true) {
				r.stuck.Add(-1)
			}
			<-r.turns
			done <- got
		}()
		a, err := r.asker.Ask(ctx, q)
		got = result{a, err}
	}()
	select {
	case got := <-done:
		return got.answer, got.err
	case <-ctx.Done():
		r.stuck.Add(1)
		if late.Swap(true) { // it has just ended
			r.stuck.Add(-1)
		}
		return nil, ctx.Err()
	}
}
