package attribution

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"newshound/corpus"
)

func TestOf(t *testing.T) {
	for _, c := range slices.Concat(contentCases, clauseCases, subjectCases, speakerCases, calledCases, newsCases) {
		t.Run(c.name, func(t *testing.T) {
			a := corpus.NewArticle(corpus.Meta{ID: "a", Headline: "What Jason Doe found"}, c.text)
			var got []string
			for _, x := range Of(a) {
				got = append(got, describe(a, x))
			}
			if g := strings.Join(got, "\n"); g != c.want {
				t.Errorf("got\n%s\nwant\n%s", g, c.want)
			}
		})
	}
}

// describe writes an attribution as the cases have it.
func describe(a *corpus.Article, x Attribution) string {
	who := a.Text(x.Source)
	switch speaker := a.Text(x.Speaker); {
	case x.Unclear():
		who += " | unclear"
	case speaker != who:
		who += " = " + speaker
	}
	kind := x.Kind.String()
	if x.Tacit {
		kind += ", tacit"
	}
	var pieces []string
	for _, s := range x.Content {
		pieces = append(pieces, a.Text(s))
	}
	return fmt.Sprintf("%s | %s | %s | %s", who, a.Text(x.Cue), kind, strings.Join(pieces, " / "))
}

func TestKind(t *testing.T) {
	for k, want := range map[Kind]string{Direct: "direct", Indirect: "indirect", Mixed: "mixed", 9: "Kind(9)"} {
		if got := k.String(); got != want {
			t.Errorf("%d is %q, want %q", k, got, want)
		}
	}
}

// prose is a text of the usual make.
var prose = strings.Repeat(`Robert A. Brady, who chairs the state’s ethics committee, asked why 1,000 e-mails had gone missing. “We do not
know,” Gov. Ann Ruiz (D-Mo.) told reporters on Tuesday. “And we will not rest until we do.” She said the office had called
the loss “the worst we’ll ever see,” according to officials in the Department of Transportation, adding that critics weren’t
convinced.

“It is a scandal,” Brady said. “She knew.”

`, 40)

func BenchmarkOf(b *testing.B) {
	a := corpus.NewArticle(corpus.Meta{ID: "a"}, prose)
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		Of(a)
	}
}
