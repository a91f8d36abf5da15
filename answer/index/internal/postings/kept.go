package postings

import "sync"

// Kept are postings that it took time to make, to be used again: those of phrases, for
// the same few names are asked for over and over, and one question may ask for each several
// times; and those that were unpacked. The zero value keeps the
// last list. They are safe for concurrent use.
type Kept struct {
	Most  int // postings in all, but for the last list
	mu    sync.Mutex
	known map[string]List // by the terms
	kept  int             // postings in all
}

// Of returns the postings of some terms, made if they are not known. Where there are too
// many, any of the others are dropped.
func (k *Kept) Of(terms string, build func() List) List {
	k.mu.Lock()
	l, known := k.known[terms]
	k.mu.Unlock()
	if known {
		return l
	}
	l = build()
	size := func(terms string, l List) int { return len(l.Passages) + len(terms) }
	k.mu.Lock()
	defer k.mu.Unlock()
	for other, dropped := range k.known { // in an order that changes each time
		if k.kept <= k.Most {
			break
		}
		delete(k.known, other)
		k.kept -= size(other, dropped)
	}
	if k.known == nil {
		k.known = make(map[string]List)
	}
	if _, known := k.known[terms]; !known {
		k.known[terms] = l
		k.kept += size(terms, l)
	}
	return l
}
