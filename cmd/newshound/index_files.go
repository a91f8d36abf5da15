package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
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

// scan returns the stamps of all files, and what went wrong. Files that cannot be looked at just now
// keep the stamps that the index has of them.
func (w *watcher) scan() (map[string]fileStamp, error) {
	found := make(map[string]fileStamp)
	var unseen []error
	var others []string
	err := filepath.WalkDir(w.dir, func(path string, d fs.DirEntry, err error) error {
		if path == w.dir {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		rel, relErr := filepath.Rel(w.dir, path)
		if relErr != nil {
			return relErr
		}
		name := filepath.ToSlash(rel)
		var info fs.FileInfo
		if err == nil {
			if !textfile.Loads(path) && !corpus.HoldsRecords(path) {
				if d.Type().IsRegular() {
					others = append(others, name)
				}
				return nil
			}
			info, err = os.Stat(path) // of what a link leads to
		}
		switch {
		case errors.Is(err, fs.ErrNotExist): // it has just gone
		case err != nil:
			unseen = append(unseen, err)
			w.leave(found, name)
		case info.Mode().IsRegular():
			found[name] = fileStamp{info.Size(), info.ModTime()}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	parts := textfile.Parts(slices.AppendSeq(others, maps.Keys(found)))
	for part := range parts {
		delete(found, part)
	}
	others = slices.DeleteFunc(others, func(name string) bool { return parts[name] })
	for _, problem := range textfile.Unread(w.dir, others, w.told) {
		w.warn(problem)
	}
	return found, errors.Join(unseen...)
}

// leave adds to found the stamps that the index has of a file, or of all files below a directory.
func (w *watcher) leave(found map[string]fileStamp, name string) {
	for file, stamp := range w.done {
		if file == name || strings.HasPrefix(file, name+"/") {
			found[file] = stamp
		}
	}
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
