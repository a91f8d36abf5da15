package inquiry

import (
	"testing"

	"newshound/answer/answertype"
)

// TestAskedByPattern holds what questions ask for by more than their question word.
func TestAskedByPattern(t *testing.T) {
	r := over(counted{})
	for question, want := range map[string]answertype.Type{
		"How much money did they get?":        answertype.Sum,
		"How much is the bridge worth?":       answertype.Sum,
		"How much is Halvor Quest 3?":         answertype.Sum,
		"How much is known of it?":            answertype.Number,
		"How much have the prices increased?": answertype.Number,
		"How much of it did they sell?":       answertype.Number,
		"What does Halvorsen earn?":           answertype.Sum,
		"What is the price of a ticket?":      answertype.Sum,
		"What caused the price to rise?":      answertype.Any,
		"What was the final score?":           answertype.Score,
		"What is the age of the mayor?":       answertype.Age,
		"What was the mayor's age?":           answertype.Age,
		"mayor's age":                         answertype.Age,
		"age of the mayor":                    answertype.Age,
		"What changed in the age of trade?":   answertype.Any,
		"Did the price rise?":                 answertype.Any,
		"For what reason did he resign?":      answertype.Reason,
		"What was the reason for the strike?": answertype.Reason,
		"mayor of Ashford":                    answertype.Person,
		"the fire's suspect":                  answertype.Person,
		"Who saw the mayor of Ashford?":       answertype.Person,
		"What is the mayor of Ashford called": answertype.Any,
		"How hot was it?":                     answertype.Heat,
		"What percent of them voted?":         answertype.Number,
		"How expensive is the bridge?":        answertype.Sum,
		"ticket price":                        answertype.Sum,
		"Ashford Rail valuation":              answertype.Sum,
		"What was the club fined?":            answertype.Sum,
		"What was the club fined for?":        answertype.Any,
		"final score":                         answertype.Score,
		"what was the score (Ashford won)?":   answertype.Score,
		"What is Halvorsen's party?":          answertype.Member,
		"Who is in the party?":                answertype.Person,
		"death toll Ashford fire":             answertype.Toll,
		"How many people were killed?":        answertype.Toll,
		"Halvorsen cause of death":            answertype.Cause,
		"What did Halvorsen die of?":          answertype.Cause,
		"How did Halvorsen die?":              answertype.Cause,
		"Lee, who won, left. When does Roe?":  answertype.Time,
		"Who runs Ashford Rail?":              answertype.Leader,
		"Who is the head of Ashford Rail?":    answertype.Leader,
		"Who is running against Omar Reyes?":  answertype.Person,
		"Who runs the club?":                  answertype.Person,
		"Who is Ingrid Halvorsen?":            answertype.Role,
		"What does Ingrid Halvorsen do?":      answertype.Role,
		"Who is Halvorsen?":                   answertype.Person,
		"who is zoë reed":                     answertype.Role,
		"who met zoë reed":                    answertype.Person,
		"who is the halvorsen medium":         answertype.Person,
		"who is halvorsen ceo":                answertype.Person,
		"who is the Halvorsen Medium":         answertype.Role,
	} {
		if got := r.Understand(question).Expect; got != want {
			t.Errorf("%q expects %s, want %s", question, got.String(), want.String())
		}
	}
}

// TestBorne holds which word of a question says what whoever is asked for is to a name.
func TestBorne(t *testing.T) {
	r := over(counted{})
	for question, want := range map[string]string{
		"Who is the head chef of Ashford Rail?": "chef",
		"who's the cook at halvor":              "",
		"Who's the cook at Halvor":              "cook",
		"who is the director of ashford":        "director",
		"who is the director of the bridge":     "",
		"Who was Halvor's first choirmaster?":   "choirmaster",
		"Who is the boss of the old bridge?":    "",
		"Who is the old cook?":                  "",
		"Who is Ingrid Halvorsen?":              "",
		"Who is Halvor's friend Quill?":         "",
		"Who met the chef of Ashford Rail?":     "",
		"What is the price of Ashford Rail?":    "",
	} {
		got := ""
		for _, w := range r.Understand(question).Words {
			if w.Borne {
				got += w.Typed
			}
		}
		if got != want {
			t.Errorf("%s: %q, not %q", question, got, want)
		}
	}
}

// TestWhetherOf finds of whom or what it is asked whether it did something.
func TestWhetherOf(t *testing.T) {
	r := over(counted{})
	for question, want := range map[string]string{
		"Did Halvorsen attend the meeting?":        "Halvorsen",
		"and did the Halvorsens attend it?":        "Halvorsens",
		"Will Ingrid Halvorsen be at the meeting?": "Ingrid Halvorsen",
		"Halvorsen attended the meeting?":          "Halvorsen",
		"Halvorsen attended the meeting":           "",
		"Did Halvorsen's brother attend it?":       "",
		"Did the mayor meet Halvorsen?":            "",
		"Who met Halvorsen?":                       "",
		"Halvorsen Ashford meeting?":               "",
		"Did Halvorsen?":                           "",
	} {
		in, got := r.Understand(question), ""
		if first, last, ok := in.WhetherOf(); ok {
			got = in.Text[in.Words[first].Start:in.Words[last].End]
		}
		if got != want {
			t.Errorf("%q asks it of %q, not %q", question, got, want)
		}
	}
}
