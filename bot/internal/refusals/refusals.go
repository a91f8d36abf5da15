// Package refusals remembers where posts are refused. A platform may ban a bot that keeps
// trying what it is not allowed to do.
package refusals

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Memory remembers refusals for some time. It is safe for concurrent use.
type Memory struct {
	keep      time.Duration
	most      int
	isRefusal func(error) bool
	turns     chan struct{} // limits the attempts under way in places where no post has arrived

	mu      sync.Mutex
	refused map[string]time.Time // until when each holds
	good    map[string]bool      // places where a post arrived
	recent  []time.Time          // refusals
}

const (
	// maxPlaces is how many places are remembered.
	maxPlaces = 10_000
	// atOnce is how many attempts are made at a time in places where no post has arrived.
	// The others wait, and need not be made if those were refused.
	atOnce = 16
	// longest is how long an attempt keeps others waiting. One that takes longer meets a server
	// that does not answer, perhaps for hours, or is being repeated.
	longest = 10 * time.Second
)

// ErrRefused is returned for a post that was not tried, because it would be refused.
var ErrRefused = errors.New("posts are refused there")

// New returns a memory. An error for which isRefusal reports true is a refusal, remembered
// for the time keep. After most refusals within that time, only places where a post has
// arrived before are tried.
func New(keep time.Duration, most int, isRefusal func(error) bool) *Memory {
	return &Memory{
		keep: keep, most: most, isRefusal: isRefusal, turns: make(chan struct{}, atOnce),
		refused: make(map[string]time.Time), good: make(map[string]bool),
	}
}

// Refused reports whether a post to a place would not be tried now.
func (m *Memory) Refused(place string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := time.Now()
	if now.Before(m.refused[place]) {
		return true
	}
	for len(m.recent) > 0 && now.Sub(m.recent[0]) > m.keep {
		m.recent = m.recent[1:]
	}
	return len(m.recent) >= m.most && !m.good[place]
}

// Is reports whether an error is a refusal, remembered or new.
func (m *Memory) Is(err error) bool { return errors.Is(err, ErrRefused) || m.isRefusal(err) }

// Try calls post and remembers the result. If [Memory.Refused] is true it does not, and
// returns [ErrRefused]. In a place where no post has arrived yet, it first waits, not for
// long, if many such places are being tried; if ctx ends meanwhile, it returns its error.
func (m *Memory) Try(ctx context.Context, place string, post func() error) error {
	m.mu.Lock()
	good := m.good[place]
	m.mu.Unlock()
	if !good {
		select {
		case m.turns <- struct{}{}:
			leave := sync.OnceFunc(func() { <-m.turns })
			defer leave()
			defer time.AfterFunc(longest, leave).Stop()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if m.Refused(place) {
		return ErrRefused
	}
	err := post()
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case err == nil:
		if len(m.good) >= maxPlaces {
			clear(m.good)
		}
		m.good[place] = true
		delete(m.refused, place)
	case m.isRefusal(err):
		if len(m.refused) >= maxPlaces {
			clear(m.refused)
		}
		m.refused[place] = time.Now().Add(m.keep)
		delete(m.good, place)
		m.recent = append(m.recent, time.Now())
	}
	return err
}
