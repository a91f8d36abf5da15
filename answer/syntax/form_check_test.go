package syntax

import (
	"testing"

	"newshound/answer"
)

func TestQuoteAsked(t *testing.T) {
	const quote = "“The dam will hold for years”"
	for text, want := range map[string]string{
		"quote: The dam will hold":                          "The dam will hold",
		"check-quote: The dam will hold":                    "The dam will hold",
		"Please check this quote: The dam will hold":        "The dam will hold",
		"Is this quote real: The dam will hold":             "The dam will hold",
		"is this a real quote?: The dam will hold":          "The dam will hold",
		"Is this real? " + quote:                            quote,
		"verify " + quote:                                   quote,
		"Can you confirm that the quote is exact? " + quote: quote,
		"Is " + quote + " a real quote?":                    quote,
		quote + ": is this accurate?":                       quote,
		quote + " – real quote?":                            quote,
		"Where is this from? " + quote:                      quote,
		"Where does that quote come from: " + quote + ".":   quote,
		"Does " + quote + " appear in the coverage?":        quote,
		"Did anyone say " + quote + "?":                     quote,
		"Did she really say " + quote + "?":                 quote,
		"Did the mayor actually say: " + quote + "?":        quote + " — the mayor",
		"Has Ann Lee ever said " + quote:                    quote + " — Ann Lee",
		quote + ", did Ann Lee say that?":                   quote + " — Ann Lee",
		"check “will hold”":                                 "“will hold”",
		"Is “will hold” a real quote?":                      "“will hold”",

		"Is “Barbie” accurate?":                     "", // a film
		"find “will hold”":                          "", // has it searched
		"Did Ann Lee say “will hold”?":              "", // words of a question
		"Why did Ann Lee say " + quote + "?":        "",
		"Who said " + quote + "?":                   "",
		"Did Ann Lee say " + quote + " in Orono?":   "",
		"Is " + quote + " what Ann Lee said?":       "",
		"What was real in " + quote + "?":           "",
		"Did she say " + quote + " or " + quote:     "",
		"The report: The dam will hold":             "",
		"Is the dam real? The engineers were asked": "",
		quote: "",
	} {
		wantForm := answer.CheckQuote
		if want == "" {
			wantForm, want = "", text
		}
		if form, rest := FormOf(text); form != wantForm || rest != want {
			t.Errorf("%q: got %q, %q", text, form, rest)
		}
	}
}
