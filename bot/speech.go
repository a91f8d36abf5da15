package bot

import (
	"slices"
	"strings"
	"unicode"

	"newshound/answer"
)

// speech says who said what a quote holds of speech, and repeats the attributing
// words. Both are "" for a quote that holds none.
func speech(c answer.Citation) (who, words string) {
	var names, attributing []string
	said, rest, unclear, marked := 0, c.Len(), false, false
	for _, s := range outermost(c.Speech()) {
		if name := oneSpaced(c.SpeakerName(s)); name == "" {
			unclear = true
		} else if !slices.Contains(names, name) {
			names = append(names, name)
		}
		if w := oneSpaced(c.Attributing(s)); strings.ContainsFunc(w, unicode.IsLetter) && !slices.Contains(attributing, "“"+w+"”") {
			attributing = append(attributing, "“"+w+"”")
		}
		for _, p := range s.Said {
			said += p.Len()
		}
		for _, p := range []Span{s.Source, s.Cue} {
			rest -= max(0, min(p.End, c.End)-max(p.Start, c.Start))
		}
		marked = marked || s.Kind.String() != "indirect"
	}
	switch {
	case said == 0:
		return "", ""
	case len(names) == 0:
		who = "speaker unclear"
	default:
		// Of “U.S. officials” and “officials” the first says it.
		fuller := slices.DeleteFunc(slices.Clone(names), func(n string) bool {
			return slices.ContainsFunc(names, func(o string) bool { return strings.HasSuffix(o, " "+n) })
		})
		who = "said by " + enumerateNames(fuller)
		if unclear {
			who += " and others, unclear who"
		}
		if !marked {
			who += ", not word for word"
		}
	}
	if 2*said < rest {
		who = "in part " + who
	}
	return who, strings.Join(attributing, ", ")
}

// outermost leaves out what lies within what another says: of “Smith said that Jones
// had said”, Smith speaks.
func outermost(all []answer.Speech) []answer.Speech {
	var out []answer.Speech
	for i, s := range all {
		if !slices.ContainsFunc(all[:i], func(o answer.Speech) bool { return o.Holds(s) }) &&
			!slices.ContainsFunc(all[i+1:], func(o answer.Speech) bool { return o.Holds(s) && !s.Holds(o) }) {
			out = append(out, s)
		}
	}
	return out
}
