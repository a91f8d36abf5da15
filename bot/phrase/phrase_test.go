package phrase_test

import (
	"testing"

	"newshound/bot/phrase"
)

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 84362: "84,362", 1234567: "1,234,567", -999: "-999", -1000: "-1,000"} {
		if got := phrase.Grouped(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}
