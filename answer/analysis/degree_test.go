package analysis

import "testing"

func TestPositive(t *testing.T) {
	for word, want := range map[string]string{
		"largest": "large", "weakest": "weak", "biggest": "big", "tallest": "tall", "heaviest": "heavy", "driest": "dry",
		"forest": "", "interest": "", "honest": "", "protest": "", "west": "", "best": "", "est": "", "": "",
		"earnest": "", "divest": "", "latest": "", "larger": "", "number": "",
	} {
		if got, ok := Positive(word); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v, want %q", word, got, ok, want)
		}
	}
}
