package terminal

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync"

	"golang.org/x/term"

	"newshound/bot"
)

// The prompts: for a question, and for the rest of one that was pasted in
// several lines.
const (
	prompt     = "> "
	promptMore = "… "
)

// editor reads lines from a terminal, with editing and a history. The terminal
// is in raw mode only while a line is read.
type editor struct {
	in, out *os.File
	lines   *term.Terminal

	resized chan os.Signal
	watcher sync.WaitGroup

	mu     sync.Mutex
	normal *term.State // the state to go back to; nil while the terminal is in it
	closed bool
}

func newEditor(in, out *os.File) *editor {
	e := &editor{in: in, out: out, resized: make(chan os.Signal, 1)}
	e.lines = newTerminal(struct {
		io.Reader
		io.Writer
	}{in, out})
	e.resize()
	notifyResize(e.resized)
	e.watcher.Go(func() {
		for range e.resized {
			e.resize()
		}
	})
	return e
}

// newTerminal returns a line editor over a terminal that is in raw mode.
func newTerminal(rw io.ReadWriter) *term.Terminal {
	t := term.NewTerminal(rw, prompt)
	t.History = &history{}
	t.AutoCompleteCallback = complete
	return t
}

// resize tells the line editor how wide the terminal is.
func (e *editor) resize() {
	if width, height, err := term.GetSize(int(e.out.Fd())); err == nil && width > 0 {
		// The error is one of writing to a terminal that the next write meets too.
		_ = e.lines.SetSize(width, height)
	}
}

// ReadLine implements [lineReader].
func (e *editor) ReadLine() (string, error) {
	if err := e.raw(); err != nil {
		return "", err
	}
	text, err := readPasted(e.lines)
	if err != nil {
		e.leave()
		return "", err
	}
	return text, e.restore()
}

// readPasted reads a line. Lines that were pasted are joined with what follows
// them: they are sent off by the Enter of a person.
func readPasted(t *term.Terminal) (string, error) {
	t.SetPrompt(prompt)
	var parts []string
	for {
		line, err := t.ReadLine()
		if err != nil && !errors.Is(err, term.ErrPasteIndicator) {
			return "", err
		}
		parts = append(parts, line)
		if err == nil {
			return strings.TrimSpace(strings.Join(parts, " ")), nil
		}
		t.SetPrompt(promptMore)
	}
}

// The switches for bracketed paste, with which a terminal tells what was pasted
// from what was typed (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Bracketed-Paste-Mode).
const (
	pasteOn  = "\x1b[?2004h"
	pasteOff = "\x1b[?2004l"
)

// raw puts the terminal into the mode in which every key comes at once.
func (e *editor) raw() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return io.EOF
	}
	normal, err := term.MakeRaw(int(e.in.Fd()))
	if err != nil {
		return err
	}
	e.normal = normal
	_, err = e.out.WriteString(pasteOn)
	return err
}

// restore puts the terminal back into its own mode.
func (e *editor) restore() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.normal == nil {
		return nil
	}
	_, err := e.out.WriteString(pasteOff)
	err = errors.Join(err, term.Restore(int(e.in.Fd()), e.normal))
	e.normal = nil
	return err
}

// leave restores the terminal with the cursor at the start of a line, where a
// line was being edited. What fails now is of no use to anyone: the conversation
// is over.
func (e *editor) leave() {
	e.mu.Lock()
	editing := e.normal != nil
	e.mu.Unlock()
	if e.restore() == nil && editing {
		_, _ = e.out.WriteString("\n")
	}
}

// Close implements [lineReader].
func (e *editor) Close() error {
	e.mu.Lock()
	e.closed = true
	e.mu.Unlock()
	signal.Stop(e.resized)
	close(e.resized)
	e.watcher.Wait()
	e.leave()
	return nil
}

// history holds the lines to call back, the newest first, in memory.
type history struct{ lines []string }

// maxHistory is how many lines are kept.
const maxHistory = 500

// Add implements [term.History]. Empty lines and repetitions are not kept.
func (h *history) Add(line string) {
	line = strings.TrimSpace(line)
	if line == "" || len(h.lines) > 0 && h.lines[len(h.lines)-1] == line {
		return
	}
	h.lines = append(h.lines, line)
	if len(h.lines) > maxHistory {
		h.lines = h.lines[1:]
	}
}

// Len implements [term.History].
func (h *history) Len() int { return len(h.lines) }

// At implements [term.History]; 0 is the newest line.
func (h *history) At(i int) string { return h.lines[len(h.lines)-1-i] }

// complete completes a command when Tab is typed after its beginning. It has the
// type of [term.Terminal]'s AutoCompleteCallback.
func complete(line string, pos int, key rune) (newLine string, newPos int, ok bool) {
	if key != '\t' || pos != len(line) || len(line) < 2 {
		return "", 0, false
	}
	for _, c := range slices.Concat(Commands(), bot.Commands()) {
		command := "/" + c.Name
		if end := strings.IndexAny(command, " :"); end >= 0 {
			command = command[:end] + " " // more follows
		}
		if strings.HasPrefix(command, line) {
			return command, len(command), true
		}
	}
	return "", 0, false
}
