package engine

import (
	"slices"
	"strings"
	"testing"

	"newshound/answer/inquiry"
	"newshound/corpus"
)

// TestAbsent tells which words of a question are told to be nowhere near its quotes.
func TestAbsent(t *testing.T) {
	about := func(typed string, info float64, name bool) inquiry.Want {
		w := inquiry.Want{Info: info, Known: true}
		w.Word.Typed, w.Word.Name = typed, name
		return w
	}
	numbered := about("7", 3, true)
	numbered.Word.Numbers = true
	for _, test := range []struct {
		wants []inquiry.Want
		near  []float64
		want  []string
	}{
		{[]inquiry.Want{about("won", 1, false), about("Ashford", 5, true), about("Cup", 5, true)}, []float64{0, 1, 1}, []string{"won"}},
		{[]inquiry.Want{about("won", 1, false), about("Ashford", 5, true), about("Cup", 5, true)}, []float64{1, 1, 1}, nil},
		{[]inquiry.Want{about("won", 1, false), about("first", 1, false), about("Ashford", 9, true)}, []float64{0, 1, 1}, nil},
		{[]inquiry.Want{about("won", 1, false), about("Ashford’s", 5, true), about("Cup", 5, true)}, []float64{0, 0, 1}, []string{"won", "Ashford"}},
		{[]inquiry.Want{about("bridge", 1, false), about("opens", 9, false)}, []float64{0, 1}, nil},
		{[]inquiry.Want{about("bridge", 3, false), about("opens", 7, false)}, []float64{0, 1}, []string{"bridge"}},
		{[]inquiry.Want{about("Ferry", 3, true), numbered, about("sinks", 2, false)}, []float64{1, numberApart, 1}, []string{"Ferry 7"}},
	} {
		x, chosen := inquiry.Expansion{Wants: test.wants}, []candidate{{near: test.near}}
		if got := absent(x, chosen, unmetIn(x, chosen, make([]float64, len(test.wants)))); !slices.Equal(got, test.want) {
			t.Errorf("%v near: %q, not %q", test.near, got, test.want)
		}
	}
}

// TestUnmet tells whether nothing of what is asked of a name is near.
func TestUnmet(t *testing.T) {
	name, asked, kind, told := inquiry.Want{Known: true}, inquiry.Want{Known: true}, inquiry.Want{Known: true}, inquiry.Want{Known: true}
	name.Word.Name, kind.Word.Class, told.Word.Told = true, true, true
	borne, said := inquiry.Want{Known: true}, told
	borne.Word.Borne, said.Word.Borne = true, true
	for _, test := range []struct {
		about  string
		wants  []inquiry.Want
		near   []float64
		topic  int // the place of what a speaker is asked of, from 1
		ofName bool
		want   bool
	}{
		{"nothing asked is near", []inquiry.Want{asked, name, asked}, []float64{0, 1, proofArticle}, 0, false, true},
		{"something is", []inquiry.Want{asked, name, asked}, []float64{0, 1, proofHeader}, 0, false, false},
		{"no name", []inquiry.Want{asked, asked}, []float64{0, 0}, 0, false, false},
		{"nothing asked", []inquiry.Want{name, name}, []float64{0, 1}, 0, false, false},
		{"the kind alone", []inquiry.Want{kind, name}, []float64{0, 1}, 0, false, false},
		{"the kind beside it", []inquiry.Want{kind, asked, name}, []float64{0, 0, 1}, 0, false, true},
		{"what the kind would tell", []inquiry.Want{told, name}, []float64{0, 1}, 0, false, true},
		{"what the kind tells", []inquiry.Want{told, name}, []float64{0, 1}, 0, true, false},
		{"what its bearer is", []inquiry.Want{asked, borne, name}, []float64{1, 0, 1}, 0, false, true},
		{"what its bearer is, near", []inquiry.Want{asked, borne, name}, []float64{0, 1, 1}, 0, false, false},
		{"what its bearer is, as the kind tells", []inquiry.Want{said, name}, []float64{0, 1}, 0, true, false},
		{"a name that is spoken of", []inquiry.Want{name, name}, []float64{1, 0}, 2, false, true},
		{"a name that is spoken of, and near", []inquiry.Want{name, name}, []float64{1, 1}, 2, false, false},
	} {
		topic := make([]float64, len(test.wants))
		if test.topic > 0 {
			topic[test.topic-1] = 1
		}
		if got := unmetIn(inquiry.Expansion{Wants: test.wants}, []candidate{{near: test.near, ofName: test.ofName}}, topic); got != test.want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}

// TestParted tells where quotes that tell of what somebody is asked to have done are without the name,
// and those with the name tell of something else.
func TestParted(t *testing.T) {
	in := New(counts{}).inquiries.Understand("Did Ann Lee attend the meeting?")
	for _, test := range []struct {
		about string
		near  [][]float64 // of Ann, Lee, attend and meeting, a quote each
		want  []string
	}{
		{"who attended, and of her something else", [][]float64{{0, 0, 1, 1}, {1, 1, 0, proofArticle}}, []string{"Ann Lee"}},
		{"she among those who did", [][]float64{{0, 0, 1, 1}, {1, 1, 1, 1}}, nil},
		{"she beside those who did", [][]float64{{0, proofPassage, 1, 1}, {1, 1, 0, 0}}, nil},
		{"of her something of what is asked", [][]float64{{0, 0, 1, 1}, {0, 1, 0, proofPassage}}, nil},
		{"nobody did", [][]float64{{1, 1, 0, 0}}, nil},
	} {
		var x inquiry.Expansion
		for _, w := range in.Words {
			x.Wants = append(x.Wants, inquiry.Want{Word: w, Info: 1, Known: true})
		}
		var chosen []candidate
		for _, near := range test.near {
			chosen = append(chosen, candidate{near: near})
		}
		if got := parted(in, x, chosen); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, not %q", test.about, got, test.want)
		}
	}
}

// TestOneRoot tells which related words in a quote keep a question's word from being told absent.
func TestOneRoot(t *testing.T) {
	article := &corpus.Article{Body: "Its losses grew; it was beaten."}
	lose := inquiry.Want{Info: 1, Known: true}
	lose.Word.Word, lose.Word.Typed = "lose", "lose"
	for _, test := range []struct {
		met  string
		want bool
	}{{"losses", true}, {"beaten", false}} {
		at := strings.Index(article.Body, test.met)
		found := match{weight: 0.2, Span: corpus.Span{Start: at, End: at + len(test.met)}}
		quotes := []candidate{{article: article, near: []float64{found.weight}, matches: []match{found}}}
		if got := nearAny(quotes, lose, 0); got != test.want {
			t.Errorf("“lose” met by %q: near %t, not %t", test.met, got, test.want)
		}
	}
}
