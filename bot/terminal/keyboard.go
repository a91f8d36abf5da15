package terminal

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"sync"

	"newshound/bot"
)

// prompt is what a question is typed behind.
const prompt = "> "

// keyboard makes questions of what is typed at a terminal that is in raw mode.
//
// [golang.org/x/term] has a line editor, too. It takes all characters to be equally wide, so
// that a Japanese question was garbled, and it lost its place when the terminal was resized.
// The libraries that were tried (github.com/peterh/liner, github.com/reeflective/readline) did
// not keep a pasted text of several lines together.
type keyboard struct {
	keys    keys
	suspend func() // what Ctrl-Z does while nothing is shown
	history history

	mu     sync.Mutex // guards screen, which another goroutine resizes
	screen screen
}

func newKeyboard(in io.Reader, out io.Writer) *keyboard {
	const columns, lines = 80, 24 // until they are known
	return &keyboard{keys: keys{bufio.NewReader(in)}, suspend: func() {}, screen: screen{out: out, width: columns, height: lines}}
}

// resize tells how large the terminal is now.
func (k *keyboard) resize(columns, lines int) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.screen.resize(columns, lines)
}

// show shows a line.
func (k *keyboard) show(l line) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.screen.show(prompt, l)
}

// leave shows a line for the last time, and moves to the row below it.
func (k *keyboard) leave(l line) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.screen.leave(prompt, l)
}

// clear clears the screen, and shows a line at its top.
func (k *keyboard) clear(l line) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, err := io.WriteString(k.screen.out, clearScreen); err != nil {
		return err
	}
	k.screen.row = 0
	return k.screen.show(prompt, l)
}

// question reads a question. Pasted text is only sent when the person presses Enter, even if it
// ends in a newline. Ctrl-C drops a question that was begun, and ends the conversation only on
// an empty line, so that a slip of the fingers does not lose it.
func (k *keyboard) question() (string, error) {
	l := recalling{history: &k.history}
	if err := k.show(l.line); err != nil {
		return "", err
	}
	for {
		pressed, pasted, err := k.keys.next()
		if err != nil {
			return "", err
		}
		switch pressed {
		case keyEnter, keyNewline:
			k.history.add(l.text)
			return strings.TrimSpace(l.text), k.leave(l.line)
		case keyDrop, keyDelete:
			if l.text == "" {
				return "", io.EOF
			}
			l.press(pressed)
		case keySuspend:
			if err = k.leave(l.line); err == nil {
				k.suspend()
			}
		case keyClear:
			err = k.clear(l.line)
		case keyPaste:
			l.insert(pasted)
		default:
			l.press(pressed)
		}
		if err == nil && k.keys.in.Buffered() == 0 { // otherwise it is shown once all input was read
			err = k.show(l.line)
		}
		if err != nil {
			return "", err
		}
	}
}

// recalling is a line that can be replaced by lines of the history.
type recalling struct {
	line
	history *history
	back    int    // how many lines back in the history the line is; 0 is a new one
	begun   string // the text of the new line while an old one is shown
}

// press carries out a key.
func (l *recalling) press(pressed key) {
	switch pressed {
	case keyUp:
		l.recall(l.back + 1)
	case keyDown:
		l.recall(l.back - 1)
	case keyDrop:
		l.line, l.back = line{}, 0
	case keyDelete:
		l.cut(l.move(1))
	case keyTab:
		l.complete()
	default:
		l.edit(pressed)
	}
}

// recall replaces the line by the one that is back lines back in the history, if there is one.
func (l *recalling) recall(back int) {
	if back < 0 || back > len(l.history.lines) {
		return
	}
	if l.back == 0 {
		l.begun = l.text
	}
	l.back, l.text = back, l.begun
	if back > 0 {
		l.text = l.history.at(back)
	}
	l.at = len(l.text)
}

// edit carries out a key that needs no history.
func (l *line) edit(pressed key) {
	switch pressed {
	case keyLeft:
		l.at = l.move(-1)
	case keyRight:
		l.at = l.move(1)
	case keyWordLeft:
		l.at = l.wordStart()
	case keyWordRight:
		l.at = l.wordEnd()
	case keyHome:
		l.at = 0
	case keyEnd:
		l.at = len(l.text)
	case keyBackspace, keyRubout:
		l.cut(l.move(-1))
	case keyErase:
		l.cut(l.move(1))
	case keyCutWord:
		l.cut(l.wordStart())
	case keyCutNextWord:
		l.cut(l.wordEnd())
	case keyCutStart:
		l.cut(0)
	case keyCutEnd:
		l.cut(len(l.text))
	default:
		if r := rune(pressed); r >= ' ' && !unsafe(r) {
			l.insert(string(r))
		}
	}
}

// complete completes a command of which the beginning was typed.
func (l *line) complete() {
	if l.at != len(l.text) || len(l.text) < 2 {
		return
	}
	for _, c := range slices.Concat(Commands(), bot.Commands()) {
		command := "/" + c.Name
		if end := strings.IndexAny(command, " :"); end >= 0 {
			command = command[:end] + " " // more follows
		}
		if strings.HasPrefix(command, l.text) {
			l.text, l.at = command, len(command)
			return
		}
	}
}

// history holds the lines to call back, the newest last, in memory.
type history struct{ lines []string }

// maxHistory is how many lines are kept.
const maxHistory = 500

// add adds a line. Empty lines and repetitions are not kept.
func (h *history) add(line string) {
	line = strings.TrimSpace(line)
	if line == "" || len(h.lines) > 0 && h.lines[len(h.lines)-1] == line {
		return
	}
	h.lines = append(h.lines, line)
	if len(h.lines) > maxHistory {
		h.lines = h.lines[1:]
	}
}

// at returns a line; 1 is the newest.
func (h *history) at(back int) string { return h.lines[len(h.lines)-back] }
