// Package intake accepts each event of a platform once and has a bounded number of
// workers carry it out.
//
// A platform delivers an event again when it is not sure that it arrived, and a bot may
// be killed at any moment. [Intake.Accept] recognises an event that was accepted before,
// and returns [Accepted] only once the event is in a journal on disk: then the platform
// can be told that it arrived. [Intake.Run] carries out accepted events, and first those
// that a killed process left behind.
//
// A worker calls [Job.Sending] right before it does something that people see, and
// [Job.NotSent] if that certainly had no effect. After a restart, a job without the first
// mark, or with the second, is carried out again. Any other unfinished job is in doubt:
// it is dropped, or, with [Options].Doubts, given to a worker that can find out whether
// its message arrived. So each event gets one answer and never two. It gets none only if
// the process died between the mark and the post and nobody can find out what happened.
// That moment is short: while the machine stays up, the mark counts only once it is on
// disk and the post is about to go out.
//
// # The journal
//
// The file begins with the line "newshound journal 1". Each record is 4 bytes of a mark,
// a 4-byte length, a 4-byte CRC-32C (both little endian) and that many bytes of JSON
// ([record]). Keys are stored as hashes, payloads as they came. Finished jobs leave the
// file when it is rewritten, some time later. Only its owner may read it (mode 0600).
//
// # Decisions
//
// Many records share one fsync. Context: an event must be on disk before it is
// acknowledged, within 3 s at most, and hundreds come at once. Decision: a record that
// comes while the disk is busy joins the next batch. Consequence: 500 parallel accepts
// take a few fsyncs and no goroutine of their own.
//
// An accepted job can always be marked. Context: if the disk fills up and a job's marks
// cannot be written, the job is carried out again after a crash. Decision: room for the
// marks is reserved on disk before a job is accepted, where the system can do that.
// Consequence: a full disk accepts nothing, and carries out once what it had accepted.
//
// An event that met a full queue counts as seen. Context: it is acknowledged and its
// author told to ask later; the same message may come again under another name.
// Decision: [Busy] keeps its keys in memory, not in the journal. Consequence: nobody is
// told twice; after a restart it would be accepted.
//
// Order of arrival is the order of work. Context: a question and its follow-up may come
// within a millisecond. Decision: whoever reads events calls [Intake.Begin] in their
// order, and the queue keeps it, whichever record reaches the disk first. Consequence: a
// job waits in line for the records before it.
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
	// Path is the journal's file. With "" everything is in memory only, and lost at a
	// restart.
	Path string
	// Depth is how many accepted jobs may wait for a worker; 0 means 1000.
	Depth int
	// Workers is how many jobs are carried out at a time; 0 means 8.
	Workers int
	// Keep is how long a key is remembered, and how old a job may be for a later process
	// to carry it out; 0 means 24 hours.
	Keep time.Duration
	// Keys is the largest number of keys remembered, the latest ones; 0 means 200,000.
	Keys int
	// Doubts also gives jobs in doubt to a worker, with [Job].Doubt set.
	Doubts bool
	// Drain is how long [Intake.Run] goes on working after its context has ended; 0 means
	// 20 seconds.
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
	line    []*Job           // accepted and not yet queued, in order of arrival
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
	// Duplicate: it was accepted before. Acknowledge it and do nothing.
	Duplicate
	// Busy: the queue is full. Acknowledge it and tell the person.
	Busy
	// Failed: it could not be written, or the process is about to end. Do not
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

// HeldError is returned when another process has the journal open. Code that cannot import this
// package recognises it by its method Held.
type HeldError struct{ Path string }

// Error implements [error].
func (e *HeldError) Error() string { return "another newshound has " + e.Path }

// Held reports that another process holds the journal, and may release it.
func (*HeldError) Held() bool { return true }

// Open opens or creates the journal and restores what is in it. A torn record at its
// end is dropped. A journal that is damaged elsewhere is moved aside (Path plus
// ".damaged" and the time), and its readable records go into a new one. Both are logged.
// It is an error if Path is not a journal, and a [*HeldError] if another process has it
// open.
func Open(o Options) (*Intake, error) { return openAs(o, bootID()) }

// openAs opens the journal on a machine whose current boot has the given name.
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

// Accept accepts a job, unless it is a duplicate (any of its keys was seen before) or
// there is no room. It returns once the verdict is durable.
func (in *Intake) Accept(job Job) Verdict { return in.Begin(job)() }

// Begin gives a job its place: jobs are carried out in the order of these calls. It does not
// wait. The function that it returns does the rest of [Intake.Accept], which waits for the disk;
// it must be called once.
func (in *Intake) Begin(job Job) (accept func() Verdict) {
	keys := hashes(job.Keys)
	j, t, v := in.reserve(job, keys)
	return func() Verdict {
		v := in.accept(j, t, v, keys)
		in.options.Count(v.String())
		return v
	}
}

// accept finishes what [Intake.reserve] began.
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

// reserve returns a job with its place and ticket, or else a verdict. If it returns
// neither, a job with one of the keys is on its way, and the ticket is that job's.
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

// enqueue notes whether a job reached the journal, queues the jobs at the front of the line that
// did, and wakes whoever waits for the ticket.
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

// settle tells a stopping [Intake.Run] once no job is on its way any more. in.mu is held.
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
