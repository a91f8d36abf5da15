package cite

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"newshound/bot/internal/plain"
	"newshound/corpus"
)

// bibtex returns articles as entries of a BibTeX file in UTF-8: @article, or @misc where a field
// that @article requires is not known. Entries that would have the same key get a number.
func bibtex(articles []*corpus.Article) string {
	var entries []string
	keys := map[string]int{}
	for _, a := range articles {
		key := bibKey(a)
		keys[key]++
		if n := keys[key]; n > 1 {
			key += "-" + strconv.Itoa(n)
		}
		entries = append(entries, bibEntry(a, key))
	}
	return strings.Join(entries, "\n\n")
}

// bibEntry returns an article as an entry.
func bibEntry(a *corpus.Article, key string) string {
	all := credited(a)
	date := published(a)
	kind, outlet := "article", "journal"
	if len(all) == 0 || headline(a) == "" || a.Outlet == "" || date.year == "" {
		kind, outlet = "misc", "howpublished"
	}
	var names []string
	for _, one := range all {
		switch {
		case one.group != "":
			names = append(names, "{"+tex(one.group)+"}") // braces keep it whole
		case one.suffix != "":
			names = append(names, tex(one.family+", "+one.suffix+", "+one.given))
		default:
			names = append(names, tex(one.family+", "+one.given))
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s", kind, key)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %-12s = {%s}", name, value)
		}
	}
	field("author", strings.Join(names, " and "))
	if h := headline(a); h != "" {
		field("title", "{"+tex(h)+"}") // braces keep its capitals
	}
	field(outlet, tex(a.Outlet))
	field("year", date.year)
	if date.month != "" {
		fmt.Fprintf(&b, ",\n  %-12s = %s", "month", strings.ToLower(date.month[:3]))
	}
	field("day", date.day)
	field("url", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(a.URL))
	b.WriteString("\n}")
	return b.String()
}

// tex escapes the characters that mean something to TeX. Braces become commands, since BibTeX
// counts even escaped ones: after a single one it would not find the end of the field.
func tex(text string) string {
	return strings.NewReplacer(
		`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "$", `\$`, "&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`,
		"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "\n", " ",
	).Replace(plain.OneLine(text))
}

// bibKey returns a key for an article: who, or else which outlet, the year, and
// the first long word of the headline.
func bibKey(a *corpus.Article) string {
	who := a.Outlet
	if all := credited(a); len(all) > 0 {
		who = all[0].family + all[0].group
	}
	key := keyed(who)
	key += published(a).year
	words := strings.Fields(a.Headline)
	if i := slices.IndexFunc(words, func(w string) bool { return len(keyed(w)) > 3 }); i >= 0 {
		key += keyed(words[i])
	}
	if key == "" {
		key = keyed(a.ID)
	}
	if key == "" {
		key = "article"
	}
	return key
}

// keyed returns the letters and digits of text, without accents, in lower case.
func keyed(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(norm.NFD.String(text)))
}
