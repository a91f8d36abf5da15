package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func splitWords(s string) []string { return strings.Fields(s) }

// fill accepts events, "a" to "e", of which b is sent, c done, d both and e not sent
// after all, and remembers something.
func fill(t *testing.T, path string) {
	t.Helper()
	in := open(t, Options{Path: path})
	for _, key := range splitWords("a b c d e") {
		in.Remember("thread", "after "+key)
		if got := in.Accept(Job{Keys: []string{key}, Payload: []byte(key)}); got != Accepted {
			t.Fatalf("%q is %v", key, got)
		}
		j := <-in.queue
		if key == "b" || key == "d" || key == "e" {
			j.Sending()
		}
		if key == "e" {
			j.NotSent()
		}
		if key == "c" || key == "d" {
			in.carryOut(t.Context(), j, nothing, nil)
		}
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestRestart checks what the next process knows: what was neither sent nor done
// is carried out again, in order, and nothing is accepted twice.
func TestRestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	fill(t, path)
	in := open(t, Options{Path: path})
	for _, want := range []string{"a", "e"} {
		j := <-in.queue
		if string(j.Payload) != want || j.Fresh || j.At.IsZero() || j.Sent() {
			t.Errorf("got %+v, want %q", j, want)
		}
	}
	if len(in.queue) > 0 {
		t.Errorf("%d more", len(in.queue))
	}
	for _, key := range splitWords("a b c d e") {
		if got := in.Accept(Job{Keys: []string{key}}); got != Duplicate {
			t.Errorf("%q is %v", key, got)
		}
	}
	if got := in.Recall("thread"); got != "after e" {
		t.Errorf("recalled %q", got)
	}
	if got := in.Accept(Job{Keys: []string{"f"}}); got != Accepted {
		t.Errorf("a new one is %v", got)
	}
}

// TestRestartMuchLater checks that a process that starts after a long time leaves
// alone what nobody waits for.
func TestRestartMuchLater(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	synctest.Test(t, func(t *testing.T) {
		fill(t, path)
		<-time.After(25 * time.Hour)
		var log bytes.Buffer
		in := open(t, Options{Path: path, Log: slog.New(slog.NewTextHandler(&log, nil))})
		if got := waiting(in); len(got) > 0 || strings.Count(log.String(), "too old") != 2 {
			t.Errorf("left %q: %s", got, log.String())
		}
		if got := in.Accept(Job{Keys: []string{"a"}}); got != Accepted {
			t.Errorf("a new event of the name is %v", got)
		}
	})
}

// TestTornEnd cuts the journal's last record at every place.
func TestTornEnd(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "journal")
	fill(t, path)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	last := bytes.LastIndex(data, []byte(mark))
	for cut := last; cut < len(data); cut++ {
		if err := os.WriteFile(path, data[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		var log bytes.Buffer
		in := open(t, Options{Path: path, Log: slog.New(slog.NewTextHandler(&log, nil))})
		if got, want := waiting(in), []string{"a"}; !slices.Equal(got, want) {
			t.Fatalf("cut at %d: left %q, want %q", cut, got, want)
		}
		if torn := strings.Contains(log.String(), "torn"); torn != (cut > last) {
			t.Fatalf("cut at %d: %s", cut, log.String())
		}
		// What comes now is not lost behind what was torn.
		in.Accept(Job{Keys: []string{"new"}, Payload: []byte("new")})
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
		again := open(t, Options{Path: path})
		if got, want := waiting(again), []string{"a", "new"}; !slices.Equal(got, want) {
			t.Fatalf("cut at %d, and reopened: left %q, want %q", cut, got, want)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTornHeader checks that a journal whose making was cut off is made anew.
func TestTornHeader(t *testing.T) {
	for n := range len(header) {
		path := filepath.Join(t.TempDir(), "journal")
		if err := os.WriteFile(path, []byte(header[:n]), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := open(t, Options{Path: path}).Accept(Job{}); got != Accepted {
			t.Errorf("after %q: %v", header[:n], got)
		}
	}
}

// TestDamaged changes one byte of the journal, at many places before the last
// record: what else there is must be kept, and the damaged file set aside.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "journal")
	fill(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	records, _, _ := scan(whole[len(header):])
	last := bytes.LastIndex(whole, []byte(mark))
	for at := len(header); at < last; at += 5 {
		data := slices.Clone(whole)
		data[at] ^= 0x41
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		var log bytes.Buffer
		in := open(t, Options{Path: path, Log: slog.New(slog.NewTextHandler(&log, nil))})
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
		aside, err := filepath.Glob(path + ".damaged-*")
		if err != nil || len(aside) != 1 || !strings.Contains(log.String(), "level=ERROR") {
			t.Fatalf("byte %d: set aside %q; %s", at, aside, log.String())
		}
		if kept, err := os.ReadFile(aside[0]); err != nil || !bytes.Equal(kept, data) {
			t.Fatalf("byte %d: the file set aside is another: %v", at, err)
		}
		if err := os.Remove(aside[0]); err != nil {
			t.Fatal(err)
		}
		now, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		mended, _, damaged := scan(now[len(header):])
		if damaged || len(mended) != len(records)-1 {
			t.Fatalf("byte %d: %d of %d records kept, damaged %v", at, len(mended), len(records), damaged)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other")
	if err := os.WriteFile(other, []byte("Dear diary,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	held := filepath.Join(dir, "held")
	open(t, Options{Path: held})
	for path, want := range map[string]string{
		other:                                "is no journal of this version",
		held:                                 "another newshound has",
		filepath.Join(dir, "absent", "file"): "no such file",
	} {
		in, err := Open(Options{Path: path})
		if in != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	if b, err := os.ReadFile(other); string(b) != "Dear diary,\n" {
		t.Errorf("the other file is now %q, %v", b, err)
	}
}

// TestRewrite checks that the journal does not grow for ever, that what is over
// leaves it, and that what is not stays.
func TestRewrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	in := open(t, Options{Path: path})
	text := strings.Repeat("x", 400_000)
	in.Accept(Job{Keys: []string{"waits"}, Payload: []byte("waits")})
	first := <-in.queue
	in.Accept(Job{Keys: []string{"sent"}, Payload: []byte("sent")})
	(<-in.queue).Sending()
	in.Accept(Job{Keys: []string{"in doubt"}, Payload: []byte("in doubt")})
	inDoubt := <-in.queue
	inDoubt.Sending()
	in.Remember("thread", "a turn")
	for i := range 50 {
		in.Accept(Job{Keys: []string{fmt.Sprint(i)}, Payload: []byte(text)})
		in.carryOut(t.Context(), <-in.queue, nothing, nil)
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() > minRewrite+800_000 {
			t.Fatalf("after %d events the journal has %d bytes", i, info.Size())
		}
		if mode := info.Mode().Perm(); mode != 0o600 {
			t.Fatalf("its mode is %o", mode)
		}
	}
	inDoubt.NotSent()
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, Options{Path: path})
	if got := waiting(again); !slices.Equal(got, []string{string(first.Payload), "in doubt"}) {
		t.Errorf("left %.20q", got)
	}
	for _, key := range []string{"waits", "sent", "in doubt", "0", "25", "49"} {
		if got := again.Accept(Job{Keys: []string{key}}); got != Duplicate {
			t.Errorf("%q is %v", key, got)
		}
	}
	if got := again.Recall("thread"); got != "a turn" {
		t.Errorf("recalled %q", got)
	}
}

// TestJournalHoldsNoKeys checks that a key, which may name a person, is not in the
// file.
func TestJournalHoldsNoKeys(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	in := open(t, Options{Path: path})
	in.Accept(Job{Keys: []string{"U0SOMEONE"}})
	in.Remember("C0CHANNEL", "value")
	data, err := os.ReadFile(path)
	if err != nil || bytes.Contains(data, []byte("U0SOMEONE")) || bytes.Contains(data, []byte("C0CHANNEL")) {
		t.Errorf("%q, %v", data, err)
	}
}

func FuzzScan(f *testing.F) {
	var data []byte
	for i, r := range []record{{Kind: kindAccept, ID: 1, At: 2, Keys: hashes([]string{"a"}), Payload: []byte("x")}, {Kind: kindDone, ID: 1}} {
		var err error
		if data, err = r.appendTo(data); err != nil {
			f.Fatal(i, err)
		}
	}
	f.Add(data)
	f.Add(append([]byte(mark), data...))
	f.Add(append([]byte("x"), data[:len(data)-1]...))
	f.Add([]byte(mark + "\xff\xff\xff\xff\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		records, good, damaged := scan(data)
		if good < 0 || good > len(data) {
			t.Fatalf("good is %d of %d", good, len(data))
		}
		again, size, more := scan(data[:good])
		if size != good || more || len(again) > len(records) || !damaged && len(again) != len(records) {
			t.Errorf("%d records, %d in what is good of it", len(records), len(again))
		}
	})
}

// TestDiskFull fills the disk: nothing more is accepted, what was accepted is marked, and what
// was not is accepted once there is room.
func TestDiskFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	in := open(t, Options{Path: path})
	accept := func(key string, want Verdict) {
		t.Helper()
		if got := in.Accept(Job{Keys: []string{key}, Payload: []byte(key)}); got != want {
			t.Errorf("%s is %v, want %v", key, got, want)
		}
	}
	accept("before", Accepted)
	accept("left", Accepted)
	in.journal.room, in.journal.allocate = 0, func(file, int64, int64) error { return errors.New("no room") }
	accept("full", Failed)
	in.Remember("thread", "a turn") // which may be lost
	in.carryOut(t.Context(), <-in.queue, func(_ context.Context, j *Job) error {
		j.Sending()
		return nil
	}, nil)
	in.journal.allocate = allocate
	accept("full", Accepted)
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if got := waiting(open(t, Options{Path: path, Doubts: true})); !slices.Equal(got, []string{"left", "full"}) {
		t.Errorf("left %q", got)
	}
}

// TestRewriteFails has no room for another journal beside the one that there is: that grows on.
func TestRewriteFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	in := open(t, Options{Path: path})
	if err := os.Mkdir(path+".new", 0o700); err != nil { // and so it cannot be made
		t.Fatal(err)
	}
	text := strings.Repeat("x", 800_000)
	for i := range 8 {
		if got := in.Accept(Job{Keys: []string{fmt.Sprint(i)}, Payload: []byte(text)}); got != Accepted {
			t.Fatalf("%d is %v", i, got)
		}
		<-in.queue
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if got := waiting(open(t, Options{Path: path})); len(got) != 8 {
		t.Errorf("left %d", len(got))
	}
}
