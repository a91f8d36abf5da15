package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// report is all that was measured.
type report struct {
	Machine machine   `json:"machine"`
	Results []*result `json:"results"` // by size, then in the order of the engines
}

// machine is where it was measured.
type machine struct {
	Processor string `json:"processor"`
	Cores     int    `json:"cores"`
	System    string `json:"system"`
	Go        string `json:"go"`
}

// result is what was measured of one engine on so many passages. What was not
// measured is absent.
type result struct {
	Engine   string       `json:"engine"` // by its name on the command line
	Version  string       `json:"version"`
	Passages int          `json:"passages"`
	Date     time.Time    `json:"date"`
	Build    *built       `json:"build"`
	Queries  []*latencies `json:"queries"`
	// First is an index opened and its first answer, within a process.
	First *spent `json:"first"`
	// Process is one question asked on the command line, from start to end.
	Process *spent      `json:"process,omitempty"`
	Threads *throughput `json:"threads,omitempty"`
	// Ask are whole answers, with quotes.
	Ask []*latencies `json:"ask,omitempty"`
	// Texts is a question asked of a directory of text files on the command line.
	Texts *spent `json:"texts,omitempty"`
}

// newReport returns a report of this machine.
func newReport() *report {
	return &report{Machine: machine{
		Processor: processor(), Cores: runtime.NumCPU(),
		System: runtime.GOOS + "/" + runtime.GOARCH, Go: runtime.Version(),
	}}
}

// processor returns the processor's name, or "?".
func processor() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return "?"
	}
	defer func() { _ = f.Close() }() // it is only read
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if name, value, ok := strings.Cut(lines.Text(), ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "?"
}

// readReport returns the report in a file, or an empty one where there is none.
func readReport(path string) (*report, error) {
	r := newReport()
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return nil, err
	}
	var old report
	if err := json.Unmarshal(data, &old); err != nil {
		return nil, err
	}
	if old.Machine != r.Machine {
		return nil, errors.New("-add: " + path + " is of another machine")
	}
	return &old, nil
}

// put adds a result, in place of an older one of the same engine and size.
func (r *report) put(n *result) {
	r.Results = slices.DeleteFunc(r.Results, func(o *result) bool { return o.Engine == n.Engine && o.Passages == n.Passages })
	r.Results = append(r.Results, n)
	slices.SortStableFunc(r.Results, func(x, y *result) int {
		if x.Passages != y.Passages {
			return x.Passages - y.Passages
		}
		return slices.Index(engineNames(), x.Engine) - slices.Index(engineNames(), y.Engine)
	})
}

// find returns the result of an engine on so many passages, or nil.
func (r *report) find(engine string, passages int) *result {
	for _, o := range r.Results {
		if o.Engine == engine && o.Passages == passages {
			return o
		}
	}
	return nil
}

// write writes the report to a file.
func (r *report) write(path string) error {
	data, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o644)
}

// latency returns what was measured of a set of queries, or nil.
func latency(all []*latencies, set string) *latencies {
	for _, l := range all {
		if l.Set == set {
			return l
		}
	}
	return nil
}

// result measures one engine on so many passages.
func (b *bench) result(ctx context.Context, name string, passages int) (*result, error) {
	r := &result{Engine: name, Version: engineOf(name).version(ctx), Passages: passages, Date: time.Now().UTC().Truncate(time.Second)}
	t := task{Engine: name, Corpus: b.corpus, Passages: passages, Index: b.indexPath(name, passages), Max: b.max, Passes: b.passes, Box: b.box}
	if err := os.RemoveAll(t.Index); err != nil {
		return nil, err
	}
	do := func(kind string, measured any) error {
		t.Kind = kind
		return inProcess(ctx, t, measured)
	}
	if err := do(kindBuild, &r.Build); err != nil {
		return nil, err
	}
	for _, t.Queries = range b.queries {
		var l *latencies
		if err := do(kindQueries, &l); err != nil {
			return nil, err
		}
		r.Queries = append(r.Queries, l)
	}
	if err := b.whole(ctx, t, r); err != nil {
		return nil, err
	}
	if ours(name) {
		if err := b.own(ctx, t, r); err != nil {
			return nil, err
		}
	}
	return r, os.RemoveAll(t.Index)
}
