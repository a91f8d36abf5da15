package syntax

import "strings"

// Unfiltered returns the words of a question without the filters that are typed in it.
func Unfiltered(question string) string {
	form, text := FormOf(question)
	return As(form, Tidy(Parse(text).Text))
}

// Tidy sets right the blanks and the punctuation about what was cut from a text.
func Tidy(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, mark := range []string{",", "?", ".", "!", ";", ":"} {
		text = strings.ReplaceAll(text, " "+mark, mark)
	}
	for _, marks := range [][2]string{{",?", "?"}, {",.", "."}, {",,", ","}} {
		text = strings.ReplaceAll(text, marks[0], marks[1])
	}
	return strings.Trim(text, ", ")
}

// Owns reports whether a name is in the possessive: Lee’s.
func Owns(name string) bool { return strings.HasSuffix(name, "’s") || strings.HasSuffix(name, "'s") }

// Owner returns a name without the ending of the possessive: Lee of Lee’s.
func Owner(name string) string { return strings.TrimSuffix(strings.TrimSuffix(name, "’s"), "'s") }

// CutWord returns a text without the words that it ends with, in whatever case.
func CutWord(text, words string) (string, bool) {
	n := len(text) - len(words)
	if n < 0 || !strings.EqualFold(text[n:], words) || n > 0 && text[n-1] != ' ' && text[n-1] != '(' {
		return text, false
	}
	return text[:n], true
}

// LastWord returns what stands behind the last blank of a name.
func LastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }
