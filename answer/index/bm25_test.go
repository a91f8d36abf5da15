package index

import (
	"math"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

// article returns an article of one paragraph for each text.
func article(id, headline string, paragraphs ...string) *corpus.Article {
	a := &corpus.Article{Meta: corpus.Meta{ID: id, Headline: headline}, Body: strings.Join(paragraphs, "\n\n")}
	start := 0
	for i, text := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Span: corpus.Span{Start: start, End: start + len(text)}, N: i + 1})
		start += len(text) + 2
	}
	return a
}

// indexOf returns an index of one article for each text.
func indexOf(texts ...string) *Index {
	var articles []*corpus.Article
	for _, text := range texts {
		articles = append(articles, article(string(rune('a'+len(articles))), "", text))
	}
	return New(articles)
}

// TestBM25 compares scores with ones that were calculated by hand, with k1 = 1.2
// and b = 0.6.
//
// The passages' lengths without stop words are
//
//	a  flood reached bridge                         3
//	b  flood flood flood flood warnings issued      6
//	c  river left bank                              3
//
// so that avglen = 12 / 3 = 4, and k1·(1 − b + b·len/avglen) is
//
//	a, c  1.2 · (0.4 + 0.6 · 3/4) = 1.2 · 0.85 = 1.02
//	b     1.2 · (0.4 + 0.6 · 6/4) = 1.2 · 1.30 = 1.56
//
// The header of c holds “flood” once and “river” once; an occurrence there
// counts as two, and none counts for the length.
func TestBM25(t *testing.T) {
	ix := New([]*corpus.Article{
		article("a", "", "The flood reached the bridge."),
		article("b", "Bridge", "Flood, flood, flood! Flood warnings were issued."),
		article("c", "The river in flood", "The river left its bank."),
	})
	word := func(w string) answer.Alt { return answer.Alt{Terms: []string{w}, Weight: 1} }
	for _, c := range []struct {
		name   string
		alts   []answer.Alt
		weight float64
		want   map[string]float64
	}{
		{"a word", []answer.Alt{word("flood")}, 1, map[string]float64{
			"a": 1.089108911, // tf 1:     1 · 2.2 / (1 + 1.02) = 2.2 / 2.02
			"b": 1.582733813, // tf 4:     4 · 2.2 / (4 + 1.56) = 8.8 / 5.56
			"c": 1.456953642, // tf 0 + 2: 2 · 2.2 / (2 + 1.02) = 4.4 / 3.02
		}},
		{"in text and header", []answer.Alt{word("river")}, 1, map[string]float64{
			"c": 1.641791045, // tf 1 + 2: 3 · 2.2 / (3 + 1.02) = 6.6 / 4.02
		}},
		{"weight 2.5", []answer.Alt{word("bridg")}, 2.5, map[string]float64{
			"a": 2.722772277, // 2.5 · 1 · 2.2 / 2.02
			"b": 3.089887640, // 2.5 · 2 · 2.2 / (2 + 1.56) = 11 / 3.56
		}},
		{"the better alternative", []answer.Alt{{Terms: []string{"flood"}, Weight: 0.5}, {Terms: []string{"river"}, Weight: 0.4}, word("bank")}, 2, map[string]float64{
			"a": 1.089108911, // 2 · 0.5 · 2.2 / 2.02
			"b": 1.582733813, // 2 · 0.5 · 8.8 / 5.56
			"c": 2.178217822, // bank: 2 · 2.2 / 2.02; flood: 0.5 · …, river: 0.4 · … are less
		}},
		{"a phrase", []answer.Alt{{Terms: []string{"flood", "warn"}, Weight: 1}}, 1, map[string]float64{
			"b": 0.859375, // tf 1: 2.2 / (1 + 1.56) = 2.2 / 2.56
		}},
		{"a phrase that ends three times", []answer.Alt{{Terms: []string{"flood", "flood"}, Weight: 1}}, 1, map[string]float64{
			"b": 1.447368421, // tf 3: 6.6 / (3 + 1.56) = 6.6 / 4.56
		}},
		{"the header has no phrases", []answer.Alt{{Terms: []string{"river", "flood"}, Weight: 1}}, 1, nil},
	} {
		hits, err := ix.Retrieve(t.Context(), answer.Query{Clauses: []answer.Clause{{Alts: c.alts, Weight: c.weight}}, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		if len(hits) != len(c.want) {
			t.Errorf("%s: %d hits, want %d", c.name, len(hits), len(c.want))
		}
		for _, h := range hits {
			if id := h.Passage.Article.ID; math.Abs(h.Score-c.want[id]) > 1e-9 {
				t.Errorf("%s: %s scores %.9f, want %.9f", c.name, id, h.Score, c.want[id])
			}
		}
	}
}

// TestNoWords ranks a corpus in which passages have no length.
func TestNoWords(t *testing.T) {
	ix := New([]*corpus.Article{article("a", "Flood", "It was there."), article("b", "", "—")})
	hits, err := ix.Retrieve(t.Context(), answer.Query{Clauses: []answer.Clause{{Alts: []answer.Alt{{Terms: []string{"flood"}, Weight: 1}}, Weight: 1}}, Limit: 10})
	// avglen is taken to be 1 where it is less: 4.4 / (2 + 1.2 · 0.4).
	if err != nil || len(hits) != 1 || math.Abs(hits[0].Score-4.4/2.48) > 1e-9 {
		t.Errorf("Retrieve = %v, %v", hits, err)
	}
}

func TestDocFreq(t *testing.T) {
	ix := New([]*corpus.Article{
		article("a", "Flood warning", "The flood came.", "caption"),
		article("b", "", "A flooded bridge, and floods."),
		article("c", "", "Nothing of the kind."),
	})
	for term, want := range map[string]int{"flood": 2, "warn": 1, "bridg": 1, "the": 0, "flooded": 0, "": 0} {
		if got := ix.DocFreq(term); got != want {
			t.Errorf("DocFreq(%q) = %d, want %d", term, got, want)
		}
	}
}
