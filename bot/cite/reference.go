package cite

import (
	"fmt"
	"strings"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
	"newshound/corpus"
)

// noHeadline describes an article that has no headline, where a style wants a
// description in its place.
const noHeadline = "News article"

// apa returns the entry of a reference list in the style of the American
// Psychological Association, 7th edition, for an article of an online newspaper
// (https://apastyle.apa.org/style-grammar-guidelines/references/examples/newspaper-article-references).
// Without an author the title stands first; without a date, n.d.; without a title,
// a description in brackets. If the byline is just the outlet, that is the author, and is not
// repeated as the outlet.
func apa(a *corpus.Article) string {
	date := "(n.d.)."
	if d := published(a); d.year != "" {
		date = "(" + plain.Join(", ", d.year, plain.Join(" ", d.month, d.day)) + ")."
	}
	title := ended(headline(a))
	if headline(a) == "" {
		title = "[" + noHeadline + "]."
	}
	parts := []string{title, date}
	all := apaAuthors(a)
	if names := apaNames(all); names != "" {
		parts = []string{ended(names), date, title}
	}
	if a.Outlet != "" && (len(all) != 1 || !all[0].isOutlet(a)) {
		parts = append(parts, ended(a.Outlet))
	}
	return plain.Join(" ", append(parts, a.URL)...)
}

// apaAuthors returns the authors of an article: the outlet if the byline has nothing else.
func apaAuthors(a *corpus.Article) []author {
	if all := credited(a); len(all) > 0 {
		return all
	}
	return authors(a.Byline)
}

// apaNames lists authors: up to 20, or else the first 19 and the last.
func apaNames(all []author) string {
	var names []string
	for _, a := range all {
		names = append(names, a.initials())
	}
	if n := len(names); n > 20 {
		return strings.Join(names[:19], ", ") + ", … " + names[n-1]
	}
	return phrase.Join(names, ", & ")
}

// apaInText returns the citation in the text: author or else title, year, and paragraph.
func apaInText(c answer.Citation) string {
	who := "[" + noHeadline + "],"
	if h := headline(c.Article); h != "" {
		who = quoted(h, ",")
	}
	var names []string
	for _, a := range apaAuthors(c.Article) {
		if a.group != "" {
			names = append(names, a.group)
		} else {
			names = append(names, a.family)
		}
	}
	switch len(names) {
	case 0:
	case 1, 2:
		who = strings.Join(names, " & ") + ","
	default:
		who = names[0] + " et al.,"
	}
	year := "n.d."
	if d := published(c.Article); d.year != "" {
		year = d.year
	}
	where := place(c)
	if p := c.Where(); p.Kind == corpus.Text {
		where = fmt.Sprintf("para. %d", p.N)
	}
	return fmt.Sprintf("(%s %s, %s)", who, year, where)
}

// mla returns the entry of a list of works cited in the style of the Modern
// Language Association, 9th edition
// (https://style.mla.org/works-cited/works-cited-a-quick-guide/). What is not known
// is left out; a description stands for a title.
func mla(a *corpus.Article) string {
	title := noHeadline + "."
	if h := headline(a); h != "" {
		title = quoted(h, ".")
	}
	var names string
	switch all := credited(a); len(all) {
	case 0:
	case 1:
		names = ended(mlaFirst(all[0]))
	case 2:
		names = ended(mlaFirst(all[0]) + ", and " + all[1].forward())
	default:
		names = mlaFirst(all[0]) + ", et al."
	}
	d := published(a)
	date := plain.Join(" ", d.day, mlaMonth(d.month), d.year)
	return plain.Join(" ", names, title, endedLink(plain.Join(", ", a.Outlet, date, a.URL)))
}

// mlaFirst returns the author that an entry begins with. The MLA Handbook drops an initial article
// of organizations.
func mlaFirst(a author) string {
	if a.group != "" {
		return strings.TrimPrefix(a.group, "The ")
	}
	return a.inverted()
}

// mlaMonth returns the name of a month as the style has it: abbreviated, if longer than “July”.
func mlaMonth(name string) string {
	switch {
	case len(name) <= len("July"):
		return name
	case name == "September":
		return "Sept."
	}
	return name[:3] + "."
}

// chicago returns a note and the entry of a bibliography in the notes and
// bibliography style of The Chicago Manual of Style, 18th edition, for an article of an online
// newspaper (https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html).
// Without an author, the bibliography has the outlet in its place; without a date,
// n.d.; a description stands for a title.
func chicago(a *corpus.Article) string {
	date := "n.d."
	switch d := published(a); {
	case d.day != "":
		date = fmt.Sprintf("%s %s, %s", d.month, d.day, d.year)
	case d.year != "":
		date = plain.Join(" ", d.month, d.year)
	}
	noteTitle, title := noHeadline+",", noHeadline+"."
	if h := headline(a); h != "" {
		noteTitle, title = quoted(h, ","), quoted(h, ".")
	}
	all := credited(a)
	var spoken, listed []string
	for i, one := range all {
		spoken = append(spoken, one.forward())
		if i == 0 {
			listed = append(listed, one.inverted())
		} else {
			listed = append(listed, one.forward())
		}
	}
	note := plain.Join(", ", inNote(spoken), noteTitle)
	note = "Note: " + endedLink(plain.Join(" ", note, plain.Join(", ", a.Outlet, date, a.URL)))

	entry := plain.Join(" ", endedName(chicagoList(listed)), title, endedLink(plain.Join(", ", a.Outlet, date)), endedLink(a.URL))
	if len(all) == 0 {
		entry = plain.Join(" ", endedName(a.Outlet), title, ended(date), endedLink(a.URL))
	}
	return note + "\nBibliography: " + entry
}

// inNote lists authors in a note: up to two, or else the first.
func inNote(names []string) string {
	if len(names) > 2 {
		return names[0] + " et al."
	}
	return strings.Join(names, " and ")
}

// chicagoList lists authors in a bibliography: up to six, or else the first three.
func chicagoList(names []string) string {
	if len(names) > 6 {
		return strings.Join(names[:3], ", ") + ", et al."
	}
	return phrase.Join(names, ", and ")
}

// endedName is [ended] of what may be "".
func endedName(text string) string {
	if text == "" {
		return ""
	}
	return ended(text)
}

// endedLink returns text, which may end in a link, with a full stop at its end; "" stays "".
func endedLink(text string) string {
	if text == "" || strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}

// headline returns an article's headline on one line, "" where it is not known.
func headline(a *corpus.Article) string { return plain.OneLine(a.Headline) }

// ended returns text with a full stop at its end, inside closing quotation marks, unless it ends
// in a full stop, question mark or exclamation mark already.
func ended(text string) string {
	inner := strings.TrimSuffix(text, closingMarks(text))
	if strings.HasSuffix(inner, "?") || strings.HasSuffix(inner, "!") || strings.HasSuffix(inner, ".") {
		return text
	}
	return inner + "." + text[len(inner):]
}

// opensSingle matches a single quotation mark that opens, and not an apostrophe.
var opensSingle = plain.Pattern(`‘|(?:^|[\s(\[—–-])'\S`)

// closingMarks returns the quotation marks that a text ends in, single ones too if one opens before.
func closingMarks(text string) string {
	rest := strings.TrimRight(text, "”\"")
	if one := strings.TrimRight(rest, "’'"); one != rest && opensSingle().MatchString(one) {
		rest = one
	}
	return text[len(rest):]
}

// straight matches what stands between two straight quotation marks. A single one is an inch
// sign or the like: 12" of rain.
var straight = plain.Pattern(`"([^"]*)"`)

// abbreviated matches what ends in the full stop of an abbreviation, or in an ellipsis.
var abbreviated = plain.Pattern(`(?:\.\S*|\b(?:Ave|Blvd|Bros|Co|Corp|Dr|Gen|Gov|Inc|Jr|Ltd|Mr|Mrs|Ms|No|Prof|Rep|Sen|Sr|St|etc|vs))\.$`)

// quoted puts a headline in quotation marks, with a full stop or comma inside as
// American styles have it, and the marks that it holds made single. A headline
// that ends a sentence needs no full stop. A comma stands behind its question mark (Chicago
// Manual, 6.125), but takes the place of its full stop.
func quoted(text, stop string) string {
	inner := straight().ReplaceAllString(strings.NewReplacer("“", "‘", "”", "’").Replace(text), "‘$1’")
	closing := closingMarks(inner)
	inner = strings.TrimSuffix(inner, closing)
	switch {
	case stop == "." && strings.HasSuffix(ended(inner), inner):
		stop = ""
	case stop == "," && !abbreviated().MatchString(inner):
		inner = strings.TrimSuffix(inner, ".")
	}
	return "“" + inner + stop + closing + "”"
}
