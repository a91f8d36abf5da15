package inquiry

import (
	"context"
	"math"
	"slices"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/calendar"
)

// Want is a word of a question as a clause of the query, with what the engine knows of it and the retriever
// need not.
type Want struct {
	answer.Clause
	Word Word
	// Info is how much a quote that meets the clause proves, and one that does not disproves.
	Info float64
	// Known reports that the coverage uses the word, or one that it was read as.
	Known bool
	// Home is how much more at home the word, or what is read in its place, is in the
	// coverage than in English at large; see [answer.Evidence].Home.
	Home float64
	// Surname is the place, from 1, of the clause of the last word of the name that
	// this word begins, or 0.
	Surname int
}

// Expansion is a question put in the words of the coverage.
type Expansion struct {
	Wants     []Want   // one for each of the question's words, in order
	Searched  []string // what is searched for, as the answer says it
	Missing   []string // words that the coverage does not use, nor what they may stand for
	Corrected []answer.Correction
	Passages  int // in the corpus
}

// Expand finds what stands for each word of a question in the coverage: the word itself, or a likely
// spelling if the coverage never uses it; compounds written as one word or two; amounts written short
// or in full; acronyms and what they stand for; related words.
//
// The error is the context's or the retriever's.
func (r *Reader) Expand(ctx context.Context, in Inquiry) (Expansion, error) {
	x := Expansion{Wants: make([]Want, len(in.Words)), Passages: r.index.Coverage().Passages}
	for i, w := range in.Words {
		x.Wants[i] = Want{Word: w, Known: r.index.DocFreq(w.Term) > 0}
		x.Wants[i].Alts = []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}
		if x.Wants[i].Known && !w.Frame && !w.Outlet {
			x.Searched = append(x.Searched, w.Typed)
		}
	}
	r.joinCompounds(&x)
	r.writeAmounts(&x, in.Text)
	r.spellOut(&x)
	r.abbreviate(&x)
	r.callByOffice(&x)
	r.callByName(&x)
	for i := range x.Wants {
		if err := r.correct(ctx, &x, i, in.shouting); err != nil {
			return x, err
		}
	}
	r.tellKind(&x, in.Expect)
	for i := range x.Wants {
		r.relate(&x, i)
		r.weigh(&x.Wants[i], x.Passages)
		if w := x.Wants[i]; !w.Known && !w.Word.Frame {
			x.Missing = append(x.Missing, w.Word.Typed)
		}
	}
	r.weighYears(&x, in.Dates)
	for _, f := range in.Sides {
		x.Searched = append(x.Searched, f.Outlets...)
	}
	return x, nil
}

// onlyYear is the share of the passages of one year from which on naming the year says nothing.
const onlyYear = 0.9

// weighYears raises the weight of a year that is not part of a date to the average of the other words. A
// year is a common word, since it stands above every article that appeared in it, and yet the question
// turns on it. This is not done where nearly all passages are of that year.
func (r *Reader) weighYears(x *Expansion, dates []calendar.Named) {
	if r.index.Coverage().Last.IsZero() {
		return
	}
	alone := func(w Word) bool {
		return calendar.Year(w.Word) && !slices.ContainsFunc(dates, func(d calendar.Named) bool { return d.Start <= w.Start && w.Start < d.End })
	}
	sum, n := 0.0, 0.0
	for _, w := range x.Wants {
		if !w.Word.Frame && !w.Word.Outlet && !w.Word.Aside && !alone(w.Word) {
			sum += w.Weight
			n++
		}
	}
	for i := range x.Wants {
		w := &x.Wants[i]
		tells := float64(r.index.DocFreq(w.Word.Term)) < onlyYear*float64(r.index.Coverage().Passages)
		if n > 0 && tells && !w.Word.Frame && !w.Word.Aside && alone(w.Word) {
			w.Weight = max(w.Weight, sum/n)
			if w.Known {
				w.Info = w.Weight
			}
		}
	}
}

// Further returns the share of the passages that are not the first of their article.
func (r *Reader) Further() float64 {
	c := r.index.Coverage()
	return 1 - float64(c.Articles)/float64(max(1, c.Passages))
}

// Quotable returns the expansion as quotes are chosen by it: without what no quote
// need hold, and with words that only ask weighing less than any word that is
// asked about, however common that is in the coverage.
func (x Expansion) Quotable() Expansion {
	x.Wants = slices.Clone(x.Wants)
	least := math.Inf(1)
	for _, w := range x.Wants {
		if !w.Word.Frame && !w.Word.Outlet {
			least = min(least, w.Weight)
		}
	}
	for i := range x.Wants {
		switch w := &x.Wants[i]; {
		case w.Word.Outlet:
			w.Weight, w.Info = 0, 0
		case w.Word.Frame:
			w.Weight = min(w.Weight, frameQuoted*least)
		case w.Word.Aside:
			w.Weight *= asideQuoted
		}
	}
	return x
}

// How a word's weight depends on its part in the question.
const (
	frameWeight   = 0.5  // in retrieval, where they tell passages apart a little
	frameQuoted   = 0.3  // in a quote, of the least that another word weighs
	frameInfo     = 0.02 // as evidence
	asideWeight   = 0.6  // of what was spoken of, in retrieval
	asideQuoted   = 0.4  // of that, in a quote
	strangerInfo  = 1.4  // a name, or a word no dictionary has, that the coverage never uses
	unmatchedInfo = 0.7  // an ordinary word that the coverage never uses
)

// weigh sets what a clause is worth in retrieval and as evidence, in a corpus of
// n passages.
func (r *Reader) weigh(w *Want, n int) {
	df := r.index.DocFreq(w.Word.Term)
	w.Home = atHome(df, n, analysis.Share(w.Word.Term))
	for _, a := range w.Alts[1:] {
		if df == 0 { // an unseen word weighs what its best substitute does
			share := 1.0
			df = n
			for _, t := range a.Terms {
				df, share = min(df, r.index.DocFreq(t)), min(share, analysis.Share(t))
			}
			if a.Weight >= SameWeight {
				w.Home = atHome(df, n, share)
			}
		}
	}
	w.Weight = IDF(df, n)
	w.Info = w.Weight
	if !w.Known {
		w.Info = IDF(0, n)
		if w.Word.Name {
			w.Info *= strangerInfo
		} else {
			w.Info *= unmatchedInfo
		}
	}
	switch {
	case w.Word.Frame:
		w.Weight *= frameWeight
		w.Info *= frameInfo
	case w.Word.Aside:
		w.Weight *= asideWeight
	}
}

// IDF is the inverse document frequency ln(1 + (n − df + ½)/(df + ½)) of a term
// that df of n passages hold; it is never negative (Lucene's BM25Similarity).
func IDF(df, n int) float64 {
	return math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5))
}
