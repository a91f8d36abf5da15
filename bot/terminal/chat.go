package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"newshound/bot"
	"newshound/bot/internal/plain"
)

// quit is the command that [Chat] carries out itself, to be named among the
// relay's.
var quit = bot.Command{Name: "quit", Does: "leave"}

// Commands returns the commands that a [Chat] carries out itself, for the Commands of
// [bot.Options].
func Commands() []bot.Command { return []bot.Command{quit} }

// Options say what a [Chat] talks through.
type Options struct {
	In  io.Reader
	Out io.Writer
	// Getenv looks up an environment variable; nil means that none is set.
	Getenv func(string) string
	// Greeting is what a person reads first. It is not written to a pipe.
	Greeting string
}

// Chat is a conversation: it reads questions, one a line, and writes the
// handler's replies. Where both ends are a terminal, unless TERM is "dumb", lines can
// be edited and called back (arrow keys), and a pasted text of several lines is one
// question. To and from a pipe, each question is repeated above its reply.
type Chat struct {
	handler bot.Handler
	options Options
}

// New returns a conversation with a handler.
func New(h bot.Handler, o Options) *Chat {
	if o.Getenv == nil {
		o.Getenv = func(string) string { return "" }
	}
	return &Chat{handler: h, options: o}
}

// lineReader reads what a person says.
type lineReader interface {
	// ReadLine returns the next line without its end. The error is io.EOF when
	// there is no more, and no line comes with an error.
	ReadLine() (string, error)
	// Close puts things back as they were. It may be called during ReadLine.
	Close() error
}

// Run converses until the person leaves (quit, exit, Ctrl-D, or Ctrl-C on an empty line), the
// input ends, or ctx is done, which is then the error. It leaves the terminal as it found it.
//
// A read from a terminal cannot be interrupted: when ctx ends during one, the
// goroutine that reads outlives Run, and ends with the next line or the process.
func (c *Chat) Run(ctx context.Context) (err error) {
	lines, interactive := c.open()
	defer func() { err = errors.Join(err, lines.Close()) }()
	if interactive && c.options.Greeting != "" {
		if err := c.show(bot.Reply{Text: c.options.Greeting}); err != nil {
			return err
		}
	}
	var last bot.Turn
	for {
		text, err := readLine(ctx, lines)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case strings.TrimSpace(text) == "":
			continue
		case leaves(text):
			return nil
		}
		if !interactive {
			if _, err := fmt.Fprintf(c.options.Out, "> %s\n", echo(text)); err != nil {
				return err
			}
		}
		r := c.handler.Handle(ctx, bot.Message{Text: text, Last: last})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if r.Turn != (bot.Turn{}) {
			last = r.Turn
		}
		if err := c.show(r); err != nil {
			return err
		}
	}
}

// open returns what reads the lines, and whether a person types them.
func (c *Chat) open() (lines lineReader, interactive bool) {
	in, inFile := c.options.In.(*os.File)
	out, outFile := c.options.Out.(*os.File)
	switch {
	case !inFile || !outFile || !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())):
		return newPlainLines(c.options.In), false
	case c.options.Getenv("TERM") == "dumb":
		return prompted{newPlainLines(in), out}, true
	}
	return newEditor(in, out), true
}

// readLine reads a line, or returns early when ctx is done.
func readLine(ctx context.Context, lines lineReader) (string, error) {
	type result struct {
		text string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		text, err := lines.ReadLine()
		done <- result{text, err}
	}()
	select {
	case r := <-done:
		return r.text, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// show renders a reply, and leaves a blank line after it.
func (c *Chat) show(r bot.Reply) error {
	if err := Render(c.options.Out, r, StyleOf(c.options.Out, c.options.Getenv)); err != nil {
		return err
	}
	_, err := fmt.Fprintln(c.options.Out)
	return err
}

// leaves reports whether a line ends the conversation.
func leaves(text string) bool {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "quit", "exit", "/quit", "/exit":
		return true
	}
	return false
}

// echo returns a question as it is repeated above its reply: on one line, and cut.
func echo(text string) string {
	const most = 200 // characters
	text, _ = neutralise(inline(strings.TrimSpace(text)), nil)
	return plain.Clip(text, most)
}
