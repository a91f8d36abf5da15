package bot

import (
	"slices"
	"testing"
)

func TestRuns(t *testing.T) {
	const text = "one two  three-four\nfive"
	for name, c := range map[string]struct{ marks, want [][2]int }{
		"none":             {nil, nil},
		"apart":            {[][2]int{{0, 3}, {9, 14}}, [][2]int{{0, 3}, {9, 14}}},
		"spaces between":   {[][2]int{{0, 3}, {4, 7}, {9, 14}}, [][2]int{{0, 14}}},
		"a hyphen between": {[][2]int{{9, 14}, {15, 19}}, [][2]int{{9, 19}}},
		"side by side":     {[][2]int{{9, 14}, {14, 15}, {15, 19}}, [][2]int{{9, 19}}},
		"a line between":   {[][2]int{{15, 19}, {20, 24}}, [][2]int{{15, 19}, {20, 24}}},
		"beyond the end":   {[][2]int{{15, 19}, {20, 99}, {100, 104}}, [][2]int{{15, 19}, {20, 24}}},
		"nothing in a row": {[][2]int{{4, 4}, {4, 7}}, [][2]int{{4, 7}}},
	} {
		var marks []Span
		for _, m := range c.marks {
			marks = append(marks, Span{Start: m[0], End: m[1]})
		}
		var got [][2]int
		for _, m := range Runs(text, marks) {
			got = append(got, [2]int{m.Start, m.End})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
