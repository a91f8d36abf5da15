package main

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// byteSize is a flag's number of bytes: "512MiB", "2GB", "1000000".
type byteSize int

// units are the names of sizes, the longer before those that they end in.
func units() []struct {
	name  string
	bytes float64
} {
	return []struct {
		name  string
		bytes float64
	}{
		{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30},
		{"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30}, {"B", 1},
	}
}

// Set implements [flag.Value].
func (b *byteSize) Set(s string) error {
	unit := 1.0
	for _, u := range units() {
		if n := len(s) - len(u.name); n > 0 && strings.EqualFold(s[n:], u.name) {
			s, unit = strings.TrimSpace(s[:n]), u.bytes
			break
		}
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n*unit >= 1 && n*unit < math.MaxInt32*1024) {
		return errors.New("a size is a number and a unit, as in 512MiB")
	}
	*b = byteSize(min(n*unit, math.MaxInt)) // a program of 32 bits has no more
	return nil
}

// String implements [flag.Value].
func (b *byteSize) String() string { return strconv.Itoa(int(*b)) }

// leastMemory is the least memory that an index is built in. With less there are so many parts that
// merging them takes more memory, not less: 100,000 passages took 200 MB and three times as long
// with 8 MiB, 143 MB with this.
const leastMemory = 32 << 20

// enough returns the size of memory to build an index in, at least leastMemory.
func (b byteSize) enough() int { return max(leastMemory, int(b)) }
