package bottest

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"newshound/bot"
)

// Counter is a [bot.Observer] that counts. The zero value is ready to use, by
// several goroutines.
type Counter struct {
	mu     sync.Mutex
	events map[bot.Event]int
	took   map[bot.Stage][]time.Duration
}

var _ bot.Observer = (*Counter)(nil)

// Count implements [bot.Observer].
func (c *Counter) Count(e bot.Event) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.events == nil {
		c.events = make(map[bot.Event]int)
	}
	c.events[e]++
}

// Took implements [bot.Observer].
func (c *Counter) Took(s bot.Stage, d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.took == nil {
		c.took = make(map[bot.Stage][]time.Duration)
	}
	c.took[s] = append(c.took[s], d)
}

// Of returns how often an event was counted.
func (c *Counter) Of(e bot.Event) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.events[e]
}

// String lists the counts, by the events' names: "command 1 found 2".
func (c *Counter) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var all []string
	for e, n := range c.events {
		all = append(all, fmt.Sprintf("%v %d", e, n))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// Times returns how long a stage took, each time.
func (c *Counter) Times(s bot.Stage) []time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]time.Duration(nil), c.took[s]...)
}
