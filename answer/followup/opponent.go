package followup

import (
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/syntax"
)

// opponents returns two sides that meet in the question before, “Chelsea against Blackburn”: first the one
// that was asked about. They are "" where it names none.
func (f *follower) opponents() (side, other string) {
	text := f.previous.Text
	tokens := f.analyzer.Tokens(text)
	names := f.names.Of(text, tokens)
	for i := 1; i < len(names); i++ {
		one, two := names[i-1], names[i]
		between := strings.TrimSuffix(analysis.Fold(text[one.End:max(one.End, two.Start)]), " the")
		if !meets(between) {
			continue
		}
		side, other = text[one.Start:one.End], text[two.Start:two.End]
		if own := text[:syntax.AsideIn(text, tokens)]; strings.Contains(own, other) && !strings.Contains(own, side) {
			return other, side // it was asked of that one since
		}
		return side, other
	}
	return "", ""
}

// meets are the words between the names of two sides that meet.
var meets = analysis.Words("against versus vs v")

// aSide matches words for one of two sides, or for a role in it: “the other team”, “the opposing coach”,
// “their coach”. The groups are the role in the other side, and in the one that was asked about.
var aSide = analysis.Pattern(`(?i)\bthe (?:other (?:team|side|club|squad)|opponents?|opposition)\b|\bthe (?:other|opposing) (\S+)\b|\btheir (\S+)\b`)

// opponent reads a follow-up that has words for one of two sides, with its name in their place: “and the
// other coach?”, “what did their coach say?”
func (f *follower) opponent() (Reading, error) {
	m := aSide().FindStringSubmatchIndex(f.text)
	if m == nil {
		return Reading{}, nil
	}
	side, name := f.opponents()
	does := ""
	switch {
	case m[2] >= 0:
		does = f.text[m[2]:m[3]]
	case m[4] >= 0:
		does, name = f.text[m[4]:m[5]], side
	}
	if name == "" || aSide().MatchString(name) || does != "" && !sideRoles(analysis.Fold(does)) {
		return Reading{}, nil
	}
	if does != "" {
		name += possessive(name) + " " + does
	}
	from := f.start()
	if answertype.Roles(syntax.LastWord(f.rest)) && !strings.Contains(f.rest, ",") && !asks().MatchString(f.rest) {
		name, from = "who is "+name, m[0]
	}
	f.reread(f.text[from:m[0]] + name + f.text[m[1]:])
	q := f.question
	q.Text = f.text
	a, err := f.Read(f.ctx, q)
	if err != nil || a.settled() {
		return a, err
	}
	f.beside(f.gist())
	return Reading{Text: f.previous.String(), FollowUp: true}, nil
}

// sideRoles are roles in a side.
var sideRoles = analysis.Words("coach manager captain quarterback goalkeeper striker boss owner")
