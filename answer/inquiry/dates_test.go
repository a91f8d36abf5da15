package inquiry

import (
	"math"
	"testing"
	"time"

	"newshound/answer/calendar"
)

func TestNearness(t *testing.T) {
	on := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil && s != "" {
			t.Fatal(err)
		}
		return d
	}
	named := func(first, last string) []calendar.Named { return []calendar.Named{{First: on(first), Last: on(last)}} }
	for _, test := range []struct {
		about     string
		period    Period
		published string
		want      float64
	}{
		{"nothing", Period{}, "2023-10-07", 0},
		{"no known date", Period{dates: named("2023-10-07", "2023-10-07"), asked: on("2023-10-07")}, "", 0},
		{"the day", Period{dates: named("2023-10-07", "2023-10-07")}, "2023-10-07", dateShare},
		{"the day after", Period{dates: named("2023-10-07", "2023-10-07")}, "2023-10-08", dateShare / 2},
		{"two days before", Period{dates: named("2023-10-07", "2023-10-07")}, "2023-10-05", dateShare / 4},
		{"in the month", Period{dates: named("2023-10-01", "2023-10-31")}, "2023-10-20", dateShare},
		{"any year", Period{dates: named("0000-10-07", "0000-10-07")}, "1999-10-07", dateShare},
		{"the day after, in another year", Period{dates: named("0000-12-31", "0000-12-31")}, "2024-01-01", dateShare / 2},
		{"the day before, in another year", Period{dates: named("0000-01-01", "0000-01-01")}, "2023-12-31", dateShare / 2},
		{"another year", Period{dates: named("2023-10-07", "2023-10-07")}, "1999-10-07", 0},
		{"as it is asked", Period{asked: on("2023-10-07")}, "2023-10-07", recentShare},
		{"two weeks before", Period{asked: on("2023-10-15")}, "2023-10-01", recentShare / 2},
		{"as far after, in its way", Period{asked: on("2023-10-01")}, "2023-10-15", recentShare / 32},
		{"both", Period{dates: named("2023-10-01", "2023-10-01"), asked: on("2023-10-15")}, "2023-10-01", dateShare + recentShare/2},
	} {
		published := time.Time{}
		if test.published != "" {
			published = on(test.published)
		}
		if got := test.period.Nearness(published); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", test.about, got, test.want)
		}
	}
}
