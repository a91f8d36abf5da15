package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	gojson "github.com/goccy/go-json"
)

// Record is one JSON object that describes an article: a line of a .jsonl file,
// or of the metadata beside a directory of text files.
//
// Its names are id, headline or title, outlet or source, byline or author,
// section or category, published or published_at, url, body or text, and file.
// Where both names of a pair are there, the first wins unless it is empty.
// Names that are not known are passed over, and null is the same as absent. An
// id may be a number.
type Record struct {
	Meta
	File string // the text file that a line of metadata is about
	Body string
}

// record has the fields as they are named in JSON.
type record struct {
	ID          id     `json:"id"`
	File        string `json:"file"`
	Headline    string `json:"headline"`
	Title       string `json:"title"`
	Outlet      string `json:"outlet"`
	Source      string `json:"source"`
	Byline      string `json:"byline"`
	Author      string `json:"author"`
	Section     string `json:"section"`
	Category    string `json:"category"`
	Published   string `json:"published"`
	PublishedAt string `json:"published_at"`
	URL         string `json:"url"`
	Body        string `json:"body"`
	Text        string `json:"text"`
}

// id is an identifier that may be written as a number.
type id string

// UnmarshalJSON implements [json.Unmarshaler].
func (i *id) UnmarshalJSON(b []byte) error {
	switch c := b[0]; {
	case c == '"':
		return json.Unmarshal(b, (*string)(i))
	case c == '-' || isDigit(c):
		*i = id(b)
		return nil
	case c == 'n':
		return nil
	}
	return errors.New(`"id" must be a string or a number`)
}

// DecodeRecord decodes one line. Its error says what is wrong with the line and
// what to do, for a caller to put the file and the line before it.
func DecodeRecord(line []byte) (Record, error) {
	// The JSON decoder would put U+FFFD for what is not UTF-8, and the body
	// would not be what was supplied.
	if !utf8.Valid(line) {
		at := InvalidUTF8(line)
		return Record{}, fmt.Errorf("byte %d of the line is not UTF-8: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8", at+1)
	}
	if line = bytes.TrimSpace(line); len(line) == 0 || line[0] != '{' {
		return Record{}, errors.New("a line must be one JSON object, {…}")
	}
	var r record
	if gojson.Unmarshal(line, &r) != nil { // encoding/json, which takes longer, says what is wrong
		r = record{}
		if err := json.Unmarshal(line, &r); err != nil {
			return Record{}, decodeError(err)
		}
	}
	m := Meta{
		ID:       string(r.ID),
		Headline: oneOf(r.Headline, r.Title),
		Byline:   oneOf(r.Byline, r.Author),
		Outlet:   oneOf(r.Outlet, r.Source),
		Section:  oneOf(r.Section, r.Category),
		URL:      strings.TrimSpace(r.URL),
	}
	if published := oneOf(r.Published, r.PublishedAt); published != "" {
		var err error
		if m.Published, err = ParseTime(published); err != nil {
			return Record{}, fmt.Errorf("%q: %w", "published", err)
		}
	}
	body := r.Body
	if body == "" {
		body = r.Text
	}
	return Record{Meta: m, File: r.File, Body: body}, nil
}

// oneOf returns the first of two fields that is not blank, trimmed.
func oneOf(a, b string) string {
	if a = strings.TrimSpace(a); a != "" {
		return a
	}
	return strings.TrimSpace(b)
}

// decodeError says in plain words what the JSON decoder found.
func decodeError(err error) error {
	var (
		syntax *json.SyntaxError
		typ    *json.UnmarshalTypeError
	)
	switch {
	case errors.As(err, &syntax) && strings.Contains(err.Error(), "after top-level value"):
		return fmt.Errorf("there is more after the object, at byte %d: put one object on each line", syntax.Offset)
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON at byte %d (%w): put one whole object on each line", syntax.Offset, err)
	case errors.As(err, &typ):
		return fmt.Errorf("%q must be a string, not %s", typ.Field, typ.Value)
	}
	return err
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
