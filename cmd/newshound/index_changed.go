package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"

	"newshound/corpus"
	"newshound/corpus/records"
	"newshound/corpus/textfile"
)

// changedFiles loads the articles of files that have changed.
type changedFiles struct {
	w      *watcher
	ids    map[string][]string // of the articles that were loaded, by file
	flawed map[string]bool     // files of which something could not be loaded

	holders map[string]string // the origin of the article with an id, over all files
	doubles int               // how many articles had an id that was used already
}

// changedFiles returns a loader for the files that have changed. gone are those that are gone.
func (w *watcher) changedFiles(changed, gone []string) *changedFiles {
	l := &changedFiles{w: w, ids: make(map[string][]string), flawed: make(map[string]bool), holders: make(map[string]string)}
	loaded := make(map[string]bool)
	for _, name := range slices.Concat(changed, gone) {
		loaded[name] = true
	}
	for name, ids := range w.ids {
		if !loaded[name] {
			for _, id := range ids {
				l.holders[id] = filepath.Join(w.dir, filepath.FromSlash(name))
			}
		}
	}
	return l
}

// all yields the articles of the files. It warns of what is wrong with them; of ids that are used
// twice it names only the first few.
func (l *changedFiles) all(ctx context.Context, files []string) iter.Seq[*corpus.Article] {
	return func(yield func(*corpus.Article) bool) {
		defer func() {
			if more := l.doubles - maxProblems; more > 0 {
				l.w.warn(fmt.Errorf("and %d more with an id that is already used", more))
			}
		}()
		texts := make(map[string]bool)
		for _, name := range files {
			texts[name] = textfile.Loads(name)
		}
		if slices.ContainsFunc(files, textfile.Loads) {
			dir := textfile.New(someFiles{os.DirFS(l.w.dir), texts}, l.w.dir)
			if !l.load(ctx, dir, func(file string) string { return file }, texts, yield) {
				return
			}
		}
		for _, name := range files {
			if !corpus.HoldsRecords(name) || name == textfile.MetadataFile {
				continue
			}
			lines := records.In(os.DirFS(l.w.dir), name, l.w.dir)
			if !l.load(ctx, lines, func(string) string { return name }, map[string]bool{name: true}, yield) {
				return
			}
		}
	}
}

// load yields the articles of a loader. of returns the name of the file that an article or a problem
// is from. Problems with files that are not wanted are not told.
func (l *changedFiles) load(ctx context.Context, from corpus.Loader, of func(file string) string, wanted map[string]bool, yield func(*corpus.Article) bool) bool {
	for a, err := range from.Load(ctx) {
		if a != nil {
			file, _ := l.w.fileOf(a.Origin)
			name := of(file)
			l.ids[name] = append(l.ids[name], a.ID)
			l.hold(a)
			if !yield(a) {
				return false
			}
		}
		switch {
		case err == nil:
			continue
		case ctx.Err() != nil:
			return false
		}
		var item *corpus.ItemError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return true // it has gone since it was listed
		case !errors.As(err, &item):
			for name := range wanted {
				l.flawed[name] = true
			}
			l.w.warn(err)
			continue
		}
		// Lines of metadata about files that have not changed are no news.
		file, err2 := filepath.Rel(l.w.dir, filepath.FromSlash(item.File))
		if name := of(filepath.ToSlash(file)); err2 == nil && wanted[name] {
			l.flawed[name] = l.flawed[name] || a == nil
			l.w.warn(err)
		}
	}
	return true
}

// hold records where an article is from, and warns if it takes the place of another with its id.
func (l *changedFiles) hold(a *corpus.Article) {
	if first, ok := l.holders[a.ID]; ok {
		if l.doubles++; l.doubles <= maxProblems {
			l.w.warn(fmt.Errorf("%s: id %q is already used by %s: give one of them another id; the last is kept", a.Origin, a.ID, first))
		}
	}
	l.holders[a.ID] = a.Origin
}

// someFiles is a file system in which directories list no files but some.
type someFiles struct {
	fs.FS
	names map[string]bool
}

// ReadDir implements [fs.ReadDirFS].
func (s someFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return !e.IsDir() && !s.names[path.Join(name, e.Name())]
	}), err
}
