package service

import (
	"fmt"
	"io"
	"math"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"newshound/bot"
)

// Measures counts what happens on each platform, for Prometheus
// (https://prometheus.io/docs/instrumenting/exposition_formats/). Every label has one of a closed
// list of values, so that the number of series is fixed.
type Measures struct {
	Platforms []*PlatformMeasures
	started   time.Time
}

// PlatformMeasures is the [bot.Observer] of one platform.
type PlatformMeasures struct {
	name   string
	events []atomic.Uint64 // by bot.Event
	stages []histogram     // by bot.Stage
}

var _ bot.Observer = (*PlatformMeasures)(nil)

// histogram counts durations by their size.
type histogram struct {
	buckets [len(bucketBounds)]atomic.Uint64 // how many lie in each, not above its bound
	count   atomic.Uint64
	nanos   atomic.Int64 // their sum
}

// bucketBounds are the upper bounds of the buckets, in seconds. What a platform
// allows is among them: 3 s for an ack.
var bucketBounds = [...]float64{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10, 30, 60}

// NewPlatformMeasures returns what counts for a platform.
func NewPlatformMeasures(name string) *PlatformMeasures {
	return &PlatformMeasures{name: name, events: make([]atomic.Uint64, len(bot.Events())), stages: make([]histogram, len(bot.Stages()))}
}

// Count implements [bot.Observer].
func (p *PlatformMeasures) Count(e bot.Event) {
	if int(e) < len(p.events) {
		p.events[e].Add(1)
	}
}

// Took implements [bot.Observer].
func (p *PlatformMeasures) Took(s bot.Stage, d time.Duration) {
	if int(s) >= len(p.stages) {
		return
	}
	h := &p.stages[s]
	h.count.Add(1)
	h.nanos.Add(int64(d))
	for i, bound := range bucketBounds {
		if d.Seconds() <= bound {
			h.buckets[i].Add(1)
			return
		}
	}
}

// writeTo writes all series. ready says by platform name which platforms are ready.
func (m *Measures) writeTo(w io.Writer, ready map[string]bool, corpus *Living) error {
	var b strings.Builder
	family := func(name, kind, help string) {
		fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %[1]s %[3]s\n", name, help, kind)
	}
	family("newshound_events_total", "counter", "What happened to messages and connections.")
	for _, p := range m.Platforms {
		for _, e := range bot.Events() {
			fmt.Fprintf(&b, "newshound_events_total{platform=%q,event=%q} %d\n", p.name, e, p.events[e].Load())
		}
	}
	family("newshound_stage_seconds", "histogram", "How long the stages of a message took.")
	for _, p := range m.Platforms {
		for _, s := range bot.Stages() {
			p.stages[s].write(&b, fmt.Sprintf("platform=%q,stage=%q", p.name, s))
		}
	}
	family("newshound_ready", "gauge", "Whether messages of the platform arrive.")
	for _, p := range m.Platforms {
		fmt.Fprintf(&b, "newshound_ready{platform=%q} %d\n", p.name, oneIf(ready[p.name]))
	}
	family("newshound_articles", "gauge", "How many articles there are to answer from.")
	fmt.Fprintf(&b, "newshound_articles %d\n", corpus.Coverage().Articles)
	family("newshound_reloads_total", "counter", "How often the corpus was opened anew.")
	fmt.Fprintf(&b, "newshound_reloads_total{result=\"opened\"} %d\n", corpus.opened.Load())
	fmt.Fprintf(&b, "newshound_reloads_total{result=\"failed\"} %d\n", corpus.failed.Load())
	family("process_start_time_seconds", "gauge", "When the process started, in Unix time.")
	fmt.Fprintf(&b, "process_start_time_seconds %d\n", m.started.Unix())
	family("go_goroutines", "gauge", "How many goroutines there are.")
	fmt.Fprintf(&b, "go_goroutines %d\n", runtime.NumGoroutine())
	var memory runtime.MemStats // package runtime/metrics makes every process start later, one that asks for no metrics too
	runtime.ReadMemStats(&memory)
	family("go_heap_objects_bytes", "gauge", "How much memory live objects take, and dead ones that are not yet freed.")
	fmt.Fprintf(&b, "go_heap_objects_bytes %d\n", memory.HeapAlloc)
	_, err := io.WriteString(w, b.String())
	return err
}

// write writes the series of a histogram. In Prometheus each bucket counts all durations up to its
// bound.
func (h *histogram) write(w io.Writer, labels string) {
	count, below := h.count.Load(), uint64(0)
	for i, bound := range bucketBounds {
		below += h.buckets[i].Load()
		fmt.Fprintf(w, "newshound_stage_seconds_bucket{%s,le=%q} %d\n", labels, strconv.FormatFloat(bound, 'g', -1, 64), below)
	}
	count = max(count, below) // what is counted meanwhile may be in a bucket first
	fmt.Fprintf(w, "newshound_stage_seconds_bucket{%s,le=\"+Inf\"} %d\n", labels, count)
	seconds := float64(h.nanos.Load()) / math.Pow10(9)
	fmt.Fprintf(w, "newshound_stage_seconds_sum{%s} %s\n", labels, strconv.FormatFloat(seconds, 'g', -1, 64))
	fmt.Fprintf(w, "newshound_stage_seconds_count{%s} %d\n", labels, count)
}

func oneIf(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
