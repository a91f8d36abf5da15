package segment

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
)

// Part is a part of a segment that is built in several, in bounded memory.
type Part struct {
	*Segment
	// First is the number, in the whole segment, of its first passage.
	First int
}

// MergeTerms hands a writer that has the passages of all parts their terms,
// words and names. It panics with damage.
func MergeTerms(w *Writer, parts []Part) {
	w.StartTerms()
	mergePostings(w, parts)
	capitals := mergeWords(w, parts)
	mergeNames(w, parts, capitals)
}

// partReader goes through the terms, words or names of a part, in their order.
type partReader[R any] interface {
	comparable
	// advance goes on to the next, and reports whether there was one.
	advance() bool
	// compare orders by what the readers stand at.
	compare(other R) int
}

// together yields, of what readers of all parts have, one after the other, as those that
// stand at it, in the order of the parts. They are good until the next.
func together[R partReader[R]](readers []R) iter.Seq[[]R] {
	return func(yield func([]R) bool) {
		first := slices.Clone(readers)
		for {
			for _, r := range first {
				if !r.advance() {
					readers = slices.DeleteFunc(readers, func(o R) bool { return o == r })
				}
			}
			first = first[:0]
			for _, r := range readers {
				if len(first) > 0 {
					switch c := r.compare(first[0]); {
					case c > 0:
						continue
					case c < 0:
						first = first[:0]
					}
				}
				first = append(first, r)
			}
			if len(first) == 0 || !yield(first) {
				return
			}
		}
	}
}

// termReader goes through the dictionary of a part.
type termReader struct {
	part *Part
	next int // block
	blockReader
}

func (r *termReader) advance() bool {
	for !r.blockReader.next() {
		if r.next*termBlock >= r.part.terms {
			return false
		}
		r.blockReader = r.part.readBlock(r.next, r.term)
		r.next++
	}
	return true
}

func (r *termReader) compare(o *termReader) int { return bytes.Compare(r.term, o.term) }

// ForgetAfter is how many bytes of postings and positions are merged until what was
// read of the parts is forgotten: they count as memory of the process, and may be larger
// than what it is allowed.
const ForgetAfter = 1 << 26

// mergePostings merges the postings of every term.
func mergePostings(w *Writer, parts []Part) {
	var readers []*termReader
	for i := range parts {
		readers = append(readers, &termReader{part: &parts[i]})
	}
	p := w.Postings()
	merged := 0 // bytes, when the parts were last forgotten
	for found := range together(readers) {
		p.Reset()
		for _, r := range found {
			p.AddList(r.part.List(r.entry), r.part.First)
		}
		w.AddTerm(string(found[0].term), p)
		if now := w.spools[Postings].Size() + w.spools[Positions].Size(); now-merged > ForgetAfter {
			if merged = now; w.Err() != nil {
				return
			}
			for _, part := range parts {
				disk.Forget(part.Data)
			}
		}
	}
}

// wordReader goes through the words of a part.
type wordReader struct {
	words           WordReader
	word            []byte
	length          int // in characters
	count, capitals int
}

func (r *wordReader) advance() (ok bool) {
	r.word, r.count, r.capitals, ok = r.words.Next()
	r.length = utf8.RuneCount(r.word)
	return ok
}

func (r *wordReader) compare(o *wordReader) int {
	return cmp.Or(cmp.Compare(r.length, o.length), bytes.Compare(r.word, o.word))
}

// mergeWords merges the words, and returns those that stand in capitals somewhere.
func mergeWords(w *Writer, parts []Part) (capitals map[string]bool) {
	var readers []*wordReader
	for i := range parts {
		readers = append(readers, &wordReader{words: parts[i].wordsIn(0, wordGroups)})
	}
	capitals = make(map[string]bool)
	var out WordWriter
	for found := range together(readers) {
		word := WordCount{Word: string(found[0].word)}
		for _, r := range found {
			word.Count += r.count
			word.Capitals += r.capitals
		}
		if word.Capitals > 0 {
			capitals[word.Word] = true
		}
		out.Add(found[0].length, word)
	}
	out.Finish(w)
	return capitals
}

// nameReader goes through the names of a part.
type nameReader struct {
	table
	next    int
	acronym []byte
	names   raw.Cursor
}

func (r *nameReader) advance() bool {
	if r.next == r.n {
		return false
	}
	r.acronym, r.names = r.at(r.next)
	r.next++
	return true
}

func (r *nameReader) compare(o *nameReader) int { return bytes.Compare(r.acronym, o.acronym) }

// mergeNames merges the names of every acronym.
func mergeNames(w *Writer, parts []Part, capitals map[string]bool) {
	var readers []*nameReader
	for i := range parts {
		readers = append(readers, &nameReader{table: parts[i].table(Names)})
	}
	var (
		out      NameWriter
		analyzer analysis.Analyzer
	)
	for found := range together(readers) {
		acronym, term := string(found[0].acronym), ""
		var names []Name
		for _, r := range found {
			names = append(names, readNames(r.names)...)
		}
		if capitals[acronym] {
			term = analyzer.Term(acronym)
		}
		out.Add(acronym, term, JoinNames(names))
	}
	out.Finish(w)
}
