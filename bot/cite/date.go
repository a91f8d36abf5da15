package cite

import (
	"newshound/corpus"
)

// date is when an article was published, for a reference: a part that is not known is "".
type date struct{ year, month, day string }

// published returns the date of an article.
func published(a *corpus.Article) date {
	var d date
	if a.Published.IsZero() {
		return d
	}
	d.year = a.Published.Format("2006")
	if precision := corpus.PrecisionOf(a.Published); precision < corpus.Year {
		d.month = a.Published.Format("January")
		if precision < corpus.Month {
			d.day = a.Published.Format("2")
		}
	}
	return d
}
