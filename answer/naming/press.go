package naming

import (
	_ "embed"
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// press knows outlets that a question may name, whether the corpus holds them or
// not: by their folded words, without an article.
type press map[string]bool

// outletsOfTheWorld are well-known outlets, one a line.
//
//go:embed press.txt
var outletsOfTheWorld string

func newPress() press {
	p := make(press)
	for line := range strings.Lines(outletsOfTheWorld) {
		p[strings.TrimPrefix(analysis.Fold(line), "the ")] = true
	}
	return p
}

// has reports whether an outlet of the world has a name, with or without the article.
func (p press) has(name string) bool { return p[strings.TrimPrefix(analysis.Fold(name), "the ")] }

// Outsider is an outlet that a question asks of and the corpus does not hold.
type Outsider struct {
	Name string
	corpus.Span
}

// The words that show that a name is an outlet's: what it publishes, behind the
// name or before it; and what ends the names of papers that no list has.
var (
	pieces    = analysis.Words("article articles report reports reporting review reviews story stories piece pieces coverage interview analysis editorial column")
	carriers  = analysis.Words("from by in of per to") // an article in, reported by, according to
	published = analysis.Words("article articles report reports reported reporting review reviews story stories piece pieces coverage covered interview analysis another according as published highlighted mentioned discussed according stated")
	mastheads = analysis.Words("times post news journal gazette herald tribune magazine chronicle observer reporter digest review weekly daily telegraph bulletin")
)

// Outsiders finds the outlets that a question asks of and that are none of the
// corpus's own, whose names stand where its sides say. A name counts where the
// words about it say that it published something.
func (p press) Outsiders(text string, tokens []analysis.Token, own []Side) []Outsider {
	var out []Outsider
	asked := len(own) > 0 // an outlet has been named: “and Variety”
	for i := 0; i < len(tokens) && len(out) < MaxSides; i++ {
		if overlaps(own, tokens[i]) {
			continue
		}
		n, known := p.nameAt(text, tokens[i:])
		if n == 0 || overlaps(own, tokens[i+n-1]) || goesOn(text, tokens[i+n-1:]) || !asOutlet(tokens, i, n, asked && known) {
			continue
		}
		span := corpus.Span{Start: tokens[i].Start, End: tokens[i+n-1].End}
		out = append(out, Outsider{text[span.Start:span.End], span})
		asked = true
		i += n - 1
	}
	return out
}

// overlaps reports whether a token is part of the name of a side's outlet.
func overlaps(own []Side, t analysis.Token) bool {
	return slices.ContainsFunc(own, func(f Side) bool { return f.Name.Start < t.End && t.Start < f.Name.End })
}

// goesOn reports whether a name that ends with the first token goes on behind it:
// Vice President, Time Warner.
func goesOn(text string, tokens []analysis.Token) bool {
	return len(tokens) > 1 && tokens[1].Upper && !pieces(tokens[1].Word) && text[tokens[0].End:tokens[1].Start] == " "
}

// nameAt returns the number of tokens of the outlet's name that begins with the
// first, 0 for none, and whether it is a known one.
func (p press) nameAt(text string, tokens []analysis.Token) (n int, known bool) {
	if !tokens[0].Upper {
		return 0, false
	}
	the := 0
	if tokens[0].Word == "the" {
		the = 1
	}
	for n := min(maxOutletName, len(tokens)); n > the; n-- {
		if tokens[n-1].Upper && p[joinWords(tokens[the:n])] {
			return n, true
		}
	}
	for n := the; n < len(tokens) && n < maxOutletName && tokens[n].Upper; n++ {
		if n > 0 && text[tokens[n-1].End:tokens[n].Start] != " " {
			break
		}
		if n > the && mastheads(tokens[n].Word) {
			return n + 1, false
		}
	}
	return 0, false
}

// asOutlet reports whether the words about the n tokens from the i-th say that
// they name an outlet. After another outlet, a list is enough.
func asOutlet(tokens []analysis.Token, i, n int, listed bool) bool {
	if i+n < len(tokens) && pieces(tokens[i+n].Word) {
		return true
	}
	before := func(d int) string {
		if i < d {
			return ""
		}
		return tokens[i-d].Word
	}
	first := 1
	if before(1) == "the" || before(1) == "a" || before(1) == "an" || before(1) == "both" {
		first = 2
	}
	if (carriers(before(first)) || listed && before(first) == "on") && (published(before(first+1)) || published(before(first+2))) {
		return true
	}
	return listed && before(first) == "and"
}
