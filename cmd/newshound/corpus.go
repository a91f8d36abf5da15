package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"iter"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"newshound/answer/engine"
	"newshound/answer/index"
	"newshound/cmd/newshound/internal/service"
	"newshound/corpus"
	"newshound/corpus/records"
	"newshound/corpus/textfile"
	"newshound/seeds"
)

// corpusFlags are the flags of every command that needs articles.
type corpusFlags struct {
	paths  []string
	strict bool
	all    bool // tell every problem, however many there are
}

// register adds the flags to fs.
func (f *corpusFlags) register(fs *flag.FlagSet) {
	fs.Func("corpus", "answer from the articles in `PATH`: a .txt, .md, .html, .jsonl,\n"+
		".json, .csv or .xml file, a directory of such files, or an index\n"+
		"(newshound index); may be repeated. Without it, from those\n"+
		"that NEWSHOUND_CORPUS lists, or else from the seed articles\n"+
		"that are built in", func(s string) error {
		if s == "" {
			return errors.New("the path is empty")
		}
		f.paths = append(f.paths, s)
		return nil
	})
	fs.BoolVar(&f.strict, "strict", false, "stop at an article, or a file that may hold one, that cannot be read, rather than go on without it")
}

// open loads the articles. It writes what is wrong with single items to env.stderr, or returns it as
// the error where strict is set. m shows the progress. It never returns an empty corpus.
func (f *corpusFlags) open(ctx context.Context, env *environment, m *meter) ([]*corpus.Article, error) {
	paths := f.resolve(env)
	loaders, err := openLoaders(paths)
	if err != nil {
		return nil, err
	}
	articles, problems, err := corpus.Collect(ctx, m.of(loaders)...)
	m.clear()
	if err != nil {
		return nil, err
	}
	if f.strict && len(problems) > 0 {
		return nil, errors.New(strings.Join(f.list(problems), "\n"))
	}
	for _, p := range f.list(problems) {
		env.tell("warning: %s", p)
	}
	if len(articles) == 0 {
		return nil, noArticle(paths)
	}
	return articles, nil
}

// noArticle is the error where the corpus has none.
func noArticle(paths []string) error {
	return fmt.Errorf("there is no article in %s", strings.Join(paths, ", "))
}

// resolve returns the paths that the flags or else the environment name.
func (f *corpusFlags) resolve(env *environment) []string {
	paths := f.paths
	if len(paths) == 0 {
		for _, p := range filepath.SplitList(env.getenv("NEWSHOUND_CORPUS")) {
			if p != "" {
				paths = append(paths, p)
			}
		}
	}
	return paths
}

// engine returns an engine that answers from the corpus.
func (f *corpusFlags) engine(ctx context.Context, env *environment) (*engine.Engine, error) {
	ix, err := f.index(ctx, env, index.Open)
	if err != nil {
		return nil, err
	}
	if ix.Coverage().Articles == 0 {
		return nil, noArticle(f.resolve(env))
	}
	return engine.New(ix), nil
}

// living returns the corpus, which is opened again when it changes. It is not empty at first; an
// index may lose all of its articles later.
func (f *corpusFlags) living(ctx context.Context, env *environment, log *slog.Logger) (*service.Living, error) {
	live, err := service.OpenLiving(ctx, log, func(ctx context.Context) (service.Index, error) { return f.index(ctx, env, index.OpenCopy) })
	if err != nil {
		return nil, err
	}
	if live.Coverage().Articles == 0 {
		return nil, noArticle(f.resolve(env))
	}
	return live, nil
}

// index returns the index of the corpus. If the corpus is one index, it is opened, and may be empty;
// otherwise an index is made in memory.
func (f *corpusFlags) index(ctx context.Context, env *environment, open func(path string) (*index.Index, error)) (*index.Index, error) {
	if paths := f.resolve(env); len(paths) == 1 && index.IsIndex(paths[0]) {
		return open(paths[0])
	}
	m := newMeter(env, f.resolve(env))
	articles, err := f.open(ctx, env, m)
	if err != nil {
		return nil, err
	}
	ix := index.New(articles)
	m.advise()
	return ix, nil
}

// openLoaders returns a loader for each path, or that of the seed articles where there is no path.
func openLoaders(paths []string) ([]corpus.Loader, error) {
	if len(paths) == 0 {
		return []corpus.Loader{textfile.New(seeds.FS, "seeds")}, nil
	}
	var loaders []corpus.Loader
	for _, p := range paths {
		l, err := openLoader(p)
		if err != nil {
			return nil, fmt.Errorf("open the corpus: %w", err)
		}
		loaders = append(loaders, dated{l, time.Now()})
	}
	return loaders, nil
}

// dated is a loader that reports articles with a date in the future.
type dated struct {
	corpus.Loader

	now time.Time
}

// Load implements [corpus.Loader].
func (d dated) Load(ctx context.Context) iter.Seq2[*corpus.Article, error] {
	tomorrow := d.now.AddDate(0, 0, 1) // where it is early
	return func(yield func(*corpus.Article, error) bool) {
		for a, err := range d.Loader.Load(ctx) {
			if a != nil && err == nil && a.Published.After(tomorrow) {
				err = &corpus.ItemError{File: a.Origin, Problem: fmt.Sprintf(
					"the date %s is yet to come, by which the article is the newest: correct it; the article is kept as it is", corpus.FormatTime(a.Published))}
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// openLoader returns the loader for what stands at path.
func openLoader(path string) (corpus.Loader, error) {
	info, err := os.Stat(path)
	if err != nil && strings.HasPrefix(path, "~") {
		return nil, fmt.Errorf("%s: %w; the shell has left the ~ as it is: write the path in full", path, errors.Unwrap(err))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w; a corpus is %s", path, errors.Unwrap(err), knownForms)
	}
	switch {
	case info.IsDir():
		return textfile.New(os.DirFS(path), path), nil
	case !info.Mode().IsRegular(): // a pipe can be read only once, and may keep us waiting for ever
		return nil, fmt.Errorf("%s is not a regular file: save what it holds as one; a corpus is %s", path, knownForms)
	case corpus.HoldsRecords(path):
		return records.New(path), nil
	case index.IsIndex(path):
		return index.NewLoader(path), nil
	case textfile.Loads(path):
		dir, file := filepath.Split(path)
		if dir == "" {
			dir = "."
		}
		return textfile.New(oneFile{os.DirFS(dir), file}, dir), nil
	}
	return nil, fmt.Errorf("%s holds no articles in a known form; a corpus is %s; of anything else, save the text as .txt", path, knownForms)
}

// knownForms are what articles are read from.
const knownForms = "a .txt, .md or .html file, a .jsonl, .json, .csv, .tsv or .xml file (or that with .gz), a directory of such files, or an index that newshound made"

// oneFile is a directory of which only one file is seen.
type oneFile struct {
	fs.FS
	file string
}

// Open implements [fs.FS].
func (d oneFile) Open(name string) (fs.File, error) {
	if name != "." && name != d.file {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return d.FS.Open(name)
}

// ReadDir implements [fs.ReadDirFS].
func (d oneFile) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(d.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() != d.file }), err
}

// maxProblems is how many problems of a corpus are told one by one.
const maxProblems = 20

// moreProblems tells how many further problems there are.
const moreProblems = "and %d more: newshound check tells all of them"

// list returns a line for each of the first problems, and one for the rest.
func (f *corpusFlags) list(problems []error) []string {
	var lines []string
	for i, p := range problems {
		if i == maxProblems && !f.all {
			return append(lines, fmt.Sprintf(moreProblems, len(problems)-i))
		}
		lines = append(lines, p.Error())
	}
	return lines
}
