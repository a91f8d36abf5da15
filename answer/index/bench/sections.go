package main

import (
	"encoding/binary"
	"fmt"
	"os"
)

// sectionPart says what each section of an index file is for, in the order of
// answer/index/format.go.
var sectionPart = [...]string{
	"text",             // articles
	partRest, partRest, // articleAt, articleSize
	partRest, partRest, // articleRow, ids
	partRest, partRest, partRest, // outlets, sections, bylines
	partRest,                                 // passages
	partPostings,                             // lengths
	partPostings, partPostings, partPostings, // terms, termAt, termKeys
	partPostings,                    // postings
	"positions",                     // positions
	partWords, partWords, partWords, // words, names, acronyms
}

// Parts of an index.
const (
	partPostings = "dictionary and postings"
	partWords    = "words and names"
	partRest     = "rest"
)

// partsOf returns the bytes of the parts of an index file of one segment, as a
// build makes it. What belongs to none, checksums for example, is “rest”.
func partsOf(path string, size int64) (map[string]int64, error) {
	const (
		head     = 4096 // before the segment, and of it
		countAt  = 12
		tableAt  = 120
		perEntry = 16
	)
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it is only read
	var segment [head]byte
	if _, err := f.ReadAt(segment[:], head); err != nil {
		return nil, err
	}
	if n := binary.LittleEndian.Uint32(segment[countAt:]); string(segment[:8]) != "NHSEGMT\n" || int(n) != len(sectionPart) {
		return nil, fmt.Errorf("%s: a segment of %d sections, and %d are known: see answer/index/format.go", path, n, len(sectionPart))
	}
	parts := map[string]int64{partRest: size}
	for i, part := range sectionPart {
		length := int64(binary.LittleEndian.Uint64(segment[tableAt+perEntry*i+8:]))
		parts[partRest] -= length
		parts[part] += length
	}
	return parts, nil
}
