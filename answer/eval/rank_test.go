package eval

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

// ranking is a ranking of passages, each written article:paragraph, with
// falling scores. All articles have the same body, of five paragraphs.
func ranking(query string, passages ...string) Ranking {
	r := Ranking{Case: Case{ID: query, Text: query + "?", Answerable: true}}
	for i, p := range passages {
		id, n, ok := strings.Cut(p, ":")
		para, err := strconv.Atoi(n)
		if !ok || err != nil {
			panic("not article:paragraph: " + p)
		}
		a := fiveParagraphs(id)
		r.Hits = append(r.Hits, answer.Hit{
			Passage: corpus.Passage{Article: a, First: para - 1, Last: para - 1, Span: a.Paragraphs[para-1].Span},
			Score:   1 / float64(i+1),
		})
	}
	return r
}

func fiveParagraphs(id string) *corpus.Article {
	a := &corpus.Article{Meta: corpus.Meta{ID: id}}
	for n := 1; n <= 5; n++ {
		start := len(a.Body)
		a.Body += fmt.Sprintf("Paragraph %d of “%s”.", n, id)
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Span: corpus.Span{Start: start, End: len(a.Body)}, N: n})
		a.Body += "\n\n"
	}
	return a
}

// ranker answers question "qN?" with N passages, and at most the limit asked for.
type ranker struct {
	calls  atomic.Int64
	errors map[string]error
}

func (r *ranker) Rank(_ context.Context, q answer.Question) ([]answer.Hit, error) {
	r.calls.Add(1)
	if err := r.errors[q.Text]; err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.Trim(q.Text, "q?"))
	if err != nil {
		return nil, err
	}
	var passages []string
	for i := range min(n, q.Limit) {
		passages = append(passages, fmt.Sprintf("article%d:1", i))
	}
	return ranking("", passages...).Hits, nil
}

func cases(n int) []Case {
	all := make([]Case, n)
	for i := range all {
		all[i] = Case{ID: fmt.Sprintf("q%d", i), Text: fmt.Sprintf("q%d?", i), Answerable: true}
	}
	return all
}

func TestRankKeepsTheOrderOfTheCases(t *testing.T) {
	var told []int
	rankings, err := Rank(t.Context(), &ranker{}, cases(50), 20, func(done, total int) {
		if total != 50 {
			t.Errorf("told of %d questions, want 50", total)
		}
		told = append(told, done)
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rankings {
		if r.Case.ID != fmt.Sprintf("q%d", i) || len(r.Hits) != min(i, 20) {
			t.Errorf("ranking %d is of %s and has %d hits", i, r.Case.ID, len(r.Hits))
		}
	}
	if len(told) != 50 || !slices.IsSorted(told) {
		t.Errorf("progress was told %v", told)
	}
}

func TestRankReturnsTheErrorOfTheFirstCase(t *testing.T) {
	broken := errors.New("broken")
	for range 20 {
		r := &ranker{errors: map[string]error{"q7?": broken, "q8?": errors.New("another"), "q9?": errors.New("a third")}}
		_, err := Rank(t.Context(), r, cases(5000), 10, nil)
		if !errors.Is(err, broken) || err.Error() != "query q7: broken" {
			t.Fatalf("error %v, want that of q7", err)
		}
		if n := r.calls.Load(); n == 5000 {
			t.Fatal("every case was begun, though one of the first failed")
		}
	}
}

func TestRankStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := &ranker{}
	if _, err := Rank(ctx, r, cases(100), 10, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	if n := r.calls.Load(); n > 0 {
		t.Errorf("%d questions were put", n)
	}
}
