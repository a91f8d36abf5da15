package analysis

import (
	"iter"
	"strings"
	"unicode/utf8"
)

const (
	minName = 2 // words of a name with initials worth knowing
	maxName = 8
)

// Names yields the names in a text that an acronym may stand for: runs of words
// that begin and end with a capitalised one, with nothing between them but
// blanks and such small words as of, the, for and and. Every part of a longer
// run that is such a run itself is yielded too. The slices are parts of tokens.
func Names(text string, tokens []Token) iter.Seq[[]Token] {
	return func(yield func([]Token) bool) {
		for i := range tokens {
			if !inName(tokens[i]) {
				continue
			}
			for j := i + 1; j < len(tokens) && j-i < maxName && connected(text[tokens[j-1].End:tokens[j].Start]); j++ {
				if inName(tokens[j]) {
					if j-i+1 >= minName && !yield(tokens[i:j+1]) {
						return
					}
				} else if !connectors[tokens[j].Word] {
					break
				}
			}
		}
	}
}

// Initials yields, folded, the acronyms that a name could have: the initials of
// its capitalised words, the same with the small words between them (Department
// of Justice: doj), and for a name that ends in Department or the like also the
// initials of the name turned round (Justice Department: doj).
func Initials(name []Token) iter.Seq[string] {
	return func(yield func(string) bool) {
		var capitals, all strings.Builder
		for _, t := range name {
			first, _ := utf8.DecodeRuneInString(t.Word)
			all.WriteRune(first)
			if inName(t) {
				capitals.WriteRune(first)
			}
		}
		if !yield(capitals.String()) {
			return
		}
		if all.Len() != capitals.Len() && !yield(all.String()) {
			return
		}
		last := name[len(name)-1]
		if heads[last.Word] {
			rest := capitals.String()[:capitals.Len()-1] // the initial of a head is one byte
			_ = yield(last.Word[:1]+rest) && yield(last.Word[:1]+"o"+rest)
		}
	}
}

// NameTerms returns the terms of a name's capitalised words.
func NameTerms(name []Token) []string {
	terms := make([]string, 0, len(name))
	for _, t := range name {
		if inName(t) {
			terms = append(terms, t.Term)
		}
	}
	return terms
}

// inName reports a capitalised word that is no acronym itself.
func inName(t Token) bool { return t.Upper && !t.Stop && !t.Acronym }

// Connects reports a folded word that may stand in small letters inside a name,
// but neither begins nor ends one.
func Connects(word string) bool { return connectors[word] }

// connectors stand in small letters inside names.
var connectors = set("of the for and on in to")

// heads name the kind of body, and stand before what it is for as well as after
// it: Department of Justice, Justice Department.
var heads = set("department ministry bureau office agency institute university bank council commission committee board")

// connected reports whether nothing but blanks, or an ampersand, stands between
// two words.
func connected(between string) bool {
	before, after, _ := strings.Cut(between, "&")
	return isBlank(between) || isBlank(before) && isBlank(after)
}
