package attribution

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
)

// phrase is a run of a unit's tokens, the last included, that names who speaks.
type phrase struct {
	first, last int
	// head is the last word of the name or noun that the phrase is about; what
	// follows it says more about it.
	head int
	// pronoun is its word where it is one.
	pronoun string
	// of is the phrase that a “who” or “which” stands for.
	of *phrase
}

// relates reports whether the phrase only stands for another before it: who, which.
func (p phrase) relates() bool { return p.pronoun == "who" || p.pronoun == "which" }

// phraseBefore returns the noun phrase that ends right before the token at i, a
// remark between commas behind it included.
func (u *unit) phraseBefore(i int) (p phrase, ok bool) {
	j := i - 1
	if j < 0 {
		return p, false
	}
	switch u.tokens[j].kind {
	case word:
		return u.phraseEnding(j)
	case comma, dash:
		for k := j - 2; k > 0 && k > j-remark; k-- {
			if u.tokens[k].kind != u.tokens[j].kind {
				continue
			}
			if !u.remarks(k+1, j) || !u.asides(k+1, j) {
				return p, false
			}
			p, ok = u.phraseEnding(k - 1)
			p.last = j
			return p, ok && p.pronoun == ""
		}
	}
	return p, false
}

// longest is how many tokens a noun phrase is read over, and maxDepth how deep the
// phrases that stand behind its prepositions may be nested.
const (
	longest  = 24
	maxDepth = 4
)

// phraseEnding returns the noun phrase whose last word is the token at j.
func (u *unit) phraseEnding(j int) (p phrase, ok bool) {
	if j < 0 || u.tokens[j].kind != word {
		return p, false
	}
	t := u.tokens[j]
	if pronoun, _, _ := strings.Cut(t.word, "'"); lexicon()[pronoun].is(aPronoun) { // he, he'd
		p = phrase{first: j, last: j, head: j, pronoun: pronoun}
		if pronoun == "who" {
			p.of = u.followed(j)
		}
		return p, true
	}
	if t.word == "whom" && j > 1 && u.tokens[j-1].word == "of" && u.tokens[j-2].is(aStandIn) {
		return phrase{first: j - 2, last: j, head: j, pronoun: "they"}, true // many of whom
	}
	if t.word == "which" && j > 1 && u.tokens[j-1].kind == comma {
		if of := u.followed(j); of != nil {
			return phrase{first: j, last: j, head: j, pronoun: t.word, of: of}, true
		}
	}
	switch {
	case t.owner && !t.upper, !t.upper && (t.divides() || t.is(aDeterminer) && !t.is(aStandIn)),
		t.upper && (t.is(aJoin|aPreposition) || t.word == "having"):
		return p, false
	}
	p = phrase{first: j, last: j, head: j}
	k := j
	for k > max(0, j-longest) && u.extends(k-1, k) {
		k--
	}
	p.first = k
	p.head = u.beforeOf(p)
	p.first = u.beforeCount(k)
	if objects(t.word) && !t.upper && strings.HasSuffix(u.tokens[p.first].word, "ing") {
		return p, false // pausing them
	}
	if p.first == j && len(t.word) > 1 && t.is(aDeterminer) && !t.is(aStandIn) {
		return p, false
	}
	return u.overPrepositions(p), true
}

// objects are pronouns of whom something is told.
var objects = analysis.Words("him them me us")

// followed returns the phrase that the “who” at the token at j stands for, or nil.
func (u *unit) followed(j int) *phrase {
	k := j
	if k > 0 && (u.tokens[k-1].kind == comma || u.tokens[k-1].kind == dash) {
		k--
	}
	if k > 2 && affiliates(u.tokens[k-1].word) && u.tokens[k-2].kind == comma {
		k -= 2 // Ann Lee, D-Ohio, who
	}
	if of, ok := u.phraseEnding(k - 1); ok && of.pronoun == "" {
		return &of
	}
	return nil
}

// overPrepositions returns a phrase with what stands before the prepositions that lead to it,
// which is what it is about: “a spokesman for Smith”.
func (u *unit) overPrepositions(p phrase) phrase {
	if p.first < 2 {
		return p
	}
	prep, before := u.tokens[p.first-1], u.tokens[p.first-2]
	if prep.word == "to" && before.word == "speaking" {
		if of, ok := u.phraseEnding(p.first - 3); ok {
			p.first, p.head = of.first, of.head
		}
		return p
	}
	if prep.upper || !prep.is(aPreposition) || prep.word == "to" && !before.is(aRole) {
		return p
	}
	// What that phrase is about in turn, phraseEnding has found: to look once more would double the time with each.
	if of, ok := u.phraseEnding(p.first - 2); ok && of.pronoun == "" && u.governs(of, prep.word) {
		p.first, p.head = of.first, of.head
	}
	return p
}

// beforeOf returns the last token of somebody’s name in a phrase of words with capitals that
// goes on with where they are from: Rep. Ann Lee of Ohio, Quilla Orr of the Larks. It is the last
// of the phrase in any other: Secretary of State Ann Lee.
func (u *unit) beforeOf(p phrase) int {
	for k := p.first + 1; k < p.last; k++ {
		before := u.tokens[k-1]
		if u.tokens[k].word != "of" || !before.upper || before.is(aTitle|aRole) || bodies(before.word) {
			continue
		}
		if k == p.first+2 && u.strange(p.first) || slices.ContainsFunc(u.tokens[p.first:k], token.tellsOfPerson) {
			return k - 1
		}
	}
	return p.head
}

// tellsOfPerson reports a title or given name with a capital.
func (t token) tellsOfPerson() bool { return t.upper && (t.is(aTitle) || t.given() != unknown) }

// strange reports whether two words before an “of”, the first of which is the token at i, are likelier
// somebody's name than the beginning of a body's, as they are no English words: Quilla Orr of Hope
// House, and not the Academy of Arts.
func (u *unit) strange(i int) bool {
	return u.tokens[i].upper && !analysis.Ordinary(u.tokens[i].word) && (u.at(i+3).word == "the" || !analysis.Ordinary(u.tokens[i+1].word))
}

// governs reports whether a phrase before a preposition is likely what a phrase
// behind it is about, and not the end of a clause.
func (u *unit) governs(p phrase, prep string) bool {
	head := u.tokens[p.head]
	return head.is(aRole) || prep == "of" && !head.owner
}

// extends reports whether the token at i belongs to the noun phrase that goes on
// at k, right behind it.
func (u *unit) extends(i, k int) bool {
	t, next := u.tokens[i], u.tokens[k]
	if t.kind != word {
		return false
	}
	switch {
	case next.is(aDeterminer) && !next.upper || next.upper && next.is(aDeterminer) && k == 0:
		return t.is(aDeterminer) && t.word != "that" || // all those, the two
			next.word == "the" && t.upper && urges(t.word) && u.at(k+1).upper
	case t.upper && i == 0 && (t.divides() || t.is(aHelper)):
		return false // the sentence begins with a capital
	case t.upper && (t.is(aJoin) || t.is(aPreposition)) && !next.upper:
		return false
	case t.upper:
		return !(t.word == "i") && !t.is(aDay)
	case (withinName(t.word) || t.word == "for" || u.treats(i)) && next.upper && u.at(i-1).upper && u.tokens[i-1].kind == word:
		return true
	case t.word == "and" && u.at(i-1).kind == word && !u.tokens[i-1].upper && !next.upper && !u.tokens[i-1].divides():
		return next.is(aRole)
	}
	return !t.divides() || t.is(aDeterminer) && t.is(aHelper) // both
}

// treats reports whether the token at i is the “on” behind which stands what a body is there for: the
// Commission on Presidential Debates.
func (u *unit) treats(i int) bool {
	return u.tokens[i].word == "on" && bodies(u.at(i-1).word) && u.at(i+1).upper && !u.at(i+1).is(aDay)
}

// withinName are words in small letters that stand within names.
var withinName = analysis.Words("and & of the de van von")

// urges begin the names of bodies that are called by what they do: Save the Children.
var urges = analysis.Words("save feed protect defend stop free help")

// phraseFrom returns the noun phrase that begins at the token at i, with what
// follows it between commas.
func (u *unit) phraseFrom(i int, wide bool) (p phrase, ok bool) { return u.phraseWithin(i, wide, 0) }

func (u *unit) phraseWithin(i int, wide bool, depth int) (p phrase, ok bool) {
	if u.at(i).kind != word {
		return p, false
	}
	t := u.tokens[i]
	if pronoun, _, _ := strings.Cut(t.word, "'"); t.is(aPronoun) {
		return phrase{first: i, last: i, head: i, pronoun: pronoun}, true
	}
	if objects(t.word) && !t.upper {
		return phrase{first: i, last: i, head: i, pronoun: t.word}, true
	}
	if !t.upper && t.divides() || t.is(aJoin|aPreposition) {
		return p, false
	}
	p = phrase{first: i, last: i, head: i}
	nouns := wide && (t.upper || t.is(aDeterminer)) || t.word == "a" || t.word == "an" || t.word == "one" || t.word == "another" // no verb can follow
	for k := i + 1; k < min(len(u.tokens), i+longest); k++ {
		if !u.follows(k, p.last) && !(nouns && u.compounds(k)) {
			break
		}
		p.last, p.head = k, k
	}
	p.head = u.beforeOf(p)
	if near(u.tokens[p.last].word) && p.last > p.first && u.tokens[p.last-1].is(aRole) {
		p.head = p.last - 1 // a person close to Smith
	}
	if u.tokens[p.last].is(aDeterminer) && !u.tokens[p.last].is(aStandIn) {
		return p, false
	}
	// “Smith of the New York delegation”, “a spokesman for Smith”.
	for p.last+2 < len(u.tokens) && depth < maxDepth {
		prep := u.tokens[p.last+1]
		to := prep.word == "to" && (u.tokens[p.head].word == "ambassador" || near(u.tokens[p.last].word))
		if !to && !belongs(prep.word) && !(wide && prep.is(aPreposition) && !prep.is(aTiming)) {
			break
		}
		of, ok := u.phraseWithin(p.last+2, false, depth+1)
		if !ok || of.pronoun != "" {
			break
		}
		p.last = of.last
	}
	return p, true
}

// belongs are the prepositions behind which stands what somebody is of.
var belongs = analysis.Words("of for at from with")

// follows reports whether the token at k goes on with a noun phrase whose last
// token is at last.
func (u *unit) follows(k, last int) bool {
	t, prev := u.tokens[k], u.tokens[last]
	if t.kind != word {
		return false
	}
	switch {
	case strings.HasSuffix(t.word, "ed") && !t.upper && !prev.is(aDeterminer) && u.at(k+1).is(aDeterminer):
		return false // the office released a statement
	case t.is(aMoment) && t.upper && prev.is(aDeterminer) && !prev.is(aStandIn):
		return true // a January poll
	case t.is(aMoment) && !(t.upper && prev.upper && (t.word == "may" || t.word == "april" || t.word == "june")):
		return false
	case t.upper && prev.is(aPaper) && !prev.upper:
		return false // the letter Smith sent
	case t.upper:
		return !t.is(aJoin) || prev.upper
	case prev.owner && !t.is(aJoin|aPreposition|aPronoun|aBeing|aModal|aHaving) && !(t.attributes() && t.verb.form == past):
		return true // Smith’s first lawyer
	case prev.upper && withinName(t.word) && k+1 < len(u.tokens):
		n := u.tokens[k+1]
		return n.upper || t.word == "of" && n.word == "the" && u.at(k+2).upper
	case prev.upper && !prev.owner && !prev.is(aDeterminer) && !t.is(aRole) && !prev.is(aRole):
		return false // Smith went
	}
	if t.attributes() && !prev.upper && t.verb.form <= third {
		return true // a report
	}
	return !t.divides() && !t.attributes()
}

// compounds reports whether the token at k may be a noun that the name before it tells
// more about: a NASA news release.
func (u *unit) compounds(k int) bool {
	t, prev := u.tokens[k], u.tokens[k-1]
	return t.kind == word && !t.upper && prev.upper && !prev.owner && !t.divides() && !t.is(aMoment|aDeterminer) &&
		(!t.attributes() || t.verb.use&noun != 0) && !strings.HasSuffix(t.word, "ed") && !strings.HasSuffix(t.word, "ing")
}
