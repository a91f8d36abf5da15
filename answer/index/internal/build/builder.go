package build

import (
	"newshound/answer/analysis"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/segment"
	"newshound/answer/index/internal/strtab"
)

// builder takes in the words of one text after the other, and makes postings of them
// at the end.
type builder struct {
	analyzer *analysis.Analyzer // of the texts
	// Words and terms have a number each, the same if they are spelt the same, as most
	// are. What is counted of words stands apart from how they are spelt, for more of it
	// to be at hand.
	strings  strtab.Table
	list     []countedWord
	streams  streams // by term
	names    nameLog
	parts    []analysis.Part // that words are of names, or zero where it was not asked for
	passages uint32
	name     []uint32 // the numbers of the words of one in the text at hand
	touched  uint32   // what was looked at to be fetched, for the compiler to leave that in
	// known are the forms of words by the numbers that the analyzer has for them, and
	// other is the last one that it has none for.
	known []knownForm
	other knownForm
}

// countedWord is a folded word of the corpus, or what is only a term.
type countedWord struct {
	term     uint32 // its number, and one; 0 if it is no word
	count    uint32 // as something else than a stop word
	capitals uint32 // and in capitals
}

// knownForm is a form of a word, with all that is wanted of it for an occurrence in
// one line of the processor's cache. It counts what is not yet counted of its word.
type knownForm struct {
	word  uint32 // its number, and one; 0 if the form has not occurred
	term  uint32
	count uint32 // in passages
	role  role   // in names, or 0 if it was not asked for
}

func newBuilder(a *analysis.Analyzer) *builder {
	return &builder{analyzer: a, strings: strtab.NewTable()}
}

// addHeader takes in the header of an article, which so many passages follow.
func (b *builder) addHeader(t *analysed, passages int) {
	t.words = t.words[:min(len(t.words), postings.MaxHeader)]
	for _, w := range t.words {
		if w.Stop() {
			continue
		}
		term := b.count(t.text, w)
		if passages > 0 {
			b.streams.addHeader(term, b.passages, uint32(passages))
		}
	}
	b.addNames(t)
}

// addPassage takes in a passage of the last article, and returns its length: its
// words that are no stop words.
func (b *builder) addPassage(t *analysed) (length int) {
	t.words = t.words[:min(len(t.words), postings.MaxPassage)]
	touched := uint32(0) // while the processor waits for one of them, it fetches those that follow
	for _, w := range t.words {
		if int(w.Form()) < len(b.known) {
			touched |= b.known[w.Form()].word
		}
	}
	b.touched = touched
	for i, w := range t.words {
		if w.Stop() {
			continue
		}
		b.streams.add(b.count(t.text, w), b.passages, uint32(i))
		length++
	}
	b.addNames(t)
	b.passages++
	return length
}

// count counts a word of a text that is no stop word, and returns its term.
func (b *builder) count(text string, w analysis.Word) (term uint32) {
	f := b.seen(w)
	if f == nil {
		f = b.newForm(text, w)
	}
	f.count++
	if w.Acronym() {
		b.list[f.word-1].capitals++
	}
	return f.term
}

// form returns the form of a word of a text, good until the next call.
func (b *builder) form(text string, w analysis.Word) *knownForm {
	if f := b.seen(w); f != nil {
		return f
	}
	return b.newForm(text, w)
}

// seen returns the form of a word if it has occurred, good until the next call, or nil.
func (b *builder) seen(w analysis.Word) *knownForm {
	if i := int(w.Form()); i < len(b.known) && b.known[i].word > 0 {
		return &b.known[i]
	}
	return nil
}

// newForm returns a form that is not known yet. One that the analyzer has no number for
// takes the place of the one before of that kind.
func (b *builder) newForm(text string, w analysis.Word) *knownForm {
	f := &b.other
	if w.Form() > 0 {
		if int(w.Form()) >= len(b.known) {
			b.growKnown(int(w.Form()) + 1)
		}
		f = &b.known[w.Form()]
	}
	b.settle(f)
	id := b.wordOf(b.analyzer.Spelt(text, w))
	f.word, f.term = id+1, b.list[id].term-1
	return f
}

// growKnown makes room for so many forms.
func (b *builder) growKnown(n int) {
	if n > cap(b.known) {
		larger := analysis.Zeros[knownForm](max(n, 2*cap(b.known)))
		copy(larger, b.known)
		b.known = larger
	}
	b.known = b.known[:n]
}

// settle counts a form's occurrences, if there are any, as those of its word, and forgets
// the form.
func (b *builder) settle(f *knownForm) {
	if f.word > 0 {
		b.list[f.word-1].count += f.count
	}
	*f = knownForm{}
}

// word returns the number of a word of a text.
func (b *builder) word(text string, w analysis.Word) uint32 { return b.form(text, w).word - 1 }

// wordOf looks a folded word up by its letters.
func (b *builder) wordOf(word, term string) uint32 {
	id := b.number(word)
	if b.list[id].term == 0 {
		number := id
		if term != word { // it depends on the word alone
			number = b.number(term)
		}
		b.list[id].term = number + 1
	}
	return id
}

// number returns the number of a word or a term.
func (b *builder) number(s string) uint32 {
	number, isNew := b.strings.Number(s)
	if isNew {
		b.streams.newTerm()
		b.list = strtab.Push(b.list, countedWord{})
	}
	return number
}

// size is about how many bytes the builder holds.
func (b *builder) size() int {
	const perWord = 200 // with its places in maps, and as a term
	return b.streams.size() + len(b.list)*perWord + b.names.size()
}

// full reports whether the builder has no room for many more articles, however much
// memory there is.
func (b *builder) full() bool { return b.passages >= fullPassages || b.streams.terms >= fullTerms }

// finish hands the terms, words and names to a writer that has the passages. The
// builder must not be used again.
func (b *builder) finish(w *segment.Writer) {
	for i := range b.known {
		b.settle(&b.known[i])
	}
	b.settle(&b.other)
	b.known = nil
	order := b.strings.Order()
	w.StartTerms()
	b.writeTerms(w, order)
	b.streams = streams{}
	b.writeWords(w, order)
	b.writeNames(w)
}

// writeTerms hands the postings of all terms, in order, to the writer.
func (b *builder) writeTerms(w *segment.Writer, order []strtab.Keyed) {
	b.streams.sort()
	p := w.Postings()
	const together = 32
	for i, next := range order {
		if i%together == 0 {
			b.touched = b.streams.touch(order[i:min(i+together, len(order))])
		}
		occurrences := b.streams.of(next.N)
		if len(occurrences) == 0 {
			continue // no term, a stop word in a name, or only in headers without a story
		}
		p.Reset()
		unpack(p, occurrences)
		w.AddTerm(b.strings.At(next.N), p)
	}
}
