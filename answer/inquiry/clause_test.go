package inquiry

import (
	"slices"
	"strings"
	"testing"

	"newshound/answer/naming"
)

// clues are clauses of a length to be searched by themselves.
var clues = []string{
	"mayor Halvorsen opened the wooden bridge near Ashford castle",
	"striking drivers blocked harbor roads with rusty lorries",
	"farmers sold honey, apples, barley and cider cheaply",
	"the club dismissed its goalkeeper after seven lost matches",
	"seismologists measured tremors below the northern volcano ridge",
	"a violinist played forgotten Baltic dances at midnight",
	"the tribunal acquitted four bankers accused of forgery",
}

func TestClauses(t *testing.T) {
	r := over(counted{})
	for _, test := range []struct {
		question string
		want     []string
	}{
		{"Who attended the meeting on election security and what did he say?", nil}, // too short
		{
			"Which company paid billions of dollars for default search placement on phones, and is accused of harming news publishers' bottom lines with answers?",
			[]string{"Which company paid billions of dollars for default search placement on phones", ", and is accused of harming news publishers' bottom lines with answers?"},
		},
		{ // a list of short things stays together
			"Did the mayor of Ashford open a bridge, a market and a tower while striking workers blocked the harbor road with their lorries?",
			[]string{"Did the mayor of Ashford open a bridge, a market and a tower", " while striking workers blocked the harbor road with their lorries?"},
		},
		{ // a date is not divided
			"Has the portrayal of vampires changed between the article on a menacing air of October 9, 2023, and the article on presence hidden behind the best ghost tales of November 15, 2023?",
			[]string{
				"Has the portrayal of vampires changed between the article on a menacing air of October 9, 2023",
				", and the article on presence hidden behind the best ghost tales of November 15, 2023?",
			},
		},
		{strings.Join(clues, ", "), nil}, // too many
	} {
		in := r.Understand(test.question)
		var got []string
		for _, c := range in.Clauses(naming.Side{End: len(test.question)}) {
			got = append(got, test.question[c.Start:c.End])
		}
		if test.want == nil {
			test.want = []string{test.question}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.question, got, test.want)
		}
	}
}
