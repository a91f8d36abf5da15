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

// Conversations passes messages to a [Handler], each with the last turn of its conversation.
// It is safe for concurrent use.
type Conversations struct {
	handler Handler
	memory  Memory

	mu     sync.Mutex        // guards the maps, and the places in them
	last   map[string]*place // by key: the last place that is not over
	places map[placeKey]*place
}

// placeKey names the place of a job in the conversation with a key.
type placeKey struct{ key, job string }

// place is the place of a message in its conversation.
type place struct {
	before *place        // the place to wait for; nil if there is none, or this message is answered
	over   chan struct{} // closed when this message is answered, or will not be
}

// NewConversations returns conversations with h, of which memory keeps the last turns.
func NewConversations(h Handler, memory Memory) *Conversations {
	return &Conversations{handler: h, memory: memory, last: make(map[string]*place), places: make(map[placeKey]*place)}
}

// Enter gives a job a place in the conversation with a key: [Conversations.Continue] answers it after
// those that have entered before. Call leave when the job is over, whether it was answered or not.
func (c *Conversations) Enter(key, job string) (leave func()) {
	at := placeKey{key, job}
	c.enter(at)
	return func() { c.leave(at, false) }
}

// enter returns the place of a job, and gives it one if it has none.
func (c *Conversations) enter(at placeKey) *place {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.places[at]
	if p == nil {
		p = &place{c.last[at.key], make(chan struct{})}
		c.places[at], c.last[at.key] = p, p
	}
	return p
}

// leave ends the place of a job. If its message was not answered, those that wait for it go on to
// wait for the ones before it.
func (c *Conversations) leave(at placeKey, answered bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.places[at]
	if p == nil {
		return
	}
	delete(c.places, at)
	close(p.over)
	if answered {
		p.before = nil
	}
	if c.last[at.key] != p {
		return
	}
	for p != nil && isOver(p) {
		p = p.before
	}
	if c.last[at.key] = p; p == nil {
		delete(c.last, at.key)
	}
}

// isOver reports whether a place has ended.
func isOver(p *place) bool {
	select {
	case <-p.over:
		return true
	default:
		return false
	}
}

// inTurn waits until all earlier messages of a conversation are answered, but no longer than a
// question may take, or until ctx ends.
func (c *Conversations) inTurn(ctx context.Context, p *place) {
	timer := time.NewTimer(DefaultTimeout)
	defer timer.Stop()
	for {
		c.mu.Lock()
		p = p.before
		c.mu.Unlock()
		if p == nil {
			return
		}
		select {
		case <-p.over:
		case <-timer.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

// Continue has a message answered as the next of the conversation with a key. If the message does
// not say which turn it follows, it follows the last one there, and waits a while for the answers
// to earlier messages (see [Conversations.Enter]). With the key "" nothing is kept. The job is the
// name of the work: if that is done again, as after a restart, the message does not follow its own
// turn.
func (c *Conversations) Continue(ctx context.Context, key, job string, m Message) Reply {
	earlier := key + " before"
	recalls := m.Last == (Turn{}) && key != ""
	if recalls {
		at := placeKey{key, job}
		p := c.enter(at)
		defer c.leave(at, true)
		c.inTurn(ctx, p)
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
