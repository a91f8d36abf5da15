package main

import (
	"context"
	"fmt"
	"slices"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/eval"
	"newshound/answer/index"
	"newshound/corpus"
)

// copyForms are the forms of answers in which the folding of copies is measured.
var copyForms = []answer.Form{"", answer.Timeline}

// foldCopies adds copies of articles to the corpus, and prints how many of them are folded.
func (f *evalFlags) foldCopies(ctx context.Context, env *environment) error {
	e, err := f.corpus.engine(ctx, env)
	if err != nil {
		return err
	}
	articles := e.Articles(e.Coverage().Articles)
	const seed = 1
	copied, err := eval.MakeCopies(articles, f.copies, seed)
	if err != nil {
		return err
	}
	var all []*corpus.Article
	for _, c := range copied {
		all = append(all, c.Copy)
	}
	both := engine.New(index.New(slices.Concat(articles, all)))
	for _, form := range copyForms {
		report, err := eval.MeasureCopies(ctx, both, copied, form, progress(env.stderr, "asking"))
		if err != nil {
			return err
		}
		if form != "" {
			if _, err := fmt.Fprintf(env.stdout, "\nIn the form %s:\n", form); err != nil {
				return err
			}
		}
		if err := report.Print(env.stdout); err != nil {
			return err
		}
		if f.misses {
			if err := report.PrintMisses(env.stdout); err != nil {
				return err
			}
		}
	}
	return nil
}
