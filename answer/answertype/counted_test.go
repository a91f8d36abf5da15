package answertype

import (
	"slices"
	"testing"

	"newshound/answer/analysis"
)

// TestCount tells a number of those who died from what looks like it.
func TestCount(t *testing.T) {
	a := new(analysis.Analyzer)
	for text, want := range map[string]float64{
		"The fire killed at least 36 people.":                                   36,
		"The fire raced on, killing more than 23,000 on Monday.":                23000,
		"Some 2,000 people were feared dead in Ashford.":                        2000,
		"Some 2m people died.":                                                  2e6,
		"About 1.5k people died.":                                               1500,
		"She is the 7th person who died.":                                       0,
		"Three people died.":                                                    3,
		"Twenty-one people died.":                                               21,
		"Two hundred people died.":                                              200,
		"Some 20-30 people died.":                                               30,
		"Up to 40 thousand people have been killed.":                            40000,
		"The death toll from the fire climbed to 67 Friday as crews dug.":       67,
		"Officials raised the death toll in Ashford to 106.":                    106,
		"The toll of 93 surpasses that of a storm, which killed 61.":            93,
		"The number of people killed in Ashford rose to at least 101 on Monday": 101,
		"It has left 85 dead.":                                                  85,
		"Crews found 36 bodies of people who died.":                             0,
		"Some 36 houses burned, and people died.":                               0,
		"The storm of 1977 killed 23 people.":                                   0,
		"In 2,000 rooms 23 people died.":                                        23,
		"It could kill 40 people.":                                              0,
		"The death toll can be reduced by 26.":                                  0,
		"The death toll was reduced by 26%.":                                    0,
		"Some 26 percent died.":                                                 0,
		"Officials said 50 people are to be killed.":                            0,
		"Some 50 people are believed to be dead.":                               50,
		"Three Swiss citizens died.":                                            0,
		"One of the people died.":                                               0,
		"Dozens died, and 12 were hurt.":                                        0,
		"The death toll is not known.":                                          0,
		"36":                                                                    0,
	} {
		tokens := a.Tokens(text)
		count := Count{Year: 2023, Anyone: true, Of: func(int) bool { return false },
			Tells: func(i int) bool { return slices.Contains(Toll.Words(), tokens[i].Term) }}
		if got, ok := count.In(text, tokens); got != want || ok != (want > 0) {
			t.Errorf("%q tells of %v, %v; want %v", text, got, ok, want)
		}
	}
}

// TestCountOf tells a number of those who are asked about from that of others.
func TestCountOf(t *testing.T) {
	a := new(analysis.Analyzer)
	for text, want := range map[string]float64{
		"Of those killed 22 were Swiss.":                  22,
		"Some 22 Swiss were killed.":                      22,
		"Some 22 Swiss citizens were killed.":             22,
		"Some 22 young Swiss were killed.":                22,
		"The Swiss death toll has risen to 27.":           27,
		"The death toll among the Swiss has risen to 27.": 27,
		"The death toll has risen to 27.":                 0,
		"The attack killed 1,400 people.":                 0,
	} {
		tokens := a.Tokens(text)
		count := Count{Year: 2023, Of: func(i int) bool { return tokens[i].Word == "swiss" },
			Tells: func(i int) bool { return tokens[i].Term == "kill" || tokens[i].Term == "death" }}
		if got, ok := count.In(text, tokens); got != want || ok != (want > 0) {
			t.Errorf("%q tells of %v, %v; want %v", text, got, ok, want)
		}
	}
}
