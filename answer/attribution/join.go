package attribution

// participle looks for who speaks by a participle: “…, adding that”.
func (u *unit) participle(c *cue, before token, earlier []cue) bool {
	if before.kind == word && (before.is(aDeterminer) || before.owner || before.word == "of") {
		return false
	}
	if before.kind == comma {
		if p, ok := u.phraseBefore(c.first); ok && u.withWhom(p) {
			c.source = p // with Ann Lee, 16, saying
			return true
		}
	}
	if c.first == 0 || before.kind == comma || before.kind == dash || before.kind == quoted || before.kind == word && (before.word == "and" || before.is(aPreposition) || before.is(aJoin)) {
		return u.join(c, earlier)
	}
	if before.kind != word || c.last+1 >= len(u.tokens) {
		return false
	}
	if p, ok := u.phraseBefore(c.first); ok && u.withWhom(p) {
		c.source = p // with a spokesman saying
		return true
	}
	if c.verb.use&clauses == 0 {
		return false
	}
	// “a letter saying that”, “a message to supporters saying: “…””
	if t := u.tokens[c.last+1]; t.word == "that" || t.kind != word && u.hasQuote() || before.is(aPaper) {
		return u.join(c, earlier)
	}
	return false
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
	c.source = p
	if c.behind = p.last; ok && p.last < c.first {
		c.doubtful = u.anotherNamed(p.last+1, c.first)
	}
	return ok && (p.last < c.first || c.first == 0)
}

// anotherNamed reports whether a clause among the tokens from i up to k names anybody.
func (u *unit) anotherNamed(i, k int) bool {
	clause := false
	for _, t := range u.tokens[min(i, k):k] {
		clause = clause || t.is(aJoin) && t.word != "and" && t.word != "or" && t.word != "but"
		if clause && t.kind == word && (t.upper && !t.is(aDay) || t.is(aPronoun) && t.word != "who" && t.word != "it" || t.is(aRole)) {
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
