package inquiry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/lexicon"
)

// How well a substitute stands for a word of the question.
const (
	spellingWeight = 0.85
	compoundWeight = 0.9
	acronymWeight  = 0.9
	givenWeight    = 0.9
	// SameWeight is for another form of the same name or number: Russian for Russia, Sen. for
	// Senator; relatedWeight for another word for much the same thing.
	SameWeight    = 0.8
	relatedWeight = 0.4
	// besideWeight is for a related word where the coverage uses the word itself.
	besideWeight = 0.2
	// shortestPart is the number of letters that a part of a compound has.
	shortestPart = 3
	// fewWords is the number of words of a short question, of which a quote has to meet each. Of a
	// longer one it may meet some in other words.
	fewWords = 5
	// positiveWeight is for the positive of a superlative.
	positiveWeight = 0.4
)

// add gives a clause an alternative that stands for its word, and tells what was
// searched in its place.
func (x *Expansion) add(i int, terms []string, weight float64, shown string) {
	w := &x.Wants[i]
	w.Alts = append(w.Alts, answer.Alt{Terms: terms, Weight: weight})
	w.Known = true
	if !slices.Contains(x.Searched, shown) {
		x.Searched = append(x.Searched, shown)
	}
}

// joinCompounds lets “cyber attack” find cyberattack, and the other way round; and “iphone15” find iPhone 15.
func (r *Reader) joinCompounds(x *Expansion) {
	for i := range x.Wants {
		w := x.Wants[i].Word
		if i > 0 && w.joined {
			joined := x.Wants[i-1].Word.Word + w.Word
			t := r.analyzer.Term(joined)
			if df := r.index.DocFreq(t); df > 0 && df*rareForm >= min(r.index.DocFreq(x.Wants[i-1].Word.Term), r.index.DocFreq(w.Term)) {
				x.add(i-1, []string{t}, compoundWeight, joined)
				x.add(i, []string{t}, compoundWeight, joined)
			}
		}
		if t := r.analyzer.Term(w.Term + w.particle); w.particle != "" && !w.Name && r.index.DocFreq(t) > 0 {
			x.add(i, []string{t}, compoundWeight, w.Term+w.particle)
		}
		if x.Wants[i].Known {
			continue
		}
		for at := 1; at < len(w.Word); at++ {
			first, second := w.Word[:at], w.Word[at:]
			words := min(at, len(w.Word)-at) >= shortestPart && analysis.Ordinary(first) && analysis.Ordinary(second)
			if !words && !endsInNumber(first, second) {
				continue
			}
			a, b := r.analyzer.Term(first), r.analyzer.Term(second)
			if r.index.DocFreq(a) > 0 && r.index.DocFreq(b) > 0 {
				x.add(i, []string{a, b}, compoundWeight, first+" "+second)
				break
			}
		}
	}
}

// endsInNumber reports whether the second of two parts of a word is all of a number at its end.
func endsInNumber(first, second string) bool {
	return !analysis.IsNumber(first[len(first)-1:]) && analysis.IsNumber(second) && strings.Trim(second, "0123456789.") == ""
}

// writeAmounts lets “$8bn” find “$8 billion”, and the other way round. A number with a single letter is an amount
// only behind the sign of a currency: 3M is a firm, and 4K a resolution.
func (r *Reader) writeAmounts(x *Expansion, question string) {
	for i := range x.Wants {
		w := x.Wants[i].Word.Word
		if !analysis.IsNumber(w) {
			continue
		}
		number := strings.TrimRight(w, "bkmnt")
		sign, _ := utf8.DecodeLastRuneInString(question[:x.Wants[i].Word.Start])
		money := unicode.Is(unicode.Sc, sign)
		for _, u := range unitsOfAmounts {
			full := r.analyzer.Term(u.full)
			switch {
			case w == number+u.short && (len(u.short) > 1 || money) && r.index.DocFreq(number) > 0 && r.index.DocFreq(full) > 0:
				x.add(i, []string{number, full}, compoundWeight, number+" "+u.full)
			case i+1 < len(x.Wants) && x.Wants[i+1].Word.joined && x.Wants[i+1].Word.Word == u.full && r.index.DocFreq(w+u.short) > 0:
				x.add(i, []string{w + u.short}, compoundWeight, w+u.short)
				x.add(i+1, []string{w + u.short}, compoundWeight, w+u.short)
			}
		}
	}
}

// unitsOfAmounts are what numbers are counted in, in full and written short.
var unitsOfAmounts = []struct{ full, short string }{
	{"thousand", "k"}, {"million", "m"}, {"million", "mn"}, {"billion", "b"}, {"billion", "bn"}, {"trillion", "t"}, {"trillion", "tn"},
}

// tellKind lets the words for the kind of thing that is asked for stand for each other: “how old” finds an
// age, and “death toll” those who were killed.
func (r *Reader) tellKind(x *Expansion, kind answertype.Type) {
	group := kind.Words()
	for i := range x.Wants {
		w := &x.Wants[i]
		if !slices.Contains(group, w.Word.Term) {
			continue
		}
		for _, term := range group {
			if term != w.Word.Term && r.index.DocFreq(term) > 0 {
				w.Alts = append(w.Alts, answer.Alt{Terms: []string{term}, Weight: SameWeight})
			}
		}
	}
}

const (
	// largeCorpus is a number of passages in which any acronym has names by chance. A name must then
	// occur leastName times, or leastUnused times where the corpus does not use the acronym.
	largeCorpus = 1000
	leastName   = 2
	leastUnused = 4
	// minorName is how often another name of an acronym must occur, as a share of the most frequent
	// one: US is the United States, not a State University.
	minorName = 0.5
	// ownName is how many times as often as a longer name a part of it occurs that is a name itself: the
	// United Nations, beside their Security Council.
	ownName = 2
	// rareForm is how many times as often as a name an acronym may be used to stand for it: where there
	// are two thousand passages with TV, it does not stand for True the Vote.
	rareForm = 100
	// longestName is the number of words of the longest name that is looked up.
	longestName = 5
)

// spellOut lets an acronym find the names that it is short for.
func (r *Reader) spellOut(x *Expansion) {
	for i := range x.Wants {
		w := x.Wants[i].Word
		if !w.Acronym && (x.Wants[i].Known || analysis.Ordinary(w.Word)) {
			continue
		}
		most, least := 0, 1
		if x.Passages > largeCorpus {
			least = leastName
			if r.index.DocFreq(w.Term) == 0 {
				least = leastUnused
			}
		}
		for _, n := range r.index.SpelledOut(w.Word) {
			most = max(most, n.Count)
			if analysis.ByChance(w.Word, n.Words) || n.Count < least ||
				float64(n.Count) < minorName*float64(most) || n.Count*rareForm < r.index.DocFreq(w.Term) || r.endsAnother(w.Word, n) {
				continue
			}
			x.add(i, n.Terms, acronymWeight, n.Words)
		}
	}
}

// endsAnother reports whether a name of an acronym mostly stands at the end of a longer one that has an acronym
// of its own: FTC is not the Futures Trading Commission where the coverage writes of the CFTC, the Commodity
// Futures Trading Commission.
func (r *Reader) endsAnother(acronym string, name answer.Name) bool {
	for first := 'a'; first <= 'z'; first++ {
		longer := string(first) + acronym
		if r.index.DocFreq(longer) == 0 {
			continue
		}
		for _, n := range r.index.SpelledOut(longer) {
			if strings.HasSuffix(n.Words, " "+name.Words) && name.Count < ownName*n.Count {
				return true
			}
		}
	}
	return false
}

// abbreviate lets a name find its acronym: each of the name's words is then satisfied by that. One with a
// hyphen is somebody's, whom an article names in full before it names them by initials: looking for
// those cost .009 of MultiHop-RAG's Hits@4. A part of a name has an acronym only if it is a name itself: that of the
// Federal Trade Commission is FTC, and not FT as well.
func (r *Reader) abbreviate(x *Expansion) {
	var done []abbreviated // the longest first
	for n := longestName; n >= 2; n-- {
		for i := range x.Wants {
			if n > x.longestName(i) {
				continue
			}
			for _, acronym := range r.acronymsOf(x.Wants[i : i+n]) {
				a := abbreviated{first: i, last: i + n - 1, count: r.countOf(acronym, x.Wants[i:i+n])}
				if slices.ContainsFunc(done, a.isOnlyIn) {
					continue
				}
				done = append(done, a)
				for k := range n {
					x.add(i+k, []string{acronym}, acronymWeight, acronym)
				}
			}
		}
	}
}

// abbreviated is a name in a question that has an acronym.
type abbreviated struct {
	first, last int // of its words
	count       int // of the name in the coverage, or 0 where other names have the acronym more often
}

// isOnlyIn reports whether a name mostly stands inside a longer one.
func (a abbreviated) isOnlyIn(longer abbreviated) bool {
	return a.last-a.first < longer.last-longer.first && longer.first <= a.first && a.last <= longer.last && a.count < max(1, ownName*longer.count)
}

// countOf returns how often a name occurs in the coverage, if it is one of those that an acronym mostly stands for.
func (r *Reader) countOf(acronym string, name []Want) int {
	for _, n := range r.index.SpelledOut(acronym) {
		if slices.EqualFunc(n.Terms, name, func(term string, w Want) bool { return term == w.Word.Term }) {
			return n.Count
		}
	}
	return 0
}

// longestName returns how many words the longest name may have that begins with the i-th word.
func (x *Expansion) longestName(i int) int {
	n := 1
	for n < longestName && i+n < len(x.Wants) && !x.Wants[i+n].Word.hyphened {
		n++
	}
	return n
}

// acronymsOf returns the acronyms of a name in the coverage. One of two letters is none where a word
// does not look like a part of a name, nor is a word that has the name's first letters by chance.
func (r *Reader) acronymsOf(name []Want) []string {
	var words, terms []string
	named := true
	for _, w := range name {
		words, terms = append(words, w.Word.Word), append(terms, w.Word.Term)
		named = named && w.Word.Name
	}
	return slices.DeleteFunc(slices.Clone(r.index.Acronyms(terms)), func(acronym string) bool {
		return len(acronym) == 2 && !named || analysis.ByChance(acronym, strings.Join(words, " "))
	})
}

// callByOffice lets the initials of an office, such as CEO, find its words, and these the initials. Texts
// write “chief executive” in small letters, so that it is no name in the index.
func (r *Reader) callByOffice(x *Expansion) {
	for _, o := range lexicon.Offices() {
		terms := make([]string, len(o.Words))
		for k, word := range o.Words {
			terms[k] = r.analyzer.Term(word)
		}
		for i := range x.Wants {
			switch n := x.inARow(i, terms); {
			case x.Wants[i].Word.Word == o.Initials && !slices.ContainsFunc(terms, func(t string) bool { return r.index.DocFreq(t) == 0 }):
				x.add(i, terms, acronymWeight, strings.Join(o.Words, " "))
			case n > 0 && r.index.DocFreq(o.Initials) > 0:
				for k := range n + x.inARow(i+n, []string{"offic"}) {
					x.add(i+k, []string{o.Initials}, acronymWeight, o.Initials)
				}
			}
		}
	}
}

// inARow returns the number of some terms if they stand side by side in the question from its i-th word on,
// and 0 otherwise.
func (x *Expansion) inARow(i int, terms []string) int {
	for k, term := range terms {
		if i+k >= len(x.Wants) || x.Wants[i+k].Word.Term != term || k > 0 && !x.Wants[i+k].Word.joined {
			return 0
		}
	}
	return len(terms)
}

// relate adds the related words that the coverage uses, and the positive of a superlative: a text may call
// the largest just large. Only another form of the word itself makes it known. In a short question a word
// for the same event is as good as such a form: whoever outlawed something banned it.
func (r *Reader) relate(x *Expansion, i int) {
	w := &x.Wants[i]
	for _, other := range lexicon.RelatedTo(r.analyzer, w.Word.Term) {
		if r.index.DocFreq(other.Term) == 0 {
			continue
		}
		weight := relatedWeight
		switch {
		case other.Same:
			weight = SameWeight
			w.Known = true
		case other.Event && len(x.Wants) <= fewWords:
			weight = SameWeight
		case w.Known:
			weight = besideWeight
		}
		w.Alts = append(w.Alts, answer.Alt{Terms: []string{other.Term}, Weight: weight})
	}
	if positive, ok := analysis.Positive(w.Word.Word); ok {
		if t := r.analyzer.Term(positive); r.index.DocFreq(t) > 0 {
			w.Alts = append(w.Alts, answer.Alt{Terms: []string{t}, Weight: positiveWeight})
		}
	}
}
