package corpus

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Header is the block of fields that may stand before a story in a text file.
type Header struct {
	// Fields has one element for each line with a known name, in order.
	Fields []HeaderField
	// End is the offset of the first byte after the block: where the story
	// begins. It is 0 for a text without a header.
	End int
}

// HeaderField is one line of a header.
type HeaderField struct {
	Name  string // headline, outlet, byline, published, url, section or id
	Other bool   // the line has a name of others' for it: it only tells what no line does with ours
	Value string // trimmed, and unquoted in front matter; of an outlet's address, the host
	Line  int    // 1 is the text's first line
}

// errHeader is the error for a header that breaks off.
var errHeader = errors.New("header is not finished")

// ParseHeader finds the header that a text starts with. It comes in two forms:
// lines of the form "Name: value" with known names up to a blank line, and
// front matter between two lines "---" (YAML) or "+++" (TOML), or from "{" to "}" (JSON),
// where names that are not known are passed over and values may be quoted, or lists. A text
// without one has an empty header.
//
// A text that clearly starts a header but does not end it gives an error that
// names the line and says what is missing.
func ParseHeader(text string) (Header, error) {
	it := newLines(text)
	first, ok := it.next()
	if !ok || first.Len() == 0 {
		return Header{}, nil
	}
	switch rule := text[first.Start:first.End]; rule {
	case "---", "+++":
		return frontMatter(text, it, rule)
	case "{":
		return frontObject(text, first.Start)
	}
	var h Header
	for n, line := 1, first; ; n++ {
		if line.Len() == 0 {
			h.End = it.pos
			return h, nil
		}
		f, ok := headerField(text[line.Start:line.End])
		if !ok {
			if len(h.Fields) >= 2 {
				return Header{}, fmt.Errorf("line %d: %w: put a blank line after the fields, and one field on each line", n, errHeader)
			}
			return Header{}, nil // a story whose first line has a colon
		}
		f.Line = n
		h.Fields = append(h.Fields, f.hosted())
		if line, ok = it.next(); !ok {
			h.End = len(text)
			return h, nil
		}
	}
}

// frontMatter reads what follows the opening line, "---" or "+++".
func frontMatter(text string, it lines, rule string) (Header, error) {
	var h Header
	known, listed := false, false // listed: what was named last may go on as a list
	for n := 2; ; n++ {
		line, ok := it.next()
		s := text[line.Start:line.End]
		switch {
		case !ok:
			if known {
				return Header{}, fmt.Errorf("line 1: %w: end the front matter with a line %s", errHeader, rule)
			}
			return Header{}, nil
		case s == rule || rule == "---" && s == "...":
			h.End = it.pos
			return h, nil
		case n == 2 && !strings.ContainsAny(s, ":=["):
			return Header{}, nil // a rule above a story
		}
		if item, ok := strings.CutPrefix(strings.TrimSpace(s), "- "); ok && listed {
			f := &h.Fields[len(h.Fields)-1]
			f.Value = strings.TrimPrefix(f.Value+", "+unquote(strings.TrimSpace(item)), ", ")
			continue
		}
		if rule == "+++" {
			s = strings.Replace(s, "=", ":", 1)
		}
		f, ok := headerField(s)
		listed = ok && f.Value == ""
		if ok {
			known = true
			f.Value, f.Line = unlisted(f.Value), n
			h.Fields = append(h.Fields, f.hosted())
		}
	}
}

// frontObject reads front matter in JSON: the names are those of a [Record].
func frontObject(text string, at int) (Header, error) {
	var object json.RawMessage
	in := json.NewDecoder(strings.NewReader(text[at:]))
	if err := in.Decode(&object); err != nil {
		return Header{}, nil //nolint:nilerr // it is a story that begins with a brace
	}
	r, err := DecodeRecord(object)
	if err != nil || r.Meta == (Meta{}) && r.Unread == "" {
		return Header{}, nil //nolint:nilerr // it is no header
	}
	if r.Unread != "" {
		return Header{}, fmt.Errorf("line 1: %s", r.Unread)
	}
	h := Header{End: at + int(in.InputOffset())}
	for _, f := range []HeaderField{
		{Name: "id", Value: r.ID}, {Name: "headline", Value: r.Headline}, {Name: "outlet", Value: r.Outlet}, {Name: "byline", Value: r.Byline},
		{Name: "published", Value: FormatTime(r.Published)}, {Name: "url", Value: r.URL}, {Name: "section", Value: r.Section},
	} {
		if f.Line = 1; f.Value != "" {
			h.Fields = append(h.Fields, f)
		}
	}
	return h, nil
}

// unlisted returns a value of front matter without quotes, and a list of several, [a, b],
// as a text with commas.
func unlisted(v string) string {
	inner, opens := strings.CutPrefix(v, "[")
	inner, closes := strings.CutSuffix(inner, "]")
	if !opens || !closes {
		return unquote(v)
	}
	var items []string
	for item := range strings.SplitSeq(inner, ",") {
		if item = unquote(strings.TrimSpace(item)); item != "" {
			items = append(items, item)
		}
	}
	return strings.Join(items, ", ")
}

// headerField splits a line at its first colon. It reports false when what
// stands before the colon is not the name of a field.
func headerField(line string) (f HeaderField, ok bool) {
	before, after, ok := strings.Cut(line, ":")
	if !ok || len(before) > 16 {
		return f, false
	}
	switch strings.ToLower(strings.TrimSpace(before)) {
	case "headline", "title":
		f.Name = "headline"
	case "outlet", "source":
		f.Name = "outlet"
	case "publisher", "publication", "source_domain", "source_url":
		f.Name, f.Other = "outlet", true
	case "byline", "author", "authors":
		f.Name = "byline"
	case "published", "published_at", "date":
		f.Name = "published"
	case "publishedat", "publish_date", "date_publish", "datepublished", "date_published", "pub_date", "pubdate":
		f.Name, f.Other = "published", true
	case "url", "link":
		f.Name = "url"
	case "section", "category":
		f.Name = "section"
	case "id":
		f.Name = "id"
	default:
		return f, false
	}
	t := trim(after, Span{0, len(after)})
	f.Value = after[t.Start:t.End]
	return f, true
}

// hosted returns the field with the host of an outlet's address.
func (f HeaderField) hosted() HeaderField {
	if f.Name == "outlet" {
		f.Value = host(f.Value)
	}
	return f
}

// unquote removes the quotes around a value of front matter.
func unquote(v string) string {
	if len(v) < 2 || v[0] != v[len(v)-1] {
		return v
	}
	switch v[0] {
	case '"':
		if s, err := strconv.Unquote(v); err == nil {
			return s
		}
		return v[1 : len(v)-1]
	case '\'':
		return strings.ReplaceAll(v[1:len(v)-1], "''", "'")
	}
	return v
}
