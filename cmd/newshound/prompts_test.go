package main

import (
	"slices"
	"testing"

	"newshound/bot"
	"newshound/corpus"
)

// newestOf are articles, as the coverage lists them.
type newestOf struct {
	bot.Asker
	articles []*corpus.Article
}

func (n newestOf) Newest(int) []*corpus.Article { return n.articles }

// TestCommonNames names what several outlets write of, and neither whom their pictures are
// from nor what stands under every page of one.
func TestCommonNames(t *testing.T) {
	var of newestOf
	for _, one := range [...]struct{ outlet, body string }{
		{"The Post", "Ann Roe opened the bridge. Photograph: Getty Images\n\nThe Post Letter comes every day."},
		{"The Post", "Ann Roe, who is mayor, has left. Photograph: Getty Images\n\nThe Post Letter comes every day."},
		{"The Sun", "They met Ann Roe again. (Getty Images)\n\nThe Golden Bridge’s end was near."},
	} {
		of.articles = append(of.articles, corpus.NewArticle(corpus.Meta{Outlet: one.outlet}, one.body))
	}
	if got, want := commonNames(of), []string{"Ann Roe", "the Post Letter", "the Golden Bridge"}; !slices.Equal(got, want) {
		t.Errorf("the names are %q, want %q", got, want)
	}
}
