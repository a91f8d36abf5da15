package attribution

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"newshound/corpus"
)

// FuzzOf holds every attribution of any text to what the package promises, and those within a
// paragraph to be those of all that are.
func FuzzOf(f *testing.F) {
	for _, c := range slices.Concat(contentCases, clauseCases, speakerCases) {
		f.Add(c.text)
	}
	for _, s := range []string{"“", "”", "\"", "''", "said", "“a” said", "said “a”", "he said he said", "A said: “B” ", ", said", "who said", "“a\n\n“b\n\n", "to to said Mr", "Jr. said, “x", "Hale Road and then went on to post "} {
		f.Add(s)
		f.Add(strings.Repeat(s+" ", 20))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		a := corpus.NewArticle(corpus.Meta{ID: "a"}, text)
		all := Of(a)
		const few = 20 // paragraphs
		for _, p := range a.Paragraphs[:min(few, len(a.Paragraphs))] {
			want := slices.DeleteFunc(slices.Clone(all), func(x Attribution) bool { return !slices.ContainsFunc(x.Content, p.Overlaps) })
			if got := Within(a, p.Span); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
				t.Fatalf("within %v are %+v, want %+v", p.Span, got, want)
			}
		}
		last := 0
		for _, x := range all {
			if len(x.Content) == 0 || x.Content[0].Start < last {
				t.Fatalf("%+v is empty or out of order", x)
			}
			last = x.Content[0].Start
			end := 0
			for _, s := range x.Content {
				if s.Start < end || s.End <= s.Start || s.End > len(text) {
					t.Fatalf("content %+v", x.Content)
				}
				end = s.End
			}
			for _, s := range append([]corpus.Span{x.Source, x.Speaker, x.Cue}, x.Content...) {
				if s.Start < 0 || s.End < s.Start || !utf8.ValidString(a.Text(s)) {
					t.Fatalf("%+v has a span %v", x, s)
				}
			}
			if x.Source.Len() == 0 && x.Speaker.Len() > 0 {
				t.Fatalf("%+v has a speaker from nowhere", x)
			}
		}
	})
}

// TestHostileText has texts whose attributions take time in proportion to their
// length; where they do not, it hangs.
func TestHostileText(*testing.T) {
	const size = 1 << 18
	for _, s := range []string{
		"“", "”", "\"a ", "'a ", "‘a ", "said ", "Smith said ", "“a” ", "“a” said ", "a, ", "he said, ", "of Smith ", "Smith and ", "Smith, who said, ",
		"according to ", "(", "A said: “b.”\n\n", "“a b c d e\n\n", "Smith ", "the ", "“a?” ", "Joe Smith met Bob Lee. He said no.\n\n",
		"“It is a very good place.” — Ann Lee\n\n", "QXZWVAB: I may go.\n\n", "Smith" + strings.Repeat(" in dam of dam of dam", 30) + " said it fell. ",
	} {
		Of(corpus.NewArticle(corpus.Meta{ID: "a"}, strings.Repeat(s, size/len(s))))
	}
}

// TestEndlessSentence has a text without full stops, in which nobody can tell who says what.
func TestEndlessSentence(t *testing.T) {
	for _, c := range []struct{ times, found int }{{10, 1}, {longestSentence, 0}} {
		text := strings.Repeat("and so on ", c.times) + "until Joe Smith said the river rose."
		if got := Of(corpus.NewArticle(corpus.Meta{ID: "a"}, text)); len(got) != c.found {
			t.Errorf("%d attributions in a sentence of %d bytes, want %d", len(got), len(text), c.found)
		}
	}
}
