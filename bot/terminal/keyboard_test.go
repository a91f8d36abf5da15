package terminal

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// TestEditing types keys at the line editor.
func TestEditing(t *testing.T) {
	const (
		up, down, left = "\x1b[A", "\x1b[B", "\x1b[D"
		paste, pasted  = "\x1b[200~", "\x1b[201~"
		home, ctrlW    = "\x01", "\x17"
	)
	long := strings.Repeat("long ", 4000) + "question"
	for _, c := range []struct {
		name, keys string
		want       []string
	}{
		{"lines", "one\rtwo\r", []string{"one", "two"}},
		{"editing", "on?" + left + "e" + home + "number \rlast word" + ctrlW + "try\r", []string{"number one?", "last try"}},
		{"history", "one\rtwo\r\r\rtwo\r" + up + up + "\r" + up + up + up + down + " more\r", []string{"one", "two", "", "", "two", "one", "two more"}},
		{"a pasted line waits for Enter", paste + "who" + pasted + " and why?\r", []string{"who and why?"}},
		{"pasted lines are one question", paste + "who\nand\r\nwhy?\n" + pasted + "\rnext\r", []string{"who and why?", "next"}},
		{"a long paste", paste + long + pasted + "\r", []string{long}},
		{"completion", "/so\t\r/c\t2\r/q\t\r/ti\t\r/quo\twords\r/x\t\rs\t\r", []string{"/sources", "/cite 2", "/quit", "/timeline", "/quote words", "/x", "s"}},
		{"words", "one two" + "\x1bb" + "or " + "\x1b[1;5D\x1b[1;5D" + "not " + "\x1bf" + "," + "\x1b[1;5C" + ".\r", []string{"not one, or. two"}},
		{"cutting", "one two three" + "\x1bb\x0b" + "\x1b[D\x1b\x7f" + "\r" + "one two" + left + left + "\x15\r" + "one x\x01\x1bd\x04two\x01\x1b[3~\r", []string{"one", "wo", "wox"}},
		{"characters of several", "e\u0301👩‍👩‍👧🇩🇪" + left + "\x08\r" + "日本語" + left + left + "\x04\r", []string{"e\u0301🇩🇪", "日語"}},
		{"what edits nothing", "\x1bx\x1b[24~\x1b[1;2P\x00\x07a\xffb\u202e\x1bOFc\x0c\r", []string{"abc"}},
		{"a paste amid", "why" + home + paste + "who \x1b[1m\x07and\t" + pasted + "\r", []string{"who [1mand why"}},
		{"the history keeps what was begun", "one\rtw" + up + down + down + "o\r", []string{"one", "two"}},
		{"Ctrl-C leaves", "one\r\x03three\r", []string{"one"}},
		{"Ctrl-C drops what was begun", "one\rtwo" + left + "\x03three\r" + up + "\x03\x03four\r", []string{"one", "three"}},
		{"Ctrl-C drops what was pasted", paste + "who\nand\n" + pasted + "\x03why?\r\x03", []string{"why?"}},
		{"Ctrl-D leaves", "one\r\x04three\r", []string{"one"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var screen bytes.Buffer
			k := newKeyboard(strings.NewReader(c.keys), &screen)
			var got []string
			for {
				line, err := k.question()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, line)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %.200q, want %.200q", got, c.want)
			}
			if !strings.HasPrefix(screen.String(), prompt) {
				t.Errorf("the screen shows %q", screen.String())
			}
		})
	}
}

func TestHistoryIsBounded(t *testing.T) {
	var h history
	for i := range maxHistory + 10 {
		h.add(strings.Repeat("x", i+1))
	}
	if n := len(h.lines); n != maxHistory || len(h.at(1)) != maxHistory+10 || len(h.at(maxHistory)) != 11 {
		t.Errorf("%d lines, newest %d, oldest %d", n, len(h.at(1)), len(h.at(maxHistory)))
	}
}
