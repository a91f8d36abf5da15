package answer

import "time"

// Question is what a person asked.
type Question struct {
	// Text is the question as typed.
	Text string
	// Form says how it is to be answered; "" leaves that to Text.
	Form Form
	// Limit is the largest number of snippets wanted; 0 means [DefaultLimit].
	Limit int
	// Shown is how many of them are shown at first, of which is told what they leave
	// unanswered; 0 means all.
	Shown int
	// Asked is when the question is asked: what was published shortly before is
	// likelier meant. The zero time says nothing.
	Asked time.Time
	// Today is the day from which words like “yesterday” and “last week” count; where
	// it is the zero time, Asked is. A question that asks of such days is asked of this one;
	// it has no part in the ranking of others, but that an article which is dated later is not the newest.
	Today time.Time
	// Previous is the question before this one in the same conversation, as
	// [Answer.Read] or else its Text has it: a follow-up (“and Putin?”, “what else did
	// he say?”, “only The Hill”) is read in its light. "" is for none.
	Previous string
	// Earlier are the questions before that one, the newest first, each on a line: a follow-up
	// that goes on from nothing in Previous may go on from one of them.
	Earlier string
	// Drop is a kind of filter that Text is to be asked without: outlet, byline,
	// section, said, from, to, dates, phrase, word, or filters, which are all of these.
	Drop string
	// Explain has the answer explained, which takes longer.
	Explain bool
}

// Day returns the day from which words like “yesterday” count.
func (q Question) Day() time.Time {
	if q.Today.IsZero() {
		return q.Asked
	}
	return q.Today
}

// DefaultLimit is the number of snippets of an answer unless asked otherwise.
const DefaultLimit = 3

// Outcome says how far the coverage answers a question.
type Outcome string

// The outcomes.
const (
	Found Outcome = "found" // the snippets answer the question
	// Partial: they bear on it, but part of it is nowhere in the coverage, or has no answer
	// there, or all that is asked of whom or what it names is nowhere near them, or nothing of them is said by the
	// one whose words are asked for, or it asks of days that none of them is of.
	Partial Outcome = "partial"
	None    Outcome = "none" // the coverage does not say
)

// Answer is the engine's reply to a question: verbatim quotes with their
// citations, or an honest account of a search that found nothing.
type Answer struct {
	Question Question
	// Read is the question as it was read, where its text alone does not say it all: a
	// question of its own, that has the same answer on any other day. FollowUp says
	// that it was read in the light of the one before.
	Read     string
	FollowUp bool
	// Further says that a follow-up asks for what has not been said: “what else did he
	// say?”
	Further bool
	// Unclear is the word of a follow-up that might mean several, and for which nothing
	// was searched; nil where there is none.
	Unclear *Unclear
	// Form is how it is answered: "" is with the quotes that answer it best, best
	// first.
	Form    Form
	Outcome Outcome
	// Confidence is how likely it is that the coverage answers the question, 0 to
	// 1, as far as Evidence tells. Outcome is drawn from it.
	Confidence float64
	Evidence   Evidence
	// Snippets are the quotes, best first unless the form has another order. There
	// are none when Outcome is None.
	Snippets []Snippet
	// Near is, when Outcome is None, the quote that comes nearest to an answer
	// without being one, if any comes near.
	Near []Snippet
	// Searched are the words, names and outlets of the coverage that were looked
	// for.
	Searched []string
	// Missing are words of the question, as typed, that the coverage never uses.
	Missing []string
	// Absent are other words of the question, as typed, that neither a snippet has,
	// nor the passage or the header around one. What is asked with them may not be
	// answered.
	Absent []string
	// Parted are words, as typed, for whom or what a question asks whether it did something, which
	// only snippets have, or the passages around them, that have next to nothing of the rest of it.
	Parted []string
	// Unanswered are the parts of a question that asks two things, as typed, which the coverage
	// does not answer, where it answers the other.
	Unanswered []string
	// Silent are the outlets, of two or more of which a question asks, whose articles have
	// nothing that bears on it.
	Silent []string
	// Filter is what the question's filters were understood as: names are the
	// corpus's own.
	Filter Filter
	// InWords are the parts of Filter that the question says in words rather than
	// types.
	InWords []InWords
	// Unheld are the filters that the coverage does not hold, and Malformed those
	// that make no sense. Either is a reason for None; only a phrase or a name of a longer
	// question that the coverage does not hold to the word, and whose words a question
	// asks for that none of the snippets has, may leave it Partial.
	Unheld    []Unheld
	Malformed []Malformed
	// Asked is the day of which the question was read: one that it says, or the day of asking,
	// where it asks of yesterday or of this week. It is the zero time where none counted. Apart
	// says that it asks of such days, and that no quote is of an article of about then.
	Asked time.Time
	Apart bool
	// Corrected are the words that were read as another.
	Corrected []Correction
	// Explanation says why, where the question asks to explain and something bears
	// on it.
	Explanation *Explanation
	// Check is, in the form [CheckQuote], what came of it.
	Check *QuoteCheck
	// Total is, in a form that chooses by article or outlet and in a list of what
	// somebody says, how many quotes there are, of which Snippets are the first.
	Total int
	// Newest says that the question asks for no more than articles, by its filters: the
	// snippets are what each begins with, the newest first, and Total is the number of the
	// articles.
	Newest bool
	// Unread says that more articles name the speaker who is asked for, or in a form more
	// passages bear on the question, than are read for one: Total counts what was read, and
	// no more.
	Unread bool
	// Sides is, in the form [Compare], what was found of each outlet.
	Sides []Side
	// Coverage is the size of what was searched.
	Coverage Coverage
}

// InWords is a filter that a question says in words.
type InWords struct {
	// Field is "outlet", "byline", "section", "from" or "to".
	Field string `json:"field"`
	// Words are the words that say it, as typed.
	Words string `json:"words"`
}

// Unclear is a word of a follow-up, “he”, of which it cannot be told whom or what it
// means.
type Unclear struct {
	Word string `json:"word"`
	// Names are those that it may mean, as the last question or its answer has them.
	Names []string `json:"names,omitempty"`
}

// Correction records that a word of the question, which the coverage never
// uses, was read as one that it does use.
type Correction struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Listed reports that the answer is a list of what somebody says, in the order of the
// articles.
func (a *Answer) Listed() bool { return a.Form == "" && a.Total > 0 && len(a.Filter.Said) > 0 }
