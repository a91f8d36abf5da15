package engine

import (
	"cmp"
	"context"
	"slices"

	"newshound/answer"
	"newshound/corpus"
)

// arrange chooses the quotes of a timeline or a comparison, in the order of that form, and sets
// the sides of a comparison. It takes the best proven candidate of each article or outlet;
// passages are all that were found, and outlets all of the corpus. In a timeline a copy is no
// line of its own. Where the question names outlets, only those were searched, and copies in
// the others are looked for.
func (f *folding) arrange(ctx context.Context, a *answer.Answer, found []candidate, proven func(candidate) bool, passages []ranked, outlets []string) ([]candidate, error) {
	ofArticle := func(c candidate) string { return c.article.ID }
	byArticle := perGroup(found, proven, ofArticle)
	lines := f.foldLines(byArticle, passages)
	if a.Form == answer.Compare {
		var chosen []candidate
		chosen, a.Sides = compare(byArticle, a.Filter.Admitted(outlets))
		countCopies(a.Sides, lines)
		return chosen, nil
	}
	if len(f.sides) > 0 {
		if err := f.findAll(ctx, lines); err != nil {
			return nil, err
		}
	}
	for i, c := range lines {
		lines[i] = f.earliest(c, nil)
	}
	inOrder(lines)
	var err error
	lines = eachSaidOnce(lines, func(c candidate, said map[string]bool) []candidate {
		other := perGroup(found, func(o candidate) bool {
			return o.article.ID == c.article.ID && !said[o.text()] && proven(o)
		}, ofArticle)
		err = cmp.Or(err, f.findAll(ctx, other))
		return other
	})
	return lines, err
}

// eachSaidOnce keeps a text for the first of the quotes that has it word for word, such as the
// caption of a picture that an outlet used again. In the place of a later one it takes the
// best that others returns: what else the same article says.
func eachSaidOnce(quotes []candidate, others func(c candidate, said map[string]bool) []candidate) []candidate {
	said := make(map[string]bool)
	for _, c := range quotes {
		said[c.text()] = true
	}
	first := make(map[string]bool)
	var out []candidate
	for _, c := range quotes {
		if first[c.text()] {
			other := others(c, said)
			if len(other) == 0 {
				continue
			}
			c = other[0]
			said[c.text()] = true
		}
		first[c.text()] = true
		out = append(out, c)
	}
	return out
}

// inOrder sorts quotes by when their articles were published, as comparePublished has it.
func inOrder(quotes []candidate) {
	slices.SortStableFunc(quotes, func(x, y candidate) int { return comparePublished(x.article, y.article) })
}

// comparePublished orders articles by when they were published, and those of one time by outlet
// and id. An article of which only the year, month or day is known comes before the others of
// that year, month or day, and one without a date comes last.
func comparePublished(x, y *corpus.Article) int {
	if x.Published.IsZero() != y.Published.IsZero() {
		if x.Published.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(x.Published.Compare(y.Published), cmp.Compare(x.Outlet, y.Outlet), cmp.Compare(x.ID, y.ID))
}
