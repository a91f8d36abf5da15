package attribution

// mostListed is how many names of a list are read.
const mostListed = 12

// takeList makes a cue one of all who are listed where who speaks by it is one of a list of people: Ann
// Lee (Ohio), Joe Roy and Bo Doe.
func (u *unit) takeList(c *cue) {
	p := &c.source
	if c.joined || p.pronoun != "" || !u.tokens[p.head].upper {
		return
	}
	first, before := p.first, !c.inverted && !c.according
	if before {
		first = u.listBegins(first)
	}
	last, ok := u.listEnds(first)
	if !ok || last < p.head || before && last >= c.first {
		return
	}
	p.first, p.last = first, max(p.last, last)
	c.list = run{first, last}
}

// listBegins returns where a list of names begins that ends with the one that begins with the token at
// i, or i.
func (u *unit) listBegins(i int) int {
	first := i
	for range mostListed {
		k := first - 1
		if u.at(k).word == "and" {
			k--
		}
		end := k
		if u.at(k).kind != comma {
			break
		}
		if affiliates(u.at(k-1).word) && u.at(k-2).kind == comma {
			k -= 2 // Ann Lee, D-Ohio, Joe Roy
		}
		start := k
		for start > 0 && u.tokens[start-1].kind == word && u.inName(start-1, start-1) && !u.tokens[start-1].owner {
			start--
		}
		name, surname := start, titlesOfSeveral(u.tokens[start].word)
		if surname {
			name++ // Reps. Ann Lee
		}
		if _, next, ok := u.listedName(name, surname); !ok || next != end {
			break
		}
		first = start
	}
	k := first - 1
	for !u.at(k).upper && u.at(k).is(aRole|aTitle) {
		k--
	}
	t := u.at(k)
	likens := k == 0 && t.is(aPreposition) && !subordinates(t.word) // Like Ann Lee, Joe Roy and Bo Doe
	if likens || t.kind == word && !t.upper && (!t.is(aJoin) || t.word == "and" || t.word == "or") {
		return i // for Ann Lee, Joe Roy and Bo Doe
	}
	return first
}

// listEnds returns the last token of the list of three names and more that begins with the token at i, or
// with what those in it are, if there is an “and” before the last of them. Of most of them the given name
// is a known one: else they may be what one of them is, or works for.
func (u *unit) listEnds(i int) (last int, ok bool) {
	surnames := titlesOfSeveral(u.at(i).word)
	if surnames {
		i++
	}
	for u.at(i).is(aRole|aTitle) && !u.tokens[i].upper {
		i++ // attorneys general Ann Lee, Joe Roy and Bo Doe
	}
	for known, n := 0, 1; n <= mostListed; n++ {
		one, next, found := u.listedName(i, surnames)
		if !found {
			break
		}
		if surnames || one.gender != unknown {
			known++
		}
		if n > 2 && u.at(i-1).word == "and" {
			last, ok = next-1, 2*known > n
		}
		if i = next; u.at(i).kind == comma {
			i++
		} else if u.at(i).word != "and" {
			break
		}
		if u.at(i).word == "and" {
			i++
		}
	}
	return last, ok && !u.mayAct(last+1)
}

// listedName returns a name in a list, and the token behind it and where he is from: Ann Lee of Ohio; Ann
// Lee, D-Ohio. It has two words, unless the list is one of surnames.
func (u *unit) listedName(i int, surnames bool) (n name, next int, ok bool) {
	if !u.at(i).upper {
		return n, i, false
	}
	n, next, ok = u.nameAt(i)
	switch {
	case !ok || n.body || n.aside || n.words > mostWords+1,
		n.words < 2 && !surnames,
		n.words > 1 && n.gender == unknown && !surnames && (bodies(n.last) || places(n.first)):
		return n, i, false
	}
	if u.at(next).word == "of" && u.at(next+1).upper {
		for next++; u.at(next).upper; next++ {
		}
	}
	if u.at(next).kind == comma && affiliates(u.at(next+1).word) {
		next += 2
	}
	return n, next, true
}

// mayAct reports whether the word at i, behind a list, may be what the last of it alone did: said Ann Lee,
// Joe Roy and Bo Doe left. A cue is none.
func (u *unit) mayAct(i int) bool {
	t := u.at(i)
	return t.kind == word && !t.upper && !t.attributes() && !t.is(aPreposition|aMoment|aTiming|aJoin|aHelper|aDeterminer|aRole)
}
