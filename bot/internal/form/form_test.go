package form_test

import (
	"slices"
	"strings"
	"testing"

	"newshound/bot/internal/form"
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		fields        form.Fields
		text, problem string
	}{
		{form.Fields{}, "", ""},
		{form.Fields{Outlet: ` The "Hill" `, From: "2023-07-01", To: " 2023 "}, `outlet:"The Hill" from:2023-07-01 to:2023 `, ""},
		{form.Fields{From: "2023-07-15", To: "2023-07"}, "from:2023-07-15 to:2023-07 ", ""},
		{form.Fields{From: "2024", To: "2024/02/29"}, "from:2024 to:2024/02/29 ", ""},
		{form.Fields{From: "2023-02-29"}, "", "“2023-02-29” is no date that I can read, for “from”"},
		{form.Fields{To: "next week"}, "", "for “to”"},
		{form.Fields{From: "2023-08", To: "2023-07-31"}, "", "“to” (2023-07-31) is before “from” (2023-08)"},
		{form.Fields{From: strings.Repeat("9", 5000)}, "", "…” is no date"},
	} {
		text, problem := c.fields.Text()
		if text != c.text || !strings.Contains(problem, c.problem) || (problem == "") != (c.problem == "") || len(problem) > 300 {
			t.Errorf("%.80q: %q, %q", c.fields, text, problem)
		}
	}
}

func TestComplete(t *testing.T) {
	names := []string{"The Hill", "The Root", "", "Hill Country News", strings.Repeat("The long ", 20)}
	for typed, want := range map[string][]string{
		"the": {"The Hill", "The Root"}, "HiLL": {"Hill Country News", "The Hill"}, "": {"The Hill", "The Root", "Hill Country News"}, "ill": nil,
	} {
		if got := form.Complete(names, typed, 25, 100); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := form.Complete(names, "the", 1, 100); !slices.Equal(got, []string{"The Hill"}) {
		t.Errorf("one: %q", got)
	}
}
