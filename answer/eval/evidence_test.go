package eval

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

func TestReadEvidence(t *testing.T) {
	got, err := ReadEvidence(strings.NewReader(`{"qid": "a", "doc": "x", "text": "It  is\nold."}`+"\n"+`{"qid": "a", "text": "It is old."}`+"\n\n"+`{"qid": "b", "text": "Red"}`), "e")
	if want := (Evidence{"a": {"Itisold."}, "b": {"Red"}}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
	for in, want := range map[string]string{
		`{"qid": "a", "text": " "}`: `e:1: want "qid" and "text"`,
		`{"text": "x"}`:             `e:1: want "qid" and "text"`,
		"x":                         "e:1: not JSON: invalid character 'x' looking for beginning of value",
	} {
		if _, err := ReadEvidence(strings.NewReader(in), "e"); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
}

// TestMeasureEvidence calculates by hand: a has its two texts at ranks 2 and 5,
// ½·(1/2 + 1/5); b both at once at rank 1, found again at 2; c none.
func TestMeasureEvidence(t *testing.T) {
	hits := func(texts ...string) []answer.Hit {
		var out []answer.Hit
		for _, text := range texts {
			a := corpus.NewArticle(corpus.Meta{ID: text}, text)
			out = append(out, answer.Hit{Passage: corpus.Passage{Article: a, Span: a.Paragraphs[0].Span}})
		}
		return out
	}
	many := make([]string, 11)
	for i := range many {
		many[i] = "nothing"
	}
	many[10] = "too late"
	report := MeasureEvidence([]Ranking{
		{Case: Case{ID: "a", Answerable: true}, Hits: hits("x", "here is  one", "y", "z", "and two")},
		{Case: Case{ID: "b", Answerable: true}, Hits: hits("one and two", "one")},
		{Case: Case{ID: "c", Answerable: true}, Hits: hits(many...)},
		{Case: Case{ID: "d"}, Hits: hits("one")},
		{Case: Case{ID: "e", Answerable: true}, Hits: hits("one")},
	}, Evidence{"a": {"isone", "two"}, "b": {"one", "two"}, "c": {"toolate"}, "d": {"one"}})
	if len(report.Queries) != 3 || report.LeftOut != 2 {
		t.Errorf("%d queries, %d left out", len(report.Queries), report.LeftOut)
	}
	for i, want := range []struct {
		name  string
		value float64
	}{{"Hits@4", 2. / 3}, {"Hits@10", 2. / 3}, {"MAP@10", (0.35 + 1) / 3}, {"MRR@10", 1.5 / 3}} {
		if m := report.Means[i]; m.Name != want.name || math.Abs(m.Value-want.value) > 1e-9 {
			t.Errorf("%s %v, want %s %v", m.Name, m.Value, want.name, want.value)
		}
	}
}
