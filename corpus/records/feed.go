package records

import (
	"bufio"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"iter"
	"slices"
	"strings"
)

// feed reads the items of a feed: RSS (https://www.rssboard.org/rss-specification), which WordPress
// exports, too, or Atom (RFC 4287). An item is an article if it has the whole text, not only a
// summary. Of an export, only published posts count.
type feed struct {
	xml      *xml.Decoder
	in       *bounded
	marked   bool   // its first bytes told its encoding
	encoding string // the one that it names, if it is converted from that
	outlet   string // the feed's title
	n        int    // items that were read
}

// The XML namespaces that are read.
const (
	atomSpace    = "http://www.w3.org/2005/Atom"
	contentSpace = "http://purl.org/rss/1.0/modules/content/"
	dublinSpace  = "http://purl.org/dc/elements/1.1/"
	rssSpace     = "http://purl.org/rss/1.0/"
	exportSpace  = "http://wordpress.org/export/" // and a version
)

// newFeed returns the reader of a feed, whose first bytes may have told its encoding.
func newFeed(r *bufio.Reader, marked bool) *feed {
	in := &bounded{r: r}
	f := &feed{xml: xml.NewDecoder(in), in: in, marked: marked}
	f.xml.CharsetReader = f.decode
	f.xml.Entity = xml.HTMLEntity
	return f
}

// bounded reads no more than [MaxBytes] between what the decoder is asked for, which it holds.
type bounded struct {
	r    *bufio.Reader
	left int
}

// errTooLong is the error for a feed with an item that is longer, behind which nothing is read.
var errTooLong = fmt.Errorf("it has more than %d bytes: take it out", MaxBytes)

// ReadByte implements [io.ByteReader], without which the decoder would read ahead.
func (b *bounded) ReadByte() (byte, error) {
	if b.left--; b.left < 0 {
		return 0, errTooLong
	}
	return b.r.ReadByte()
}

// Read implements [io.Reader].
func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLong
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// read implements [reader].
func (f *feed) read() ([]byte, int, error) {
	for {
		f.in.left = MaxBytes
		token, err := f.xml.Token()
		if errors.Is(err, io.EOF) && f.n == 0 {
			err = errors.New("it has none: of XML a feed is read, as RSS, as Atom, or as WordPress exports it")
		}
		start, ok := token.(xml.StartElement)
		switch {
		case err != nil || !ok:
		case start.Name.Local == "title" && f.outlet == "":
			err = f.xml.DecodeElement(&f.outlet, &start)
		case start.Name.Local == "item" || start.Name.Local == "entry":
			f.n++
			object, err := f.item(start)
			if object != nil || err != nil {
				return object, f.n, err
			}
		}
		if err != nil {
			return nil, f.n + 1, cutShort(err)
		}
	}
}

// item returns the item that an element begins as a record, nil for one that is no article.
func (f *feed) item(start xml.StartElement) ([]byte, error) {
	var i item
	if err := f.xml.DecodeElement(&i, &start); err != nil {
		return nil, cutShort(err)
	}
	if !i.isArticle() {
		return nil, nil
	}
	object, err := f.record(i)
	if err == nil {
		err = damaged(object, f.encoding)
	}
	return object, err
}

// cutShort returns an error of the decoder, or a better one for a file that ends too early or is not
// in UTF-8.
func cutShort(err error) error {
	syntax := (*xml.SyntaxError)(nil)
	switch {
	case !errors.As(err, &syntax):
		return err
	case syntax.Msg == "unexpected EOF":
		return io.ErrUnexpectedEOF
	case syntax.Msg == "invalid UTF-8":
		return fmt.Errorf("line %d is not UTF-8: convert the file, or name its encoding in its first line", syntax.Line)
	}
	return err
}

// record returns an item as a record.
func (f *feed) record(i item) ([]byte, error) {
	body := i.text(contentSpace, "encoded")
	if body == "" {
		body = i.content()
	}
	if i.exported() {
		body = withoutShortcodes(body)
	}
	if body == "" {
		return nil, recordError("it has no more than a summary: feeds with the whole text have it as content")
	}
	return json.Marshal(map[string]any{
		"id": cmp.Or(i.text("", "guid"), i.text("", "id"), i.link()), "title": i.text("", "title"), "outlet": cmp.Or(i.source(), strings.TrimSpace(f.outlet)),
		"byline": i.names(dublinSpace, "creator"), "author": i.names("", "author"), "category": i.text("", "category"), "link": i.link(),
		"published": i.text("", "pubDate"), "date": i.text("", "published"), "pubdate": i.text(dublinSpace, "date"), "content_html": body,
	})
}

// place implements [reader].
func (*feed) place(n int) (int, string) { return 0, fmt.Sprintf("item %d", n) }

// item is one of a feed.
type item struct {
	Elements []element `xml:",any"`
}

// element is one of an item.
type element struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Inner   string     `xml:",innerxml"`
	Name    string     `xml:"name"`  // of an author in Atom
	Title   string     `xml:"title"` // of a source in Atom
}

// all returns the elements of a name, which "" as the space means in RSS or Atom.
func (i item) all(space, name string) iter.Seq[element] {
	return func(yield func(element) bool) {
		for _, e := range i.Elements {
			s := e.XMLName.Space
			if e.XMLName.Local == name && (s == space || space == "" && (s == atomSpace || s == rssSpace)) && !yield(e) {
				return
			}
		}
	}
}

// first returns the first of them.
func (i item) first(space, name string) element {
	for e := range i.all(space, name) {
		return e
	}
	return element{}
}

// text returns the text of the first element of a name.
func (i item) text(space, name string) string { return strings.TrimSpace(i.first(space, name).Text) }

// content returns what Atom has of an article, as HTML.
func (i item) content() string {
	e := i.first(atomSpace, "content")
	text := strings.TrimSpace(e.Text)
	for _, a := range e.Attrs {
		switch {
		case a.Name.Local != "type":
		case a.Value == "xhtml":
			return e.Inner
		case a.Value != "text" && a.Value != "text/plain":
			return text
		}
	}
	return html.EscapeString(text)
}

// source returns the title of the feed that an item was taken over from, or "".
func (i item) source() string {
	e := i.first("", "source")
	return strings.TrimSpace(cmp.Or(e.Title, e.Text))
}

// names returns the names that all elements of a name have, each once.
func (i item) names(space, name string) (out []string) {
	for e := range i.all(space, name) {
		if n := cmp.Or(e.Name, strings.TrimSpace(e.Text)); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// link returns an item's address.
func (i item) link() string {
	for _, e := range i.Elements {
		var rel, href string
		for _, a := range e.Attrs {
			switch a.Name.Local {
			case "rel":
				rel = a.Value
			case "href":
				href = a.Value
			}
		}
		if e.XMLName.Local == "link" && e.XMLName.Space == atomSpace && (rel == "" || rel == "alternate") {
			return href
		}
	}
	return i.text("", "link")
}

// exported reports whether WordPress exported an item, with its text as it was typed.
func (i item) exported() bool {
	return slices.ContainsFunc(i.Elements, func(e element) bool { return strings.HasPrefix(e.XMLName.Space, exportSpace) })
}

// isArticle reports whether an item is an article that is published: an export has drafts,
// pictures and menus, too.
func (i item) isArticle() bool {
	for _, e := range i.Elements {
		if !strings.HasPrefix(e.XMLName.Space, exportSpace) {
			continue
		}
		switch text := strings.TrimSpace(e.Text); e.XMLName.Local {
		case "status":
			if text != "publish" {
				return false
			}
		case "post_type":
			if text != "post" && text != "page" {
				return false
			}
		}
	}
	return true
}
