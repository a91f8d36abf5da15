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
	// maxEcho is the longest question that a reply repeats, and so its buttons know.
	maxEcho = 600
	// maxLead is how long what stands before the quotes may be, and maxNotes what
	// stands after them, where there are quotes.
	maxLead  = 600
	maxNotes = 400
	// maxCitation is how long a citation may be: far more than any but a hostile one.
	maxCitation = 1800
	// shortest is the least of a quote that is worth showing.
	shortest = 200
)

// accent is the colour beside a quote.
const accent = 0x8A6D3B

// page renders a reply. It fits Discord's limits: of a long answer whole snippets are
// left out from the end, and the reply says so; only where a single one is too long
// is its quote cut, visibly.
func page(r bot.Reply, at bot.Place) body {
	var b body
	fits := false
	r = r.Fit(func(r bot.Reply) bool {
		b = compose(r, at, maxText)
		n, size := measure(b.Components)
		fits = size <= maxText && n <= maxComponents
		return fits
	})
	if !fits { // nor was the last of its quotes tried
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

// unlinked returns components with addresses in place of the buttons that lead there: Discord takes not
// all that are addresses elsewhere.
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

// excuse returns what is said in place of a message that Discord does not take.
func (b body) excuse() body {
	b = b.inWords()
	b.Content, b.Reference = bot.NotTaken("Discord"), nil
	return b
}

// line is a reply of one plain text.
func line(text string) body { return page(bot.Reply{Text: text}, bot.Place{}) }

// compose renders a reply with at most so many characters of each quote.
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
			break // it is one text
		}
		out.Components = append(out.Components, card(r.Snippets[i:], r, most))
	}
	n, size := measure(out.Components)
	buttons, left := rows(r, at, maxComponents-n-1) // one is for the notes
	typed := inert(bot.Typed(left))
	add(plain.Join("\n", plain.ClipLines(notes, maxText-size-length(typed)-1), typed))
	out.Components = append(out.Components, buttons...)
	return out
}

// card is the first of some quotes with its citation, and the buttons that are about it. Of a
// passage it has all paragraphs, and the citation of the one with marks, or of the first.
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

// citation returns what a quote is cited with: on a line, or in full, a field to a
// line. A link stands in it where no button takes it, too, and never in part.
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

// cut stands where a quote is not shown to its end.
const cut = " […]"

// quote returns the words of a snippet, those marked in bold. Where they are more than
// so many characters, it ends after a word, with a sign; where the first that is marked would
// not be shown then, it begins shortly before that.
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

// fitting returns the length in bytes of as much of a text as there is room for.
func fitting(text string, room int) int {
	runes := []rune(text)
	n := sort.Search(len(runes), func(n int) bool { return length(verse(string(runes[:n+1]))) > room })
	return len(string(runes[:n]))
}

// marked returns a quote with the marked words that are in it in bold, unless a line ends among them.
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

// verse returns a text, inert, as it stands behind the "> " of a quote: each line as one.
func verse(text string) string {
	var out []string
	for l := range strings.SplitSeq(text, "\n") {
		out = append(out, inert(l))
	}
	return strings.Join(out, "\n> ")
}

// export returns the export of a reply as it is, in monospace, or the links that it is; one that does
// not fit is not cut.
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

// special are the characters that Discord's Markdown reads, wherever they stand: a
// backslash before them leaves them as they are. "-", "+" and numbers count only at
// the beginning of a line, "/" only after a colon, and colons around the name of an emoji,
// of which two are digits alone.
var (
	special  = plain.Pattern("[\\\\*_~|`\\[\\]<>#@]|://|:(?:[\\w+-]*[A-Za-z_+-][\\w+-]*|100|1234):")
	listlike = plain.Pattern(`(?m)^(\s*)([-+]|\d+[.)])`)
	everyone = plain.Pattern(`\\@(everyone|here)`)
	undo     = plain.Pattern(`\\([^0-9A-Za-z\s])`)
)

// inert returns a text of one line that Discord shows as it is: nothing in it is
// Markdown, a mention or a link, and nothing turns the direction of writing.
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

// unescaped returns the text that [inert] was given, but for what it took out of it.
func unescaped(text string) string {
	return undo().ReplaceAllString(strings.ReplaceAll(text, "@\u200B", "@"), "$1")
}

// visible returns what stands for a rune: a space for a tab and the end of a line, and nothing for a
// mark of direction.
func visible(r rune) rune {
	switch {
	case unicode.IsControl(r):
		return ' '
	case r == '\u200E' || r == '\u200F' || r == '\u061C':
		return -1
	}
	return r
}

// lines returns the texts that are not empty, inert, each on its own lines; in a list what each is
// about is bold.
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

// measure tells how many components there are, and how many characters their texts have.
func measure(list []component) (n, size int) {
	walk(list, func(c component) { n, size = n+1, size+length(c.Content) })
	return n, size
}
