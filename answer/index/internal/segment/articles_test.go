package segment

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"newshound/corpus"
)

// TestLongArticlesAreForgotten reads articles that have more text together than is remembered.
func TestLongArticlesAreForgotten(t *testing.T) {
	const n, size = 10, 8 << 20
	w := NewWriter("", true, nil)
	body := strings.Repeat(" ", size)
	for i := range n {
		w.AddArticle(&corpus.Article{Meta: corpus.Meta{ID: strconv.Itoa(i)}, Body: body})
	}
	w.StartTerms()
	new(WordWriter).Finish(w)
	new(NameWriter).Finish(w)
	var data bytes.Buffer
	if err := w.WriteAll(&data); err != nil {
		t.Fatal(err)
	}
	s := Open(data.Bytes(), nil)
	for i := range 2 * n {
		if a := s.Article(i % n); a.ID != strconv.Itoa(i%n) || s.Article(i%n) != a {
			t.Errorf("article %d is %s, or not remembered", i%n, a.ID)
		}
		held := 0
		for j := range s.recent {
			if r := s.recent[j].Load(); r != nil {
				held += len(r.article.Body)
			}
		}
		if held > recentText || int64(held) != s.recentText.Load() {
			t.Errorf("after %d articles %d bytes are held, and %d are counted", i+1, held, s.recentText.Load())
		}
	}
}
