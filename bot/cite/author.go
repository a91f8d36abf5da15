package cite

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/bot/internal/plain"
	"newshound/corpus"
)

// author is one name of a byline.
type author struct {
	given, family, suffix string
	group                 string // instead of these: an agency, or what cannot be told apart
}

// The words that show that a part of a byline is no person's name: roleWords are of what people
// are, and such parts are left out; groupWords are of agencies and desks, which become groups.
var (
	roleWords  = wordPattern("staff|writers?|editors?|correspondents?|reporters?|contributors?|columnists?|bureau|chief|producer|photographer|intern|freelance|opinion|special")
	groupWords = wordPattern("press|news|newspapers?|reuters|bloomberg|agency|agence|afp|ap|team|board|desk|service|times|post|journal|tribune|network|media|wire|the|editorial|university|institute|center|centre|group|company|inc|magazine|radio|tv|digital|online|today|daily|weekly|organi[sz]ation|ministry|department|commission|council|committee|association|foundation|society|nations|watch|college|school|authority|federation|research|office|administration|coalition|corporation")
)

// wordPattern matches any of the words in a text, whole, in any case.
func wordPattern(words string) func() *regexp.Regexp {
	return plain.Pattern(`(?i)\b(?:` + words + `)\b`)
}

// nameDividers stand between the names of a byline.
var nameDividers = plain.Pattern(`(?i)\s*(?:,\s+and\s+|;\s*|,\s*|\s+and\s+|\s+&\s+|\s+[|•·–—]\s+)`)

// listed matches a byline that lists names. In another, what follows a comma may
// be a place.
var listed = plain.Pattern(`(?i);|&|\band\b|, by `)

// isList reports whether all parts of a byline are names: it has the word “and” or the like, or
// three or more parts that may be names, an agency allowed as the last, or two that are divided
// by a comma without a blank.
func isList(byline string, parts []string) bool {
	if listed().MatchString(byline) {
		return true
	}
	names := 0
	for i, part := range parts {
		if _, ok := person(part); ok && !groupWords().MatchString(part) {
			names++
		} else if i+1 < len(parts) || !groupWords().MatchString(part) {
			return false
		}
	}
	return names >= 3 || names == len(parts) && unspaced().MatchString(byline)
}

// unspaced matches a comma without a blank, as programs put between the names of a list.
var unspaced = plain.Pattern(`\pL,\pL`)

var (
	// mailed is a byline as in some feeds: a mail address, and the name in parentheses.
	mailed = plain.Pattern(`^\S+@\S+ \((.+)\)$`)
	// byWhom is what stands before a name: By, Analysis by.
	byWhom   = plain.Pattern(`(?i)^(?:(?:written|reported|posted|compiled|story|analysis|interview|review|opinion|words|text|commentary|essay|report) )?by\s+`)
	pictures = plain.Pattern(`(?i)^(?:photos?|photographs?|photography|pictures|illustrations?|graphics?|videos?) by `)
	// acronym is an agency that goes by its letters: CNN.
	acronym = plain.Pattern(`^\p{Lu}{2,5}$`)
	// title is what somebody is called before the name, which no style lists.
	title = plain.Pattern(`^(?:Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Dame|Lord|Lady|Professor)\.? `)
	// degree is a degree or honour behind the name, which no style lists either. Without this
	// pattern, MD and MP would count as agencies.
	degree = plain.Pattern(`^(?:M\.?D|Ph\.?D|J\.?D|Ed\.?D|Psy\.?D|Pharm\.?D|D\.?O|D\.?D\.?S|D\.?V\.?M|R\.?N|R\.?D|M\.?P\.?H|M\.?B\.?A|M\.?Sc|M\.?S|M\.?A|B\.?A|B\.?Sc|LL\.?M|CPA|CFA|Esq|[OMCKD]BE|FRS|[QK]C|MP|MEP)\.?$`)
	// forWhom is, behind a name, as what and for which outlet somebody wrote: Special to The Hill.
	forWhom = plain.Pattern(`(?i)^(?:guest |special )?(?:special|contributor|columnist|correspondent|writer|reporter) (?:to|for|at|with) `)
	// written is where or for whom somebody wrote, behind the name.
	written = plain.Pattern(`^(\pL\S+(?: \pL\S+)+?) (?:at|in|for) (?:the )?\p{Lu}.*$`)
)

// authors reads a byline: "By Joe Doe and Ann Lee, Staff Writer". If any part of it is not
// plainly the name of a person or an agency, the whole is one group, as it was printed. It
// returns nil for no byline.
func authors(byline string) []author {
	text := plain.OneLine(byline)
	text = text[len(byWhom().FindString(text)):]
	if text == "" {
		return nil
	}
	if m := mailed().FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	name := text
	if !listed().MatchString(text) { // what follows the place is no name, either
		name = writer(text)
	}
	parts := nameDividers().Split(name, -1)
	list := isList(name, parts)
	var all []author
	for i, part := range parts {
		part = writer(part[len(byWhom().FindString(part)):])
		switch {
		case part == "":
		case isSuffix(part) && len(all) > 0 && all[len(all)-1].group == "":
			all[len(all)-1].suffix = part
		case (degree().MatchString(part) || forWhom().MatchString(part)) && len(all) > 0:
		case groupWords().MatchString(part), len(all) > 0 && acronym().MatchString(part):
			all = append(all, author{group: part})
		case (roleWords().MatchString(part) || strings.Contains(part, "@") || pictures().MatchString(part)) && len(all) > 0:
			// What the one before it is, or an address, or who took the pictures.
		default:
			a, ok := person(part)
			if !ok || roleWords().MatchString(part) || i > 0 && !list {
				return []author{{group: text}}
			}
			all = append(all, a)
		}
	}
	if len(all) == 0 {
		return []author{{group: text}}
	}
	return all
}

// writer returns a name without the place or outlet behind it: "Ann Lee in London".
func writer(text string) string {
	if m := written().FindStringSubmatch(text); len(m) == 2 && !groupWords().MatchString(m[1]) {
		if _, ok := person(m[1]); ok {
			return m[1]
		}
	}
	return text
}

// credited returns the authors of an article without its own outlet, which a reference names
// as the outlet.
func credited(a *corpus.Article) []author {
	return slices.DeleteFunc(authors(a.Byline), func(one author) bool { return one.isOutlet(a) })
}

// isOutlet reports whether an author is just the article's outlet, which may be given as an
// address: USA TODAY of usatoday.com.
func (a author) isOutlet(of *corpus.Article) bool {
	outlet := plain.OneLine(of.Outlet)
	if a.group == "" || strings.EqualFold(a.group, outlet) {
		return a.group != ""
	}
	site, _, address := strings.Cut(strings.TrimPrefix(strings.ToLower(outlet), "www."), ".")
	return address && site != "" && !strings.Contains(outlet, " ") && keyed(a.group) == keyed(site)
}

// isSuffix reports whether a word stands behind a family name.
func isSuffix(word string) bool {
	return slices.Contains([]string{"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"}, word)
}

// isParticle reports whether a word begins a family name of several words.
func isParticle(word string) bool {
	return slices.Contains([]string{"von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "ten", "ter", "bin", "ibn", "al", "el", "zu"}, word)
}

// isGrandParticle reports whether a word is such a particle with a capital, as some people write
// it: De, Van.
func isGrandParticle(word string) bool {
	small := strings.ToLower(word[:1]) + word[1:]
	return small != word && isParticle(small)
}

// elided matches a family name that begins with a particle without a blank behind it:
// d'Arc, al-Sharaa.
var elided = plain.Pattern(`^(?:[dl]['’]|(?:al|el|as|ad|ar|at|an|ash)-)\p{Lu}`)

// person reads the name of one person: two to five words, each with a capital but
// for the particles of a family name.
func person(text string) (author, bool) {
	words := strings.Fields(text[len(title().FindString(text)):])
	var a author
	if n := len(words); n > 2 && degree().MatchString(words[n-1]) && text != strings.ToUpper(text) {
		words = words[:n-1]
	}
	if n := len(words); n > 2 && isSuffix(words[n-1]) {
		a.suffix, words = words[n-1], words[:n-1]
	}
	if len(words) < 2 || len(words) > 5 || isParticle(words[len(words)-1]) {
		return a, false
	}
	family := len(words) - 1
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case i > 0 && (isParticle(w) || elided().MatchString(w) || isGrandParticle(w) && i+1 < len(words)):
			family = min(family, i)
		case !unicode.IsUpper(r) || strings.ContainsFunc(w, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune("-.'’", r)
		}):
			return a, false
		}
	}
	a.given, a.family = dotted().ReplaceAllString(strings.Join(words[:family], " "), ". $1"), strings.Join(words[family:], " ")
	return a, true
}

// forward returns the name as it is spoken.
func (a author) forward() string {
	if a.group != "" {
		return a.group
	}
	name := a.given + " " + a.family
	if a.suffix != "" {
		name += " " + a.suffix
	}
	return name
}

// inverted returns the name with the family's first: "Doe, Joe, Jr.".
func (a author) inverted() string { return a.behind(a.given) }

// dotted is where an initial follows another without a blank, J.K., which every style has
// apart, and BibTeX would take for one name.
var dotted = plain.Pattern(`\.(\pL)`)

// initials returns the name with the family's first, and the initials of the
// others: "Doe, J. P.".
func (a author) initials() string {
	var short []string
	for _, name := range strings.Fields(a.given) {
		var parts []string
		for part := range strings.SplitSeq(name, "-") {
			if r, size := utf8.DecodeRuneInString(part); size > 0 {
				parts = append(parts, string(r)+".")
			}
		}
		short = append(short, strings.Join(parts, "-"))
	}
	return a.behind(strings.Join(short, " "))
}

// behind returns the family name followed by the given names and the suffix.
func (a author) behind(given string) string {
	if a.group != "" {
		return a.group
	}
	name := a.family + ", " + given
	if a.suffix != "" {
		name += ", " + a.suffix
	}
	return name
}
