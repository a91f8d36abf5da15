// Package pace spaces out actions under one key, as platforms ask for: about one message
// a second to a channel, and after a 429 none until the time that it names. Other keys are
// not held up.
package pace

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"
)

// Pacer gives turns. It is safe for concurrent use.
type Pacer struct {
	every time.Duration
	most  int

	mu   sync.Mutex
	keys map[string]*lane
}

// lane is what there is to know of one key.
type lane struct {
	turn    chan struct{} // holds one token, taken by whoever is next in line
	waiting int           // how many callers use the lane
	next    time.Time     // no turn before this time
}

// maxKeys is how many keys are remembered, apart from those that someone waits for.
const maxKeys = 10_000

// New returns a pacer that gives a turn every so often for each key, the first at
// once.
func New(every time.Duration) *Pacer {
	return &Pacer{every: every, most: maxKeys, keys: make(map[string]*lane)}
}

// Wait returns when it is the caller's turn under key, in the order of the calls,
// or when ctx ends, with its error.
func (p *Pacer) Wait(ctx context.Context, key string) error {
	return p.WaitUnless(ctx, key, func() bool { return false })
}

// WaitUnless is [Pacer.Wait], except that a caller who is next in line and no longer needs the turn
// returns at once and leaves it to the next one.
func (p *Pacer) WaitUnless(ctx context.Context, key string, needless func() bool) error {
	done, err := p.turn(ctx, key, needless)
	if err == nil {
		done()
	}
	return err
}

// Turn is [Pacer.Wait], except that the time until the next turn under key counts from the call of
// done, which must be called once.
func (p *Pacer) Turn(ctx context.Context, key string) (done func(), err error) {
	return p.turn(ctx, key, func() bool { return false })
}

// turn is [Pacer.Turn] and [Pacer.WaitUnless] in one.
func (p *Pacer) turn(ctx context.Context, key string, needless func() bool) (done func(), err error) {
	l := p.enter(key)
	select {
	case <-l.turn:
	case <-ctx.Done():
		p.leave(l)
		return nil, ctx.Err()
	}
	leave := func() {
		l.turn <- struct{}{}
		p.leave(l)
	}
	if needless() {
		leave()
		return func() {}, nil
	}
	done = func() {
		p.put(l, p.every)
		leave()
	}
	for {
		wait := p.left(l)
		if wait <= 0 {
			return done, nil
		}
		timer := time.NewTimer(wait)
		select {
		case <-timer.C: // a hold may have come meanwhile
		case <-ctx.Done():
			timer.Stop()
			leave()
			return nil, ctx.Err()
		}
	}
}

// Hold gives no turn under key before the given time. It never shortens an earlier hold,
// and does not take back a turn already given.
func (p *Pacer) Hold(key string, until time.Time) {
	l := p.enter(key)
	defer p.leave(l)
	p.put(l, time.Until(until))
}

// Held returns how long no turn will be given under key, 0 if one may be now.
func (p *Pacer) Held(key string) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if l := p.keys[key]; l != nil {
		return max(0, time.Until(l.next))
	}
	return 0
}

// Pause waits, and reports whether ctx has not ended meanwhile.
func Pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// Backoff returns how long to wait after so many failures in a row: the shortest time
// after 0, then about a second, two, four, up to the longest. It is random, so that clients
// that fail together do not come back together.
func Backoff(failures int, shortest, longest time.Duration) time.Duration {
	if failures == 0 {
		return shortest
	}
	wait := min(time.Second<<min(failures-1, 10), longest)
	return wait*3/4 + rand.N(wait/2)
}

// Until calls do until it reports done, or ctx ends; then Until reports false. Between calls
// it waits, at first for the time first, then twice as long each time, up to a minute. do is
// told how long the next wait would be.
func Until(ctx context.Context, first time.Duration, do func(wait time.Duration) (done bool)) bool {
	for wait := first; ctx.Err() == nil; wait = min(2*wait, time.Minute) {
		if do(wait) {
			return true
		}
		Pause(ctx, wait)
	}
	return false
}

// enter returns the lane of a key, which stays until leave.
func (p *Pacer) enter(key string) *lane {
	p.mu.Lock()
	defer p.mu.Unlock()
	l := p.keys[key]
	if l == nil {
		p.forget()
		l = &lane{turn: make(chan struct{}, 1)}
		l.turn <- struct{}{}
		p.keys[key] = l
	}
	l.waiting++
	return l
}

func (p *Pacer) leave(l *lane) {
	p.mu.Lock()
	defer p.mu.Unlock()
	l.waiting--
}

// left returns how long it is until there may be a turn in a lane.
func (p *Pacer) left(l *lane) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return time.Until(l.next)
}

// put gives no turn in a lane for the time wait.
func (p *Pacer) put(l *lane, wait time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if next := time.Now().Add(wait); next.After(l.next) {
		l.next = next
	}
}

// forget drops lanes if there are too many: unused lanes whose hold is over, and if that
// leaves more than half, other unused lanes. p.mu is held.
func (p *Pacer) forget() {
	if len(p.keys) < p.most {
		return
	}
	now := time.Now()
	for key, l := range p.keys {
		if l.waiting == 0 && !l.next.After(now) {
			delete(p.keys, key)
		}
	}
	for key, l := range p.keys {
		if len(p.keys) <= p.most/2 {
			return
		}
		if l.waiting == 0 {
			delete(p.keys, key)
		}
	}
}
