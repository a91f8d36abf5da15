package quotation

import (
	"slices"
	"strings"
	"testing"
)

// TestFind finds the outermost quotations; “…” behind one says that no mark closes it.
func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"none", "He said nothing.", nil},
		{"curly", "“We won’t,” he said. “Not now.”", []string{"“We won’t,”", "“Not now.”"}},
		{"straight", `"We won't," he said. "Not now."`, []string{`"We won't,"`, `"Not now."`}},
		{"doubled single marks", "‘‘We will,’’ he said.", []string{"‘‘We will,’’"}},
		{"nested", "“He said ‘no’ to me,” she said.", []string{"“He said ‘no’ to me,”"}},
		{"German", "„We wish him well“, said Lee. “Not me.” „And „now“ you“", []string{"„We wish him well“", "“Not me.”", "„And „now“ you“"}},
		{"opened low, closed high", "„We wish him well,” said Lee.", []string{"„We wish him well,”"}},
		{"nested alike", "“He said “no” to me,” she said.", []string{"“He said “no” to me,”"}},
		{"nested alike, the outermost not closed", "“We heard “no, “never” ever” from him.", []string{"“no, “never” ever”"}},
		{"paragraphs of one statement", `"It held. "It leaked. "We left," he said.`, []string{`"It held.…`, `"It leaked.…`, `"We left,"`}},
		{"paragraphs of one statement, curly", "“It held. “It leaked! “We left,” he said.", []string{"“It held.…", "“It leaked!…", "“We left,”"}},
		{"a mark is missing", `"It held, he said. "It leaked," he said.`, []string{`"It leaked,"`}},
		{"not closed", "He said: “We go on", []string{"“We go on…"}},
		{"an apostrophe", "The mayor's plan is the Smiths' own.", nil},
		{"single", "‘We won’t,’ he said.", []string{"‘We won’t,’"}},
	} {
		const base = 100
		var got []string
		for _, q := range Find(c.text, base) {
			text := c.text[q.Start-base : q.End-base]
			if q.Open {
				text += "…"
			}
			got = append(got, text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: of %s found %s, want %s", c.name, c.text, strings.Join(got, " | "), strings.Join(c.want, " | "))
		}
	}
}
