//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"
)

// session is the command newshound running on a terminal of its own.
type session struct {
	t      *testing.T
	cmd    *exec.Cmd
	screen *os.File // what the terminal shows comes from here, and keys go in
	tty    *os.File // the terminal's other end
	before *term.State
	shown  chan []byte // what was read from screen
	unread []byte
}

// start starts newshound on a terminal of 24 lines and 60 columns.
func start(t *testing.T, env []string, args ...string) *session {
	t.Helper()
	return startCommand(t, env, exec.Command("newshound", args...))
}

// startCommand starts a command on such a terminal.
func startCommand(t *testing.T, env []string, cmd *exec.Cmd) *session {
	t.Helper()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { screen.Close() })
	s := &session{t: t, screen: screen, tty: tty, cmd: cmd, shown: make(chan []byte, 1000)}
	s.resize(60)
	if s.before, err = term.GetState(int(tty.Fd())); err != nil {
		t.Fatal(err)
	}
	s.cmd.Env = append(os.Environ(), "TERM=xterm", "NO_COLOR=", "NEWSHOUND_CORPUS=testdata/bridge.jsonl", "GORACE=atexit_sleep_ms=0")
	s.cmd.Env = append(s.cmd.Env, env...)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = tty, tty, tty
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	reading := make(chan struct{})
	go func() {
		defer close(reading)
		s.read()
	}()
	t.Cleanup(func() { tty.Close(); <-reading }) // the read ends when nobody has the terminal open
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if s.cmd.ProcessState == nil {
			_ = s.cmd.Process.Kill()
			_ = s.cmd.Wait()
		}
	})
	return s
}

// read passes on what the terminal shows, until its other end is closed.
func (s *session) read() {
	buf := make([]byte, 4096)
	for {
		n, err := s.screen.Read(buf)
		if err != nil {
			close(s.shown)
			return
		}
		s.shown <- bytes.Clone(buf[:n])
	}
}

// resize makes the terminal so wide.
func (s *session) resize(columns uint16) {
	s.t.Helper()
	if err := pty.Setsize(s.tty, &pty.Winsize{Rows: 24, Cols: columns}); err != nil {
		s.t.Fatal(err)
	}
}

// types sends keys.
func (s *session) types(keys string) {
	s.t.Helper()
	if _, err := s.screen.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// sees waits until the terminal has shown what matches a pattern, and returns
// all that it has shown since the last match, up to the end of this one.
func (s *session) sees(pattern string) string {
	s.t.Helper()
	re := regexp.MustCompile(pattern)
	deadline := time.After(30 * time.Second)
	for {
		if at := re.FindIndex(s.unread); at != nil {
			seen := string(s.unread[:at[1]])
			s.unread = s.unread[at[1]:]
			return seen
		}
		select {
		case b := <-s.shown:
			s.unread = bytes.ReplaceAll(append(s.unread, b...), []byte("\r\n"), []byte("\n"))
		case <-deadline:
			s.t.Fatalf("waiting for %q; the screen shows\n%q", pattern, s.unread)
		}
	}
}

// ends waits for the command to end with an exit code, and checks that the
// terminal is as it was before.
func (s *session) ends(code int) {
	s.t.Helper()
	err := s.cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		s.t.Fatal(err)
	}
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Errorf("the exit code is %d, want %d", got, code)
	}
	after, err := term.GetState(int(s.tty.Fd()))
	if err != nil {
		s.t.Fatal(err)
	}
	if !reflect.DeepEqual(after, s.before) {
		s.t.Errorf("the terminal is not as it was: %v, was %v", after, s.before)
	}
}

// What a terminal sends for keys, and what it is sent.
const (
	keyUp, keyLeft     = "\x1b[A", "\x1b[D"
	ctrlC, ctrlD       = "\x03", "\x04"
	ctrlZ              = "\x1a"
	pasteOn, pasteOff  = "\x1b[?2004h", "\x1b[?2004l"
	pasted, pastedDone = "\x1b[200~", "\x1b[201~"
)

func TestChatOnATerminal(t *testing.T) {
	s := start(t, nil, "chat")
	s.sees(`^Newshound: 1 article of 1 outlet, published on 6 May 2024\.\nAsk a question, or type /help\.\n\n`)
	s.sees(regexp.QuoteMeta(pasteOn) + "> ")
	s.types("How many cars does the bridge crry" + keyLeft + keyLeft + keyLeft + "a\r")
	answer := s.sees("(?s)The coverage says:\n.*https://gazette.example/bridge\n\n.*> ")
	if !strings.Contains(answer, "\x1b[1mcars\x1b[0m") || !strings.Contains(answer, "\n   │ ") {
		t.Errorf("the answer is neither bold nor wrapped: %q", answer)
	}
	s.types("/cite 1\r")
	s.sees("Outlet     The Ashford Gazette\n")
	s.sees("> ")

	s.types(keyUp + keyUp + "\r")
	s.sees("The coverage says:\n")
	s.sees("> ")
	s.resize(30)
	s.types(pasted + "How many cars does\nthe bridge carry?\n" + pastedDone + "\r")
	for line := range strings.Lines(s.sees("(?s)The coverage says:\n.*gazette.example/bridge\n\n.*> ")) {
		plain := strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(line)
		if strings.Contains(plain, "│") && len([]rune(plain)) > 31 {
			t.Errorf("%q is too wide for the terminal", line)
		}
	}
	s.types("/quit\r")
	s.sees(regexp.QuoteMeta(pasteOff))
	s.ends(0)
}

func TestLeavingAChat(t *testing.T) {
	for name, keys := range map[string]string{"Ctrl-C": "half a question" + ctrlC + ctrlC, "Ctrl-D": ctrlD, "quit": "quit\r"} {
		t.Run(name, func(t *testing.T) {
			s := start(t, nil, "chat")
			s.sees("> ")
			s.types(keys)
			s.sees(regexp.QuoteMeta(pasteOff))
			s.ends(0)
		})
	}
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		t.Run(sig.String(), func(t *testing.T) {
			s := start(t, nil, "chat")
			s.sees("> ")
			if err := s.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			s.sees(regexp.QuoteMeta(pasteOff) + "\nnewshound: interrupted\n")
			s.ends(1)
		})
	}
}

// TestSuspendingAChat types Ctrl-Z amid a question, in a shell that then carries the
// command on.
func TestSuspendingAChat(t *testing.T) {
	path, err := exec.LookPath("newshound")
	if err != nil {
		t.Fatal(err)
	}
	s := startCommand(t, nil, exec.Command("sh", "-c", `set -m; "$0" chat; stty; fg >/dev/null; stty`, path))
	s.sees(regexp.QuoteMeta(pasteOn) + "> ")
	s.types("How many cars does the brid" + ctrlZ)
	if got := s.sees(regexp.QuoteMeta(pasteOff) + "(?s).*speed.*\n.*" + regexp.QuoteMeta(pasteOn) + ".*> How many cars does the brid"); strings.Contains(got, "-icanon") {
		t.Errorf("while it was stopped the terminal was not as before: %q", got)
	}
	s.types("ge carry?\r")
	s.sees("(?s)The coverage says:.*example/bridge\n\n.*> ")
	s.types(ctrlD)
	s.sees("speed")
	s.ends(0)
}

func TestNoColor(t *testing.T) {
	s := start(t, []string{"NO_COLOR=1"}, "chat")
	s.sees("> ")
	s.types("How many cars does the bridge carry?\r")
	if got := s.sees("(?s)The coverage says:.*example/bridge\n"); strings.Contains(got, "\x1b[1m") {
		t.Errorf("bold: %q", got)
	}
	s.sees("> ")
	s.types(ctrlD)
	s.ends(0)

	s = start(t, []string{"TERM=dumb"}, "chat")
	s.sees(`(?s)Newshound: .*/help\.\s+> `)
	s.types("How many cars does the bridge carry?\n/quit\n")
	if got := s.sees("(?s)The coverage says:.*example/bridge\n"); strings.Contains(got, "\x1b") {
		t.Errorf("escapes: %q", got)
	}
	s.ends(0)
}

func TestAskOnATerminal(t *testing.T) {
	s := start(t, nil, "ask", "How many cars does the bridge carry?")
	if got := s.sees("(?s)The coverage says:.*example/bridge\n"); !strings.Contains(got, "\x1b[1mcars\x1b[0m") {
		t.Errorf("not bold: %q", got)
	}
	s.ends(0)

	// Without a question, nothing waits for one.
	s = start(t, nil, "ask")
	s.sees("ask needs a question")
	s.ends(2)
}
