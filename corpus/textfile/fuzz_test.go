package textfile_test

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"newshound/corpus"
	"newshound/corpus/textfile"
	"newshound/seeds"
)

// FuzzTextfile loads any bytes as a text file: the result is one article, one
// error or both, and an article's paragraphs are ordered ranges of its text.
func FuzzTextfile(f *testing.F) {
	files, err := fs.Glob(seeds.FS, "*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		text, err := fs.ReadFile(seeds.FS, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{
		"", " \n", lead, "Headline: A\nPublished: 2023-09-05\n\n" + lead, "Date: soon\n\n" + lead, "---\ntitle: \"A\"\n---\n" + lead,
		"# Dam holds\n\n" + lead, "![dam](a.jpg)\nPhoto: Jane Doe\n{ad}" + lead, "\uFEFFAccording to The Post:\r\n\r\nIt {x}{{ad_1}} held.\r\r\n[More: a]",
		"caf\xe9", "a\x00", "The dam above Millbrook held through the night, and the\nengineers who watched it say that it will.\nPhoto: Jane Doe\n",
		"- \u2060\u00A0\u200B\n*\n", "## ", "(Getty Images)", "Weather\n\nBy Jane Doe\n\nLondon CNN —\n\n" + lead,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		loader := textfile.New(fstest.MapFS{"a.txt": {Data: text}}, "news")
		n := 0
		for a, err := range loader.Load(t.Context()) {
			if n++; a == nil && err == nil || err != nil && !errors.Is(err, corpus.ErrMalformed) {
				t.Fatalf("got %v, %v", a, err)
			}
			if a == nil {
				continue
			}
			if a.Body != string(text) || !utf8.ValidString(a.Body) || len(a.Paragraphs) == 0 || a.ID == "" {
				t.Fatalf("article is %+v", a)
			}
			checkParagraphs(t, a)
		}
		if n != 1 {
			t.Fatalf("%d items", n)
		}
	})
}

// checkParagraphs fails unless an article's paragraphs are in order and in
// range, not empty, valid UTF-8, and trimmed.
func checkParagraphs(t *testing.T, a *corpus.Article) {
	t.Helper()
	end, number := 0, 0
	for i, p := range a.Paragraphs {
		if p.Start < end || p.Len() <= 0 || p.End > len(a.Body) {
			t.Fatalf("paragraph %d is %v after %d, in %d bytes", i, p.Span, end, len(a.Body))
		}
		s := a.Text(p.Span)
		first, _ := utf8.DecodeRuneInString(s)
		last, _ := utf8.DecodeLastRuneInString(s)
		if !utf8.ValidString(s) || unicode.IsSpace(first) || unicode.IsSpace(last) {
			t.Fatalf("paragraph %d is %q", i, s)
		}
		if p.N < 1 || p.N < number {
			t.Fatalf("paragraph %d has number %d after %d", i, p.N, number)
		}
		if p.Kind == corpus.Text {
			number = p.N
		}
		if p.LeadIn.Len() > 0 && (p.LeadIn.End > p.Start || p.LeadIn.Start < 0) {
			t.Fatalf("paragraph %d at %v has lead-in %v", i, p.Span, p.LeadIn)
		}
		end = p.End
	}
}
