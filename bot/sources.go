package bot

import (
	"cmp"
	"fmt"
	"strings"

	"newshound/answer"
	"newshound/corpus"
)

// maxListed is how many articles the reply to "sources" lists.
const maxListed = 20

// sourcesText says what the answers are drawn from: how much, and the first
// articles of it.
func sourcesText(c answer.Coverage, articles []*corpus.Article) string {
	lines := []string{DescribeCoverage(c) + "."}
	for _, a := range articles {
		lines = append(lines, "• "+articleLine(a))
	}
	if more := c.Articles - len(articles); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// DescribeCoverage says how much there is to answer from: "3 articles of 2
// outlets, published on 27 July 2018".
func DescribeCoverage(c answer.Coverage) string { return coverageSize(c) + ", " + dates(c) }

// dates says when the articles were published, as far as that is known.
func dates(c answer.Coverage) string {
	first, last := dayOnly(c.First), dayOnly(c.Last)
	text := "published from " + first + " to " + last
	switch {
	case c.First.IsZero():
		return "of no known date"
	case first == last:
		text = "published on " + first
	}
	switch c.Undated {
	case 0:
		return text
	case 1:
		return text + "; 1 has no known date"
	}
	return fmt.Sprintf("%s; %d have no known date", text, c.Undated)
}

// articleLine names an article in one line: its outlet, and its headline, or else its
// address, or else its id.
func articleLine(a *corpus.Article) string {
	return joinKnown(": ", a.Outlet, cmp.Or(headline(a), a.URL, a.ID))
}
