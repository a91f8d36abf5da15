package intake

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

// Job is an event to be carried out once. With a nil Job nothing is recorded.
type Job struct {
	// Keys identify the event in each form in which it may come again: its id, the message
	// that it is about. They are nil in a job from the journal.
	Keys []string
	// Payload is what a worker needs to carry it out, at most 1 MB.
	Payload []byte
	// Fresh says that this process accepted the job, not an earlier one. Accept sets it.
	Fresh bool
	// Doubt says that an earlier process was about to send something that people see, and
	// that the outcome is not known. The worker has to find out before it sends anything, and
	// does nothing if it cannot. Such jobs exist only with [Options].Doubts.
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

// Sending records that something people see is about to be sent: from then on the job is
// never carried out again, unless [Job.NotSent] takes it back. It returns once that is on
// disk. If the disk fails, that is logged and the job goes on: an answer that might come
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
	// The process may be killed while the disk writes. The first record counts if the machine
	// goes down; if only the process dies, the next one reads whatever was written, and the
	// second record, which takes no time, decides.
	err := j.intake.journal.commit(record{Kind: kindSending, ID: j.id, Boot: j.intake.boot}, true, apply)
	if err == nil && j.intake.boot != "" {
		err = j.intake.journal.note(record{Kind: kindSent, ID: j.id})
	}
	if err != nil {
		j.intake.log.Error("the journal could not be told of a reply", "err", err)
		apply()
	}
}

// NotSent takes [Job.Sending] back: nothing was sent. If the process ends before the next
// try, the next process carries the job out.
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

// ErrLeft is wrapped by the error of a worker that can do nothing more in this process. A
// job that was not [Job.Sent], or that may be in doubt, then stays in the journal.
var ErrLeft = errors.New("left for the next start")

// Worker carries out a job. Its context ends when the time to drain is over. An error is
// logged and the job is not tried again: only the worker knows what may be repeated. A job
// that was not [Job.Sent] when the context ended stays in the journal for the next process;
// with [Options].Doubts, so does one that was sent and failed.
type Worker func(ctx context.Context, j *Job) error

// Run carries out jobs, first those that an earlier process left. When ctx ends, it
// accepts no more, works on for at most [Options].Drain, and returns when all workers
// have. A panic in work is logged, and apologise, unless nil, is called if nothing was sent
// yet. Run is called once.
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

// stop accepts nothing more, and returns once everything accepted is in the queue.
func (in *Intake) stop() {
	in.mu.Lock()
	settled := make(chan struct{})
	in.stopped, in.settled = true, settled
	in.settle()
	in.mu.Unlock()
	<-settled
	close(in.queue)
}

// carryOut gives a job to a worker, and records that it is done.
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

// Survive recovers a panic in a function that defers it, counts it, and logs its type and
// stack. The value is not logged: it may hold what someone wrote.
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
