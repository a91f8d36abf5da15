package strtab

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Keyed is a thing by its number, with a number that orders it among others as far as
// eight bytes do.
type Keyed struct {
	Key uint64
	N   uint32
}

// KeyOf returns the first eight bytes of a string as a number. Strings that have
// different keys are ordered as these are.
func KeyOf(s string) (key uint64) {
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

// SortKeyed orders things by their keys, and by compare those that have the same.
func SortKeyed(list []Keyed, compare func(x, y uint32) int) {
	if len(list) <= fewKeyed {
		slices.SortFunc(list, func(x, y Keyed) int {
			if x.Key != y.Key {
				return cmp.Compare(x.Key, y.Key)
			}
			return compare(x.N, y.N)
		})
		return
	}
	sortByKey(list)
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[end].Key == list[i].Key {
			end++
		}
		if end > i+1 {
			slices.SortFunc(list[i:end], func(x, y Keyed) int { return compare(x.N, y.N) })
		}
		i = end
	}
}

// sortByKey orders things by their keys. It deals them out by one byte after the other,
// the last one first, and passes over bytes that all have in common. Those of the same key
// stay in their order.
func sortByKey(list []Keyed) {
	var counts [8][256]uint32
	for _, k := range list {
		for b := range counts {
			counts[b][byte(k.Key>>(8*b))]++
		}
	}
	from, to := list, make([]Keyed, len(list))
	for b := range counts {
		count := &counts[b]
		if int(count[byte(list[0].Key>>(8*b))]) == len(list) {
			continue
		}
		end := uint32(0)
		for i, n := range count {
			count[i] = end
			end += n
		}
		for _, k := range from {
			at := &count[byte(k.Key>>(8*b))]
			to[*at] = k
			*at++
		}
		from, to = to, from
	}
	if &from[0] != &list[0] {
		copy(list, from)
	}
}

// Order returns the strings in the order of their bytes.
func (l *List) Order() []Keyed {
	order := make([]Keyed, l.len())
	for i := range order {
		order[i] = Keyed{KeyOf(l.At(uint32(i))), uint32(i)}
	}
	SortKeyed(order, func(x, y uint32) int { return cmp.Compare(l.At(x), l.At(y)) })
	return order
}
