package engine

import (
	"context"
	"math"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/lexicon"
)

// want is one clause of a question with what the engine knows of it beyond
// what the retriever is told.
type want struct {
	answer.Clause
	word word
	// info is what finding the clause proves, and missing it disproves.
	info float64
	// known reports that the coverage uses the word, or one that it was read as.
	known bool
	// home is how much more at home the word, or what is read in its place, is in the
	// coverage than in English at large; see [answer.Evidence].Home.
	home float64
	// surname is the place, from 1, of the clause of the last word of the name that
	// this word begins, or 0.
	surname int
}

// How well a substitute stands for a word of the question.
const (
	spellingWeight = 0.85
	compoundWeight = 0.9
	acronymWeight  = 0.9
	givenWeight    = 0.9
	// sameWeight is for another form of the same name or number: Russian for Russia, Sen. for
	// Senator; relatedWeight for another word for much the same thing.
	sameWeight    = 0.8
	relatedWeight = 0.4
	// besideWeight is for a related word where the coverage uses the word itself.
	besideWeight = 0.2
	// positiveWeight is for the positive of a superlative.
	positiveWeight = 0.4
)

// expansion is a question put in the words of the coverage.
type expansion struct {
	wants     []want
	searched  []string
	missing   []string
	corrected []answer.Correction
	passages  int     // in the corpus
	further   float64 // see [answer.Evidence]
}

// expand finds for every word of a question what stands for it in the
// coverage: the word itself, or where the coverage never uses it a likely
// spelling; compounds written as one word or two; acronyms and what they stand
// for; related words.
//
// The error is the context's or the retriever's.
func (e *Engine) expand(ctx context.Context, in inquiry) (expansion, error) {
	x := expansion{wants: make([]want, len(in.words)), passages: e.index.Coverage().Passages, further: e.further()}
	x.further *= float64(x.passages) / float64(x.passages+priorPassages)
	for i, w := range in.words {
		x.wants[i] = want{word: w, known: e.index.DocFreq(w.Term) > 0}
		x.wants[i].Alts = []answer.Alt{{Terms: []string{w.Term}, Weight: 1}}
		if x.wants[i].known && !w.frame && !w.outlet {
			x.searched = append(x.searched, w.Word)
		}
	}
	e.joinCompounds(&x)
	e.spellOut(&x)
	e.abbreviate(&x)
	e.callByName(&x)
	for i := range x.wants {
		if err := e.correct(ctx, &x, i, in.shouting); err != nil {
			return x, err
		}
	}
	e.tellKind(&x, in.expect)
	for i := range x.wants {
		e.relate(&x, i)
		e.weigh(&x.wants[i], x.passages)
		if w := x.wants[i]; !w.known && !w.word.frame {
			x.missing = append(x.missing, w.word.typed)
		}
	}
	for _, f := range in.facets {
		x.searched = append(x.searched, f.Outlets...)
	}
	return x, nil
}

// quotable returns the expansion as quotes are chosen by it: without what no quote
// need hold, and with words that only ask weighing less than any word that is
// asked about, however common that is in the coverage.
func (x expansion) quotable() expansion {
	x.wants = slices.Clone(x.wants)
	least := math.Inf(1)
	for _, w := range x.wants {
		if !w.word.frame && !w.word.outlet {
			least = min(least, w.Weight)
		}
	}
	for i := range x.wants {
		switch w := &x.wants[i]; {
		case w.word.outlet:
			w.Weight, w.info = 0, 0
		case w.word.frame:
			w.Weight = min(w.Weight, frameQuoted*least)
		case w.word.aside:
			w.Weight *= asideQuoted
		}
	}
	return x
}

// add gives a clause an alternative that stands for its word, and tells what was
// searched in its place.
func (x *expansion) add(i int, terms []string, weight float64, shown string) {
	w := &x.wants[i]
	w.Alts = append(w.Alts, answer.Alt{Terms: terms, Weight: weight})
	w.known = true
	if !slices.Contains(x.searched, shown) {
		x.searched = append(x.searched, shown)
	}
}

// joinCompounds lets “cyber attack” find cyberattack, and the other way round.
func (e *Engine) joinCompounds(x *expansion) {
	for i := range x.wants {
		w := x.wants[i].word
		if i > 0 && w.joined {
			joined := x.wants[i-1].word.Word + w.Word
			t := e.analyzer.Term(joined)
			if df := e.index.DocFreq(t); df > 0 && df*rareForm >= min(e.index.DocFreq(x.wants[i-1].word.Term), e.index.DocFreq(w.Term)) {
				x.add(i-1, []string{t}, compoundWeight, joined)
				x.add(i, []string{t}, compoundWeight, joined)
			}
		}
		if x.wants[i].known {
			continue
		}
		for at := 3; at <= len(w.Word)-3; at++ {
			first, second := w.Word[:at], w.Word[at:]
			if !analysis.Ordinary(first) || !analysis.Ordinary(second) {
				continue
			}
			a, b := e.analyzer.Term(first), e.analyzer.Term(second)
			if e.index.DocFreq(a) > 0 && e.index.DocFreq(b) > 0 {
				x.add(i, []string{a, b}, compoundWeight, first+" "+second)
				break
			}
		}
	}
}

// tellKind lets each word for the kind of thing that is asked for stand for the others: how old
// somebody is finds an age, and a death toll those who were killed.
func (e *Engine) tellKind(x *expansion, kind answertype.Type) {
	group := kind.Words()
	for i := range x.wants {
		w := &x.wants[i]
		if !slices.Contains(group, w.word.Term) {
			continue
		}
		for _, term := range group {
			if term != w.word.Term && e.index.DocFreq(term) > 0 {
				w.Alts = append(w.Alts, answer.Alt{Terms: []string{term}, Weight: sameWeight})
			}
		}
	}
}

const (
	// largeCorpus is a number of passages in which chance makes names for any acronym: one
	// occurs leastName times at least then, or leastUnused where nobody uses the acronym.
	largeCorpus = 1000
	leastName   = 2
	leastUnused = 4
	// minorName is the share of the occurrences of the most frequent name of an acronym
	// that another has at least: US is the United States, not a State University.
	minorName = 0.5
	// rareForm is how many times as often as another form of it a word may be used: where
	// there are two thousand passages with TV, True the Vote is not what it stands for.
	rareForm = 100
	// longestName is the number of words of the longest name that is looked up.
	longestName = 5
)

// spellOut lets an acronym find the names that it is short for.
func (e *Engine) spellOut(x *expansion) {
	for i := range x.wants {
		w := x.wants[i].word
		if !w.Acronym && (x.wants[i].known || analysis.Ordinary(w.Word)) {
			continue
		}
		most, least := 0, 1
		if x.passages > largeCorpus {
			least = leastName
			if e.index.DocFreq(w.Term) == 0 {
				least = leastUnused
			}
		}
		for _, n := range e.index.SpelledOut(w.Word) {
			most = max(most, n.Count)
			if analysis.ByChance(w.Word, n.Words) || n.Count < least ||
				float64(n.Count) < minorName*float64(most) || n.Count*rareForm < e.index.DocFreq(w.Term) {
				continue
			}
			x.add(i, n.Terms, acronymWeight, n.Words)
		}
	}
}

// abbreviate lets a name find its acronym: each of the name's words is then
// satisfied by it. One with a hyphen is somebody's, whom an article names in full if it
// names him by his initials: to look for those cost .009 of MultiHop-RAG's Hits@4.
func (e *Engine) abbreviate(x *expansion) {
	for i := range x.wants {
		var words, terms []string
		named := true // all of them look like words of names
		for j := i; j < len(x.wants) && j-i < longestName; j++ {
			words = append(words, x.wants[j].word.Word)
			terms = append(terms, x.wants[j].word.Term)
			named = named && x.wants[j].word.name
			if x.wants[j].word.hyphened && j > i {
				break
			}
			if len(terms) < 2 {
				continue
			}
			for _, acronym := range e.index.Acronyms(terms) {
				if len(acronym) == 2 && !named || analysis.ByChance(acronym, strings.Join(words, " ")) {
					continue
				}
				for k := i; k <= j; k++ {
					x.add(k, []string{acronym}, acronymWeight, acronym)
				}
			}
		}
	}
}

// relate adds the related words that the coverage uses, and of a superlative the
// positive: the largest may be told as one that is large. Only another form of the word
// makes it known: of the others the coverage still does not use it.
func (e *Engine) relate(x *expansion, i int) {
	w := &x.wants[i]
	for _, r := range lexicon.RelatedTo(e.analyzer, w.word.Term) {
		if e.index.DocFreq(r.Term) == 0 {
			continue
		}
		weight := relatedWeight
		switch {
		case r.Same:
			weight = sameWeight
			w.known = true
		case w.known:
			weight = besideWeight
		}
		w.Alts = append(w.Alts, answer.Alt{Terms: []string{r.Term}, Weight: weight})
	}
	if positive, ok := analysis.Positive(w.word.Word); ok {
		if t := e.analyzer.Term(positive); e.index.DocFreq(t) > 0 {
			w.Alts = append(w.Alts, answer.Alt{Terms: []string{t}, Weight: positiveWeight})
		}
	}
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
func (e *Engine) weigh(w *want, n int) {
	df := e.index.DocFreq(w.word.Term)
	w.home = atHome(df, n, analysis.Share(w.word.Term))
	for _, a := range w.Alts[1:] {
		if df == 0 { // an unseen word weighs what its best substitute does
			share := 1.0
			df = n
			for _, t := range a.Terms {
				df, share = min(df, e.index.DocFreq(t)), min(share, analysis.Share(t))
			}
			if a.Weight >= sameWeight {
				w.home = atHome(df, n, share)
			}
		}
	}
	w.Weight = idf(df, n)
	w.info = w.Weight
	if !w.known {
		w.info = idf(0, n)
		if w.word.name {
			w.info *= strangerInfo
		} else {
			w.info *= unmatchedInfo
		}
	}
	switch {
	case w.word.frame:
		w.Weight *= frameWeight
		w.info *= frameInfo
	case w.word.aside:
		w.Weight *= asideWeight
	}
}
