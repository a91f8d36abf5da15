package inquiry

import (
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
)

// asksLeader matches what asks who leads something, and the word behind that; asksDoing what
// asks what somebody or something does.
var (
	asksLeader = analysis.Pattern(`^who(?:['’]?s)?(?: is| was)?(?: in)?(?: the)? (?:runs?|ran|leads?|led|heads?|headed|manages?|managed|charge|head|boss|leader)(?: of)? (\S+)`)
	asksDoing  = analysis.Pattern(`^what (?:do|does) .+ do$`)
)

// askOfName marks the words that the kind of thing asked for tells, and finds whether the
// question asks who leads the one name that it has, or who or what that is.
func (in *Inquiry) askOfName() {
	in.markTold()
	text := strings.TrimRight(analysis.Fold(in.Text), " ?!.")
	who := strings.HasPrefix(text, "who")
	var leads []string
	if _, _, one := in.SoleName(); one && who {
		leads = asksLeader().FindStringSubmatch(text)
	}
	_, _, only := in.NameOf()
	switch {
	case len(leads) > 1 && !answertype.Prepositions(leads[1]):
		in.Expect = answertype.Leader
		in.markTold()
	case only && (in.Expect == answertype.Any || who):
		in.Expect = answertype.Role
	}
}

func (in *Inquiry) markTold() {
	for i, w := range in.Words {
		in.Words[i].Told = in.Expect.Tells(w.Term) || in.Expect == answertype.Member && w.Class
	}
}
