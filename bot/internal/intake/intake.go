// Package intake takes on each event of a platform once, and has a bounded
// number of workers carry it out.
//
// A platform delivers an event again when it is not sure that it arrived, and a
// bot is killed at any moment. [Intake.Accept] tells an event that was taken on
// before, and returns [Accepted] only once the event is in a journal on disk, so
// that the platform can be told that it arrived. [Intake.Run] carries out what was
// accepted, and calls to mind what a process that was killed left behind. Right
// before a worker does what people see, it calls [Job.Sending], and where that came to
// nothing for sure, [Job.NotSent]: what is found in the journal without the first mark,
// or with the second, is carried out again. Anything else that is not done is in doubt: it
// is left, or given to a worker that can find out whether what it sent has arrived
// ([Options].Doubts). So there is one answer, or where that cannot be found out, in the moment
// between the mark and the post none, and never two. That moment is short: while the machine
// runs, the mark counts only when the disk has it and the post goes out.
//
// # The journal
//
// The file begins with the line "newshound journal 1". Each record that follows is
// 4 bytes of a mark, 4 of a length and 4 of a CRC-32C, both little endian, and so
// many bytes of JSON ([record]). Keys are stored as hashes; payloads are stored as
// they came, and are gone from the file some time after they were carried out,
// when it is written anew without all that is over. It is for its owner's eyes
// only (mode 0600).
//
// # Decisions
//
// Many records share one fsync. Context: an event has to be on disk before it is
// acknowledged, within 3 s at most, and hundreds come at once. Decision: whoever
// comes while the disk is busy joins the next batch. Consequence: 500 parallel
// accepts take a few fsyncs, and no goroutine of their own.
//
// What is accepted can be marked. Context: a disk fills up, and where the marks of a job do not
// come to it, it is carried out again after a crash. Decision: room for them is kept on the disk
// before a job is accepted, where the system knows how. Consequence: on a full disk nothing is
// accepted, and what was before it is carried out once.
//
// A busy event counts as seen. Context: an event that there is no room for is
// acknowledged and the person told so; the same message may come again under
// another name. Decision: [Busy] leaves its keys in memory, not in the journal.
// Consequence: nobody is told twice; after a restart it would be taken on.
package intake

import (
	"cmp"
	"fmt"
	"log/slog"
	"sync"
	"time"
)

// Options adjust an [Intake]. The zero value is ready to use.
type Options struct {
	// Path is the journal's file. With "" all is in memory only, and a restart
	// forgets what was accepted.
	Path string
	// Depth is how many accepted jobs may wait for a worker; 0 means 1000.
	Depth int
	// Workers is how many jobs are carried out at a time; 0 means 8.
	Workers int
	// Keep is how long a key is remembered, and how long after a job was accepted a
	// later process still carries it out; 0 means 24 hours.
	Keep time.Duration
	// Keys is how many keys are remembered at most, the latest; 0 means 200,000.
	Keys int
	// Doubts has what is in doubt carried out, too, with [Job].Doubt set.
	Doubts bool
	// Drain is how long [Intake.Run] goes on carrying out what was accepted after
	// its context has ended; 0 means 20 seconds.
	Drain time.Duration
	// Log is told of failures; nil means that nothing is logged.
	Log *slog.Logger
	// Count is told of each [Verdict], by its name, and of each panic, as "panicked"; nil
	// means that nothing is counted.
	Count func(what string)
}

// Intake takes on jobs. It is safe for concurrent use.
type Intake struct {
	options Options
	log     *slog.Logger
	journal *journal
	boot    string // see bootID
	queue   chan *Job
	enter   func(*Job) (leave func()) // see [Events.Enter]

	mu      sync.Mutex // guards what follows; never held while the disk is written
	seen    seen
	coming  map[hash]*ticket // keys of jobs on their way into the journal
	line    []*Job           // those that will be queued next, in the order in which they came
	pending map[uint64]*Job  // accepted, and not done
	memory  memory
	next    uint64 // the next job's id
	stopped bool   // nothing more is accepted
	settled chan struct{}
}

// ticket is a job on its way into the journal.
type ticket struct {
	done chan struct{}
	ok   bool // to be read once done is closed
}

// Verdict says what became of a job that was to be accepted.
type Verdict uint8

// The verdicts.
const (
	// Accepted: the job is on disk and will be carried out. Acknowledge it.
	Accepted Verdict = iota + 1
	// Duplicate: it was accepted before. Acknowledge it, and do nothing.
	Duplicate
	// Busy: there is no room. Acknowledge it, and tell the person.
	Busy
	// Failed: it could not be made durable, or the process is about to end. Do not
	// acknowledge it, or answer 5xx: the platform will deliver it again.
	Failed
)

// String returns the verdict's name, lower case.
func (v Verdict) String() string {
	switch v {
	case Accepted:
		return "accepted"
	case Duplicate:
		return "duplicate"
	case Busy:
		return "busy"
	case Failed:
		return "failed"
	}
	return fmt.Sprintf("Verdict(%d)", uint8(v))
}

// HeldError is returned where another process has a journal open. Who does not know this package
// tells it by its method.
type HeldError struct{ Path string }

// Error implements [error].
func (e *HeldError) Error() string { return "another newshound has " + e.Path }

// Held reports that another process has what was to be opened, and may end.
func (*HeldError) Held() bool { return true }

// Open opens the journal, or makes it, and calls to mind what is in it. A torn
// record at its end is dropped; a journal that is damaged elsewhere is set aside,
// as Path with ".damaged" and the time appended, and what can be read of it goes
// into a new one; both are logged. It is an error if Path is no journal, and a
// [*HeldError] if another process has it open.
func Open(o Options) (*Intake, error) { return openAs(o, bootID()) }

// openAs opens the journal on a machine that was started under a name.
func openAs(o Options, boot string) (*Intake, error) {
	o.Depth, o.Workers, o.Keys = cmp.Or(o.Depth, 1000), cmp.Or(o.Workers, 8), cmp.Or(o.Keys, 200_000)
	o.Keep, o.Drain = cmp.Or(o.Keep, 24*time.Hour), cmp.Or(o.Drain, 20*time.Second)
	o.Log = cmp.Or(o.Log, slog.New(slog.DiscardHandler))
	if o.Count == nil {
		o.Count = func(string) {}
	}
	in := &Intake{
		options: o,
		log:     o.Log,
		boot:    boot,
		seen:    seen{keep: o.Keep, most: o.Keys, keys: make(map[hash]struct{})},
		coming:  make(map[hash]*ticket),
		pending: make(map[uint64]*Job),
		memory:  newMemory(),
		next:    1,
	}
	j, records, err := openJournal(o.Path, o.Log, in.snapshot)
	if err != nil {
		return nil, fmt.Errorf("open the journal: %w", err)
	}
	in.journal = j
	in.replay(records)
	return in, nil
}

// Accept takes on a job, unless it is a duplicate or there is no room. Any of the
// keys seen before makes it a duplicate. It returns once the verdict holds also for
// the next process.
func (in *Intake) Accept(job Job) Verdict { return in.Begin(job)() }

// Begin gives a job its place among the others, which are carried out in this order. What it
// returns is to be called, once, and does the rest of [Intake.Accept], which takes as long as the
// disk does.
func (in *Intake) Begin(job Job) (accept func() Verdict) {
	keys := hashes(job.Keys)
	j, t, v := in.reserve(job, keys)
	return func() Verdict {
		v := in.accept(j, t, v, keys)
		in.options.Count(v.String())
		return v
	}
}

// accept carries on with what [Intake.reserve] has returned.
func (in *Intake) accept(j *Job, t *ticket, v Verdict, keys hashList) Verdict {
	switch {
	case v != 0:
		return v
	case j == nil: // the same is on its way
		<-t.done
		if t.ok {
			return Duplicate
		}
		return Failed
	}
	err := in.journal.commit(record{Kind: kindAccept, ID: j.id, At: j.At.Unix(), Keys: keys, Payload: j.Payload}, true, func() {
		in.mu.Lock()
		defer in.mu.Unlock()
		in.seen.add(j.id, j.At, keys)
		in.pending[j.id] = j
	})
	in.enqueue(j, t, keys, err == nil)
	if err != nil {
		in.log.Error("an event could not be accepted", "err", err)
		return Failed
	}
	return Accepted
}

// reserve returns a job with a place in the queue and a ticket, or the verdict where there
// is none to be had. Without either, the ticket is that of a job with one of the keys.
func (in *Intake) reserve(job Job, keys hashList) (*Job, *ticket, Verdict) {
	if len(job.Payload) > maxPayload {
		in.log.Error("an event is too large to be accepted", "bytes", len(job.Payload))
		return nil, nil, Failed
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.seen.any(keys) {
		return nil, nil, Duplicate
	}
	for _, k := range keys {
		if other := in.coming[k]; other != nil {
			return nil, other, 0
		}
	}
	now := time.Now()
	switch {
	case in.stopped:
		return nil, nil, Failed
	case len(in.queue)+len(in.line) >= in.options.Depth:
		in.seen.add(0, now, keys)
		return nil, nil, Busy
	}
	t := &ticket{done: make(chan struct{})}
	for _, k := range keys {
		in.coming[k] = t
	}
	j := &Job{Keys: job.Keys, Payload: job.Payload, Fresh: true, At: now, intake: in, id: in.next}
	in.line = append(in.line, j)
	in.next++
	return j, t, 0
}

// enqueue notes whether a job is in the journal, and queues those in front of the line of which that
// is known. It tells who waits for the ticket.
func (in *Intake) enqueue(j *Job, t *ticket, keys hashList, ok bool) {
	in.mu.Lock()
	for _, k := range keys {
		delete(in.coming, k)
	}
	j.accepted, j.refused = ok, !ok
	for len(in.line) > 0 && (in.line[0].accepted || in.line[0].refused) {
		if in.line[0].accepted {
			in.queue <- in.line[0] // there is room: see reserve
		}
		in.line = in.line[1:]
	}
	in.settle()
	in.mu.Unlock()
	t.ok = ok
	close(t.done)
}

// settle tells [Intake.Run] that no job is on its way any more. in.mu is held.
func (in *Intake) settle() {
	if in.stopped && len(in.line) == 0 && in.settled != nil {
		close(in.settled)
		in.settled = nil
	}
}

// Close closes the journal. Call it after [Intake.Run] has returned.
func (in *Intake) Close() error {
	in.mu.Lock()
	in.stopped = true
	in.mu.Unlock()
	return in.journal.close()
}
