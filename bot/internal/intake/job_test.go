package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func nothing(context.Context, *Job) error { return nil }

// run runs the intake until stop is called, which returns when Run has.
func run(t *testing.T, in *Intake, work, apologise Worker) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { in.Run(ctx, work, apologise) })
	return func() {
		cancel()
		running.Wait()
	}
}

// log is a list of words that several goroutines write.
type wordList struct {
	mu    sync.Mutex
	words []string
}

func (l *wordList) add(w string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.words = append(l.words, w)
}

func (l *wordList) sorted() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Sorted(slices.Values(l.words))
}

// TestDrain checks that what was accepted when the context ends is carried out,
// and that nothing more is accepted.
func TestDrain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in := open(t, Options{Workers: 2})
		var done wordList
		stop := run(t, in, func(_ context.Context, j *Job) error {
			<-time.After(time.Second)
			done.add(string(j.Payload))
			return nil
		}, nil)
		want := []string{}
		for i := range 10 {
			name := fmt.Sprint(i)
			want = append(want, name)
			if got := in.Accept(Job{Keys: []string{name}, Payload: []byte(name)}); got != Accepted {
				t.Errorf("%s is %v", name, got)
			}
		}
		began := time.Now()
		stop()
		if took := time.Since(began); took != 5*time.Second || !slices.Equal(done.sorted(), want) {
			t.Errorf("after %v done: %q", took, done.words)
		}
		if got := in.Accept(Job{Keys: []string{"late"}}); got != Failed {
			t.Errorf("one that came late is %v", got)
		}
		if got := in.Accept(Job{Keys: []string{"1"}}); got != Duplicate {
			t.Errorf("a late duplicate is %v", got)
		}
	})
}

// TestDrainDeadline checks that a worker that takes too long is cut off, and what
// was left goes to the next process, but for what was sent.
func TestDrainDeadline(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	synctest.Test(t, func(t *testing.T) {
		in := open(t, Options{Path: path, Workers: 2, Drain: 10 * time.Second})
		for _, name := range []string{"sent", "slow", "queued"} {
			in.Accept(Job{Keys: []string{name}, Payload: []byte(name)})
		}
		stop := run(t, in, func(ctx context.Context, j *Job) error {
			if string(j.Payload) == "sent" {
				j.Sending()
			}
			<-ctx.Done()
			return ctx.Err()
		}, nil)
		synctest.Wait()
		began := time.Now()
		stop()
		if took := time.Since(began); took != 10*time.Second {
			t.Errorf("drained for %v", took)
		}
		if err := in.Close(); err != nil {
			t.Error(err)
		}
		if got, want := waiting(open(t, Options{Path: path})), []string{"slow", "queued"}; !slices.Equal(got, want) {
			t.Errorf("left %q, want %q", got, want)
		}
	})
}

// TestRunCarriesOutWhatWasLeft checks that a process begins with what the one
// before it left.
func TestRunCarriesOutWhatWasLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	fill(t, path)
	in := open(t, Options{Path: path, Depth: 1}) // fewer than are left
	var done wordList
	stop := run(t, in, func(_ context.Context, j *Job) error {
		done.add(fmt.Sprintf("%s fresh=%v", j.Payload, j.Fresh))
		return nil
	}, nil)
	stop()
	if got, want := done.sorted(), []string{"a fresh=false", "e fresh=false"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if got := waiting(open(t, Options{Path: path})); len(got) > 0 {
		t.Errorf("left again: %q", got)
	}
}

// A job whose mark is on disk, and which a process did not come to send, is carried out, unless
// the machine was started anew, and nobody knows.
func TestMarkedAndNotSent(t *testing.T) {
	for _, boot := range []string{"", "this", "another"} {
		path := filepath.Join(t.TempDir(), "journal")
		j, _, err := openJournal(path, slog.New(slog.DiscardHandler), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range []record{
			{Kind: kindAccept, ID: 1, At: time.Now().Unix(), Payload: []byte("marked")}, {Kind: kindSending, ID: 1, Boot: boot},
			{Kind: kindAccept, ID: 2, At: time.Now().Unix(), Payload: []byte("sent")}, {Kind: kindSending, ID: 2, Boot: boot}, {Kind: kindSent, ID: 2},
		} {
			if err := j.note(r); err != nil {
				t.Fatal(err)
			}
		}
		if err := j.close(); err != nil {
			t.Fatal(err)
		}
		in, err := openAs(Options{Path: path}, "this")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := strings.Join(waiting(in), " "), map[string]string{"this": "marked"}[boot]; got != want {
			t.Errorf("marked since the start %q: to be carried out is %q, want %q", boot, got, want)
		}
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
		if in, err = openAs(Options{Path: path, Doubts: true}, "this"); err != nil {
			t.Fatal(err)
		}
		var done wordList
		run(t, in, func(_ context.Context, j *Job) error {
			done.add(fmt.Sprintf("%s %t", j.Payload, j.Doubt))
			return nil
		}, nil)()
		if want := []string{fmt.Sprintf("marked %t", boot != "this"), "sent true"}; !slices.Equal(done.sorted(), want) {
			t.Errorf("marked since the start %q: carried out is %q, want %q", boot, done.sorted(), want)
		}
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWorkerFails(t *testing.T) {
	var log bytes.Buffer
	in := open(t, Options{Workers: 1, Log: slog.New(slog.NewTextHandler(&log, nil))})
	var said wordList
	stop := run(t, in, func(_ context.Context, j *Job) error {
		switch string(j.Payload) {
		case "panics":
			panic("the secret of " + string(j.Payload))
		case "panics late":
			j.Sending()
			panic(errors.New("a secret"))
		case "fails":
			return errors.New("no luck")
		}
		said.add("answer")
		return nil
	}, func(_ context.Context, j *Job) error {
		said.add("sorry for " + string(j.Payload))
		if !j.Fresh {
			return nil
		}
		panic("again")
	})
	for _, name := range []string{"panics", "panics late", "fails", "works"} {
		in.Accept(Job{Keys: []string{name}, Payload: []byte(name)})
	}
	stop()
	if got, want := said.sorted(), []string{"answer", "sorry for panics"}; !slices.Equal(got, want) {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := log.String(); strings.Contains(got, "secret") || strings.Count(got, "msg=panic") != 3 || !strings.Contains(got, "no luck") || !strings.Contains(got, "job_test.go") {
		t.Errorf("log: %s", got)
	}
	if len(in.pending) > 0 {
		t.Errorf("%d are not done", len(in.pending))
	}
}

func TestMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	in := open(t, Options{Path: path})
	for _, v := range []struct{ key, value, want string }{
		{"a", "1", "1"}, {"a", "2", "2"}, {"b", strings.Repeat("x", maxValue), strings.Repeat("x", maxValue)},
		{"b", strings.Repeat("x", maxValue+1), ""}, {"a", "", ""}, {"c", "3", "3"},
	} {
		in.Remember(v.key, v.value)
		if got := in.Recall(v.key); got != v.want {
			t.Errorf("%q is %.20q, want %.20q", v.key, got, v.want)
		}
	}
	if got := in.Recall("never"); got != "" {
		t.Errorf("recalled %q", got)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, Options{Path: path})
	if again.Recall("a") != "" || again.Recall("b") != "" || again.Recall("c") != "3" {
		t.Errorf("after a restart: %q, %q, %q", again.Recall("a"), again.Recall("b"), again.Recall("c"))
	}
}

// A job that is left is carried out by the next process, unless something was sent, and what
// is in doubt is not wanted.
func TestLeft(t *testing.T) {
	for doubts, want := range map[bool][]string{false: {"nothing"}, true: {"nothing", "sent"}} {
		left(t, Options{Path: filepath.Join(t.TempDir(), "journal"), Doubts: doubts}, want)
	}
}

// left leaves a job of which nothing was sent, and one of which something was, and looks which
// the next process takes on.
func left(t *testing.T, o Options, want []string) {
	t.Helper()
	in := open(t, o)
	for _, key := range []string{"nothing", "sent"} {
		in.Accept(Job{Keys: []string{key}, Payload: []byte(key)})
	}
	stop := run(t, in, func(_ context.Context, j *Job) error {
		if string(j.Payload) == "sent" {
			j.Sending()
		}
		return fmt.Errorf("no use: %w", ErrLeft)
	}, nil)
	stop()
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if got := waiting(open(t, o)); !slices.Equal(got, want) {
		t.Errorf("left are %q, want %q", got, want)
	}
}

// What is claimed is one job's, also for the process that carries the job on, until it is
// given back.
func TestClaim(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	in := open(t, Options{Path: path})
	for _, key := range []string{"first", "second"} {
		if v := in.Accept(Job{Keys: []string{key}}); v != Accepted {
			t.Fatal(v)
		}
	}
	claims := func(in *Intake, want ...bool) {
		t.Helper()
		for i, id := range slices.Sorted(maps.Keys(in.pending)) {
			if got := in.pending[id].Claim("share"); got != want[i] {
				t.Errorf("job %d claims: %v", i, got)
			}
		}
	}
	claims(in, true, false)
	claims(in, true, false)
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, Options{Path: path})
	for i, want := range []bool{false, true} {
		j := again.pending[uint64(2-i)]
		if got := j.Claim("share"); got != want {
			t.Errorf("after a restart, job %d claims: %v", 2-i, got)
		}
	}
	again.pending[1].Yield("share")
	if !again.pending[2].Claim("share") || again.pending[1].Claim("share") {
		t.Error("what is given back is not the next one's")
	}
}

func TestMemoryIsBounded(t *testing.T) {
	m := newMemory()
	for i := range 2000 {
		m.set(hashOf(fmt.Sprint(i)), strings.Repeat("x", 10_000))
		m.set(hashOf("always"), "anew")
	}
	if m.bytes > maxMemory || len(m.values) != m.order.Len() || len(m.values) < 800 {
		t.Errorf("%d bytes in %d values", m.bytes, len(m.values))
	}
	if m.get(hashOf("0")) != "" || m.get(hashOf("1999")) == "" || m.get(hashOf("always")) != "anew" {
		t.Error("not the oldest are forgotten")
	}
	for i := range 2000 {
		m.set(hashOf(fmt.Sprint(i)), "")
	}
	m.set(hashOf("always"), "")
	if m.bytes != 0 || m.order.Len() != 0 {
		t.Errorf("%d bytes are left in %d values", m.bytes, m.order.Len())
	}
}

// TestSyncs counts the fsyncs of a job's life: what it must not be told twice, and whether
// it was sent, is on the disk before anything goes on.
func TestSyncs(t *testing.T) {
	in := open(t, Options{Path: filepath.Join(t.TempDir(), "journal")})
	counted := &countingFile{file: in.journal.file}
	in.journal.file = counted
	in.Accept(Job{Keys: []string{"1"}, Payload: []byte("1")})
	if counted.syncs != 1 {
		t.Errorf("%d when it was accepted, want 1", counted.syncs)
	}
	run(t, in, func(_ context.Context, j *Job) error {
		for range 2 { // the second time it is known
			j.Sending()
		}
		if counted.syncs != 2 {
			t.Errorf("%d when it is to be sent, want 2", counted.syncs)
		}
		j.NotSent()
		return nil
	}, nil)()
	if counted.syncs != 2 {
		t.Errorf("%d when it is done, want 2", counted.syncs)
	}
}
