package corpus

import (
	"strings"
	"testing"
	"time"
)

func TestParseTime(t *testing.T) {
	day := time.Date(2023, 9, 5, 0, 0, 0, 0, time.UTC)
	for _, s := range []string{
		"2023-09-05", "2023/09/05", "2023/9/5", "20230905", " 2023-09-05 ",
		"September 5, 2023", "5 September 2023", "Sept. 5, 2023", "Sep 5 2023", "sept 5, 2023", "SEPTEMBER 5, 2023",
		"5th September 2023", "Tuesday, September 5, 2023", "Tuesday 5 September 2023", "Tue, Sep 5, 2023",
		"September 5, 2023 Tuesday", "5th of September 2023", "Published September 5, 2023", "Updated: Sept. 5, 2023",
		"Sept. 5, 2023 at 4:05 p.m. ET", "Tuesday 5 September 2023 17:05 BST", "2023-09-05 23:59:59 CEST", "Tue, 05 Sep 2023 23:59:59 AEST",
		"2023-09-05T00:00:00Z", "5-SEP-2023", "05.09.2023", "5.9.2023",
	} {
		if got, err := ParseTime(s); err != nil || !got.Equal(day) || got.Location() != time.UTC {
			t.Errorf("ParseTime(%q) = %v, %v", s, got, err)
		}
	}
	moment := time.Date(2023, 9, 5, 16, 5, 0, 0, time.UTC)
	for _, s := range []string{
		"2023-09-05T16:05:00+00:00", "2023-09-05T16:05:00Z", "2023-09-05T12:05:00-04:00", "2023-09-05T12:05:00-0400",
		"2023-09-05T16:05", "2023-09-05 16:05:00", "2023-09-05 16:05", "2023-09-05 16:05:00 UTC", "2023/09/05 16:05",
		"Tue, 05 Sep 2023 16:05:00 GMT", "Tue, 05 Sep 2023 12:05:00 EDT", "Tue, 5 Sep 2023 09:05:00 PDT", "Tue, 05 Sep 2023 18:05:00 +0200",
		"September 5, 2023 at 4:05 p.m.", "Sept. 5, 2023, 12:05 PM EDT", "September 5, 2023 Tuesday 12:05 PM EDT", "5 Sep 2023 16:05", "5 September 2023, 16:05",
		" 5-SEP-2023 16:05:00.00", "05.09.2023, 16:05", "20230905T160500Z", "20230905160500", "20230905 16:05:00",
		"Tue, 5 Sep 2023 16:05 +0000", "5 Sep 2023 12:05 EDT", "Tue Sep 05 16:05:00 +0000 2023", "Tue Sep  5 12:05:00 EDT 2023", "2023-09-05T16:05:00 Z", "2023-09-05 18:05 +0200",
		"Sep  5 2023  4:05PM", "September 5, 2023 at 4:05p.m.", "5 September 2023, 4:05 pm", "5 Sep 2023, 12:05pm EDT", "2023-09-05 4:05 PM", "2023-09-05 04:05:00 PM", "Posted: Sept. 5, 2023, at 12:05 p.m. EDT",
		"1693929900", "1693929900000",
	} {
		if got, err := ParseTime(s); err != nil || !got.Equal(moment) {
			t.Errorf("ParseTime(%q) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{
		"", "yesterday", "23", "0000", "2023-13", "2023-13-01", "2023-02-30", "05/09/2023", "09.25.2023", "5.9.23", "693929900", "2693929900", "16939299000", "September 23", "Updated", "5 Sep 2023 updated", "13:05:00pm", "2023-09-05 16:05pm am", "Sept. 5, 2023 at 25:05pm", "Tue, 05 Sep 2023 16:05:00 Local", "Sept. 5, 2023 ET", "25:05 ET", "2023-09-05T25:00:00Z", strings.Repeat("9", 500),
	} {
		got, err := ParseTime(s)
		if err == nil {
			t.Errorf("ParseTime(%q) = %v", s, got)
		} else if !strings.Contains(err.Error(), "2006-01-02") || len(err.Error()) > 250 {
			t.Errorf("ParseTime(%q): %v does not say what works", s, err)
		}
	}
}

// TestParseTimeKeepsTheDay holds that the day of a time is the one that the outlet has, and
// that midnight elsewhere is no day alone.
func TestParseTimeKeepsTheDay(t *testing.T) {
	for s, want := range map[string]string{
		"2023-09-05T23:30:00-04:00":     "2023-09-05T23:30:00-04:00",
		"2023-09-05T20:00:00-04:00":     "2023-09-05T20:00:00-04:00", // midnight in UTC
		"Tue, 05 Sep 2023 21:05:00 PDT": "2023-09-05T21:05:00-07:00",
		"2023-09-05T01:00:00+00:00":     "2023-09-05T01:00:00Z",
	} {
		got, err := ParseTime(s)
		if zone, _ := got.Zone(); err != nil || got.Format(time.RFC3339) != want || PrecisionOf(got) != Instant || zone != "" && zone != "UTC" {
			t.Errorf("ParseTime(%q) = %v (%v), %v", s, got, PrecisionOf(got), err)
		}
	}
}

// TestPrecision holds that no more is made of a time than was told.
func TestPrecision(t *testing.T) {
	for s, want := range map[string]struct {
		precision           Precision
		written, first, end string
	}{
		"2024-02-05T10:30:00-05:00": {Instant, "2024-02-05T10:30:00-05:00", "2024-02-05", "2024-02-05"},
		"5 February 2024":           {Day, "2024-02-05", "2024-02-05", "2024-02-05"},
		"2024-02":                   {Month, "2024-02", "2024-02-01", "2024-02-29"},
		"2024/2":                    {Month, "2024-02", "2024-02-01", "2024-02-29"},
		"Feb. 2024":                 {Month, "2024-02", "2024-02-01", "2024-02-29"},
		"February, 2024":            {Month, "2024-02", "2024-02-01", "2024-02-29"},
		"2024":                      {Year, "2024", "2024-01-01", "2024-12-31"},
	} {
		got, err := ParseTime(s)
		if err != nil {
			t.Error(err)
			continue
		}
		first, last := Days(got)
		if PrecisionOf(got) != want.precision || FormatTime(got) != want.written || FormatTime(first) != want.first || FormatTime(last) != want.end {
			t.Errorf("%q: %d, %s, from %s to %s", s, PrecisionOf(got), FormatTime(got), FormatTime(first), FormatTime(last))
		}
		if again, err := ParseTime(FormatTime(got)); err != nil || !again.Equal(got) || PrecisionOf(again) != want.precision {
			t.Errorf("%q is read again as %v, %v", s, again, err)
		}
	}
	if got := FormatTime(time.Time{}); got != "" {
		t.Errorf("no time is %q", got)
	}
}
