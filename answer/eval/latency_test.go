package eval

import (
	"context"
	"encoding/json"
	"errors"
	"runtime"
	"testing"

	"newshound/answer"
	"newshound/answer/engine"
)

// The engine is what this package was made for.
var _ Engine = (*engine.Engine)(nil)

// counter is an engine that counts what it is asked.
type counter struct {
	retrieved, asked map[string]int
	limits           map[int]int
	err              error
}

func (c *counter) Retrieve(_ context.Context, text string, limit int) ([]answer.Hit, error) {
	c.retrieved[text]++
	c.limits[limit]++
	return nil, nil
}

func (c *counter) Ask(_ context.Context, q answer.Question) (*answer.Answer, error) {
	c.asked[q.Text]++
	return &answer.Answer{}, c.err
}

func TestTime(t *testing.T) {
	c := &counter{retrieved: map[string]int{}, asked: map[string]int{}, limits: map[int]int{}}
	told := 0
	got, err := Time(t.Context(), c, cases(5), func(done, total int) {
		told++
		if done != told || total != 20 {
			t.Errorf("told %d of %d, want %d of 20", done, total, told)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if got.Queries != 5 || told != 20 {
		t.Errorf("%d queries, %d steps, want 5 and 20", got.Queries, told)
	}
	for text, n := range c.retrieved {
		if n != 4 || c.asked[text] != 4 { // once to warm up, three times timed
			t.Errorf("%s: retrieved %d times and asked %d times, want 4 and 4", text, n, c.asked[text])
		}
	}
	if len(c.retrieved) != 5 || c.limits[10] != 20 {
		t.Errorf("ranked %d questions, limits %v", len(c.retrieved), c.limits)
	}

	c.err = errors.New("broken")
	if _, err := Time(t.Context(), c, cases(5), nil); !errors.Is(err, c.err) {
		t.Errorf("error %v, want that of Ask", err)
	}
}

func TestLatencyJSON(t *testing.T) {
	l := Latency{Queries: 3, Retrieve: percentiles([]float64{0.2, 0.1004, 3}), Ask: percentiles([]float64{1, 1, 1})}
	got, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"queries":3,"retrieve_ms":{"p50":0.2,"p95":3,"p99":3},"ask_ms":{"p50":1,"p95":1,"p99":1}}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestClockAdvancesWithWork(t *testing.T) {
	runtime.LockOSThread() // it is the clock of a thread
	defer runtime.UnlockOSThread()
	begin := clock()
	n := 0
	for clock() == begin { // ends only if work makes the clock advance
		n++
	}
	if clock() < begin {
		t.Errorf("the clock went back after %d readings", n)
	}
}
