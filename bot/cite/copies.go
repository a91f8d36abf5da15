package cite

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
	"newshound/corpus"
)

const (
	// namedOutlets is how many outlets with a copy a citation names on its line. If there are
	// more, it gives their number instead.
	namedOutlets = 2
	// listedCopies is how many copies a full citation lists.
	listedCopies = 10
)

// copies says which other outlets have a copy of a quote, in a few words and in full.
func copies(c answer.Citation) (short, full string) {
	all := c.Copies()
	if len(all) == 0 {
		return "", ""
	}
	var outlets []string
	for _, o := range all {
		if name := plain.Clip(o.Article.Outlet, maxPart); name != "" && !slices.Contains(outlets, name) {
			outlets = append(outlets, name)
		}
	}
	switch {
	case len(outlets) == 0:
		short = "also in " + phrase.Count(len(all), "other article")
	case len(outlets) <= namedOutlets:
		short = "also in " + phrase.Names(outlets)
	default:
		short = fmt.Sprintf("also in %d outlets", len(outlets))
	}
	return short, list(all)
}

// versions says in which other versions the same outlet has the article, in a few words and in
// full.
func versions(c answer.Citation) (short, full string) {
	all := c.Versions()
	switch len(all) {
	case 0:
		return "", ""
	case 1:
		return "also as " + version(c.Article.Published, all[0].Article.Published), list(all)
	}
	return fmt.Sprintf("also as %d other versions", len(all)), list(all)
}

// version names another version of an article by its date. It says which is the earlier only
// where the two dates show it.
func version(published, other time.Time) string {
	switch {
	case other.IsZero():
		return "another version"
	case corpus.Before(other, published):
		return "an earlier version of " + phrase.Day(other)
	case corpus.Before(published, other):
		return "a later version of " + phrase.Day(other)
	}
	return "another version of " + phrase.Day(other)
}

// list lists citations, the first of many.
func list(all []answer.Citation) string {
	var listed []string
	for i, o := range all {
		if i == listedCopies {
			listed = append(listed, fmt.Sprintf("and %d more", len(all)-i))
			break
		}
		a := Article(o.Article).cut()
		listed = append(listed, plain.Join(", ", a.Outlet, a.Headline, a.Article, a.Published, place(o), a.Link))
	}
	return strings.Join(listed, "; ")
}
