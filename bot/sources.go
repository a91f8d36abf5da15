package bot

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
	"newshound/corpus"
)

// maxListed is how many names or articles the reply to "sources" lists.
const maxListed = 20

// Sources returns what the answers are drawn from, if a text asks for that: “sources”, “Which
// outlets are there?”. Otherwise it reports false.
func Sources(text string, asker Asker) (string, bool) {
	c := parseCommand(text)
	if c.verb != sources {
		return "", false
	}
	return sourcesText(asker, c.field), true
}

// sourcesText says what the answers are drawn from: how many articles, and the newest of them.
// With a field ("outlet", "section", "byline") it lists the outlets, sections or bylines instead.
func sourcesText(asker Asker, field string) string {
	c := asker.Coverage()
	switch field {
	case "outlet":
		outlets := map[string]int{"": c.Articles}
		for _, o := range c.Outlets {
			outlets[o.Outlet] = o.Articles
			outlets[""] -= o.Articles
		}
		return namesText(outlets, field)
	case "section":
		_, sections := asker.Labels()
		return namesText(sections, field)
	case "byline":
		bylines, _ := asker.Labels()
		return namesText(bylines, field)
	}
	lines := []string{DescribeCoverage(c) + "."}
	articles := asker.Newest(maxListed)
	if len(articles) < c.Articles && !c.First.IsZero() {
		lines = append(lines, "The newest:")
	}
	for _, a := range articles {
		lines = append(lines, "• "+articleLine(a))
	}
	return andMore(lines, c.Articles-len(articles))
}

// namesText lists the names of a kind, with the number of articles of each, the largest first.
// The name "" stands for articles of which no such name is known.
func namesText(articles map[string]int, kind string) string {
	without := articles[""]
	delete(articles, "")
	names := slices.SortedFunc(maps.Keys(articles), func(x, y string) int {
		return cmp.Or(cmp.Compare(articles[y], articles[x]), cmp.Compare(x, y))
	})
	if len(names) == 0 {
		return fmt.Sprintf("No %s of any article is known.", kind)
	}
	first := fmt.Sprintf("The articles have %s", phrase.Count(len(names), kind))
	if without > 0 {
		first += fmt.Sprintf("; of %s none is known", phrase.Count(without, "article"))
	}
	lines := []string{first + "."}
	for _, n := range names[:min(len(names), maxListed)] {
		lines = append(lines, fmt.Sprintf("• %s: %s", phrase.Short(n), phrase.Count(articles[n], "article")))
	}
	return andMore(lines, len(names)-maxListed)
}

// andMore joins the lines of a list, and says how many more there are.
func andMore(lines []string, more int) string {
	if more > 0 {
		lines = append(lines, fmt.Sprintf("and %s more", phrase.Grouped(more)))
	}
	return strings.Join(lines, "\n")
}

// DescribeCoverage says how much there is to answer from: "3 articles of 2
// outlets, published on 27 July 2018".
func DescribeCoverage(c answer.Coverage) string { return coverageSize(c) + ", " + dates(c) }

// dates says when the articles were published, as far as that is known.
func dates(c answer.Coverage) string {
	first, last := phrase.DayOnly(c.First), phrase.DayOnly(c.Last)
	text := "published from " + first + " to " + last
	switch {
	case c.First.IsZero():
		return "of no known date"
	case first == last:
		text = "published " + phrase.OnDay(c.First)
	}
	switch c.Undated {
	case 0:
		return text
	case 1:
		return text + "; 1 has no known date"
	}
	return fmt.Sprintf("%s; %s have no known date", text, phrase.Grouped(c.Undated))
}

// articleLine names an article in one line: its outlet, its headline, or else its address,
// or else its id, and its day.
func articleLine(a *corpus.Article) string {
	line := plain.Join(": ", a.Outlet, cmp.Or(plain.OneLine(a.Headline), a.URL, a.ID))
	if !a.Published.IsZero() {
		line += " (" + phrase.DayOnly(a.Published) + ")"
	}
	return line
}
