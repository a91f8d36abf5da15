package engine

import (
	"testing"

	"newshound/answer/analysis"
)

// TestAskedByPattern holds what questions ask for by more than their question word.
func TestAskedByPattern(t *testing.T) {
	e := &Engine{analyzer: new(analysis.Analyzer)}
	for question, want := range map[string]expectation{
		"How much money did they get?":        aSum,
		"How much is the bridge worth?":       aSum,
		"How much have the prices increased?": aNumber,
		"How much of it did they sell?":       aNumber,
		"What does Halvorsen earn?":           aSum,
		"What is the price of a ticket?":      aSum,
		"What caused the price to rise?":      anything,
		"What was the final score?":           aScore,
		"What is the age of the mayor?":       anAge,
		"What was the mayor's age?":           anAge,
		"mayor's age":                         anAge,
		"age of the mayor":                    anAge,
		"What changed in the age of trade?":   anything,
		"Did the price rise?":                 anything,
		"For what reason did he resign?":      aReason,
		"What was the reason for the strike?": aReason,
		"mayor of Ashford":                    aPerson,
		"the fire's suspect":                  aPerson,
		"Who saw the mayor of Ashford?":       aPerson,
		"What is the mayor of Ashford called": anything,
		"How hot was it?":                     aNumber,
		"What percent of them voted?":         aNumber,
		"How expensive is the bridge?":        aSum,
		"ticket price":                        aSum,
		"What was the club fined?":            aSum,
		"What was the club fined for?":        anything,
		"final score":                         aScore,
		"what was the score (Ashford won)?":   aScore,
		"What is Halvorsen's party?":          aMember,
		"Who is in the party?":                aPerson,
		"death toll Ashford fire":             aToll,
		"How many people were killed?":        aToll,
		"Halvorsen cause of death":            aCause,
		"What did Halvorsen die of?":          aCause,
		"How did Halvorsen die?":              aCause,
		"Lee, who won, left. When does Roe?":  aTime,
		"Who runs Ashford Rail?":              aLeader,
		"Who is the head of Ashford Rail?":    aLeader,
		"Who is running against Omar Reyes?":  aPerson,
		"Who runs the club?":                  aPerson,
		"Who is Ingrid Halvorsen?":            aRole,
		"What does Ingrid Halvorsen do?":      aRole,
		"Who is Halvorsen?":                   aPerson,
	} {
		if got := e.understand(question).expect; got != want {
			t.Errorf("%q expects %s, want %s", question, kindNames[got], kindNames[want])
		}
	}
}
