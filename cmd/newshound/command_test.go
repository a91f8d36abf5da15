package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	names := []string{"ask", "chat", "eval", "version", "help"}
	for word, want := range map[string]string{
		"aks": "ask", "as": "ask", "askk": "ask", "caht": "chat", "chatt": "chat", "hlep": "help",
		"vers": "version", "vresion": "version", "evaluate": "", "a": "", "": "", "serve": "", "Who resigned?": "",
	} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestParseAnywhere(t *testing.T) {
	for _, c := range []struct {
		args, words string
		json        bool
		limit       int
		err         string
	}{
		{"who is it", "who is it", false, 3, ""},
		{"--json who is it", "who is it", true, 3, ""},
		{"who --json is --limit 5 it", "who is it", true, 5, ""},
		{"who is it -limit=5 -json=false", "who is it", false, 5, ""},
		{"who -- --json is it", "who --json is it", false, 3, ""},
		{"-- -- --json", "-- --json", false, 3, ""},
		{"-", "-", false, 3, ""},
		{"", "", false, 3, ""},
		{"who --limit", "", false, 3, "flag needs an argument: --limit"},
		{"who -k", "", false, 3, "flag needs an argument: -k"},
		{"who -k x", "", false, 3, `invalid value "x" for flag -k: want a number`},
		{"who --limit=x-y", "", false, 0, `invalid value "x-y" for flag --limit: want a number`},
		{"who --json=x", "", false, 3, `invalid boolean value "x" for --json: want true or false`},
		{"-outlet:Post who", "", false, 3, "there is no flag -outlet:Post; a question that begins with a dash stands behind --"},
		{"who --jason", "", false, 3, "there is no flag --jason; did you mean --json?"},
	} {
		fs := flag.NewFlagSet("ask", flag.ContinueOnError)
		fs.SetOutput(io.Discard)
		asJSON, limit := fs.Bool("json", false, ""), fs.Int("limit", 3, "")
		fs.Int("k", 1, "")
		words, err := parseAnywhere(fs, strings.Fields(c.args))
		problem := ""
		if err != nil {
			problem = flagProblem(fs, err)
		}
		if !slices.Equal(words, strings.Fields(c.words)) || *asJSON != c.json || *limit != c.limit || problem != c.err {
			t.Errorf("%q: got %q, json %v, limit %d, %q", c.args, words, *asJSON, *limit, problem)
		}
	}
}

func TestVersionLine(t *testing.T) {
	info := &debug.BuildInfo{
		Main: debug.Module{Version: "v1.2.3"},
		Settings: []debug.BuildSetting{
			{Key: "vcs.revision", Value: "0123abc"},
			{Key: "vcs.modified", Value: "true"},
		},
	}
	if got, want := versionLine(info), "newshound v1.2.3 revision 0123abc, modified go"; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q…", got, want)
	}
	if got, want := versionLine(nil), "newshound (devel) go"; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q…", got, want)
	}
}

// TestTell holds that what is told of a file or of an article moves no cursor.
func TestTell(t *testing.T) {
	dir := t.TempDir()
	stderr, err := os.Create(filepath.Join(dir, "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	defer stderr.Close()
	env := &environment{stderr: stderr, stdout: stderr, getenv: func(string) string { return "" }}
	if err := os.WriteFile(filepath.Join(dir, "a\x1b[31m.txt"), []byte("caf\xe9"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code := run([]string{"ask", "--corpus", dir, "who"}, env); code != exitError {
		t.Errorf("exit code %d", code)
	}
	if code := run([]string{"ask", "--corpus", "no\x1b[2Jsuch", "who"}, env); code != exitError {
		t.Errorf("exit code %d", code)
	}
	told, err := os.ReadFile(stderr.Name())
	if text := string(told); err != nil || strings.Contains(text, "\x1b") || !strings.Contains(text, "a␛[31m.txt:1: byte 4") || !strings.Contains(text, "no␛[2Jsuch: no such file") {
		t.Errorf("told %q, %v", told, err)
	}
}

// TestLostOutput holds that no command succeeds whose output is lost, of which the disk is full for
// instance.
func TestLostOutput(t *testing.T) {
	talk := filepath.Join(t.TempDir(), "talk.txt")
	if err := os.WriteFile(talk, []byte("Who was briefed?\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"version"}, {"help"}, {"ask", "sources"}, {"ask", "--json", "Putin"}, {"slack", "manifest"},
		{"eval", "--quote-check", "1"}, {"eval", "--conversations", talk},
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		env := &environment{stdin: r, stdout: w, stderr: w, getenv: func(string) string { return "" }}
		if code := run(args, env); code != exitError {
			t.Errorf("%q: exit code %d", args, code)
		}
		w.Close()
	}
}
