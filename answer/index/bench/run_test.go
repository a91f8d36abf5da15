package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain lets the test's program do a measurement, as the program itself does.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == childArgument {
		if err := measure(context.Background(), os.Stdin, os.Stdout); err != nil {
			panic(err)
		}
		return
	}
	m.Run()
}

// TestRun measures all but SQLite, which needs a C compiler, on little.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	out, plot := filepath.Join(dir, "report.json"), filepath.Join(dir, "speed.svg")
	engines := []string{newshoundName, compactName, articlesName, bleveName}
	var stdout, stderr strings.Builder
	err := run(t.Context(), []string{
		"-sizes", "200,300", "-peers", "200", "-max", "5", "-passes", "1", "-engines", strings.Join(engines, ","), "-out", out, "-plot", plot,
	}, &stdout, &stderr)
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	r, err := readReport(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, passages := range []int{200, 300} {
		for _, name := range engines {
			x := r.find(name, passages)
			if !ours(name) && passages > 200 {
				if x != nil {
					t.Errorf("%s was measured on %d passages", name, passages)
				}
				continue
			}
			if x == nil || x.Build.CPU <= 0 || x.Build.Memory <= 0 || x.Build.Bytes <= 0 || len(x.Queries) != 3 || x.First.CPU <= 0 || x.Process.CPU <= 0 {
				t.Errorf("%s on %d passages: %+v", name, passages, x)
				continue
			}
			if l := latency(x.Queries, "long"); l == nil || l.Queries != 5 || l.Words != 25 || l.P50 <= 0 || l.Max < l.P50 {
				t.Errorf("%s on %d passages: long questions took %+v", name, passages, l)
			}
			if ours(name) && (x.Threads.Two <= 0 || len(x.Ask) != 3) {
				t.Errorf("%s on %d passages: %+v", name, passages, x)
			}
		}
	}
	// The report that is there is shown again, with nothing measured.
	var again strings.Builder
	if err := run(t.Context(), []string{"-sizes=", "-add", "-out", out}, &again, &stderr); err != nil || again.String() != stdout.String() {
		t.Errorf("shown again, %v:\n%s\nwant\n%s", err, again.String(), stdout.String())
	}
	if drawing, err := os.ReadFile(plot); err != nil || !strings.HasPrefix(string(drawing), "<svg ") {
		t.Errorf("no drawing: %v", err)
	}
}
