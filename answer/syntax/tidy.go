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
