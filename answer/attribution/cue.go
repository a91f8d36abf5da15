package attribution

import "newshound/answer/analysis"

// cue is a group of words that attributes, in a unit, with who speaks.
type cue struct {
	first, last int // tokens of the cue: “has also said”, “according to”
	more        int // how many of them stand behind its verb: made it clear
	verb        verb
	source      phrase
	list        run // all of them, where the source is one of several who are named
	according   bool
	inverted    bool // who speaks stands behind
	joined      bool // who speaks stands before another cue, or at the start
	behind      int  // where it is joined, the last token of that cue, or of who speaks
	tacit       bool
	doubtful    bool // a clause about somebody else is between who speaks and the cue
	object      bool // the source is governed by a preposition, and no name
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

// longestSentence is the number of tokens of a sentence from which on nothing is attributed in it: a text
// without full stops, in which who says what cannot be told, and telling it would take for ever.
const longestSentence = 2000

// cues finds what attributes in a unit, in order.
func (u *unit) cues() []cue {
	if len(u.tokens) > longestSentence {
		return nil
	}
	var out []cue
	actor, acts := u.actor()
	for i, t := range u.tokens {
		switch n := len(out) - 1; {
		case t.word == "according" && u.at(i+1).word == "to":
			if p, ok := u.accordingTo(i); ok {
				c := cue{first: i, last: i + 1, source: p, according: true, verb: verb{quotes | clauses, past}}
				u.takeList(&c)
				out = append(out, c)
			}
			continue
		case acts && i == actor.last+1 && !t.attributes():
			out = append(out, cue{first: i, last: i, source: actor, verb: verb{quotes, past}})
			continue
		case n >= 0 && i <= out[n].source.last && !out[n].joined:
			continue // it says who speaks
		}
		c, ok := u.cueAt(i)
		if !ok {
			continue
		}
		if n := len(out) - 1; n >= 0 && c.verb.form == ing && u.tokens[i-1].word == "by" && out[n].last == i-2 {
			out[n].last, out[n].verb = i, c.verb // continued by saying
			continue
		}
		if u.govern(&c, out) && !u.isTime(c.source) {
			c.tacit = c.tacit || u.supposed(c)
			u.takeList(&c)
			out = append(out, c)
		}
	}
	return withOpening(out)
}

// cueAt returns the cue that a verb at the token at i makes, which does not say yet who speaks.
func (u *unit) cueAt(i int) (c cue, ok bool) {
	t := u.tokens[i]
	v, more := u.idiom(i)
	if more == 0 {
		v = t.verb
	}
	if v.use == 0 || t.upper && i > 0 || u.tellsNothing(i, v) {
		return c, false
	}
	c = cue{first: i, last: i + more, more: more, verb: v, tacit: v.use&tacit != 0}
	if u.answersBack(i) {
		c.last++
	}
	return c, true
}

// accordingTo returns who is named behind the “according to” at i.
func (u *unit) accordingTo(i int) (phrase, bool) {
	p, ok := u.phraseFrom(i+2, true)
	if !ok {
		return p, false
	}
	if wide := u.withRemark(p); wide.last > p.last {
		closed := wide.last+1 < len(u.tokens) && !u.tokens[p.last+2].upper
		if (closed || i >= leadIn) && u.nominal(p.last+2, wide.last) {
			p = wide
		}
	}
	if i < leadIn {
		p.last = u.beforeComma(p.last)
		if end := u.introduced(p); end > 0 {
			p.last = end
		}
	}
	return p, true
}

// introduced returns the end of the name between commas behind what one is, or 0: according to Roe’s
// lawyer, Ann Lee, the dam holds. Of whom more is told there, what follows may be told itself: according
// to the lawyer, Ann Lee, 45, has left.
func (u *unit) introduced(p phrase) int {
	role := u.tokens[p.head]
	if p.head != p.last || role.upper || !role.is(aTitle|aRole) || role.is(aPaper) || u.plural(p, true) || u.at(p.last+1).kind != comma {
		return 0
	}
	n, end, ok := u.nameAt(p.last + 2)
	next := u.at(end + 1)
	if !ok || n.words < 2 || n.body || bodies(n.last) || places(n.first) || u.at(end).kind != comma || next.kind != word || next.is(aBeing|aModal|aHaving|aVerb|aPreposition) || next.attributes() ||
		next.numeric() || goesOnAbout(next.word) {
		return 0
	}
	return end - 1
}

// goesOnAbout are words with which more is told of somebody who has just been named.
var goesOnAbout = analysis.Words("who whose which a an himself herself")

// tellsNothing reports whether the verb at i attributes nothing by what stands behind it.
func (u *unit) tellsNothing(i int, v verb) bool {
	t := u.tokens[i]
	switch next := u.at(i + 1); {
	case next.word == "to" && goesOn(t.word):
		return true // continued to expand
	case v.form == past && next.word == "by" && (u.at(i+2).upper || u.at(i+2).is(aDeterminer)):
		return true // a song sung by Lee
	}
	return hits(t.word) && !u.answersBack(i) // he shot the dog
}

// answersBack reports whether the verb at the token at i goes on with a word that makes it one of
// speaking: “No,” Lee shot back; “No,” chimed in Lee.
func (u *unit) answersBack(i int) bool {
	switch w := u.tokens[i].word; u.at(i + 1).word {
	case "back":
		return hits(w) || w == "fired"
	case "in":
		return w == "chimed"
	}
	return false
}

var hits = analysis.Words("shot shoots shoot shooting hit hits hitting")

// supposed reports whether a cue stands in a clause with “if”: if Lee turned around and said.
func (u *unit) supposed(c cue) bool {
	first, _ := c.clause()
	for k := first - 1; u.at(k).kind == word; k-- {
		if u.tokens[k].word == "if" {
			return k == 0 || !u.tokens[k-1].attributes() // asked if
		}
	}
	return false
}

// withOpening gives a participle that opens a sentence to whoever speaks by the next cue, where
// that is named first: responding to a question he said that Lee, …
func withOpening(cues []cue) []cue {
	if len(cues) > 1 && cues[0].joined && cues[1].source.last < cues[0].source.first {
		cues[0].source = cues[1].source
	}
	return cues
}

// isTime reports whether a phrase, or what its “who” stands for, is a time, which says nothing.
func (u *unit) isTime(p phrase) bool {
	if p.of != nil {
		p = *p.of
	}
	head := u.tokens[p.head]
	return p.pronoun == "" && !head.upper && (u.tellsWhen(p) || p.head-p.first <= 1 && head.word == "time")
}

// beforeComma returns the last of the words that go on behind the token at i up to a comma: a
// poll conducted last week by the college, or i where something else divides them.
func (u *unit) beforeComma(i int) int {
	for k := i + 1; k < min(len(u.tokens), i+remark); k++ {
		switch u.tokens[k].kind {
		case word:
		case comma:
			return k - 1
		default:
			return i
		}
	}
	return i
}

// leadIn is how many words at the start of a sentence are too few to be what somebody
// said: in addition, according to the mayor, …
const leadIn = 4

// nominal reports whether the tokens from i up to k are without a verb of their own, as far
// as is known.
func (u *unit) nominal(i, k int) bool {
	if u.at(i).is(aJoin | aPronoun) {
		return true // who is, which has
	}
	for ; i <= k && i < len(u.tokens); i++ {
		if t := u.tokens[i]; t.is(aBeing | aModal | aVerb | aHaving) {
			return false
		}
	}
	return true
}

// goesOn are verbs that attribute nothing where they stand before an infinitive.
var goesOn = analysis.Words("continue continues continued continuing begin begins began beginning start starts started starting go goes went going")
