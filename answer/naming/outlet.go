package naming

import (
	"slices"
	"strings"
	"unicode"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

// Side is one side of a question that names outlets: what it asks of one of
// them. “Did The Hill report A, while The Root reported B?” has two.
type Side struct {
	Outlets    []string
	Start, End int         // the part of the question that belongs to it, in bytes
	Name       corpus.Span // of the outlet, in the question
}

// MaxSides bounds the sides of a question.
const MaxSides = 6

// outletNames holds the outlets by their names, in folded words with blanks between. An
// outlet that is known by its address alone is held by that without blanks, behind a full
// stop: “USA Today” finds usatoday.com by “.usatoday”.
type outletNames map[string][]string

// appendAddress appends what an outlet with a name in its address is held by.
func appendAddress(dst []byte, name string) []byte {
	dst = append(dst, '.')
	for i := range len(name) {
		if name[i] != ' ' {
			dst = append(dst, name[i])
		}
	}
	return dst
}

// of returns the outlets of a name: folded words joined by blanks.
func (n outletNames) of(name string) []string {
	if outlets := n[name]; outlets != nil {
		return outlets
	}
	var address [64]byte // on the stack: most of what is looked for is no name
	return n[string(appendAddress(address[:0], name))]
}

// maxOutletName is the number of words of the longest name that is looked for.
const maxOutletName = 8

func newOutletNames(a *analysis.Analyzer, outlets []answer.OutletCount) outletNames {
	n := make(outletNames)
	for _, o := range outlets {
		n.add(a, o.Outlet, o.Outlet)
		for _, sep := range []string{" | ", " - ", " – ", ": "} { // “BBC News - Technology”
			if name, _, ok := strings.Cut(o.Outlet, sep); ok {
				n.add(a, name, o.Outlet)
			}
		}
		if !strings.Contains(o.Outlet, ".") {
			continue
		}
		if m := domain().FindStringSubmatch(o.Outlet); m != nil {
			n.add(a, m[1], o.Outlet)
			key := string(appendAddress(nil, strings.ReplaceAll(strings.ToLower(m[1]), "-", "")))
			n[key] = append(n[key], o.Outlet)
		}
	}
	return n
}

// domain matches an outlet that is known by its address alone: www.cnn.com.
var domain = analysis.Pattern(`^(?i:(?:https?://)?(?:www\.)?([a-z0-9-]{2,})\.(?:com?|org|net|info|gov|edu|[a-z]{2})(?:\.[a-z]{2})?)/?$`)

func (n outletNames) add(a *analysis.Analyzer, name, outlet string) {
	tokens := a.Tokens(name)
	key := joinWords(tokens)
	if key != "" && len(tokens) <= maxOutletName && !slices.Contains(n[key], outlet) {
		n[key] = append(n[key], outlet)
	}
	// The article may be left out of a name that is no ordinary word without it.
	if rest, ok := strings.CutPrefix(key, "the "); ok && !analysis.AllOrdinary(rest) && !slices.Contains(n[rest], outlet) {
		n[rest] = append(n[rest], outlet)
	}
}

// at returns the outlets of the longest name that begins at the i-th token, and
// the number of its tokens. A name of ordinary words (Fortune, The Age) counts
// only where it stands in capitals, and where it opens the question only if open says so.
func (n outletNames) at(tokens []analysis.Token, i int, open bool) (outlets []string, length int) {
	length = min(maxOutletName, len(tokens)-i)
	for key := joinWords(tokens[i : i+length]); length > 0; length-- {
		last := tokens[i+length-1]
		if outlets := n.of(key); outlets != nil && (!analysis.AllOrdinary(key) || (i > 0 || open) && last.Upper) {
			return outlets, length
		}
		key = strings.TrimSuffix(strings.TrimSuffix(key, last.Word), " ")
	}
	return nil, 0
}

// Sides divides a question by the outlets that it names.
func (n outletNames) Sides(text string, tokens []analysis.Token) []Side {
	return n.Divide(text, tokens, false)
}

// Divide divides a question by the outlets that it names, as Sides does; open says that a name of
// ordinary words may open it: Fortune’s latest.
func (n outletNames) Divide(text string, tokens []analysis.Token, open bool) []Side {
	if len(n) == 0 {
		return nil
	}
	var out []Side
	end, trailed := 0, false // of the last name
	group := 0               // the first of those that are named together with it
	for i := 0; i < len(tokens) && len(out) < MaxSides; i++ {
		outlets, length := n.at(tokens, i, open)
		if length == 0 {
			continue
		}
		name := corpus.Span{Start: tokens[i].Start, End: tokens[i+length-1].End}
		f := Side{Outlets: outlets, End: len(text), Name: name}
		trails := trails(text, tokens, i, length)
		if len(out) > 0 {
			between := text[end:name.Start]
			switch {
			case namesAnother(between):
				f.Start, trails = out[group].Start, trailed
			case trails && trailed:
				f.Start = end
			case trails:
				f.Start = end + firstClauseEnd(between)
			default:
				f.Start = end + clauseStart(between)
			}
			if f.Start != out[group].Start {
				for ; group < len(out); group++ {
					out[group].End = f.Start
				}
			}
		}
		i += length - 1
		end, trailed = name.End, trails
		out = append(out, f)
	}
	return out
}

// namesAnother reports whether what stands between two names tells that both are named in
// one breath: The Verge and TechCrunch. The same is asked of them.
func namesAnother(between string) bool {
	switch strings.Join(strings.FieldsFunc(between, func(r rune) bool { return !unicode.IsLetter(r) }), " ") {
	case "", "and", "or", "and the", "or the":
		return true
	}
	return false
}

// trails reports whether the name of so many tokens from the i-th on comes after what
// its outlet is asked of, as in “A, according to The Hill, and B”, and not before it, as
// in “The Hill reported A”.
func trails(text string, tokens []analysis.Token, i, length int) bool {
	before := i - 1
	for before >= 0 && (tokens[before].Word == "the" || tokens[before].Word == "both") {
		before--
	}
	if before < 0 || !attributing(tokens[before].Word) {
		return false
	}
	after := i + length
	if after == len(tokens) {
		return true
	}
	return strings.ContainsAny(text[tokens[after-1].End:tokens[after].Start], ",;.?!") || continuing(tokens[after].Word)
}

var (
	// attributing tells the words that a trailing name comes after: as reported by,
	// according to, in.
	attributing = analysis.Words("by to per in from of")
	// continuing tells the words with which a question goes on after one.
	continuing = analysis.Words("and but while")
)

// ClauseSeparators stand between two clauses.
var ClauseSeparators = []string{", ", "; ", "? ", " and ", " while ", " compared "}

// clauseStart returns where, between two names, the second one's clause begins:
// at the last comma or conjunction, and where there is none at the end.
func clauseStart(between string) int {
	at := -1
	for _, sep := range ClauseSeparators {
		at = max(at, strings.LastIndex(between, sep))
	}
	if at < 0 {
		return len(between)
	}
	return at
}

// firstClauseEnd returns where, between two names of which the second trails, the first
// one's clause ends: at the first comma or conjunction, and where there is none at the
// end.
func firstClauseEnd(between string) int {
	at := len(between)
	for _, sep := range ClauseSeparators {
		if i := strings.Index(between, sep); i >= 0 {
			at = min(at, i)
		}
	}
	return at
}

func joinWords(tokens []analysis.Token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Word
	}
	return strings.Join(words, " ")
}

// Named reports whether a word is part of the name of a side's outlet.
func Named(sides []Side, t analysis.Token) bool {
	return slices.ContainsFunc(sides, func(f Side) bool { return f.Name.Start <= t.Start && t.End <= f.Name.End })
}
