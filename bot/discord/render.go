package discord

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/bwmarrin/discordgo"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/cite"
	"newshound/bot/internal/plain"
)

// Discord's limits on a message of components
// (https://docs.discord.com/developers/components/reference). Texts are counted in
// characters, see [plain.Length].
const (
	maxComponents = 40   // nested ones included
	maxText       = 4000 // over all texts
	maxContent    = 2000 // of a message without components
	maxCustomID   = 100
	maxURL        = 512 // of a button
)

const (
	// maxEcho is the longest question that a reply repeats, for its reader and its buttons.
	maxEcho = 600
	// maxLead and maxNotes are the most text before and after the quotes, if there are
	// quotes.
	maxLead  = 600
	maxNotes = 400
	// maxCitation is the longest citation: longer than any but a hostile one.
	maxCitation = 1800
	// shortest is the least of a quote that is worth showing.
	shortest = 200
)

// accent is the colour beside a quote.
const accent = 0x8A6D3B

// page renders a reply within Discord's limits. Of a long answer, whole snippets are left out
// from the end, and the reply says so. Only if a single one is too long, its quote is cut,
// visibly.
func page(r bot.Reply, at bot.Place) body {
	var b body
	fits := false
	r = r.Fit(func(r bot.Reply) bool {
		b = compose(r, at, maxText)
		n, size := measure(b.Components)
		fits = size <= maxText && n <= maxComponents
		return fits
	})
	if !fits { // Fit does not try a single quote
		b = compose(r, at, maxText)
	}
	if _, size := measure(b.Components); size > maxText && len(r.Snippets) > 0 {
		over := size - maxText + len(cut)
		b = compose(r, at, max(length(quote(r.Snippets[0], maxText))-over, shortest))
	}
	return b
}

// inWords returns a message as text alone.
func (b body) inWords() body {
	var texts []string
	walk(b.Components, func(c component) {
		if texts = append(texts, c.Content); c.URL != "" {
			texts = append(texts, "<"+c.URL+">")
		}
	})
	b.Content, b.Components = plain.ClipLines(plain.Join("\n", texts...), maxContent), nil
	b.Flags &^= discordgo.MessageFlagsIsComponentsV2
	return b
}

// unlinked returns components with addresses as text in place of link buttons, for which Discord
// rejects some valid addresses.
func unlinked(list []component) (out []component) {
	for _, c := range list {
		inner := c.Components
		c.Components = nil
		for _, i := range inner {
			if i.URL != "" {
				out = append(out, component{Type: discordgo.TextDisplayComponent, Content: "<" + i.URL + ">"})
			} else {
				c.Components = append(c.Components, i)
			}
		}
		if c.Components = unlinked(c.Components); len(c.Components) > 0 || c.Type != discordgo.ActionsRowComponent {
			out = append(out, c)
		}
	}
	return out
}

// excuse returns the line that is sent in place of a message that Discord rejects.
func (b body) excuse() body {
	b = b.inWords()
	b.Content, b.Reference = bot.NotTaken("Discord"), nil
	return b
}

// line is a reply of one plain text.
func line(text string) body { return page(bot.Reply{Text: text}, bot.Place{}) }

// compose renders a reply with at most this many characters of each quote.
func compose(r bot.Reply, at bot.Place, most int) body {
	out := body{Flags: discordgo.MessageFlagsIsComponentsV2}
	add := func(text string) {
		if text != "" {
			out.Components = append(out.Components, component{Type: discordgo.TextDisplayComponent, Content: text})
		}
	}
	if echoes(r) {
		add(echoPrefix + inert(r.Turn.Question))
	}
	lead, notes := lines(r.Text), lines(r.Notes...)
	if len(r.Snippets) > 0 {
		lead, notes = plain.ClipLines(lead, maxLead), plain.ClipLines(notes, maxNotes)
	}
	add(plain.ClipLines(lead, maxText-maxEcho-maxNotes))
	if r.Export != "" {
		_, size := measure(out.Components)
		add(export(r, maxText-size-length(notes)))
	}
	for i := range r.Snippets {
		if r.Passage && i > 0 {
			break // a passage is one card
		}
		out.Components = append(out.Components, card(r.Snippets[i:], r, most))
	}
	n, size := measure(out.Components)
	buttons, left := rows(r, at, maxComponents-n-1) // one component is for the notes
	typed := inert(bot.Typed(left))
	add(plain.Join("\n", plain.ClipLines(notes, maxText-size-length(typed)-1), typed))
	out.Components = append(out.Components, buttons...)
	return out
}

// card is the first of the quotes with its citation and the buttons about it. For a passage it has
// all paragraphs, with the citation of the one with marks, or of the first.
func card(quotes []answer.Snippet, r bot.Reply, most int) component {
	colour, s := accent, quotes[0]
	c := component{Type: discordgo.ContainerComponent, Accent: &colour}
	add := func(text string) {
		c.Components = append(c.Components, component{Type: discordgo.TextDisplayComponent, Content: text})
	}
	cited := func() string { return plain.ClipLines(citation(s, r.Full), maxCitation) }
	if r.Passage {
		for _, q := range quotes {
			add("> " + quote(q, most))
			if len(q.Marks) > 0 {
				s = q
			}
		}
		add(cited())
	} else {
		add("> " + quote(s, most) + "\n" + cited())
	}
	var buttons []component
	for _, link := range []string{cite.LinkToQuote(s.Cite), s.Cite.Article.URL} {
		if link = plain.Web(link); link != "" && len(link) <= maxURL {
			buttons = append(buttons, linkButton("Open the passage", link))
			break
		}
	}
	if echoes(r) && !r.Full && !r.Passage {
		buttons = append(buttons, button(bot.Action{Label: "Around this quote", Command: bot.AroundCommand(s.Cite.N)}, r.Turn))
	}
	if len(buttons) > 0 {
		c.Components = append(c.Components, row(buttons...))
	}
	return c
}

// citation returns a citation on one line, or in full with a field to a line. It contains
// the link if that is too long for a button, and never a part of it.
func citation(s answer.Snippet, full bool) string {
	c := cite.Quote(s.Cite)
	number := fmt.Sprintf("**%d** · ", s.Cite.N)
	var parts []string
	if full {
		for _, f := range c.Fields() {
			parts = append(parts, number+"**"+f.Name+"** "+inert(f.Value))
			number = ""
		}
	} else {
		parts = append(parts, number+inert(plain.Join(" · ", c.Outlet, c.Headline, c.Article, c.Byline, c.Published, c.Place, c.Speech, c.Also)))
		for _, small := range []string{c.Again, c.Voice} {
			if small != "" {
				parts = append(parts, "-# "+inert(small))
			}
		}
	}
	switch link := plain.Web(c.Link); {
	case c.Link == "" || !full && len(link) <= maxURL:
	case link != "":
		parts = append(parts, "<"+link+">")
	default:
		parts = append(parts, inert(c.Link))
	}
	return strings.Join(parts, "\n")
}

// cut shows that a quote goes on.
const cut = " […]"

// quote returns a snippet's quote with its marks in bold. If that is longer than most, it ends
// after a word, with a sign; and if the first mark would not be shown then, it begins shortly
// before that.
func quote(s answer.Snippet, most int) string {
	text, marks := s.Quote, s.Marks
	if all := marked(text, marks); length(all) <= most {
		return all
	}
	room := most - len("****")*len(marks) - 2*len(cut)
	begin := ""
	if len(marks) > 0 && length(verse(text[:marks[0].End])) > room {
		from := max(marks[0].Start-shortest, 0)
		if space := strings.IndexByte(text[from:marks[0].Start], ' '); space >= 0 {
			from += space + 1
		} else {
			from = marks[0].Start
		}
		begin, text, marks = strings.TrimSpace(cut)+" ", text[from:], slices.Clone(marks)
		for i := range marks {
			marks[i].Start, marks[i].End = marks[i].Start-from, marks[i].End-from
		}
	}
	end := fitting(text, room)
	whole := end == len(text)
	if space := strings.LastIndexByte(text[:end], ' '); !whole && space > end/2 { // not all writing has spaces
		end = space
	}
	text = begin + strings.TrimSpace(marked(text[:end], marks))
	if !whole {
		text += cut
	}
	return text
}

// fitting returns how many bytes of a text fit into room characters.
func fitting(text string, room int) int {
	runes := []rune(text)
	n := sort.Search(len(runes), func(n int) bool { return length(verse(string(runes[:n+1]))) > room })
	return len(string(runes[:n]))
}

// marked returns a quote with its marks in bold, except marks that go over the end of a line.
func marked(text string, marks []bot.Span) string {
	var b strings.Builder
	at := 0
	for _, m := range bot.Runs(text, marks) {
		if strings.Contains(text[m.Start:m.End], "\n") {
			continue
		}
		b.WriteString(verse(text[at:m.Start]) + "**" + inert(text[m.Start:m.End]) + "**")
		at = m.End
	}
	return b.String() + verse(text[at:])
}

// verse returns a text for use behind a quote's "> ": inert, with its lines kept.
func verse(text string) string {
	var out []string
	for l := range strings.SplitSeq(text, "\n") {
		out = append(out, inert(l))
	}
	return strings.Join(out, "\n> ")
}

// export returns the export of a reply: links if it consists of them, else a code block. One that
// does not fit is not cut, but replaced by a sentence.
func export(r bot.Reply, room int) string {
	const fence = "```"
	text, ok := plain.Linked(r.Export, func(address string) string { return "<" + address + ">" }, inert)
	if !r.Links || !ok {
		text = fence + "\n" + strings.ReplaceAll(strings.TrimSpace(plain.Visible(r.Export)), fence, "`\u200B``") + "\n" + fence
	}
	if length(text) > room {
		return inert("This is longer than Discord takes. Ask for one quote at a time, as in “cite 1 bibtex”.")
	}
	return text
}

// special matches what Discord's Markdown acts on anywhere, which a backslash prevents. "-",
// "+" and numbers matter only at the beginning of a line, "/" only after a colon, and colons
// around the name of an emoji; only two such names are digits.
var (
	special  = plain.Pattern("[\\\\*_~|`\\[\\]<>#@]|://|:(?:[\\w+-]*[A-Za-z_+-][\\w+-]*|100|1234):")
	listlike = plain.Pattern(`(?m)^(\s*)([-+]|\d+[.)])`)
	everyone = plain.Pattern(`\\@(everyone|here)`)
	undo     = plain.Pattern(`\\([^0-9A-Za-z\s])`)
)

// inert returns a text of one line that Discord shows as it is: nothing in it acts as
// Markdown, a mention or a link, and nothing changes the direction of writing.
func inert(text string) string {
	text = special().ReplaceAllStringFunc(strings.Map(visible, plain.Visible(text)), func(s string) string {
		switch {
		case s == "://":
			return `:\//`
		case len(s) > 1:
			return `\` + strings.ReplaceAll(s[:len(s)-1], "_", `\_`) + `\:`
		}
		return `\` + s
	})
	text = listlike().ReplaceAllStringFunc(text, func(s string) string { return s[:len(s)-1] + `\` + s[len(s)-1:] })
	return everyone().ReplaceAllString(text, "\\@\u200B$1")
}

// unescaped reverses [inert], except for the characters that it removed or replaced.
func unescaped(text string) string {
	return undo().ReplaceAllString(strings.ReplaceAll(text, "@\u200B", "@"), "$1")
}

// visible replaces a tab or newline by a space, and removes direction marks.
func visible(r rune) rune {
	switch {
	case unicode.IsControl(r):
		return ' '
	case r == '\u200E' || r == '\u200F' || r == '\u061C':
		return -1
	}
	return r
}

// lines returns the lines of the texts, inert and without empty ones. In a list, the part before
// each colon is bold.
func lines(texts ...string) string {
	var out []string
	for _, text := range texts {
		for l := range strings.Lines(text) {
			l = strings.TrimSpace(l)
			if label, rest, ok := plain.Item(l); ok {
				out = append(out, "- **"+inert(label)+"**: "+inert(rest))
			} else if l != "" {
				out = append(out, strings.Replace(inert(l), "• ", "- ", 1))
			}
		}
	}
	return strings.Join(out, "\n")
}

func length(text string) int { return plain.Length(text) }

// walk calls f with each component, nested ones included.
func walk(list []component, f func(component)) {
	for _, c := range list {
		f(c)
		walk(c.Components, f)
	}
}

// measure returns the number of components, and of the characters in their texts.
func measure(list []component) (n, size int) {
	walk(list, func(c component) { n, size = n+1, size+length(c.Content) })
	return n, size
}
