package retrievertest

import (
	"context"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"

	"newshound/answer"
	"newshound/corpus"
)

func checkContext(s *suite) {
	c := s.cover(articles("flood river bridge", "street market")...)
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	expired, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel()
	for _, q := range []answer.Query{
		{Clauses: []answer.Clause{word("flood"), word("market")}, Limit: 10},
		{Clauses: []answer.Clause{word("xylophone")}, Limit: 10},
		{Limit: 10},
	} {
		for ctx, want := range map[context.Context]error{cancelled: context.Canceled, expired: context.DeadlineExceeded} {
			if hits, err := c.retriever.Retrieve(ctx, q); !errors.Is(err, want) || len(hits) > 0 {
				c.errorf("Retrieve(%v) with a context that has ended: %d hits, error %v, want %v", q, len(hits), err, want)
			}
		}
	}
	c.expect("0", word("flood")) // no query leaves anything behind
}

// many is a coverage in which many queries have many hits.
func (s *suite) many() (*coverage, []answer.Query) {
	words := []string{"flood", "river", "bridge", "street", "market", "tower", "castle", "harbor"}
	var all []*corpus.Article
	for i := range 60 {
		var text []string
		for j := range 12 {
			text = append(text, words[(i*j+j*j/3+i/5)%len(words)])
		}
		all = append(all, article(strconv.Itoa(i), words[i%len(words)], strings.Join(text, " ")))
	}
	var queries []answer.Query
	for i, w := range words {
		next, third := words[(i+1)%len(words)], words[(i+3)%len(words)]
		queries = append(queries,
			answer.Query{Limit: 5, Clauses: []answer.Clause{word(w), word(next)}},
			answer.Query{Limit: 50, Clauses: []answer.Clause{clause(2, alt(1, w), alt(0.5, next, third)), phrase(third, w)}})
	}
	return s.cover(all...), queries
}

func checkConcurrency(s *suite) {
	c, queries := s.many()
	want := make([][]answer.Hit, len(queries))
	for i, q := range queries {
		want[i] = c.retrieve(q.Limit, q.Clauses...)
	}
	var (
		running sync.WaitGroup
		mu      sync.Mutex
		failed  int
	)
	for g := range 8 {
		running.Go(func() {
			for n := range 5 * len(queries) {
				i := (n*(g+1) + g) % len(queries)
				hits, err := c.retriever.Retrieve(context.Background(), queries[i])
				if err != nil || show(hits) != show(want[i]) {
					mu.Lock()
					failed++
					mu.Unlock()
				}
			}
		})
	}
	running.Wait()
	if failed > 0 {
		c.errorf("%d answers are other among others than alone", failed)
	}
}

func checkOwnership(s *suite) {
	c, queries := s.many()
	_, untouched := s.many()
	for i, q := range queries {
		first := c.retrieve(q.Limit, q.Clauses...)
		want := show(first)
		for j := range first { // as ranking by proximity does
			first[j].Score += float64(100 * j)
			first[j].Passage = corpus.Passage{Article: first[0].Passage.Article}
		}
		if got := show(c.retrieve(q.Limit, q.Clauses...)); got != want {
			c.errorf("Retrieve(%v) a second time =%s, want%s", q, got, want)
		}
		if !reflect.DeepEqual(q, untouched[i]) {
			c.errorf("Retrieve changed its query to %v", q)
		}
	}
}
