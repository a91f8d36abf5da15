package terminal

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"sync"

	"golang.org/x/term"
)

// editor reads lines from a terminal, with editing and a history. The terminal
// is in raw mode only while a line is read.
type editor struct {
	in, out *os.File
	lines   *keyboard

	resized chan os.Signal
	watcher sync.WaitGroup

	mu     sync.Mutex
	normal *term.State // the state to go back to; nil while the terminal is in it
	closed bool
}

func newEditor(in, out *os.File) *editor {
	e := &editor{in: in, out: out, resized: make(chan os.Signal, 1)}
	e.lines = newKeyboard(in, out)
	e.lines.suspend = e.suspend
	e.resize()
	notifyResize(e.resized)
	e.watcher.Go(func() {
		for range e.resized {
			e.resize()
		}
	})
	return e
}

// resize tells the line editor how wide the terminal is.
func (e *editor) resize() {
	if width, height, err := term.GetSize(int(e.out.Fd())); err == nil && width > 0 {
		// The error is one of writing to a terminal that the next write meets too.
		_ = e.lines.resize(width, height)
	}
}

// ReadLine implements [lineReader].
func (e *editor) ReadLine() (string, error) {
	if err := e.raw(); err != nil {
		return "", err
	}
	text, err := e.lines.question()
	if err != nil {
		e.leave()
		return "", err
	}
	return text, e.restore()
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

// suspend stops the process, as Ctrl-Z does outside of the editor. Its errors are left to the
// next key, which meets them, too.
func (e *editor) suspend() {
	if e.restore() == nil {
		stop()
		_ = e.raw()
		e.resize()
	}
}

// leave restores the terminal. If a line was being edited, it puts the cursor at the start of
// the next one. Errors are dropped, since the conversation is over.
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
