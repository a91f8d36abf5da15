package records

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"newshound/corpus"
)

// FuzzJSONL loads any bytes as lines of JSON: each line that is not blank gives
// one article or one error, a body is what the line's JSON says, and its
// paragraphs are ordered ranges of it.
func FuzzJSONL(f *testing.F) {
	for _, text := range []string{
		"", "\n \n", "\uFEFF{\"body\":\"The dam held.\"}\r\n{\"id\":7,\"text\":\"It rained.\\n\\nPhoto: Jane Doe\"}",
		`{"id":"1","headline":"A","title":"B","outlet":"C","byline":null,"published":"2023-09-05","url":"u","body":"{ad}A\n\nIt \ud800 held.","n":{"a":[1]}}`,
		"\v{\"body\":\"It held.\"}\u00A0", `{"body":5}`, `{"body":"a"} {}`, `[]`, `{`, "{\"body\":\"caf\xe9\"}", `{"body":"\u0000"}`, `{"Body":"The dam.","BODY":"held"}`,
		`{"body":"According to The Post:\r\n\r\nIt held."}`, `{"published":"soon","body":"a"}`, `{"id":"\u0041","body":"\t\u00a0a\u200b"}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		l := New("news.jsonl")
		var want [][]byte
		for i, line := range bytes.Split(text, []byte("\n")) {
			if i == 0 {
				line = bytes.TrimPrefix(line, []byte("\uFEFF"))
			}
			if len(bytes.TrimSpace(line)) > 0 {
				want = append(want, line)
			}
		}
		n := 0
		in, err := l.reader(bufio.NewReader(bytes.NewReader(text)))
		if _, ok := in.(*lines); !ok || err != nil {
			return // an array, which is no line of JSON
		}
		l.load(t.Context(), in, func(a *corpus.Article, err error) bool {
			if len(want) == 0 && n == 0 && err != nil && !errors.Is(err, corpus.ErrMalformed) {
				return true // an empty file
			}
			if a == nil && err == nil || err != nil && !errors.Is(err, corpus.ErrMalformed) || n == len(want) {
				t.Fatalf("item %d of %d: %v, %v", n, len(want), a, err)
			}
			if a != nil {
				checkArticle(t, a, want[n])
			}
			n++
			return true
		})
		if n != len(want) {
			t.Fatalf("%d items for %d lines", n, len(want))
		}
	})
}

// checkArticle compares an article with the line that it was made from.
func checkArticle(t *testing.T, a *corpus.Article, line []byte) {
	t.Helper()
	var want struct{ Body, Text string }
	if err := json.Unmarshal(bytes.TrimSpace(line), &want); err != nil {
		t.Fatalf("%q was loaded: %v", line, err)
	}
	if want.Body == "" {
		want.Body = want.Text
	}
	if plain := !strings.Contains(want.Body, "<"); plain && a.Body != want.Body || a.ID == "" || len(a.Paragraphs) == 0 {
		t.Fatalf("article of %q is %+v", line, a)
	}
	end := 0
	for i, p := range a.Paragraphs {
		if p.Start < end || p.Len() <= 0 || p.End > len(a.Body) || p.N < 1 || !utf8.ValidString(a.Text(p.Span)) {
			t.Fatalf("paragraph %d is %v after %d, in %d bytes", i, p, end, len(a.Body))
		}
		if s := a.Text(p.Span); bytes.ContainsAny([]byte(s[:1]+s[len(s)-1:]), " \t\r\n") {
			t.Fatalf("paragraph %d is %q", i, s)
		}
		end = p.End
	}
}
