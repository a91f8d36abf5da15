package eval

import (
	"strings"
	"testing"

	"newshound/answer"
)

func TestForeign(t *testing.T) {
	of := []Case{{ID: "a", Answerable: true, Accept: []string{"x"}}, {ID: "b"}, {ID: "c", Answerable: true}}
	got := Foreign(of)
	if len(got) != 2 || got[0].ID != "a" || got[1].ID != "c" {
		t.Fatalf("%v, want a and c", got)
	}
	for _, c := range got {
		if c.Answerable || len(c.Accept) > 0 {
			t.Errorf("%v can be answered", c)
		}
	}
	if !of[0].Answerable || len(of[0].Accept) != 1 {
		t.Errorf("the other corpus's case became %v", of[0])
	}
}

func TestJudgeForeign(t *testing.T) {
	answered := func(answerable bool, confidence float64) Answered {
		outcome := answer.None
		if confidence >= 0.5 {
			outcome = answer.Found
		}
		return Answered{Case{Answerable: answerable}, &answer.Answer{Confidence: confidence, Outcome: outcome}}
	}
	own := []Answered{answered(true, 0.9), answered(true, 0.4), answered(false, 0.99)}
	foreign := []Answered{answered(false, 0.1), answered(false, 0.2), answered(false, 0.3), answered(false, 0.6)}
	var out strings.Builder
	if err := JudgeForeign(own, foreign).Print(&out, "squad"); err != nil {
		t.Fatal(err)
	}
	// Of eight pairs, only 0.4 and 0.6 are the wrong way round; what is not answerable of the
	// own does not count.
	const want = "foreign        squad: 25.0 % of 4 answered, AUC 0.8750; 75.0 % refused where 95 % are answered\n"
	if out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}
