package analysis

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestAppend(t *testing.T) {
	var a Analyzer
	dst := a.Tokens("The senators voted.")
	dst = a.Append(dst, "Ann slept.")
	want := []Token{
		{Term: "the", Word: "the", Start: 0, End: 3, Stop: true, Upper: true},
		{Term: "senat", Word: "senators", Start: 4, End: 12},
		{Term: "vote", Word: "voted", Start: 13, End: 18},
		{Term: "ann", Word: "ann", Start: 0, End: 3, Upper: true},
		{Term: "sleep", Word: "slept", Start: 4, End: 9},
	}
	if !slices.Equal(dst, want) {
		t.Errorf("got %+v\nwant %+v", dst, want)
	}
}

// Words are the tokens without their strings.
func TestAppendWords(t *testing.T) {
	var a Analyzer
	text := "In the U.S., WHO officials’ e-mails\nsaid Ms. May may " + strings.Repeat("x", longestWord) + "es: ORBÁN IS 2.5. \u00ad-"
	words := a.AppendWords(nil, text, 100)
	tokens := a.Tokens(text)
	if len(words) != len(tokens) {
		t.Fatalf("%d words, %d tokens", len(words), len(tokens))
	}
	for i, token := range tokens {
		w := words[i]
		w.Start, w.End = w.Start-100, w.End-100
		var again Token
		again.Word, again.Term = a.Spelt(text, w)
		again.Start, again.End = int(w.Start), int(w.End)
		again.Stop, again.Acronym, again.Upper = w.Stop(), w.Acronym(), w.traits().are(upper)
		if again != token {
			t.Errorf("word %d is %+v, and the token %+v", i, again, token)
		}
	}
}

// An appended text begins a sentence whatever is before it in dst.
func TestAppendStartsAnew(t *testing.T) {
	var a Analyzer
	dst := a.Append(a.Tokens("Theresa"), "May we go?")
	if !dst[1].Stop {
		t.Errorf("%+v is no stop word", dst[1])
	}
}

func TestTerm(t *testing.T) {
	var a Analyzer
	for word, want := range map[string]string{"": "", "senators": "senat", "usa": "us", "2.5": "2.5", "日": "日"} {
		if got := a.Term(word); got != want {
			t.Errorf("Term(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	text := "Senators voted on the U.S. budget; Theresa May, the WHO and 1,000 others didn’t. "
	var want Analyzer
	var a Analyzer
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 50 {
				s := fmt.Sprintf("%s word%d x%d", text, i, j)
				got, want := a.Tokens(s), want.Tokens(s)
				if !slices.Equal(got, want) {
					t.Errorf("tokens of %q differ: %+v, %+v", s, got, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestMemoryIsBounded(t *testing.T) {
	var a Analyzer
	long := strings.Repeat("z", longestWord+1)
	if k := a.Tokens(long + "ing")[0]; k.Term != long+"ing" {
		t.Errorf("a word of %d bytes has the stem %q", len(k.Word), k.Term)
	}
	var dst []Word
	for i := range DefaultForms + 1000 {
		dst = a.AppendWords(dst[:0], fmt.Sprintf("w%d", i), 0)
		if number := int32(min(i+1, DefaultForms+1) % (DefaultForms + 1)); dst[0].Form() != number {
			t.Fatalf("word %d has number %d, want %d", i, dst[0].Form(), number)
		}
	}
	if n := a.memory.used; n != DefaultForms {
		t.Errorf("remembers %d words", n)
	}
	if a.AppendWords(dst[:0], "w7", 0)[0].Form() != 8 || a.AppendWords(dst[:0], long, 0)[0].Form() != 0 {
		t.Error("a word that is remembered has another number, or one that is too long has one")
	}
	if k := a.Tokens("forgotten")[0]; k.Term != "forget" {
		t.Errorf("a full analyzer says %+v", k)
	}
}

// raced reports that the tests run under the race detector.
var raced bool

func TestSeenWordsDoNotAllocate(t *testing.T) {
	text := strings.Repeat("Sen. Gray’s U.S. staff may vote on May 7, “sure,” she said; IT costs 1,000. ", 10)
	var a Analyzer
	dst := a.Tokens(text)
	if n := testing.AllocsPerRun(100, func() { dst = a.Append(dst[:0], text) }); n > 0 && !raced {
		t.Errorf("%v allocations", n)
	}
}

// Hostile text takes time in proportion to its length; where it does not, this
// test hangs.
func TestHostileText(*testing.T) {
	var a Analyzer
	var dst []Word
	const size = 1 << 19
	for _, s := range []string{
		"A.", "a.b-", "a'", "e-", "1,", "1.", ". ", ". . ", "?” A ", "?” $", "“", ".[1]", ".¹", "a.1", "US ", "US", "May ", "A", "\u0301", "x\u0301",
		"\u200d", "\n", "\n• ", "US\n", "...", "a.m. ", "...”", "日", "ดี", "[", "no. 1 ", "\xff",
	} {
		text := strings.Repeat(s, size/len(s))
		dst = a.AppendWords(dst[:0], text+"bb", 0)
		n := 0
		for range Sentences(text + "bb") {
			n++
		}
		for range Names(text, dst[:len(dst)-1]) {
			n++
		}
	}
}

var prose = strings.Repeat(`The Senate voted 52-48 on Tuesday to delay the bridge that Gov. Ann Ruiz (D-Mo.) had
called “the best $4.2bn we’ll ever spend,” officials in the U.S. Department of Transportation said. Critics weren’t
convinced: Robert A. Brady, who chairs the state’s ethics committee, asked why 1,000 e-mails had gone missing. `, 8)

func BenchmarkAppend(b *testing.B) {
	var a Analyzer
	dst := a.Tokens(prose)
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		dst = a.Append(dst[:0], prose)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(dst)), "ns/token")
}

func BenchmarkSentences(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		for range Sentences(prose) {
		}
	}
}
