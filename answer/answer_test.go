package answer

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"newshound/corpus"
)

// quoted returns a snippet that quotes the first occurrence of quote in a
// one-paragraph article, with the marks' words marked.
func quoted(meta corpus.Meta, body, quote string, marks ...string) Snippet {
	a := corpus.NewArticle(meta, body)
	start := strings.Index(body, quote)
	s := Snippet{Quote: quote, Score: 1.5, Cite: Citation{N: 1, Article: a, Span: corpus.Span{Start: start, End: start + len(quote)}}}
	for _, m := range marks {
		at := strings.Index(quote, m)
		s.Marks = append(s.Marks, corpus.Span{Start: at, End: at + len(m)})
	}
	return s
}

func TestVerify(t *testing.T) {
	const body = "The bridge is closed. It will not open again this year."
	good := func() Snippet { return quoted(corpus.Meta{ID: "a"}, body, "The bridge is closed.", "bridge", "closed") }
	if err := good().Verify(); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(s *Snippet){
		"no article":               func(s *Snippet) { s.Cite.Article = nil },
		"no paragraph":             func(s *Snippet) { s.Cite.Paragraph = 1 },
		"another paragraph":        func(s *Snippet) { s.Cite.Paragraph = -1 },
		"a changed word":           func(s *Snippet) { s.Quote = "The bridge is opened." },
		"a longer quote":           func(s *Snippet) { s.Quote += " It" },
		"another place":            func(s *Snippet) { s.Cite.Start++; s.Cite.End++ },
		"past the end":             func(s *Snippet) { s.Cite.End = len(body) + 1 },
		"nothing quoted":           func(s *Snippet) { s.Quote = ""; s.Cite.End = s.Cite.Start },
		"a mark past the quote":    func(s *Snippet) { s.Marks[1].End = len(s.Quote) + 1 },
		"marks in the wrong order": func(s *Snippet) { s.Marks[0], s.Marks[1] = s.Marks[1], s.Marks[0] },
		"an empty mark":            func(s *Snippet) { s.Marks[0].End = s.Marks[0].Start },
	} {
		s := good()
		change(&s)
		if err := s.Verify(); !errors.Is(err, ErrNotVerbatim) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMarshalJSON(t *testing.T) {
	full := quoted(corpus.Meta{
		ID: "a1", Headline: "Bridge <closed>", Outlet: "Ashford Gazette", Byline: "Joe Doe", Section: "Local",
		URL: "https://gazette.example/a?b=1&c=2", Published: time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC),
	}, "The bridge is closed.", "bridge is closed", "bridge")
	bare := quoted(corpus.Meta{ID: "a2", Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC)}, "No.", "No.")
	a := &Answer{Question: Question{Text: "Is it?"}, Outcome: Found, Searched: []string{"bridge"}, Snippets: []Snippet{full, bare}}
	got, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"question":"Is it?","outcome":"found","searched":["bridge"],"missing":[],"snippets":[` +
		`{"n":1,"quote":"bridge is closed","marks":[[0,6]],"score":1.5,"article":"a1","outlet":"Ashford Gazette","headline":"Bridge \u003cclosed\u003e",` +
		`"byline":"Joe Doe","published":"2024-05-06T07:08:09Z","section":"Local","url":"https://gazette.example/a?b=1\u0026c=2","paragraph":1,"start":4,"end":20},` +
		`{"n":1,"quote":"No.","marks":[],"score":1.5,"article":"a2","published":"2024-05-06","paragraph":1,"start":0,"end":3}]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	none := &Answer{Outcome: None, Near: []Snippet{bare}}
	got, err = json.Marshal(none)
	if err != nil {
		t.Fatal(err)
	}
	const nearest = `{"question":"","outcome":"none","searched":[],"missing":[],"snippets":[],"near":[` +
		`{"n":1,"quote":"No.","marks":[],"score":1.5,"article":"a2","published":"2024-05-06","paragraph":1,"start":0,"end":3}]}`
	if string(got) != nearest {
		t.Errorf("got  %s\nwant %s", got, nearest)
	}
	for _, s := range []*Snippet{&a.Snippets[0], &none.Near[0]} {
		s.Quote = "bridge is opened"
	}
	for _, a := range []*Answer{a, none} {
		if _, err := json.Marshal(a); !errors.Is(err, ErrNotVerbatim) {
			t.Errorf("a quote that is not verbatim: %v", err)
		}
	}
}
