package attribution

import "sort"

// learnGenders tells from the pronouns of the article how it speaks of persons whose
// given name does not tell: by those behind a name that is the only one in its
// sentence, and by the one that begins the next sentence. Where a pronoun stands before
// the name, those behind it are as likely of another: he asked Lee to see him play. What is
// rather “its” is no person.
func (p *people) learnGenders(list [][]unit) {
	men, women, things := make([]int, len(p.list)), make([]int, len(p.list)), make([]int, len(p.list))
	for _, paragraph := range list {
		for i := range paragraph {
			u := &paragraph[i]
			who, at := p.onlyIn(u)
			if who < 0 || p.list[who].gender != unknown || p.list[who].body {
				continue
			}
			count := func(t token) {
				switch t.word {
				case "he", "his", "him", "himself":
					men[who]++
				case "she", "her", "hers", "herself":
					women[who]++
				case "its", "itself":
					things[who]++
				}
			}
			if u.personal(at) {
				continue
			}
			for _, t := range u.tokens {
				if t.Start > at {
					count(t)
				}
			}
			if i+1 < len(paragraph) {
				count(paragraph[i+1].tokens[0])
			}
		}
	}
	for i := range p.list {
		who := &p.list[i]
		if who.gender == unknown && len(who.titles) == 0 && things[i] > men[i]+women[i] {
			who.body = true
		}
		if who.words == 1 && men[i]+women[i] == 1 {
			continue // a single word may be no name
		}
		switch {
		case men[i] > 2*women[i]:
			who.gender = male
		case women[i] > 2*men[i]:
			who.gender = female
		}
	}
}

// personal reports whether a pronoun for a person stands in a unit before a place.
func (u *unit) personal(at int) bool {
	for _, t := range u.tokens {
		if t.Start >= at {
			break
		}
		switch t.word {
		case "he", "his", "him", "she", "her":
			return true
		}
	}
	return false
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
