//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"
)

const readme = "../../README.md"

// TestReadme runs the console sessions of the README, on a terminal of 80
// columns, and compares what they print. With -update it writes them anew.
//
// In a block marked "console", a line that begins with "$ " is a command, "> "
// continues a command with a here document, and the rest is output. All blocks
// are run in one directory, in which ./newshound is the command.
func TestReadme(t *testing.T) {
	source, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	command, err := exec.LookPath("newshound")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(command, filepath.Join(dir, "newshound")); err != nil {
		t.Fatal(err)
	}

	var out strings.Builder
	commands := 0
	inSession := false
	lines := strings.SplitAfter(string(source), "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		switch {
		case !inSession:
			inSession = line == "```console\n"
			out.WriteString(line)
		case line == "```\n":
			inSession = false
			out.WriteString(line)
		case strings.HasPrefix(line, "$ "):
			script := strings.TrimPrefix(line, "$ ")
			out.WriteString(line)
			for strings.Contains(script, "<<") && i+1 < len(lines) && strings.HasPrefix(lines[i+1], ">") {
				i++
				out.WriteString(lines[i])
				script += strings.TrimPrefix(strings.TrimPrefix(lines[i], ">"), " ")
			}
			out.WriteString(onTerminal(t, dir, script))
			commands++
		}
	}
	if commands == 0 {
		t.Fatal("the README has no sessions")
	}
	if got := out.String(); got == string(source) {
		return
	} else if *update {
		if err := os.WriteFile(readme, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	} else {
		t.Errorf("the README's sessions print something else now; if that is right, run\n"+
			"\tgo test ./cmd/newshound -update\n%s", firstDifference(string(source), got))
	}
}

// onTerminal runs a shell command on a terminal without colours, and returns
// what that shows.
func onTerminal(t *testing.T, dir, script string) string {
	t.Helper()
	cmd := exec.Command("sh", "-c", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TERM=xterm", "NO_COLOR=1", "NEWSHOUND_CORPUS=", "GORACE=atexit_sleep_ms=0")
	screen, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	var out bytes.Buffer
	// Linux reports the end of a terminal's output as an error.
	_, _ = io.Copy(&out, screen)
	_ = cmd.Wait() // a session may show a command that fails
	return strings.ReplaceAll(out.String(), "\r\n", "\n")
}
