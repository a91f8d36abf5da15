package naming

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/syntax"
)

// Names tells what the coverage has names for: its outlets, authors and sections, and the people
// that it tells of; and the outlets of the world. It is safe for concurrent use. The errors of its
// methods are the context's or the retriever's.
type Names struct {
	index    answer.Index
	analyzer *analysis.Analyzer
	outletNames
	*directory
	press
}

// New returns the names of what an index holds, of which the words are an analyzer's.
func New(ix answer.Index, a *analysis.Analyzer) *Names {
	return &Names{
		index: ix, analyzer: a,
		outletNames: newOutletNames(a, ix.Coverage().Outlets), directory: newDirectory(ix), press: newPress(),
	}
}

// Labels counts the articles of each author and section.
func (k *Names) Labels() (bylines, sections map[string]int) { return k.directory.labels() }

// Outlets returns the outlets that have a name, folded.
func (k *Names) Outlets(name string) []string { return k.outletNames.of(name) }

// Find returns the names of a field that a typed one may mean: those that are the
// same folded, or failing that those that have its words in a row, or an outlet whose address has
// them. “hill” finds The Hill, “haberman” every byline that she has a part in, and “usa today”
// usatoday.com.
func (k *Names) Find(field, typed string) []string {
	found := k.directory.find(field, typed)
	if len(found) == 0 && field == syntax.FieldOutlet {
		return k.outletNames.of(analysis.Fold(typed))
	}
	return found
}

// ByArticles returns the outlets, those with most articles first.
func (k *Names) ByArticles() []string { return k.directory.outlets }

// IsOutlet reports whether a name is all or a part of an outlet's of the coverage, or that of
// one of the world.
func (k *Names) IsOutlet(name string) bool {
	return len(k.Find(syntax.FieldOutlet, name)) > 0 || k.press.has(name)
}

// directory knows the names that the articles of a corpus have: outlets, bylines
// and sections. The latter are looked for when the first filter by byline or
// section is asked for.
type directory struct {
	outlets []string // most articles first
	labels  func() (bylines, sections map[string]int)

	read              sync.Once
	bylines, sections []string // most articles first
}

func newDirectory(ix answer.Index) *directory {
	d := &directory{labels: func() (bylines, sections map[string]int) { return countLabels(ix) }}
	if l, ok := ix.(answer.Labelled); ok {
		d.labels = l.Labels
	}
	for _, o := range ix.Coverage().Outlets {
		d.outlets = append(d.outlets, o.Outlet)
	}
	return d
}

// of returns the names of a field.
func (d *directory) of(field string) []string {
	if field == syntax.FieldOutlet {
		return d.outlets
	}
	d.read.Do(func() {
		bylines, sections := d.labels()
		d.bylines, d.sections = byCount(bylines), byCount(sections)
	})
	if field == syntax.FieldByline {
		return d.bylines
	}
	return d.sections
}

// countLabels reads all articles for their bylines and sections.
func countLabels(ix answer.Index) (bylines, sections map[string]int) {
	bylines, sections = make(map[string]int), make(map[string]int)
	for _, a := range ix.Articles(math.MaxInt) {
		bylines[a.Byline]++
		sections[a.Section]++
	}
	return bylines, sections
}

// byCount returns the names that are not empty, the most frequent first.
func byCount(count map[string]int) []string {
	delete(count, "")
	names := make([]string, 0, len(count))
	for n := range count {
		names = append(names, n)
	}
	slices.SortFunc(names, func(x, y string) int {
		return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(x, y))
	})
	return names
}

// find returns the names of a field that are a typed one, folded, or failing that have its
// words in a row.
func (d *directory) find(field, typed string) []string {
	wanted := analysis.Fold(typed)
	if wanted == "" {
		return nil
	}
	var same, part []string
	for _, name := range d.of(field) {
		folded := analysis.Fold(name)
		switch {
		case folded == wanted || folded == "the "+wanted:
			same = append(same, name)
		case strings.Contains(" "+folded+" ", " "+wanted+" "):
			part = append(part, name)
		}
	}
	if len(same) > 0 && field != syntax.FieldByline {
		return same
	}
	return append(same, part...)
}

// Nearest returns the name of a field that comes nearest to a typed one that is
// none of them, and "" where none comes near: at most a third of its letters, or
// of those of one of its words, may be wrong.
func (d *directory) Nearest(field, typed string) string {
	wanted := []rune(analysis.Fold(typed))
	best, least := "", max(1, len(wanted)/3)+1
	for _, name := range d.of(field) {
		folded := analysis.Fold(name)
		for _, form := range append(strings.Fields(folded), folded, strings.TrimPrefix(folded, "the ")) {
			if n := EditDistance(wanted, []rune(form), least); n < least {
				best, least = name, n
			}
		}
	}
	return best
}

// EditDistance returns the number of characters to insert, delete or replace to get from
// a to b, or some number that is not less than limit.
func EditDistance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d >= limit || -d >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
