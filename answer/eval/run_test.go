package eval

import (
	"bytes"
	"errors"
	"math"
	"net/url"
	"testing"

	"newshound/corpus"
)

func TestWriteTREC(t *testing.T) {
	long := ranking("q1", "a:2", "b c:1", "a:2", "b c:3")
	long.Hits[3].Passage.Last = 4 // paragraphs 3 to 5
	long.Hits[1].Score = math.Nextafter(0.3, 1)
	rankings := []Ranking{long, ranking("q2"), ranking("q 3", "100%:5")}
	var got bytes.Buffer
	if err := WriteTREC(&got, rankings); err != nil {
		t.Fatal(err)
	}
	// The second a#2, another part of the same paragraph, has no line.
	want := `q1 Q0 a#2 1 1 newshound
q1 Q0 b%20c#1 2 0.30000000000000004 newshound
q1 Q0 b%20c#3-5 3 0.25 newshound
q%203 Q0 100%25#5 1 1 newshound
`
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

func TestWriteJSONL(t *testing.T) {
	r := ranking("q 1", "<a&b>:1", "c:2")
	r.Hits[1].Passage.Last = 2
	r.Hits[1].Passage.End = r.Hits[1].Passage.Article.Paragraphs[2].End
	var got bytes.Buffer
	if err := WriteJSONL(&got, []Ranking{r}); err != nil {
		t.Fatal(err)
	}
	want := `{"query":"q 1","rank":1,"article":"<a&b>","paragraph":"1","score":1,"text":"Paragraph 1 of “<a&b>”."}
{"query":"q 1","rank":2,"article":"c","paragraph":"2-3","score":0.5,"text":"Paragraph 2 of “c”.\n\nParagraph 3 of “c”."}
`
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

func TestRunWritersReturnTheErrorOfTheWriter(t *testing.T) {
	full := errors.New("disk full")
	for name, write := range map[string]func(w failing) error{
		"TREC":  func(w failing) error { return WriteTREC(w, []Ranking{ranking("q", "a:1")}) },
		"JSONL": func(w failing) error { return WriteJSONL(w, []Ranking{ranking("q", "a:1")}) },
	} {
		if err := write(failing{full}); !errors.Is(err, full) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

type failing struct{ err error }

func (w failing) Write([]byte) (int, error) { return 0, w.err }

func TestOneWord(t *testing.T) {
	for id, want := range map[string]string{
		"plain#1":        "plain#1",
		"a b\tc":         "a%20b%09c",
		"50%":            "50%25",
		"no\u00a0break":  "no%C2%A0break",
		"l\u2028s\x00é/": "l%E2%80%A8s%00é/",
	} {
		got := oneWord(id)
		if got != want {
			t.Errorf("%q: %s, want %s", id, got, want)
		}
		if back, err := url.PathUnescape(got); err != nil || back != id {
			t.Errorf("%q came back as %q, %v", id, back, err)
		}
	}
}

func TestParagraphs(t *testing.T) {
	para := func(kind corpus.Kind, n int) corpus.Paragraph { return corpus.Paragraph{Kind: kind, N: n} }
	a := &corpus.Article{Paragraphs: []corpus.Paragraph{
		para(corpus.Caption, 1), para(corpus.Credit, 1), // stand above the lead
		para(corpus.Text, 1), para(corpus.Text, 2),
		para(corpus.Caption, 3), para(corpus.Text, 3), para(corpus.Caption, 3), // the last one closes the article
	}}
	tests := []struct {
		first, last int
		want        string
	}{
		{0, 0, "1"}, {0, 1, "1"}, {0, 2, "1"}, {0, 3, "1-2"}, {2, 6, "1-3"},
		{3, 4, "2"}, // the caption above paragraph 3 does not stretch the range
		{4, 4, "3"}, {4, 6, "3"},
	}
	for _, test := range tests {
		got := Paragraphs(corpus.Passage{Article: a, First: test.first, Last: test.last})
		if got != test.want {
			t.Errorf("paragraphs %d to %d: %s, want %s", test.first, test.last, got, test.want)
		}
	}
}
