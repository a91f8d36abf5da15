// Package refusals remembers where posts are refused, so that a platform is not
// asked again and again for what it does not allow, and bans who asks.
package refusals

import (
	"sync"
	"time"
)

// Memory remembers refusals for some time. It is safe for concurrent use.
type Memory struct {
	keep time.Duration
	most int

	mu      sync.Mutex
	refused map[string]time.Time // to when it holds
	good    map[string]bool      // places where a post arrived
	recent  []time.Time          // refusals
	trying  int                  // attempts under way that may become refusals
}

// maxPlaces is how many places are remembered.
const maxPlaces = 10_000

// New returns a memory that remembers each refusal for so long. Once there were as
// many as most in that time, no further place is tried but those where a post has
// arrived before.
func New(keep time.Duration, most int) *Memory {
	return &Memory{keep: keep, most: most, refused: make(map[string]time.Time), good: make(map[string]bool)}
}

// Refused reports whether to try a place is of no use now.
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

// Try calls post, unless [Memory.Refused], and remembers what came of it: refused
// says whether an error is a refusal. It reports whether post was called.
func (m *Memory) Try(place string, refused func(error) bool, post func() error) (tried bool, err error) {
	if m.Refused(place) {
		return false, nil
	}
	m.mu.Lock()
	m.trying++
	m.mu.Unlock()
	err = post()
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
	case refused(err):
		if len(m.refused) >= maxPlaces {
			clear(m.refused)
		}
		m.refused[place] = time.Now().Add(m.keep)
		delete(m.good, place)
		m.recent = append(m.recent, time.Now())
	}
	return true, err
}
