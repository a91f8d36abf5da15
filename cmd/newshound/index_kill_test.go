//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer/index"
)

var kills = flag.Int("kills", 40, "how often to kill newshound index")

// TestKilled kills newshound at random moments while it adds to an index, deletes
// from it, merges it and makes it anew. What it has said is done must be there
// afterwards, and what it has not said must be there as a whole or not at all.
func TestKilled(t *testing.T) {
	const batch = 3
	var (
		r      = rand.New(rand.NewPCG(5, uint64(*kills)))
		dir    = t.TempDir()
		file   = filepath.Join(dir, "news.idx")
		line   = filepath.Join(dir, "next.jsonl")
		state  = make(map[string]string) // the body of every article
		took   = 50 * time.Millisecond
		last   int
		killed int
		said   int
	)
	// run runs newshound, and kills it after some time. It returns what that said,
	// and whether it ended by itself.
	run := func(after time.Duration, args ...string) (out string, ended bool) {
		cmd := exec.Command("newshound", args...)
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		ended = timer.Stop()
		if ended && err != nil {
			t.Fatalf("newshound %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
		}
		return stdout.String(), ended
	}
	write := func(bodies map[string]string) {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		for _, id := range slices.Sorted(maps.Keys(bodies)) {
			if err := enc.Encode(map[string]string{"id": id, "body": bodies[id]}); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(line, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	body := func() string {
		last++
		return fmt.Sprintf("The flood number %d closed bridge %d.\n\n%s", last, r.IntN(100), strings.Repeat("A river rose here. ", r.IntN(300)))
	}
	state["first"] = body()
	write(state)
	if _, ended := run(time.Minute, "index", "--corpus", line, "-o", file); !ended {
		t.Fatal("the index is not made")
	}
	for killed < *kills {
		next := maps.Clone(state)
		var args []string
		started := time.Now()
		switch n := r.IntN(10); {
		case n < 6:
			added := make(map[string]string)
			for len(added) < batch {
				id := fmt.Sprintf("id%d", r.IntN(60))
				added[id] = body()
				next[id] = added[id]
			}
			write(added)
			args = []string{"index", "--add", "--corpus", line, "-o", file}
		case n < 8 && len(state) > 2:
			args = []string{"index", "-o", file, "--delete"}
			for _, id := range slices.Sorted(maps.Keys(state))[:2] {
				args = append(args, id)
				delete(next, id)
			}
		case n < 9:
			args = []string{"index", "--merge", file}
		default:
			args = []string{"index", "--corpus", file, "-o", file}
		}
		out, ended := run(time.Duration(r.Int64N(int64(took+took/2))), args...)
		if ended {
			took = (3*took + time.Since(started)) / 4
		} else {
			killed++
		}
		if err := index.Check(t.Context(), file); err != nil {
			t.Fatalf("after %d kills, newshound %s: %v", killed, strings.Join(args, " "), err)
		}
		got := make(map[string]string)
		for a, err := range index.NewLoader(file).Load(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			got[a.ID] = a.Body
		}
		done := strings.Contains(out, "; it holds ")
		if done {
			said++
		}
		switch {
		case maps.Equal(got, next):
			state = next
		case done:
			t.Fatalf("after %d kills, newshound %s said %q, and it is lost", killed, strings.Join(args, " "), out)
		case !maps.Equal(got, state):
			t.Fatalf("after %d kills, newshound %s left half of it", killed, strings.Join(args, " "))
		}
	}
	t.Logf("%d kills, %d changes said to be done", killed, said)
	if said == 0 {
		t.Error("nothing was ever done")
	}
}
