package attribution

import (
	"cmp"
	"slices"
	"strings"

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
	words       int    // of the fullest mention
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
	byFirst  only      // given name
	byTitle  only      // that the article gives them
	mentions []mention // in order
}

// name is a name as it is written somewhere.
type name struct {
	first, last string
	words       int
	span        corpus.Span // with the titles before it
	titles      []string
	gender      gender
	body        bool
}

// longestName is how many tokens a name has at most, with titles, and manyNamesakes
// how many persons of one surname are told apart.
const (
	longestName   = 12
	manyNamesakes = 12
)

// nameAt reads the name that begins with the i-th token, and returns the index
// behind it. It is none where the last result is false.
func (u *unit) nameAt(i int) (n name, next int, ok bool) {
	k := i
	for k < min(len(u.tokens), i+longestName) && u.inName(i, k) {
		k++
		if u.tokens[k-1].owner {
			break
		}
	}
	if k == i {
		return n, i + 1, false
	}
	start := i // of the name itself
	n.span = corpus.Span{Start: u.tokens[i].Start, End: u.tokens[k-1].End}
	for j := i; j < k; j++ {
		t := u.tokens[j]
		if !t.is(aTitle) || j == k-1 {
			continue
		}
		start = j + 1
		n.titles = append(n.titles, t.word)
		n.gender = max(n.gender, t.honorific)
	}
	for j := i - 1; j >= 0 && u.tokens[j].kind == word && !u.tokens[j].upper && u.tokens[j].is(aTitle); j-- {
		n.titles = append(n.titles, u.tokens[j].word)
		n.span.Start = u.tokens[j].Start
	}
	if slices.Contains(n.titles, "former") {
		n.titles = []string{"former"} // and “the president” is somebody else
	}
	last := k - 1
	for last > start && u.tokens[last].is(aSuffix) {
		last--
	}
	n.last = bareName(u.tokens[last])
	if t := u.tokens[k-1]; t.owner && strings.HasSuffix(t.word, "'s") {
		n.span.End = t.Start + strings.LastIndexAny(u.body[t.Start:t.End], "'’")
	}
	if last > start {
		n.first = u.tokens[start].word
		if n.gender == unknown {
			n.gender = u.tokens[start].given
		}
	}
	n.words = last - start + 1
	n.body = n.words > 1 && n.gender == unknown && len(n.titles) == 0 && i > 0 && u.tokens[i-1].word == "the" || strings.Contains(n.last, "/") || strings.Contains(n.first, "/")
	if k+1 < len(u.tokens) && u.tokens[k].kind == comma && (u.tokens[k+1].is(aDeterminer) || u.tokens[k+1].is(aTitle)) {
		// Wray, the bureau’s director
		for j := k + 1; j < len(u.tokens) && j < k+8 && u.tokens[j].kind == word; j++ {
			if u.tokens[j].is(aTitle) {
				n.titles = append(n.titles, u.tokens[j].word)
			}
		}
	}
	return n, k, true
}

// shouts reports whether a unit is a line in capitals, which tell nothing of names there.
func (u *unit) shouts() bool {
	capitals, words := 0, 0
	for _, t := range u.tokens {
		if t.kind == word {
			words++
			if t.acronym {
				capitals++
			}
		}
	}
	return words > longestShout && 4*capitals > 3*words
}

// longestShout is how many words in capitals may be names and abbreviations.
const longestShout = 4

// inName reports whether the token at k may belong to a name that begins at i.
func (u *unit) inName(i, k int) bool {
	t := u.tokens[k]
	switch {
	case t.kind != word || t.is(aDay):
		return false
	case !t.upper:
		return k > i && t.is(aParticle) && k+1 < len(u.tokens) && u.tokens[k+1].upper
	case k == 0 && !t.name && !t.is(aTitle) && t.given == unknown && !t.acronym:
		return false
	}
	return len(t.word) > 0 && !t.is(aJoin) && !t.is(aPreposition) && !t.is(aDeterminer) && !t.is(aPronoun) && !(i < k && u.tokens[k].Start-u.tokens[k-1].End > 3)
}

func bareName(t token) string {
	return strings.TrimSuffix(t.word, "'s")
}

// add takes in a name where it stands.
func (p *people) add(n name) {
	i := p.find(n)
	if same := p.byLast[n.last]; i < 0 && (len(same) >= manyNamesakes || n.first == "" && len(same) > 0) {
		for _, k := range same {
			p.mentions = append(p.mentions, mention{n.span.Start, k}) // one of them
		}
		return
	}
	if i < 0 {
		i = len(p.list)
		p.list = append(p.list, person{first: n.first, last: n.last, titles: map[string]bool{}})
		p.byLast[n.last] = append(p.byLast[n.last], i)
	}
	who := &p.list[i]
	if who.first == "" {
		who.first = n.first
	}
	if titled := len(n.titles) > 0; n.words > who.words || n.words == who.words && titled && !who.titled && n.span.Len() > who.fullest.Len() {
		who.words, who.fullest, who.titled = n.words, n.span, titled
	}
	for _, t := range n.titles {
		who.titles[t] = true
	}
	if who.gender == unknown {
		who.gender = n.gender
	}
	who.body = who.body || n.body
	p.mentions = append(p.mentions, mention{n.span.Start, i})
}

// find returns the index of who a name means, of those known so far, or -1 where
// it is nobody, or may be several.
func (p *people) find(n name) int {
	found := -1
	for _, i := range p.byLast[n.last] {
		who := p.list[i]
		if n.gender != unknown && who.gender != unknown && n.gender != who.gender {
			continue
		}
		if n.first != "" && who.first != "" && !sameGivenName(n.first, who.first) {
			continue
		}
		if n.first != "" && n.first == who.first {
			return i
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// only is the index of the only person of whom something is so, or several.
type only map[string]int

const several = -1

func (o only) add(key string, i int) {
	if before, ok := o[key]; ok && before != i {
		i = several
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

// peopleOf reads the names of an article: full ones first, so that a surname is
// known wherever it stands.
func peopleOf(list [][]unit) *people {
	p := &people{byLast: make(map[string][]int), byFirst: only{}, byTitle: only{}}
	var short []name
	for _, paragraph := range list {
		for i := range paragraph {
			u := &paragraph[i]
			if u.shouts() {
				continue
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
				if n.words > 1 {
					p.add(n)
				} else {
					short = append(short, n)
				}
			}
		}
	}
	for _, n := range short {
		p.add(n)
	}
	slices.SortFunc(p.mentions, func(a, b mention) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.person, b.person)) })
	p.learnGenders(list)
	for i, who := range p.list {
		if who.words > 1 {
			p.byFirst.add(who.first, i)
		}
		for t := range who.titles {
			p.byTitle.add(t, i)
		}
	}
	return p
}
