package inquiry

import (
	"context"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
)

// correct reads a word that neither the coverage nor a dictionary has as the word of the coverage of which
// it is most likely a misspelling. In a question that is shouting, capitals do not mark names.
func (r *Reader) correct(ctx context.Context, x *Expansion, i int, shouting bool) error {
	w, known := x.Wants[i].Word, x.Wants[i].Known
	if analysis.Ordinary(w.Word) || analysis.IsNumber(w.Word) || known && r.index.DocFreq(w.Term) == 0 { // others stand for it
		return nil
	}
	similar := r.index.Similar(w.Word)
	if len(similar) == 0 || similar[0] == w.Word {
		return nil
	}
	if known && analysis.Attested(w.Word) {
		return nil
	}
	if !known {
		var err error
		if similar, err = r.meant(ctx, w, similar, x.Passages, shouting); len(similar) == 0 {
			return err
		}
	}
	if term := r.analyzer.Term(similar[0]); known && (term == w.Term || !analysis.Ordinary(similar[0]) || w.Upper) {
		// The stemmer may have made the word right by chance: mccaskil is the stem
		// of mccaskill. Say so, unless it is just another form.
		if term == w.Term && strings.TrimSuffix(similar[0], "s") != strings.TrimSuffix(w.Word, "s") {
			x.Corrected = append(x.Corrected, answer.Correction{From: w.Typed, To: similar[0]})
			x.Searched = slices.DeleteFunc(x.Searched, func(s string) bool { return s == w.Typed })
			x.add(i, []string{w.Term}, 1, similar[0])
		}
		return nil
	} else if known {
		// Or right by chance and another word: acurate has the stem of Acurable, a name.
		x.Wants[i].Word.Term, x.Wants[i].Alts = term, []answer.Alt{{Terms: []string{term}, Weight: 1}}
		x.Searched = slices.DeleteFunc(x.Searched, func(s string) bool { return s == w.Typed })
	}
	x.Corrected = append(x.Corrected, answer.Correction{From: w.Typed, To: similar[0]})
	for _, s := range similar {
		x.add(i, []string{r.analyzer.Term(s)}, spellingWeight, s)
	}
	return nil
}

// meant returns which of some similar words somebody may have meant who typed one that the coverage, of n
// passages, does not have.
func (r *Reader) meant(ctx context.Context, w Word, similar []string, n int, shouting bool) ([]string, error) {
	if w.Acronym && !shouting { // AFTRA is no Astra, but UNRAW the UNRWA
		similar = slices.DeleteFunc(similar, func(s string) bool { return !sameLetters(s, w.Word) })
	}
	switch capital := !shouting && (w.Acronym || w.Upper && w.At > 0); {
	case analysis.Attested(w.Word):
		return slices.DeleteFunc(similar, func(s string) bool { return !extends(s, w.Word, capital) && single(s) != single(w.Word) }), nil
	case n > largeCorpus && len(w.Word) < fewestSpelled:
		return nil, nil
	case !capital:
		return similar, nil
	}
	var out []string
	for _, s := range similar {
		if analysis.Ordinary(s) { // the Knicks are no knocks
			if proper, err := r.names.IsProper(ctx, r.analyzer.Term(s)); !proper {
				if err != nil {
					return nil, err
				}
				continue
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// sameLetters reports whether two words have the same letters in another order.
func sameLetters(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// fewestSpelled is the number of letters that a word must have to be read as a similar one in a large
// corpus. Nearly every name of four letters that is not there is similar to some word by chance.
const fewestSpelled = 5

// extends reports whether one of two words is the other with another ending: reforms and reformist. Of
// names, only that of a people counts beside its place: Kuwait and Kuwaiti, not Michel and Michelle.
func extends(a, b string, names bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	stem := strings.TrimRight(a, "es")
	return len(stem) >= fewestSpelled && strings.HasPrefix(b, stem) && (!names || ofPlace(b[len(stem):]))
}

// single returns a word with single letters for double ones. That is the most frequent mistake in names:
// Basset for Bassett.
func single(word string) string { return string(slices.Compact([]byte(word))) }

// ofPlace are the endings that make the name of a place that of its people.
var ofPlace = analysis.Words("n an ian ean i ish ese")
