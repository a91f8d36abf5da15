package attribution

import "newshound/answer/analysis"

// forward returns what a cue attributes that goes on behind it, from the token at i on.
func (u *unit) forward(c cue, cues []cue, at, i int) (r run, ok bool) {
	if c.according {
		if u.at(i).kind != comma && u.at(i).kind != colon {
			return r, false
		}
		return run{i + 1, len(u.tokens) - 1}, i+1 < len(u.tokens)
	}
	if c.verb.use&addressed != 0 {
		i = u.pastAddressee(i)
	}
	behind := i
	i, whole := u.pastAdjunct(c, i)
	if i >= len(u.tokens) {
		return r, false
	}
	if whole && u.tokens[i].kind == quoted && at+1 < len(cues) {
		next := cues[at+1]
		if first, last := next.clause(); first > c.last && last < i && next.verb.use&quotes != 0 {
			if !next.joined {
				return r, false // a woman asked for a photo and Smith said, “…”
			}
			i, whole = behind, false // called on him to resign and said, “…”
		}
	}
	t := u.tokens[i]
	switch {
	case t.kind == quoted && whole && i > c.last+2 && (c.verb.use&(clauses|things) == 0 && u.subordinate(c) || c.verb.use&things != 0 && c.source.relates()):
		return r, false // once the Senate goes on recess, “…”
	case t.kind == quoted && c.verb.use&quotes != 0 && whole:
		end := i
		for u.at(end+1).kind == quoted {
			end++
		}
		if u.at(end+1).word == "that" && !u.stops(end) {
			end = max(end, u.clauseEnd(c, cues, at, i)) // said “it follows” that he may
		}
		return run{i, end}, true
	case t.kind != quoted && t.kind != word, c.verb.use&(clauses|things) == 0:
		return r, false
	case t.kind == word && c.verb.use&things == 0 && !whole && (!u.startsClause(i) || u.hasObject(c, i)):
		return r, false
	}
	r = run{i, u.clauseEnd(c, cues, at, i)}
	return r, r.last >= r.first
}

// hasObject reports whether the words from the token at i on are rather the object of a cue's verb than a
// clause: he added the dam.
func (u *unit) hasObject(c cue, i int) bool {
	return goesOnItself(u.tokens[c.last].word) && !u.hasQuote() && !u.tokens[i].is(aPronoun) && u.nominal(i, i+nearVerb)
}

// nearVerb is how many tokens the subject of a clause has at most before its verb.
const nearVerb = 8

// goesOnItself are verbs that also have an object, so that only a clause tells that they
// attribute: he added that the dam was old, he added the dam.
var goesOnItself = analysis.Words("continue continues continued continuing add adds added adding write writes wrote writing written post posts posted posting email emails emailed emailing")
