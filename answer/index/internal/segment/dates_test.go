package segment

import (
	"testing"
	"time"
)

// TestDatesReach tells which days the times of publication of some articles may be of: of
// two articles, one late on the 10th in the west and one early on the 20th in the east.
func TestDatesReach(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2024, time.May, day, hour, 0, 0, 0, time.UTC) }
	d := NoDates()
	if d.add(Moment{Published: unknown}); d.Reach(at(1, 0), time.Time{}) || d.Reach(time.Time{}, at(31, 0)) || !d.Reach(time.Time{}, time.Time{}) {
		t.Error("articles of no known date are of some days, or have no part where all have")
	}
	d.add(Moment{Published: at(19, 22).Unix(), Zone: 9 * 3600})
	d.add(Moment{Published: at(11, 3).Unix(), Zone: -5 * 3600})
	for _, c := range []struct {
		from, to int // days of May; 0 sets no bound
		want     bool
	}{
		{0, 9, false},
		{0, 10, true},
		{5, 9, false},
		{15, 15, true},
		{20, 0, true},
		{21, 0, false},
		{21, 25, false},
		{1, 31, true},
	} {
		var from, to time.Time
		if c.from > 0 {
			from = at(c.from, 0)
		}
		if c.to > 0 {
			to = at(c.to, 0)
		}
		if got := d.Reach(from, to); got != c.want {
			t.Errorf("from %d to %d: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}
