package bot

import (
	"context"
	"strings"
	"sync"
	"time"
)

// Memory keeps small texts under keys. It may forget.
type Memory interface {
	Remember(key, value string)
	Recall(key string) string // "" for what it does not know
}

// Conversations has a [Handler] answer messages as the next of conversations. It is safe for
// concurrent use.
type Conversations struct {
	handler Handler
	memory  Memory

	mu   sync.Mutex
	last map[string]chan struct{} // by key, closed when the last message that came is answered
}

// NewConversations returns conversations with h, of which memory keeps the last turns.
func NewConversations(h Handler, memory Memory) *Conversations {
	return &Conversations{handler: h, memory: memory, last: make(map[string]chan struct{})}
}

// inTurn returns when all messages that came before in a conversation are answered, or that takes
// longer than a question may, or ctx ends. It returns what says that this one is answered.
func (c *Conversations) inTurn(ctx context.Context, key string) (done func()) {
	mine := make(chan struct{})
	c.mu.Lock()
	before := c.last[key]
	c.last[key] = mine
	c.mu.Unlock()
	if before != nil {
		timer := time.NewTimer(DefaultTimeout)
		defer timer.Stop()
		select {
		case <-before:
		case <-timer.C:
		case <-ctx.Done():
		}
	}
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		close(mine)
		if c.last[key] == mine {
			delete(c.last, key)
		}
	}
}

// Continue has a message answered as the next of the conversation with a key: its last turn
// comes before a message that says of no other what it is about, and so such a message waits
// a while for the answers to those before it. With the key "" nothing is kept. The job is the
// name of what is carried out: where that is done again, as after a restart, its own turn is
// not the one before it.
func (c *Conversations) Continue(ctx context.Context, key, job string, m Message) Reply {
	earlier := key + " before"
	recalls := m.Last == (Turn{}) && key != ""
	if recalls {
		defer c.inTurn(ctx, key)()
		last := c.memory.Recall(key)
		if by, before, is := strings.Cut(c.memory.Recall(earlier), "\n"); is && by == job {
			last = before
		}
		m.Last, _ = DecodeTurn(last) // one that cannot be read is none
	}
	r := c.handler.Handle(ctx, m)
	if r.Turn != (Turn{}) && key != "" && ctx.Err() == nil {
		if recalls {
			c.memory.Remember(earlier, job+"\n"+m.Last.Encode())
		}
		c.memory.Remember(key, r.Turn.Encode())
	}
	return r
}
