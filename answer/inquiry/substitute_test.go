package inquiry

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/naming"
)

func TestEventsInShortQuestions(t *testing.T) {
	r := over(counted{of: map[string]int{"outlaw": 5, "ban": 50}})
	for _, test := range []struct {
		question string
		want     float64
	}{
		{"Who outlawed drag shows?", SameWeight},
		{"Which of the southern states outlawed drag shows in bars before the mayor of Ashford spoke?", besideWeight},
	} {
		x := Expansion{}
		for _, w := range r.Understand(test.question).Words {
			x.Wants = append(x.Wants, Want{Word: w, Known: true, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}}})
		}
		got := 0.0
		for i := range x.Wants {
			r.relate(&x, i)
			for _, a := range x.Wants[i].Alts {
				if strings.Join(a.Terms, " ") == "ban" {
					got = a.Weight
				}
			}
		}
		if got != test.want {
			t.Errorf("%q: a ban counts %v, want %v", test.question, got, test.want)
		}
	}
}

func TestPartsOfCompounds(t *testing.T) {
	r := over(counted{of: map[string]int{"iphon": 5, "s&p": 2, "15": 9, "500": 9, "3.0": 1, "web": 4, "moon": 1, "shot": 1, "ax": 3, "box": 3}})
	for question, want := range map[string]string{
		"Who sells iphone15?":  "iphone 15",
		"Where is the S&P500?": "s&p 500",
		"Who sells Web3.0?":    "web 3.0",
		"Who sells iphone15s?": "",
		"Who sells moonshots?": "moon shots",
		"Who sells axbox?":     "", // too short to be told from chance
	} {
		x := Expansion{}
		for _, w := range r.Understand(question).Words {
			x.Wants = append(x.Wants, Want{Word: w, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}}})
		}
		r.joinCompounds(&x)
		if got := strings.Join(x.Searched, ", "); got != want {
			t.Errorf("%q searches for %q as well, want %q", question, got, want)
		}
	}
}

func TestAmountsWrittenShort(t *testing.T) {
	r := over(counted{of: map[string]int{"8": 5, "billion": 50, "69bn": 2, "rail": 9, "4k": 3, "4": 3, "thousand": 7}})
	for question, want := range map[string]string{
		"Who owes $8bn?":            "8 billion",
		"Who owes $8 billion?":      "",
		"Who paid 69 billion?":      "69bn",
		"What are 69 rail billion?": "",
		"Who owes $8B?":             "8 billion",
		"Who owes €8b?":             "8 billion",
		"What did 8B announce?":     "", // as 3M might
		"Who is on the 8b?":         "",
		"Who is on the 8th?":        "",
		"Who sells 4K sets?":        "",
	} {
		x := Expansion{}
		for _, w := range r.Understand(question).Words {
			x.Wants = append(x.Wants, Want{Word: w, Known: r.index.DocFreq(w.Term) > 0, Clause: answer.Clause{Alts: []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}}})
		}
		r.writeAmounts(&x, question)
		if got := strings.Join(x.Searched, ", "); got != want {
			t.Errorf("%q searches for %q as well, want %q", question, got, want)
		}
	}
}

// named is a coverage with names that have acronyms.
type named struct {
	counted
	names map[string][]answer.Name // by acronym
}

func (n named) SpelledOut(acronym string) []answer.Name { return n.names[acronym] }

func (n named) Acronyms(terms []string) (out []string) {
	for _, acronym := range slices.Sorted(maps.Keys(n.names)) {
		if slices.ContainsFunc(n.names[acronym], func(name answer.Name) bool { return slices.Equal(name.Terms, terms) }) {
			out = append(out, acronym)
		}
	}
	return out
}

func TestAcronymsOfWholeNames(t *testing.T) {
	var a analysis.Analyzer
	ix := named{counted{of: map[string]int{"ftc": 20, "cftc": 4, "un": 50, "ft": 30}}, make(map[string][]answer.Name)}
	for words, count := range map[string]int{
		"federal trade": 21, "federal trade commission": 20, "futures trading commission": 11, "commodity futures trading commission": 10,
		"united nations": 60, "united nations security council": 9, "security council": 11, "justice department": 5,
	} {
		n := answer.Name{Words: words, Count: count}
		var initials string
		for _, t := range a.Tokens(words) {
			n.Terms, initials = append(n.Terms, t.Term), initials+t.Word[:1]
		}
		ix.names[initials] = append(ix.names[initials], n)
	}
	r := New(ix, &a, naming.New(ix, &a))
	for question, want := range map[string]string{
		"What did the FTC do?":                                  "federal trade commission",
		"What did the CFTC do?":                                 "commodity futures trading commission",
		"What did the Federal Trade Commission do?":             "ftc",
		"What did the Commodity Futures Trading Commission do?": "cftc",
		"What did the United Nations Security Council do?":      "unsc, un",
		"What did the United Nations do?":                       "un",
		"What did the Security Council do?":                     "sc",
		"What did the Justice Department say to the UN?":        "jd, united nations",
	} {
		x := Expansion{Passages: 100}
		for _, w := range r.Understand(question).Words {
			x.Wants = append(x.Wants, Want{Word: w, Known: true})
		}
		r.abbreviate(&x)
		r.spellOut(&x)
		if got := strings.Join(x.Searched, ", "); got != want {
			t.Errorf("%q searches for %q as well, want %q", question, got, want)
		}
	}
}
