package inquiry

import (
	"testing"

	"newshound/answer"
	"newshound/answer/analysis"
)

func TestHomeOfMisspeltWord(t *testing.T) {
	r := over(counted{of: map[string]int{"halvorsen": 5, "bridge": 5}})
	home := func(alts ...answer.Alt) float64 {
		w := Want{Clause: answer.Clause{Alts: alts}, Word: Word{Token: analysis.Token{Term: alts[0].Terms[0]}}}
		r.weigh(&w, 100)
		return w.Home
	}
	typed, meant := answer.Alt{Terms: []string{"halvorsson"}, Weight: 1}, answer.Alt{Terms: []string{"halvorsen"}, Weight: 1}
	if got, want := home(typed, answer.Alt{Terms: meant.Terms, Weight: spellingWeight}), home(meant); got != want || got <= 0 {
		t.Errorf("a misspelt name is at home by %.2f, want as much as the name, %.2f", got, want)
	}
	if got := home(typed, answer.Alt{Terms: []string{"bridge"}, Weight: relatedWeight}); got >= 0 {
		t.Errorf("a word that the coverage never uses is at home by %.2f, for a related one", got)
	}
}
