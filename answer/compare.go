package answer

import (
	"slices"
	"time"

	"newshound/corpus"
)

// Side is what an answer of the form [Compare] found of one outlet.
type Side struct {
	// Outlet is the outlet, "" for articles of no known one.
	Outlet string
	// Articles is how many of its articles bear on the question, among the
	// passages that were read; 0 says that none was found.
	Articles int
	// Copies is how many of them hold a copy of what an earlier one says, of this or
	// another outlet.
	Copies int
	// First and Last are when the earliest and the latest of them was published;
	// zero where that is known of none. Undated is the number of those without.
	First, Last time.Time
	Undated     int
}

// compare chooses the best quote of each outlet from the best of each article, best
// first, and tells of every outlet what was found: those of the quotes in their
// order, and then the others.
func compare(byArticle []candidate, outlets []string) (chosen []candidate, sides []Side) {
	at := make(map[string]int)
	for _, c := range byArticle {
		i, known := at[c.article.Outlet]
		if !known {
			i = len(sides)
			at[c.article.Outlet] = i
			sides = append(sides, Side{Outlet: c.article.Outlet})
			chosen = append(chosen, c)
		}
		count(&sides[i], c.article.Published)
	}
	for _, o := range outlets {
		if _, known := at[o]; !known {
			sides = append(sides, Side{Outlet: o})
		}
	}
	return chosen, sides
}

// countCopies counts for each side the articles that are folded into lines, but for the
// earliest of each.
func countCopies(sides []Side, lines []candidate) {
	for _, c := range lines {
		all := append([]*corpus.Article{c.article}, articlesOf(c.also)...)
		slices.SortStableFunc(all, comparePublished)
		for _, a := range all[1:] {
			for i := range sides {
				if sides[i].Articles > 0 && sides[i].Outlet == a.Outlet {
					sides[i].Copies++
				}
			}
		}
	}
}

// articlesOf returns the articles that are cited.
func articlesOf(cited []Citation) []*corpus.Article {
	out := make([]*corpus.Article, len(cited))
	for i, c := range cited {
		out[i] = c.Article
	}
	return out
}

// count counts an article of a side.
func count(s *Side, published time.Time) {
	s.Articles++
	if published.IsZero() {
		s.Undated++
		return
	}
	if s.First.IsZero() || published.Before(s.First) {
		s.First = published
	}
	if published.After(s.Last) {
		s.Last = published
	}
}
