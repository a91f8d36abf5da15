package answer

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"newshound/corpus"
)

// page returns an article of the given paragraphs. A text that begins with
// "caption: " or "credit: " is one.
func page(texts ...string) *corpus.Article {
	a := new(corpus.Article)
	for _, text := range texts {
		p := corpus.Paragraph{N: len(a.Paragraphs) + 1}
		if rest, ok := strings.CutPrefix(text, "caption: "); ok {
			text, p.Kind = rest, corpus.Caption
		} else if rest, ok := strings.CutPrefix(text, "credit: "); ok {
			text, p.Kind = rest, corpus.Credit
		}
		p.Start = len(a.Body)
		a.Body += text
		p.End = len(a.Body)
		a.Body += "\n\n"
		a.Paragraphs = append(a.Paragraphs, p)
	}
	return a
}

// sentence returns a sentence of n words.
func sentence(n int) string { return "F" + strings.Repeat("lood f", n-1) + "lood." }

func TestPassages(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  string // the paragraphs and words of each passage
	}{
		{"no paragraph", nil, ""},
		{"one", []string{sentence(10)}, "0-0:10"},
		{"joined", []string{sentence(100), sentence(50), sentence(25)}, "0-2:175"},
		{"one word too many", []string{sentence(100), sentence(50), sentence(26)}, "0-1:150 2-2:26"},
		{"a new one begins", []string{sentence(170), sentence(10), sentence(165), sentence(1)}, "0-0:170 1-2:175 3-3:1"},
		{"caption apart", []string{sentence(10), "caption: " + sentence(5), sentence(10)}, "0-0:10 1-1:5 2-2:10"},
		{"caption and credit apart", []string{"caption: " + sentence(5), "credit: " + sentence(2), sentence(10)}, "0-0:5 1-1:2 2-2:10"},
		{"captions together", []string{"caption: " + sentence(5), "caption: " + sentence(2)}, "0-1:7"},
		{"long paragraph", []string{sentence(100) + " " + sentence(80) + " " + sentence(90)}, "0-0:100 0-0:170"},
		{"nothing joins a long one", []string{sentence(5), sentence(100) + " " + sentence(80), sentence(5)}, "0-0:5 1-1:100 1-1:80 2-2:5"},
		{"long sentence", []string{sentence(5) + " " + sentence(300) + " " + sentence(5)}, "0-0:5 0-0:300 0-0:5"},
		{"longest sentence", []string{sentence(350)}, "0-0:350"},
		{"endless sentence", []string{sentence(351)}, "0-0:175 0-0:175 0-0:1"},
		{"endless sentence among others", []string{sentence(9) + " " + sentence(360) + " " + sentence(20)}, "0-0:9 0-0:175 0-0:175 0-0:30"},
	} {
		a := page(c.texts...)
		var got []string
		for _, p := range Passages(a) {
			if p.Article != a {
				t.Fatalf("%s: a passage of another article", c.name)
			}
			got = append(got, fmt.Sprintf("%d-%d:%d", p.First, p.Last, countWords(a.Text(p.Span))))
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestPassagesHoldEverything divides articles at random, and looks for every
// character of theirs.
func TestPassagesHoldEverything(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var texts []string
		for range r.IntN(12) {
			text := []string{"", "", "", "caption: ", "credit: "}[r.IntN(5)]
			for range 1 + r.IntN(4) {
				text += sentence(1+r.IntN([]int{10, 100, 600}[r.IntN(3)])) + []string{" ", "\u00a0", "\n"}[r.IntN(3)]
			}
			texts = append(texts, text)
		}
		checkPassages(t, page(texts...))
	}
}

// checkPassages checks what holds for the passages of any article.
func checkPassages(t *testing.T, a *corpus.Article) {
	t.Helper()
	end, in := 0, -1 // of the passage before; the paragraph that it ends in
	inside := make([]int, len(a.Paragraphs))
	for _, p := range Passages(a) {
		if p.Start < end || p.First < in || p.First > p.Last {
			t.Fatalf("passage %v of paragraphs %d to %d comes after byte %d and paragraph %d", p.Span, p.First, p.Last, end, in)
		}
		if strings.TrimSpace(a.Body[end:p.Start]) != "" {
			t.Errorf("in no passage: %q", a.Body[end:p.Start])
		}
		end, in = p.End, p.Last
		for i := p.First; i <= p.Last; i++ {
			inside[i]++
			if a.Paragraphs[i].Kind != a.Paragraphs[p.First].Kind {
				t.Errorf("a passage of %v and %v", a.Paragraphs[i].Kind, a.Paragraphs[p.First].Kind)
			}
		}
		first, last := a.Paragraphs[p.First], a.Paragraphs[p.Last]
		if p.Start < first.Start || p.End > last.End || p.First != p.Last && (p.Start != first.Start || p.End != last.End) {
			t.Errorf("passage %v is not made of its paragraphs, from %v to %v", p.Span, first.Span, last.Span)
		}
		if n := countWords(a.Text(p.Span)); n > maxSentence || n > PassageWords && strings.Count(a.Text(p.Span), ".") > 1 {
			t.Errorf("a passage of %d words", n)
		}
	}
	if strings.TrimSpace(a.Body[end:]) != "" {
		t.Errorf("in no passage: %q", a.Body[end:])
	}
	for i, n := range inside {
		if n == 0 || n > 1 && countWords(a.Text(a.Paragraphs[i].Span)) <= PassageWords {
			t.Errorf("paragraph %d is in %d passages", i, n)
		}
	}
}

// TestPassagesAreBounded divides paragraphs that never end.
func TestPassagesAreBounded(t *testing.T) {
	const size = 1 << 20
	for _, unit := range []string{"a", "a ", "a-", "a.", "Mr. ", "U.S. ", "洪", "é", "(", "“a” ", "flood\u00a0", "1,"} {
		a := page(strings.Repeat(unit, size/len(unit)))
		start := time.Now()
		passages := Passages(a)
		if d := time.Since(start); d > 30*time.Second { // five, and what the race detector and a busy machine add
			t.Errorf("%q without end: %d passages took %v", unit, len(passages), d)
		}
		for _, p := range passages {
			if n := countWords(a.Text(p.Span)); n > maxSentence || p.Len() > n*2*longWord {
				t.Errorf("%q without end: a passage of %d words, %d bytes", unit, n, p.Len())
				break
			}
		}
	}
}

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{
		"":                             0,
		" \t\n":                        0,
		"one":                          1,
		" one  two ":                   2,
		"one\ntwo\tthree\rfour":        4,
		"no\u00a0break":                2,
		"thin\u2009em\u2003line\u2028": 3,
		"zero\u200bwidth":              1, // no white space in Unicode
		"vertical\vform\ffeed":         3,
		"it’s — 5 o’clock":             4,
		"“été”":                        1,
		strings.Repeat("a", 64):        1,
		strings.Repeat("a", 65):        2,
		strings.Repeat("é", 32):        1,
		strings.Repeat("é", 33):        2,
		strings.Repeat("a", 640):       10,
	} {
		if got := countWords(text); got != want {
			t.Errorf("countWords(%q) = %d, want %d", text, got, want)
		}
		if len(text) < 60 {
			if got := len(strings.FieldsFunc(text, unicode.IsSpace)); got != want {
				t.Errorf("%q has %d fields, want %d", text, got, want)
			}
		}
	}
}

func TestHeader(t *testing.T) {
	a := &corpus.Article{Meta: corpus.Meta{Headline: "Flood", Outlet: "Gazette", Section: "World", Byline: "Ann Lee", URL: "https://example.com"}}
	if got, want := Header(a), "Flood\nGazette\nWorld\nAnn Lee"; got != want {
		t.Errorf("Header = %q, want %q", got, want)
	}
	a.Published = time.Date(2019, time.October, 9, 23, 0, 0, 0, time.UTC)
	if got := strings.Split(Header(a), "\n"); !slices.Contains(got, "October 9, 2019") {
		t.Errorf("Header = %q, want the date in it", got)
	}
}
