// Package refusals remembers where posts are refused. A platform may ban a bot that tries
// again and again what it does not allow.
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
	turns     chan struct{} // has a place for each attempt under way that may become a refusal

	mu      sync.Mutex
	refused map[string]time.Time // until when each holds
	good    map[string]bool      // places where a post arrived
	recent  []time.Time          // refusals
}

const (
	// maxPlaces is how many places are remembered.
	maxPlaces = 10_000
	// atOnce is how many places are tried at a time in which no post has arrived: the
	// others wait, and if those were refused, need not be tried.
	atOnce = 16
	// longest is how long an attempt keeps the others waiting: where it takes longer nothing is
	// answered there, be it for hours, or it is made again and again.
	longest = 10 * time.Second
)

// ErrRefused is returned for a post that is known to be of no use, and was not tried.
var ErrRefused = errors.New("posts are refused there")

// New returns a memory. A refusal is an error for which isRefusal is true, and is
// remembered for the time keep. Once there were as many as most within that time, only
// places where a post has arrived before are tried.
func New(keep time.Duration, most int, isRefusal func(error) bool) *Memory {
	return &Memory{
		keep: keep, most: most, isRefusal: isRefusal, turns: make(chan struct{}, atOnce),
		refused: make(map[string]time.Time), good: make(map[string]bool),
	}
}

// Refused reports whether it is of no use to try a place now.
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

// Try calls post, and remembers what came of it. Where [Memory.Refused] is true it only
// returns [ErrRefused]. Where no post has arrived yet it waits while many such places are
// tried, for none of them long, and if ctx ends meanwhile, returns its error.
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
