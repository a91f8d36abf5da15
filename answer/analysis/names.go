package analysis

import (
	"iter"
	"strings"
	"unicode/utf8"
)

const (
	minName = 2 // words of a name with initials worth knowing
	maxName = 8
	// shortAcronym is a length at which any two words make an acronym by chance.
	shortAcronym = 2
)

// Names yields the names in a text that an acronym may stand for, each by the numbers
// of its first word and of the one behind its last: runs of words
// that begin and end with a capitalised one, with nothing between them but
// blanks, a hyphen and such small words as of, the, for and and. Every part of a longer
// run that is such a run itself is yielded too. Those of one first word are yielded
// one after the other, the shortest first.
func Names(text string, words []Word) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := range words {
			if !words[i].inName() {
				continue
			}
			for j := i + 1; j < len(words) && j-i < maxName; j++ {
				ends := words[j].inName() // which is told sooner than what stands between two words
				if !ends && !words[j].traits().are(connecting) || !connected(text, int(words[j-1].End), int(words[j].Start)) {
					break
				}
				if ends && j-i+1 >= minName && !yield(i, j+1) {
					return
				}
			}
		}
	}
}

// ByChance reports whether an acronym could be one of any words, rather than of a name
// with these folded words: it has two letters, and not all words are ordinary ones
// (prime minister, not Tim Cook).
func ByChance(acronym, name string) bool {
	return utf8.RuneCountInString(acronym) <= shortAcronym && !AllOrdinary(name)
}

// Part is what a folded word of a name is to its initials.
type Part struct {
	Initial rune
	// Small reports a word that may stand in small letters inside a name, but neither
	// begins nor ends one, such as of, and Silent one of which no acronym has the initial: AOC
	// is no advantage on charisma. Head reports one that names a kind of body, such
	// as ministry, and stands behind what it is for as well as before it. Rare reports
	// one that is not in a small dictionary.
	Small, Silent, Head, Rare bool
}

// PartOf returns what a folded word is to the initials of a name.
func PartOf(word string) Part {
	first, _ := utf8.DecodeRuneInString(word)
	return Part{Initial: first, Small: connectors(word), Silent: silent(word), Head: heads(word), Rare: !Ordinary(word)}
}

// AppendParts appends the parts of a name to dst.
func AppendParts(dst []Part, name []Token) []Part {
	for _, t := range name {
		dst = append(dst, PartOf(t.Word))
	}
	return dst
}

// Initials yields, folded, the acronyms that a name could have: the initials of
// its capitalised words, the same with most small words between them (Department
// of Justice: doj), and for a name that ends in Department or the like also the
// initials of the name turned round (Justice Department: doj). Two letters that would
// be its initials by chance only are not among them ([ByChance]).
func Initials(name []Part) iter.Seq[string] {
	return func(yield func(string) bool) {
		capitals, all := make([]byte, 0, utf8.UTFMax*maxName), make([]byte, 0, utf8.UTFMax*maxName)
		large, rare := 0, false
		for _, p := range name {
			if !p.Silent {
				all = utf8.AppendRune(all, p.Initial)
			}
			rare = rare || p.Rare
			if !p.Small {
				capitals = utf8.AppendRune(capitals, p.Initial)
				large++
			}
		}
		byChance := large <= shortAcronym && rare
		if !byChance && !yield(string(capitals)) {
			return
		}
		if len(all) != len(capitals) && !yield(string(all)) {
			return
		}
		if last := name[len(name)-1]; last.Head {
			head := string(last.Initial)
			rest := string(capitals[:len(capitals)-len(head)])
			_ = (byChance || yield(head+rest)) && yield(head+"o"+rest)
		}
	}
}

// AppendNameTerms appends the terms of a name's capitalised words to dst.
func AppendNameTerms(dst []string, name []Token) []string {
	for _, t := range name {
		if inName(t) {
			dst = append(dst, t.Term)
		}
	}
	return dst
}

// inName reports a capitalised word that is no acronym itself.
func (w Word) inName() bool { return w.traits()&(upper|stop|acronym) == upper }

// inName is the same of a token.
func inName(t Token) bool { return t.Upper && !t.Stop && !t.Acronym }

// connectors stand in small letters inside names.
var (
	connectors = Words("of the for and on in to")
	silent     = Words("for on in to")
)

// heads name the kind of body, and stand before what it is for as well as after
// it: Department of Justice, Justice Department.
var heads = Words("department ministry bureau office agency institute university bank council commission committee board")

// connected reports whether nothing but blanks, a hyphen or an ampersand stands in a text
// between two words.
func connected(text string, start, end int) bool {
	return end == start+1 && text[start] == ' ' || connects(text[start:end])
}

func connects(between string) bool {
	before, after, _ := strings.Cut(between, "&")
	return between == "-" || isBlank(between) || isBlank(before) && isBlank(after)
}
