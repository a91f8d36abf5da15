package intake

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

// Job is an event to be carried out once. A nil Job is none: what is sent for it is not
// recorded.
type Job struct {
	// Keys are the names by which the event is told again, in any of its forms: its
	// id, the message that it is about. They are nil in a job from the journal.
	Keys []string
	// Payload is what a worker needs to carry it out, at most 1 MB.
	Payload []byte
	// Fresh says that this process accepted the job; otherwise a process before it
	// did, and left it undone. Accept sets it.
	Fresh bool
	// Doubt says that a process before this one was about to send what people see, and that
	// it is not known what came of that: the worker is to find out before it sends anything,
	// and to do nothing if it cannot. Only with [Options].Doubts there are such jobs.
	Doubt bool
	// At is when the job was accepted, to the second where it is not fresh. Accept
	// sets it.
	At time.Time

	intake *Intake
	id     uint64
	sent   bool // guarded by intake.mu
	// One of them is set once it is known whether the job is in the journal. Guarded by intake.mu.
	accepted, refused bool
}

// maxPayload is the size in bytes of the largest payload.
const maxPayload = 1 << 20

// Sending records that what people see is about to happen: after this the job is
// never carried out again, unless [Job.NotSent] takes it back. It returns once that is on
// disk. Where that fails it is logged, and the job goes on: an answer that might come
// twice is better than none.
func (j *Job) Sending() {
	if j == nil || j.Sent() {
		return
	}
	apply := func() {
		j.intake.mu.Lock()
		defer j.intake.mu.Unlock()
		j.sent = true
	}
	// The disk takes its time, in which a process may be killed. What it has written by then
	// the next one reads, unless the machine is gone, too; so the first record is for that,
	// and the other, which takes no time, for the process.
	err := j.intake.journal.commit(record{Kind: kindSending, ID: j.id, Boot: j.intake.boot}, true, apply)
	if err == nil && j.intake.boot != "" {
		err = j.intake.journal.note(record{Kind: kindSent, ID: j.id})
	}
	if err != nil {
		j.intake.log.Error("the journal could not be told of a reply", "err", err)
		apply()
	}
}

// NotSent takes [Job.Sending] back: the platform has said that nothing came of it. If the
// process ends before the next try, that is up to the next process.
func (j *Job) NotSent() {
	if j == nil || !j.Sent() {
		return
	}
	j.Doubt = false
	apply := func() {
		j.intake.mu.Lock()
		defer j.intake.mu.Unlock()
		j.sent = false
	}
	// Without an fsync: in the worst case it counts as sent.
	if err := j.intake.journal.commit(record{Kind: kindUnsent, ID: j.id}, false, apply); err != nil {
		j.intake.log.Error("the journal could not be told of a reply that failed", "err", err)
	}
}

// Sent reports whether [Job.Sending] was called, and not [Job.NotSent] after it.
func (j *Job) Sent() bool {
	j.intake.mu.Lock()
	defer j.intake.mu.Unlock()
	return j.sent
}

// ErrLeft is wrapped by the error of a worker that can do nothing more in this process: a
// job that was not [Job.Sent], or may be in doubt, stays in the journal for the next.
var ErrLeft = errors.New("left for the next start")

// Worker carries out a job. Its context ends when the time to drain is over. A
// failure is logged and not tried again; that is for the worker, which knows what
// may be repeated. A job that was not [Job.Sent] when its context ended stays in
// the journal for the next process; with [Options].Doubts also one that has failed then.
type Worker func(ctx context.Context, j *Job) error

// Run carries out jobs, first those that a process before this one left undone.
// When ctx ends, it accepts no more, carries out what was accepted for as long as
// [Options].Drain allows, and returns when all workers have. A panic in work is
// logged, and apologise called, which may be nil, if nothing was sent yet. Run is
// called once.
func (in *Intake) Run(ctx context.Context, work, apologise Worker) {
	working, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	var workers sync.WaitGroup
	next := make(chan struct{}, 1) // held by the worker that takes the next job
	for range in.options.Workers {
		workers.Go(func() {
			for {
				next <- struct{}{}
				j, ok := <-in.queue
				leave := func() {}
				if ok && in.enter != nil {
					leave = in.enter(j)
				}
				<-next
				if !ok {
					return
				}
				if working.Err() == nil {
					in.carryOut(working, j, work, apologise)
				}
				leave()
			}
		})
	}
	<-ctx.Done()
	timer := time.AfterFunc(in.options.Drain, cancel)
	defer timer.Stop()
	in.stop()
	workers.Wait()
	in.mu.Lock()
	left := len(in.pending)
	in.mu.Unlock()
	if left > 0 {
		in.log.Warn("some events are left for the next start", "events", left, "journal", in.options.Path != "")
	}
}

// stop lets nothing more be accepted, and returns when the queue has all that was.
func (in *Intake) stop() {
	in.mu.Lock()
	settled := make(chan struct{})
	in.stopped, in.settled = true, settled
	in.settle()
	in.mu.Unlock()
	<-settled
	close(in.queue)
}

// carryOut has a job done, and records that it is.
func (in *Intake) carryOut(ctx context.Context, j *Job, work, apologise Worker) {
	panicked, err := in.try(ctx, j, work)
	if panicked {
		if apologise != nil && !j.Sent() {
			if again, err := in.try(ctx, j, apologise); err != nil && !again {
				in.log.Warn("an apology failed", "err", err)
			}
		}
	} else if err != nil {
		in.log.Warn("an event failed", "err", err)
	}
	if (ctx.Err() != nil || errors.Is(err, ErrLeft)) && (!j.Sent() || err != nil && in.options.Doubts) {
		return // it stays in the journal
	}
	apply := func() {
		in.mu.Lock()
		defer in.mu.Unlock()
		delete(in.pending, j.id)
	}
	// Without an fsync: in the worst case a job that sent nothing is done again.
	if err := in.journal.commit(record{Kind: kindDone, ID: j.id}, false, apply); err != nil {
		in.log.Error("the journal could not be told that an event is done", "err", err)
		apply()
	}
}

// Survive recovers a panic in a function that defers it. It logs the kind of the panic
// and its place, for the value may hold what someone wrote, and counts it.
func (in *Intake) Survive() {
	if value := recover(); value != nil {
		in.panicked(value)
	}
}

// panicked logs and counts a panic.
func (in *Intake) panicked(value any) {
	in.log.Error("panic", "value", fmt.Sprintf("%T", value), "stack", string(debug.Stack()))
	in.options.Count("panicked")
}

// try calls a worker, and recovers its panic.
func (in *Intake) try(ctx context.Context, j *Job, work Worker) (panicked bool, err error) {
	defer func() {
		if value := recover(); value != nil {
			in.panicked(value)
			panicked = true
		}
	}()
	return false, work(ctx, j)
}
