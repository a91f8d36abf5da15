// Package pace spaces out what is done under one key, as a platform asks for:
// about one message a second to a channel, and none at all to one that it has
// answered with 429, until the time that it names. Other keys are not held up.
package pace

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"
)

// Pacer spaces out turns. It is safe for concurrent use.
type Pacer struct {
	every time.Duration
	most  int

	mu   sync.Mutex
	keys map[string]*lane
}

// lane is what there is to know of one key.
type lane struct {
	turn    chan struct{} // holds one token, which whoever is next in line has
	waiting int           // how many are in line, or about to be
	next    time.Time     // no turn before it
}

// maxKeys is how many keys are remembered, beside those that someone waits for.
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

// WaitUnless does the same, and returns at once when the caller is next in line and the turn is
// needless then: it is left to the one behind.
func (p *Pacer) WaitUnless(ctx context.Context, key string, needless func() bool) error {
	done, err := p.turn(ctx, key, needless)
	if err == nil {
		done()
	}
	return err
}

// Turn does the same, and gives the next turn under key only so long after done, which is
// to be called once.
func (p *Pacer) Turn(ctx context.Context, key string) (done func(), err error) {
	return p.turn(ctx, key, func() bool { return false })
}

// turn is [Pacer.Turn], unless that is needless.
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

// Hold gives no turn under key before the given time. It never shortens an earlier
// hold. Turns that were given stand.
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

// Backoff returns how long to wait after so many failures in a row: hardly at all after
// the first, 0, and then about a second, two, four, at most the longest. It is never the
// same, so that many who fail together do not come back together.
func Backoff(failures int, shortest, longest time.Duration) time.Duration {
	if failures == 0 {
		return shortest
	}
	wait := min(time.Second<<min(failures-1, 10), longest)
	return wait*3/4 + rand.N(wait/2)
}

// Until calls do until it is done or ctx ends, which it reports. After each call that is
// not, it waits, from first on ever longer, up to a minute; do is told how long.
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

// put gives no turn in a lane for so long.
func (p *Pacer) put(l *lane, wait time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if next := time.Now().Add(wait); next.After(l.next) {
		l.next = next
	}
}

// forget drops lanes where there are too many: those that nobody waits in and
// whose time has come, and if that is not half of them, others that nobody waits
// in. p.mu is held.
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
