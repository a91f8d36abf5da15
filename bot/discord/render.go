package discord

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/internal/plain"
)

// Discord's limits on a message of components
// (https://docs.discord.com/developers/components/reference). Texts are counted in
// characters.
const (
	maxComponents = 40   // nested ones included
	maxText       = 4000 // over all texts
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

// The id and the beginning of the text that repeats the question, in small print.
const (
	echoID     = 1
	echoPrefix = "-# "
)

// accent is the colour beside a quote.
const accent = 0x8A6D3B

// view is what rendering needs to know of where a reply goes.
type view struct {
	private bool   // only the asker sees it
	direct  bool   // in direct messages
	why     string // a line above it
}

// page renders a reply. It fits Discord's limits: of a long answer whole snippets are
// left out from the end, and the reply says so; only where a single one is too long
// is its quote cut, visibly.
func page(r bot.Reply, v view) body {
	for n := len(r.Snippets); n > 1; n-- {
		if b := compose(r.First(n), v, maxText); size(b.Components) <= maxText && count(b.Components) <= maxComponents {
			return b
		}
	}
	r = r.First(1)
	b := compose(r, v, maxText)
	if over := size(b.Components) - maxText; over > 0 && len(r.Snippets) > 0 {
		b = compose(r, v, max(length(quote(r.Snippets[0], maxText))-over-len(cut), shortest))
	}
	return b
}

// line is a reply of one plain text.
func line(text string) body { return page(bot.Reply{Text: text}, view{}) }

// compose renders a reply with at most so many characters of each quote.
func compose(r bot.Reply, v view, most int) body {
	out := body{Flags: flagComponentsV2}
	add := func(id int, text string) {
		if text != "" {
			out.Components = append(out.Components, component{Type: typeText, ID: id, Content: text})
		}
	}
	asked := r.Turn.Question != "" && length(inert(r.Turn.Question)) <= maxEcho
	if asked {
		add(echoID, echoPrefix+inert(r.Turn.Question))
	}
	lead, notes := lines(v.why, r.Text), lines(r.Notes...)
	if len(r.Snippets) > 0 {
		lead, notes = clip(lead, maxLead), clip(notes, maxNotes)
	}
	add(0, clip(lead, maxText-maxEcho-maxNotes))
	if r.Export != "" {
		add(0, export(r.Export, maxText-size(out.Components)-length(notes)))
	}
	for _, s := range r.Snippets {
		out.Components = append(out.Components, card(s, r, most, asked))
	}
	add(0, clip(notes, maxText-size(out.Components)))
	if asked {
		out.Components = append(out.Components, rows(r, v)...)
	}
	return out
}

// card is a quote with its citation, and the buttons that are about it.
func card(s answer.Snippet, r bot.Reply, most int, asked bool) component {
	colour := accent
	c := component{Type: typeContainer, Accent: &colour, Components: []component{
		{Type: typeText, Content: "> " + quote(s, most) + "\n" + clip(citation(s, r.Full), maxCitation)},
	}}
	buttons := row{turn: r.Turn}
	for _, link := range []string{bot.LinkToQuote(s.Cite), s.Cite.Article.URL} {
		if len(link) <= maxURL && isWeb(link) {
			buttons.buttons = []component{{Type: typeButton, Style: styleLink, Label: "Open the passage", URL: link}}
			break
		}
	}
	if asked && !r.Full && !r.Passage {
		buttons.add("Around this quote", bot.AroundCommand(s.Cite.N))
	}
	if len(buttons.buttons) > 0 {
		c.Components = append(c.Components, component{Type: typeRow, Components: buttons.buttons})
	}
	return c
}

// isWeb reports whether a link leads to the web.
func isWeb(link string) bool {
	u, err := url.Parse(link)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil &&
		!strings.ContainsAny(link, "<>\"\\^`{|}") &&
		strings.IndexFunc(link, func(r rune) bool { return r <= ' ' || unsafe(r) || r > unicode.MaxASCII }) < 0
}

// citation returns what a quote is cited with: on a line, or in full, a field to a
// line. A link stands in it where no button takes it, too, and never in part.
func citation(s answer.Snippet, full bool) string {
	c := bot.Cite(s.Cite)
	number := fmt.Sprintf("**%d** · ", s.Cite.N)
	var parts []string
	if full {
		for _, f := range c.Fields() {
			parts = append(parts, number+"**"+f.Name+"** "+inert(f.Value))
			number = ""
		}
	} else {
		parts = append(parts, number+inert(plain.Join(" · ", c.Outlet, c.Headline, c.Article, c.Byline, c.Published, c.Place, c.Speech, c.Also)))
		if c.Voice != "" {
			parts = append(parts, "-# "+inert(c.Voice))
		}
	}
	switch {
	case c.Link == "" || !full && len(c.Link) <= maxURL:
	case isWeb(c.Link):
		parts = append(parts, "<"+c.Link+">")
	default:
		parts = append(parts, inert(c.Link))
	}
	return strings.Join(parts, "\n")
}

// cut stands where a quote is not shown to its end.
const cut = " […]"

// quote returns the words of a snippet, those marked in bold. Where they are more than
// so many characters, it ends after a word, with a sign.
func quote(s answer.Snippet, most int) string {
	all := marked(s.Quote, s.Marks)
	if length(all) <= most {
		return all
	}
	end, room := 0, most-len("****")*len(s.Marks)
	for word := range strings.SplitAfterSeq(s.Quote, " ") {
		if room -= length(inert(word)); room < 0 {
			break
		}
		end += len(word)
	}
	return strings.TrimSpace(marked(s.Quote[:end], s.Marks)) + cut
}

// marked returns a text with the marked words that are in it in bold. Marks side by
// side are one.
func marked(text string, marks []bot.Span) string {
	var b strings.Builder
	at := 0
	for i := 0; i < len(marks); i++ {
		start, end := marks[i].Start, marks[i].End
		for ; i+1 < len(marks) && marks[i+1].Start == end; i++ {
			end = marks[i+1].End
		}
		if end = min(end, len(text)); start < end {
			b.WriteString(inert(text[at:start]) + "**" + inert(text[start:end]) + "**")
			at = end
		}
	}
	return b.String() + inert(text[at:])
}

// export returns a text as it is, in monospace; one that does not fit is not cut.
func export(text string, room int) string {
	var kept []string
	for l := range strings.Lines(strings.TrimSpace(text)) {
		kept = append(kept, strings.ReplaceAll(strings.Map(visible, strings.TrimRight(l, "\r\n")), "```", "`\u200B``"))
	}
	text = "```\n" + strings.Join(kept, "\n") + "\n```"
	if length(text) > room {
		return inert("This is longer than Discord takes. Ask for one quote at a time, as in “cite 1 bibtex”.")
	}
	return text
}

// special are the characters that Discord's Markdown reads, wherever they stand: a
// backslash before them leaves them as they are. "-", "+" and numbers count only at
// the beginning of a line, "/" only after a colon.
var (
	special  = regexp.MustCompile("[\\\\*_~|`\\[\\]<>#@]|://")
	listlike = regexp.MustCompile(`(?m)^(\s*)([-+]|\d+[.)])`)
	everyone = regexp.MustCompile(`\\@(everyone|here)`)
	undo     = regexp.MustCompile(`\\([^0-9A-Za-z\s])`)
)

// inert returns a text of one line that Discord shows as it is: nothing in it is
// Markdown, a mention or a link, and nothing turns the direction of writing.
func inert(text string) string {
	text = strings.Map(visible, text)
	text = special.ReplaceAllStringFunc(text, func(s string) string {
		if s == "://" {
			return `:\//`
		}
		return `\` + s
	})
	text = listlike.ReplaceAllStringFunc(text, func(s string) string { return s[:len(s)-1] + `\` + s[len(s)-1:] })
	return everyone.ReplaceAllString(text, "\\@\u200B$1")
}

// unescaped returns the text that [inert] was given, but for what it took out of it.
func unescaped(text string) string {
	return undo.ReplaceAllString(strings.ReplaceAll(text, "@\u200B", "@"), "$1")
}

// unsafe reports whether r does more than be shown: controls, line separators, and
// what embeds, overrides, isolates or marks a direction
// (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters).
func unsafe(r rune) bool {
	return unicode.IsControl(r) || r >= '\u2028' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u200E' || r == '\u200F' || r == '\u061C'
}

// visible returns what stands for a rune: itself, a space, or where it would turn the
// direction of writing, nothing.
func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || unicode.IsSpace(r):
		return ' '
	case unsafe(r):
		return -1
	}
	return r
}

// lines returns the texts that are not empty, inert, each on its own lines.
func lines(texts ...string) string {
	var out []string
	for _, text := range texts {
		for l := range strings.Lines(text) {
			if l = strings.TrimSpace(l); l != "" {
				out = append(out, strings.Replace(inert(l), "• ", "- ", 1))
			}
		}
	}
	return strings.Join(out, "\n")
}

// clip returns the first lines of a text that fit.
func clip(text string, most int) string {
	for length(text) > most {
		at := strings.LastIndexByte(text, '\n')
		if at < 0 {
			return string([]rune(text)[:max(most-1, 0)]) + "…"
		}
		text = text[:at]
	}
	return text
}

func length(text string) int { return utf8.RuneCountInString(text) }

// count counts components, nested ones included.
func count(list []component) int {
	n := len(list)
	for _, c := range list {
		n += count(c.Components)
	}
	return n
}

// size is how many characters the texts of components have.
func size(list []component) int {
	n := 0
	for _, c := range list {
		n += length(c.Content) + size(c.Components)
	}
	return n
}
