package bot_test

import (
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/corpus"
)

// when returns a publication time as a corpus tells it.
func when(t *testing.T, text string) time.Time {
	t.Helper()
	published, err := corpus.ParseTime(text)
	if err != nil {
		t.Fatal(err)
	}
	return published
}

// TestEarliestOfParts holds that no article is called the earliest where another may be.
func TestEarliestOfParts(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{"2018-07", "2018-08-01", "Earliest in this coverage: A, July 2018."},
		{"2018-07", "2018-07-20", "Earliest in this coverage, in July 2018: A and B; which of them was first is not known."},
		{"2018", "2018-07-20T09:00:00Z", "Earliest in this coverage, in 2018: A and B; which of them was first is not known."},
		{"2018-07-20", "2018-07-20T09:00:00Z", "Earliest in this coverage, on 20 July 2018: A and B; which of them was first is not known."},
		{"2018-07-20T09:00:01Z", "2018-07-20T09:00:31Z", "Earliest in this coverage, 20 July 2018, 09:00 UTC: A and B, in the same minute."},
		{"2018-07-20T09:00:31Z", "2018-07-20T09:01:01Z", "Earliest in this coverage: A, 20 July 2018, 09:00 UTC."},
		{"2018-06-30", "2018-07", "Earliest in this coverage: A, 30 June 2018."},
	} {
		a := answer.Answer{Form: answer.Timeline, Outcome: answer.Found, Total: 2, Snippets: []answer.Snippet{
			dated(t, 1, "A", when(t, c.first), "It stood."), dated(t, 2, "B", when(t, c.second), "It fell."),
		}}
		if got := bot.ReplyTo(&a).Notes; len(got) == 0 || got[0] != c.want {
			t.Errorf("%s and %s: %q, want %q", c.first, c.second, got, c.want)
		}
	}
	month, day, next := dated(t, 1, "A", when(t, "2018-07"), "It stood."), dated(t, 2, "B", when(t, "2018-07-20"), "It fell."), dated(t, 3, "C", when(t, "2018-07-21"), "It lay.")
	a := answer.Answer{Form: answer.Timeline, Outcome: answer.Found, Total: 3, Snippets: []answer.Snippet{month, day, next}}
	if got := bot.ReplyTo(&a).Notes[0]; got != "Earliest in this coverage, in July 2018: A and B; which of them was first is not known." {
		t.Errorf("with one that is later than another: %q", got)
	}
	c := answer.Coverage{Articles: 1, First: when(t, "2018-07"), Last: when(t, "2018-07")}
	if got := bot.DescribeCoverage(c); !strings.HasSuffix(got, ", published in July 2018") {
		t.Errorf("the coverage is described as %q", got)
	}
}
