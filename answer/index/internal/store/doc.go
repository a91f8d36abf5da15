// Package store keeps segments in one file, and changes which of them count, so that a
// crash at any moment leaves a state that was whole. [ReadCommit] and [OpenSegments] read the
// state that holds (commit.go, slot.go), [Change] appends another (writer.go, target.go), and
// [Replace] writes the file anew. How it is laid out stands in format.go of package index.
//
// # Decisions
//
// An index is changed by appending to its file. Context: an update of a few articles
// must take milliseconds whatever the size of the archive, a reader must see all
// of it or nothing, and so must whoever comes after a crash. Decision: one file, in
// which nothing is overwritten that a commit has ever pointed at, and two slots in
// its head that point at commits in turn. Consequence: a reader goes on with the
// state that it has opened, without a lock; two flushes to the disk make an update;
// and the file grows until a merge writes it anew.
package store
