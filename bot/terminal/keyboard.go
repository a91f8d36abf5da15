package terminal

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/term"

	"newshound/bot"
)

// The prompts: for a question, and for the rest of one that was pasted in
// several lines.
const (
	prompt     = "> "
	promptMore = "… "
)

// keyboard makes questions of what is typed at a terminal that is in raw mode.
type keyboard struct {
	*term.Terminal
	keys *keys
}

func newKeyboard(in io.Reader, out io.Writer) *keyboard {
	k := &keys{in: bufio.NewReader(in), suspend: func() {}}
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{k, out}, prompt)
	t.History = &history{}
	t.AutoCompleteCallback = complete
	return &keyboard{Terminal: t, keys: k}
}

// question reads a question. Lines that were pasted are joined with what follows
// them: they are sent off by the Enter of a person.
func (k *keyboard) question() (string, error) {
	k.SetPrompt(prompt)
	var parts []string
	for {
		line, err := k.ReadLine()
		if err != nil && !errors.Is(err, term.ErrPasteIndicator) {
			return "", err
		}
		if k.keys.dropped {
			parts, k.keys.dropped = nil, false
		}
		if line != "" { // as between the paragraphs of a paste
			parts = append(parts, line)
		}
		if err == nil {
			return strings.TrimSpace(strings.Join(parts, " ")), nil
		}
		k.SetPrompt(promptMore)
	}
}

// keys are what is typed. Ctrl-C at a question that was begun drops it, and leaves
// only where there is nothing to drop: a slip of the fingers is no reason to lose a
// conversation. [term.Terminal] would leave at once. Ctrl-Z suspends.
type keys struct {
	in      *bufio.Reader
	begun   bool // something was typed since the last Enter or Ctrl-C
	dropped bool // what was typed or pasted before belongs to no question
	suspend func()
}

// Read implements [io.Reader], a key or a part of one at a time: what is read ahead
// would be dropped too early.
func (k *keys) Read(p []byte) (int, error) {
	const (
		ctrlC     = 0x03
		ctrlZ     = 0x1A
		enter     = '\r'
		clearLine = "\x01\x0B" // Ctrl-A goes to its start, Ctrl-K clears it from there
	)
	key, err := k.in.ReadByte()
	for ; err == nil && key == ctrlZ; key, err = k.in.ReadByte() {
		k.suspend()
	}
	if err != nil {
		return 0, err
	}
	if key == ctrlC && k.begun && len(p) >= len(clearLine) {
		k.begun, k.dropped = false, true
		return copy(p, clearLine), nil
	}
	k.begun = key != enter && key != ctrlC
	return copy(p, []byte{key}), nil
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
