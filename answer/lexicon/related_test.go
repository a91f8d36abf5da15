package lexicon

import (
	"strings"
	"testing"

	"newshound/answer/analysis"
)

// stands tells whether a term stands for another, and whether it is the same in another form.
func stands(a *analysis.Analyzer, to, term string) (same, ok bool) {
	for _, r := range RelatedTo(a, term) {
		if r.Term == to {
			return r.Same, true
		}
	}
	return false, false
}

func TestRelatedTo(t *testing.T) {
	a := new(analysis.Analyzer)
	for _, test := range []struct {
		from, to string
		same, ok bool
	}{
		{"Russian", "Russia", true, true},
		{"Peruvian", "Peru", true, true},
		{"Filipino", "Philippines", true, true},
		{"senator", "Sen", true, true},
		{"fourth", "4th", true, true},
		{"Missouri", "Mo", true, true},
		{"Venice", "Venetian", true, true},
		{"two", "II", true, true},
		{"archeology", "archaeology", true, true},
		{"hand", "receives", false, true},
		{"received", "handing", false, true},
		{"order", "directives", false, true},
		{"russia", "china", false, false},
		{"meeting", "meeting", false, false},
		{"a", "b", false, false},
		{"x", "x", false, false},
	} {
		from, to := strings.ToLower(test.from), strings.ToLower(test.to)
		if same, ok := stands(a, a.Term(to), a.Term(from)); same != test.same || ok != test.ok {
			t.Errorf("%s stands for %s: %v, the same %v; want %v, %v", test.to, test.from, ok, same, test.ok, test.same)
		}
	}
}

func TestEvents(t *testing.T) {
	a := new(analysis.Analyzer)
	for _, test := range []struct {
		from, to string
		event    bool
	}{
		{"outlawed", "ban", true},
		{"resigns", "quitting", true},
		{"seller", "buyer", false},
		{"sell", "sale", false},
		{"Russian", "Russia", false},
	} {
		event := false
		for _, r := range RelatedTo(a, a.Term(strings.ToLower(test.from))) {
			event = event || r.Event && r.Term == a.Term(strings.ToLower(test.to))
		}
		if event != test.event {
			t.Errorf("%s tells the event that %s does: %v", test.to, test.from, event)
		}
	}
}

// Every two words of a line stand for each other, by terms that begin as the words do:
// others are not found.
func TestRelatedTables(t *testing.T) {
	a := new(analysis.Analyzer)
	for line := range strings.Lines(same + events + related) {
		words := strings.Fields(line)
		for _, w := range words {
			term := a.Term(w)
			if !strings.HasPrefix(w, term[:min(len(term), keptLetters)]) {
				t.Errorf("%s does not begin like its term %s", w, term)
			}
			for _, v := range words {
				if other := a.Term(v); other != term {
					if _, ok := stands(a, other, term); !ok {
						t.Errorf("%s does not stand for %s", v, w)
					}
				}
			}
		}
	}
}
