package attribution

import "sort"

// learnGenders tells from the pronouns of the article how it speaks of persons whose
// given name does not tell: by those behind a name that is the only one in its
// sentence, and by the one that begins the next sentence. Where a pronoun stands before
// the name, those behind it are as likely of another: he asked Lee to see him play. What is
// rather “its” is no person.
func (p *people) learnGenders(list [][]unit) {
	counted := make([]pronouns, len(p.list))
	for _, paragraph := range list {
		for i := range paragraph {
			u := &paragraph[i]
			who, at := p.onlyIn(u)
			if who < 0 || p.list[who].gender != unknown || p.list[who].body || u.personal(at) {
				continue
			}
			for _, t := range u.tokens {
				if t.Start > at {
					counted[who].count(t)
				}
			}
			if i+1 < len(paragraph) {
				counted[who].count(paragraph[i+1].tokens[0])
			}
		}
	}
	for i, n := range counted {
		who := &p.list[i]
		if len(who.titles) == 0 && n.things > n.men+n.women {
			who.body = true
		}
		switch {
		case who.words == 1 && n.men+n.women == 1: // a single word may be no name
		case n.men > 2*n.women:
			who.gender = male
		case n.women > 2*n.men:
			who.gender = female
		}
	}
}

// pronouns are how often somebody is told of by those for a man, a woman and a thing.
type pronouns struct{ men, women, things int }

func (n *pronouns) count(t token) {
	switch t.word {
	case "he", "his", "him", "himself":
		n.men++
	case "she", "her", "hers", "herself":
		n.women++
	case "its", "itself":
		n.things++
	}
}

// personal reports whether a pronoun for a person stands in a unit before a place.
func (u *unit) personal(at int) bool {
	var n pronouns
	for _, t := range u.tokens {
		if t.Start < at {
			n.count(t)
		}
	}
	return n.men+n.women > 0
}

// onlyIn returns the only person that a unit names, and where, or -1.
func (p *people) onlyIn(u *unit) (person, at int) {
	i := sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].at >= u.Start })
	if i == len(p.mentions) || p.mentions[i].at >= u.End {
		return -1, 0
	}
	first := p.mentions[i]
	for ; i < len(p.mentions) && p.mentions[i].at < u.End; i++ {
		if p.mentions[i].person != first.person {
			return -1, 0
		}
	}
	return first.person, first.at
}

// Gender returns what an article would say, "he" or "she", of somebody with a common given
// name, folded; "" for any other word, and where it may be either.
func Gender(given string) string {
	switch genderOf(given) {
	case male:
		return "he"
	case female:
		return "she"
	}
	return ""
}
