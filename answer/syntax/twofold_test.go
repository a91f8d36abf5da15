package syntax

import "testing"

func TestAsTwo(t *testing.T) {
	for text, want := range map[string]Twofold{
		"Who won the race, and when did she retire?": {
			[2]string{"Who won the race?", "when did she retire?"}, [2]string{"Who won the race", "when did she retire"}},
		"What did Roe say about the strike and about the mayor?": {
			[2]string{"What did Roe say about the strike?", "What did Roe say about the mayor?"}, [2]string{"about the strike", "about the mayor"}},
		"What happened to the bridge and also to the mill": {
			[2]string{"What happened to the bridge?", "What happened to the mill?"}, [2]string{"to the bridge", "to the mill"}},
		"What did Roe say about the strike and the mayor?": {
			[2]string{"What did Roe say about the strike?", "What did Roe say about the mayor?"}, [2]string{"about the strike", "about the mayor"}},
		"What did Roe and Hale say?":                              {},
		"Who met Roe on Monday and in May?":                       {},
		"What did Roe say about fish and chips and the mayor?":    {},
		"The bridge and the mill":                                 {},
		"What did they say about the strike, the mill and tolls?": {},
	} {
		if got, ok := AsTwo(text); got != want || ok != (want != Twofold{}) {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
