// Package textfile loads articles from a directory of text files, one article
// a file, and of files of records (see corpus/records).
//
// Every .txt, .md, .html and .htm file below the directory is loaded, in the order of their
// paths; files and directories whose name starts with a dot are passed over, and so is what
// browsers put beside a page that they save (see [Parts]). Of other files that may well hold
// articles it is told that they are not read (see [Unread]). An article's id is its file's path without the extension, and its body is the
// whole file, byte for byte, or the story of a web page (see corpus/webpage). After
// these come the articles of the files of records.
//
// An article's metadata may stand in a header: lines such as "Outlet: The Evening
// Post" up to a blank line, or front matter between lines "---" (see
// [corpus.ParseHeader]). It may also stand in the directory's file metadata.jsonl,
// which has an object a line that names its file in "file" (see [corpus.Record]),
// and wins over the header. If neither gives a headline, it is looked for at the
// top of the text, and left empty when in doubt.
package textfile

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"
	"syscall"

	"newshound/corpus"
	"newshound/corpus/records"
	"newshound/corpus/webpage"
)

// Loads reports whether a file of this name is loaded as an article.
func Loads(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".txt" || ext == ".md" || webpage.Is(name)
}

// Parts returns those of the files of a directory, by their slash-separated names, that a browser
// put beside a page that it saved: the pages and data in a directory NAME_files where NAME.html is.
func Parts(files []string) map[string]bool {
	parts, pages := make(map[string]bool), make(map[string]bool)
	for _, file := range files {
		if webpage.Is(file) {
			pages[strings.TrimSuffix(file, path.Ext(file))+"_files"] = true
		}
	}
	for _, file := range files {
		if !webpage.Is(file) && !corpus.HoldsRecords(file) && !isUnread(file) {
			continue
		}
		for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
			if pages[dir] {
				parts[file] = true
				break
			}
		}
	}
	return parts
}

// Loader loads the articles of one directory. It keeps nothing between calls
// of Load, and is safe for use by several goroutines.
type Loader struct {
	fsys fs.FS
	name string
}

// New returns a loader for the text files in fsys. The name is the directory
// as the user wrote it, for messages.
func New(fsys fs.FS, name string) *Loader { return &Loader{fsys: fsys, name: name} }

// Load implements [corpus.Loader].
func (l *Loader) Load(ctx context.Context) iter.Seq2[*corpus.Article, error] {
	return func(yield func(*corpus.Article, error) bool) {
		found, err := l.list(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		meta, problems := l.metadata(found.files)
		for _, problem := range slices.Concat(found.problems, problems) {
			if !yield(nil, problem) {
				return
			}
		}
		if !l.articles(ctx, found.files, meta, yield) {
			return
		}
		for _, file := range found.records {
			for a, err := range records.In(l.fsys, file, l.name).Load(ctx) {
				if !yield(a, l.ofFile(ctx, file, err)) {
					return
				}
			}
		}
	}
}

// articles loads text files, each an article, with their metadata. It reports false if it stopped
// early, because yield did or ctx ended.
func (l *Loader) articles(ctx context.Context, files []string, meta map[string]corpus.Meta, yield func(*corpus.Article, error) bool) bool {
	buffer := make([]byte, 1<<15)
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return false
		}
		a, err := l.article(file, meta[file], buffer)
		if errors.Is(err, fs.ErrNotExist) {
			continue // as if the directory had been listed a moment later
		}
		if !yield(a, err) {
			return false
		}
	}
	return true
}

// ofFile turns the error of a whole file of records into that of one item, so that the other files
// are loaded.
func (l *Loader) ofFile(ctx context.Context, file string, err error) error {
	if err == nil || ctx.Err() != nil || errors.Is(err, corpus.ErrMalformed) {
		return err
	}
	problem := err.Error()
	for _, doing := range []string{"", "read ", "open "} {
		if rest, ok := strings.CutPrefix(problem, doing+path.Join(l.name, file)); ok {
			problem = strings.TrimLeft(rest, ": ")
			break
		}
	}
	return l.problem(file, 0, "%s", problem)
}

// listing is what a directory holds for us.
type listing struct {
	files    []string // slash-separated, sorted
	problems []error
	records  []string // files of records, sorted
	unread   []string // files in forms that are not read, sorted
}

// list finds the text files.
func (l *Loader) list(ctx context.Context) (listing, error) {
	var found listing
	if err := l.checkRoot(); err != nil {
		return found, err
	}
	err := fs.WalkDir(l.fsys, ".", func(file string, d fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			if file == "." {
				return fmt.Errorf("read directory %s: %w", l.name, cause(err))
			}
			found.problems = append(found.problems, l.unreadable(file, err))
			return nil
		}
		if file != "." && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		l.visit(&found, file, d)
		return nil
	})
	if err != nil {
		return found, err
	}
	parts := Parts(slices.Concat(found.files, found.records, found.unread))
	isPart := func(file string) bool { return parts[file] }
	found.files, found.records = slices.DeleteFunc(found.files, isPart), slices.DeleteFunc(found.records, isPart)
	found.problems = append(found.problems, Unread(l.name, slices.DeleteFunc(found.unread, isPart), make(map[string]bool))...)
	if len(found.files)+len(found.records)+len(found.problems) == 0 {
		return found, fmt.Errorf("directory %s holds no article in a known form: put each into a .txt file", l.name)
	}
	return found, nil
}

// visit sorts one directory entry into a listing.
func (l *Loader) visit(found *listing, file string, d fs.DirEntry) {
	text, mode := Loads(file), d.Type()
	ours := text || corpus.HoldsRecords(file) && file != MetadataFile
	if mode&fs.ModeSymlink != 0 {
		switch info, err := fs.Stat(l.fsys, file); {
		case err != nil && ours:
			found.problems = append(found.problems, l.problem(file, 0, "is a link that leads nowhere (%v): remove it or point it at a file", cause(err)))
			return
		case err != nil:
			return
		case info.IsDir():
			found.problems = append(found.problems, l.problem(file, 0, "is a link to a directory, and such links are not followed: pass that directory by its own name"))
			return
		default:
			mode = info.Mode().Type()
		}
	}
	switch {
	case mode.IsDir():
	case ours && !mode.IsRegular():
		found.problems = append(found.problems, l.problem(file, 0, "is not a regular file: remove it"))
	case text:
		found.files = append(found.files, file)
	case ours:
		found.records = append(found.records, file)
	case mode.IsRegular() && isUnread(file):
		found.unread = append(found.unread, file)
	}
}

// checkRoot says in plain words what is wrong with the directory itself.
func (l *Loader) checkRoot() error {
	info, err := fs.Stat(l.fsys, ".")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no directory %s", l.name)
	case errors.Is(err, syscall.ENOTDIR), err == nil && !info.IsDir():
		return fmt.Errorf("%s is a file, not a directory", l.name)
	case err != nil:
		return fmt.Errorf("read directory %s: %w", l.name, cause(err))
	}
	return nil
}

// problem makes the error for one item.
func (l *Loader) problem(file string, line int, format string, args ...any) error {
	return &corpus.ItemError{File: path.Join(l.name, file), Line: line, Problem: fmt.Sprintf(format, args...)}
}

// cause removes the path from a file system's error: our messages name it as
// the user does.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
