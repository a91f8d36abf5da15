package index

import (
	"strings"
	"sync"

	"newshound/answer/index/internal/bm25"
)

// keptLists are postings that it took time to make, to be used again: those of phrases, for
// the same few names are asked for over and over, and one question may ask for each several
// times; and those that were unpacked. They are safe for concurrent use.
type keptLists struct {
	most  int // postings in all, but for the last list
	mu    sync.Mutex
	known map[string]list // by the terms
	kept  int             // postings in all
}

// Each posting takes 4 bytes or so.
const (
	mostPhrases  = 1 << 20 // in a segment
	mostUnpacked = 16      // for each passage of a compact one
)

// of returns the postings of some terms, made if they are not known. Where there are too
// many, any of the others are dropped.
func (k *keptLists) of(terms string, build func() list) list {
	k.mu.Lock()
	l, known := k.known[terms]
	k.mu.Unlock()
	if known {
		return l
	}
	l = build()
	size := func(terms string, l list) int { return len(l.passages) + len(terms) }
	k.mu.Lock()
	defer k.mu.Unlock()
	for other, dropped := range k.known { // in an order that changes each time
		if k.kept <= k.most {
			break
		}
		delete(k.known, other)
		k.kept -= size(other, dropped)
	}
	if k.known == nil {
		k.known = make(map[string]list)
	}
	if _, known := k.known[terms]; !known {
		k.known[terms] = l
		k.kept += size(terms, l)
	}
	return l
}

// term returns the postings of a term in the segment, which are empty if it has none.
func (s *segment) term(term string) list {
	e, ok := s.lookup(term)
	switch {
	case !ok:
		return list{}
	case !s.compact:
		return s.list(e)
	}
	return s.unpacked.of(term, func() list { return s.list(e) })
}

// phrase returns the postings of a phrase in the segment, found by f if they are not known.
func (s *segment) phrase(terms []string, f *phraseFinder, m *bm25.Impacts) list {
	return s.phrases.of(strings.Join(terms, " "), func() list { return f.find(s, terms, m) })
}
