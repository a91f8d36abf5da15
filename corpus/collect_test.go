package corpus

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
)

// fakeLoader yields what it is told to: articles with the ids, and the errors.
type fakeLoader []any

func (l fakeLoader) Load(ctx context.Context) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		for _, item := range l {
			if ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
			switch item := item.(type) {
			case *Article:
				if !yield(item, nil) {
					return
				}
			case error:
				if !yield(nil, item) {
					return
				}
			case func():
				item()
			}
		}
	}
}

func article(id, origin string) *Article {
	a := NewArticle(Meta{ID: id}, "The dam held.")
	a.Origin = origin
	return a
}

func TestCollect(t *testing.T) {
	bad := &ItemError{File: "a.jsonl", Line: 3, Problem: "is empty: remove it"}
	gone := errors.New("there is no file b.jsonl")
	articles, problems, err := Collect(t.Context(),
		fakeLoader{article("1", "a.jsonl:1"), article("2", "a.jsonl:2"), bad, article("1", "a.jsonl:4")},
		fakeLoader{gone},
		fakeLoader{article("3", ""), article("2", "")},
	)
	var ids []string
	for _, a := range articles {
		ids = append(ids, a.ID+"@"+a.Origin)
	}
	if got, want := strings.Join(ids, " "), "1@a.jsonl:1 2@a.jsonl:2 3@"; got != want {
		t.Errorf("articles are %s, want %s", got, want)
	}
	want := []string{
		"a.jsonl:3: is empty: remove it",
		`a.jsonl:4: id "1" is already used by a.jsonl:1: give one of them another id; the first is kept`,
		`an article: id "2" is already used by a.jsonl:2: give one of them another id; the first is kept`,
	}
	if len(problems) != len(want) {
		t.Fatalf("problems are %v", problems)
	}
	for i, p := range problems {
		if p.Error() != want[i] || !errors.Is(p, ErrMalformed) {
			t.Errorf("problem %d is %v, want %s", i, p, want[i])
		}
	}
	if !errors.Is(err, gone) || errors.Is(err, ErrMalformed) {
		t.Errorf("error is %v", err)
	}
}

func TestCollectEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	articles, problems, err := Collect(ctx,
		fakeLoader{article("1", ""), func() { cancel() }, article("2", "")},
		fakeLoader{article("3", "")},
	)
	if len(articles) != 1 || len(problems) != 0 || !errors.Is(err, context.Canceled) || err.Error() != context.Canceled.Error() {
		t.Errorf("got %d articles, %v, %v", len(articles), problems, err)
	}
}
