package segment

import (
	"newshound/answer/analysis"
	"newshound/answer/index/internal/disk"
)

// Part is a part of a segment that is built in several, in bounded memory.
type Part struct {
	*Segment
	// first is the number, in the whole segment, of its first passage.
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

// termReader goes through the dictionary of a part.
type termReader struct {
	part *Part
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

// ForgetAfter is how many bytes of postings and positions are merged until what was
// read of the parts is forgotten: they count as memory of the process, and may be larger
// than what it is allowed.
const ForgetAfter = 1 << 26

// mergePostings merges the postings of every term.
func mergePostings(w *Writer, parts []Part) {
	readers := make([]*termReader, len(parts))
	for i := range parts {
		readers[i] = &termReader{part: &parts[i]}
		readers[i].advance()
	}
	var (
		p      = w.Postings()
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
				p.AddList(r.part.List(r.entry), r.part.First)
				r.advance()
			}
		}
		w.AddTerm(string(term), p)
		if now := w.spools[Postings].Size() + w.spools[Positions].Size(); now-merged > ForgetAfter {
			merged = now
			for _, part := range parts {
				disk.Forget(part.Data)
			}
		}
	}
}

// mergeWords merges the words, and returns those that stand in capitals somewhere
// with their terms.
func mergeWords(w *Writer, parts []Part) (capitals map[string]bool) {
	var words []WordCount
	for i := range parts {
		p := &parts[i]
		for r := p.wordsIn(0, wordGroups); ; {
			word, count, inCapitals, ok := r.Next()
			if !ok {
				break
			}
			words = append(words, WordCount{string(word), count, inCapitals})
		}
	}
	words = sortedWords(words)
	capitals = make(map[string]bool)
	distinct := words[:0]
	for _, x := range words {
		if last := len(distinct) - 1; last >= 0 && distinct[last].Word == x.Word {
			distinct[last].Count += x.Count
			distinct[last].Capitals += x.Capitals
		} else {
			distinct = append(distinct, x)
		}
	}
	for _, x := range distinct {
		if x.Capitals > 0 {
			capitals[x.Word] = true
		}
	}
	writeWords(w, distinct)
	return capitals
}

// mergeNames merges the names of every acronym.
func mergeNames(w *Writer, parts []Part, capitals map[string]bool) {
	type reader struct {
		table
		next int
	}
	var readers []*reader
	for i := range parts {
		readers = append(readers, &reader{table: parts[i].table(Names)})
	}
	var (
		out      NameWriter
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
		var names []Name
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
		out.Add(acronym, term, JoinNames(names))
	}
	out.Finish(w)
}
