package analysis

import (
	"slices"
	"strings"
	"testing"
)

// doubleCases are texts with those of their words that are no stop words;
// acronyms have an asterisk.
var doubleCases = []struct{ name, text, words string }{
	{"a month", "It may rain in May, as in May last year.", "rain may may last year"},
	{"a question", "May I go? “May we?” She said: May they?", "go said"},
	{"a date", "May 7 was hot. On 7 May 2019. Until May it may be.", "may 7 hot 7 may 2019 may"},
	{"a surname", "Theresa May said Mrs. May may go. Prime Minister May’s plan, May, failed.", "theresa may said mrs may go prime minister may plan may failed"},
	{"a surname at the end", "Who is Theresa May?", "theresa may"},
	{"a first name", "There actor Will Smith saw that Will will go. Will he? Will’s friend", "actor will smith saw will go will friend"},
	{"a headline", "When Will the Fed Raise Rates? Trump May Fire Will Smith", "fed raise rates trump fire smith"},
	{"a month in a headline", "In May Trump Met Putin", "may trump met putin"},
	{"US", "The US sued us. Give us US aid. US Senate. US’s", "us* sued give us* aid us* senate us*"},
	{"with full stops", "the U.S. and the u.s. and H.E.R. sang", "us* us her* sang"},
	{"IT and WHO", "It is IT. Who? The WHO, says the WHO’s chief.", "it* who* says who* chief"},
	{"US in a headline", "US Senate Votes to Ban It", "us* senate votes ban"},
	{"capitals only", "WHO ATTENDED THE MEETING", "attended meeting"},
	{"a line of capitals", "WHO ATTENDED IT\nThe US did", "attended us*"},
	{"capitals within", "WHAT THE US DOES: WHO SAYS IT IS so. US and WHO staff, US FBI", "says* us* who* staff us* fbi*"},
	{"emphasis", "He did NOT say WHAT or WHEN", "say"},
	{"acronyms", "FBI, AT&T, MPs and CO₂, X and Ms. Iq", "fbi* at&t* mp* co2* x ms iq"},
}

func TestDoubles(t *testing.T) {
	for _, c := range doubleCases {
		t.Run(c.name, func(t *testing.T) {
			var a Analyzer
			var got []string
			for _, k := range a.Tokens(c.text) {
				switch {
				case k.Acronym:
					got = append(got, k.Word+"*")
				case !k.Stop:
					got = append(got, k.Word)
				}
			}
			if want := strings.Fields(c.words); !slices.Equal(got, want) {
				t.Errorf("words of %q\n got %q\nwant %q", c.text, got, want)
			}
			checkTokens(t, c.text)
		})
	}
}

func TestUnitedStates(t *testing.T) {
	var a Analyzer
	for _, s := range []string{"the U.S. did", "the US did", "the USA did", "the U.S.A. did", "the u.s. did", "the U.S did", "the U.S.’s did"} {
		if k := a.Tokens(s)[1]; k.Term != "us" || k.Stop {
			t.Errorf("%q: %+v", s, k)
		}
	}
}

func TestCapitals(t *testing.T) {
	for _, c := range []struct {
		word       string
		first, all bool
	}{
		{"senate", false, false}, {"Senate", true, false}, {"FBI", true, true}, {"FBI’s", true, true}, {"MPs", true, true},
		{"U.S.", true, true}, {"Is", true, false}, {"A", true, false}, {"iPhone", false, false}, {"eBAY", false, false},
		{"AT&T", true, true}, {"G20", true, false}, {"日", false, false}, {"ÉU", true, true}, {"MPsA", true, false},
	} {
		if first, all := capitals(c.word); first != c.first || all != c.all {
			t.Errorf("capitals(%q) = %v, %v", c.word, first, all)
		}
	}
}
