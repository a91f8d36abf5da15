package engine

import (
	"cmp"
	"context"
	"slices"

	"newshound/answer"
	"newshound/corpus"
)

// arrange chooses the quotes of an answer in the order of its form, and tells what
// the form tells beside them. Of proven candidates it takes the best of each
// article or outlet; passages are those that were found, and outlets those of the
// corpus. In a timeline a copy is no line of its own; where only some outlets were
// searched, for the question names them, copies in others are sought.
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

// eachSaidOnce leaves a text to the first of the quotes that has it word for word, as
// the captions of pictures have it that an outlet used again, and takes the best of what
// else is said in the article of another.
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

// inOrder sorts quotes by when their articles were published. What was published on
// the same day stands in the order of the time of day where that is known; those of
// no known date come last.
func inOrder(quotes []candidate) {
	slices.SortStableFunc(quotes, func(x, y candidate) int { return comparePublished(x.article, y.article) })
}

// comparePublished orders articles by when they were published. What is no more than a year
// or a month stands before the days of that, what is no more than a day before the times of
// that day, and no date at all comes last; articles of one time stand by outlet and id.
func comparePublished(x, y *corpus.Article) int {
	if x.Published.IsZero() != y.Published.IsZero() {
		if x.Published.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(x.Published.Compare(y.Published), cmp.Compare(x.Outlet, y.Outlet), cmp.Compare(x.ID, y.ID))
}
