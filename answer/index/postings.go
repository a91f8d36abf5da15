package index

// postings are the postings of all terms, one term's after the other's.
type postings struct {
	// first is the index of each term's first posting; one more number ends the
	// last term's.
	first []int
	// list holds a term's postings in the order of the corpus.
	list []posting
	// offset is the index of each posting's first position; one more number ends
	// the last posting's.
	offset []uint32
	// position holds the places in the passage where the term stands, as numbers
	// of tokens, stop words counted, rising.
	position []uint16
}

// posting is a passage that holds a term.
type posting struct {
	passage uint32
	// freq is the number of occurrences in the passage, and headerWeight times
	// that in the header of its article.
	freq float32
}

// of returns the postings of a term.
func (p *postings) of(term uint32) []posting {
	return p.list[p.first[term]:p.first[term+1]]
}

// positions returns the positions of the i-th posting of a term.
func (p *postings) positions(term uint32, i int) []uint16 {
	i += p.first[term]
	return p.position[p.offset[i]:p.offset[i+1]]
}
