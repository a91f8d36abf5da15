package main

import (
	"context"
	"fmt"
	"io"

	"newshound/answer/attribution"
	"newshound/answer/eval"
	"newshound/corpus"
)

// attribute prints how well attributions are found.
func (f *evalFlags) attribute(ctx context.Context, env *environment) error {
	engine, err := f.corpus.engine(ctx, env)
	if err != nil {
		return err
	}
	articles := engine.Articles(engine.Coverage().Articles)
	bodies := make(map[string]string, len(articles))
	for _, a := range articles {
		bodies[a.ID] = a.Body
	}
	known, err := readWith(f.attributions, func(r io.Reader, name string) (eval.Attributions, error) {
		return eval.ReadAttributions(r, name, func(id string) (string, bool) {
			body, ok := bodies[id]
			return body, ok
		})
	})
	if err != nil {
		return fmt.Errorf("read attributions: %w", err)
	}
	if len(known) == 0 {
		return fmt.Errorf("%s has no attribution of an article that the corpus holds", f.attributions)
	}
	report := eval.MeasureAttributions(articles, known, attributed)
	if err := report.Print(env.stdout); err != nil || !f.misses {
		return err
	}
	return report.PrintMisses(env.stdout)
}

// attributed returns an article's attributions in the form in which they are measured.
func attributed(a *corpus.Article) []eval.Attributed {
	var out []eval.Attributed
	for _, x := range attribution.Of(a) {
		e := eval.Attributed{Content: x.Content, Unclear: x.Unclear()}
		if x.Source.Len() > 0 {
			e.Source = []corpus.Span{x.Source}
		}
		out = append(out, e)
	}
	return out
}
