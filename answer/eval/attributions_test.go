package eval

import (
	"reflect"
	"strings"
	"testing"

	"newshound/corpus"
)

func TestReadAttributions(t *testing.T) {
	bodies := map[string]string{"a": "“Nó,” Lee said. Ray says it rained.", "b": "Nothing."}
	text := func(id string) (string, bool) {
		body, ok := bodies[id]
		return body, ok
	}
	got, err := ReadAttributions(strings.NewReader(`{"doc": "a", "source": [{"start": 6, "end": 9, "text": "Lee"}], "cue": [{"start": 10, "end": 14}], "content": [{"start": 0, "end": 5}], "direct": true}
{"doc": "a", "source": [{"start": 20, "end": 24}], "cue": [{"start": 16, "end": 19}], "content": [{"start": 25, "end": 27}, {"start": 28, "end": 34}]}
{"doc": "elsewhere", "source": [], "content": [{"start": 900, "end": 950}]}
{"doc": "b", "content": [{"start": 0, "end": 8}]}
`), "w", text)
	want := Attributions{
		"a": {
			// Offsets count characters there, and bytes here.
			{Content: []corpus.Span{{Start: 0, End: 10}}, Source: []corpus.Span{{Start: 11, End: 14}}},
			// The source and the cue are the wrong way round.
			{Content: []corpus.Span{{Start: 30, End: 32}, {Start: 33, End: 39}}, Source: []corpus.Span{{Start: 21, End: 24}}},
		},
		"b": {{Content: []corpus.Span{{Start: 0, End: 8}}}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
	for in, want := range map[string]string{
		`{"doc": "a", "content": []}`:                                                            `w:1: want "doc" and "content"`,
		`{"content": [{"start": 0, "end": 1}]}`:                                                  `w:1: want "doc" and "content"`,
		`{"doc": "b", "content": [{"start": 0, "end": 9}]}`:                                      "w:1: article b has no characters 0 to 9",
		`{"doc": "b", "content": [{"start": 3, "end": 3}]}`:                                      "w:1: article b has no characters 3 to 3",
		`{"doc": "b", "content": [{"start": 0, "end": 2}], "source": [{"start": -1, "end": 2}]}`: "w:1: article b has no characters -1 to 2",
		"x": "w:1: not JSON: invalid character 'x' looking for beginning of value",
	} {
		if _, err := ReadAttributions(strings.NewReader(in), "w", text); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
}

// said returns what source says in the given pieces of body, each at its first
// place.
func said(t *testing.T, body, source string, content ...string) Attributed {
	t.Helper()
	span := func(s string) corpus.Span {
		i := strings.Index(body, s)
		if i < 0 {
			t.Fatalf("no %q", s)
		}
		return corpus.Span{Start: i, End: i + len(s)}
	}
	var a Attributed
	if source != "" {
		a.Source = []corpus.Span{span(source)}
	}
	for _, c := range content {
		a.Content = append(a.Content, span(c))
	}
	return a
}

// TestMeasureAttributions counts by hand.
func TestMeasureAttributions(t *testing.T) {
	const body = `“We won,” Ann Lee said. “We lost,” Ray said. Lee called it “a day of joy.” It rained, officials said. “Who knows?” It hailed, Ray said.`
	known := []Attributed{
		said(t, body, "Ann Lee", "“We won,”"),
		said(t, body, "Ray", "“We lost,”"),
		said(t, body, "Lee", "it “a day of joy.”"),
		said(t, body, "officials", "It rained"),
		said(t, body, "", "“Who knows?”"),
		said(t, body, "Ray", "It hailed"),
	}
	unclear := said(t, body, "", "It hailed")
	unclear.Unclear = true
	found := []Attributed{
		said(t, body, "Ann Lee", "“We won,”"),        // right
		said(t, body, "Ann Lee", "“We lost,”"),       // the wrong speaker
		said(t, body, "Ann Lee", "“a day of joy.”"),  // 4 of 5 words, and a name that ends in the same word
		said(t, body, "Ray", "It rained, officials"), // 2 of 3 words, the wrong speaker
		said(t, body, "Ann Lee", "“Who knows?”"),     // nobody is known to speak
		unclear, // claims nothing of a speaker
		said(t, body, "Ann Lee", "Ann", "Lee", "said"), // not said at all
	}
	a, b := corpus.NewArticle(corpus.Meta{ID: "a"}, body), corpus.NewArticle(corpus.Meta{ID: "b"}, body)
	none := corpus.NewArticle(corpus.Meta{ID: "none"}, body)
	report := MeasureAttributions([]*corpus.Article{a, b, none}, Attributions{"a": known, "b": known}, func(a *corpus.Article) []Attributed {
		if a == none {
			t.Error("asked about an article of which nothing is known")
		}
		return found
	})
	one := []Tally{
		{"direct", 3, 2, 2, 1},
		{"quoted", 3, 2, 3, 2},
		{"speaker", 5, 2, 5, 2},
		{"content", 7, 6, 6, 6},
	}
	both := []Tally{
		{"direct", 6, 4, 4, 2},
		{"quoted", 6, 4, 6, 4},
		{"speaker", 10, 4, 10, 4},
		{"content", 14, 12, 12, 12},
	}
	if want := []int{2, 1, 1}; !reflect.DeepEqual(report.Articles, want) {
		t.Errorf("articles %v, want %v: one in each half", report.Articles, want)
	}
	if want := [][]Tally{both, one, one}; !reflect.DeepEqual(report.Tallies, want) {
		t.Errorf("tallies %v, want %v", report.Tallies, want)
	}
	var out strings.Builder
	if err := report.PrintMisses(&out); err != nil {
		t.Fatal(err)
	}
	const misses = `1	a	direct	wrong	Ann Lee	“We lost,”
1	a	speaker	wrong	Ray	It rained, officials
1	a	speaker	wrong	Ann Lee	Ann … Lee … said
1	a	direct	missed	Ray	“We lost,”
1	a	speaker	missed	officials	It rained
1	a	speaker	missed	Ray	It hailed
`
	if want := misses + strings.ReplaceAll(misses, "1\ta", "2\tb"); out.String() != want {
		t.Errorf("misses\n%s\nwant\n%s", out.String(), want)
	}
}

// TestPair gives each known attribution to the one that fits it best.
func TestPair(t *testing.T) {
	const body = "Lee said that Ray said it rained all day."
	known := []Attributed{said(t, body, "Lee", "that Ray said it rained all day"), said(t, body, "Ray", "it rained all day")}
	found := []Attributed{said(t, body, "Ray", "it rained all day"), said(t, body, "Lee", "Ray said it rained all day"), said(t, body, "Lee", "all day")}
	if got, want := pair(body, found, known), []int{1, 0, -1}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestQuoted(t *testing.T) {
	for text, want := range map[string][2]bool{
		"“We won,”":         {true, true},
		"''We won.''":       {true, true},
		"‘We won’":          {true, true},
		"“We won, and this": {true, true},
		"a “victory”":       {false, true},
		"“won” and “lost”":  {false, true},
		"We won":            {false, false},
		"\"":                {true, true},
	} {
		all, some := quoted(text, []corpus.Span{{End: len(text)}})
		if all != want[0] || some != want[1] {
			t.Errorf("%s: %v, %v, want %v", text, all, some, want)
		}
	}
}

func TestTally(t *testing.T) {
	none := Tally{}
	if none.Precision() != 0 || none.Recall() != 0 || none.F1() != 0 {
		t.Errorf("of nothing: %v, %v, %v", none.Precision(), none.Recall(), none.F1())
	}
	some := Tally{Found: 4, Right: 3, Known: 10, Recalled: 5}
	if some.Precision() != 0.75 || some.Recall() != 0.5 || some.F1() != 0.6 {
		t.Errorf("%v, %v, %v", some.Precision(), some.Recall(), some.F1())
	}
}
