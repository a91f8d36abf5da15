package terminal

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/cite"
	"newshound/bot/internal/plain"
)

// Style is how replies look. The zero value is for pipes and files: plain text, not wrapped, so
// that a search in the output finds a quote.
type Style struct {
	// Width is the number of columns to wrap to; 0 means that lines are not
	// wrapped. Links are never broken.
	Width int
	// Bold marks the matched words of a quote.
	Bold bool
}

// The bounds of the width that text is wrapped to: longer lines are hard to read, and shorter
// ones impossible.
const (
	defaultWidth = 80
	maxWidth     = 100
	minWidth     = 20
	// narrow is the width below which the names of fields have no column of their own.
	narrow = 40
)

// StyleOf returns the style that fits what out is connected to: plain where it
// is no terminal, and without bold where NO_COLOR (https://no-color.org) is set
// or TERM is "dumb".
func StyleOf(out io.Writer, getenv func(string) string) Style {
	f, ok := out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return Style{}
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		width = defaultWidth
	}
	return Style{
		Width: width,
		Bold:  getenv("NO_COLOR") == "" && getenv("TERM") != "dumb",
	}
}

// Render writes a reply to w, in one piece. It ends with a newline.
func Render(w io.Writer, r bot.Reply, s Style) error {
	if s.Width > 0 {
		s.Width = min(max(s.Width, minWidth), maxWidth)
	}
	p := printer{style: s}
	for line := range strings.Lines(r.Text) {
		hanging := ""
		if strings.HasPrefix(line, "• ") {
			hanging = "  "
		}
		p.text("", hanging, line)
	}
	if r.Export != "" {
		p.blank()
		p.verbatim(r.Export)
	}
	if r.Passage {
		p.passage(r.Snippets)
		r.Snippets = nil
	}
	for _, sn := range r.Snippets {
		p.blank()
		p.quote(fmt.Sprintf("%2d │ ", sn.Cite.N), "   │ ", sn.Quote, sn.Marks)
		cite := cite.Quote(sn.Cite)
		if r.Full {
			p.fields(cite, p.marking(sn, len(sn.Marks) == 1 && sn.Marks[0].Len() < len(sn.Quote)))
		} else {
			p.citation(cite)
		}
	}
	if r.More {
		r.Notes = append(slices.Clone(r.Notes), "There is more: say “"+bot.MoreCommand+"”.")
	}
	if len(r.Notes) > 0 {
		p.blank()
	}
	for _, n := range r.Notes {
		p.text("", "", n)
	}
	_, err := w.Write(p.out.Bytes())
	return err
}

// printer collects the lines of one reply.
type printer struct {
	style Style
	out   bytes.Buffer
}

// passage prints neighbouring paragraphs as one text, with the citation of the one that has
// marks.
func (p *printer) passage(paragraphs []answer.Snippet) {
	first := ""
	for _, sn := range paragraphs {
		if first == "" {
			p.blank()
			first = fmt.Sprintf("%2d │ ", sn.Cite.N)
		} else {
			p.text("   │ ", "   │ ", "")
			first = "   │ "
		}
		p.quote(first, "   │ ", sn.Quote, sn.Marks)
	}
	for _, sn := range paragraphs {
		if len(sn.Marks) > 0 {
			p.fields(cite.Quote(sn.Cite), p.marking(sn, len(paragraphs) > 1))
		}
	}
}

// verbatim prints text without wrapping it.
func (p *printer) verbatim(text string) {
	text, _ = neutralise(text, nil)
	p.out.WriteString(strings.TrimRight(text, "\n") + "\n")
}

// The beginnings of a citation's lines.
const (
	citeFirst = "   └ "
	citeNext  = "     "
)

// citation prints a citation in as few lines as read well.
func (p *printer) citation(c cite.Citation) {
	prefix, dot := citeFirst, " · "
	if p.style.Width > 0 {
		dot = "\u00A0· " // no line begins with the dot
	}
	line := func(parts ...string) {
		if text := plain.Join(dot, parts...); text != "" {
			p.text(prefix, citeNext, inline(text))
			prefix = citeNext
		}
	}
	line(c.Outlet, c.Headline, c.Article, c.Byline, c.Published, c.Place, c.Speech, c.Also)
	line(c.Again)
	line(c.Voice)
	line(c.Link)
}

// marking returns the marked words of a quote if they are only a part of what is shown and cannot
// be shown in bold, and "" otherwise.
func (p *printer) marking(sn answer.Snippet, part bool) string {
	if p.style.Bold || !part {
		return ""
	}
	return sn.Quote[sn.Marks[0].Start:sn.Marks[0].End]
}

// fields prints all that is known of a citation, a field to a line, and before it
// the quote, if any.
func (p *printer) fields(c cite.Citation, quoted string) {
	prefix := citeFirst
	for _, f := range slices.Concat([]cite.Field{{Name: "Quote", Value: quoted}}, c.Fields(), []cite.Field{{Name: "Link", Value: c.Link}}) {
		switch name := fmt.Sprintf("%-11s", f.Name); {
		case f.Value == "":
			continue
		case p.style.Width > 0 && p.style.Width < narrow:
			p.text(prefix, citeNext, f.Name+": "+inline(f.Value))
		default:
			p.text(prefix+name, citeNext+strings.Repeat(" ", len(name)), inline(f.Value))
		}
		prefix = citeNext
	}
}

// blank prints an empty line.
func (p *printer) blank() { p.out.WriteByte('\n') }

// text prints text without marks.
func (p *printer) text(first, next, text string) { p.quote(first, next, text, nil) }

// quote prints text, wrapped to the style's width, with its marks in bold. The
// first line begins with first, each further line with next.
func (p *printer) quote(first, next, text string, marks []bot.Span) {
	text, marks = neutralise(strings.TrimRight(text, "\n"), marks)
	width := 0
	if p.style.Width > 0 {
		text = strings.ReplaceAll(text, "\t", " ")
		width = max(p.style.Width-displayWidth(next), minWidth/2)
	}
	prefix := first
	for _, line := range wrap(text, width) {
		p.out.WriteString(strings.TrimRight(prefix, " "))
		if line.Len() > 0 {
			p.out.WriteString(prefix[len(strings.TrimRight(prefix, " ")):])
		}
		p.marked(text, line, marks)
		p.out.WriteByte('\n')
		prefix = next
	}
}

// The switches for bold, ECMA-48 SGR (https://www.ecma-international.org/publications-and-standards/standards/ecma-48/).
const (
	boldOn  = "\x1b[1m"
	boldOff = "\x1b[0m"
)

// marked prints one line of a text, with its marks in bold.
func (p *printer) marked(text string, line bot.Span, marks []bot.Span) {
	at := line.Start
	for _, m := range marks {
		start, end := max(m.Start, at), min(m.End, line.End)
		if !p.style.Bold || start >= end {
			continue
		}
		p.out.WriteString(text[at:start] + boldOn + text[start:end] + boldOff)
		at = end
	}
	p.out.WriteString(text[at:line.End])
}

// neutralise returns text with a visible sign in place of each [unsafe] character, and its marks
// at their new offsets. Tabs and newlines stay.
func neutralise(text string, marks []bot.Span) (string, []bot.Span) {
	if strings.IndexFunc(text, unsafe) < 0 {
		return text, marks
	}
	var b strings.Builder
	at := 0
	moveTo := func(offset int) int {
		part := strings.ReplaceAll(text[at:offset], "\r\n", "\n")
		b.WriteString(Visible(part))
		at = offset
		return b.Len()
	}
	moved := make([]bot.Span, 0, len(marks))
	for _, m := range marks {
		moved = append(moved, bot.Span{Start: moveTo(m.Start), End: moveTo(m.End)})
	}
	moveTo(len(text))
	return b.String(), moved
}

// unsafe reports whether a terminal may do more than show r, or r stands for bytes that are not
// valid UTF-8.
func unsafe(r rune) bool { return plain.Unsafe(r) || r == utf8.RuneError }

// Visible returns text that is safe for a terminal, with a visible sign in place of each character
// that might do more than show.
func Visible(text string) string { return strings.Map(visible, text) }

// visible returns the sign to show for a rune: itself if it is safe, else its
// control picture (U+2400…) or the replacement character.
func visible(r rune) rune {
	switch {
	case !unsafe(r):
		return r
	case r < 0x20:
		return '\u2400' + r
	case r == 0x7F:
		return '\u2421'
	}
	return utf8.RuneError
}

// inline returns text as one line.
func inline(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}
