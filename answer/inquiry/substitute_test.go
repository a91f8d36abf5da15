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
