package followup

import (
	"strings"

	"newshound/answer/answertype"
	"newshound/answer/syntax"
)

// resolved returns the follow-up with each name in the place of the first pronoun that stands for it, and
// the verb beside that in the singular where it has to be. “Else” is left out, since no article says so.
func (f *follower) resolved(names map[string]string) string {
	var b strings.Builder
	at := 0
	named := map[string]bool{}
	for i, t := range f.tokens {
		if i == 0 && f.led {
			at = f.start()
		}
		if t.Start < at {
			continue
		}
		b.WriteString(f.text[at:t.Start])
		at = t.End
		name := names[pronounKey(t.Word)]
		switch {
		case named[name] && f.objective(i):
			name = names[secondPerson]
		case named[name]:
			name = "" // what he said of his mind
		}
		named[name] = true
		word := f.text[t.Start:t.End]
		if one := ofOne[t.Word]; one != "" && f.isOfOne(i, names) {
			word = likeFirst(one, word)
		}
		switch {
		case t.Word == "else" && b.Len() > 0:
			text := strings.TrimRight(b.String(), " ")
			b.Reset()
			b.WriteString(text)
		case name == "":
			b.WriteString(word)
		case t.Word == "his" || t.Word == "their" || t.Word == "its" || t.Word == "her" && f.possesses(i):
			b.WriteString(name + possessive(name))
		case syntax.Owns(word): // it's
			b.WriteString(name + possessive(name))
		default:
			b.WriteString(name)
		}
	}
	text := b.String() + f.text[at:]
	return capitalised(text)
}

// ofOne are plural verbs with their singular.
var ofOne = map[string]string{"are": "is", "were": "was", "do": "does", "have": "has"}

// isOfOne reports whether the i-th token is the auxiliary of a “they” that stands for one body, before or,
// as a form of “be”, behind it.
func (f *follower) isOfOne(i int, names map[string]string) bool {
	name := names[pronounKey("they")]
	return name != "" && !plural(name) && (i+1 < len(f.tokens) && f.tokens[i+1].Word == "they" ||
		i > 0 && f.tokens[i-1].Word == "they" && answertype.Beings(f.tokens[i].Word))
}

// start returns where the follow-up begins behind “and” or the like.
func (f *follower) start() int {
	skip := len(f.Words) - len(f.rest)
	return f.Place(skip, len(f.Words)).Start
}

// possesses reports whether the i-th token, “her”, is a possessive: her mother.
func (f *follower) possesses(i int) bool {
	return i+1 < len(f.tokens) && !f.tokens[i+1].Stop && strings.TrimSpace(f.text[f.tokens[i].End:f.tokens[i+1].Start]) == ""
}
