package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// built is what a build took and made.
type built struct {
	Passages int     `json:"passages"` // as the engine counts them
	CPU      float64 `json:"cpuSeconds"`
	Wall     float64 `json:"wallSeconds"`
	Memory   int64   `json:"peakMemoryBytes"`
	Bytes    int64   `json:"bytes"` // of the index
	// Parts are the bytes of the index by what they are for, if that is known.
	Parts map[string]int64 `json:"parts,omitempty"`
}

// measureBuild builds an index. The process has done nothing before.
func measureBuild(ctx context.Context, e engine, t task) (*built, error) {
	start := time.Now()
	passages, err := e.build(ctx, t.Corpus, t.Passages, t.Index)
	if err != nil {
		return nil, err
	}
	b := &built{Passages: passages, CPU: processTime().Seconds(), Wall: time.Since(start).Seconds(), Memory: peakMemory()}
	if b.Bytes, err = diskSize(t.Index); err != nil {
		return nil, err
	}
	if _, ok := e.(newshoundEngine); ok {
		b.Parts, err = partsOf(t.Index, b.Bytes)
	}
	return b, err
}

// measureFirst opens an index and asks it one query. The process has done nothing
// before; the file's pages are in the system's cache.
func measureFirst(ctx context.Context, e engine, t task) (*spent, error) {
	queries, err := readQueries(t.Queries, 1)
	if err != nil {
		return nil, err
	}
	start, cpu := time.Now(), processTime()
	if _, err := search(ctx, e, t.Index, queries[0].words); err != nil {
		return nil, err
	}
	return &spent{CPU: milliseconds(processTime() - cpu), Wall: milliseconds(time.Since(start))}, nil
}

// search opens an index and searches.
func search(ctx context.Context, e engine, path string, words []string) ([]string, error) {
	ix, err := e.open(ctx, path)
	if err != nil {
		return nil, err
	}
	s, err := ix.searcher(ctx)
	if err != nil {
		return nil, err
	}
	return s.search(ctx, words)
}

// printFirst asks an index one query and prints what it finds: what a command
// does that answers with a peer.
func printFirst(ctx context.Context, e engine, t task, out io.Writer) error {
	queries, err := readQueries(t.Queries, 1)
	if err != nil {
		return err
	}
	ids, err := search(ctx, e, t.Index, queries[0].words)
	if err == nil {
		_, err = fmt.Fprintln(out, strings.Join(ids, " "))
	}
	return err
}

// repeats is how often a whole process is run, for the least that it takes.
const repeats = 7

// leastOf returns the least that something takes in several runs.
func leastOf(run func() (spent, error)) (*spent, error) {
	var least *spent
	for range repeats {
		took, err := run()
		if err != nil {
			return nil, err
		}
		if least == nil {
			least = &took
		}
		least.CPU, least.Wall = min(least.CPU, took.CPU), min(least.Wall, took.Wall)
	}
	return least, nil
}

// buildCommand compiles newshound into dir and returns the program's path. The
// working directory must be this module's.
func buildCommand(ctx context.Context, dir string) (string, error) {
	path, err := filepath.Abs(filepath.Join(dir, "newshound"))
	if err != nil {
		return "", err
	}
	cmd := exec.CommandContext(ctx, "go", "build", "-C", "../../..", "-buildvcs=false", "-o", path, "./cmd/newshound")
	if _, _, err := timed(cmd); err != nil {
		return "", fmt.Errorf("build newshound (run this in its directory, answer/index/bench): %w", err)
	}
	return path, nil
}

// askCommand runs `newshound ask`.
func askCommand(ctx context.Context, program, corpus, question string) (spent, error) {
	_, took, err := timed(exec.CommandContext(ctx, program, "ask", "--corpus", corpus, question))
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 3 { // the coverage does not say
		err = nil
	}
	return took, err
}

// writeTexts writes passages as text files into dir, an article each.
func writeTexts(corpus string, n int, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var article string
	var paragraphs []string
	flush := func() error {
		if len(paragraphs) == 0 {
			return nil
		}
		text := strings.Join(paragraphs, "\n\n") + "\n"
		paragraphs = paragraphs[:0]
		return os.WriteFile(filepath.Join(dir, article+".txt"), []byte(text), 0o644)
	}
	err := readPassages(corpus, n, func(p passage) error {
		if string(p.article) != article {
			if err := flush(); err != nil {
				return err
			}
			article = string(p.article)
		}
		paragraphs = append(paragraphs, string(p.text))
		return nil
	})
	return errors.Join(err, flush())
}
