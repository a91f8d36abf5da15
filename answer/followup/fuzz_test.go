package followup

import (
	"testing"
	"time"
	"unicode/utf8"

	"newshound/answer"
)

// FuzzRead reads any text after any other: whatever they are, it is read, as UTF-8.
func FuzzRead(f *testing.F) {
	for before, typed := range map[string]string{
		"Who sold it(did Halvorsen build the tram)?":                   "why?",
		"How many games has Halvorsen missed since Okafor did it?":     "how far?",
		"“Did it rain in Ashford?":                                     "who?",
		"Who resigned in Ashford?":                                     "not, Brookton",
		"What did Halvorsen’s estate say of the tram in 2017, and it?": "and the year before?",
		"":  "her",
		"?": "did anyone deny it?",
		"Who beat Halvorsen against Friends of the Opposition?": "and the other team?",
	} {
		f.Add(before, typed)
	}
	r := over(f, silent{}, "Halvorsen", "Okafor", "Ashford", "Brookton")
	f.Fuzz(func(t *testing.T, before, typed string) {
		if !utf8.ValidString(before + typed) {
			return // a question is made valid before it is read
		}
		got, err := r.Read(t.Context(), answer.Question{Text: typed, Previous: before, Earlier: typed + "\n" + before, Today: time.Date(2018, 8, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil || !utf8.ValidString(got.Text) {
			t.Errorf("%q after %q is read as %q, %v", typed, before, got.Text, err)
		}
	})
}
