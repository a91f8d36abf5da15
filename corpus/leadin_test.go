package corpus

import "testing"

func TestAnnounces(t *testing.T) {
	for _, c := range []struct {
		line string
		want bool
	}{
		{"According to The Post:", true},
		{"According to the Valley Post’s Jane Doe:", true},
		{"According to Jane Doe, writing for the Valley Post:", true},
		{"According to the report:", true},
		{"The Post reports:", true},
		{"The Valley Post reported Tuesday:", true},
		{"As the Guardian wrote:", true},
		{"As CNN’s Jane Doe reported late last month:", true},
		{"Jane Doe writes:", true},
		{"The woman says that she was not warned. Jane Doe reports:", true},
		{"That’s according to the Valley Post’s Jane Doe, who writes:", true},
		{"From the statement:", true},
		{"From Jane Doe of the Valley Post:", true},
		{"Per NFL.com:", true},
		{"via The Valley Post:", true},
		{"The letter reads:", true},
		{"The Valley Post’s report says:", true},
		{"The company’s statement reads in part:", true},
		{"He said:", false},
		{"She wrote:", false},
		{"They report:", false},
		{"In a letter, she wrote:", false},
		{"The mayor said:", false},
		{"Jane Doe said:", false},
		{"According to experts:", false},
		{"According to the mayor, parts of the plan are:", false},
		{"According to The Post", false},
		{"The Post reports, however, that the meeting was short.", false},
		{"Ten cities have reported:", false},
		{"Cases were reported in:", false},
		{"Other tips reported by the Valley Post:", false},
		{"From March 1:", false},
		{"From Monday to Friday, the pool offers:", false},
		{"From our review:", false},
		{"More top reads from Valleyprice.com:", false},
		{"Here are the ten tallest dams, according to the Valley Post:", false},
		{"What to bring:", false},
		{"From:", false},
		{":", false},
	} {
		if got := announces(c.line); got != c.want {
			t.Errorf("announces(%q) = %v", c.line, got)
		}
	}
}

func TestLeadIn(t *testing.T) {
	const in = "According to The Valley Post:"
	for _, c := range []layoutCase{
		{
			name: "reaches the next paragraph",
			body: in + "\n\nThe dam held.\n\nThe river fell.",
			want: "1t " + in + "\n2t The dam held. << " + in + "\n3t The river fell.\n",
		},
		{
			name: "reaches up to a wide gap",
			body: "It rained.\n\n" + in + "\n\nThe dam held.\n\nThe river fell.\n\n\nNobody was hurt.\n\nSchools are closed.",
			want: "1t It rained.\n2t " + in + "\n3t The dam held. << " + in + "\n4t The river fell. << " + in + "\n5t Nobody was hurt.\n6t Schools are closed.\n",
		},
		{
			name: "reaches up to a rule",
			body: in + "\n\nThe dam held.\n\nThe river fell.\n\n* * *\n\nNobody was hurt.",
			want: "1t " + in + "\n2t The dam held. << " + in + "\n3t The river fell. << " + in + "\n4t Nobody was hurt.\n",
		},
		{
			name: "a wide gap far below is not its end",
			body: in + "\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.\n\n\nEight.",
			want: "1t " + in + "\n2t One. << " + in + "\n3t Two.\n4t Three.\n5t Four.\n6t Five.\n7t Six.\n8t Seven.\n9t Eight.\n",
		},
		{
			name: "ends at the next lead-in",
			body: in + "\n\nThe dam held.\n\nThe Evening News reports:\n\nIt broke.",
			want: "1t " + in + "\n2t The dam held. << " + in + "\n3t The Evening News reports:\n4t It broke. << The Evening News reports:\n",
		},
		{
			name: "passes over a caption and a link",
			body: in + "\n\n[More: How dams are built]\n\nThe dam at noon.\nPhoto: Jane Doe\n\nThe dam held.\n\nIt rained.",
			want: "1t " + in + "\n2c The dam at noon.\n2r Photo: Jane Doe\n2t The dam held. << " + in + "\n3t It rained.\n",
		},
		{
			name: "at the end announces nothing",
			body: "The dam held.\n\n" + in,
			want: "1t The dam held.\n2t " + in + "\n",
		},
		{
			name: "speech is not quoted from a publication",
			body: "He said:\n\n“The dam held.”",
			want: "1t He said:\n2t “The dam held.”\n",
		},
	} {
		c.run(t)
	}
}

// TestLeadInOfOwnOutlet checks that an outlet that names itself announces no
// other publication.
func TestLeadInOfOwnOutlet(t *testing.T) {
	const body = "According to the Valley Post’s Jane Doe:\n\nThe dam held all night long."
	for outlet, quoted := range map[string]bool{"Valley Post": false, "VALLEY POST": false, "Ashford Gazette": true, "": true} {
		a := NewArticle(Meta{Outlet: outlet}, body)
		if got := a.Paragraphs[1].LeadIn.Len() > 0; got != quoted {
			t.Errorf("in %q, another publication is quoted: %v", outlet, got)
		}
	}
}
