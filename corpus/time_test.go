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
		"September 5, 2023 at 4:05 p.m.", "Sept. 5, 2023, 12:05 PM EDT", "5 Sep 2023 16:05", "5 September 2023, 16:05",
		" 5-SEP-2023 16:05:00.00", "05.09.2023, 16:05", "20230905T160500Z", "20230905160500", "20230905 16:05:00",
	} {
		if got, err := ParseTime(s); err != nil || !got.Equal(moment) {
			t.Errorf("ParseTime(%q) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{
		"", "yesterday", "2023", "2023-13-01", "2023-02-30", "05/09/2023", "09.25.2023", "5.9.23", "1693929900", "1693929900000", "September 2023", "Tue, 05 Sep 2023 16:05:00 XYZ", "2023-09-05T25:00:00Z", strings.Repeat("9", 500),
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
		if zone, _ := got.Zone(); err != nil || got.Format(time.RFC3339) != want || IsDay(got) || zone != "" && zone != "UTC" {
			t.Errorf("ParseTime(%q) = %v (%v), %v", s, got, IsDay(got), err)
		}
	}
	if got, err := ParseTime("2023-09-05"); err != nil || !IsDay(got) {
		t.Errorf("%v is no day, %v", got, err)
	}
}
