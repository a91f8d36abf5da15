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
		case t.kind == word && !t.upper && !(t.word[0] >= '0' && t.word[0] <= '9'), t.kind == quoted, t.kind == colon:
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
	if first := u.tokens[p.first].word; p.first == 0 || first != "a" && first != "an" {
		return false
	}
	return u.tokens[p.first-1].kind == dash || u.tokens[p.first-1].kind == comma && u.at(p.last+1).kind == comma
}

// locates reports whether a phrase between two commas tells where the place before it lies: at a rally in
// Columbus, Ohio, Smith spoke.
func (u *unit) locates(p phrase) bool {
	if p.first < 3 || u.tokens[p.first-1].kind != comma || u.at(p.last+1).kind != comma || !u.tokens[p.first].upper {
		return false
	}
	k := p.first - 2
	for k > 0 && u.tokens[k].kind == word && u.tokens[k].upper {
		k--
	}
	return k < p.first-2 && (u.tokens[k].word == "in" || u.tokens[k].word == "near" || u.tokens[k].word == "at")
}

// acts reports whether the verb of whoever stands before it is likely at the token at i: his office
// released, the council quietly built.
func (u *unit) acts(i int) bool {
	for strings.HasSuffix(u.at(i).word, "ly") && u.at(i).is(aHelper) {
		i++
	}
	if u.at(i).kind != word || u.at(i).upper {
		return false
	}
	t := u.tokens[i]
	return t.is(aVerb) || t.verb.form == past && t.attributes() || strings.HasSuffix(t.word, "ed")
}

// actsBehind reports whether somebody is named at the token at i who does what is told behind it.
func (u *unit) actsBehind(i int) (p phrase, ok bool) {
	p, ok = u.phraseFrom(i, false)
	return p, ok && u.tokens[0].kind == quoted && u.somebody(p) && u.acts(p.last+1)
}

// speaking reports whether a noun in small letters is for somebody or a body that may speak, rather
// than for what is done or is so.
func speaking(noun string) bool {
	for _, ending := range []string{"ing", "ment", "ion", "ity", "ness", "nce", "ship", "ism"} {
		if strings.HasSuffix(noun, ending) {
			return bodies(noun) || noun == "government"
		}
	}
	return true
}

// findSubject is subject without a memory.
func (u *unit) findSubject() (p phrase, ok bool) {
	bracket := false
	var fronted phrase // whom a clause tells of that stands before what the sentence is about
	hasFronted := false
	start := u.pastDateline()
	for i := start; i < len(u.tokens); i++ {
		t := u.tokens[i]
		if t.kind == stop && (u.body[t.Start] == '(' || u.body[t.Start] == ')') {
			bracket = u.body[t.Start] == '('
		}
		if bracket || u.at(i-1).kind == word || t.kind != word {
			continue
		}
		when := subordinates(t.word)
		if when || t.word == "and" || t.word == "but" {
			i++
		}
		when = when && i == start+1
		if p, ok = u.phraseFrom(i, false); !ok || opens(u.tokens[i]) || u.apposes(p) || u.locates(p) {
			continue // announcing it, Smith said
		}
		if k := u.pastRole(p); k > p.last+1 && (u.tokens[k-1].is(aRole|aTitle) || u.tokens[k].given() != unknown) {
			p = u.toName(p, k) // Presumptive Democratic nominee Ann Lee
		}
		if !u.tellsOf(p) {
			continue
		}
		first := u.tokens[p.first]
		if k := p.last + 1; k < len(u.tokens) && p.head == p.last && first.is(aDeterminer) && u.tokens[max(p.first, p.head-1)].given() == unknown && u.compounds(k) {
			p.last, p.head = k, k // the Ohio crowd
		}
		same := p.pronoun == "he" || p.pronoun == "she" || p.pronoun == "who"
		if !when && !(hasFronted && (same || p.first == fronted.last+2 && single(first.word))) {
			return p, true
		}
		if !hasFronted {
			fronted, hasFronted = p, true // when Lee died, Smith spoke
		}
	}
	return fronted, hasFronted
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
