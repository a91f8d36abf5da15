package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
)

const (
	// maxTaking is how many events are being accepted at a time. They share writes to the
	// journal.
	maxTaking = 1024
	// maxBusy is how many declined events may wait for their authors to be told.
	maxBusy = 1024
	// tellers is how many authors are told at a time.
	tellers = 16
)

// Events is an [Intake] for events of one type, stored in the journal as JSON. It is safe
// for concurrent use.
type Events[E any] struct {
	*Intake
	// Enter, unless nil, is called with each event before it is carried out, one at a time in
	// order of arrival. The function that it returns is called when the event has been carried
	// out. Set it before [Events.Run].
	Enter func(*Job, *E) (leave func())

	taking chan struct{} // has a place for each event that is being taken on
	taken  chan struct{}
	busy   chan *E
}

// OpenEvents opens the journal like [Open].
func OpenEvents[E any](o Options) (*Events[E], error) {
	in, err := Open(o)
	if err != nil {
		return nil, err
	}
	return &Events[E]{
		Intake: in, taking: make(chan struct{}, maxTaking), taken: make(chan struct{}), busy: make(chan *E, maxBusy),
	}, nil
}

// Go is for a reader of events, which must not wait for the disk: it calls begin at once, and the
// function that begin returns in a goroutine of its own. If too many of those are running, it does
// nothing and reports false.
func (q *Events[E]) Go(begin func() (rest func())) bool {
	select {
	case q.taking <- struct{}{}:
	default:
		return false
	}
	rest := func() {}
	func() {
		defer q.Survive()
		rest = begin()
	}()
	go func() {
		defer func() { <-q.taking }()
		defer q.Survive()
		rest()
	}()
	return true
}

// Taken is closed when the context of [Events.Run] has ended and no event is being accepted
// any more.
func (q *Events[E]) Taken() <-chan struct{} { return q.taken }

// Accept accepts an event, which any of the keys identifies: see [Intake.Accept].
func (q *Events[E]) Accept(e *E, keys ...string) Verdict { return q.Begin(e, keys...)() }

// Begin gives an event its place: see [Intake.Begin].
func (q *Events[E]) Begin(e *E, keys ...string) (accept func() Verdict) {
	payload, err := json.Marshal(e)
	if err != nil {
		q.log.Error("an event cannot be kept", "err", err)
		return func() Verdict { return Failed }
	}
	return q.Intake.Begin(Job{Keys: keys, Payload: payload})
}

// Decline has the author of an event told that it was not accepted. It does nothing if too
// many are waiting to be told.
func (q *Events[E]) Decline(e *E) {
	select {
	case q.busy <- e:
	default:
	}
}

// Run carries out events like [Intake.Run]. An event that is being accepted when ctx ends is
// still carried out. Until then it calls tell for each declined event, a few at a time.
func (q *Events[E]) Run(ctx context.Context, work, apologise func(context.Context, *Job, *E) error, tell func(context.Context, *E)) {
	var telling sync.WaitGroup
	for range tellers {
		telling.Go(func() {
			for ctx.Err() == nil {
				select {
				case e := <-q.busy:
					func() {
						defer q.Survive()
						tell(ctx, e)
					}()
				case <-ctx.Done():
				}
			}
		})
	}
	last, stop := context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(ctx, func() {
		for range cap(q.taking) { // all places, and so nobody is left
			q.taking <- struct{}{}
		}
		close(q.taken)
		stop()
	})
	if q.Enter != nil {
		q.enter = func(j *Job) (leave func()) {
			leave = func() {}
			_ = decoded(func(_ context.Context, j *Job, e *E) error { // the worker meets the error, too
				leave = q.Enter(j, e)
				return nil
			})(last, j)
			return leave
		}
	}
	q.Intake.Run(last, decoded(work), decoded(apologise))
	telling.Wait()
}

// decoded returns a worker that decodes a job's event and calls work with it.
func decoded[E any](work func(context.Context, *Job, *E) error) Worker {
	return func(ctx context.Context, j *Job) error {
		var e E
		if err := json.Unmarshal(j.Payload, &e); err != nil {
			return fmt.Errorf("read an event from the journal: %w", err)
		}
		return work(ctx, j, &e)
	}
}
