package attribution

import (
	"cmp"
	"slices"
	"sort"

	"newshound/corpus"
)

// gender is what is known of how an article would say he or she of somebody.
type gender uint8

const (
	unknown gender = iota
	male
	female
)

// person is somebody, or a body, that an article names.
type person struct {
	first, last string // of the name, in small letters; first may be empty
	second      string // as [name] has it
	junior      bool
	words       int // of the fullest mention
	fullest     corpus.Span
	titled      bool // so is the fullest mention
	gender      gender
	titles      map[string]bool // that the article gives: president, senator
	speaks      bool            // somewhere in the article, by name
	body        bool            // it is no person: the Daily Beast
}

// mention is a place where the article names a person outside of quotations. A name that
// may mean several persons is a mention of each.
type mention struct {
	at     int
	person int
}

// people are those that an article names.
type people struct {
	list     []person
	byLast   map[string][]int
	byFirst  only               // given name
	juniors  map[string]bool    // the surnames that stand alone with that: Lee Jr.
	mentions []mention          // in order
	holders  map[string]holders // by their title; nil until they are asked for
}

// holders are those who have a title, where they are named. The first so many mentions are of only one.
type holders struct {
	named []mention
	one   int
}

// manyNamesakes is how many persons of one surname are told apart.
const manyNamesakes = 12

// add takes in a name where it stands.
func (p *people) add(n name) {
	i := p.find(n)
	if same := p.byLast[n.last]; i < 0 && (len(same) >= manyNamesakes || n.first == "" && len(same) > 0 && !p.another(n)) {
		for _, k := range same {
			p.mentions = append(p.mentions, mention{n.span.Start, k}) // one of them
		}
		return
	}
	if i < 0 {
		i = len(p.list)
		p.list = append(p.list, person{first: n.first, second: n.second, last: n.last, junior: n.junior, titles: map[string]bool{}})
		p.byLast[n.last] = append(p.byLast[n.last], i)
	}
	who := &p.list[i]
	if who.first == "" {
		who.first = n.first
	}
	if titled := len(n.titles) > 0 && !n.cut; n.words > who.words || n.words == who.words && titled && !who.titled && n.span.Len() > who.fullest.Len() {
		who.words, who.fullest, who.titled = n.words, n.span, titled
	}
	for _, t := range n.titles {
		who.titles[t] = true
	}
	if who.gender == unknown {
		who.gender = n.gender
	}
	who.body = who.body || n.body || n.placed && who.first == ""
	if !n.aside {
		p.mentions = append(p.mentions, mention{n.span.Start, i})
	}
}

// another reports whether a name is of a son who is not known yet.
func (p *people) another(n name) bool {
	return n.junior && !slices.ContainsFunc(p.byLast[n.last], func(i int) bool { return p.list[i].junior })
}

// find returns the index of who a name means, of those known so far, or -1 where it is
// nobody, or may be several. A surname by itself means a son only where nobody else has
// it, and may mean him or his father where he is named first, unless he is called Lee Jr.
func (p *people) find(n name) int {
	i := p.findOne(n, n.junior)
	if n.junior || n.first != "" {
		return i
	}
	son := p.findOne(n, true)
	switch {
	case !slices.ContainsFunc(p.byLast[n.last], func(i int) bool { return !p.list[i].junior }):
		return son
	case son >= 0 && son < i && !p.juniors[n.last] && len(n.titles) == 0:
		return -1
	}
	return i
}

// findOne is find among the sons, or among all others.
func (p *people) findOne(n name, junior bool) int {
	found, several := -1, false
	for _, i := range p.byLast[n.last] {
		who := &p.list[i]
		switch {
		case who.junior != junior || !who.mayBe(n):
		case n.first != "" && n.first == who.first:
			return i
		case found < 0 || !who.long() && p.list[found].long():
			found = i
		case !who.long():
			several = true
		}
	}
	if several {
		return -1
	}
	return found
}

// mayBe reports whether the given name and the gender of a name fit somebody.
func (who *person) mayBe(n name) bool {
	return (n.gender == unknown || who.gender == unknown || n.gender == who.gender) &&
		(n.first == "" || who.first == "" || sameGivenName(n.first, who.first)) &&
		(n.second == "" || who.second == "" || sameGivenName(n.second, who.second)) // of the Ashford Weather Office and the Ashford Park Office
}

// long reports whether it is a body with a name too long for somebody’s.
func (who *person) long() bool { return who.body && who.words > mostWords }

// holder returns the index of the only person with a title of those named before a place, if it is one who is
// named since another place, or -1.
func (p *people) holder(title string, since, place int) int {
	if p.holders == nil {
		p.holders = make(map[string]holders)
		for _, m := range p.mentions {
			for t := range p.list[m.person].titles {
				h := p.holders[t]
				if h.one == len(h.named) && (h.one == 0 || h.named[0].person == m.person) {
					h.one++
				}
				h.named = append(h.named, m)
				p.holders[t] = h
			}
		}
	}
	h := p.holders[title]
	n := sort.Search(len(h.named), func(i int) bool { return h.named[i].at >= place })
	if n == 0 || n > h.one || h.named[n-1].at < since {
		return -1
	}
	return h.named[0].person
}

// only is the index of the only person of whom something is so, or -1 for several.
type only map[string]int

func (o only) add(key string, i int) {
	if before, ok := o[key]; ok && before != i {
		i = -1
	}
	o[key] = i
}

// of returns the index of the only one, or -1.
func (o only) of(key string) int {
	if i, ok := o[key]; ok {
		return i
	}
	return -1
}

// eachName yields the names in the unit, in order.
func (u *unit) eachName(yield func(name) bool) {
	if u.shouts() {
		return
	}
	for k := 0; k < len(u.tokens); {
		if !u.tokens[k].upper { // most are not
			k++
			continue
		}
		n, next, ok := u.nameAt(k)
		if k = next; !ok {
			continue
		}
		n.aside = next < len(u.tokens) && u.compounds(next) && (u.tokens[next].is(aRole) || u.at(k-1).is(aDeterminer))
		if !yield(n) {
			return
		}
	}
}

// peopleOf reads the names of an article: full ones first, so that a surname is
// known wherever it stands.
func peopleOf(list [][]unit) *people {
	p := &people{byLast: make(map[string][]int), byFirst: only{}, juniors: make(map[string]bool)}
	full, weak, short := p.sort(list)
	two := make(map[[2]string]bool) // names of two words
	for _, n := range full {
		if n.words == 2 {
			two[[2]string{n.first, n.last}] = true
		}
	}
	for _, n := range full {
		if two[[2]string{n.second, n.last}] { // Heavyweight Deontay Wilder, who is Deontay Wilder elsewhere
			n.first, n.second, n.words, n.span.Start = n.second, "", 2, n.secondAt
		}
		p.add(n)
	}
	for _, n := range weak {
		if len(p.byLast[n.last]) > 0 && p.find(n) < 0 {
			n.first, n.words = "", 1
			short = append(short, n)
			continue
		}
		p.add(n)
	}
	for i, who := range p.list {
		if who.words > 1 {
			p.byFirst.add(who.first, i)
		}
	}
	for _, n := range short {
		switch i := p.called(n); {
		case i < 0 && (!n.role || len(p.byLast[n.last]) > 0):
			p.add(n)
		case i >= 0 && !n.aside:
			p.mentions = append(p.mentions, mention{n.span.Start, i})
		}
	}
	slices.SortFunc(p.mentions, func(a, b mention) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.person, b.person)) })
	p.learnGenders(list)
	return p
}

// sort returns the names of an article: those in full, those whose first word may be no name, and those of
// one word.
func (p *people) sort(list [][]unit) (full, weak, short []name) {
	for _, paragraph := range list {
		for i := range paragraph {
			for n := range paragraph[i].eachName {
				switch {
				case n.words == 1:
					p.juniors[n.last] = p.juniors[n.last] || n.junior
					short = append(short, n)
				case n.weak:
					weak = append(weak, n)
				default:
					full = append(full, n)
				}
			}
		}
	}
	return full, weak, short
}

// called returns the index of the only person with a given name who is called by nothing else
// in a name, or -1: Britney is Britney Spears.
func (p *people) called(n name) int {
	if n.words > 1 || n.placed || n.junior || len(n.titles) > 0 || len(p.byLast[n.last]) > 0 || genderOf(n.last) == unknown {
		return -1
	}
	i := p.byFirst.of(n.last)
	if i < 0 || p.list[i].body || bodies(p.list[i].last) {
		return -1
	}
	return i
}
