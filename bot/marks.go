package bot

import "strings"

// Runs returns the marks of a text as they are to be emphasised. Marks with nothing but spaces
// or a hyphen between them become one. The text may have been cut: marks are cut at its end, too.
func Runs(text string, marks []Span) []Span {
	var runs []Span
	for _, m := range marks {
		if m.End = min(m.End, len(text)); m.Start >= m.End {
			continue
		}
		if last := len(runs) - 1; last >= 0 && joins(text[runs[last].End:m.Start]) {
			runs[last].End = m.End
			continue
		}
		runs = append(runs, m)
	}
	return runs
}

// joins reports whether what stands between two marks leaves them one: spaces, or the hyphen of
// Bankman-Fried.
func joins(between string) bool {
	return strings.Trim(between, " ") == "" || between == "-" || between == "\u2010" || between == "\u2011"
}
