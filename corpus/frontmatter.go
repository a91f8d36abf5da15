package corpus

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// frontMatter reads what follows the opening line, "---" or "+++", by which it is YAML or TOML.
func frontMatter(text string, it lines, rule string) (Header, error) {
	var h Header
	var open frontField // the known field that may still go on
	known, table := false, false
	margin := 0 // before the first line
	for n := 2; ; n++ {
		line, ok := it.next()
		s := text[line.Start:line.End]
		indent := line.Start - strings.LastIndexAny(text[:line.Start], "\r\n")
		if n == 2 {
			margin = indent
		}
		switch {
		case !ok && known:
			return Header{}, fmt.Errorf("line 1: %w: end the front matter with a line %s", errHeader, rule)
		case !ok, n == 2 && !strings.ContainsAny(s, ":=["): // a rule above a story
			return Header{}, nil
		case s == rule || rule == "---" && s == "...":
			h.add(open)
			h.End = it.pos
			return h, nil
		case n > 2 && open.takes(s, indent > margin):
			continue
		}
		h.add(open)
		if table = table || rule == "+++" && strings.HasPrefix(s, "["); table { // what follows is of the table
			open = frontField{}
			continue
		}
		if rule == "+++" {
			s = strings.Replace(s, "=", ":", 1)
		}
		open.HeaderField, open.known = headerField(s)
		open.Line = n
		open.begin()
		known = known || open.known
	}
}

// add adds a field that has come to its end, if it is a known one.
func (h *Header) add(f frontField) {
	if f.known {
		h.Fields = append(h.Fields, f.ended())
	}
}

// frontField is a field of front matter, whose value may go on over lines that are indented.
type frontField struct {
	HeaderField

	known bool
	// The first line tells what the others are: text as it stands, an array in brackets, or, if
	// it has no value, a list or an object.
	block, array, nested bool
}

// begin finds out from the first line how the field may go on.
func (f *frontField) begin() {
	f.block = strings.Trim(f.Value, "|>+-0123456789") == "" && strings.ContainsAny(f.Value, "|>")
	if f.block {
		f.Value = ""
	}
	f.nested = f.Value == "" && !f.block
	if f.array = strings.HasPrefix(f.Value, "[") && !strings.Contains(f.Value, "]"); f.array {
		f.Value = uncommented(f.Value)
	}
}

// takes adds a line to the field, and reports whether it belongs to it. Of an object, also one in a
// list, only the name is kept. Lines of an unknown field are taken, too, and dropped.
func (f *frontField) takes(line string, indented bool) bool {
	item, isItem := strings.CutPrefix(line, "- ")
	switch {
	case f.array:
		f.array = !strings.Contains(line, "]")
		f.goOn(" ", uncommented(line))
	case !indented && !(isItem && f.nested):
		return false
	case !f.nested:
		f.goOn(" ", line)
	default:
		name, ok := strings.CutPrefix(strings.TrimSpace(item), "name:")
		if ok || isItem && !isOtherField(item) {
			f.goOn(", ", unlisted(uncommented(strings.TrimSpace(name))))
		}
	}
	return true
}

// goOn adds to the value, unless that is longer by far than any.
func (f *frontField) goOn(between, text string) {
	const longest = 1 << 12 // bytes
	if len(f.Value) < longest {
		f.Value = strings.TrimPrefix(f.Value+between+text, between)
	}
}

// ended returns the field with its whole value.
func (f *frontField) ended() HeaderField {
	if !f.block && !f.nested {
		f.Value = unlisted(uncommented(f.Value))
	}
	return f.hosted()
}

// uncommented returns a value without the comment behind it.
func uncommented(v string) string {
	from := 0
	for _, around := range [...]string{`""`, "''", "[]"} { // within which the mark may stand
		if v != "" && v[0] == around[0] {
			from = max(0, strings.LastIndexByte(v, around[1]))
		}
	}
	if at := strings.Index(v[from:], " #"); at >= 0 {
		return strings.TrimSpace(v[:from+at])
	}
	return v
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
	h := Header{End: at + int(in.InputOffset()), Unread: r.Unread}
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
