package corpus

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements of HTML that stand on lines of their own.
var blocks = []atom.Atom{
	atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Dd, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figure,
	atom.Footer, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Li, atom.Main, atom.Nav,
	atom.Ol, atom.P, atom.Pre, atom.Section, atom.Table, atom.Tr, atom.Ul,
}

// unread are the elements of HTML that hold nothing of a story: what is for programs, what
// is beside it, and what stands under a picture.
var unread = []atom.Atom{
	atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Head, atom.Object, atom.Video, atom.Audio,
	atom.Nav, atom.Aside, atom.Form, atom.Button, atom.Select, atom.Textarea, atom.Dialog, atom.Figcaption, atom.Header, atom.Footer,
}

// TextOf returns the text of a node of HTML as a browser shows it, with a blank line between
// its blocks, and without what is no part of a story: scripts, menus, captions and the like.
func TextOf(n *html.Node) string {
	var t shown
	t.node(n)
	return strings.TrimSpace(t.text.String())
}

// shown is the text of a node of HTML as far as it was read.
type shown struct {
	text  strings.Builder
	space bool // there was space since the last character
	lines int  // line breaks that come before the next character
}

// node reads a node and what is in it.
func (t *shown) node(n *html.Node) {
	if n.Type == html.TextNode {
		t.add(n.Data)
		return
	}
	if n.Type == html.ElementNode && (slices.Contains(unread, n.DataAtom) || isHidden(n)) {
		return
	}
	block := slices.Contains(blocks, n.DataAtom)
	switch {
	case block:
		t.lines = max(t.lines, 2)
	case n.DataAtom == atom.Br:
		t.lines++
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		t.space = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.node(c)
	}
	if block {
		t.lines = max(t.lines, 2)
	}
}

// isHidden reports whether a browser does not show an element.
func isHidden(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" && a.Val != "until-found" })
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

// textOfHTML returns the text of a piece of HTML, or the piece itself where it cannot be read.
func textOfHTML(piece string) string {
	n, err := html.Parse(strings.NewReader(piece))
	if err != nil {
		return piece
	}
	return TextOf(n)
}
