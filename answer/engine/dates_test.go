package engine

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
		period    period
		published string
		want      float64
	}{
		{"nothing", period{}, "2023-10-07", 0},
		{"no known date", period{dates: named("2023-10-07", "2023-10-07"), asked: on("2023-10-07")}, "", 0},
		{"the day", period{dates: named("2023-10-07", "2023-10-07")}, "2023-10-07", dateShare},
		{"the day after", period{dates: named("2023-10-07", "2023-10-07")}, "2023-10-08", dateShare / 2},
		{"two days before", period{dates: named("2023-10-07", "2023-10-07")}, "2023-10-05", dateShare / 4},
		{"in the month", period{dates: named("2023-10-01", "2023-10-31")}, "2023-10-20", dateShare},
		{"any year", period{dates: named("0000-10-07", "0000-10-07")}, "1999-10-07", dateShare},
		{"another year", period{dates: named("2023-10-07", "2023-10-07")}, "1999-10-07", 0},
		{"as it is asked", period{asked: on("2023-10-07")}, "2023-10-07", recentShare},
		{"two weeks before", period{asked: on("2023-10-15")}, "2023-10-01", recentShare / 2},
		{"as far after, in its way", period{asked: on("2023-10-01")}, "2023-10-15", recentShare / 32},
		{"both", period{dates: named("2023-10-01", "2023-10-01"), asked: on("2023-10-15")}, "2023-10-01", dateShare + recentShare/2},
	} {
		published := time.Time{}
		if test.published != "" {
			published = on(test.published)
		}
		if got := test.period.nearness(published); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", test.about, got, test.want)
		}
	}
}
