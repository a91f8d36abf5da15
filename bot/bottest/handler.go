package bottest

import (
	"context"
	"sync"
	"time"

	"newshound/bot"
)

// Handler is a [bot.Handler] for tests of adapters: it replies what it is told to,
// as late as it is told to, and remembers what it was asked. Set its fields before
// its first use. It is safe for concurrent use.
type Handler struct {
	// Reply makes the reply to a message. Nil says "You said: " and the text, as
	// the answer to a question.
	Reply func(m bot.Message) bot.Reply
	// Delay is how long a reply takes; it is cut short when the context ends.
	Delay time.Duration
	// Gate holds every reply back until it is closed or something is sent on it, or
	// the context ends. Nil holds nothing back.
	Gate <-chan struct{}

	mu       sync.Mutex
	messages []bot.Message
}

var _ bot.Handler = (*Handler)(nil)

// Handle implements [bot.Handler]. Unlike a real one it panics, where Reply does.
func (h *Handler) Handle(ctx context.Context, m bot.Message) bot.Reply {
	h.mu.Lock()
	h.messages = append(h.messages, m)
	h.mu.Unlock()
	if h.Gate != nil {
		select {
		case <-h.Gate:
		case <-ctx.Done():
		}
	}
	if h.Delay > 0 {
		timer := time.NewTimer(h.Delay)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
		}
	}
	if ctx.Err() != nil {
		return bot.Reply{Text: "Stopped."}
	}
	if h.Reply == nil {
		return bot.Reply{Text: "You said: " + m.Text, Turn: bot.Turn{Question: m.Text}}
	}
	return h.Reply(m)
}

// Messages returns what was asked so far, in the order in which it came.
func (h *Handler) Messages() []bot.Message {
	h.mu.Lock()
	defer h.mu.Unlock()
	return append([]bot.Message(nil), h.messages...)
}
