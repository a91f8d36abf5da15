package index

import (
	"maps"
	"testing"

	"newshound/corpus"
)

func TestLabels(t *testing.T) {
	var articles []*corpus.Article
	for _, a := range [][3]string{{"1", "Ann Roe", "News"}, {"2", "Ann Roe", ""}, {"3", "", "News"}, {"4", "Bo Doe", "News"}} {
		art := article(a[0], "", "A paragraph.")
		art.Byline, art.Section = a[1], a[2]
		articles = append(articles, art)
	}
	bylines, sections := New(articles).Labels()
	if want := map[string]int{"Ann Roe": 2, "Bo Doe": 1, "": 1}; !maps.Equal(bylines, want) {
		t.Errorf("bylines %v, want %v", bylines, want)
	}
	if want := map[string]int{"News": 3, "": 1}; !maps.Equal(sections, want) {
		t.Errorf("sections %v, want %v", sections, want)
	}
}
