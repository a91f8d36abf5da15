package engine

import (
	"reflect"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

func TestMerge(t *testing.T) {
	article := corpus.NewArticle(corpus.Meta{ID: "a"}, "Text.")
	hit := func(start int, score float64) ranked {
		return ranked{Hit: answer.Hit{Passage: corpus.Passage{Article: article, Span: corpus.Span{Start: start}}, Score: score}}
	}
	got := merge([]turn{
		{found: []ranked{hit(1, 5), hit(2, 4)}},
		{},
		{found: []ranked{hit(3, 9), hit(1, 8), hit(4, 1)}},
	}, []ranked{hit(5, 7), hit(2, 6)})
	side := func(n int, h ranked) ranked { h.side = n; return h }
	want := []ranked{side(1, hit(3, 9)), side(2, hit(1, 5)), side(2, hit(2, 4)), side(1, hit(4, 1)), side(0, hit(5, 1))}
	if !reflect.DeepEqual(got.passages, want) {
		t.Errorf("got %v, want %v", got.passages, want)
	}
}
