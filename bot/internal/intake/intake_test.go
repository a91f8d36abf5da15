package intake

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// open opens an intake that the test closes.
func open(t *testing.T, o Options) *Intake {
	t.Helper()
	in, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	})
	return in
}

// waiting returns the payloads of the jobs that wait to be carried out, in order,
// and takes them from the queue.
func waiting(in *Intake) []string {
	payloads := []string{}
	for len(in.queue) > 0 {
		payloads = append(payloads, string((<-in.queue).Payload))
	}
	return payloads
}

func TestAccept(t *testing.T) {
	for _, path := range []string{"", filepath.Join(t.TempDir(), "journal")} {
		in := open(t, Options{Path: path, Depth: 3})
		for i, c := range []struct {
			keys string
			want Verdict
		}{
			{"a", Accepted}, {"a", Duplicate}, {"b c", Accepted}, {"c", Duplicate}, {"x b", Duplicate},
			{"x", Accepted},               // x was never accepted
			{"y", Busy}, {"y", Duplicate}, // told once
			{"a", Duplicate},
		} {
			if got := in.Accept(Job{Keys: splitWords(c.keys), Payload: []byte(c.keys)}); got != c.want {
				t.Errorf("%d: %q is %v, want %v", i, c.keys, got, c.want)
			}
		}
		if got, want := waiting(in), []string{"a", "b c", "x"}; !slices.Equal(got, want) {
			t.Errorf("accepted %q, want %q", got, want)
		}
		if got := in.Accept(Job{Keys: []string{"large"}, Payload: make([]byte, maxPayload+1)}); got != Failed {
			t.Errorf("a payload over the limit is %v", got)
		}
		if got := in.Accept(Job{Keys: []string{"large"}, Payload: make([]byte, maxPayload)}); got != Accepted {
			t.Errorf("a payload at the limit is %v", got)
		}
	}
}

func TestKeysAreKeptForSomeTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in := open(t, Options{Keep: 24 * time.Hour})
		accept := func(key string) Verdict { return in.Accept(Job{Keys: []string{key}}) }
		accept("a")
		<-time.After(12 * time.Hour)
		accept("b")
		<-time.After(12 * time.Hour)
		if got := accept("a"); got != Duplicate {
			t.Errorf("after 24 h: %v", got)
		}
		<-time.After(time.Second)
		if got := accept("a"); got != Accepted {
			t.Errorf("after more than 24 h: %v", got)
		}
		if got := accept("b"); got != Duplicate {
			t.Errorf("the other, after 12 h: %v", got)
		}
	})
}

func TestKeysAreBounded(t *testing.T) {
	in := open(t, Options{Keys: 100, Depth: 10_000})
	for i := range 5000 {
		if got := in.Accept(Job{Keys: []string{fmt.Sprint(i), fmt.Sprint("also ", i)}}); got != Accepted {
			t.Fatalf("%d: %v", i, got)
		}
		if len(in.seen.keys) > 102 || len(in.seen.entries) > 400 {
			t.Fatalf("%d keys, %d entries", len(in.seen.keys), len(in.seen.entries))
		}
	}
	if got := in.Accept(Job{Keys: []string{"4960"}}); got != Duplicate {
		t.Errorf("one of the latest: %v", got)
	}
	if got := in.Accept(Job{Keys: []string{"4800"}}); got != Accepted {
		t.Errorf("one long ago: %v", got)
	}
}

// TestParallelDuplicates delivers one event 50 times at once, and others so, too: on a
// busy machine the 50 may come one after the other.
func TestParallelDuplicates(t *testing.T) {
	in := open(t, Options{Path: filepath.Join(t.TempDir(), "journal")})
	for round := range 40 {
		event := fmt.Sprint("event ", round)
		got := parallel(50, func(int) Verdict { return in.Accept(Job{Keys: []string{event}, Payload: []byte(event)}) })
		if got[Accepted] != 1 || got[Duplicate] != 49 {
			t.Errorf("got %v", got)
		}
		if got := waiting(in); len(got) != 1 {
			t.Errorf("to be carried out: %q", got)
		}
	}
}

// TestRedelivery delivers an event when Slack does: at once, and again after a second,
// a minute and six, to an intake that was not told how long to remember.
func TestRedelivery(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in := open(t, Options{})
		want := Accepted
		for _, wait := range []time.Duration{0, time.Second, time.Minute, 5 * time.Minute, 23 * time.Hour} {
			<-time.After(wait)
			if got := in.Accept(Job{Keys: []string{"event"}}); got != want {
				t.Errorf("%v later: %v, want %v", wait, got, want)
			}
			want = Duplicate
		}
	})
}

// TestParallelAccepts accepts 500 events at once, which must share their fsyncs.
func TestParallelAccepts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	in := open(t, Options{Path: path})
	counted := &countingFile{file: in.journal.file}
	in.journal.file = counted
	began := time.Now()
	got := parallel(500, func(i int) Verdict { return in.Accept(Job{Keys: []string{fmt.Sprint(i)}, Payload: fmt.Append(nil, i)}) })
	t.Logf("%v after %v, with %d fsyncs", got, time.Since(began), counted.syncs)
	if got[Accepted] != 500 || counted.syncs > 250 {
		t.Errorf("got %v, with %d fsyncs", got, counted.syncs)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if got := waiting(open(t, Options{Path: path})); len(got) != 500 {
		t.Errorf("%d are in the journal", len(got))
	}
}

// parallel calls f n times at once, and counts its results.
func parallel(n int, f func(i int) Verdict) map[Verdict]int {
	var (
		mu    sync.Mutex
		got   = map[Verdict]int{}
		start = make(chan struct{})
		all   sync.WaitGroup
	)
	for i := range n {
		all.Go(func() {
			<-start
			v := f(i)
			mu.Lock()
			defer mu.Unlock()
			got[v]++
		})
	}
	close(start)
	all.Wait()
	return got
}

// countingFile counts the fsyncs.
type countingFile struct {
	file
	syncs int // guarded by the journal's lock
}

func (f *countingFile) Sync() error {
	f.syncs++
	return f.file.Sync()
}

// brokenFile fails to write, after half of it, or to sync.
type brokenFile struct {
	file
	write, sync error
}

func (f *brokenFile) Write(b []byte) (int, error) {
	if f.write != nil {
		n, _ := f.file.Write(b[:len(b)/2])
		return n, f.write
	}
	return f.file.Write(b)
}

func (f *brokenFile) Sync() error { return f.sync }

// TestAcceptFails checks that an event whose record cannot be written is not
// accepted, that its retry is, once, and that the journal mends itself.
func TestAcceptFails(t *testing.T) {
	for _, broken := range []brokenFile{{write: errors.New("full")}, {sync: errors.New("broken")}} {
		path := filepath.Join(t.TempDir(), "journal")
		in := open(t, Options{Path: path})
		accept := func(key string) Verdict { return in.Accept(Job{Keys: []string{key}, Payload: []byte(key)}) }
		accept("before")
		broken.file = in.journal.file
		in.journal.file = &broken

		if got := accept("event"); got != Failed {
			t.Errorf("with a broken file: %v", got)
		}
		if got := accept("event"); got != Accepted {
			t.Errorf("again: %v", got)
		}
		if got := accept("event"); got != Duplicate {
			t.Errorf("and again: %v", got)
		}
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
		if got, want := waiting(open(t, Options{Path: path})), []string{"before", "event"}; !slices.Equal(got, want) {
			t.Errorf("the journal has %q, want %q", got, want)
		}
	}
}

// TestParallelDuplicatesFail checks that no duplicate is acknowledged whose first
// was not accepted.
func TestParallelDuplicatesFail(t *testing.T) {
	in := open(t, Options{Path: filepath.Join(t.TempDir(), "journal")})
	in.journal.disk.Lock() // all arrive before anything is written
	var all sync.WaitGroup
	var mu sync.Mutex
	got := map[Verdict]int{}
	for range 50 {
		all.Go(func() {
			v := in.Accept(Job{Keys: []string{"event"}})
			mu.Lock()
			defer mu.Unlock()
			got[v]++
		})
	}
	in.journal.closed = true // so that writing fails
	in.journal.disk.Unlock()
	all.Wait()
	in.journal.disk.Lock()
	in.journal.closed = false
	in.journal.disk.Unlock()
	if got[Failed] != 50 {
		t.Errorf("got %v", got)
	}
	if v := in.Accept(Job{Keys: []string{"event"}}); v != Accepted {
		t.Errorf("the retry is %v", v)
	}
}

func TestVerdictString(t *testing.T) {
	for v, want := range map[Verdict]string{Accepted: "accepted", Duplicate: "duplicate", Busy: "busy", Failed: "failed", 0: "Verdict(0)"} {
		if got := v.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
