package answer

import "time"

// Form says how a question is to be answered. The zero value leaves it to how the
// question is put: one that begins with a form's name and a colon ("timeline: the
// attack"), or asks for it in words (see package syntax), has that form, and any other asks for
// the quotes that answer it best.
type Form string

// The forms.
const (
	// Timeline asks for what each article says of it, in the order of publication.
	Timeline Form = "timeline"
	// Compare asks for what each outlet says of it, side by side.
	Compare Form = "compare"
	// CheckQuote asks whether the text is a quote from the coverage: see [QuoteCheck].
	CheckQuote Form = "quote"
)

// Side is what an answer of the form [Compare] found of one outlet.
type Side struct {
	// Outlet is the outlet, "" for articles of no known one.
	Outlet string
	// Articles is how many of its articles bear on the question, among the
	// passages that were read; 0 says that none was found.
	Articles int
	// Copies is how many of them hold a copy of what an earlier one says, of this or
	// another outlet.
	Copies int
	// First and Last are when the earliest and the latest of them was published;
	// zero where that is known of none. Undated is the number of those without.
	First, Last time.Time
	Undated     int
}
