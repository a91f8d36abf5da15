package corpus

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	gojson "github.com/goccy/go-json" // encoding/json takes longer, and says what is wrong
)

// Record is one JSON object that describes an article: a line of a .jsonl file, or of the
// metadata beside a directory of text files, or a row of a table.
//
// Its names are id, headline or title, outlet, source, publisher, publication, source_domain or
// source_url, byline, author or authors, section or category, published, date or as others call
// it (published_at, publishedAt, publish_date, date_publish, datePublished, date_published,
// pub_date, pubDate), url or link, body, text, content, maintext, articleBody, article, content_text or
// content_html, and file. A body in HTML is its text. Where several names of one thing are there, the first wins that is not empty, and of times the first
// that can be read. Of an outlet that is told by an address, the host is taken.
// Names that are not known are passed over, and null is the same as absent. An
// id may be a number, and a time, too, in seconds or milliseconds of Unix; the entities of
// HTML (&amp;, &#39;) are characters in all but body, id and url; an outlet, a byline or a
// section may be an array of names, or an object with a name, as feeds write them, and a byline
// the text of such an array.
type Record struct {
	Meta
	File string // the text file that a line of metadata is about
	Body string
	// Unread says what of the metadata could not be read and is not in Meta. It is
	// empty where nothing was left out.
	Unread string
}

// HoldsRecords reports whether a file of this name is taken for one of records, which
// corpus/records loads.
func HoldsRecords(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return slices.Contains([]string{".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".xml", ".rss", ".atom"}, path.Ext(name))
}

// DecodeRecord decodes one line. Its error says what is wrong with the line and
// what to do, for a caller to put the file and the line before it.
func DecodeRecord(line []byte) (Record, error) {
	// The JSON decoder would put U+FFFD for what is not UTF-8, and the body
	// would not be what was supplied.
	if !utf8.Valid(line) {
		at := InvalidUTF8(line)
		return Record{}, fmt.Errorf("byte %d of the line is not UTF-8: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8, or save it anew as UTF-8", at+1)
	}
	line = bytes.TrimPrefix(line, []byte("\uFEFF")) // of one of several files that are one now
	if line = bytes.TrimSpace(line); len(line) == 0 || line[0] != '{' {
		return Record{}, errors.New("a line must be one JSON object, {…}")
	}
	var (
		r      record[id, string]
		unread []string
	)
	if gojson.Unmarshal(line, &r) != nil { // not JSON, or a field is no string
		var err error
		if r, unread, err = decodeFields(line); err != nil {
			return Record{}, err
		}
	}
	m := Meta{
		ID:       oneOf(string(r.ID)),
		Headline: characters(oneOf(r.Headline, r.Title)),
		Byline:   characters(oneOf(unlisted(r.Byline), unlisted(r.Author), unlisted(r.Authors))),
		Outlet:   host(characters(oneOf(r.Outlet, r.Source, r.Publisher, r.Publication, r.SourceDomain, r.SourceURL))),
		Section:  characters(oneOf(r.Section, r.Category)),
		URL:      oneOf(r.URL, r.Link),
	}
	var err error
	m.Published, err = firstTime(r.Published, r.PublishedAt, r.PublishedAtAPI, r.PublishDate, r.DatePublish, r.DatePublished,
		r.DatePublished1, r.PubDate, r.PubDateRSS, r.Date)
	if err != nil {
		unread = append(unread, fmt.Sprintf("%q: %v", "published", err))
	}
	body := cmp.Or(r.Body, r.Text, r.Content, r.MainText, r.ArticleBody, r.Article, r.ContentText)
	if body == "" || isHTML(body) {
		body = textOfHTML(cmp.Or(body, r.ContentHTML))
	}
	return Record{Meta: m, File: r.File, Body: body, Unread: strings.Join(unread, "; ")}, nil
}

// host returns the name of an outlet, or the host of one that is told by an address:
// https://www.gazette.example/2024/dam.html is gazette.example.
func host(outlet string) string {
	address := false
	for _, before := range [...]string{"https://", "http://", "www."} {
		rest, ok := strings.CutPrefix(outlet, before)
		outlet, address = rest, address || ok
	}
	if at := strings.IndexAny(outlet, "/?#"); address && at >= 0 {
		outlet = outlet[:at]
	}
	return outlet
}

// firstTime returns the first of several times that can be read. Its error is about the first
// that is not blank, where none can.
func firstTime(fields ...string) (t time.Time, err error) {
	for _, f := range fields {
		if f = strings.TrimSpace(f); f == "" {
			continue
		}
		read, unread := ParseTime(f)
		if unread == nil {
			return read, nil
		}
		err = cmp.Or(err, unread)
	}
	return t, err
}

// oneOf returns the first of several fields that is not blank, trimmed.
func oneOf(fields ...string) string {
	for _, f := range fields {
		if f = strings.TrimSpace(f); f != "" {
			return f
		}
	}
	return ""
}

// entity matches an entity of HTML that is written out to its semicolon: “AT&T; and so on”
// has none that html knows.
var entity = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)
})

// characters returns a text with the characters that its entities stand for.
func characters(text string) string {
	if !strings.Contains(text, "&") {
		return text
	}
	return entity().ReplaceAllStringFunc(text, html.UnescapeString)
}

// InvalidUTF8 returns the offset of the first byte of text that is not part of
// valid UTF-8, and -1 if there is none.
func InvalidUTF8[T string | []byte](text T) int {
	for at := 0; at < len(text); {
		if text[at] < utf8.RuneSelf {
			at++
			continue
		}
		var few [utf8.UTFMax]byte
		r, n := utf8.DecodeRune(few[:copy(few[:], text[at:])])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
}
