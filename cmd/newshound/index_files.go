package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"newshound/corpus"
	"newshound/corpus/textfile"
)

// fileStamp tells whether a file has changed.
type fileStamp struct {
	size     int64
	modified time.Time
}

// scan returns what the files are like. Those that cannot be looked at just now
// stay what they were.
func (w *watcher) scan() (map[string]fileStamp, error) {
	found := make(map[string]fileStamp)
	err := filepath.WalkDir(w.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			if path == w.dir {
				return err
			}
			return nil
		}
		if path != w.dir && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !textfile.Loads(path) && !corpus.HoldsRecords(path) {
			return nil
		}
		info, err := os.Stat(path) // of what a link leads to
		if err != nil || !info.Mode().IsRegular() {
			return nil //nolint:nilerr // it has just gone
		}
		rel, err := filepath.Rel(w.dir, path)
		if err != nil {
			return err
		}
		found[filepath.ToSlash(rel)] = fileStamp{info.Size(), info.ModTime()}
		return nil
	})
	return found, err
}

// fileOf returns the file below the directory that an article's origin names.
func (w *watcher) fileOf(origin string) (file string, ok bool) {
	if w.dir != "." {
		if origin, ok = strings.CutPrefix(filepath.ToSlash(origin), filepath.ToSlash(w.dir)+"/"); !ok {
			return "", false
		}
	}
	if path, line, ok := cutLast(origin, ":"); ok && corpus.HoldsRecords(path) && line != "" {
		return path, true
	}
	return origin, textfile.Loads(origin)
}

// cutLast divides a text at the last separator.
func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
