package attribution

// participle looks for who speaks by a participle: “…, adding that”.
func (u *unit) participle(c *cue, before token, earlier []cue) bool {
	if before.is(aDeterminer) || before.owner || before.word == "of" {
		return false
	}
	if p, ok := u.phraseBefore(c.first); ok && u.withWhom(p) {
		c.source = p // with a spokesman saying; with Ann Lee, 16, saying
		return true
	}
	next := u.at(c.last + 1)
	switch {
	case c.first == 0, before.kind == comma, before.kind == dash, before.kind == quoted, before.is(aPreposition | aJoin):
	case before.kind != word, next.kind == none, c.verb.use&clauses == 0:
		return false
	case next.word != "that" && (next.kind == word || !u.hasQuote()) && !before.is(aPaper):
		return false // but “a letter saying that”, “a message to supporters saying: “…””
	}
	return u.join(c, earlier)
}

// withWhom reports whether “with” stands before somebody.
func (u *unit) withWhom(p phrase) bool {
	return u.somebody(p) && u.at(p.first-1).word == "with"
}

// join makes who speaks by an earlier cue of the unit, or who its sentence is
// about, speak by this one as well.
func (u *unit) join(c *cue, earlier []cue) bool {
	c.joined = true
	p, ok := u.subject()
	for i := len(earlier) - 1; i >= max(0, len(earlier)-nearCues); i-- {
		e := earlier[i]
		if e.according || c.verb.form == ing && e.source.relates() || u.closed(e.last, c.first) {
			continue
		}
		if e.tacit && !c.tacit && e.source.first > 1 && i > 0 && !earlier[i-1].tacit && earlier[i-1].last+1 >= e.source.first-1 {
			continue // wrote the agents knew it, saying
		}
		if ok && p.last < c.first && u.somebody(p) && (!u.somebody(e.source) || e.tacit && u.at(e.source.first-1).is(aJoin)) {
			continue // no meeting was planned, the spokesman said, adding
		}
		c.source = e.source
		c.behind = max(e.last, e.source.last)
		c.doubtful = u.anotherNamed(c.source.last+1, c.first)
		return true
	}
	c.source, c.behind = p, p.last
	if !ok || p.last >= c.first {
		return ok && c.first == 0
	}
	c.doubtful = u.anotherNamed(p.last+1, c.first)
	return true
}

// anotherNamed reports whether a clause among the tokens from i up to k names anybody.
func (u *unit) anotherNamed(i, k int) bool {
	clause := false
	for _, t := range u.tokens[min(i, k):k] {
		clause = clause || t.is(aJoin) && t.word != "and" && t.word != "or" && t.word != "but"
		if clause && (t.upper && !t.is(aDay) || t.is(aPronoun) && t.word != "who" && t.word != "it" || t.is(aRole)) {
			return true
		}
	}
	return false
}

// closed reports whether the token at i stands in brackets that are closed before the
// token at k.
func (u *unit) closed(i, k int) bool {
	for _, t := range u.tokens[min(i, k):k] {
		if t.kind == stop {
			switch u.body[t.Start] {
			case ')', ']':
				return true
			case '(', '[':
				return false
			}
		}
	}
	return false
}
