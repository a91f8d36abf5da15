package attribution

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// govern finds who speaks by the verb of a cue, and reports whether the verb
// attributes anything to them. The cues before it in the unit are known.
func (u *unit) govern(c *cue, earlier []cue) bool {
	if k := u.chain(c.first); k >= 0 {
		c.tacit = c.tacit || seems(u.tokens[k].word)
		c.first, c.verb.form = k, past
	}
	verb := c.first
	progressive, ok := u.helped(c)
	if !ok {
		return false
	}
	if u.invert(c) {
		return true
	}
	before := u.at(c.first - 1)
	if c.first == verb && u.undergone(c) || u.at(c.first).word == "state" && before.upper {
		return false // or most in Washington state
	}
	ours := before.owner && contracts(*before) // he’s saying
	switch {
	case c.verb.form == ing && !progressive && !ours:
		return u.participle(c, *before, earlier)
	case before.is(aDeterminer) && !before.is(aStandIn), before.is(aPreposition), before.owner && !ours:
		return false
	case before.kind == comma && c.verb.form != base:
		return u.behindComma(c, earlier)
	case before.word == "and" || before.word == "but" || before.word == "or":
		return c.verb.form != base && u.join(c, earlier)
	}
	return u.governedBySubject(c, earlier)
}

// behindComma is govern for a verb behind a comma.
func (u *unit) behindComma(c *cue, earlier []cue) bool {
	if p, ok := u.phraseBefore(c.first); ok {
		c.source = u.setOff(p, c.first)
		return u.agrees(c)
	}
	if p, ok := u.behindQuote(c.first - 1); ok {
		c.source = p
		return true
	}
	return u.join(c, earlier)
}

// behindQuote returns who is named between a quotation and a comma at the token at i, behind which the
// verb follows: “…,” Ann Lee at the college in Boston, said.
func (u *unit) behindQuote(i int) (p phrase, ok bool) {
	k := i
	for k > 0 && u.tokens[k-1].kind == word {
		k--
	}
	if k == 0 || u.tokens[k-1].kind != quoted {
		return p, false
	}
	p, ok = u.phraseFrom(k, false)
	if !ok || !u.somebody(p) || slices.ContainsFunc(u.tokens[p.last+1:i], func(t token) bool { return t.attributes() }) {
		return p, false
	}
	p.last = i - 1
	return p, true
}

// helped takes the helping verbs before a cue in, and reports whether they make it one that
// goes on, and whether somebody may be saying something with them.
func (u *unit) helped(c *cue) (progressive, ok bool) {
	passive, denied := false, false
	for t := u.at(c.first - 1); t.is(aHelper) && !t.upper; t = u.at(c.first - 1) {
		c.first--
		if c.verb.form == third && t.is(aBeing|aModal|aHaving) {
			return false, false // has cracks
		}
		passive = passive || t.is(aBeing) && c.verb.form == past
		progressive = progressive || t.is(aBeing)
		denied = denied || t.is(aDenial)
		c.tacit = c.tacit || t.is(aModal)
	}
	return progressive, !passive && (!denied || c.tacit)
}

// undergone reports whether the verb of a cue tells what others say of the noun before it: a banker
// accused of “fraud”, a plan hailed as “a triumph”. Whoever says it has an object there: Lee accused
// her of “fraud”; or before, what Lee hailed as “a triumph”; or last, Lee hailed as “a triumph” the
// plan, or plans, which may be a verb where no name stands before.
func (u *unit) undergone(c *cue) bool {
	next := u.at(c.last + 1).word
	if c.verb.form != past || c.verb.use&onto == 0 || next != "of" && next != "for" && next != "by" && next != "as" {
		return false
	}
	p, ok := u.phraseBefore(c.first)
	if next == "as" && u.at(c.last+2).kind == quoted {
		named := ok && u.tokens[p.head].upper && !u.at(p.first-1).is(aPreposition)
		if t := u.at(c.last + 3); t.is(aDeterminer) || named && t.kind == word && !t.is(aPreposition|aJoin|aHelper|aMoment|aVerb) {
			return false
		}
	}
	if ok && (p.pronoun != "" || u.at(p.first-1).kind == word && !u.at(p.first-1).is(aPreposition|aBeing|aVerb)) {
		return false // the plan that Lee hailed as “a triumph”
	}
	return !slices.ContainsFunc(u.tokens[:c.first], func(t token) bool { return fronts(t.word) })
}

// fronts are the words that an object of a clause may be, in front of it.
var fronts = analysis.Words("what which whom whatever")

// governedBySubject finds the source of a cue in the subject that stands before it.
func (u *unit) governedBySubject(c *cue, earlier []cue) bool {
	p, ok := u.subjectBefore(c.first)
	if !ok {
		return u.severalSay(c)
	}
	if p.last > p.first && p.head == p.last && u.tokens[p.last].is(aDay) {
		p.last, p.head = p.last-1, p.last-1 // a ruling Thursday said
	}
	if p.first > 1 && u.tokens[p.first-1].is(aPreposition) && u.tokens[p.first-2].kind == comma && !u.somebody(p) {
		return c.verb.form != base && (c.verb.form != third || c.verb.use&noun == 0) && u.join(c, earlier) // and, in a low voice, said
	}
	if c.source = p; u.agrees(c) {
		if u.thing(p) {
			return false // everything Lee says is a lie
		}
		if of, ok := u.receivedBy(p); ok {
			c.source.first, c.source.head = of.first, of.head // a letter seen by Lee said
			return true
		}
		t := u.at(p.first - 1)
		c.doubtful = t.is(aPreposition) && t.word != "by" && t.word != "with" // walks into the bank says
		if c.doubtful && p.pronoun == "" && !u.tokens[p.head].upper && !subordinates(t.word) {
			u.widen(c)
		}
		return true
	}
	if of, ok := u.phraseEnding(p.first - 2); ok && c.verb.form == base && u.tokens[p.first-1].is(aPreposition) {
		c.source.first, c.source.head = of.first, of.head // observers in Virginia say
		if u.agrees(c) {
			return true
		}
	}
	return u.severalSay(c)
}

// receivedBy returns what was received, seen or found by whom a phrase tells of: it, and not he, says what follows.
func (u *unit) receivedBy(p phrase) (of phrase, ok bool) {
	if u.at(p.first-1).word != "by" || !receives(u.at(p.first-2).word) {
		return of, false
	}
	of, ok = u.phraseEnding(p.first - 3)
	return of, ok && of.pronoun == "" && (u.tokens[of.head].is(aPaper) || !u.somebody(of))
}

// receives are verbs for what is done to a paper by who did not write it.
var receives = analysis.Words("received receive receives got obtained obtain obtains seen saw reviewed found discovered viewed read heard examined seized")

// thing reports whether a phrase is not of who speaks but of what somebody says: everything Lee says, the
// nine things Lee said.
func (u *unit) thing(p phrase) bool {
	for k := max(0, p.first-1); k < p.last; k++ {
		if anyThing(u.tokens[k].word) && (u.tokens[k+1].upper || u.tokens[k+1].is(aPronoun|aDeterminer)) {
			return true
		}
	}
	return false
}

// anyThing are words for what somebody says or does, where his name follows.
var anyThing = analysis.Words("everything anything nothing something whatever thing things")

// widen has what stands before a preposition speak, and not what it governs, where that can be:
// mayors of towns along the river said. Else it is unclear who does.
func (u *unit) widen(c *cue) {
	governed := c.source
	if of, ok := u.phraseEnding(governed.first - 2); ok && of.pronoun == "" && (of.first == 0 || !u.tokens[of.first-1].predicates()) {
		c.source.first, c.source.head = of.first, of.head
		if u.agrees(c) {
			return
		}
	}
	c.source, c.object = governed, true
}

// predicates reports whether a verb rather than a noun stands behind the token: who voted for it.
func (t token) predicates() bool {
	return t.is(aBeing|aHaving|aModal) || leadsVerb(t.word)
}

var leadsVerb = analysis.Words("who to not never")

// chain returns where “went on to”, “continued to” or “seemed to” begins before an infinitive
// at the token at i, or -1.
func (u *unit) chain(i int) int {
	k := i - 2
	if k > 0 && u.tokens[k].word == "on" {
		k--
	}
	if k < 1 || u.tokens[i-1].word != "to" {
		return -1
	}
	if w := u.tokens[k].word; seems(w) || goesOn(w) && (k < i-2 || strings.HasPrefix(w, "continue")) {
		return k
	}
	return -1
}

// seems are verbs that tell before an infinitive how what somebody said was taken.
var seems = analysis.Words("seem seems seemed appear appears appeared")

// leads reports whether the token at i may begin what a verb of some use attributes that is a
// noun elsewhere.
func (u *unit) leads(i int, use use) bool {
	t := u.tokens[i]
	switch {
	case t.kind != word || t.upper && !t.is(aDay) || t.is(aDeterminer|aPronoun) || leadsOn(t.word):
		return true
	case use&clauses != 0 || t.is(aMoment|aJoin) || t.verb.form == past:
		return false
	}
	return !t.is(aPreposition) || t.word == "for" || t.word == "on"
}

// leadsOn are other words with which that may begin.
var leadsOn = analysis.Words("to about how why what whether if there")

// invert looks for who speaks behind the verb: “…,” said Smith.
func (u *unit) invert(c *cue) bool {
	if c.verb.use&inverts == 0 || c.verb.form == ing || c.verb.form == base {
		return false
	}
	i := c.first - 1
	if i < 0 || i == 1 && u.tokens[1].kind == comma && u.tokens[0].is(aJoin) {
		return u.invertFirst(c)
	}
	after := u.tokens[i].kind == quoted
	if u.tokens[i].kind == comma || u.tokens[i].kind == dash {
		after = u.at(i-1).kind == quoted
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
	if k := u.pastRole(p); k > p.last+1 {
		p = u.toName(p, k) // said U.S. goalkeeper Matt Turner
	}
	if k := p.last + 1; u.tokens[p.first].is(aDeterminer) && u.at(k).kind == word && u.compounds(k) && u.endsPhrase(k) {
		p.last, p.head = k, k // said the former Denmark forward
	}
	if u.tokens[i].kind == quoted && !u.stops(i) && !u.somebody(p) {
		return false // “Barbie” claimed the top spot
	}
	t := u.tokens[p.first]
	if head := u.tokens[p.head]; !t.upper && p.pronoun == "" && !t.is(aDeterminer) && !head.is(aRole) && !head.upper {
		return false
	}
	wide := u.withRemark(p)
	if !after {
		if c.verb.use&things != 0 && !t.upper && !t.is(aDeterminer) && p.pronoun == "" {
			return false // regular, pledged delegates
		}
		// Without a quotation before it, nothing else may follow.
		next := u.at(wide.last + 1)
		if _, ok := u.phraseBefore(c.first); ok || next.kind == quoted || next.kind == word && !next.is(aMoment|aTiming) {
			return false
		}
	}
	c.source, c.inverted = wide, true
	return true
}

// endsPhrase reports whether a noun at the token at i, behind a name that is no person's, ends who speaks: a mark
// follows it, or where or when he does. It is no verb: the board needs to.
func (u *unit) endsPhrase(i int) bool {
	next := u.at(i + 1)
	switch {
	case next.kind != word:
		return true
	case u.at(i-2).given() != unknown || strings.HasSuffix(u.tokens[i].word, "s") && next.word == "to":
		return false
	}
	return next.is(aPreposition | aMoment)
}

// invertFirst is invert for a verb that a sentence begins with, after a “but,” or without one.
func (u *unit) invertFirst(c *cue) bool {
	p, ok := u.phraseFrom(c.last+1, false)
	p = u.withRemark(p)
	if !ok || !u.somebody(p) {
		return false
	}
	if k := p.last + 1; !u.quoteAfterComma(k) && (c.first > 0 || u.at(k).kind != colon) {
		return false // Added Lee: “…”
	}
	c.source, c.inverted = p, true
	return true
}

// quoteAfterComma reports whether the token at i is a comma before a quotation.
func (u *unit) quoteAfterComma(i int) bool {
	return i+1 < len(u.tokens) && u.tokens[i].kind == comma && u.tokens[i+1].kind == quoted
}

// toName returns a phrase that goes on to the name at k of whom it tells, if there is one.
func (u *unit) toName(p phrase, k int) phrase {
	if name, ok := u.phraseFrom(k, false); ok {
		p.last, p.head = name.last, name.head
	}
	return p
}

// pastRole returns where the name begins that follows a phrase and what somebody of its
// kind is: said Ukrainian presidential adviser Ann Lee. Else it is the end of the phrase.
func (u *unit) pastRole(p phrase) int {
	k := p.last + 1
	role := !u.tokens[p.first].is(aDeterminer) && !u.tokens[p.last].upper && u.tokens[p.last].is(aRole|aTitle)
	if k+1 >= len(u.tokens) || !u.compounds(k) && !role {
		return k
	}
	joined := false // to another role: Quill co-founder and co-owner Ann Lee
	for end := min(k+longestRole, len(u.tokens)-1); k < end; k++ {
		t, next := u.tokens[k], u.tokens[k+1]
		if t.word == "and" && !joined && !next.upper {
			joined = true
			continue
		}
		if t.kind != word || t.upper || t.divides() || t.is(aMoment|aDeterminer) || role && !joined {
			break
		}
		other := joined && u.tokens[k-1].word == "and" // co-owner, behind “and”
		if next.upper && (k == p.last+1 || t.is(aRole|aTitle) || other && next.given() != unknown) {
			return k + 1
		}
	}
	return p.last + 1
}

// longestRole is how many words in small letters tell at most what somebody is.
const longestRole = 5
