package attribution

import "strings"

// subject returns the phrase that the unit's sentence is likely about: the first
// behind its beginning or a comma that names somebody.
func (u *unit) subject() (p phrase, ok bool) {
	if !u.asked {
		u.about, u.isAbout = u.findSubject()
		u.asked = true
	}
	return u.about, u.isAbout
}

// longestDateline is how many tokens a dateline has at most.
const longestDateline = 9

// pastDateline returns the token behind where and by whom a story was written, or what it is about, with
// which its first sentence begins: WASHINGTON, June 24 (UPI) — Smith said; Tulsa: Smith said.
func (u *unit) pastDateline() int {
	if n := u.label(); n > 0 && u.tokens[n+1].kind == word {
		return n + 1
	}
	for i := 0; i < min(len(u.tokens), longestDateline); i++ {
		switch t := u.tokens[i]; {
		case t.kind == dash && i > 0:
			if u.tokens[0].acronym || u.tokens[i-1].kind == stop || strings.HasSuffix(strings.TrimSpace(u.body[u.Start:t.Start]), ")") {
				return i + 1
			}
			return 0
		case t.kind == word && !t.upper && !t.numeric(), t.kind == colon:
			return 0
		}
	}
	return 0
}

// opens reports whether a word begins a clause that tells of whoever the sentence is about.
func opens(t token) bool {
	return !t.acronym && (t.word == "having" || t.attributes() && t.verb.form == ing)
}

// apposes reports whether a phrase only says what somebody or something right before it is: a mayor
// between two commas, and “a claim” behind a dash.
func (u *unit) apposes(p phrase) bool {
	first, before := u.tokens[p.first].word, u.at(p.first-1).kind
	return (first == "a" || first == "an") && (before == dash || before == comma && u.at(p.last+1).kind == comma)
}

// locates reports whether a phrase between two commas tells where the place before it lies: at a rally in
// Columbus, Ohio, Smith spoke.
func (u *unit) locates(p phrase) bool {
	if !u.tokens[p.first].upper || u.at(p.first-1).kind != comma || u.at(p.last+1).kind != comma {
		return false
	}
	k := p.first - 2
	for k > 0 && u.tokens[k].upper {
		k--
	}
	return k < p.first-2 && (u.at(k).word == "in" || u.at(k).word == "near" || u.at(k).word == "at")
}

// acts reports whether the verb of whoever stands before it is likely at the token at i: his office
// released, the council quietly built.
func (u *unit) acts(i int) bool {
	for strings.HasSuffix(u.at(i).word, "ly") && u.at(i).is(aHelper) {
		i++
	}
	t := u.at(i)
	return !t.upper && (t.is(aVerb) || t.verb.form == past && t.attributes() || strings.HasSuffix(t.word, "ed"))
}

// actor returns who is named behind a quotation with which the unit begins and its sentence does not
// end, where that is told of what they do: “…,” Smith retaliated.
func (u *unit) actor() (p phrase, ok bool) {
	if u.at(0).kind != quoted || !u.stopsShort(0) || words(u.text(0)) < fewWords {
		return p, false
	}
	p, ok = u.phraseFrom(1, false)
	return p, ok && u.acts(p.last+1)
}

// speaking reports whether a noun in small letters is for somebody or a body that may speak, rather
// than for what is done or is so.
func speaking(noun string) bool {
	for _, ending := range []string{"ing", "ment", "ion", "ity", "ness", "nce", "ship", "ism"} {
		if strings.HasSuffix(noun, ending) {
			return bodies(noun)
		}
	}
	return true
}

// findSubject is subject without a memory.
func (u *unit) findSubject() (phrase, bool) {
	var fronted phrase // whom a clause tells of that stands before what the sentence is about
	hasFronted := false
	bracket, start := false, u.pastDateline()
	for i := start; i < len(u.tokens); i++ {
		t := u.tokens[i]
		if mark := u.body[t.Start]; mark == '(' || mark == ')' {
			bracket = mark == '('
		}
		if bracket || u.at(i-1).kind == word {
			continue
		}
		p, ok := u.subjectFrom(i)
		switch {
		case !ok:
		case i == start && subordinates(t.word):
			fronted, hasFronted = p, true
		case hasFronted && (p.pronoun == "he" || p.pronoun == "she"):
			// When Lee died, he was old.
		default:
			return p, true // when Lee died, Smith spoke
		}
	}
	return fronted, hasFronted
}

// subjectFrom returns what a clause is likely about that begins with the token at i.
func (u *unit) subjectFrom(i int) (p phrase, ok bool) {
	if w := u.tokens[i].word; subordinates(w) || w == "and" || w == "but" {
		i++
	}
	if p, ok = u.phraseFrom(i, false); !ok || opens(u.tokens[i]) || u.apposes(p) || u.locates(p) {
		return p, false // announcing it, Smith said
	}
	if k := u.pastRole(p); k > p.last+1 && (u.tokens[k-1].is(aRole|aTitle) || u.tokens[k].given() != unknown) {
		p = u.toName(p, k) // Presumptive Democratic nominee Ann Lee
	}
	if !u.tellsOf(p) {
		return p, false
	}
	if k := p.last + 1; k < len(u.tokens) && p.head == p.last && u.tokens[p.first].is(aDeterminer) && u.tokens[max(p.first, p.head-1)].given() == unknown && u.compounds(k) {
		p.last, p.head = k, k // the Ohio crowd
	}
	return p, true
}

// tellsOf reports whether a sentence may be about what a noun phrase names: somebody by a name, a
// role or a pronoun, or what does something.
func (u *unit) tellsOf(p phrase) bool {
	head, first := u.tokens[p.head], u.tokens[p.first]
	switch {
	case p.pronoun != "" && p.pronoun != "it", head.name, head.is(aRole):
		return true
	case head.upper && u.at(p.last+1).is(aHelper) && !u.tokens[p.last+1].is(aMoment):
		return true
	}
	return p.pronoun == "" && (head.upper || (first.is(aDeterminer) || first.owner) && speaking(head.word)) && u.acts(p.last+1)
}
