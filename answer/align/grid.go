package align

import "slices"

// grid is the table of an alignment: a row for each number of given words, a column
// for each number of the source's.
type grid struct {
	given, source []int32
	width         int
	from          []step // how each cell is reached
}

// step says how a cell is best reached, and whether the gap that ends there, if one
// does, goes on from the column before.
type step uint8

const (
	bySame  step = iota // or in the place of another word
	byAdded             // from the row above
	byGap               // from the gap that ends here
	onward  step = 1 << 4
)

func newGrid(given, source []int32) *grid {
	return &grid{given: given, source: source, width: len(source) + 1, from: make([]step, (len(given)+1)*(len(source)+1))}
}

// fit fills the grid row by row, and goes back from the best end.
func (g *grid) fit() Fitting {
	const far = 1 << 30
	cost := make([]int32, g.width) // of the row at hand, and to its right of the one above: anywhere may be the start
	for i, word := range g.given {
		row := g.from[(i+1)*g.width:]
		diagonal := cost[0]
		cost[0] += costAdded
		row[0] = byAdded
		gap := int32(far)
		for j, other := range g.source {
			way := step(0)
			if open, further := cost[j]+costDropped, gap+costFurther; further < open {
				gap, way = further, onward
			} else {
				gap = open
			}
			best := diagonal + costChanged
			if word == other {
				best = diagonal
			}
			if added := cost[j+1] + costAdded; added < best {
				best, way = added, way|byAdded
			}
			if gap < best {
				best, way = gap, way&onward|byGap
			}
			diagonal = cost[j+1]
			cost[j+1] = best
			row[j+1] = way
		}
	}
	end := 0
	for j, c := range cost {
		if c < cost[end] || c == cost[end] && g.replaces(j) && !g.replaces(end) {
			end = j
		}
	}
	f := g.back(end)
	f.Cost = int(cost[end])
	return f
}

// replaces reports whether the last given words stand in the place of as many of the source's
// before column j: the words before both are the same.
func (g *grid) replaces(j int) bool {
	n := len(g.given)
	for n > 1 && j > 1 && g.given[n-1] != g.source[j-1] && g.from[n*g.width+j]&^onward == bySame {
		n, j = n-1, j-1
	}
	return n < len(g.given) && j > 0 && g.given[n-1] == g.source[j-1]
}

// back follows the steps from the end of the last row.
func (g *grid) back(j int) Fitting {
	var f Fitting
	i := len(g.given)
	add := func(op Op, given, source int) { // the words before the cell
		p := Piece{op, [2]int{i - given, i}, [2]int{j - source, j}}
		if n := len(f.Pieces) - 1; n >= 0 && f.Pieces[n].Op == op {
			f.Pieces[n].Given[0], f.Pieces[n].Source[0] = p.Given[0], p.Source[0]
		} else {
			f.Pieces = append(f.Pieces, p)
		}
		i, j = i-given, j-source
	}
	for i > 0 {
		way := g.from[i*g.width+j]
		switch way &^ onward {
		case byAdded:
			add(Added, 1, 0)
		case byGap:
			for more := true; more; {
				more = g.from[i*g.width+j]&onward != 0
				add(Dropped, 0, 1)
			}
		default:
			op := Changed
			if g.given[i-1] == g.source[j-1] {
				op = Same
				f.Same++
			}
			add(op, 1, 1)
		}
	}
	slices.Reverse(f.Pieces)
	return f
}

// Run is a run of words that stand in both texts.
type Run struct{ Given, Source, Words int } // where it begins in each, and how many they are

// Ends returns the longest run of given words that begins with the first of them,
// and the longest that ends with the last, of those that the source has.
func Ends(given, source []Word) (first, last Run) {
	g, s := numbered(given, source)
	for j := range s {
		n := 0
		for n < len(g) && j+n < len(s) && g[n] == s[j+n] {
			n++
		}
		if n > first.Words {
			first = Run{0, j, n}
		}
		n = 0
		for n < len(g) && j-n >= 0 && g[len(g)-1-n] == s[j-n] {
			n++
		}
		if n > last.Words {
			last = Run{len(g) - n, j - n + 1, n}
		}
	}
	return first, last
}
