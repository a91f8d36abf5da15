package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
	"time"
)

// The kinds of measurements.
const (
	kindBuild   = "build"
	kindQueries = "queries"
	kindFirst   = "first" // open and first answer
	kindThreads = "threads"
	kindAsk     = "ask" // the whole way from a question to quotes
	kindPrint   = "print"
)

// task is what a measuring process is to do.
type task struct {
	Kind     string
	Engine   string
	Corpus   string // of a build
	Passages int    // of the corpus
	Index    string // path
	Queries  string // a file
	Max      int    // queries of the file
	Passes   int
	Box      time.Duration
}

// measure is a measuring process: it reads a task and writes what it measured.
func measure(ctx context.Context, in io.Reader, out io.Writer) error {
	var t task
	if err := json.NewDecoder(in).Decode(&t); err != nil {
		return fmt.Errorf("%s is for the program's own use: %w", childArgument, err)
	}
	e := engineOf(t.Engine)
	var measured any
	var err error
	switch t.Kind {
	case kindBuild:
		measured, err = measureBuild(ctx, e, t)
	case kindQueries:
		measured, err = measureQueries(ctx, e, t)
	case kindFirst:
		measured, err = measureFirst(ctx, e, t)
	case kindThreads:
		measured, err = measureThreads(ctx, e, t)
	case kindAsk:
		measured, err = measureAsk(ctx, t)
	case kindPrint:
		return printFirst(ctx, e, t, out)
	default:
		err = fmt.Errorf("there is no kind %q", t.Kind)
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(measured)
}

// inProcess has a task done in a process of its own, and decodes what it measured
// into measured.
func inProcess(ctx context.Context, t task, measured any) error {
	out, _, err := startProcess(ctx, t)
	if err != nil {
		return err
	}
	return json.Unmarshal(out, measured)
}

// startProcess has a task done in a process of its own, and returns what it wrote
// and what it took.
func startProcess(ctx context.Context, t task) ([]byte, spent, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, spent{}, err
	}
	in, err := json.Marshal(t)
	if err != nil {
		return nil, spent{}, err
	}
	cmd := exec.CommandContext(ctx, self, childArgument)
	cmd.Stdin = bytes.NewReader(in)
	out, took, err := timed(cmd)
	if err != nil {
		err = fmt.Errorf("%s, %s: %w", t.Engine, t.Kind, err)
	}
	return out, took, err
}

// spent is what something took, in milliseconds.
type spent struct {
	CPU  float64 `json:"cpuMs"`
	Wall float64 `json:"wallMs"`
}

// timed runs a command and returns what it wrote and took. Its error has what the
// command said on the standard error.
func timed(cmd *exec.Cmd) ([]byte, spent, error) {
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	start := time.Now()
	err := cmd.Run()
	took := spent{Wall: milliseconds(time.Since(start))}
	if cmd.ProcessState != nil {
		took.CPU = milliseconds(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime())
	}
	if err != nil {
		err = errors.Join(err, errors.New(strings.TrimSpace(complaint.String())))
	}
	return out.Bytes(), took, err
}

// moduleVersion returns the version of a module that the program is built with.
func moduleVersion(path string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == path {
				return m.Version
			}
		}
	}
	return "?"
}
