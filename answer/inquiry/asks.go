package inquiry

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/syntax"
)

// asksLeader matches a question who leads something, with the word behind that; asksWhoIs a question who
// somebody is, and asksDoing what somebody does.
var (
	asksLeader = analysis.Pattern(`^who(?:['’]?s)?(?: is| was)?(?: in)?(?: the)? (?:runs?|ran|leads?|led|heads?|headed|manages?|managed|charge|head|boss|leader)(?: of)? (\S+)`)
	asksWhoIs  = analysis.Pattern(`(?i)^who(?:['’]?s| is| was| are| were) `)
	asksDoing  = analysis.Pattern(`^what (?:do|does) .+ do$`)
)

// asksWhether matches what stands before the subject of a question whether something is so.
var asksWhether = analysis.Pattern(`^(?:(?:and|but|so) )?(?:did|does|do|is|was|are|were|has|have|had|will|would|can|could)(?: the)?$`)

// WhetherOf returns the first and the last word of the name that is the subject of a question whether
// something is so: “Did Ann Lee resign?”, “Ann Lee resigned?”
func (in Inquiry) WhetherOf() (first, last int, ok bool) {
	if len(in.Words) < 2 || in.shouting {
		return 0, 0, false
	}
	named := func(w Word) bool { return w.Name && !w.Frame && !w.Outlet }
	before := analysis.Fold(in.Text[:in.Words[0].Start])
	for last+1 < len(in.Words) && named(in.Words[last+1]) && in.Words[last+1].goesOn && in.Words[last+1].Upper == in.Words[0].Upper {
		last++
	}
	told := before == "" && last+2 < len(in.Words) && !in.Words[last+1].Upper && strings.HasSuffix(in.Text, "?")
	owns := syntax.Owns(in.Words[last].Typed)
	return 0, last, named(in.Words[0]) && !owns && (told || asksWhether().MatchString(before))
}

// askOfName marks words by what the question asks of its name ([Word.Told], [Word.Borne]), and finds
// whether it asks who leads that, or only who or what it is.
func (in *Inquiry) askOfName() {
	in.markTold()
	in.markBorne()
	text := strings.TrimRight(analysis.Fold(in.Text), " ?!.")
	who := strings.HasPrefix(text, "who")
	var leads []string
	if _, _, one := in.SoleName(); one && who {
		leads = asksLeader().FindStringSubmatch(text)
	}
	first, last, only := in.NameOf()
	switch {
	case len(leads) > 1 && !answertype.Prepositions(leads[1]):
		in.Expect = answertype.Leader
		in.markTold()
	case only && (in.Expect == answertype.Any || who && !in.describes(first, last)):
		in.Expect = answertype.Role
	}
}

// describes reports whether some words of a question who that is, typed in small letters, describe somebody:
// they stand behind “the”, or end in a role.
func (in Inquiry) describes(first, last int) bool {
	before := strings.Fields(analysis.Fold(in.Text[:in.Words[first].Start]))
	lower := !slices.ContainsFunc(in.Words[first:last+1], func(w Word) bool { return w.Upper })
	return lower && (len(before) > 0 && before[len(before)-1] == "the" || answertype.Leaders(in.Words[last].Term))
}

// markTold marks the words that a quote with the kind of thing asked for need not hold.
func (in *Inquiry) markTold() {
	for i, w := range in.Words {
		in.Words[i].Told = in.Expect.Tells(w.Term) || in.Expect == answertype.Member && w.Class
		if i > 0 && in.Words[i].Told && in.Words[i-1].Word == "final" {
			in.Words[i-1].Told = true // of “final score”
		}
	}
}

// markBorne marks the word for a role of which a question asks who has it: “who is the chef of Ashford
// Rail?”, “who is Ashford Rail's chef?”, “who is the president of ashford”.
func (in *Inquiry) markBorne() {
	if !asksWhoIs().MatchString(in.Text) {
		return
	}
	lower := !slices.ContainsFunc(in.Words, func(w Word) bool { return w.Upper })
	for i, w := range in.Words {
		if w.Upper || w.Frame || w.Outlet {
			continue
		}
		behind := strings.Fields(strings.Trim(in.Text[w.End:], " ?!."))
		switch {
		case len(behind) > 1 && borneBy(behind[0]):
			named := i+1 < len(in.Words) && in.Words[i+1].Name && in.Words[i+1].Upper
			in.Words[i].Borne = named || lower && answertype.Leaders(w.Term) && !answertype.Articles(behind[1])
		case len(behind) == 0:
			in.Words[i].Borne = slices.ContainsFunc(in.Words[:i], func(w Word) bool { return w.Name && w.Upper && syntax.Owns(w.Typed) })
		}
	}
}

// borneBy are the words between a role and the name to which it belongs.
var borneBy = analysis.Words("of at for")
