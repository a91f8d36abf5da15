// Package refusals remembers where posts are refused. A platform may ban a bot that tries
// again and again what it does not allow.
package refusals

import (
	"errors"
	"sync"
	"time"
)

// Memory remembers refusals for some time. It is safe for concurrent use.
type Memory struct {
	keep      time.Duration
	most      int
	isRefusal func(error) bool

	mu      sync.Mutex
	refused map[string]time.Time // until when each holds
	good    map[string]bool      // places where a post arrived
	recent  []time.Time          // refusals
	trying  int                  // attempts under way that may become refusals
}

// maxPlaces is how many places are remembered.
const maxPlaces = 10_000

// ErrRefused is returned for a post that is known to be of no use, and was not tried.
var ErrRefused = errors.New("posts are refused there")

// New returns a memory. A refusal is an error for which isRefusal is true, and is
// remembered for the time keep. Once there were as many as most within that time, only
// places where a post has arrived before are tried.
func New(keep time.Duration, most int, isRefusal func(error) bool) *Memory {
	return &Memory{keep: keep, most: most, isRefusal: isRefusal, refused: make(map[string]time.Time), good: make(map[string]bool)}
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
	return len(m.recent)+m.trying >= m.most && !m.good[place]
}

// Is reports whether an error is a refusal, remembered or new.
func (m *Memory) Is(err error) bool { return errors.Is(err, ErrRefused) || m.isRefusal(err) }

// Try calls post, and remembers what came of it. Where [Memory.Refused] is true it only
// returns [ErrRefused].
func (m *Memory) Try(place string, post func() error) error {
	if m.Refused(place) {
		return ErrRefused
	}
	m.mu.Lock()
	m.trying++
	m.mu.Unlock()
	err := post()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.trying--
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
