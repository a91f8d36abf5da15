package bot

import "strings"

// Runs returns the marks of a text as they are to be emphasised: those with no more than
// spaces between them are one, and of one that goes on behind the text's end, which may
// have been cut, the part that is in it.
func Runs(text string, marks []Span) []Span {
	var runs []Span
	for _, m := range marks {
		if m.End = min(m.End, len(text)); m.Start >= m.End {
			continue
		}
		if last := len(runs) - 1; last >= 0 && strings.Trim(text[runs[last].End:m.Start], " ") == "" {
			runs[last].End = m.End
			continue
		}
		runs = append(runs, m)
	}
	return runs
}
