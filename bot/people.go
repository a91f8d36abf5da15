package bot

import (
	"sync"
	"time"
)

// people limits how much each person may ask: rate messages a minute, all of them at once after
// a minute of silence.
type people struct {
	rate  int
	every time.Duration // a message's share of the minute

	mu   sync.Mutex
	full map[string]time.Time // when a person may again send rate messages at once
}

// maxPeople is how many people are remembered.
const maxPeople = 10_000

func newPeople(rate int) people {
	return people{rate: rate, every: time.Minute / time.Duration(rate), full: make(map[string]time.Time)}
}

// wait counts a message of a person and returns 0, or returns how long the person has to
// wait, and does not count it. Messages of nobody, "", are not counted.
func (p *people) wait(person string) time.Duration {
	if person == "" {
		return 0
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	full := p.full[person]
	if full.Before(now) {
		full = now
	}
	if wait := full.Sub(now) - time.Duration(p.rate-1)*p.every; wait > 0 {
		return wait
	}
	if len(p.full) >= maxPeople {
		p.forget(now)
	}
	p.full[person] = full.Add(p.every)
	return 0
}

// forget drops the people who have been silent for long enough, and if that is not
// half, some others. p.mu is held.
func (p *people) forget(now time.Time) {
	for person, full := range p.full {
		if full.Before(now) {
			delete(p.full, person)
		}
	}
	for person := range p.full {
		if len(p.full) <= maxPeople/2 {
			return
		}
		delete(p.full, person)
	}
}
