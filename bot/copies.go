package bot

import (
	"fmt"
	"slices"
	"strings"

	"newshound/answer"
)

const (
	// namedOutlets is how many outlets with a copy a citation names on its line; of more
	// it tells the number.
	namedOutlets = 2
	// listedCopies is how many copies a whole citation lists.
	listedCopies = 10
)

// copies says in which other outlets a copy of a quote stands, in a few words and in
// full.
func copies(c answer.Citation) (short, full string) {
	if len(c.Also) == 0 {
		return "", ""
	}
	var outlets []string
	for _, o := range c.Also {
		name := o.Article.Outlet
		if name != "" && !strings.EqualFold(name, c.Article.Outlet) && !slices.Contains(outlets, name) {
			outlets = append(outlets, name)
		}
	}
	switch {
	case len(outlets) == 0:
		short = "also in " + count(len(c.Also), "other article")
	case len(outlets) <= namedOutlets:
		short = "also in " + enumerateNames(outlets)
	default:
		short = fmt.Sprintf("also in %d outlets", len(outlets))
	}
	var listed []string
	for i, o := range c.Also {
		if i == listedCopies {
			listed = append(listed, fmt.Sprintf("and %d more", len(c.Also)-i))
			break
		}
		a := CiteArticle(o.Article)
		listed = append(listed, strings.Join(known([]string{a.Outlet, a.Headline, a.Article, a.Published, place(o), a.Link}), ", "))
	}
	return short, strings.Join(listed, "; ")
}
