package attribution

// cue is a group of words that attributes, in a unit, with who speaks.
type cue struct {
	first, last int // tokens of the cue: “has also said”, “according to”
	verb        verb
	source      phrase
	according   bool
	inverted    bool // who speaks stands behind
	joined      bool // who speaks stands before another cue, or at the start
	tacit       bool
}

// clause returns the first and the last token of the cue and who speaks, where
// they stand together.
func (c cue) clause() (first, last int) {
	switch {
	case c.joined:
		return c.first, c.last
	case c.inverted || c.according:
		return c.first, c.source.last
	}
	return c.source.first, c.last
}

// cues finds what attributes in a unit, in order.
func (u *unit) cues() []cue {
	var out []cue
	for i, t := range u.tokens {
		if t.kind != word {
			continue
		}
		if t.word == "according" && i+2 < len(u.tokens) && u.tokens[i+1].word == "to" {
			if p, ok := u.phraseFrom(i+2, true); ok {
				if wide := u.withRemark(p); i > 0 || wide.last+1 < len(u.tokens) {
					p = wide
				}
				out = append(out, cue{first: i, last: i + 1, source: p, according: true, verb: verb{quotes | clauses, past}})
			}
			continue
		}
		v := t.verb
		if !t.attributes() || t.upper && i > 0 || len(out) > 0 && i <= out[len(out)-1].source.last && !out[len(out)-1].joined {
			continue
		}
		c := cue{first: i, last: i, verb: v, tacit: v.use&tacit != 0}
		if n := len(out) - 1; n >= 0 && v.form == ing && i >= 2 && u.tokens[i-1].word == "by" && out[n].last == i-2 {
			out[n].last, out[n].verb = i, v // continued by saying
			continue
		}
		if u.govern(&c, out) {
			out = append(out, c)
		}
	}
	return out
}

// govern finds who speaks by the verb of a cue, and reports whether the verb
// attributes anything to them. The cues before it in the unit are known.
func (u *unit) govern(c *cue, earlier []cue) bool {
	passive, denied, progressive := false, false, false
	for c.first > 0 && u.tokens[c.first-1].kind == word && u.tokens[c.first-1].is(aHelper) && !u.tokens[c.first-1].upper {
		c.first--
		t := u.tokens[c.first]
		passive = passive || t.is(aBeing) && c.verb.form == past
		progressive = progressive || t.is(aBeing) && c.verb.form == ing
		denied = denied || t.is(aDenial)
		c.tacit = c.tacit || t.is(aModal)
	}
	if passive || denied && !c.tacit {
		return false
	}
	if u.invert(c) {
		return true
	}
	before := token{kind: stop}
	if c.first > 0 {
		before = u.tokens[c.first-1]
	}
	if c.verb.form == ing && !progressive {
		return u.participle(c, before, earlier)
	}
	if before.kind == word && (before.is(aDeterminer) && !before.is(aStandIn) || before.is(aPreposition) || before.owner && c.verb.use&noun != 0) {
		return false
	}
	if before.kind == word && (before.word == "and" || before.word == "but" || before.word == "then" || before.word == "or") || before.kind == comma && c.verb.form != base {
		if before.kind == comma {
			if p, ok := u.phraseBefore(c.first); ok {
				c.source = p
				return u.agrees(c)
			}
		}
		return c.verb.form != base && u.join(c, earlier)
	}
	p, ok := u.phraseBefore(c.first)
	if ok && p.first > 0 && u.tokens[p.first-1].word == "to" && p.pronoun == "" {
		p, ok = u.subject() // an official who spoke anonymously to discuss strategy said
		ok = ok && p.last < c.first
	}
	if !ok {
		return false
	}
	c.source = p
	return u.agrees(c)
}

// agrees reports whether a verb fits who would speak by it in number, as far as
// that can be told.
func (u *unit) agrees(c *cue) bool {
	if c.verb.form != base || c.first < c.last {
		return true
	}
	switch c.source.pronoun {
	case "he", "she", "it":
		return false
	case "":
		head := u.tokens[c.source.head]
		return (!head.upper || c.source.head == 0 && !head.name) && (len(head.word) > 0 && head.word[len(head.word)-1] == 's' || head.word == "people" || head.word == "men" || head.word == "women" || head.is(aStandIn))
	}
	return true
}

// invert looks for who speaks behind the verb: “…,” said Smith.
func (u *unit) invert(c *cue) bool {
	if c.verb.use&inverts == 0 || c.verb.form == ing || c.verb.form == base {
		return false
	}
	i := c.first - 1
	if i < 0 {
		return false
	}
	after := u.tokens[i].kind == quoted
	if u.tokens[i].kind == comma || u.tokens[i].kind == dash {
		after = i > 0 && u.tokens[i-1].kind == quoted
		if !after && i < 3 {
			return false
		}
	} else if !after {
		return false
	}
	p, ok := u.phraseFrom(c.last+1, false)
	if !ok {
		return false
	}
	t := u.tokens[p.first]
	if head := u.tokens[p.head]; !t.upper && p.pronoun == "" && !t.is(aDeterminer) && !head.is(aRole) && !head.upper {
		return false
	}
	wide := u.withRemark(p)
	if !after {
		// Without a quotation before it, nothing else may follow.
		if _, ok := u.phraseBefore(c.first); ok || wide.last+1 < len(u.tokens) && u.tokens[wide.last+1].kind == word && !u.tokens[wide.last+1].is(aMoment) && !u.tokens[wide.last+1].is(aTiming) {
			return false
		}
	}
	c.source, c.inverted = wide, true
	return true
}

// participle looks for who speaks by a participle: “…, adding that”.
func (u *unit) participle(c *cue, before token, earlier []cue) bool {
	if before.kind == word && (before.is(aDeterminer) || before.owner || before.word == "of") {
		return false
	}
	if c.first == 0 || before.kind == comma || before.kind == quoted || before.kind == word && (before.word == "and" || before.is(aPreposition) || before.is(aJoin)) {
		return u.join(c, earlier)
	}
	if before.kind != word || c.verb.use&clauses == 0 || c.last+1 >= len(u.tokens) {
		return false
	}
	// “a letter saying that”, “a message to supporters saying: “…””
	if t := u.tokens[c.last+1]; t.word == "that" || t.kind != word && u.has(quoted) {
		return u.join(c, earlier)
	}
	return false
}

// join makes who speaks by an earlier cue of the unit, or who its sentence is
// about, speak by this one as well.
func (u *unit) join(c *cue, earlier []cue) bool {
	c.joined = true
	for i := len(earlier) - 1; i >= max(0, len(earlier)-nearCues); i-- {
		if !earlier[i].according && !(c.verb.form == ing && earlier[i].source.pronoun == "who") {
			c.source = earlier[i].source
			return true
		}
	}
	p, ok := u.subject()
	c.source = p
	return ok && (p.last < c.first || c.first == 0)
}

// subject returns the phrase that the unit's sentence is likely about: the first
// behind its beginning or a comma that names somebody.
func (u *unit) subject() (p phrase, ok bool) {
	if !u.asked {
		u.about, u.isAbout = u.findSubject()
		u.asked = true
	}
	return u.about, u.isAbout
}

func (u *unit) findSubject() (p phrase, ok bool) {
	for i := 0; i < len(u.tokens); i++ {
		if k := u.tokens[i].kind; i > 0 && u.tokens[i-1].kind == word || k != word {
			continue
		}
		t := u.tokens[i]
		if t.word == "and" || t.word == "but" || t.word == "while" || t.word == "as" || t.word == "when" || t.word == "after" || t.word == "if" {
			i++
		}
		if p, ok = u.phraseFrom(i, false); !ok {
			continue
		}
		t = u.tokens[p.head]
		verb := t.upper && p.last+1 < len(u.tokens) && u.tokens[p.last+1].is(aHelper)
		if p.pronoun != "" && p.pronoun != "it" || t.name || t.is(aRole) || verb {
			return p, true
		}
	}
	return phrase{}, false
}
