package attribution

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// speaker is what a unit says of who speaks, for the article to tell who it is.
type speaker struct {
	pronoun string // where it is one
	name    name   // where one is named
	named   bool
	several bool        // more than one
	joined  bool        // more than one is named: Lee and Doyle
	title   string      // “the president”
	role    bool        // “the company’s chief executive”
	span    corpus.Span // without remarks
}

// speakerOf reads a phrase. A “who” stands for what it follows, and so does a “which” that follows
// what the sentence begins with.
func (u *unit) speakerOf(p phrase) speaker {
	if p.of != nil && !(p.pronoun == "which" && p.of.first > u.pastDateline()) { // else it may be another of which more is told
		p = *p.of
	}
	s := speaker{pronoun: p.pronoun}
	if p.pronoun != "" {
		return s
	}
	first, last := p.first, p.last
	for k := p.head + 1; k <= p.last; k++ {
		if u.tokens[k].kind != word {
			last = k - 1
			break
		}
	}
	s.span, s.several = u.span(run{first, last}), u.plural(p, true)
	head := u.tokens[p.head]
	if head.is(aTitle) && p.head == p.first+1 && p.last == p.head && u.tokens[p.first].word == "the" {
		s.title = head.word // the president
	}
	n, sent := u.emissary(p)
	switch {
	case sent:
		s.name, s.named = n, true
		return s
	case head.upper && s.title != "":
		return s
	case head.upper && !(p.head == 0 && head.is(aStandIn)) && !u.native(p): // One of the aides, Ann Lee
		u.nameIn(p, &s)
		return s
	}
	if n, alone, ok := u.nameInRemark(p); ok {
		if n.words > 1 || alone {
			s.name, s.named = n, true
		}
		return s
	}
	s.role = head.is(aTitle|aRole) && !head.is(aPaper) && !s.several
	return s
}

// native reports whether a phrase says no more of whom it is about than where they are from, and
// the like: the 55-year-old Frenchman.
func (u *unit) native(p phrase) bool {
	return p.head > p.first && u.tokens[p.first].is(aDeterminer) && !u.tokens[p.head-1].upper && natives(u.tokens[p.head].word)
}

var natives = analysis.Words(`frenchman frenchwoman dutchman dutchwoman englishman englishwoman irishman irishwoman welshman welshwoman
	scotsman scotswoman scot spaniard dane swede finn pole turk serb croat swiss german italian russian australian canadian brazilian american
	argentine argentinian belgian norwegian briton portuguese nigerian kenyan jamaican indian`)

// nameIn reads who is named in a phrase whose head has a capital.
func (u *unit) nameIn(p phrase, s *speaker) {
	start := p.head
	for start > p.first && u.inName(start-1, start) && !u.tokens[start-1].owner && u.inName(start-1, start-1) {
		start--
	}
	ofTwo := start > p.first && strings.Contains(u.tokens[start-1].word+u.tokens[start].word, "/") // Ann Lee/Joe Roy
	if ofTwo || u.partOfName(p, start) || u.others(p, start) {
		return
	}
	if n, _, ok := u.nameAt(start); ok {
		s.name, s.named = n, true
	}
	s.joined = titlesOfSeveral(u.tokens[p.first].word) || len(s.name.titles) == 0 && start-1 > p.first && u.tokens[start-1].word == "and" && u.tokens[start-2].upper
	if n, ok := u.apposed(p); ok {
		s.name, s.named, s.joined = n, true, false
	}
	s.role = !s.named && u.tokens[p.head].is(aTitle)
}

// nameInRemark returns the first name in the remark behind the head of a phrase: “his lawyer,
// Joe Smith,”. It is alone where it is all that stands between commas right behind
// the head: “her husband, Joe,”, and not “the mayor of Akron, Ohio,”.
func (u *unit) nameInRemark(p phrase) (n name, alone, ok bool) {
	for k := p.head + 1; k < p.last; k++ {
		if u.tokens[k].kind != comma && u.tokens[k].kind != dash {
			continue
		}
		for j := k + 1; j <= p.last && u.tokens[j].kind == word && !u.tokens[j].divides(); j++ {
			if n, next, ok := u.nameAt(j); ok {
				return n, k == p.head+1 && j == k+1 && next <= p.last && u.tokens[next].kind == u.tokens[k].kind, true
			}
		}
		break
	}
	return name{}, false, false
}

// partOfName reports whether a preposition or an article is in the name of a body that goes on
// at the token at i: Doctors Without Borders, Save the Children, the Ministry of Defense,
// Friends of the Earth.
func (u *unit) partOfName(p phrase, i int) bool {
	if i-3 >= p.first && u.tokens[i-1].word == "the" && u.tokens[i-2].word == "of" {
		i--
	}
	if i-2 < p.first || !u.tokens[i-2].upper {
		return false
	}
	t := u.tokens[i-1]
	if (t.word == "of" || t.word == "for" || u.treats(i-1)) && !u.tokens[i-2].is(aTitle|aRole) && u.tokens[i-2].word != "state" {
		return !slices.ContainsFunc(u.tokens[i:p.head+1], func(t token) bool { return t.given() != unknown || t.is(aTitle) })
	}
	return t.upper && t.is(aPreposition) || t.word == "the" && urges(u.tokens[i-2].word)
}

// others reports whether a phrase whose name begins at the token at i is about others, who
// are somebody's or speak for somebody: Supporters of Lee, Lawyers for Lee, at the start of a
// sentence.
func (u *unit) others(p phrase, i int) bool {
	if i-2 != p.first || u.tokens[i-1].word != "of" && u.tokens[i-1].word != "for" {
		return false
	}
	t := u.tokens[p.first]
	return !t.name && (strings.HasSuffix(t.word, "s") || t.is(aRole) && !t.is(aTitle))
}

// apposed returns the name between commas behind what somebody is, if that ends with a capital:
// a lawyer for Ann Lee, Joe Roy, said.
func (u *unit) apposed(p phrase) (n name, ok bool) {
	role := false
	for _, t := range u.tokens[p.first : p.head+1] {
		role = role || t.is(aRole|aTitle) && !t.is(aPaper)
		if t.upper && t.given() != unknown && !u.tokens[p.first].is(aDeterminer) {
			return n, false
		}
	}
	for k := p.head + 1; role && k < p.last && u.tokens[k].kind == comma; {
		var end int
		if n, end, ok = u.nameAt(k + 1); ok && n.words > 1 && !bodies(n.last) && !places(n.first) {
			return n, true
		}
		k = end // the director, Retail, Ann Lee
	}
	return n, false
}

// titlesOfSeveral stand before a list of names: Reps. Ann Lee (Ohio), Joe Roy (Iowa) and Bo Doe.
var titlesOfSeveral = analysis.Words("reps sens govs senators")
