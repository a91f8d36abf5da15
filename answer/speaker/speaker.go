// Package speaker reads the names of those who say something: as somebody asks for them (“the
// prime minister”, “Wray”, “a spokesman for Meta”), and as an article names them (“FBI Director
// Christopher Wray”); and tells whether they are the same.
package speaker

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/attribution"
	"newshound/answer/lexicon"
	"newshound/answer/syntax"
)

// Name is the name by which a speaker is asked for, in words that are folded.
// Titles that stand for nobody (Mr.) are left out.
type Name []string

// MostWords is the number of words of the longest name of a speaker that is looked for.
const MostWords = 5

// New returns the name that is typed.
func New(typed string) Name {
	var out Name
	for _, w := range Words(typed) {
		if !syntax.Addresses(w) {
			out = append(out, w)
		}
	}
	return out
}

// Words returns the words of a name, folded, titles in their short form, up to
// what is only said of somebody: Jim Doyle, a Democrat. A spokesman for Meta is a Meta
// spokesman.
func Words(text string) []string {
	name, _, _ := strings.Cut(text, ",")
	words := strings.Fields(name)
	if head, of := agentOf(words); of > 0 {
		words = slices.Concat(words[:head], words[of+1:], words[head:of])
	}
	all := strings.Fields(analysis.Fold(strings.Join(words, " ")))
	for i, w := range all {
		if short := shortTitles[w]; short != "" {
			all[i] = short
		}
	}
	for len(all) > 1 && slices.Contains([]string{"sr", "ii", "iii", "iv"}, all[len(all)-1]) {
		all = all[:len(all)-1]
	}
	return all
}

// agentOf returns where in the words of a name the one begins who speaks for another, and
// where the word stands that the other follows: a senior adviser to Trump.
func agentOf(words []string) (head, of int) {
	for i := 1; i+1 < len(words); i++ {
		if !JoinsOther(words[i]) {
			continue
		}
		if short := shortTitles[words[i-1]]; !agents(words[i-1]) && !agents(short) {
			return 0, 0
		}
		head := i - 1
		for head > 0 && analysis.IsLower(words[head-1]) && !attribution.Determiner(words[head-1]) {
			head--
		}
		return head, i
	}
	return 0, 0
}

// cutJunior returns the words of a name without the Jr. that they end with.
func cutJunior(words []string) (name []string, junior bool) {
	if last := len(words) - 1; last > 0 && words[last] == "jr" {
		return words[:last], true
	}
	return words, false
}

// cutFirm returns the words of a name without those at its end that tell what kind of firm it is
// of: Halvor of Halvor Cos Inc. The company has no other name.
func cutFirm(words []string) []string {
	cut := words
	for len(cut) > 1 && attribution.Firm(cut[len(cut)-1]) {
		cut = cut[:len(cut)-1]
	}
	if attribution.Determiner(cut[len(cut)-1]) {
		return words
	}
	return cut
}

var (
	shortTitles = map[string]string{
		"senator": "sen", "representative": "rep", "congressman": "rep", "congresswoman": "rep", "governor": "gov", "general": "gen",
		"secretary": "sec", "professor": "prof", "lieutenant": "lt", "president": "pres",
		"councillor": "cllr", "councilor": "cllr", "reverend": "rev", "inspector": "insp", "superintendent": "supt", "sergeant": "sgt", "detective": "det",
		"captain": "capt", "colonel": "col", "major": "maj", "commander": "cmdr", "admiral": "adm", "brigadier": "brig", "corporal": "cpl",
		"spokesman": "spokesperson", "spokeswoman": "spokesperson",
	}
	// agents speak for others.
	agents = analysis.Words("spokesperson lawyer attorney adviser advisor aide publicist")
	// papers are what somebody's words stand in.
	papers = analysis.Words("statement email letter post tweet memo message filing testimony report release")
	// crowds are words for how many somebody are.
	crowds = analysis.Words("group majority number handful dozens panel team coalition couple pair")
	// JoinsOther are the words behind which it is told to whom or what somebody belongs.
	JoinsOther = analysis.Words("of for to at in from with on by")
)

// Names reports whether a text names the speaker: with every word that was asked
// for, in order, the last one at its end. “Wray”, “Director Wray” and “Chris Wray” are
// all FBI Director Christopher Wray; “Clinton” is not the Clinton Foundation, and “Lee
// Jr.” is not his father. A firm may be named without what kind of firm it is. A title by itself is whoever bears it: “Prime Minister” is
// Prime Minister Jo Lee, and “President” is not Vice President Jo Lee. Nor is “Wray” a
// spokesman for Wray.
func (n Name) Names(text string) bool {
	if len(n) == 0 {
		return false
	}
	if bare := cutFirm(n); !slices.Contains(Words(text), bare[len(bare)-1]) {
		return false // most names
	}
	return n.isNamed(withoutOthers(text)) || slices.ContainsFunc(n, JoinsOther) && n.isNamed(text)
}

// withoutOthers returns the text that names a speaker without the others to whom he or
// she belongs: supporters of Wray, Vulture at the time; and without what they say it in or how
// many they are: a statement from Wray, a group of Democrats. What is part of a title or a name stays: Secretary
// of State Jo Lee, the University of Oslo.
func withoutOthers(text string) string {
	words := strings.Fields(text)
	if _, of := agentOf(words); of > 0 {
		return text
	}
	for i := 1; i+1 < len(words); i++ {
		if papers(words[i-1]) && (words[i] == "from" || words[i] == "by") || crowds(words[i-1]) && words[i] == "of" {
			return strings.Join(words[i+1:], " ")
		}
		people := i == 1 && strings.HasSuffix(words[0], "s") || i > 1 && attribution.Gender(analysis.Fold(words[i-2])) != "" // Supporters of Lee, Jo Lee of Meta
		titles := (words[i] == "of" || words[i] == "for") && !analysis.IsLower(words[i-1]) && !analysis.IsLower(words[i+1]) && !people
		if JoinsOther(words[i]) && !titles {
			return strings.Join(words[:i], " ")
		}
	}
	return text
}

// isNamed reports whether a text that names somebody names the speaker.
func (n Name) isNamed(text string) bool {
	n, son := cutJunior(n)
	all, junior := cutJunior(Words(text))
	owns := strings.Contains(text, "’s ") || strings.Contains(text, "'s ") // the Director’s Guild
	if n.IsTitle() && !owns && n.titles(all) {
		return true
	}
	if son && !junior || len(n) == 0 || len(all) == 0 {
		return false
	}
	return n.endsAs(all) || Name(cutFirm(n)).endsAs(cutFirm(all))
}

// endsAs reports whether the words of a name are among some, in order, the last one at the end.
func (n Name) endsAs(all []string) bool {
	if all[len(all)-1] != n[len(n)-1] {
		return false
	}
	at := 0
	for _, w := range all {
		if at < len(n) && (w == n[at] || at < len(n)-1 && len(n[at]) >= ShortestPart && strings.HasPrefix(w, n[at])) {
			at++
		}
	}
	return at == len(n)
}

// ShortestPart is how many letters of a given name stand for it.
const ShortestPart = 3

// titles reports whether a title stands before somebody's name: Israeli Prime Minister
// Jo Lee, and not former Prime Minister Jo Lee or a spokesman for Prime Minister Jo Lee.
func (n Name) titles(name []string) bool {
	for i := 0; i+len(n) < len(name); i++ {
		if slices.Equal(name[i:i+len(n)], n) {
			return !agents(name[len(name)-1])
		}
		if notBearers(name[i]) {
			return false
		}
	}
	return false
}

// Describes reports whether a text that names somebody says behind the name that this is the speaker who
// is asked for, where that is an office of something: Hugo Inman, the new mayor of Gorton, is the mayor of
// Gorton; no former mayor is, nor a friend of Hugo Inman, the mayor of Gorton.
func (n Name) Describes(text string) bool {
	name, behind, ok := strings.Cut(text, ",")
	if !ok || !slices.ContainsFunc(n, JoinsOther) || slices.ContainsFunc(strings.Fields(name), JoinsOther) {
		return false
	}
	if attribution.Determiner(n[0]) {
		n = n[1:]
	}
	for part := range strings.SplitSeq(behind, ",") {
		words := Words(part)
		if more := len(words) - len(n); more >= 0 && slices.Equal(words[more:], n) && !slices.ContainsFunc(words[:more], notBearers) {
			return true
		}
	}
	return false
}

// notBearers are words before a title of somebody who does not bear it.
var notBearers = analysis.Words("vice former formerly once previously ex deputy assistant associate under late for of to from by")

// IsTitle reports whether a name is nothing but a title: director, Apple CEO, a spokesman
// for Meta.
func (n Name) IsTitle() bool {
	return len(n) > 0 && isTitle(n[len(n)-1]) && (!IsGiven(n[0]) || isTitle(n[0]))
}

func isTitle(word string) bool { return offices(word) || agents(word) }

// offices are the words of titles by which somebody is asked for, in their short forms.
var offices = analysis.Words(`pres vice prime minister attorney gen sec sen rep gov mayor chancellor premier pope king queen judge sheriff ambassador
	commissioner director chairman chairwoman chair chief coach ceo speaker leader`)

// Untitled returns a personal name without what stands before it, so that it is found however an article
// introduces its bearer: Epic Games CEO Tim Sweeney and FTX founder Sam Bankman-Fried are Tim Sweeney and Sam
// Bankman-Fried. A surname keeps its title, President Biden; and of several people, or of somebody who belongs to
// another, such as a spokesman for Mayor Ann Lee, all is the name.
func Untitled(name string) string {
	words := strings.Fields(name)
	office := false
	for i := 0; i < len(words)-2; i++ {
		next := words[i+1]
		switch {
		case joinsPeople(analysis.Fold(words[i])) || strings.HasSuffix(words[i], ","),
			JoinsOther(words[i]) && (!office || !holdsOffice(words[i-1]) || IsGiven(analysis.Fold(next))):
			return name
		case holdsOffice(words[i]):
			if office && slices.ContainsFunc(words[:i], JoinsOther) {
				return name
			}
			office = true
		}
		if JoinsOther(words[i]) {
			continue
		}
		introduces := office || analysis.IsLower(words[i]) && !attribution.Determiner(words[i]) && !analysis.IsLower(next)
		// Behind the office of something, two words are a name even if the first is no given name that is known.
		if introduces && IsGiven(analysis.Fold(next)) || i > 0 && holdsOffice(words[i]) && i+3 == len(words) && !analysis.IsLower(next) {
			return strings.Join(words[i+1:], " ")
		}
	}
	return name
}

// joinsPeople are the words between two people.
var joinsPeople = analysis.Words("and or nor")

// holdsOffice reports whether a word of a name, as typed, is an office that its holder's name may do without. A
// crown is none: Charles III is King Charles elsewhere, and Burger King Holdings a firm.
func holdsOffice(word string) bool {
	return slices.ContainsFunc(Words(word), func(w string) bool { return offices(w) && !crowns(w) })
}

var crowns = analysis.Words("pope king queen")

// Last returns the last word of a name, but for what tells what kind of firm it is of.
func (n Name) Last() string {
	words, _ := cutJunior(cutFirm(n))
	return words[len(words)-1]
}

// key returns the word by which articles with the speaker are found: the last that is no
// title, if there is one.
func (n Name) key() string {
	for _, w := range slices.Backward(n) {
		if !isTitle(w) && !JoinsOther(w) && w != "jr" && !attribution.Firm(w) && !attribution.Determiner(w) {
			return w
		}
	}
	return n.Last()
}

// Spellings returns the forms in which articles may have the word by which they are found:
// “gov” and “governor”.
func (n Name) Spellings() []string {
	out := []string{n.key()}
	for long, short := range shortTitles {
		if short == n.key() {
			out = append(out, long)
		}
	}
	slices.Sort(out[1:])
	return out
}

// IsGiven reports whether a word is a given name.
func IsGiven(word string) bool {
	return attribution.Gender(word) != "" || lexicon.GivenForms(word) != nil
}
