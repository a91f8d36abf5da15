package bot

import (
	"fmt"
	"strconv"
	"strings"

	"newshound/answer"
)

// Numbers are the numbers of some quotes of an answer, rising, as one text: "2,5-6".
// "" is none.
type Numbers string

// numbersOf returns the numbers of quotes that stand in their order.
func numbersOf(quotes []answer.Snippet) Numbers {
	var list []int
	for _, s := range quotes {
		list = append(list, s.Cite.N)
	}
	return numbersFromList(list)
}

// numbersFromList returns rising numbers.
func numbersFromList(list []int) Numbers {
	var parts []string
	for i := 0; i < len(list); {
		first := list[i]
		last := first
		for i++; i < len(list) && list[i] == last+1; i++ {
			last++
		}
		parts = append(parts, string(numbersFrom(first, last)))
	}
	return Numbers(strings.Join(parts, ","))
}

// numbersFrom returns the numbers from first to last, none where last is less.
func numbersFrom(first, last int) Numbers {
	switch {
	case last < first:
		return ""
	case last == first:
		return Numbers(strconv.Itoa(first))
	}
	return Numbers(fmt.Sprintf("%d-%d", first, last))
}

// runs returns the first and last number of each run, nil where the text is malformed.
func (n Numbers) runs() [][2]int {
	var out [][2]int
	end := 0
	for part := range strings.SplitSeq(string(n), ",") {
		from, to, several := strings.Cut(part, "-")
		if !several {
			to = from
		}
		first, err := strconv.Atoi(from)
		last, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || first <= end || last < first {
			return nil
		}
		out, end = append(out, [2]int{first, last}), last
	}
	return out
}

// upTo reports whether there are numbers, and none that is greater than most.
func (n Numbers) upTo(most int) bool {
	runs := n.runs()
	return len(runs) > 0 && runs[len(runs)-1][1] <= most
}

// first returns the least of the numbers, 0 of none.
func (n Numbers) first() int {
	for _, r := range n.runs() {
		return r[0]
	}
	return 0
}

// has reports whether a number is among them.
func (n Numbers) has(number int) bool {
	for _, r := range n.runs() {
		if r[0] <= number && number <= r[1] {
			return true
		}
	}
	return false
}
