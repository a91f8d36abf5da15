package attribution

import (
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// name is a name as it is written somewhere.
type name struct {
	first, last string
	second      string      // the middle one of three words of which the first is no given name
	secondAt    int         // where that stands
	junior      bool        // Jr. stands behind it
	words       int         // without that
	span        corpus.Span // with the titles before it
	titles      []string
	gender      gender
	body        bool
	role        bool // it is but a title or what somebody is called: President
	weak        bool // its first word begins the sentence, and may be no name
	cut         bool // its titles are told, but are no part of the span
	aside       bool // it only tells of what the next noun is: the Lee administration
	placed      bool // it stands where places and bodies do: in Russia, the Commission
}

// mostWords is how many words somebody’s name has at most, where nothing else tells that it
// is one: what has more is a body, or several names of a caption.
const mostWords = 3

// longestName is how many tokens a name has at most, with titles.
const longestName = 12

// nameAt reads the name that begins with the i-th token, and returns the index
// behind it. It is none where the last result is false.
func (u *unit) nameAt(i int) (n name, next int, ok bool) {
	k := u.nameEnd(i)
	if k == i {
		return n, i + 1, false
	}
	n.span = corpus.Span{Start: u.tokens[i].Start, End: u.tokens[k-1].End}
	start := u.readTitles(&n, i, k)
	if at := u.sent(i, k); at > i {
		start, n.cut, n.span.Start = at, true, u.tokens[at].Start
		n.titles = append(n.titles, "ambassador")
	}
	last, firm := u.cutSuffixes(&n, start, k-1)
	if start < last && begins(u.tokens[start].word) {
		start++ // Ten Hag is no given name and a surname
	}
	if start == 0 && u.opensWith(0) {
		if k == 1 {
			return n, k, false
		}
		if last > 1 && u.tokens[1].given() != unknown || !u.isSubject(k) {
			return u.nameAt(1) // Photographer Ann Lee, Elsewhere Lee
		}
		n.weak = u.tokens[k].kind != comma
	}
	start = u.pastOffice(start, last)
	n.last = bareName(u.tokens[last])
	if u.tokens[last].is(aTitle|aRole) && u.tokens[start].given() == unknown && !(start < last && surnames(n.last)) {
		if last > start {
			return n, k, false // the SpaceX CEO
		}
		n.role = true
	}
	if t := u.tokens[k-1]; strings.HasSuffix(t.word, "'s") {
		n.span.End = t.Start + strings.LastIndexAny(u.body[t.Start:t.End], "'’")
	}
	if last > start {
		n.first = u.tokens[start].word
		if n.gender == unknown {
			n.gender = u.tokens[start].given()
		}
	}
	n.words = last - start + 1
	if n.words == 3 && n.gender == unknown {
		n.second, n.secondAt = u.tokens[start+1].word, u.tokens[start+1].Start
	}
	n.placed = n.words == 1 && (i > 0 && k == i+1 && u.places(i) || shortens(u.text(last)))
	n.body = firm || strings.Contains(n.first+n.last, "/") || strings.Contains(u.body[u.tokens[start].Start:u.tokens[last].End], "&") ||
		n.words > 1 && n.gender == unknown && len(n.titles) == 0 && (n.words > mostWords || u.at(i-1).word == "the")
	n.titles = append(n.titles, u.titlesBehind(k)...)
	return n, k, true
}

// cutSuffixes takes note of what stands behind a name from start to last, and returns where the name ends,
// and whether it is a firm’s: Lee Jr., Halvor Foods Inc.
func (u *unit) cutSuffixes(n *name, start, last int) (end int, firm bool) {
	for end = last; end > start && (u.tokens[end].is(aSuffix) || u.tellsFirm(start, end)); end-- {
		n.junior = n.junior || u.tokens[end].word == "jr"
		firm = firm || !u.tokens[end].is(aSuffix)
	}
	if n.junior && strings.HasPrefix(u.body[n.span.End:], ".") {
		n.span.End++ // Jr.
	}
	return end, firm
}

// pastOffice returns where the given name stands in a name from start to last that begins with what somebody
// is: Monroe County Clerk Ann Lee.
func (u *unit) pastOffice(start, last int) int {
	for j := start; j < last; j++ {
		if u.tokens[j].given() != unknown && j != start+1 {
			return j
		}
	}
	return start
}

// tellsFirm reports whether the token at the end of a name from start on tells what kind of firm it
// is of. Leila Co is no firm.
func (u *unit) tellsFirm(start, last int) bool {
	word := u.tokens[last].word
	return Firm(word) && !(word == "co" && start+1 == last && u.tokens[start].given() != unknown)
}

// Firm reports whether a word, in small letters, tells at the end of a name what kind of firm it is
// of: Halvor Foods, Inc.
func Firm(word string) bool { return firms(word) }

var firms = analysis.Words("inc incorporated corp corporation co cos company llc l.l.c llp l.l.p lp l.p ltd limited plc")

// behindName are those of them that hardly begin what is told of somebody behind a comma: Ann Lee,
// Company spokeswoman.
var behindName = analysis.Words("inc incorporated corp co cos llc l.l.c llp l.l.p lp l.p ltd plc")

// nameEnd returns the index behind the capitals of a name that begins at i, or i.
func (u *unit) nameEnd(i int) int {
	for k := i; k < min(len(u.tokens), i+longestName); k++ {
		if !u.inName(i, k) {
			return k
		}
		if u.tokens[k].owner {
			return k + 1
		}
	}
	return min(len(u.tokens), i+longestName)
}

// opensWith reports whether the token at i begins the sentence with a capital, so that it
// cannot be told from that whether it is a name.
func (u *unit) opensWith(i int) bool {
	t := u.tokens[i]
	asks := t.is(aModal) && strings.HasSuffix(u.body[u.Start:u.End], "?") // Will Lee go?
	return i == 0 && !t.name && !t.is(aTitle) && (t.given() == unknown || asks) && !t.acronym
}

// isSubject reports whether what begins the sentence and ends before the token at k is
// likely its subject: a verb or a remark between commas follows.
func (u *unit) isSubject(k int) bool {
	for !u.at(k).upper && u.at(k).is(aMoment) {
		k++ // Downing Street later denied
	}
	t, next := u.at(k), u.at(k+1)
	switch {
	case next.kind == none:
		return false
	case k == 2 && (t.kind == comma || t.word == "of") && !analysis.Ordinary(u.tokens[0].word):
		return true // Moungi Bawendi of MIT
	case t.kind == comma:
		return next.is(aDeterminer) || next.word == "who" || next.upper && next.owner || next.numeric() || !next.upper && next.is(aTitle|aRole)
	}
	return t.attributes() && t.verb.form != ing || t.is(aBeing|aModal) || t.word == "has" || t.word == "had"
}

// places reports whether what stands before the name at i is found before places and bodies
// rather than before persons.
func (u *unit) places(i int) bool {
	switch u.tokens[i-1].word {
	case "the":
		return u.at(i+1).kind != word || u.at(i+1).divides() || u.at(i+1).attributes()
	case "in", "into", "within", "across", "near", "throughout", "via", "inside", "outside":
		return true
	}
	return false
}

// shortens reports whether a word begins with several capitals, as MEPs do.
func shortens(w string) bool {
	return len(w) > 2 && 'A' <= w[0] && w[0] <= 'Z' && 'A' <= w[1] && w[1] <= 'Z' && strings.ToUpper(w) != w
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
	case t.is(aDay) || strings.HasSuffix(t.word, "-based") || strings.HasSuffix(t.word, "-born"):
		return false
	case !t.upper:
		return k > i && (t.is(aParticle) || begins(t.word)) && u.at(k+1).upper
	case u.opensWith(k):
		return u.at(1).upper && entryOf(t.word) == entry{}
	case begins(t.word) && t.name && u.at(k+1).upper:
		return true
	case k > i && (strings.Contains(t.word, "/") || strings.Contains(u.tokens[k-1].word, "/")):
		return false // a photographer and an agency: Ann Lee/AP
	}
	if k > i && len(t.word) == 1 && strings.HasPrefix(u.body[t.End:], ".") {
		return true // Robert A. Brady
	}
	far := i < k && t.Start-u.tokens[k-1].End > 3
	return t.word != "images" && !affiliates(t.word) && !t.is(aJoin|aPreposition|aDeterminer|aPronoun) && !far
}

// begins are particles that surnames begin with, and are written with a capital where no given
// name stands before them: Erik ten Hag, Ten Hag.
var begins = analysis.Words("ten ter van von de den der")

// affiliates reports whether a word tells the party and state of a member of Congress: D-Ohio.
func affiliates(w string) bool {
	return strings.HasPrefix(w, "d-") || strings.HasPrefix(w, "r-") || strings.HasPrefix(w, "i-")
}

func bareName(t token) string {
	return strings.TrimSuffix(t.word, "'s")
}
