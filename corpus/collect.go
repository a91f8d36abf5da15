package corpus

import (
	"context"
	"errors"
)

// Collect loads the articles of all sources, in their order.
//
// Errors about single items, such as a duplicate id, are returned in problems, and
// each wraps [ErrMalformed]. Of several articles with one id the first is kept.
// err is set if a source cannot be read to its end, or ctx ends. The articles that
// did load are returned all the same, and the sources after one that fails are
// still read unless ctx has ended.
func Collect(ctx context.Context, loaders ...Loader) (articles []*Article, problems []error, err error) {
	var failed []error
	first := make(map[string]*Article)
	for _, l := range loaders {
		if ctx.Err() != nil {
			break
		}
		for a, err := range l.Load(ctx) {
			switch {
			case err != nil && errors.Is(err, ErrMalformed):
				problems = append(problems, err)
			case err != nil && ctx.Err() == nil:
				failed = append(failed, err)
			}
			switch {
			case a == nil:
			case first[a.ID] != nil:
				problems = append(problems, &DuplicateError{ID: a.ID, First: first[a.ID].Origin, Again: a.Origin})
			default:
				first[a.ID] = a
				articles = append(articles, a)
			}
		}
	}
	if err := ctx.Err(); err != nil {
		failed = append(failed, err)
	}
	return articles, problems, errors.Join(failed...)
}
