package corpus

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements of HTML that stand on lines of their own.
var blocks = []atom.Atom{
	atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl,
	atom.Dt, atom.Fieldset, atom.Figure, atom.Footer, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
	atom.Hgroup, atom.Hr, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
	atom.Summary, atom.Table, atom.Tr, atom.Ul,
}

// unread are the HTML elements that hold no part of a story: code, asides, captions, and text
// that was struck out.
var unread = []atom.Atom{
	atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Head, atom.Object, atom.Video, atom.Audio,
	atom.Canvas, atom.Noembed, atom.Noframes, atom.Datalist, atom.Rp, atom.Del, atom.S, atom.Strike,
	atom.Nav, atom.Aside, atom.Form, atom.Button, atom.Select, atom.Textarea, atom.Dialog, atom.Figcaption, atom.Header, atom.Footer,
}

// readers are the names, as ids and classes, of what readers wrote below a story.
var readers = []string{"comments", "comments-area", "comment-list", "commentlist", "comment-body", "disqus_thread"}

// Texts are the texts of all elements of a page, which is read once for them, however deep they
// stand in each other.
type Texts struct{ of map[*html.Node]string }

// TextsOf reads a page.
func TextsOf(root *html.Node) Texts {
	t := Texts{of: make(map[*html.Node]string)}
	for rest := []*html.Node{root}; len(rest) > 0; rest = rest[1:] {
		s := shown{of: t.of}
		if IsBeside(rest[0]) { // what is beside a story has no text, and its parts have one of theirs
			s.children(rest[0])
		} else {
			s.node(rest[0])
		}
		rest = append(rest, s.beside...)
	}
	return t
}

// Of returns the text of an element as a browser shows it, with a blank line between blocks. It
// leaves out scripts, menus, captions, readers' comments and the like.
func (t Texts) Of(n *html.Node) string { return t.of[n] }

// shown is the text of a node of HTML as far as it was read.
type shown struct {
	text   strings.Builder
	of     map[*html.Node]string // the text of each element that was read to its end
	beside []*html.Node          // the elements that were left out
	space  bool                  // there was space since the last character
	lines  int                   // line breaks that come before the next character
}

// node reads a node and its children.
func (t *shown) node(n *html.Node) {
	if n.Type == html.TextNode {
		t.add(n.Data)
		return
	}
	if IsBeside(n) {
		t.beside = append(t.beside, n)
		return
	}
	begin := t.text.Len()
	defer func() { t.of[n] = strings.TrimSpace(t.text.String()[begin:]) }()
	block := slices.Contains(blocks, n.DataAtom)
	switch {
	case block:
		t.lines = max(t.lines, 2)
	case n.DataAtom == atom.Br:
		t.lines++
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		t.space = true
	}
	if n.DataAtom == atom.Q {
		t.add("“")
	}
	t.children(n)
	switch {
	case block:
		t.lines = max(t.lines, 2)
	case n.DataAtom == atom.Q:
		t.space, t.lines = false, 0
		t.add("”")
	}
}

// children reads the children of a node.
func (t *shown) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.node(c)
	}
}

// IsBeside reports whether an element is no part of a story, nor is anything in it, or is not
// shown by a browser.
func IsBeside(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	return slices.Contains(unread, n.DataAtom) || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "style":
			return strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none")
		case "id", "class":
			return slices.ContainsFunc(strings.Fields(a.Val), func(name string) bool { return slices.Contains(readers, name) })
		}
		return false
	})
}

// add adds characters, with one space for any run of it.
func (t *shown) add(text string) {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' {
			t.space = true
			continue
		}
		switch {
		case t.text.Len() == 0:
		case t.lines > 0:
			t.text.WriteString(strings.Repeat("\n", min(t.lines, 2)))
		case t.space:
			t.text.WriteByte(' ')
		}
		t.lines, t.space = 0, false
		t.text.WriteByte(c)
	}
}

// ownLines matches a tag that starts a new line.
var ownLines = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)<(?:p|br|div|li|tr)[ />]`) })

// blankLines matches a blank line, or several.
var blankLines = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\n[ \t\r]*\n`) })

// textOfHTML returns the text of a piece of HTML, or the piece itself if it cannot be parsed.
// Blank lines are kept, because some systems turn them into paragraphs; if no tag in the piece
// starts a line, so is every line break.
func textOfHTML(piece string) string {
	var lines string
	if ownLines().MatchString(piece) {
		lines = blankLines().ReplaceAllString(piece, "<br><br>")
	} else {
		lines = strings.ReplaceAll(piece, "\n", "<br>")
	}
	n, err := html.Parse(strings.NewReader(lines))
	if err != nil {
		return piece
	}
	return TextsOf(n).Of(n)
}
