// Package records loads articles from a file of records, compressed with gzip or not: JSON
// lines, an array of JSON, a table (CSV and the like), or a feed (RSS, Atom).
//
// A record has the names that [corpus.Record] lists, as those of an object or as a table's
// columns; a body is all that it must have. The body is stored exactly as it is decoded, and of
// one in HTML the text. An
// article without an id gets the file's name and the place of its record, "news:12" for the
// twelfth line of news.jsonl, so the id stays the same as long as the place does.
package records

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"newshound/corpus"
)

// MaxBytes is the longest record that is decoded. It is twice
// [corpus.MaxArticleBytes], because JSON's escapes make a record longer than the
// body it holds. A longer one is read past, never held.
const MaxBytes = 2 * corpus.MaxArticleBytes

// Loader loads the articles of one file. It keeps nothing between calls of
// Load, and is safe for use by several goroutines.
type Loader struct {
	path string // as the user wrote it, for messages
	name string // the file's in a directory, with what is above it there
	open func() (fs.File, error)
}

// New returns a loader for the file at path. The file is opened by Load.
func New(path string) *Loader {
	return &Loader{path, filepath.Base(path), func() (fs.File, error) { return os.Open(path) }}
}

// In returns a loader for a file in the directory fsys, which the user has named dir. Articles
// without an id get one that tells where the file stands there: "2024/news:12".
func In(fsys fs.FS, file, dir string) *Loader {
	return &Loader{path.Join(filepath.ToSlash(dir), file), file, func() (fs.File, error) { return fsys.Open(file) }}
}

// Load implements [corpus.Loader].
func (l *Loader) Load(ctx context.Context) iter.Seq2[*corpus.Article, error] {
	return func(yield func(*corpus.Article, error) bool) {
		f, err := l.file()
		if err != nil {
			yield(nil, err)
			return
		}
		defer func() { _ = f.Close() }()
		r, packed, err := l.decompress(f)
		if err != nil {
			yield(nil, err)
			return
		}
		in, err := l.reader(r)
		if err != nil {
			yield(nil, err)
			return
		}
		if l.load(ctx, in, yield) && packed.odd {
			yield(nil, &corpus.ItemError{File: l.path, Problem: "behind the end of what is compressed stands something else, which is not read: get the file again if articles are missing"})
		}
	}
}

// buffer is how much of a file is read at a time.
const buffer = 1 << 16

// reader reads the records of a file one after the other.
type reader interface {
	// read returns the next record as an object of JSON, which is valid until the next
	// call, and where it stands. After the last comes [io.EOF]. Another error that wraps
	// [errRecord] is about this record alone.
	read() (object []byte, at int, err error)
	// place names where a record stands for an error about it: a line, or 0 and words.
	place(at int) (line int, words string)
}

// errRecord is wrapped by errors about a single record: others may follow it.
var errRecord = errors.New("record")

// recordError is such an error, in words.
type recordError string

// Error returns the words.
func (e recordError) Error() string { return string(e) }

// Unwrap returns [errRecord].
func (recordError) Unwrap() error { return errRecord }

// reader returns what reads a file, by the encoding that its first bytes tell.
func (l *Loader) reader(r *bufio.Reader) (reader, error) {
	mark, _ := r.Peek(len(utf8Mark)) // whatever cannot be read is told later
	if corpus.IsUTF16(string(mark)) {
		in, err := l.form(bufio.NewReaderSize(corpus.FromUTF16(r), buffer), true)
		return converted{in, "UTF-16"}, err
	}
	if string(mark) != utf8Mark {
		return l.form(r, false)
	}
	_, _ = r.Discard(len(mark)) // it is there
	return l.form(r, true)
}

// utf8Mark may stand before a text in UTF-8.
const utf8Mark = "\uFEFF"

// form returns what reads the form that the file is in: a table or a feed by its name, and JSON by
// how it begins. A file is marked whose first bytes told its encoding.
func (l *Loader) form(r *bufio.Reader, marked bool) (reader, error) {
	name := strings.TrimSuffix(strings.ToLower(l.path), ".gz")
	switch path.Ext(name) {
	case ".xml", ".rss", ".atom":
		return newFeed(r, marked), nil
	}
	if strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".tsv") {
		return l.table(r)
	}
	if c, err := firstOf(r); err == nil && (c == '[' || strings.HasSuffix(name, ".json")) {
		return &array{r: r}, nil
	}
	return &lines{in: lineReader{r: r}}, nil
}

// firstOf returns the first character that is not blank, as far as r's buffer goes, and
// leaves it unread.
func firstOf(r *bufio.Reader) (byte, error) {
	for n := 1; ; n++ {
		head, err := r.Peek(n)
		if err != nil {
			return 0, err
		}
		if c := head[n-1]; !isBlank(c) {
			return c, nil
		}
	}
}

// isBlank reports whether a character is blank in JSON.
func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// load yields the articles of all records, and reports whether it came to their end.
func (l *Loader) load(ctx context.Context, in reader, yield func(*corpus.Article, error) bool) bool {
	for empty := true; ; empty = false {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return false
		}
		object, at, err := in.read()
		switch {
		case errors.Is(err, io.EOF):
			return !empty || yield(nil, fmt.Errorf("%s is empty", l.path))
		case errors.Is(err, errRecord):
			if !yield(nil, l.problem(in, at, "%v", err)) {
				return false
			}
		case err != nil:
			yield(nil, l.errRead(err, in, at))
			return false
		default:
			if !yield(l.article(object, in, at)) {
				return false
			}
		}
	}
}

// article makes the article of one record, which may come with an error, as a
// [corpus.Loader]'s do.
func (l *Loader) article(object []byte, in reader, n int) (*corpus.Article, error) {
	r, err := corpus.DecodeRecord(object)
	switch {
	case err != nil:
		return nil, l.problem(in, n, "%v", err)
	case r.Body == "":
		return nil, l.problem(in, n, `there is no body: put the story's text in "body" or "text"%s`, fieldsOf(object))
	case len(r.Body) > corpus.MaxArticleBytes:
		return nil, l.problem(in, n, "the body has %d bytes, and an article may have %d: divide it", len(r.Body), corpus.MaxArticleBytes)
	}
	for _, field := range []string{r.Body, r.ID, r.Headline, r.Byline, r.Outlet, r.Section, r.URL} {
		if strings.IndexByte(field, 0) >= 0 {
			return nil, l.problem(in, n, `the text has a NUL character (\u0000): remove it`)
		}
	}
	if r.ID == "" {
		r.ID = l.base() + ":" + strconv.Itoa(n)
	}
	a := corpus.NewArticle(r.Meta, r.Body)
	a.Origin = l.path + ":" + strconv.Itoa(n)
	if len(a.Paragraphs) == 0 {
		return nil, l.problem(in, n, "the body holds no paragraph of a story: leave it out, or put the text in")
	}
	if r.Unread != "" {
		return a, l.problem(in, n, "%s; the article is kept without it", r.Unread)
	}
	if tag, _ := corpus.FindTags(r.Body); tag != "" {
		return a, l.problem(in, n, corpus.TagsFound, tag)
	}
	if corpus.CutShort(r.Body) {
		return a, l.problem(in, n, "the body is cut short (%s), as NewsAPI sends it: put the whole text in; the article is kept as it is", r.Body[strings.LastIndexByte(r.Body, '['):])
	}
	return a, nil
}

// fieldsOf lists the fields of an object, for an error that says which one is missing.
func fieldsOf(object []byte) string {
	var fields map[string]json.RawMessage
	if json.Unmarshal(object, &fields) != nil || len(fields) == 0 {
		return ""
	}
	return "; it has " + someOf(slices.Sorted(maps.Keys(fields)))
}

// someOf lists the first names of a record, and counts the others.
func someOf(names []string) string {
	const most = 8
	if more := len(names) - most; more > 0 {
		names = append(slices.Clone(names[:most]), fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// base returns the file's name without its directory and extensions.
func (l *Loader) base() string {
	name := strings.TrimSuffix(l.name, ".gz")
	return strings.TrimSuffix(name, path.Ext(name))
}

// open opens the file, or says in plain words why it cannot.
func (l *Loader) file() (fs.File, error) {
	if !utf8.ValidString(l.name) { // no [fs.FS] opens it, and an id that is made of it could not be written as JSON
		return nil, fmt.Errorf("%s has a name that is not UTF-8: rename it", l.path)
	}
	f, err := l.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no file %s", l.path)
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read (%w): change its permissions or remove it", l.path, cause(err))
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		_ = f.Close()
		return nil, fmt.Errorf("%s is a directory, not a file of articles", l.path)
	}
	return f, nil
}

// errRead is the error for a file that cannot be read to its end.
func (l *Loader) errRead(err error, in reader, at int) error {
	line, words := in.place(at)
	if line > 0 {
		words = fmt.Sprintf("line %d", line)
	}
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("read %s: the file is cut short in %s: %w: get the file again", l.path, words, err)
	case errors.As(err, &corrupt), errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		return fmt.Errorf("read %s: the file is damaged in %s: %w: get the file again", l.path, words, err)
	}
	return fmt.Errorf("read %s: nothing is read from %s on: %w", l.path, words, cause(err))
}

// problem makes the error for one record.
func (l *Loader) problem(in reader, at int, format string, args ...any) error {
	line, words := in.place(at)
	if words != "" {
		words += ": "
	}
	return &corpus.ItemError{File: l.path, Line: line, Problem: words + fmt.Sprintf(format, args...)}
}

// cause removes the path from a file system's error.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
