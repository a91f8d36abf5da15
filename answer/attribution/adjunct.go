package attribution

// pastAddressee returns the token behind who is spoken to.
func (u *unit) pastAddressee(i int) int {
	p, ok := u.phraseFrom(i, false)
	if !ok {
		return i
	}
	if and, ok := u.phraseFrom(p.last+2, false); ok && and.pronoun == "" && u.tokens[p.last+1].word == "and" {
		p = and
	}
	return p.last + 1
}

// pastAdjunct returns where what was said begins, past words that tell when,
// where or of whom it was said: at “that”, or behind a colon or the comma before a
// quotation. whole says that it was found by one of these.
func (u *unit) pastAdjunct(c cue, i int) (start int, whole bool) {
	const far = 18
	if c.verb.use&clauses != 0 {
		i = u.pastParenthesis(i)
	}
	if u.at(i).word == "to" && c.verb.use&things != 0 {
		return i, false // vowed to fight “to the end”
	}
	adjunct := u.adjunct(i)
	for k := i; k < min(len(u.tokens), i+far); k++ {
		t := u.tokens[k]
		switch {
		case t.kind == colon && (k == i || !c.tacit):
			return k + 1, true
		case t.kind == quoted && u.tokens[k-1].kind == comma:
			return k, true
		case t.kind == quoted && adjunct && u.bare(i, k) && c.verb.use&clauses != 0:
			return k, false
		case t.kind == quoted:
			return i, false
		case t.kind == comma && (k > i && !adjunct || k+1 < len(u.tokens) && u.tokens[k+1].kind != quoted), t.kind == stop, t.kind == dash:
			return u.pastMoments(i), false
		case t.word == "that" && (k == i || adjunct):
			return k, true
		case t.is(aPronoun) && t.word != "who" && (k == i || t.word != "it" && t.word != "you"):
			if adjunct && c.verb.use&clauses != 0 {
				return k, true
			}
			return i, false
		}
	}
	return u.pastMoments(i), false
}

// pastParenthesis returns the token behind a few words between two commas or dashes at the token
// at i, if a clause with “that” or a quotation follows: said, without proof, that it fell.
func (u *unit) pastParenthesis(i int) int {
	const long = 12
	mark := u.at(i).kind
	if mark != comma && mark != dash {
		return i
	}
	for k := i + 1; k < min(len(u.tokens), i+long); k++ {
		switch t := u.tokens[k]; {
		case t.kind == mark && u.at(k+1).word == "that":
			return k + 1
		case t.kind != word && t.kind != comma || t.verb.form != base:
			return i
		}
	}
	return i
}

// adjunct reports whether words that begin at the token at i tell when, where or of
// whom.
func (u *unit) adjunct(i int) bool {
	return u.at(i).kind == comma || u.at(i).is(aPreposition|aMoment|aHelper)
}

// bare reports whether the tokens from i up to k are without a verb, as far as is
// known.
func (u *unit) bare(i, k int) bool {
	for j := i; j < k; j++ {
		if t := u.tokens[j]; t.is(aBeing|aModal|aHaving) || j > i && t.word == "to" {
			return false
		}
	}
	return true
}

// pastMoments returns the token behind words that tell when.
func (u *unit) pastMoments(i int) int {
	for u.at(i).is(aMoment) && (u.at(i+1).kind == word || u.at(i+1).kind == comma) {
		i++
	}
	return i
}
