// Package build makes a segment of articles, in bounded memory and on several processors:
// [Segment] with files for what does not fit, [InMemory] without. read.go analyses articles,
// builder.go numbers their words, packs them by terms (streams.go) and gathers their names
// (names_log.go), to make postings and counts of at the end (words.go, names.go); build.go
// keeps what a full builder has in a file, and has all of it merged.
//
// # Decisions
//
// Names are counted in full. Context: a corpus has far more names than acronyms,
// and which of them will be asked for by initials is not known; but two letters are
// the initials of any two words, and are asked about ordinary ones only
// ([analysis.ByChance]). Decision: every name that is not so by chance counts while a segment is built, but only
// the most frequent few are kept for one acronym. Consequence: a third of the names, people
// for the most part, cost nothing; a rare name whose initials are common cannot be
// found by them, and in an index of several segments a name may be missing that was
// among the kept in none of them.
//
// A build is the sum of many small parts. Of 100,000 passages finding the words takes a quarter of
// the time, new forms of words a sixth, names an eighth, postings and dictionary a tenth, the text
// of articles a sixteenth, and waiting for fresh memory as much. New forms are few at a million,
// where the lead over other engines is larger by half. Tried without gain: instructions of newer
// processors (GOAMD64=v3), no garbage collection, one processor, one goroutine less that analyses,
// a profile for the compiler, milestones of the dictionary that stand four times as close, counting
// words without branches.
package build
