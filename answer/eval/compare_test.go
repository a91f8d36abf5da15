package eval

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/corpus"
)

func TestReadRun(t *testing.T) {
	want := SavedRun{"a": {"x", "y z"}, "b%": {"x#1"}}
	for name, in := range map[string]string{
		"TREC": "a Q0 y%20z#3-5 2 1.5 newshound\na Q0 x#1 1 2.5 newshound\nb%25 Q0 x#1#7 1 9 newshound\na Q0 x#2 3 1 newshound\n",
		"JSON": `{"query": "a", "rank": 2, "article": "y z", "paragraph": "3-5", "score": 1}` + "\n" +
			`{"query": "a", "rank": 1, "article": "x", "text": "T"}` + "\n" + `{"query": "b%", "rank": 1, "article": "x#1"}`,
	} {
		got, err := ReadRun(strings.NewReader(in), name)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v, want %v", name, got, err, want)
		}
	}
	for in, want := range map[string]string{
		"":                        "run: holds no run",
		"a Q0 x 1 2.5":            "run:1: 5 columns: want the six of a TREC run",
		"a Q0 x one 2.5 t":        `run:1: the rank "one" is not a whole number`,
		"{}":                      `run:1: want "query", "article" and a "rank" from 1`,
		"{":                       "run:1: not JSON: unexpected end of JSON input",
		"a Q0 x 1 1 t\n%x Q0 y 1": "run:2: 4 columns: want the six of a TREC run",
		"%x Q0 y 1 1 t":           `run:1: invalid URL escape "%x"`,
	} {
		if _, err := ReadRun(strings.NewReader(in), "run"); err == nil || err.Error() != want {
			t.Errorf("%q: error %v, want %s", in, err, want)
		}
	}
}

// TestReadRunReadsWhatIsWritten writes a run in both forms and reads it again.
func TestReadRunReadsWhatIsWritten(t *testing.T) {
	a := corpus.NewArticle(corpus.Meta{ID: "an %id#4"}, "One.\n\nTwo.")
	rankings := []Ranking{{Case: Case{ID: "q 1"}, Hits: []answer.Hit{{Passage: corpus.Passage{Article: a, Last: 1, Span: corpus.Span{End: len(a.Body)}}, Score: 2}}}}
	for _, format := range []func(*strings.Builder) error{
		func(b *strings.Builder) error { return WriteTREC(b, rankings) },
		func(b *strings.Builder) error { return WriteJSONL(b, rankings) },
	} {
		var b strings.Builder
		if err := format(&b); err != nil {
			t.Fatal(err)
		}
		got, err := ReadRun(strings.NewReader(b.String()), "run")
		if want := (SavedRun{"q 1": {"an %id#4"}}); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v, want %v", b.String(), got, err, want)
		}
	}
}

func TestCompare(t *testing.T) {
	hit := func(id string) answer.Hit {
		a := corpus.NewArticle(corpus.Meta{ID: id}, "Text.")
		return answer.Hit{Passage: corpus.Passage{Article: a, Span: a.Paragraphs[0].Span}}
	}
	rankings := []Ranking{
		{Case: Case{ID: "a"}, Hits: []answer.Hit{hit("x"), hit("y")}},
		{Case: Case{ID: "b"}, Hits: []answer.Hit{hit("y"), hit("x")}},
		{Case: Case{ID: "c"}, Hits: []answer.Hit{hit("z")}},
		{Case: Case{ID: "d"}, Hits: []answer.Hit{hit("x")}},
		{Case: Case{ID: "unjudged"}},
	}
	qrels := Qrels{"a": {"x": 1}, "b": {"x": 1}, "c": {"z": 1}, "d": {"x": 1}}
	before := SavedRun{"a": {"y", "x"}, "b": {"x"}, "d": {"x", "y"}}
	c := Compare(Measure(rankings, qrels, 10), before, qrels)
	if c.Queries != 4 || c.Absent != 1 || len(c.Differences) != 3 {
		t.Fatalf("%+v", c)
	}
	// MRR: ½ → 1, 1 → ½, 0 → 1, 1 → 1.
	d := c.Differences[1]
	if d.Name != "MRR@10" || d.Better != 2 || d.Worse != 1 || d.Same != 1 ||
		math.Abs(d.Before-2.5/4) > 1e-9 || math.Abs(d.After-3.5/4) > 1e-9 || math.Abs(d.Mean-0.25) > 1e-9 ||
		d.CI.Low >= d.Mean || d.CI.High <= d.Mean || d.P < 0.05 || d.P > 1 {
		t.Errorf("%+v", d)
	}
	var out strings.Builder
	if err := c.Print(&out, "r.trec"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"compared with r.trec, which holds nothing for 1 of 4 queries\n",
		"MRR@10      0.6250 → 0.8750  +0.2500  [", "2 better, 1 worse, 1 the same\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

func TestPValue(t *testing.T) {
	repeat := func(n int, values ...float64) []float64 {
		var all []float64
		for range n {
			all = append(all, values...)
		}
		return all
	}
	for _, test := range []struct {
		about     string
		paired    []float64
		low, high float64
	}{
		{"no queries", nil, 1, 1},
		{"no difference", repeat(50, 0), 1, 1},
		{"as often better as worse", repeat(50, 1, -1), 0.5, 1},
		{"always better", repeat(50, 0.1), 0, 0.001},
		{"mostly worse", repeat(50, -1, -1, 0.5), 0, 0.001},
		{"once better", append(repeat(20, 0), 1), 0.3, 1},
	} {
		if p := pValue(test.paired); p < test.low || p > test.high || p <= 0 {
			t.Errorf("%s: p %v, want from %v to %v", test.about, p, test.low, test.high)
		}
	}
}
