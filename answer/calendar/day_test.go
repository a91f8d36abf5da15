package calendar

import "testing"

func TestParse(t *testing.T) {
	for value, want := range map[string]string{
		"2018-07-01": "1 July 2018, 1 July 2018",
		"2018/07/01": "1 July 2018, 1 July 2018",
		"3.4.2018":   "3 April 2018, 3 April 2018",
		"27.07.2018": "27 July 2018, 27 July 2018",
		"2016-02":    "1 February 2016, 29 February 2016",
		"27/7/2018":  "27 July 2018, 27 July 2018",
		"07/27/2018": "27 July 2018, 27 July 2018",
		"7/7/2018":   "7 July 2018, 7 July 2018",
		"2018":       "1 January 2018, 31 December 2018",
		"2018-02-30": "", "yesterday": "", "18": "", "3/4/2018": "", "30/2/2018": "", "27/27/2018": "", "2018-7-1": "", "": "",
	} {
		got := ""
		if first, last, ok := Parse(value); ok {
			got = first.Format("2 January 2006") + ", " + last.Format("2 January 2006")
		}
		if got != want {
			t.Errorf("Parse(%q) = %q, want %q", value, got, want)
		}
	}
}
