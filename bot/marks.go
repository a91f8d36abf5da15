package bot

import "strings"

// Runs returns the marks of a text as they are to be emphasised. Marks with nothing but spaces
// between them become one. The text may have been cut: marks are cut at its end, too.
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
