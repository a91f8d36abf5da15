package attribution

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// subjectBefore returns the phrase that stands before a verb at the token at i and is
// likely its subject: “Smith” of “Smith on Tuesday said”, and of “Smith, in a low voice,
// said”.
func (u *unit) subjectBefore(i int) (p phrase, ok bool) {
	if p, ok = u.beforeMoments(i); ok {
		return p, true
	}
	p, ok = u.phraseBefore(i)
	if ok && u.tellsWhen(p) && !u.at(p.first-1).is(aPreposition) {
		if who, ok := u.phraseBefore(p.first); ok && u.somebody(who) {
			return who, true // the mayor two weeks ago said
		}
		if p, ok = u.subject(); p.last >= i {
			return p, false
		}
	}
	if who, found := u.beforeWho(p); ok && found {
		return who, true
	}
	if who, found := u.doing(p); ok && found {
		return who, true
	}
	if !ok || p.pronoun != "" || !u.at(p.first-1).is(aPreposition) {
		return p, ok
	}
	return u.overPreposition(p, i)
}

// beforeMoments is subjectBefore where words right before the verb tell when: Smith on Tuesday said.
func (u *unit) beforeMoments(i int) (p phrase, ok bool) {
	at := i
	for at > 1 && (u.tokens[at-1].is(aDay) || u.tokens[at-1].is(aMoment) && (!u.tokens[at-1].upper || u.tokens[at-2].word == "in")) {
		at--
	}
	if at == i {
		return p, false
	}
	governed := u.tokens[at-1].is(aPreposition)
	if governed {
		at--
	}
	if p, ok = u.phraseBefore(at); ok && u.somebody(p) {
		return p, true
	}
	p, ok = u.subjectBefore(at)
	return p, ok && governed // the council in June
}

// overPreposition is subjectBefore where a preposition governs the phrase before the verb: Smith in a low
// voice said.
func (u *unit) overPreposition(p phrase, i int) (phrase, bool) {
	if u.tokens[p.first-1].word == "to" {
		p, ok := u.subject() // an official who spoke anonymously to discuss strategy said
		return p, ok && p.last < i
	}
	if who, found := u.qualified(p); found {
		return who, true
	}
	of, ok := u.phraseEnding(p.first - 2)
	if ok && u.somebody(of) && !u.tokens[p.head].upper && !u.tokens[of.head].is(aHelper) {
		return of, true
	}
	if ok && of.pronoun == "" && u.at(of.first-1).kind == quoted {
		p.first, p.head = of.first, of.head // “…,” a sign on the wall says
	}
	return p, true
}

// qualified returns those of whom a phrase behind a preposition tells more: people familiar
// with the matter, a person briefed on the plans.
func (u *unit) qualified(p phrase) (phrase, bool) {
	k := p.first - 2
	if k < 1 || !near(u.tokens[k].word) {
		return phrase{}, false
	}
	who, ok := u.phraseEnding(k - 1)
	who.last = p.last
	return who, ok && u.somebody(who)
}

// severalSay makes those with whom the sentence begins speak by a verb that fits several, if something
// that tells more about them follows: sources close to her campaign say.
func (u *unit) severalSay(c *cue) bool {
	if c.verb.form != base || c.verb.use&(clauses|noun) != clauses {
		return false
	}
	start := 0
	if c.first > 2 && u.tokens[1].kind == comma {
		start = 2 // rather, sources
	} else if w := u.tokens[0].word; w == "and" || w == "but" {
		start = 1
	}
	for k := start; k < min(c.first-2, start+longestRole); k++ {
		t, next := u.tokens[k], u.tokens[k+1]
		if t.kind != word || next.kind != word || t.is(aPreposition|aJoin|aBeing|aModal|aPronoun) {
			return false
		}
		if next.is(aPreposition) || next.word == "who" || strings.HasSuffix(next.word, "ing") || near(next.word) {
			c.source = phrase{first: start, last: c.first - 1, head: k}
			return u.plural(c.source, true) && u.asides(k+1, c.first)
		}
	}
	return false
}

// near are words behind those whom they tell more about: what they know or think, and of whom.
var near = analysis.Words("close familiar loyal opposed critical involved aware knowledgeable responsible unhappy angry sympathetic briefed informed tasked")

// beforeWho returns whoever a clause with “who” tells of that ends with a phrase which names nobody: an
// official who saw the exchange said.
func (u *unit) beforeWho(p phrase) (who phrase, ok bool) {
	if u.somebody(p) {
		return who, false
	}
	for k := p.first - 1; k > 0 && u.tokens[k].kind == word; k-- {
		if u.tokens[k].word == "who" {
			who, ok = u.phraseEnding(k - 1)
			return who, ok && u.somebody(who) && (who.first == 0 || u.tokens[who.first-1].kind == word) // in Jupiter, Florida, who
		}
	}
	return who, false
}

// doing returns whoever a participle tells of that ends with a phrase which names nobody: an officer leading
// the inquiry said.
func (u *unit) doing(p phrase) (who phrase, ok bool) {
	k := p.first - 1
	if k < 1 || u.somebody(p) || u.tokens[k].upper || !strings.HasSuffix(u.tokens[k].word, "ing") {
		return who, false
	}
	who, ok = u.phraseEnding(k - 1)
	who.last = p.last
	head := u.tokens[who.head]
	return who, ok && head.is(aRole) && !head.upper
}

// tellsWhen reports whether a phrase is no more than a time: two weeks ago.
func (u *unit) tellsWhen(p phrase) bool {
	for _, t := range u.tokens[p.first:p.head] {
		if t.upper && p.first > 0 || t.is(aRole) {
			return false
		}
	}
	return times(u.tokens[p.head].word)
}

// times are the last words of what tells when something was said.
var times = analysis.Words("ago later earlier minutes hours day days week weeks weekend month months year years morning afternoon evening night")

// setOff returns what the sentence is about, where commas set off what is said of it up to
// the verb at the token at i, and p is but the last that is named there: Smith, at a
// meeting in Columbus, Ohio, said. Else it returns p.
func (u *unit) setOff(p phrase, i int) phrase {
	about, ok := u.subject()
	remark := about.last + 2
	if !ok || remark > p.first || u.tokens[remark-1].kind != comma {
		return p
	}
	for _, t := range u.tokens[remark:i] {
		if t.kind != word && t.kind != comma || t.is(aPronoun) && t.word != "who" || t.is(aBeing|aModal) && !u.tokens[remark].is(aJoin) {
			return p
		}
	}
	if first := u.tokens[remark]; !first.is(aPreposition) && !strings.HasSuffix(first.word, "ing") {
		about.last = i - 1
	}
	return about
}

// somebody reports whether a phrase is a pronoun, a name, or a role that people have.
func (u *unit) somebody(p phrase) bool {
	head := u.tokens[p.head]
	return p.pronoun != "" || head.upper && !head.is(aDay) || head.is(aRole)
}

// agrees reports whether a verb fits who would speak by it in number, as far as
// that can be told.
func (u *unit) agrees(c *cue) bool {
	head := u.tokens[c.source.head]
	if p := c.source; c.verb.form == third && p.first == p.last && p.pronoun == "" && !head.upper && strings.HasSuffix(head.word, "s") && u.plural(p, true) {
		return false // dashes off notes
	}
	if c.verb.form != base && c.verb.form != third || c.first < c.last-c.more {
		return true
	}
	if c.source.pronoun == "which" && c.verb.use&noun != 0 {
		return false // which advocates say
	}
	if c.verb.use&noun != 0 && u.tokens[c.first-1].numeric() {
		return false // by 50 points
	}
	if c.verb.use&noun != 0 && c.last+1 < len(u.tokens) {
		if t := u.tokens[c.last+1]; t.is(aBeing|aModal|aHaving) || t.word == "of" {
			return false // the jobs report was
		}
	}
	first := u.tokens[c.source.first]
	if c.verb.use&noun != 0 && c.source.pronoun == "" && c.last+1 < len(u.tokens) && !u.leads(c.last+1, c.verb.use) {
		return false // swing states where, three points in May, state officials
	}
	if c.verb.form == third {
		upper := head.upper && (c.source.head > 0 || head.name || head.acronym || u.at(c.last+1).word == "that")
		if c.verb.use&noun == 0 || c.source.pronoun != "" || upper || head.is(aRole) {
			return true
		}
		one := first.is(aDeterminer|aStandIn) || first.owner && bodies(head.word)
		return one && !u.qualifies(c.first-1) && !u.numbered(c.source)
	}
	switch c.source.pronoun {
	case "he", "she", "it":
		return false
	case "":
		return u.plural(c.source, c.verb.use&noun == 0)
	}
	return true
}

// plural reports whether a phrase names several. Where a verb is no noun, sure, a name
// in -s may be one of several as well, and so may what “and” joins.
func (u *unit) plural(p phrase, sure bool) bool {
	head, first := u.tokens[p.head], u.tokens[p.first]
	switch {
	case sure && !head.upper && uncounted(head.word):
		return true
	case single(first.word):
		return false
	case head.is(aStandIn) || sure && (first.is(aStandIn) || head.numeric()):
		return true
	case head.upper && !(p.head == 0 && !head.name) && !sure:
		return false
	}
	for _, t := range u.tokens[p.first:p.head] {
		if sure && t.word == "and" {
			return true
		}
	}
	return plurals(head.word) || strings.HasSuffix(head.word, "s") && !strings.HasSuffix(head.word, "ss") && !strings.HasSuffix(head.word, "us")
}

// plurals do not end in -s, and uncounted are several that are one: 42 percent say.
var (
	plurals   = analysis.Words("people men women police")
	uncounted = analysis.Words("percent majority half minority number third quarter")
)

// qualifies reports whether the word at i only says what the noun behind it is like:
// his scathing remarks.
func (u *unit) qualifies(i int) bool {
	w := u.tokens[i].word
	for _, ending := range []string{"ed", "ing", "ous", "ful", "al", "ive", "ic"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return u.tokens[i].is(aStandIn)
}

// numbered reports whether a phrase counts what its noun means.
func (u *unit) numbered(p phrase) bool {
	return slices.ContainsFunc(u.tokens[p.first:p.last+1], token.numeric)
}

// single are the determiners of one.
var single = analysis.Words("a an this that each every another one")

// contracts reports whether a word that ends in ’s is short for one with has or is: he’s.
func contracts(t token) bool {
	pronoun, _, cut := strings.Cut(t.word, "'")
	return cut && lexicon()[pronoun].is(aPronoun)
}

// Adverb reports whether an ordinary word, in small letters, may stand before a verb and belong to it, and
// denies nothing: “actually” in what Wray actually said.
func Adverb(word string) bool {
	e := entryOf(word)
	return e.is(aHelper) && !e.is(aDenial|aBeing|aHaving|aModal) && !doing(word) && analysis.Ordinary(word) // which kelly is not
}

var doing = analysis.Words("do does did")

// Determiner reports whether a word, in small letters, is one with which a description of
// somebody begins.
func Determiner(word string) bool { return determiners(word) }

var determiners = analysis.Words("the a an some many several both all two three four five one most his her their its another other")
