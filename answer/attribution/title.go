package attribution

import "newshound/answer/analysis"

// readTitles notes the titles in front of a name in the capitals from i up to k, and those in
// small letters before them, and returns where the name itself begins.
func (u *unit) readTitles(n *name, i, k int) (start int) {
	start = i
	firm := u.tellsFirm(i, k-1)
	for j := i; j < k-1; j++ {
		t := u.tokens[j]
		switch {
		case firm && j > i: // Burger King Holdings Inc
		case t.is(aTitle):
			start = j + 1
			n.gender = max(n.gender, t.honorific)
			if j == i || !peoples(u.tokens[j-1].word) { // of the Russian President is not said: the President
				n.titles = append(n.titles, t.word)
			}
		case j == i && u.at(i-1).word == "of" && (t.word == "state" || t.word == "famer"):
			start = j + 1 // Secretary of State Ann Lee, Hall of Famer Ann Lee
			n.span.Start = u.tokens[start].Start
		}
	}
	owner := u.at(i-1).owner && u.at(i-1).upper
	of := u.at(i-1).word == "of" && u.at(i-2).upper && !u.at(i-2).is(aTitle)
	if start > i && !u.tokens[i].is(aTitle) && (owner || of) {
		n.span.Start, n.cut = u.tokens[start].Start, true // of Emily’s List President Ann Lee no more than the name
	}
	before := i - 1
	for ; u.at(before).kind == word && !u.tokens[before].upper && u.tokens[before].is(aTitle); before-- {
		n.titles = append(n.titles, u.tokens[before].word)
	}
	for before < i-1 && before >= 0 && (u.tokens[before].upper && (peoples(u.tokens[before].word) || halves(u.tokens[before].word)) || u.tokens[before].word == "former") {
		before-- // former French president Ann Lee
	}
	if len(n.titles) == 1 && n.titles[0] == "former" {
		n.titles, before = nil, i-1 // former Boeing 737 pilot Ann Lee
	}
	if before < i-1 && (u.tokens[before+1].word == "former" || u.opensPhrase(before+1)) {
		// of the press secretary Ann Lee no more than the name
		n.span.Start = u.tokens[u.ofWhich(before+1)].Start
	}
	n.titles = ranks(n.titles)
	return start
}

// ofWhich returns where the name begins of the body or work that a title belongs to which stands at i,
// or i: FTC chair Ann Lee. What may name somebody is left out.
func (u *unit) ofWhich(i int) int {
	const longestBody = 4
	k := i
	for k > max(0, i-longestBody) {
		t := u.tokens[k-1]
		if !t.upper || t.owner || t.is(aDay|aDeterminer|aHelper|aJoin|aMoment|aPreposition|aPronoun|aTitle) || t.given() != unknown {
			break
		}
		k--
	}
	switch {
	case k == i || k > 1 && u.tokens[k-1].kind == word && (u.tokens[k-1].is(aPreposition|aJoin) || u.tokens[k-1].word == "the") && u.tokens[k-2].upper:
		return i // the Department of Health spokesman
	case u.at(k-1).kind == word && u.tokens[k-1].upper:
		return i
	case k == 0 && i == 1 && u.opensWith(0):
		return i
	}
	return k
}

// sent returns where in the capitals from i up to k the name begins of whoever is sent to what stands
// before it, or i: the ambassador to Italy Ann Lee.
func (u *unit) sent(i, k int) int {
	to := i - 1
	if u.at(to).word == "the" {
		to--
	}
	if w := u.at(to - 1).word; w != "ambassador" && w != "envoy" || !u.at(to).is(aPreposition) {
		return i
	}
	for j := i + 1; j < k-1; j++ {
		if u.tokens[j].given() != unknown {
			return j
		}
	}
	if first := u.at(k - 2).word; k-i < 3 || analysis.Ordinary(first) || peoples(first) || places(first) || bodies(u.tokens[k-1].word) {
		return i // the United Arab Emirates
	}
	return k - 2
}

// emissary returns the name at the end of a phrase about whoever is sent to what stands before it.
func (u *unit) emissary(p phrase) (n name, ok bool) {
	i := p.head + 2
	if u.at(i).word == "the" {
		i++
	}
	if k := u.nameEnd(i); k > p.last+1 || u.sent(i, k) == i {
		return n, false
	}
	n, _, ok = u.nameAt(i)
	return n, ok
}

// halves stand before the names of peoples: South Korean.
var halves = analysis.Words("south north")

// opensPhrase reports whether nothing that stands before the token at i tells more about it.
func (u *unit) opensPhrase(i int) bool {
	if i == 0 {
		return true
	}
	t := u.tokens[i-1]
	return t.word != "first" && (t.kind != word || t.upper || t.is(aDeterminer) || t.attributes() || t.divides())
}

// titlesBehind returns the titles that a remark gives of the name that ends before the token at
// k: Wray, the bureau’s director.
func (u *unit) titlesBehind(k int) []string {
	if u.at(k).kind != comma || !u.at(k+1).is(aDeterminer|aTitle) {
		return nil
	}
	var titles []string
	for j := k + 1; j < k+longestRemark && u.at(j).kind == word && !u.at(j).is(aPreposition); j++ {
		if u.tokens[j].is(aTitle) {
			titles = append(titles, u.tokens[j].word)
		}
	}
	return ranks(titles)
}

// longestRemark is how many tokens of a remark behind a name are looked through for titles.
const longestRemark = 8

// ranks returns titles without those that somebody does not have who was or is only next to
// have them: the director is nobody’s deputy.
func ranks(titles []string) []string {
	for _, t := range titles {
		switch t {
		case "former", "deputy", "assistant", "vice", "lt", "lieutenant":
			return []string{t}
		}
	}
	for i, t := range titles {
		if long, ok := abbreviated[t]; ok {
			titles[i] = long
		}
	}
	return titles
}

// abbreviated are titles that are written in another way where they stand for a name.
var abbreviated = pairs("gov governor sen senator rep representative congressman representative congresswoman representative gen general prof professor atty attorney")

// surnames are titles that are names more often than others, where one stands before them.
var surnames = analysis.Words("king prince pope bishop dean judge major cardinal")
