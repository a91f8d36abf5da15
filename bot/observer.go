package bot

import (
	"fmt"
	"time"

	"newshound/answer"
)

// Observer is told what happens, to be counted and measured. Its words are closed
// lists, so that no one's text or name becomes part of a metric. It is safe for
// concurrent use and returns at once.
type Observer interface {
	// Count is told that something happened once.
	Count(e Event)
	// Took is told how long a stage of one message took.
	Took(s Stage, d time.Duration)
}

// Unobserved is the [Observer] that forgets everything.
type Unobserved struct{}

// Count implements [Observer].
func (Unobserved) Count(Event) {}

// Took implements [Observer].
func (Unobserved) Took(Stage, time.Duration) {}

// Event is something that happens to a message or to a connection.
type Event uint8

// The events. Those of a message's way in and out, and of a connection, are told
// by the adapters; those of its answer by the relay.
const (
	EventAccepted     Event = iota // an event of the platform was taken on
	EventDuplicate                 // it had been taken on before
	EventBusy                      // it was declined: too much to do
	EventRefused                   // it was not from the platform: a bad signature, too old, too large
	EventFound                     // a question was answered: the coverage says
	EventPartial                   // … part of it
	EventNone                      // … the coverage does not say
	EventCommand                   // a command was carried out
	EventDeclined                  // there was nothing to answer: no question, too long, no such command
	EventLimited                   // a person asked too much in too short a time
	EventTimedOut                  // a question took too long
	EventFailed                    // a question failed, for a fault of ours
	EventPanicked                  // a panic was caught
	EventDelivered                 // a reply was delivered
	EventUndelivered               // a reply could not be delivered
	EventPaused                    // the platform said to wait (429)
	EventHelpful                   // a person called an answer helpful
	EventUnhelpful                 // … not helpful
	EventConnected                 // a connection to the platform stands
	EventDisconnected              // one broke
	events                         // how many there are
)

// Events returns all events.
func Events() []Event { return upTo(events) }

// String returns the event's name, lower case, as it stands in metrics.
func (e Event) String() string {
	names := [events]string{
		"accepted", "duplicate", "busy", "refused", "found", "partial", "none", "command", "declined", "limited",
		"timed_out", "failed", "panicked", "delivered", "undelivered", "paused", "helpful", "unhelpful", "connected", "disconnected",
	}
	if e < events {
		return names[e]
	}
	return fmt.Sprintf("event_%d", uint8(e))
}

// EventOf returns the event that an answer with an outcome is.
func EventOf(o answer.Outcome) Event {
	switch o {
	case answer.Found:
		return EventFound
	case answer.Partial:
		return EventPartial
	}
	return EventNone
}

// CountNamed returns what counts the event of a name, for packages that know no [Event].
func CountNamed(o Observer) func(name string) {
	return func(name string) {
		for _, e := range Events() {
			if e.String() == name {
				o.Count(e)
			}
		}
	}
}

// Deliver calls send, which delivers the reply to a message that arrived at a time, and
// tells the observer what came of it.
func Deliver(o Observer, arrived time.Time, send func() error) error {
	began := time.Now()
	if err := send(); err != nil {
		o.Count(EventUndelivered)
		return err
	}
	o.Count(EventDelivered)
	o.Took(StageDeliver, time.Since(began))
	o.Took(StageTotal, time.Since(arrived))
	return nil
}

// Stage is a part of a message's way that takes time.
type Stage uint8

// The stages.
const (
	StageAck     Stage = iota // from an event's arrival until it is acknowledged
	StageAnswer               // from a question to its answer
	StageDeliver              // from a reply until the platform has it
	StageTotal                // from an event's arrival until its reply is delivered
	stages                    // how many there are
)

// Stages returns all stages.
func Stages() []Stage { return upTo(stages) }

// String returns the stage's name, lower case, as it stands in metrics.
func (s Stage) String() string {
	names := [stages]string{"ack", "answer", "deliver", "total"}
	if s < stages {
		return names[s]
	}
	return fmt.Sprintf("stage_%d", uint8(s))
}

// upTo returns the values of an enumeration below n.
func upTo[T ~uint8](n T) []T {
	all := make([]T, n)
	for i := range all {
		all[i] = T(i)
	}
	return all
}
