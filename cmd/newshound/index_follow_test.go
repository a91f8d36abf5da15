//go:build unix

package main

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/answer/index"
	"newshound/corpus"
)

// TestChatFollows holds a conversation about an index while that is added to,
// merged, damaged, made anew and emptied.
func TestChatFollows(t *testing.T) {
	t.Parallel() // it mostly waits until the file is looked at again
	about := func(what string) *corpus.Article {
		return corpus.NewArticle(corpus.Meta{ID: what, Outlet: "The Post"}, "The "+what+" was opened on Monday.\n")
	}
	path := filepath.Join(t.TempDir(), "news.idx")
	if err := index.Build(t.Context(), path, slices.Values([]*corpus.Article{about("bridge")}), index.Options{}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "newshound", "chat", "--corpus", path)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var problems strings.Builder
	cmd.Stderr = &problems
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	// says asks when something was opened, and reports whether that is known.
	says := func(what string) bool {
		t.Helper()
		if _, err := in.Write([]byte("When was the " + what + " opened?\n/frobnicate\n")); err != nil {
			t.Fatal(err)
		}
		found := false
		for lines.Scan() {
			line := lines.Text()
			found = found || strings.Contains(line, "The "+what+" was opened on Monday.")
			if strings.HasPrefix(line, "> /frobnicate") {
				return found
			}
		}
		t.Fatalf("the conversation has ended: %v, %s", lines.Err(), problems.String())
		return false
	}
	again := time.NewTicker(100 * time.Millisecond)
	defer again.Stop()
	// follows asks until it is known.
	follows := func(what string) {
		t.Helper()
		for !says(what) {
			select {
			case <-again.C:
			case <-ctx.Done():
				t.Fatalf("it never knows of the %s", what)
			}
		}
	}
	follows("bridge")
	if says("tower") {
		t.Error("it knows of the tower")
	}
	if _, err := index.Add(t.Context(), path, slices.Values([]*corpus.Article{about("tower")}), index.Options{}); err != nil {
		t.Fatal(err)
	}
	follows("tower")
	if _, err := index.MergeAll(t.Context(), path, index.Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Add(t.Context(), path, slices.Values([]*corpus.Article{about("school")}), index.Options{}); err != nil {
		t.Fatal(err)
	}
	follows("school")

	// Another file, damaged, takes its place: the old one answers.
	if err := os.WriteFile(path+".bad", []byte("NEWSHND\n and then nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".bad", path); err != nil {
		t.Fatal(err)
	}
	if !says("school") || !says("bridge") {
		t.Error("with a damaged file in its place it knows nothing")
	}
	if err := index.Build(t.Context(), path+".good", slices.Values([]*corpus.Article{about("library")}), index.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".good", path); err != nil {
		t.Fatal(err)
	}
	follows("library")
	if says("school") {
		t.Error("it still knows of the school")
	}

	// Its only article is withdrawn: it is not quoted any more.
	if _, err := index.Delete(t.Context(), path, []string{"library"}, index.Options{}); err != nil {
		t.Fatal(err)
	}
	for says("library") {
		select {
		case <-again.C:
		case <-ctx.Done():
			t.Fatal("it still quotes what was withdrawn")
		}
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %s", err, problems.String())
	}
}
