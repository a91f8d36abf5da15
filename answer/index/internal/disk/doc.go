// Package disk is what an index needs of files beyond reading and writing them: it maps
// them into memory (map_unix.go, fetch_linux.go), keeps writers apart (lock.go), takes in
// bytes that are wanted later ([Spool]), and puts a file in the place of another, so that
// after a crash there is the one or the other ([Replace]). It knows nothing of what
// is in a file.
package disk
