package attribution

import (
	"slices"

	"newshound/answer/analysis"
)

// subordinate reports whether a cue's clause only says when or why something else is
// said.
func (u *unit) subordinate(c cue) bool {
	return !c.joined && subordinates(u.at(c.source.first-1).word)
}

// opensSubordinate reports whether the sentence begins with a word such as “while”, and nothing
// divides a cue from it: while the best of them say it held, others are not sure.
func (u *unit) opensSubordinate(c cue) bool {
	k := u.pastDateline()
	if u.at(k).word == "but" || u.at(k).word == "and" {
		k++
	}
	return k < c.first && subordinates(u.tokens[k].word) && u.onlyWords(k, c.first)
}

// onlyWords reports whether no mark and no quotation stands from the token at i up to k.
func (u *unit) onlyWords(i, k int) bool {
	return !slices.ContainsFunc(u.tokens[i:k], func(t token) bool { return t.kind != word })
}

// subordinates begin a clause that only says when or why something else is so.
var subordinates = analysis.Words("when once as after before if because while although though since until unless")

// startsClause reports whether a clause may begin at the token at i.
func (u *unit) startsClause(i int) bool {
	t := u.tokens[i]
	if t.is(aPreposition) {
		return t.word == "about" || len(u.tokens)-i > 8
	}
	return len(u.tokens)-i >= 3 || len(u.tokens)-i == 2 && (u.tokens[i+1].kind == quoted || t.is(aPronoun|aDeterminer))
}

// clauseEnd returns the last token of what was said from the token at i on: that
// of the sentence, or the one before another cue that is no part of it.
func (u *unit) clauseEnd(c cue, cues []cue, at, i int) int {
	end := u.nextCue(c, cues, at, i)
	main, things := u.subordinate(c) || u.opensSubordinate(c), c.verb.use&clauses == 0
	for k := i + 1; k < end; k++ {
		if u.body[u.tokens[k].Start] == ';' || main && u.startsMain(k) || things && u.endsThing(k) || u.endsRelative(c, k) {
			end = k - 1
		}
	}
	for end > i && u.tokens[end].kind != word && u.tokens[end].kind != quoted {
		end--
	}
	return end
}

// startsMain reports whether somebody of whom more is told is named behind a comma at the token at k:
// while Smith says it held, others are not sure.
func (u *unit) startsMain(k int) bool {
	if u.tokens[k].kind != comma || u.at(k+1).word == "who" {
		return false
	}
	p, ok := u.phraseFrom(k+1, false)
	return ok && (u.tokens[k+1].is(aDeterminer|aStandIn) || u.somebody(p))
}

// endsThing reports whether what is told behind the token at k is no part of a thing: criticized the
// plan, which is old.
func (u *unit) endsThing(k int) bool {
	return u.tokens[k].kind == comma && u.at(k+1).is(aLead) || u.turns(k)
}

// endsRelative reports whether a comma or a dash at the token at k ends a clause with “who” or “which”
// that another sets off in which a cue stands: the paper, which endorsed Lee in May, is old.
func (u *unit) endsRelative(c cue, k int) bool {
	mark := u.at(c.source.first - 1).kind
	if !c.source.relates() || mark == none || mark == word {
		return false
	}
	t := u.tokens[k]
	return t.kind == dash && mark == dash || t.kind == comma && u.at(k+1).is(aBeing|aModal|aVerb|aHaving)
}

// joinsClauses are the words with which another clause begins.
var joinsClauses = analysis.Words("and but while though although as then")

// nextCue returns the token before the first cue behind the one at index at that is no part of
// what was said from the token at i on, or the last of the sentence.
func (u *unit) nextCue(c cue, cues []cue, at, i int) int {
	for _, next := range cues[at+1 : min(len(cues), at+1+nearCues)] {
		if c.source.relates() && next.source.first < c.source.first && next.first > i && u.tokens[next.first-1].kind == comma {
			return next.first - 2 // Lee, who told of it last week, said
		}
		if u.within(c, next, i) {
			continue
		}
		first, _ := next.clause()
		if k, ok := u.endBefore(next, i, first-1); ok {
			return k
		}
	}
	return min(len(u.tokens)-1, i+longestClause)
}

// within reports whether what a cue attributes from the token at i on goes on over the next one.
func (u *unit) within(c, next cue, i int) bool {
	first, last := next.clause()
	switch {
	case first <= i+1, u.tokens[next.source.last].word == "whom": // the family, most of whom think
		return true
	case next.according:
		return last+3 < len(u.tokens) && u.tokens[last+1].kind == comma
	}
	return next.joined && next.tacit && next.verb.form != ing && !c.tacit && c.verb.use&(clauses|things) == clauses
}

// endBefore returns the last token of what is said from the token at i on if the clause of the next cue,
// behind the token at k, is no part of it.
func (u *unit) endBefore(next cue, i, k int) (end int, ok bool) {
	switch t := u.tokens[k]; {
	case t.kind == quoted:
		return k, next.joined && u.stopsShort(k) // it is “a lie,” adding
	case t.word == "with" && next.verb.form == ing && u.tokens[k-1].kind == quoted:
		return k - 1, true // chanted “No,” with Lee urging
	case t.word == "with" && next.verb.form == ing && u.tokens[k-1].kind != word:
		return k - 2, true // that it was old — with Lee writing
	case t.kind == word && !joinsClauses(t.word), t.kind == colon,
		t.word == "as" && u.tokens[k-1].word == "such",     // only people such as Lee wanted it
		t.word == "and" && !next.joined && u.named(i, k-1): // Lee and Doyle have worried
		return 0, false
	}
	for end = k; end > i && (u.tokens[end].is(aJoin) || u.tokens[end].kind == comma || u.tokens[end].kind == dash); {
		end--
	}
	concession := end == i || u.tokens[k].kind == comma && concedes(u.tokens[i+1].word)
	return end, !(concession && u.tokens[i].word == "that") // that, while most say it held, others are not sure
}

// named reports whether the tokens from i to k are nothing but a name.
func (u *unit) named(i, k int) bool {
	return !slices.ContainsFunc(u.tokens[i:k+1], func(t token) bool { return !t.upper })
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
			return t.verb.form == past && t.verb.use&noun == 0
		}
	}
	return false
}
