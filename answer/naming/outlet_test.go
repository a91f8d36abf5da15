package naming

import (
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/syntax"
)

func TestSides(t *testing.T) {
	a := new(analysis.Analyzer)
	names := newOutletNames(a, []answer.OutletCount{
		{Outlet: "The Hill"}, {Outlet: "The Root"}, {Outlet: "TechCrunch"}, {Outlet: "Fortune"},
		{Outlet: "BBC News - Technology"}, {Outlet: "BBC News - World"}, {Outlet: "The Sydney Morning Herald"},
	})
	for _, test := range []struct {
		question string
		want     []string // each side's outlets, joined by +, and its part
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
		for _, f := range names.Sides(test.question, a.Tokens(test.question)) {
			got = append(got, strings.Join(f.Outlets, "+")+": "+test.question[f.Start:f.End])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.question, got, test.want)
		}
	}
}

func TestSidesAreBounded(t *testing.T) {
	a := new(analysis.Analyzer)
	names := newOutletNames(a, []answer.OutletCount{{Outlet: "TechCrunch"}})
	question := strings.Repeat("TechCrunch and ", 1000)
	if n := len(names.Sides(question, a.Tokens(question))); n != MaxSides {
		t.Errorf("%d sides, want %d", n, MaxSides)
	}
}

// TestDomains finds an outlet that is known by its address by the name in it.
func TestDomains(t *testing.T) {
	a := new(analysis.Analyzer)
	n := newOutletNames(a, []answer.OutletCount{{Outlet: "cnn.com"}, {Outlet: "www.bbc.co.uk"}, {Outlet: "St. Louis Post"}, {Outlet: "usatoday.com"}, {Outlet: "the-week.co.uk"}})
	for text, want := range map[string]string{"what did CNN report?": "cnn.com", "what did the BBC report?": "www.bbc.co.uk", "what did cnn.com report?": "cnn.com", "what did St report?": "", "did it comply?": "",
		"what did USA Today report?": "usatoday.com", "what did The Week report?": "the-week.co.uk", "what happened in the week?": ""} {
		got := ""
		for _, f := range n.Sides(text, a.Tokens(text)) {
			got += f.Outlets[0]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestFindByAddress finds, for a filter, an outlet that is known by its address.
func TestFindByAddress(t *testing.T) {
	names := New(outletsOnly{outlets: []string{"usatoday.com", "The Week"}}, new(analysis.Analyzer))
	for typed, want := range map[string][]string{"USA Today": {"usatoday.com"}, "usatoday.com": {"usatoday.com"}, "week": {"The Week"}, "Today": nil} {
		if got := names.Find(syntax.FieldOutlet, typed); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// outletsOnly is an index that knows no more than its outlets.
type outletsOnly struct {
	answer.Index
	outlets []string
}

func (o outletsOnly) Coverage() (c answer.Coverage) {
	for _, outlet := range o.outlets {
		c.Outlets = append(c.Outlets, answer.OutletCount{Outlet: outlet})
	}
	return c
}
