package inquiry

import (
	"strings"

	"newshound/answer/analysis"
)

// SoleName returns the first and the last word of the only name that a question has, whatever it asks of
// it. A name of one word counts only if no dictionary has the word, and the kind of thing that is asked
// for is plain ([answertype.Type.Plain]).
func (in Inquiry) SoleName() (first, last int, ok bool) {
	first, last, ok = in.oneRun(func(w Word) bool { return w.Name || w.Upper })
	if !ok || first < last {
		return first, last, ok
	}
	w := in.Words[first]
	return first, last, in.Expect.Plain() && w.Name && w.Upper && !analysis.Ordinary(w.Word)
}

// oneRun returns the first and the last of those words that are of a kind, if each may be of one name with
// the one before. Words that only ask do not count.
func (in Inquiry) oneRun(of func(Word) bool) (first, last int, ok bool) {
	first, last = -1, -1
	for i, w := range in.Words {
		switch {
		case w.Frame || w.Outlet || w.Told || !of(w):
			continue
		case first < 0:
			first = i
		case last != i-1 || !w.goesOn:
			return 0, 0, false
		}
		last = i
	}
	return first, last, first >= 0
}

// nameGoesOn reports whether the last of some tokens may be of one name with the first ([Word.goesOn]).
func nameGoesOn(text string, tokens []analysis.Token) bool {
	for i := 1; i < len(tokens); i++ {
		t, before := tokens[i], tokens[i-1]
		initial := before.Upper && len(before.Word) == 1
		between := text[before.End:t.Start]
		if strings.Trim(between, " \u00a0-") != "" && !(initial && between[0] == '.') && between != "." { // a Halvor.com, too
			return false
		}
		small := linksName(t.Word) || t.Upper && len(t.Word) == 1
		if i < len(tokens)-1 && !small {
			return false
		}
	}
	return len(tokens) == 2 || tokens[len(tokens)-1].Upper && tokens[0].Upper
}

// linksName are the small words inside names.
var linksName = analysis.Words("of for the")
