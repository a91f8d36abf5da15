package inquiry

import (
	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/lexicon"
)

// callByName finds names of several words, such as people's, in a question, and lets a given name before a
// surname find its other forms: Chris Wray is Christopher Wray.
func (r *Reader) callByName(x *Expansion) {
	for i := range x.Wants {
		w := &x.Wants[i]
		if w.Surname = x.surnameOf(i); w.Surname == 0 {
			continue
		}
		for _, form := range lexicon.GivenForms(w.Word.Word) {
			if t := r.analyzer.Term(form); r.index.DocFreq(t) > 0 {
				w.Alts = append(w.Alts, answer.Alt{Terms: []string{t}, Weight: givenWeight})
				w.Known = true
			}
		}
	}
}

// surnameOf returns the place, from 1, of the last word of the name to which the i-th word belongs, 0 where
// it belongs to none or is itself the last.
func (x Expansion) surnameOf(i int) int {
	w := x.Wants[i].Word
	if !w.Name {
		return 0
	}
	last := 0
	for j := i + 1; j < len(x.Wants); j++ {
		v := x.Wants[j].Word
		if !v.joined || !v.Name || v.Acronym || v.Upper != w.Upper {
			break
		}
		last = j + 1
	}
	if last > 0 && (w.Acronym || analysis.Ordinary(w.Word)) && analysis.Ordinary(x.Wants[last-1].Word.Word) {
		return 0 // White House, EU Commission
	}
	return last
}
