package corpus

import (
	"errors"
	"fmt"
	"strings"
)

// Header is the block of fields that may stand before a story in a text file.
type Header struct {
	// Fields has one element for each line with a known name, in order.
	Fields []HeaderField
	// End is the offset of the first byte after the block: where the story
	// begins. It is 0 for a text without a header.
	End int
	// Unread says what of front matter in JSON could not be read and is in no field.
	Unread string
}

// HeaderField is one line of a header, or several of front matter.
type HeaderField struct {
	Name  string // headline, outlet, byline, published, url, section or id
	Other bool   // the line has a name of others' for it: it only tells what no line does with ours
	Value string // trimmed, and unquoted in front matter; of an outlet's address, the host
	Line  int    // 1 is the text's first line
}

// errHeader is the error for a header that breaks off.
var errHeader = errors.New("header is not finished")

// ParseHeader finds the header that a text starts with. It comes in two forms:
// lines of the form "Name: value" up to a blank line, of which two have known names if
// another has not, and front matter between two lines "---" (YAML) or "+++" (TOML), or from
// "{" to "}" (JSON), where values may be quoted, or lists. What has a name that is not known
// is passed over. A text without a header has an empty one.
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
	const enough = 2 // known names, for a line that has another to be of a header
	var h Header
	others := false
	for n, line := 1, first; ok && line.Len() > 0; n++ {
		s := text[line.Start:line.End]
		switch f, known := headerField(s); {
		case known:
			f.Line = n
			h.Fields = append(h.Fields, f.hosted())
		case isOtherField(s):
			others = true
		case len(h.Fields) >= enough:
			return Header{}, fmt.Errorf("line %d: %w: put a blank line after the fields, and one field on each line", n, errHeader)
		default:
			return Header{}, nil // a story whose first line has a colon
		}
		line, ok = it.next()
	}
	if others && len(h.Fields) < enough {
		return Header{}, nil
	}
	h.End = it.pos
	return h, nil
}

// isOtherField reports whether a line is a field of a name that is not known: up to three words
// before the colon, and no sentence behind it, nor a short one behind a place in capitals: what a
// story begins with is not passed over.
func isOtherField(line string) bool {
	const longest = 40 // bytes, of a value that ends as a sentence does
	name, value, ok := strings.Cut(line, ":")
	if !ok || len(strings.Fields(name)) > 3 || value != "" && value[0] != ' ' && value[0] != '\t' {
		return false
	}
	short := len(value) <= longest && name != strings.ToUpper(name)
	return isName(name) && (short || !endsSentence(value))
}

// isName reports whether a text can be the name of a field.
func isName(text string) bool {
	for i, r := range text {
		if !isWordRune(r) && (i == 0 || !strings.ContainsRune(" -_", r)) {
			return false
		}
	}
	return text != ""
}

// headerField splits a line at its first colon. It reports false when what
// stands before the colon is not the name of a field.
func headerField(line string) (f HeaderField, ok bool) {
	before, after, ok := strings.Cut(line, ":")
	if !ok || len(before) > 16 {
		return f, false
	}
	switch strings.ReplaceAll(strings.ToLower(strings.TrimSpace(before)), " ", "_") {
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
