package search

import (
	"cmp"
	"context"
	"math"
	"slices"
	"unsafe"

	"newshound/answer"
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/segment"
)

const (
	// full is the largest sum of a passage, in the units of a query: 15 bits.
	full = 1<<15 - 1
	// maxClauses bounds the clauses that choose candidates: the heaviest do. No
	// question has as many words.
	maxClauses = 1 << 13
	// sparse is the number of passages to a posting from which on the sums of a chunk are
	// looked at where there are postings, and not all of them.
	sparse = 16
	// seekCost is how much longer it takes to seek a posting than to add one.
	seekCost = 8
)

// collector keeps the candidates of a query.
type collector struct {
	limit int // of passages that are wanted
	list  []found
	unit  float64 // what 1 stands for in a sum
	slack []slack // of the segments
	// floor is a sum that, with everything rounded against it, so many passages
	// as are wanted reach or exceed.
	floor    int
	crowd    int // so many candidates are thinned out
	buckets  [full>>bucketBits + 1]uint32
	segment  int
	admitted func(passage int) bool // nil: all are
}

const bucketBits = 4

// found is a passage that may be among the best.
type found struct {
	passage, segment uint32
	least, most      int32 // its score in units
}

// start prepares the workspace for a query: it gets the units.
func (w *workspace) start(in *Searcher, q answer.Query, depth int) {
	w.choose(q.Clauses)
	total, n := 0.0, 0
	for i, c := range q.Clauses {
		if w.chooses(i) {
			total += c.Weight * heaviest(c)
			n++
		}
	}
	col := &w.collector
	col.limit, col.floor, col.crowd = depth, 0, 2*min(depth, minCrowd)+minCrowd
	col.list = slices.Grow(col.list[:0], col.crowd+8)
	col.unit = total * (bm25.K1 + 1) / float64(full-n)
	col.slack = col.slack[:0]
	for _, s := range in.segments {
		col.slack = append(col.slack, slackOf(s, in.average, total/col.unit, n))
	}
	col.segment = -1
	w.sources = w.sources[:0]
}

// choose decides which clauses choose candidates: the heaviest, if not all.
func (w *workspace) choose(clauses []answer.Clause) {
	w.light = w.light[:0]
	if len(clauses) <= maxClauses {
		return
	}
	order := make([]int, len(clauses))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(clauses[y].Weight, clauses[x].Weight) })
	w.light = slices.Sorted(slices.Values(order[maxClauses:]))
}

// chooses reports whether a clause does.
func (w *workspace) chooses(clause int) bool {
	_, light := slices.BinarySearch(w.light, clause)
	return !light
}

// heaviest returns the weight of a clause's best alternative.
func heaviest(c answer.Clause) float64 {
	most := 0.0
	for _, a := range c.Alts {
		most = max(most, a.Weight)
	}
	return most
}

// scan adds up the impacts of every passage of a segment, roughly, and collects
// those that may be among the best.
func (w *workspace) scan(ctx context.Context, s *segment.Segment, q answer.Query) error {
	col := &w.collector
	col.segment++
	if !s.Dates.Reach(q.Filter.From, q.Filter.To) {
		return nil // none of its articles is of these days
	}
	col.admitted = w.filter(s, q.Filter)
	first := len(w.sources)
	m := s.Impacts
	for i, c := range q.Clauses {
		for _, a := range c.Alts {
			l, ok := w.find(s, a.Terms, m)
			if !ok {
				continue
			}
			src := source{segment: col.segment, clause: i, weight: a.Weight}
			src.Reset(l)
			if f := c.Weight * a.Weight * bm25.Quantum / col.unit * (1 << 16); f > 0 && w.chooses(i) {
				src.factor = uint32(max(1, min(f, math.MaxUint32/256)))
			}
			w.sources = append(w.sources, src)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return w.scanChunks(ctx, s, w.sources[first:])
}

// scanChunks does that by chunks, of which the filter's phrases may leave few passages.
func (w *workspace) scanChunks(ctx context.Context, s *segment.Segment, sources []source) error {
	col := &w.collector
	chunks := (s.Passages + postings.ChunkSize - 1) / postings.ChunkSize
	all := 0 // postings
	for i := range sources {
		all += len(sources[i].Passages)
	}
	for chunk := range chunks {
		if err := ctx.Err(); err != nil {
			return err
		}
		size := min(postings.ChunkSize, s.Passages-chunk*postings.ChunkSize)
		if len(w.must) > 0 {
			left := w.phrase.holding(w.must, chunk)
			if len(left)*len(sources)*seekCost < all/chunks+postings.ChunkSize/sparse {
				w.addAt(left, sources, chunk)
				w.collectAt(left, chunk)
				continue
			}
			w.addUp(sources, chunk)
			w.collectAt(left, chunk)
			clear(w.sums[:size])
			continue
		}
		here := w.addUp(sources, chunk)
		if here*sparse < size && col.admitted == nil {
			for i := range sources {
				w.collectAt(sources[i].taken(), chunk)
			}
			continue
		}
		col.collect(w.sums[:(size+7)&^7], chunk*postings.ChunkSize)
		clear(w.sums[:size])
	}
	return nil
}

// addAt sets sums to what the sources are worth to some passages of a chunk.
func (w *workspace) addAt(passages []uint16, sources []source, chunk int) {
	for i := 0; i < len(sources); {
		end := i + 1
		for end < len(sources) && sources[end].clause == sources[i].clause {
			end++
		}
		alts := sources[i:end]
		i = end
		for _, p := range passages {
			most := uint32(0)
			for j := range alts {
				if k := &alts[j]; k.Seek(chunk*postings.ChunkSize + int(p)) {
					most = max(most, k.worth(k.Impacts[k.At]))
				}
			}
			w.sums[p] += uint16(most)
		}
	}
}

// addUp sets sums to what the sources are worth to the passages of a chunk, and returns
// how many postings there are.
func (w *workspace) addUp(sources []source, chunk int) (postings int) {
	base := uint32(0)
	for i := 0; i < len(sources); {
		end := i + 1
		for end < len(sources) && sources[end].clause == sources[i].clause {
			end++
		}
		alts := sources[i:end]
		i = end
		several, first, most := 0, 0, uint32(0) // alternatives that have postings here, and the one with the most
		for j := range alts {
			if n := alts[j].take(chunk); n > 0 {
				postings += n
				several++
				most = max(most, alts[j].worth(math.MaxUint8))
				if n > len(alts[first].taken()) {
					first = j
				}
			}
		}
		if several <= 1 { // some words of most questions
			alts[first].add(&w.sums)
			continue
		}
		alts[first].lift(&w.sums, &w.most, base)
		for j := range alts {
			if j != first {
				alts[j].raise(&w.sums, &w.most, base)
			}
		}
		base += most
	}
	if base > 0 {
		clear(w.most[:])
	}
	return postings
}

// collectAt collects those of some passages of a chunk whose sums reach the floor, and
// clears the sums.
func (w *workspace) collectAt(passages []uint16, chunk int) {
	c := &w.collector
	least := c.leastSum()
	for _, p := range passages {
		sum := int(w.sums[p])
		w.sums[p] = 0
		at := chunk*postings.ChunkSize + int(p)
		if sum < least || c.admitted != nil && !c.admitted(at) {
			continue
		}
		c.add(at, sum)
		if len(c.list) >= c.crowd {
			c.prune()
			least = c.leastSum()
		}
	}
}

// leastSum is the least sum of a passage of the segment at hand that may reach the floor.
func (c *collector) leastSum() int { return max(1, c.floor-c.slack[c.segment].off(c.floor)) }

// add adds a passage of the segment at hand.
func (c *collector) add(passage, sum int) {
	least, most := c.slack[c.segment].score(sum)
	c.list = append(c.list, found{passage: uint32(passage), segment: uint32(c.segment), least: int32(least), most: int32(most)})
}

// collect collects the passages, from first on, whose sums reach the floor. The
// sums are looked at eight at a time: with so much added that only those that
// reach it get a 16th bit.
func (c *collector) collect(sums []uint16, first int) {
	for at := 0; at < len(sums); {
		least := c.leastSum()
		bias := uint64(1<<15-least) * 0x0001_0001_0001_0001
		eights := unsafe.Slice((*[2]uint64)(unsafe.Pointer(&sums[at])), (len(sums)-at)/8)
		crowded := false
		for i := range eights {
			if ((eights[i][0]+bias)|(eights[i][1]+bias))&0x8000_8000_8000_8000 == 0 {
				continue
			}
			for j := at + 8*i; j < at+8*i+8; j++ {
				if int(sums[j]) >= least && (c.admitted == nil || c.admitted(first+j)) {
					c.add(first+j, int(sums[j]))
				}
			}
			if len(c.list) >= c.crowd {
				at += 8*i + 8
				crowded = true
				break
			}
		}
		if !crowded {
			return
		}
		c.prune()
	}
}

// minCrowd is how many candidates there may be, beside twice those that were left
// the last time, before they are thinned out.
const minCrowd = 1 << 11

// prune raises the floor and drops the candidates that do not reach it any more.
func (c *collector) prune() {
	if len(c.list) <= c.limit {
		c.crowd = 2*c.limit + minCrowd
		return
	}
	clear(c.buckets[:])
	for i := range c.list {
		c.buckets[c.list[i].least>>bucketBits]++
	}
	n, bucket := 0, len(c.buckets)-1
	for ; bucket > 0; bucket-- {
		if n += int(c.buckets[bucket]); n >= c.limit {
			break
		}
	}
	c.floor = max(c.floor, bucket<<bucketBits)
	kept := c.list[:0]
	for _, x := range c.list {
		if int(x.most) >= c.floor {
			kept = append(kept, x)
		}
	}
	c.list = kept
	c.crowd = 2*len(kept) + minCrowd
}
