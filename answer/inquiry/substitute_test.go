package inquiry

import (
	"strings"
	"testing"

	"newshound/answer"
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
