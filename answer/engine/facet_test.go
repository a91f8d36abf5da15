package engine

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

func TestFacets(t *testing.T) {
	a := new(analysis.Analyzer)
	names := newOutletNames(a, []answer.OutletCount{
		{Outlet: "The Hill"}, {Outlet: "The Root"}, {Outlet: "TechCrunch"}, {Outlet: "Fortune"},
		{Outlet: "BBC News - Technology"}, {Outlet: "BBC News - World"}, {Outlet: "The Sydney Morning Herald"},
	})
	for _, test := range []struct {
		question string
		want     []string // each facet's outlets, joined by +, and its part
	}{
		{"Who attended the meeting?", nil},
		{"What did The Hill report?", []string{"The Hill: What did The Hill report?"}},
		{"What does techcrunch say?", []string{"TechCrunch: What does techcrunch say?"}},
		{"according to the Sydney Morning Herald, who won?", []string{"The Sydney Morning Herald: according to the Sydney Morning Herald, who won?"}},
		{"Did The Hill report A, while The Root reported B?", []string{"The Hill: Did The Hill report A,", "The Root:  while The Root reported B?"}},
		{"What do TechCrunch and Fortune say of it?", []string{"TechCrunch: What do TechCrunch and Fortune say of it?", "Fortune: What do TechCrunch and Fortune say of it?"}},
		// What stands before “according to The Root” is asked of it.
		{"Did The Hill report A, and is that B, according to The Root?", []string{"The Hill: Did The Hill report A", "The Root: , and is that B, according to The Root?"}},
		{"Who did A, as per The Hill, and B, according to Fortune, but not C?", []string{"The Hill: Who did A, as per The Hill", "Fortune: , and B, according to Fortune, but not C?"}},
		{"What did BBC News write?", []string{"BBC News - Technology+BBC News - World: What did BBC News write?"}},
		// Ordinary words are names in capitals only, and not where any word has them.
		{"Who made a fortune on the hill?", nil},
		{"Fortune favours whom?", nil},
		{"Who stormed Capitol Hill?", nil},
	} {
		var got []string
		for _, f := range names.facets(test.question, a.Tokens(test.question)) {
			got = append(got, strings.Join(f.outlets, "+")+": "+test.question[f.start:f.end])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.question, got, test.want)
		}
	}
}

func TestFacetsAreBounded(t *testing.T) {
	a := new(analysis.Analyzer)
	names := newOutletNames(a, []answer.OutletCount{{Outlet: "TechCrunch"}})
	question := strings.Repeat("TechCrunch and ", 1000)
	if n := len(names.facets(question, a.Tokens(question))); n != maxFacets {
		t.Errorf("%d facets, want %d", n, maxFacets)
	}
}

func TestMerge(t *testing.T) {
	article := corpus.NewArticle(corpus.Meta{ID: "a"}, "Text.")
	hit := func(start int, score float64) ranked {
		return ranked{Hit: answer.Hit{Passage: corpus.Passage{Article: article, Span: corpus.Span{Start: start}}, Score: score}}
	}
	got := merge([]turn{
		{found: []ranked{hit(1, 5), hit(2, 4)}},
		{},
		{found: []ranked{hit(3, 9), hit(1, 8), hit(4, 1)}},
	}, []ranked{hit(5, 7), hit(2, 6)})
	side := func(n int, h ranked) ranked { h.side = n; return h }
	want := []ranked{side(1, hit(3, 9)), side(2, hit(1, 5)), side(2, hit(2, 4)), side(1, hit(4, 1)), side(0, hit(5, 1))}
	if !reflect.DeepEqual(got.passages, want) {
		t.Errorf("got %v, want %v", got.passages, want)
	}
}

// TestDomains finds an outlet that is known by its address by the name in it.
func TestDomains(t *testing.T) {
	a := new(analysis.Analyzer)
	n := newOutletNames(a, []answer.OutletCount{{Outlet: "cnn.com"}, {Outlet: "www.bbc.co.uk"}, {Outlet: "St. Louis Post"}})
	for text, want := range map[string]string{"what did CNN report?": "cnn.com", "what did the BBC report?": "www.bbc.co.uk", "what did cnn.com report?": "cnn.com", "what did St report?": "", "did it comply?": ""} {
		got := ""
		for _, f := range n.facets(text, a.Tokens(text)) {
			got += f.outlets[0]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
