package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/eval"
	"newshound/answer/index"
	"newshound/corpus"
	"newshound/corpus/textfile"
	"newshound/seeds"
)

// seedEngine returns an engine over the seed articles.
func seedEngine(t testing.TB) *engine.Engine {
	t.Helper()
	articles, problems, err := corpus.Collect(t.Context(), textfile.New(seeds.FS, "seeds"))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return engine.New(index.New(articles))
}

// TestRanks compares where our own questions find their answers in the seeds
// with seeds/ranks.golden, so that a change of ranking is a change to review. With
// -update it writes the file anew.
func TestRanks(t *testing.T) {
	const questions, golden = "../../seeds/questions.jsonl", "../../seeds/ranks.golden"
	f, err := os.Open(questions)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cases, err := eval.ReadCases(f, questions)
	if err != nil {
		t.Fatal(err)
	}
	answered, err := eval.Quote(t.Context(), seedEngine(t), cases, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := eval.Judge(answered).Print(&b); err != nil {
		t.Fatal(err)
	}
	b.WriteString("\n# question, outcome, rank of the first quote that answers, where the quotes stand\n")
	for _, r := range answered {
		rank := "-"
		if r.Rank() > 0 {
			rank = strconv.Itoa(r.Rank())
		}
		fmt.Fprintf(&b, "%-16s %-7s %s", r.Case.ID, r.Outcome, rank)
		for _, s := range r.Snippets {
			outlet := strings.ReplaceAll(s.Cite.Article.Outlet, " ", "")
			fmt.Fprintf(&b, " %s#%d", outlet, s.Cite.Where().N)
		}
		b.WriteByte('\n')
	}
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("the ranks have changed; see what became better and what worse, then\n"+
			"\tgo test ./cmd/newshound -update\n%s", firstDifference(string(want), b.String()))
	}
}

// seedCases returns our own questions.
func seedCases(t *testing.T) []eval.Case {
	t.Helper()
	f, err := os.Open("../../seeds/questions.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cases, err := eval.ReadCases(f, "questions.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// TestSeedQuotes checks every quote of every answer to our own questions against
// the files on disk.
func TestSeedQuotes(t *testing.T) {
	cases := seedCases(t)
	engine := seedEngine(t)
	quotes, runes := 0, 0
	for _, c := range cases {
		ask := func() []byte {
			a, err := engine.Ask(t.Context(), answer.Question{Text: c.Text})
			if err != nil {
				t.Fatal(err)
			}
			b, err := json.Marshal(a)
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
		first := ask()
		if again := ask(); !bytes.Equal(first, again) {
			t.Errorf("%s: two answers to one question:\n%s\n%s", c.ID, first, again)
		}
		var a struct {
			Snippets []struct {
				Quote, Article string
				Start, End     int
			}
		}
		if err := json.Unmarshal(first, &a); err != nil {
			t.Fatal(err)
		}
		for _, s := range a.Snippets {
			file, err := os.ReadFile(filepath.Join("../../seeds", s.Article+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			if string(file[s.Start:s.End]) != s.Quote {
				t.Errorf("%s: %q is not what %s says", c.ID, s.Quote, s.Article)
			}
			n := utf8.RuneCountInString(s.Quote)
			if n > 500 {
				t.Errorf("%s: a quote of %d characters", c.ID, n)
			}
			for _, furniture := range []string{"{mosads}", "[More:", "[Opinion:", "Related Content"} {
				if strings.Contains(s.Quote, furniture) {
					t.Errorf("%s: %q is quoted", c.ID, furniture)
				}
			}
			quotes++
			runes += n
		}
	}
	if quotes == 0 || runes/quotes > 300 {
		t.Errorf("%d quotes of %d characters together: more than 300 on average", quotes, runes)
	}
}

// FuzzQuestion asks anything: an answer has outcome and quotes that agree,
// verify, and are the same again.
func FuzzQuestion(f *testing.F) {
	engine := seedEngine(f)
	for _, q := range []string{
		"", "?", "Who?", "who attended the meeting", "WHO ATTENDED THE MEETING?", "Trump", "mccaskil emails",
		"“very constructive”", "U.S. DHS NSC DOJ", "\x00\xff\xfe", strings.Repeat("Trump Putin ", 5000),
		"how many many many", "a\u0301\u200d\u202e", "選挙 安全", "What did Mattis tell reporters about the CIA's meeting?",
	} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := engine.Ask(t.Context(), answer.Question{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if (a.Outcome == answer.None) != (len(a.Snippets) == 0) {
			t.Fatalf("outcome %s with %d quotes", a.Outcome, len(a.Snippets))
		}
		if a.Confidence < 0 || a.Confidence > 1 {
			t.Fatalf("confidence %v", a.Confidence)
		}
		first, err := json.Marshal(a) // verifies every snippet
		if err != nil {
			t.Fatal(err)
		}
		again, err := engine.Ask(t.Context(), answer.Question{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if second, err := json.Marshal(again); err != nil || !bytes.Equal(first, second) {
			t.Fatalf("%v: two answers to one question:\n%s\n%s", err, first, second)
		}
		for _, s := range a.Snippets {
			if n := utf8.RuneCountInString(s.Quote); n > 500 {
				t.Fatalf("a quote of %d characters", n)
			}
		}
	})
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "was: " + w[i] + "\nnow: " + g[i]
		}
	}
	return "one is longer"
}
