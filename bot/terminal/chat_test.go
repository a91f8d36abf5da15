package terminal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"newshound/bot"
)

// recorder is a handler that repeats what it gets, and takes every text that is
// no command for a question.
type recorder struct{ got []bot.Message }

func (r *recorder) Handle(_ context.Context, m bot.Message) bot.Reply {
	r.got = append(r.got, m)
	reply := bot.Reply{Text: fmt.Sprintf("got %q after %q", m.Text, m.Last.Question)}
	if !strings.HasPrefix(m.Text, "/") {
		reply.Turn.Question = m.Text
	}
	return reply
}

func TestChatFromAPipe(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"one question", "Who?\n", "> Who?\ngot \"Who?\" after \"\"\n\n"},
		{"a last line without an end", "Who?", "> Who?\ngot \"Who?\" after \"\"\n\n"},
		{"the last question is carried on", "Who?\n\n  \n/cite 1\r\n/cite 2\n", "> Who?\ngot \"Who?\" after \"\"\n\n" +
			"> /cite 1\ngot \"/cite 1\" after \"Who?\"\n\n> /cite 2\ngot \"/cite 2\" after \"Who?\"\n\n"},
		{"quit", "/quit\nWho?\n", ""},
		{"exit", " EXIT \nWho?\n", ""},
		{"control characters", "a\x1b[2Jb\n", "> a␛[2Jb\ngot \"a\\x1b[2Jb\" after \"\"\n\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			chat := New(&recorder{}, Options{In: strings.NewReader(c.in), Out: &out, Greeting: "Good morning"})
			if err := chat.Run(t.Context()); err != nil {
				t.Fatal(err)
			}
			if got := out.String(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestChatBoundsALine checks that of an endless line only so much is kept as
// makes the relay decline it, and that the next line is read.
func TestChatBoundsALine(t *testing.T) {
	var r recorder
	in := io.MultiReader(strings.NewReader(strings.Repeat("why ", 1<<20)), strings.NewReader("\nWho?\n"))
	if err := New(&r, Options{In: in, Out: io.Discard}).Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(r.got) != 2 || len(r.got[0].Text) != bot.MaxQuestion+1 || r.got[1].Text != "Who?" {
		t.Errorf("got %d messages", len(r.got))
	}
}

func TestChatErrors(t *testing.T) {
	broken := errors.New("broken")
	if err := New(&recorder{}, Options{In: iotest.ErrReader(broken), Out: io.Discard}).Run(t.Context()); !errors.Is(err, broken) {
		t.Errorf("reading: %v", err)
	}
	if err := New(&recorder{}, Options{In: strings.NewReader("Who?\n"), Out: brokenWriter{broken}}).Run(t.Context()); !errors.Is(err, broken) {
		t.Errorf("writing: %v", err)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

// TestChatEndsWithItsContext checks that Run returns while a read is still
// waiting.
func TestChatEndsWithItsContext(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close() // ends the read
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- New(&recorder{}, Options{In: r, Out: io.Discard}).Run(ctx) }()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
