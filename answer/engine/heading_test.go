package engine

import (
	"strings"
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

func TestIsHeading(t *testing.T) {
	for line, want := range map[string]bool{
		"Acme Inc (UK)":                     true,
		"By the numbers":                    true,
		"Will it last?":                     true,
		"¿Qué pasó en Borg?":                true,
		"“The old dam”":                     true,
		"€1.2bn for the dam":                true,
		"Ürümqi":                            true,
		"阿里巴巴":                              true,
		"विद्यालय":                          true,
		strings.Repeat("Я", 60):             true,
		strings.Repeat("Я", 61):             false,
		"a line in small letters":           false,
		"“a line in small letters”":         false,
		"The dam broke.":                    false,
		"The dam broke,":                    false,
		"By Ann Lee":                        false,
		"BY ANN LEE, THE GAZETTE":           false,
		"Source: Bo Doyle, The Gazette":     false,
		"Updated at 03.10 GMT":              false,
		"Follow Jo Roe for news of Ashford": false,
		"Read the report of the council":    false,
		"?":                                 false,
	} {
		a := corpus.NewArticle(corpus.Meta{ID: "a"}, "The night was quiet in Ashford.\n\n"+line+"\n\n"+strings.Repeat("The mayor of Ashford won a prize. ", 9))
		if got := isHeading(a, 1); got != want {
			t.Errorf("%q is a heading: %v, want %v", line, got, want)
		}
	}
}
