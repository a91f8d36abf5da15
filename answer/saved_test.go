package answer

import (
	"errors"
	"strings"
	"testing"
)

func TestReadSaved(t *testing.T) {
	one := `{"question":"q","snippets":[{"n":1,"quote":"a","article":"x","start":0,"end":1}],"near":[{"n":1,"quote":"b"}]}`
	for text, want := range map[string]int{one: 2, one + "\n" + one: 4, "[" + one + "," + one + "]": 4, `{"snippets":[]}`: 0, "[]": 0} {
		if got, err := ReadSaved(strings.NewReader(text)); err != nil || len(got) != want {
			t.Errorf("%.40s: %d quotes, %v", text, len(got), err)
		}
	}
	for _, text := range []string{"", "x", "{}", "[1]", `"snippets"`, one + "x", `{"snippets":[{"n":"1"}]}`, `{"snippets":null}`} {
		if _, err := ReadSaved(strings.NewReader(text)); !errors.Is(err, ErrNoAnswer) {
			t.Errorf("%.40s: %v", text, err)
		}
	}
}
