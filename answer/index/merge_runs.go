package index

import (
	"newshound/answer/analysis"
	"newshound/answer/index/internal/disk"
)

// part is a part of a segment that is built in several, in bounded memory.
type part struct {
	*segment
	// first is the number, in the whole segment, of its first passage.
	first int
}

// mergeTerms hands a writer that has the passages of all parts their terms,
// words and names. It panics with damage.
func mergeTerms(w *segmentWriter, parts []part) {
	w.startTerms()
	mergePostings(w, parts)
	capitals := mergeWords(w, parts)
	mergeNames(w, parts, capitals)
}

// termReader goes through the dictionary of a part.
type termReader struct {
	part *part
	next int // block
	blockReader
	ended bool
}

func (r *termReader) advance() {
	for !r.blockReader.next() {
		if r.next*termBlock >= r.part.terms {
			r.ended = true
			return
		}
		r.blockReader = r.part.readBlock(r.next, r.term)
		r.next++
	}
}

// forgetAfter is how many bytes of postings and positions are merged until what was
// read of the parts is forgotten: they count as memory of the process, and may be larger
// than what it is allowed.
const forgetAfter = 1 << 26

// mergePostings merges the postings of every term.
func mergePostings(w *segmentWriter, parts []part) {
	readers := make([]*termReader, len(parts))
	for i := range parts {
		readers[i] = &termReader{part: &parts[i]}
		readers[i].advance()
	}
	var (
		p      = w.postings()
		term   []byte
		merged int // bytes, when the parts were last forgotten
	)
	for {
		found := false
		for _, r := range readers {
			if !r.ended && (!found || string(r.term) < string(term)) {
				term, found = append(term[:0], r.term...), true
			}
		}
		if !found {
			return
		}
		p.Reset()
		for _, r := range readers {
			if !r.ended && string(r.term) == string(term) {
				p.AddList(r.part.list(r.entry), r.part.first)
				r.advance()
			}
		}
		w.addTerm(string(term), p)
		if now := w.spools[secPostings].Size() + w.spools[secPositions].Size(); now-merged > forgetAfter {
			merged = now
			for _, part := range parts {
				disk.Forget(part.data)
			}
		}
	}
}

// mergeWords merges the words, and returns those that stand in capitals somewhere
// with their terms.
func mergeWords(w *segmentWriter, parts []part) (capitals map[string]bool) {
	var words []wordCount
	for i := range parts {
		p := &parts[i]
		for r := p.wordsIn(0, wordGroups); ; {
			word, count, inCapitals, ok := r.next()
			if !ok {
				break
			}
			words = append(words, wordCount{string(word), count, inCapitals})
		}
	}
	words = sortedWords(words)
	capitals = make(map[string]bool)
	distinct := words[:0]
	for _, x := range words {
		if last := len(distinct) - 1; last >= 0 && distinct[last].word == x.word {
			distinct[last].count += x.count
			distinct[last].capitals += x.capitals
		} else {
			distinct = append(distinct, x)
		}
	}
	for _, x := range distinct {
		if x.capitals > 0 {
			capitals[x.word] = true
		}
	}
	writeWords(w.spools[secWords], distinct)
	return capitals
}

// mergeNames merges the names of every acronym.
func mergeNames(w *segmentWriter, parts []part, capitals map[string]bool) {
	type reader struct {
		table
		next int
	}
	var readers []*reader
	for i := range parts {
		readers = append(readers, &reader{table: parts[i].table(secNames)})
	}
	var (
		out      nameWriter
		analyzer analysis.Analyzer
	)
	for {
		acronym, found := "", false
		for _, r := range readers {
			if r.next < r.n {
				if key, _ := r.at(r.next); !found || string(key) < acronym {
					acronym, found = string(key), true
				}
			}
		}
		if !found {
			break
		}
		var names []spelledOut
		for _, r := range readers {
			if r.next == r.n {
				continue
			}
			if key, rest := r.at(r.next); string(key) == acronym {
				names = append(names, readNames(rest)...)
				r.next++
			}
		}
		term := ""
		if capitals[acronym] {
			term = analyzer.Term(acronym)
		}
		out.add(acronym, term, joinNames(names))
	}
	out.finish(w)
}
