package calendar

import (
	"testing"
	"time"
)

func TestCalendar(t *testing.T) {
	day := func(s string) time.Time {
		t.Helper()
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	c := Calendar{Today: day("2018-07-25"), First: day("2017-11-20"), Last: day("2018-07-23")} // a Wednesday
	for date, want := range map[string]string{
		"2018 07 01":               "2018-07-01 2018-07-01",
		"2018 02 30":               "",
		"27 7 2018":                "2018-07-27 2018-07-27",
		"7 27 2018":                "2018-07-27 2018-07-27",
		"7 7 2018":                 "2018-07-07 2018-07-07",
		"7 8 2018":                 "", // either may be the month
		"30 2 2018":                "",
		"7 july":                   "2018-07-07 2018-07-07",
		"the 7th of july":          "2018-07-07 2018-07-07",
		"july 30":                  "2017-07-30 2017-07-30", // none in the coverage, and this year’s is to come
		"december 24":              "2017-12-24 2017-12-24",
		"march 3 , 2016":           "2016-03-03 2016-03-03",
		"february 29":              "2016-02-29 2016-02-29",
		"february 30":              "",
		"november":                 "2017-11-01 2017-11-30",
		"may 2016":                 "2016-05-01 2016-05-31",
		"2016":                     "2016-01-01 2016-12-31",
		"today":                    "2018-07-25 2018-07-25",
		"yesterday":                "2018-07-24 2018-07-24",
		"the past 24 hours":        "2018-07-24 2018-07-25",
		"past 36 hours":            "2018-07-23 2018-07-25",
		"the last few days":        "2018-07-21 2018-07-25",
		"last couple of weeks":     "2018-07-12 2018-07-25",
		"the past fortnight":       "2018-07-12 2018-07-25",
		"2018 07":                  "2018-07-01 2018-07-31",
		"the day before yesterday": "2018-07-23 2018-07-23",
		"wednesday":                "2018-07-25 2018-07-25", // which is today
		"this wednesday":           "2018-07-25 2018-07-25",
		"last wednesday":           "2018-07-18 2018-07-18",
		"last friday":              "2018-07-20 2018-07-20",
		"last week":                "2018-07-16 2018-07-22",
		"the last week":            "2018-07-19 2018-07-25",
		"this month":               "2018-07-01 2018-07-31",
		"last month":               "2018-06-01 2018-06-30",
		"last year":                "2017-01-01 2017-12-31",
		"past three days":          "2018-07-23 2018-07-25",
		"two weeks ago":            "2018-07-11 2018-07-11",

		"the first week of february":     "2018-02-01 2018-02-07",
		"the last week of february 2016": "2016-02-23 2016-02-29",
		"the second half of may":         "2018-05-16 2018-05-31",
		"mid november":                   "2017-11-11 2017-11-20",
		"the end of june":                "2018-06-21 2018-06-30",
		"the week of july 4":             "2018-07-02 2018-07-08",
		"the week of february 30":        "",
		"5 2024":                         "",
	} {
		got := ""
		if d, ok := c.Days(date); ok {
			got = d.First.Format(time.DateOnly) + " " + d.Last.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
	if d, ok := (Calendar{}).Days("yesterday"); !ok || !d.Counted || !d.First.IsZero() {
		t.Errorf("yesterday of no known day: %+v, %v", d, ok)
	}
}

// TestPartToCome holds that a part of a month that is yet to come is that of the year before.
func TestPartToCome(t *testing.T) {
	c := Calendar{Today: time.Date(2018, 11, 5, 12, 0, 0, 0, time.UTC)}
	for date, want := range map[string]string{
		"late november":             "2017-11-21",
		"the last week of november": "2017-11-24",
		"early november":            "2018-11-01",
		"late november 2018":        "2018-11-21",
	} {
		if d, ok := c.Days(date); !ok || d.First.Format(time.DateOnly) != want {
			t.Errorf("%s begins %v, %v, want %s", date, d.First, ok, want)
		}
	}
}

// TestBothInFigures holds that of two dates in figures both begin with the day, or both with the month.
func TestBothInFigures(t *testing.T) {
	for dates, want := range map[[2]string][2]string{
		{"11 1 2023", "11 20 2023"}:  {"2023 11 1", "11 20 2023"},
		{"15 11 2023", "3 12 2023"}:  {"15 11 2023", "2023 12 3"},
		{"1 11 2023", "3 12 2023"}:   {"1 11 2023", "3 12 2023"},
		{"7 7 2023", "8 9 2023"}:     {"7 7 2023", "8 9 2023"},
		{"2023 11 1", "11 12 2023"}:  {"2023 11 1", "11 12 2023"},
		{"15 11 2023", "16 11 2023"}: {"15 11 2023", "16 11 2023"},
	} {
		if first, last, ok := Both(dates[0], dates[1]); !ok || first != want[0] || last != want[1] {
			t.Errorf("%q are %q and %q, %v, want %q", dates, first, last, ok, want)
		}
	}
	for date, want := range map[string]bool{"3 4 2018": true, "4 4 2018": false, "13 4 2018": false, "13 14 2018": false, "july 4": false} {
		if Unclear(date) != want {
			t.Errorf("%s is unclear: %v", date, !want)
		}
	}
}

// TestBoth reads two dates of which one lacks what the other has.
func TestBoth(t *testing.T) {
	for _, test := range []struct{ first, last, from, to string }{
		{"5", "9 january", "5 january", "9 january"},
		{"january 5", "9 , 2023", "january 5 2023", "9 january 2023"},
		{"28", "3 november", "28 october", "3 november"},
		{"5", "9", "", ""},
		{"friday", "9 2023", "", ""}, // of which month?
		{"yesterday", "15", "", ""},
	} {
		from, to, ok := Both(test.first, test.last)
		if !ok {
			from, to = "", ""
		}
		if from != test.from || to != test.to {
			t.Errorf("%s and %s: %q and %q", test.first, test.last, from, to)
		}
	}
}

func TestMonthsOfOtherLengths(t *testing.T) {
	for _, c := range []struct{ today, date, want string }{
		{"2023-03-31", "one month ago", "2023-02-28 2023-02-28"},
		{"2024-03-30", "one month ago", "2024-02-29 2024-02-29"},
		{"2023-12-31", "six months ago", "2023-06-30 2023-06-30"},
		{"2024-02-29", "one year ago", "2023-02-28 2023-02-28"},
		{"2023-03-31", "the last month", "2023-03-01 2023-03-31"},
		{"2023-04-30", "last two months", "2023-03-01 2023-04-30"},
		{"2024-01-31", "last month", "2023-12-01 2023-12-31"},
	} {
		today, err := time.Parse(time.DateOnly, c.today)
		if err != nil {
			t.Fatal(err)
		}
		d, ok := Calendar{Today: today}.Days(c.date)
		if got := d.First.Format(time.DateOnly) + " " + d.Last.Format(time.DateOnly); !ok || got != c.want {
			t.Errorf("on %s, %s is %s, %v, want %s", c.today, c.date, got, ok, c.want)
		}
	}
}
