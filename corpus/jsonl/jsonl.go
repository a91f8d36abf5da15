// Package jsonl loads articles from a file of JSON lines, one article a line,
// compressed with gzip or not.
//
// A line is an object with the names that [corpus.Record] lists; a body is all
// that it must have. The body is stored exactly as it is decoded. An article
// without an id gets the file's name and its line's number, "news:12" for the
// twelfth line of news.jsonl, so the id stays the same as long as the line does.
package jsonl

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"newshound/corpus"
)

// MaxLineBytes is the longest line that is decoded. It is twice
// [corpus.MaxArticleBytes], because JSON's escapes make a line longer than the
// body it holds. A longer line is read past, never held.
const MaxLineBytes = 2 * corpus.MaxArticleBytes

// Loads reports whether a file of this name is taken for one of JSON lines.
func Loads(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".jsonl") || strings.HasSuffix(name, ".jsonl.gz")
}

// Loader loads the articles of one file. It keeps nothing between calls of
// Load, and is safe for use by several goroutines.
type Loader struct{ path string }

// New returns a loader for the file at path. The file is opened by Load.
func New(path string) *Loader { return &Loader{path: path} }

// Load implements [corpus.Loader].
func (l *Loader) Load(ctx context.Context) iter.Seq2[*corpus.Article, error] {
	return func(yield func(*corpus.Article, error) bool) {
		f, err := l.open()
		if err != nil {
			yield(nil, err)
			return
		}
		defer func() { _ = f.Close() }()
		r, err := l.decompress(f)
		if err != nil {
			yield(nil, err)
			return
		}
		l.lines(ctx, r, yield)
	}
}

// lines yields the articles of all lines.
func (l *Loader) lines(ctx context.Context, r *bufio.Reader, yield func(*corpus.Article, error) bool) {
	in := lineReader{r: r}
	empty := true
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		line, size, err := in.next()
		if err != nil && !errors.Is(err, io.EOF) {
			yield(nil, l.errRead(err, n))
			return
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		blank := size <= MaxLineBytes && len(bytes.TrimSpace(line)) == 0
		empty = empty && blank
		switch {
		case blank:
		case size > MaxLineBytes:
			if !yield(nil, l.problem(n, "the line has %d bytes, and a line may have %d: put one article on each line", size, MaxLineBytes)) {
				return
			}
		default:
			if !yield(l.article(line, n)) {
				return
			}
		}
		if err != nil {
			if empty {
				yield(nil, fmt.Errorf("%s is empty", l.path))
			}
			return
		}
	}
}

// article makes the article of one line, which may come with an error, as a
// [corpus.Loader]'s do.
func (l *Loader) article(line []byte, n int) (*corpus.Article, error) {
	r, err := corpus.DecodeRecord(line)
	switch {
	case err != nil:
		return nil, l.problem(n, "%v", err)
	case r.Body == "":
		return nil, l.problem(n, `there is no body: put the story's text in "body" or "text"`)
	case len(r.Body) > corpus.MaxArticleBytes:
		return nil, l.problem(n, "the body has %d bytes, and an article may have %d: divide it", len(r.Body), corpus.MaxArticleBytes)
	}
	for _, field := range []string{r.Body, r.ID, r.Headline, r.Byline, r.Outlet, r.Section, r.URL} {
		if strings.IndexByte(field, 0) >= 0 {
			return nil, l.problem(n, `the text has a NUL character (\u0000): remove it`)
		}
	}
	if r.ID == "" {
		r.ID = l.base() + ":" + strconv.Itoa(n)
	}
	a := corpus.NewArticle(r.Meta, r.Body)
	a.Origin = l.path + ":" + strconv.Itoa(n)
	if len(a.Paragraphs) == 0 {
		return nil, l.problem(n, "the body holds no paragraph of a story: remove the line, or put the text in")
	}
	if r.Unread != "" {
		return a, l.problem(n, "%s; the article is kept without it", r.Unread)
	}
	if tag, _ := corpus.FindTags(r.Body); tag != "" {
		return a, l.problem(n, corpus.TagsFound, tag)
	}
	return a, nil
}

// base returns the file's name without its directory and extensions.
func (l *Loader) base() string {
	name := strings.TrimSuffix(filepath.Base(l.path), ".gz")
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// open opens the file, or says in plain words why it cannot.
func (l *Loader) open() (*os.File, error) {
	f, err := os.Open(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no file %s", l.path)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", l.path, cause(err))
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		_ = f.Close()
		return nil, fmt.Errorf("%s is a directory, not a file of JSON lines", l.path)
	}
	return f, nil
}

// decompress returns the file's text. What is compressed is told by its first
// bytes, whatever its name is.
func (l *Loader) decompress(f io.Reader) (*bufio.Reader, error) {
	const buffer = 1 << 16
	r := bufio.NewReaderSize(f, buffer)
	magic, err := r.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, l.errRead(err, 1)
	}
	if !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		if strings.HasSuffix(l.path, ".gz") {
			return nil, fmt.Errorf("%s is not compressed with gzip, though its name ends in .gz: rename it", l.path)
		}
		return r, nil
	}
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, l.errRead(err, 1)
	}
	return bufio.NewReaderSize(z, buffer), nil
}

// errRead is the error for a file that cannot be read to its end.
func (l *Loader) errRead(err error, line int) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("read %s: the file is cut short in line %d: %w: get the file again", l.path, line, err)
	case errors.As(err, &corrupt), errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		return fmt.Errorf("read %s: the file is damaged in line %d: %w: get the file again", l.path, line, err)
	}
	return fmt.Errorf("read %s: line %d: %w", l.path, line, cause(err))
}

// problem makes the error for one line.
func (l *Loader) problem(line int, format string, args ...any) error {
	return &corpus.ItemError{File: l.path, Line: line, Problem: fmt.Sprintf(format, args...)}
}

// cause removes the path from a file system's error.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
