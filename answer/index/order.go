package index

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// keyed is a thing by its number, with a number that orders it among others as far as
// eight bytes do.
type keyed struct {
	key uint64
	n   uint32
}

// sortKey returns the first eight bytes of a string as a number. Strings that have
// different keys are ordered as these are.
func sortKey(s string) (key uint64) {
	if len(s) >= 8 {
		return binary.BigEndian.Uint64([]byte(s[:8]))
	}
	for i := range len(s) {
		key |= uint64(s[i]) << (56 - 8*i)
	}
	return key
}

// fewKeyed is the number of things up to which comparing them takes less time than
// dealing them out.
const fewKeyed = 1 << 8

// sortKeyed orders things by their keys, and by compare those that have the same.
func sortKeyed(list []keyed, compare func(x, y uint32) int) {
	if len(list) <= fewKeyed {
		slices.SortFunc(list, func(x, y keyed) int {
			if x.key != y.key {
				return cmp.Compare(x.key, y.key)
			}
			return compare(x.n, y.n)
		})
		return
	}
	sortByKey(list)
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[end].key == list[i].key {
			end++
		}
		if end > i+1 {
			slices.SortFunc(list[i:end], func(x, y keyed) int { return compare(x.n, y.n) })
		}
		i = end
	}
}

// sortByKey orders things by their keys. It deals them out by one byte after the other,
// the last one first, and passes over bytes that all have in common. Those of the same key
// stay in their order.
func sortByKey(list []keyed) {
	var counts [8][256]uint32
	for _, k := range list {
		for b := range counts {
			counts[b][byte(k.key>>(8*b))]++
		}
	}
	from, to := list, make([]keyed, len(list))
	for b := range counts {
		count := &counts[b]
		if int(count[byte(list[0].key>>(8*b))]) == len(list) {
			continue
		}
		end := uint32(0)
		for i, n := range count {
			count[i] = end
			end += n
		}
		for _, k := range from {
			at := &count[byte(k.key>>(8*b))]
			to[*at] = k
			*at++
		}
		from, to = to, from
	}
	if &from[0] != &list[0] {
		copy(list, from)
	}
}

// order returns the strings in the order of their bytes.
func (l *stringList) order() []keyed {
	order := make([]keyed, l.len())
	for i := range order {
		order[i] = keyed{sortKey(l.string(uint32(i))), uint32(i)}
	}
	sortKeyed(order, func(x, y uint32) int { return cmp.Compare(l.string(x), l.string(y)) })
	return order
}
