package discord

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
	"newshound/bot"
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
	// reserve is kept free of quotes, for the notes and for what says that some are
	// missing.
	reserve = 500
	// maxNotes is how long all notes may be.
	maxNotes = 400
	// shortest is the least of a quote that is worth showing.
	shortest = 200
)

// The ids of the texts that are found again in our own messages.
const (
	echoID = 1
	textID = 2
)

// echoPrefix makes the question small print.
const echoPrefix = "-# "

// accent is the colour beside a quote.
const accent = 0x8A6D3B

// view is what rendering needs to know of where a reply goes.
type view struct {
	private bool // only the asker sees it
	direct  bool // in direct messages
	why     string
}

// page renders a reply. It fits Discord's limits: of a long answer whole snippets are
// left out from the end, and a note says so; only where a single one is too long is
// its quote cut, visibly, and never its citation.
func page(r bot.Reply, v view) body {
	echo := ""
	if n := utf8.RuneCountInString(r.Turn.Question); n > 0 && n <= maxEcho {
		echo = echoPrefix + inert(r.Turn.Question)
	}
	notes := clip(lines(r.Notes), maxNotes)
	text := lines([]string{v.why, r.Text})
	out := body{Flags: flagComponentsV2}
	room := maxText - reserve - length(echo)
	if echo != "" {
		out.Components = append(out.Components, component{Type: typeText, ID: echoID, Content: echo})
	}
	if text = clip(text, room); text != "" {
		out.Components = append(out.Components, component{Type: typeText, ID: textID, Content: text})
		room -= length(text)
	}
	if r.Export != "" {
		out.Components = append(out.Components, component{Type: typeText, Content: export(r.Export, room)})
	}
	shown := 0
	for _, s := range r.Snippets {
		text := snippet(s, r.Full, 1<<30)
		if length(text) > room && shown == 0 {
			text = snippet(s, r.Full, max(room-length(snippet(s, r.Full, 0)), shortest))
		}
		if length(text) > room || count(out.Components) > maxComponents-16 {
			break
		}
		room -= length(text)
		shown++
		out.Components = append(out.Components, card(s, text, r, echo != ""))
	}
	if left := len(r.Snippets) - shown; left > 0 {
		notes = lines([]string{notes, fmt.Sprintf("%d more would not fit: ask for them one by one, as in “cite %d”.", left, r.Snippets[shown].Cite.N)})
	}
	if notes != "" {
		out.Components = append(out.Components, component{Type: typeText, Content: notes})
	}
	if echo != "" {
		out.Components = append(out.Components, rows(r, v)...)
	}
	return out
}

// line is a reply of one plain text.
func line(text string) body { return page(bot.Reply{Text: text}, view{}) }

// card is a quote with its citation, and the buttons that are about it.
func card(s answer.Snippet, text string, r bot.Reply, asks bool) component {
	colour := accent
	c := component{Type: typeContainer, Accent: &colour, Components: []component{{Type: typeText, Content: text}}}
	var buttons []component
	if link := passage(s); link != "" {
		buttons = append(buttons, component{Type: typeButton, Style: styleLink, Label: "Open the passage", URL: link})
	}
	if asks && !r.Full && !r.Passage {
		buttons = append(buttons, button("Around this quote", action{verb: actAround, arg: strconv.Itoa(s.Cite.N)}, r.Turn))
	}
	if len(buttons) > 0 {
		c.Components = append(c.Components, component{Type: typeRow, Components: buttons})
	}
	return c
}

// passage returns the link to a quote, if it is one that a button takes: to the words
// themselves, or else to the article.
func passage(s answer.Snippet) string {
	for _, link := range []string{bot.LinkToQuote(s.Cite), s.Cite.Article.URL} {
		if len(link) <= maxURL && isWeb(link) {
			return link
		}
	}
	return ""
}

// isWeb reports whether a link leads to the web.
func isWeb(link string) bool {
	u, err := url.Parse(link)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil &&
		!strings.ContainsAny(link, "<>\"\\^`{|}") &&
		strings.IndexFunc(link, func(r rune) bool { return r <= ' ' || unsafe(r) || r > unicode.MaxASCII }) < 0
}

// snippet returns a quote with its citation, at most so many characters of the quote.
func snippet(s answer.Snippet, full bool, most int) string {
	c := bot.Cite(s.Cite)
	parts := []string{"> " + quote(s, most)}
	number := fmt.Sprintf("**%d** · ", s.Cite.N)
	if !full {
		parts = append(parts, number+inert(known(" · ", c.Outlet, c.Headline, c.Article, c.Byline, c.Published, c.Place)))
		if c.Voice != "" {
			parts = append(parts, "-# "+inert(c.Voice))
		}
	} else {
		for _, f := range [...]struct{ name, value string }{
			{"Outlet", c.Outlet}, {"Headline", c.Headline}, {"Article", c.Article}, {"Byline", c.Byline},
			{"Published", c.Published}, {"Section", c.Section}, {"Place", known(", ", c.Place, c.Voice)},
		} {
			if f.value != "" {
				parts = append(parts, number+"**"+f.name+"** "+inert(f.value))
				number = ""
			}
		}
		parts[1] = strings.TrimSpace(parts[1])
	}
	if link := c.Link; link != "" && (full || len(link) > maxURL) {
		if isWeb(link) {
			link = "<" + link + ">"
		} else {
			link = inert(link)
		}
		parts = append(parts, link)
	}
	return strings.Join(parts, "\n")
}

// quote returns the words of a snippet, those marked in bold, at most so many
// characters of them. It ends in a word, and in […] where it is not all.
func quote(s answer.Snippet, most int) string {
	text, marks := s.Quote, s.Marks
	cut := ""
	if utf8.RuneCountInString(text) > most/2 && length(inert(text)) > most {
		end := 0
		for at := range text {
			if length(inert(text[:at]))+8*len(marks) > most {
				break
			}
			if text[at] == ' ' {
				end = at
			}
		}
		text, cut = text[:end], " […]"
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		start, end := max(m.Start, at), min(m.End, len(text))
		if start >= end {
			continue
		}
		if start == at && strings.HasSuffix(b.String(), "**") { // two marks side by side are one
			joined := strings.TrimSuffix(b.String(), "**")
			b.Reset()
			b.WriteString(joined)
		} else {
			b.WriteString(inert(text[at:start]) + "**")
		}
		b.WriteString(inert(text[start:end]) + "**")
		at = end
	}
	return b.String() + inert(text[at:]) + cut
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
	special  = regexp.MustCompile("[\\\\*_~|`\\[\\]()<>#@]|://")
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

// plain returns the text that [inert] was given, but for what it took out of it.
func plain(text string) string {
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
func lines(texts []string) string {
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
			return string([]rune(text)[:most-1]) + "…"
		}
		text = text[:at]
	}
	return text
}

// known joins the parts that are not empty.
func known(sep string, parts ...string) string {
	var have []string
	for _, p := range parts {
		if p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, sep)
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
