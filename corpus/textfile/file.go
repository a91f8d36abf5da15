package textfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"newshound/corpus"
	"newshound/corpus/webpage"
)

// article loads one file. Its error is about that file alone, and may come with
// an article, as a [corpus.Loader]'s do. The text goes through a buffer.
func (l *Loader) article(file string, known corpus.Meta, buffer []byte) (*corpus.Article, error) {
	text, err := l.read(file, buffer)
	if err != nil {
		return nil, err
	}
	meta := corpus.Meta{ID: strings.TrimSuffix(file, path.Ext(file))}
	if webpage.Is(file) {
		return l.page(file, text, override(meta, known))
	}
	header, err := corpus.ParseHeader(text)
	if err != nil {
		return nil, l.problem(file, 0, "%v", err)
	}
	var unread error
	if header.Unread != "" {
		unread = l.problem(file, 1, "%s; the article is kept without it", header.Unread)
	}
	for _, f := range header.Fields {
		if err := setField(&meta, f); err != nil {
			unread = l.problem(file, f.Line, "%v; the article is kept without it", err)
		}
	}
	meta = override(meta, known)
	a := corpus.NewArticle(meta, text)
	if meta.Headline == "" {
		a = findHeadline(a)
	}
	a.Origin = path.Join(l.name, file)
	if len(a.Paragraphs) == 0 {
		if header.End > 0 && strings.TrimSpace(text[header.End:]) == "" {
			return nil, l.problem(file, 0, "has a header and no story: put the text below it, after a blank line")
		}
		return nil, l.problem(file, 0, "holds no paragraph of a story: remove it, or put the text in")
	}
	if tag, at := corpus.FindTags(text); tag != "" && unread == nil {
		unread = l.problem(file, strings.Count(text[:at], "\n")+1, corpus.TagsFound, tag)
	}
	return a, unread
}

// page loads a web page. Metadata from elsewhere overrides the page's own.
func (l *Loader) page(file, text string, known corpus.Meta) (*corpus.Article, error) {
	meta, story, unread := webpage.Read(text)
	a := corpus.NewArticle(override(meta, known), story)
	a.Origin = path.Join(l.name, file)
	if len(a.Paragraphs) == 0 && errors.Is(unread, webpage.ErrHTML) {
		return nil, l.problem(file, 0, "%v", unread)
	}
	if len(a.Paragraphs) == 0 {
		return nil, l.problem(file, 0, "is a web page without the text of a story: remove it, or save the page anew once a browser shows the story")
	}
	if unread != nil {
		return a, l.problem(file, 0, "%v; the article is kept without it", unread)
	}
	return a, nil
}

// unreadable says why a file or a directory cannot be read.
func (l *Loader) unreadable(file string, err error) error {
	if !utf8.ValidString(file) {
		return l.problem(file, 0, "has a name that is not UTF-8: rename it") // which no [fs.FS] opens
	}
	return l.problem(file, 0, "cannot be read (%v): change its permissions or remove it", cause(err))
}

// read returns the text of a file that is known to be text. Its error is
// [fs.ErrNotExist] where the file has gone since it was listed.
func (l *Loader) read(file string, buffer []byte) (string, error) {
	f, err := l.fsys.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return "", err
	} else if err != nil {
		return "", l.unreadable(file, err)
	}
	defer func() { _ = f.Close() }()
	var text strings.Builder
	if info, err := f.Stat(); err == nil {
		if size := info.Size(); size > corpus.MaxArticleBytes {
			return "", l.problem(file, 0, "has %d bytes, and an article may have %d: divide it into one file for each article", size, corpus.MaxArticleBytes)
		} else if size > 0 {
			text.Grow(int(size))
		}
	}
	if _, err := io.CopyBuffer(&text, io.LimitReader(f, corpus.MaxArticleBytes+1), buffer); err != nil {
		return "", l.unreadable(file, err)
	}
	s, encoding := decode(file, text.String())
	switch {
	case len(s) > corpus.MaxArticleBytes:
		return "", l.problem(file, 0, "has more than the %d bytes that an article may have: divide it into one file for each article", corpus.MaxArticleBytes)
	case strings.TrimSpace(s) == "":
		return "", l.problem(file, 0, "is empty: remove it, or put the text in")
	case encoding != "" && strings.ContainsRune(s, utf8.RuneError):
		return "", l.problem(file, lineOf(s, strings.IndexRune(s, utf8.RuneError)), "is damaged, or not in the encoding %s, as it says: save it anew as UTF-8", encoding)
	}
	return s, l.checkText(file, s)
}

// decode returns a text in UTF-8, and the encoding that it was converted from, or "". A text tells
// its encoding by itself: UTF-16 by its first bytes, a web page in its markup.
func decode(file, text string) (string, string) {
	if corpus.IsUTF16(text) {
		var s strings.Builder
		_, _ = io.Copy(&s, corpus.FromUTF16(strings.NewReader(text))) // neither of them fails
		return s.String(), "UTF-16"
	}
	if !webpage.Is(file) || utf8.ValidString(text) {
		return text, ""
	}
	// What is looked at is UTF-8 itself, so that it is no other encoding unless it says so.
	const head = 1000 // of the 1,024 bytes that may say so
	e, name, _ := charset.DetermineEncoding([]byte(strings.ToValidUTF8(text[:min(len(text), head)], "")+"é."), "")
	if s, err := e.NewDecoder().String(text); name != "utf-8" && err == nil {
		return s, name
	}
	return text, ""
}

// checkText reports a file that is not UTF-8 text.
func (l *Loader) checkText(file, text string) error {
	if at := strings.IndexByte(text, 0); at >= 0 {
		return l.problem(file, lineOf(text, at), "byte %d is NUL, so this is not a text file: remove it", at+1)
	}
	if !utf8.ValidString(text) {
		at := corpus.InvalidUTF8(text)
		return l.problem(file, lineOf(text, at), "byte %d (0x%02X) is not UTF-8: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8, or save it anew as UTF-8", at+1, text[at])
	}
	return nil
}

// lineOf returns the number of the line that holds a byte.
func lineOf(text string, at int) int {
	return 1 + strings.Count(text[:at], "\n")
}

// setField puts one line of a header into the metadata. The last line of a
// name wins, and one without a value changes nothing, nor does one with a name of others'
// where something is known.
func setField(m *corpus.Meta, f corpus.HeaderField) error {
	known := f.Name == "outlet" && m.Outlet != "" || f.Name == "published" && !m.Published.IsZero()
	if f.Value == "" || f.Other && known {
		return nil
	}
	switch f.Name {
	case "id":
		m.ID = f.Value
	case "headline":
		m.Headline = f.Value
	case "byline":
		m.Byline = f.Value
	case "outlet":
		m.Outlet = f.Value
	case "section":
		m.Section = f.Value
	case "url":
		m.URL = f.Value
	case "published":
		t, err := corpus.ParseTime(f.Value)
		if err != nil {
			return fmt.Errorf(`"Published" or "Date": %w`, err)
		}
		m.Published = t
	}
	return nil
}

// override returns m with every field that known has.
func override(m, known corpus.Meta) corpus.Meta {
	for _, f := range []struct {
		to   *string
		from string
	}{
		{&m.ID, known.ID}, {&m.Headline, known.Headline}, {&m.Byline, known.Byline},
		{&m.Outlet, known.Outlet}, {&m.Section, known.Section}, {&m.URL, known.URL},
	} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	if !known.Published.IsZero() {
		m.Published = known.Published
	}
	return m
}
