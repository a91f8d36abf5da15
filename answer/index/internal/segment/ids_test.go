package segment

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"newshound/corpus"
)

// TestHashesMeet finds articles whose ids have one hash, by their ids.
func TestHashesMeet(t *testing.T) {
	w := NewWriter("", true, nil)
	for i := range 3 {
		w.AddArticle(corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i)}, "One."))
		w.ids[i].Key = HashID("1")
	}
	w.StartTerms()
	new(WordWriter).Finish(w)
	new(NameWriter).Finish(w)
	var data bytes.Buffer
	if err := w.WriteAll(&data); err != nil {
		t.Fatal(err)
	}
	if got := Open(data.Bytes(), nil).Find("1"); !slices.Equal(got, []int{1}) {
		t.Errorf("found %v", got)
	}
}
