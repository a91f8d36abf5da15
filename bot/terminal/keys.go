package terminal

import (
	"bufio"
	"strings"
	"unicode"

	"newshound/bot/internal/plain"
)

// key is what is typed: a character, or one of the keys below. A pasted text is one key, too.
type key rune

// The keys that edit. Their values are the control characters that they send, or that do the same
// in Emacs and in shells.
const (
	keyHome      key = 'A' & 0x1F
	keyLeft      key = 'B' & 0x1F
	keyDrop      key = 'C' & 0x1F
	keyDelete    key = 'D' & 0x1F // or leaves, where there is nothing to delete
	keyEnd       key = 'E' & 0x1F
	keyRight     key = 'F' & 0x1F
	keyBackspace key = 'H' & 0x1F
	keyTab       key = 'I' & 0x1F
	keyNewline   key = 'J' & 0x1F
	keyCutEnd    key = 'K' & 0x1F
	keyClear     key = 'L' & 0x1F
	keyEnter     key = 'M' & 0x1F
	keyDown      key = 'N' & 0x1F
	keyUp        key = 'P' & 0x1F
	keyCutStart  key = 'U' & 0x1F
	keyCutWord   key = 'W' & 0x1F
	keySuspend   key = 'Z' & 0x1F
	keyEscape    key = 0x1B
	keyRubout    key = 0x7F
)

// Those that have no control character.
const (
	keyNone key = -1 - iota // nothing that edits
	keyWordLeft
	keyWordRight
	keyCutNextWord
	keyPaste
	keyErase // deletes the character at the cursor, and never leaves
)

// sequences are what terminals send for keys behind an escape character
// (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-PC-Style-Function-Keys).
var sequences = map[string]key{
	"[A": keyUp, "[B": keyDown, "[C": keyRight, "[D": keyLeft, "[H": keyHome, "[F": keyEnd,
	"OA": keyUp, "OB": keyDown, "OC": keyRight, "OD": keyLeft, "OH": keyHome, "OF": keyEnd,
	"[1~": keyHome, "[7~": keyHome, "[4~": keyEnd, "[8~": keyEnd, "[3~": keyErase,
	"[1;5C": keyWordRight, "[1;3C": keyWordRight, "f": keyWordRight, "[1;5D": keyWordLeft, "[1;3D": keyWordLeft, "b": keyWordLeft,
	"d": keyCutNextWord, "\x7f": keyCutWord, "\b": keyCutWord, "[200~": keyPaste,
}

// keys reads what is typed.
type keys struct{ in *bufio.Reader }

// next returns the next key, and the text of what was pasted.
func (k keys) next() (key, string, error) {
	r, _, err := k.in.ReadRune()
	if err != nil || key(r) != keyEscape {
		return key(r), "", err
	}
	sequence, err := k.sequence()
	if err != nil {
		return keyNone, "", err
	}
	switch known := sequences[sequence]; known {
	case 0:
		return keyNone, "", nil
	case keyPaste:
		text, err := k.pasted()
		return keyPaste, text, err
	default:
		return known, "", nil
	}
}

// sequence returns what follows an escape character: one character, or after "[" and "O"
// all up to a letter or a tilde.
func (k keys) sequence() (string, error) {
	const most = 16 // bytes; what is longer is none
	var b strings.Builder
	for b.Len() < most {
		c, err := k.in.ReadByte()
		if err != nil {
			return "", err
		}
		b.WriteByte(c)
		if first := b.Len() == 1; first && c != '[' && c != 'O' || !first && (c >= '@' && c <= '~') {
			break
		}
	}
	return b.String(), nil
}

// pasted returns what was pasted, as one line.
func (k keys) pasted() (string, error) {
	const end = "\x1b[201~"
	const most = 1 << 20 // bytes, more than any question has; the rest is dropped
	var b strings.Builder
	tail := ""
	for !strings.HasSuffix(tail, end) {
		c, err := k.in.ReadByte()
		if err != nil {
			return "", err
		}
		if tail += string([]byte{c}); len(tail) > len(end) {
			tail = tail[1:]
		}
		if b.Len() < most {
			b.WriteByte(c)
		}
	}
	return oneLine(strings.TrimSuffix(b.String(), end)), nil
}

// oneLine returns text as it can stand in a line that is edited: line ends and tabs become a
// space, and characters that may do more than show are left out.
func oneLine(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r) && (unicode.IsControl(r) || plain.Unsafe(r)):
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		case !unsafe(r):
			b.WriteRune(r)
		}
		space = r == ' '
	}
	return b.String()
}
