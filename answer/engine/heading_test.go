package engine

import (
	"testing"

	"newshound/corpus"
)

func TestHeadingOver(t *testing.T) {
	const long = "Said on Monday that it would close the works at Ashford, with all of its hands."
	a := corpus.NewArticle(corpus.Meta{ID: "a"}, "Who goes\n\n"+long+"\n\nAcme (UK)\n\n"+long+"\n\n"+long+"\n\nBorg.\n\n"+long+"\n\nCrane\n\nDoe\n\n"+long)
	for paragraph, want := range []int{-1, 0, 0, 2, 2, 2, 2, 2, 2, 8} {
		if got := headingOver(a, paragraph); got != want {
			t.Errorf("over paragraph %d stands %d, want %d", paragraph, got, want)
		}
	}
}
