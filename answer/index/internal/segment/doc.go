// Package segment has the part of an index that never changes: articles with their passages,
// and the terms, words and names that stand in them. [Writer] writes one, [Open] opens one,
// [MergeTerms] makes one of several, and [Segment.Check] verifies one. How it is laid out, byte
// by byte, stands in format.go of package index; layout.go has the numbers.
//
// Of a [Segment] articles.go tells what articles and passages there are, record.go how an
// article is written, ids.go finds one by its id, dates.go knows when they were published;
// dictionary.go finds a term, words.go counts a word, names.go has names and acronyms, in the
// tables of table.go; milestones.go helps to find a string in either.
//
// Its methods panic with damage (package raw), which whoever calls them guards against.
package segment
