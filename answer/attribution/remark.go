package attribution

import (
	"strings"

	"newshound/answer/analysis"
)

// remark is how many tokens a remark between commas has at most.
const remark = 30

// remarks reports whether the tokens from i up to j say more about a name before
// them: an age, a party, what somebody is.
func (u *unit) remarks(i, j int) bool {
	t := u.tokens[i]
	switch {
	case t.kind != word:
		return false
	case j-i == 1 && asideWords(t.word):
		return true // the officials, though, say
	case opensRemark(t.word), t.word == "and" && u.tokens[i-1].kind == dash, tellsSince(t.word) && u.at(i+1).is(aDeterminer):
		return true
	case t.numeric():
		return j-i <= 3 || !u.shares(i) // Lee, 45; a quarter, 26 percent; and not: 45 percent of voters agree
	case t.is(aPreposition):
		// “…,” Smith, in an interview, said
		return u.at(i-2).name && (i < 4 || u.tokens[i-3].kind != word || u.tokens[i-3].upper) || u.begins(i-2)
	case concedes(t.word) || t.word == "when":
		return strings.HasSuffix(u.at(i+1).word, "ed") // Smith, when asked,
	case t.is(aJoin) || t.is(aPronoun) || t.is(aHelper):
		return false
	}
	return !t.attributes()
}

// opensRemark are words with which a remark on somebody begins.
var opensRemark = analysis.Words("himself herself itself themselves who whose which a an the his her their one another jr sr of from along like including together")

// tellsSince are words behind which a remark tells what somebody is, or was: formerly the mayor.
var tellsSince = analysis.Words("formerly once now currently previously")

// asideWords stand between commas behind a subject.
var asideWords = analysis.Words("though however too meanwhile")

// begins reports whether the phrase that ends at the token at j begins the sentence.
func (u *unit) begins(j int) bool {
	p, ok := u.phraseEnding(j)
	return ok && p.first == u.pastDateline()
}

// shares reports whether the number at the token at i is a percentage.
func (u *unit) shares(i int) bool {
	return strings.HasPrefix(u.body[u.tokens[i].End:], "%") || u.at(i+1).word == "percent"
}

// asides reports whether the tokens from i up to j are no sentence of their own: a verb stands there
// only behind a word such as “who”.
func (u *unit) asides(i, j int) bool {
	for _, t := range u.tokens[i:j] {
		switch {
		case t.is(aJoin) && t.word != "and" && t.word != "or":
			return true
		case !t.upper && t.is(aBeing|aModal|aHaving):
			return false
		}
	}
	return true
}

// withRemark returns the phrase with the remark between commas, or the name between dashes, that follows it.
func (u *unit) withRemark(p phrase) phrase {
	i := p.last + 1
	if p.pronoun == "" && u.at(i).kind == dash && u.at(i+1).upper {
		if _, next, ok := u.nameAt(i + 1); ok && u.at(next).kind == dash {
			p.last = next
		}
		return p
	}
	if p.pronoun != "" || i+1 >= len(u.tokens) || u.tokens[i].kind != comma || !u.remarks(i+1, len(u.tokens)) {
		return p
	}
	for k := i + 1; k < min(len(u.tokens), i+remark); k++ {
		switch {
		case u.tokens[k].kind == word:
			p.last = k
		case u.tokens[k].kind != comma || !u.at(k+1).upper:
			p.last = k - 1
			return p
		}
	}
	return p
}
