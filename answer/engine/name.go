package engine

import (
	"slices"
	"strings"

	"newshound/answer/inquiry"
	"newshound/answer/syntax"
)

// namesake is what is left of a given name in an article that never has the surname: it is
// somebody else's.
const namesake = 0.3

// notNamesakes lowers how well given names of the question are met, where neither the article
// nor its header has the surname.
func notNamesakes(wants []inquiry.Want, met []float64, article, header []float64) {
	for i, w := range wants {
		if n := w.Surname - 1; n >= 0 && wants[n].Known && article[n] == 0 && header[n] == 0 {
			met[i] *= namesake
		}
	}
}

// surnameStands is how well a surname by itself stands for the given name before it, in an
// article that has both: it names people in full only once.
const surnameStands = 0.7

// bySurname raises how well given names of the question are met, where the quote itself has
// the surname and the article or its header the given name.
func bySurname(wants []inquiry.Want, met, inside, article, header []float64) {
	for i, w := range wants {
		if n := w.Surname - 1; n >= 0 && inside[n] >= inquiry.SameWeight {
			met[i] = max(met[i], surnameStands*max(article[i], header[i]))
		}
	}
}

// absentShare is the share of the question, by weight, that a word must have for its absence
// to be told.
const absentShare = 0.15

// absent returns the words of a question, as typed, that the coverage uses, but neither in
// the chosen quotes nor in the passages and headers around them. They are a good part of the
// question or, if unmet, what it asks of a name. The kind of thing that is asked for, as in
// “which state”, need not be there.
func absent(x inquiry.Expansion, chosen []candidate, unmet bool) []string {
	total := 0.0
	for _, w := range x.Wants {
		total += w.Info
	}
	var out []string
	for i, w := range x.Wants {
		if !w.Known || w.Word.Frame || w.Word.Outlet {
			continue
		}
		if nearAny(chosen, w, i) || w.Word.Class || w.Word.Told && ofName(chosen) || w.Info < absentShare*total && (!unmet || w.Word.Name && !w.Word.Borne) {
			continue
		}
		typed := syntax.Owner(w.Word.Typed)
		if w.Word.Numbers {
			typed = x.Wants[i-1].Word.Typed + " " + typed
		}
		out = append(out, typed)
	}
	return out
}

// partedShare is the share of what is asked of a name, by weight, that a quote must have to tell of it.
const partedShare = 0.5

// parted returns a name, as typed, where a question asks whether its bearer did something, some quotes tell
// of that, and none of them has the name near: one tells who attended, another something else of Ann Lee.
func parted(in inquiry.Inquiry, x inquiry.Expansion, chosen []candidate) []string {
	first, last, ok := in.WhetherOf()
	if !ok {
		return nil
	}
	apart := false // one tells of it
	for _, c := range chosen {
		met, total := 0.0, 0.0
		for i, w := range x.Wants {
			if first <= i && i <= last || w.Word.Frame || w.Word.Outlet {
				continue
			}
			total += w.Info
			if nearAny([]candidate{c}, w, i) {
				met += w.Info
			}
		}
		tells := total > 0 && met >= partedShare*total
		if tells && nearAny([]candidate{c}, x.Wants[last], last) {
			return nil
		}
		apart = apart || tells
	}
	if !apart {
		return nil
	}
	typed := in.Text[x.Wants[first].Word.Start:x.Wants[last].Word.End]
	return []string{syntax.Owner(typed)}
}

// unmetIn reports whether a question asks something of a name that the coverage uses, and
// nothing of that is in the chosen quotes or around them; or whether they lack the word for
// what somebody is to the name, such as “chef” of “the head chef of Halvor”. Where a question asks
// what somebody said of nothing but another name, that name is what is asked; topic has a share of it.
func unmetIn(x inquiry.Expansion, chosen []candidate, topic []float64) bool {
	named, asked, met, borne, spokenOf := false, false, false, false, false
	for i, w := range x.Wants {
		switch {
		case w.Word.Frame || w.Word.Outlet:
		case w.Word.Borne && !nearAny(chosen, w, i) && !(w.Word.Told && ofName(chosen)):
			borne = borne || w.Known
		case (w.Word.Name || w.Word.Numbers) && topic[i] > 0:
			spokenOf = spokenOf || nearAny(chosen, w, i)
			named = true
		case w.Word.Name || w.Word.Numbers:
			named = named || w.Known
		case w.Word.Told && ofName(chosen), nearAny(chosen, w, i):
			met = true
		default:
			asked = asked || w.Known && !w.Word.Class
		}
	}
	return named && borne || named && !met && (asked || !spokenOf && slices.ContainsFunc(topic, func(share float64) bool { return share > 0 }))
}

// ofName reports whether, in one of some quotes, the kind of thing asked for stands beside the name.
func ofName(quotes []candidate) bool {
	return slices.ContainsFunc(quotes, func(c candidate) bool { return c.ofName })
}

// nearAny reports whether the i-th clause is met in or around one of some quotes, or by a word of
// the same root: a quote on losses tells what was lost.
func nearAny(quotes []candidate, w inquiry.Want, i int) bool {
	return slices.ContainsFunc(quotes, func(c candidate) bool {
		return c.near[i] > proofArticle || slices.ContainsFunc(c.matches, func(m match) bool {
			return m.want == i && ofOneRoot(strings.ToLower(c.article.Body[m.Start:m.End]), w.Word.Word)
		})
	})
}

// ofOneRoot reports whether two words that match each other begin alike: loss and lose,
// transmission and transmit.
func ofOneRoot(a, b string) bool {
	const least, most = 3, 4
	n := min(max(min(len(a), len(b))-1, least), most)
	return len(a) >= n && len(b) >= n && a[:n] == b[:n]
}
