package align

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"“Don’t,” he SAID — twice.":       "don't he said twice",
		"It rose 2.5%, to $1,000 a share": "it rose 2.5% to $1,000 a share",
		"Trump's and Trumps":              "trump's and trumps",
		"re-elec\u00adted [sic] ’tis":     "re elected sic tis",
		"Jose\u0301’s, and José’s":        "josé's and josé's",
		"3½ or ¾ percent, it said¹":       "31⁄2 or 3⁄4 percent it said",
		"中国经济，5月iPhone用データ":               "中 国 经 济 5 月 iphone 用 デー タ",
		" …\n":                            "",
		"\xff\xfea":                       "a",
	} {
		var keys []string
		for _, w := range Words(text) {
			keys = append(keys, w.Key)
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// show writes a fitting: words that are the same as they are, {there>here} for
// changed ones, +added and -dropped.
func show(f Fitting, given, source []Word) string {
	keys := func(words []Word) string {
		var out []string
		for _, w := range words {
			out = append(out, w.Key)
		}
		return strings.Join(out, " ")
	}
	var out []string
	for _, p := range f.Pieces {
		here, there := keys(given[p.Given[0]:p.Given[1]]), keys(source[p.Source[0]:p.Source[1]])
		switch p.Op {
		case Same:
			out = append(out, here)
		case Changed:
			out = append(out, "{"+there+">"+here+"}")
		case Added:
			out = append(out, "+"+here)
		case Dropped:
			out = append(out, "-"+there)
		}
	}
	return strings.Join(out, " ")
}

func TestFit(t *testing.T) {
	source := Words("On Monday the old bridge over the river was closed, the mayor said. It will not be opened again before June.")
	for text, want := range map[string]string{
		"the old bridge over the river":                "the old bridge over the river",
		"The OLD bridge":                               "the old bridge",
		"the new bridge over the river":                "the {old>new} bridge over the river",
		"the old bridge was closed":                    "the old bridge -over the river was closed",
		"It will never be opened again":                "it will {not>never} be opened again",
		"it will not be opened again before next June": "it will not be opened again before +next june",
		"bridge was opened, the mayor said":            "bridge -over the river was {closed>opened} the mayor said",
		"closed, the mayor writes":                     "closed the mayor {said>writes}",
		"the old bridge was closed at noon, they say":  "the old bridge -over the river was closed {the mayor said it>at noon they say}",
		"zebra": "+zebra",
	} {
		given := Words(text)
		f := Fit(given, source)
		if got := show(f, given, source); got != want || f.Exact() != !strings.ContainsAny(want, "{+-") {
			t.Errorf("%q: got %q (cost %d), want %q", text, got, f.Cost, want)
		}
	}
	if f := Fit(nil, source); f.Exact() || f.Pieces != nil {
		t.Errorf("of no words: %+v", f)
	}
	if f := Fit(Words("a b"), nil); f.Cost != 2*costAdded {
		t.Errorf("in no words: %+v", f)
	}
}

// cheapest is the least cost by trying everything.
func cheapest(given, source string, gap bool) int {
	if given == "" {
		return 0
	}
	best := costAdded + cheapest(given[1:], source, false)
	if source != "" {
		cost := costChanged
		if given[0] == source[0] {
			cost = 0
		}
		best = min(best, cost+cheapest(given[1:], source[1:], false))
		cost = costDropped
		if gap {
			cost = costFurther
		}
		best = min(best, cost+cheapest(given, source[1:], true))
	}
	return best
}

// TestFitIsCheapest compares fittings with all there are.
func TestFitIsCheapest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	letters := func(n int) string {
		var b strings.Builder
		for range random.IntN(n) {
			b.WriteByte(byte('a' + random.IntN(3)))
		}
		return b.String()
	}
	spaced := func(s string) []Word { return Words(strings.Join(strings.Split(s, ""), " ")) }
	for range 300 {
		given, source := letters(6), letters(8)
		want := 1 << 30
		for i := range len(source) + 1 {
			want = min(want, cheapest(given, source[i:], false))
		}
		f := Fit(spaced(given), spaced(source))
		if f.Cost != want {
			t.Fatalf("%q in %q: cost %d, want %d", given, source, f.Cost, want)
		}
		if got := costOf(f); got != want {
			t.Fatalf("%q in %q: the pieces %v cost %d, want %d", given, source, f.Pieces, got, want)
		}
		at := 0
		for i, p := range f.Pieces {
			if p.Given[0] != at || i > 0 && p.Source[0] != f.Pieces[i-1].Source[1] {
				t.Fatalf("%q in %q: a gap in the pieces %v", given, source, f.Pieces)
			}
			at = p.Given[1]
		}
		if at != len(given) {
			t.Fatalf("%q in %q: the pieces %v end early", given, source, f.Pieces)
		}
	}
}

// costOf adds up what pieces cost.
func costOf(f Fitting) int {
	cost := 0
	for _, p := range f.Pieces {
		given, source := p.Given[1]-p.Given[0], p.Source[1]-p.Source[0]
		switch p.Op {
		case Changed:
			cost += costChanged * given
		case Added:
			cost += costAdded * given
		case Dropped:
			cost += costDropped + costFurther*(source-1)
		}
	}
	return cost
}

func TestFind(t *testing.T) {
	source := Words("the old bridge over the old river")
	for text, want := range map[string]int{"The old": 0, "old river": 5, "the old bridge over the old river": 0, "old river bank": -1, "": -1} {
		if got := Find(Words(text), source); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

func TestEnds(t *testing.T) {
	first, last := Ends(Words("a b c x y z"), Words("x y a b c d x y z y z"))
	if first != (Run{0, 2, 3}) || last != (Run{3, 6, 3}) {
		t.Errorf("got %+v and %+v", first, last)
	}
}

// TestRuns changes one word in ten of a text.
func TestRuns(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	text := func(n int) []string {
		var words []string
		for range n {
			words = append(words, fmt.Sprint("w", random.IntN(300)))
		}
		return words
	}
	runs := func(words []string) []uint64 { return Runs(Hashes(strings.Join(words, " "))) }
	story := text(400)
	held := NewSet(runs(story))
	for range 50 {
		copied := append([]string(nil), story...)
		for i := range copied {
			if random.IntN(10) == 0 {
				copied[i] = fmt.Sprint("x", random.IntN(1000))
			}
		}
		if n := held.Count(runs(copied)); n < 240 || n > 390 {
			t.Errorf("a copy has %d runs of its original", n)
		}
	}
	if n := held.Count(runs(text(400))); n > 20 {
		t.Errorf("another story of the same words has %d of its runs", n)
	}
	one := NewSet(Runs(Hashes("one two")))
	if one.Len() != 1 || one.Count(Runs(Hashes("One, TWO!"))) != 1 || Runs(nil) != nil || new(Set).Has(0) || len(Hashes(" …")) != 0 {
		t.Error("short texts")
	}
}

// TestHashes holds that words have the hashes of their keys.
func TestHashes(t *testing.T) {
	text := "“Don’t,” he SAID — re-elec\u00adted ÀÉÎ, $1,000."
	hashes := Hashes(text)
	words := Words(text)
	if len(words) != len(hashes) {
		t.Fatalf("%d words, %d hashes", len(words), len(hashes))
	}
	for i, w := range words {
		if Hash(w.Key) != hashes[i] {
			t.Errorf("%q is not hashed as its key", w.Key)
		}
	}
}

// TestHashTellsWordsApart holds that words of any length that differ in any letter, or in
// their length, have other hashes, and capitals of ASCII the same.
func TestHashTellsWordsApart(t *testing.T) {
	seen := make(map[uint64]string)
	tell := func(word string) {
		h := Hash(word)
		if other, ok := seen[h]; ok {
			t.Errorf("%q has the hash of %q", word, other)
		}
		seen[h] = word
		if upper := strings.ToUpper(word); Hash(upper) != h {
			t.Errorf("%q has another hash than %q", upper, word)
		}
	}
	for n := range 20 {
		plain := []byte(strings.Repeat("a", n+1))
		tell(string(plain))
		for i := range plain {
			for _, c := range "z5$%'{@`[" {
				other := slices.Clone(plain)
				other[i] = byte(c)
				tell(string(other))
			}
		}
	}
}

func TestSet(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var in []uint64
	for range 1000 {
		in = append(in, random.Uint64N(3000))
	}
	s := NewSet(in)
	want := make(map[uint64]bool)
	for _, h := range in {
		want[max(h, 1)] = true
	}
	if s.Len() != len(want) {
		t.Errorf("%d of %d", s.Len(), len(want))
	}
	for h := range uint64(3000) {
		if s.Has(h) != want[max(h, 1)] {
			t.Errorf("%d: %v", h, s.Has(h))
		}
	}
}

func FuzzFit(f *testing.F) {
	f.Add("the old bridge", "On Monday the new bridge opened")
	f.Add("", "a")
	f.Add("\xff’s", "%’")
	f.Fuzz(func(t *testing.T, given, source string) {
		if len(given) > 200 || len(source) > 500 {
			return
		}
		g, s := Words(given), Words(source)
		for _, w := range g {
			if w.Start >= w.End || w.End > len(given) {
				t.Fatalf("a word at %d to %d of %q", w.Start, w.End, given)
			}
		}
		fit := Fit(g, s)
		if fit.Exact() != (Find(g, s) >= 0) {
			t.Fatalf("exact: %v", fit.Exact())
		}
		if got := costOf(fit); got != fit.Cost {
			t.Fatalf("pieces cost %d, and all %d", got, fit.Cost)
		}
		if from, to := fit.Source(); from > to || to > len(s) {
			t.Fatalf("from %d to %d of %d", from, to, len(s))
		}
	})
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("On Monday the council of Ashford voted to close the old bridge, which “nobody” likes. ", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Words(text)
	}
}

func BenchmarkFit(b *testing.B) {
	var source []string
	for i := range 1000 {
		source = append(source, fmt.Sprint("w", i%400))
	}
	given, words := Words(strings.Join(source[300:340], " ")), Words(strings.Join(source, " "))
	b.ReportAllocs()
	for b.Loop() {
		Fit(given, words)
	}
}
