// Package answertype knows the kinds of things that questions ask for, the expected answer types of
// the literature on question answering: from which words of a question one is told ([Asked],
// [AskedByNoun], [AskedByPattern]), and by which words of a text such a thing is shown
// ([Type.ShownBy]).
//
// It knows English, and nothing of any coverage. All of it is safe for concurrent use.
package answertype

import (
	"slices"

	"newshound/answer/analysis"
)

// Type is the kind of thing that would answer a question.
type Type uint8

// The types.
const (
	Any Type = iota // anything that is said of it
	Person
	Place
	Time
	Number
	Duration
	Age
	Reason
	Sum     // of money
	Toll    // of deaths
	Measure // of length or weight
	Heat    // of a place or a thing
	Score   // of a game
	Cause   // of a death
	Leader  // of what is named
	Role    // who or what something is
	Speech  // what somebody said
	Member  // one of a kind, of which some are known: which state
)

// String names what a question asks for; "" is for anything.
func (kind Type) String() string { return typeNames[kind] }

var typeNames = map[Type]string{
	Person: "a person", Place: "a place", Time: "a time", Number: "a number", Measure: "a measure", Heat: "a temperature",
	Duration: "a length of time", Age: "an age", Reason: "a reason", Sum: "a sum of money", Score: "a score",
	Cause: "a cause of death", Leader: "who leads it", Role: "what it is", Speech: "what somebody said",
	Member: "one of a kind", Toll: "how many died",
}

// ShownByWords reports a kind of thing that single words show.
func (kind Type) ShownByWords() bool { return kind != Any && kind != Speech }

// Figure reports a kind of thing that counts by what stands beside it.
func (kind Type) Figure() bool {
	switch kind {
	case Number, Measure, Heat, Duration, Member, Sum, Score, Toll:
		return true
	}
	return false
}

// Plain reports a kind of thing that is seldom taken for another: there are more numbers and
// names in a text than those that are asked for.
func (kind Type) Plain() bool {
	switch kind {
	case Place, Time, Duration, Age, Sum, Score, Cause, Leader, Member:
		return true
	}
	return false
}

// Reach is the number of words within which a thing of a kind stands beside a name.
func (kind Type) Reach() int {
	if kind == Age || kind == Place || kind == Leader || kind == Member {
		return 4
	}
	return 8
}

// Tells reports whether a thing of some kind tells what a word of the question does: where it
// stands beside the name that is asked of, the word need not. Somebody of 43 is old.
func (kind Type) Tells(term string) bool {
	switch kind {
	case Age, Heat, Toll:
		return slices.Contains(kind.Words(), term)
	case Place:
		return dwelling(term)
	case Sum:
		return costing(term)
	case Leader:
		return leading(term)
	case Score:
		return scoring(term)
	}
	return false
}

var (
	dwelling = analysis.Terms("live reside base come hail")
	costing  = analysis.Terms("cost price worth earn")
	scoring  = analysis.Terms("score scoreline result")
	leading  = analysis.Terms("run ran lead led head boss manage charge leader")
)

// Words returns the terms of the words for the kind of thing that tell it as well as each other.
// They are not the caller's to change.
func (kind Type) Words() []string { return typeWords[kind] }

var typeWords = map[Type][]string{
	Age:  {"old", "age"},
	Heat: {"hot", "cold", "degre", "temperatur"},
	Toll: {"toll", "kill", "die", "dead", "death", "fatal", "casualti"},
}
