package main

import (
	"fmt"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/corpus"
)

// TestUnread holds that a timeline and a comparison say when more articles bear on the
// question than are read for one, for what is told of the earliest and of each outlet is
// then told of those alone.
func TestUnread(t *testing.T) {
	for articles, unread := range map[int]bool{60: false, 600: true} {
		var all []*corpus.Article
		for i := range articles {
			all = append(all, corpus.NewArticle(corpus.Meta{
				ID: fmt.Sprint(i), Outlet: fmt.Sprintf("Outlet %d", i%7), Published: time.Date(1900, 1, 1+i, 0, 0, 0, 0, time.UTC),
			}, fmt.Sprintf("The drawbridge of village %d was painted.", i)))
		}
		e := engine.New(index.New(all))
		for _, form := range []answer.Form{answer.Timeline, answer.Compare} {
			a, err := e.Ask(t.Context(), answer.Question{Text: "drawbridge", Form: form, Limit: 10})
			if err != nil || a.Outcome != answer.Found || a.Unread != unread {
				t.Errorf("%s of %d articles: %v, unread %v, of %d, %v", form, articles, a.Outcome, a.Unread, a.Total, err)
			}
		}
	}
}
