package syntax

import "newshound/corpus"

// Spoken is a filter that a question says in words: “according to The Root”, “since
// Friday”, “in the Politics section”.
type Spoken struct {
	corpus.Span // in the question
	// Fields are what would be typed for it: outlets, a byline, a section, or the
	// first and last day.
	Fields []FieldValue
	// Counted says that they depend on the day of asking, and Unknown that this is not known, and so they
	// are not either.
	Counted, Unknown bool
	// Keep says that the words still belong to the question, and Subject that they are its subject: “what
	// did The Root report?”
	Keep, Subject bool
	// Says reports that the question asks nothing but what that outlet says: “what did The Root say?”
	Says bool
}
