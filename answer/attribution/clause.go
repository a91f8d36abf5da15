package attribution

import "newshound/answer/analysis"

// subordinate reports whether a cue's clause only says when or why something else is
// said.
func (u *unit) subordinate(c cue) bool {
	i := c.source.first - 1
	if c.joined || i < 0 {
		return false
	}
	return subordinates(u.tokens[i].word)
}

// opensSubordinate reports whether the sentence begins with a word such as “while”, and nothing
// divides a cue from it: while the best of them say it held, others are not sure.
func (u *unit) opensSubordinate(c cue) bool {
	k := u.pastDateline()
	if u.at(k).word == "but" || u.at(k).word == "and" {
		k++
	}
	if k >= c.first || !subordinates(u.tokens[k].word) {
		return false
	}
	for ; k < c.first; k++ {
		if u.tokens[k].kind != word {
			return false
		}
	}
	return true
}

// subordinates begin a clause that only says when or why something else is so.
var subordinates = analysis.Words("when once as after before if because while although though since until unless")

// startsClause reports whether a clause may begin at the token at i.
func (u *unit) startsClause(i int) bool {
	t := u.tokens[i]
	if t.is(aPreposition) && !t.upper {
		return t.word == "about" || len(u.tokens)-i > 8
	}
	return len(u.tokens)-i >= 3 || len(u.tokens)-i == 2 && (u.tokens[i+1].kind == quoted || t.is(aPronoun|aDeterminer))
}

// clauseEnd returns the last token of what was said from the token at i on: that
// of the sentence, or the one before another cue that is no part of it.
func (u *unit) clauseEnd(c cue, cues []cue, at, i int) int {
	end := u.nextCue(c, cues, at, i)
	if u.subordinate(c) || u.opensSubordinate(c) {
		for k := i + 1; k < end; k++ {
			if p, ok := u.phraseFrom(k+1, false); ok && u.tokens[k].kind == comma && (p.pronoun != "" || u.tokens[k+1].is(aDeterminer|aStandIn) || u.somebody(p)) && u.tokens[k+1].word != "who" {
				end = k - 1 // while Smith says it held, others are not sure
				break
			}
		}
	}
	end = u.relativeEnd(c, i, end)
	for k := i + 1; k < end; k++ {
		if t := u.tokens[k]; t.kind == stop && u.body[t.Start] == ';' {
			end = k - 1
			break
		}
	}
	if c.verb.use&clauses == 0 {
		for k := i + 1; k < end; k++ {
			if u.tokens[k].kind == comma && u.tokens[k+1].kind == word && u.tokens[k+1].is(aLead) || u.turns(k) {
				end = k - 1
				break
			}
		}
	}
	for end > i && u.tokens[end].kind != word && u.tokens[end].kind != quoted {
		end--
	}
	return end
}

// relativeEnd returns the last token of what is said in a clause with “who” or “which” that a comma or
// a dash sets off, where what it tells more about goes on before the token at end: the paper, which
// endorsed Lee in May, is old.
func (u *unit) relativeEnd(c cue, i, end int) int {
	if !c.source.relates() || c.source.first == 0 || u.tokens[c.source.first-1].kind == word {
		return end
	}
	mark := u.tokens[c.source.first-1].kind
	for k := i + 1; k < end; k++ {
		t, next := u.tokens[k], u.tokens[k+1]
		if t.kind == dash && mark == dash || t.kind == comma && next.is(aBeing|aModal|aVerb|aHaving) {
			return k - 1
		}
	}
	return end
}

// joinsClauses are the words with which another clause begins.
var joinsClauses = analysis.Words("and but while though although as then")

// nextCue returns the token before the first cue behind the one at index at that is no part of
// what was said from the token at i on, or the last of the sentence.
func (u *unit) nextCue(c cue, cues []cue, at, i int) int {
	for _, next := range cues[at+1 : min(len(cues), at+1+nearCues)] {
		first, last := next.clause()
		if c.source.relates() && next.source.first < c.source.first && next.first > i && u.tokens[next.first-1].kind == comma {
			return next.first - 2 // Lee, who told of it last week, said
		}
		thinks := next.joined && next.tacit && next.verb.form != ing && !c.tacit && c.verb.use&(clauses|things) == clauses
		aside := next.according && last+3 < len(u.tokens) && u.tokens[last+1].kind == comma
		if first <= i+1 || thinks || aside {
			continue // what it attributes goes on
		}
		k := first - 1
		t := u.tokens[k]
		if u.tokens[next.source.last].word == "whom" {
			continue // the family, most of whom think
		}
		if t.kind == quoted && next.joined && u.stopsShort(k) {
			return k // it is “a lie,” adding
		}
		if t.word == "with" && next.verb.form == ing && k > i+1 && u.tokens[k-1].kind != word {
			return k - 2 // that it was old — with Lee writing
		}
		if t.kind == word && !joinsClauses(t.word) || t.kind == quoted || t.kind == colon {
			continue
		}
		if t.word == "as" && k > i && u.tokens[k-1].word == "such" {
			continue // only people such as Lee wanted it
		}
		if t.word == "and" && !next.joined && u.named(i, k) {
			continue // Lee and Doyle have worried
		}
		for k > i && (u.tokens[k].kind == word && u.tokens[k].is(aJoin) || u.tokens[k].kind == comma || u.tokens[k].kind == dash) {
			k--
		}
		if u.tokens[i].word == "that" && (k == i || t.kind == comma && concedes(u.tokens[i+1].word)) {
			continue // that, while most say it held, others are not sure
		}
		return k
	}
	return min(len(u.tokens)-1, i+longestClause)
}

// named reports whether the tokens from i up to k are nothing but a name.
func (u *unit) named(i, k int) bool {
	for _, t := range u.tokens[i:k] {
		if t.kind != word || !t.upper {
			return false
		}
	}
	return k > i
}

// concedes begin a clause that another one follows.
var concedes = analysis.Words("although though while if when even as because unless once")

// turns reports whether “and” or “but” at the token at k goes on with another verb of whoever
// did what was told before it: praised the plan but had to.
func (u *unit) turns(k int) bool {
	if w := u.tokens[k].word; w != "and" && w != "but" {
		return false
	}
	for k++; k < len(u.tokens); k++ {
		t := u.tokens[k]
		switch {
		case t.is(aBeing | aModal | aHaving):
			return true
		case !t.is(aHelper):
			return t.attributes() && t.verb.form == past && t.verb.use&noun == 0
		}
	}
	return false
}
