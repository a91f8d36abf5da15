package slack

import (
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	api "github.com/slack-go/slack"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/internal/plain"
)

// The limits of a message, in characters
// (https://docs.slack.dev/reference/block-kit/blocks, …/block-elements/button-element).
const (
	maxSection = 3000  // of the text of a section
	maxBlocks  = 50    // of a message
	maxLabel   = 75    // of a button's text
	maxValue   = 2000  // of a button's value
	maxLink    = 3000  // of an address
	maxText    = 4000  // of the text that stands in for the blocks; above it Slack advises none
	maxTotal   = 12000 // of all blocks, not documented (https://github.com/slackapi/bolt-js/issues/2509); counted here as JSON, which is more
)

// place is where a reply is shown, which decides what its buttons do.
type place string

// The places.
const (
	inThread place = "thread"  // for all to see, in a thread of a channel
	private  place = "private" // for one person to see, in a channel
	direct   place = "direct"  // a direct message
	pane     place = "pane"    // a thread of a direct message, the assistant's pane
)

// post is a message as Slack takes it.
type post struct {
	text   string
	blocks []api.Block
}

// view says how a reply is to be rendered.
type view struct {
	place place
	asked string // the question to be shown above the answer, "" for none
}

// render puts a reply into blocks. What does not fit is left out whole, the last
// snippets first, and the reply says so.
func render(r bot.Reply, v view) post {
	value := shield(r.Turn.Encode())
	if utf8.RuneCountInString(value) > maxValue {
		value = "" // no button that needs it
	}
	var head []api.Block
	if v.asked != "" {
		head = append(head, section("*"+words(plain.Clip(plain.OneLine(v.asked), maxSection/10))+"*"))
	}
	if r.Text != "" {
		head = append(head, paragraphs(r.Text)...)
	}
	export := preformatted(r.Export)
	foot := append(notes(r.Notes), buttons(r, v.place, value)...)
	free := maxTotal - size(head) - size(export) - size(foot)
	if free < 0 {
		export = []api.Block{section(words("That is too long for Slack. Ask for one quote at a time, as in “cite 1 bibtex”."))}
		free = maxTotal - size(head) - size(export) - size(foot)
	}
	blocks, quotes, shown := head, snippets(r, v.place, value), 0
	for i, one := range quotes {
		// Room is kept for the note on what is left out.
		if free -= size(one); free < maxSection/10 || len(blocks)+len(one)+len(export)+len(foot) >= maxBlocks {
			break
		}
		blocks, shown = append(blocks, one...), i+1
	}
	if shown > 0 && shown < len(r.Snippets) && !r.Passage {
		return render(r.First(shown), v) // whose buttons go on from there
	}
	if left := len(quotes) - shown; left > 0 {
		blocks = append(blocks, section(fmt.Sprintf("%d more would be too long for one message in Slack.", left)))
	}
	blocks = append(append(blocks, export...), foot...)
	return post{text: spoken(r, v.asked), blocks: blocks}
}

// snippets renders the quotes of a reply, each with its citation; of a passage, the
// paragraphs are one text, and its one citation is the last.
func snippets(r bot.Reply, at place, value string) [][]api.Block {
	var all, cited [][]api.Block
	for _, s := range r.Snippets {
		if r.Full && len(s.Marks) == 1 && s.Marks[0].Len() == len(s.Quote) {
			s.Marks = nil // what is all marked is not marked
		}
		blocks := quote(s.Quote, s.Marks)
		cite := section(fmt.Sprintf("*%d* · %s", s.Cite.N, citation(s.Cite)))
		switch {
		case r.Passage:
			if all = append(all, blocks); len(s.Marks) > 0 {
				cited = [][]api.Block{{cite}}
			}
			continue
		case r.Full:
			cite = section(fields(s.Cite))
		case handy(value):
			cite.Accessory = api.NewAccessory(button(at, bot.AroundCommand(s.Cite.N), value, "Around this quote"))
		}
		all = append(all, append(blocks, cite))
	}
	return append(all, cited...)
}

// citation is a citation in one line, its headline linked to the passage.
func citation(of answer.Citation) string {
	c := bot.Cite(of)
	name := plain.Join(" ", c.Headline, c.Article) // there is one of them, or a link
	if u, err := url.Parse(c.Link); name == "" && err == nil {
		name = u.Hostname()
	}
	return plain.Join(" · ", words(c.Outlet), link(bot.LinkToQuote(of), plain.OneLine(name)), words(c.Byline), words(c.Published), words(c.Place), words(c.Voice))
}

// fields is all that is known of a citation, a field to a line.
func fields(of answer.Citation) string {
	c := bot.Cite(of)
	lines := []string{fmt.Sprintf("*Quote %d*", of.N)}
	for _, f := range [...]struct{ name, value string }{
		{"Outlet", words(c.Outlet)},
		{"Headline", words(plain.OneLine(c.Headline))},
		{"Article", words(c.Article)},
		{"Byline", words(c.Byline)},
		{"Published", words(c.Published)},
		{"Section", words(c.Section)},
		{"Place", plain.Join(", ", words(c.Place), words(c.Voice))},
		{"Link", link(bot.LinkToQuote(of), "")},
	} {
		if f.value != "" {
			lines = append(lines, f.name+": "+f.value)
		}
	}
	return strings.Join(lines, "\n")
}

// notes renders the sentences under the snippets, in small print.
func notes(all []string) []api.Block {
	text := ""
	for _, n := range all {
		n = words(n)
		if utf8.RuneCountInString(text)+utf8.RuneCountInString(n) < maxSection {
			text = plain.Join("\n", text, n)
		}
	}
	if text == "" {
		return nil
	}
	return []api.Block{api.NewContextBlock("", mrkdwn(text))}
}

// spoken is the reply as sentences, for notifications and for those who have it
// read to them (https://docs.slack.dev/messaging/formatting-message-text).
func spoken(r bot.Reply, asked string) string {
	text := plain.Join("\n", words(plain.Clip(plain.OneLine(asked), maxText/8)), words(plain.Clip(r.Text, maxText/2)), words(plain.Clip(r.Export, maxText/4)))
	for _, s := range r.Snippets {
		c := bot.Cite(s.Cite)
		more := "\n" + words(fmt.Sprintf("“%s” (%s)", plain.OneLine(s.Quote), plain.Join(", ", c.Outlet, c.Headline, c.Published, c.Place)))
		if utf8.RuneCountInString(text)+utf8.RuneCountInString(more) > maxText {
			break
		}
		text += more
	}
	if text == "" {
		text = "A reply"
	}
	return text
}

// size is the size of blocks as JSON, which is what [maxTotal] is compared with.
// Blocks of which one is itself too large have that size at least.
func size(blocks []api.Block) int {
	for _, b := range blocks {
		if s, ok := b.(*api.SectionBlock); ok && utf8.RuneCountInString(s.Text.Text) > maxSection {
			return maxTotal
		}
	}
	b, err := json.Marshal(blocks)
	if err != nil {
		return maxTotal // what cannot be sent does not fit
	}
	return utf8.RuneCount(b)
}

func section(text string) *api.SectionBlock { return api.NewSectionBlock(mrkdwn(text), nil, nil) }

// mrkdwn is text with markup. Nothing in it is made a link or a mention for being
// like one.
func mrkdwn(text string) *api.TextBlockObject {
	return &api.TextBlockObject{Type: api.MarkdownType, Text: text, Verbatim: true}
}

// unformatted is text without markup.
func unformatted(text string) *api.TextBlockObject {
	emoji := false
	return &api.TextBlockObject{Type: api.PlainTextType, Text: text, Emoji: &emoji}
}

// words is text of an article or a person as mrkdwn that shows it and does nothing
// else: what Slack would parse is escaped
// (https://docs.slack.dev/messaging/formatting-message-text#escaping), and what
// would format, for which there is no escape, is replaced by its like.
func words(s string) string { return inert.Replace(escape(s)) }

var inert = strings.NewReplacer("*", "∗", "_", "＿", "~", "∼", "`", "ˋ")

// escape escapes text, whatever it holds, and shows what could turn the direction
// of what follows, or worse, as a sign.
func escape(s string) string {
	return escapes.Replace(plain.Visible(s))
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// link is a link that shows a label, or itself where that is "". Without an
// address that is safe to follow it is the label alone.
func link(address, label string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return words(label)
	}
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("<>|\"`\\^{}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	switch address = escapes.Replace(b.String()); {
	case len(address) > maxLink/2: // a link that is cut leads elsewhere
		return words(label)
	case label == "":
		return "<" + address + ">"
	}
	return "<" + address + "|" + words(label) + ">"
}

// formats matches text in which mrkdwn would see formats or emoji.
var formats = regexp.MustCompile("[*_~`]|:[a-zA-Z0-9_+-]+:")

// quote renders a quote, to the letter: with its marks in bold, or without, as
// plain text, where it holds what mrkdwn would take for formats. A very long one is
// divided between words.
func quote(text string, marks []bot.Span) []api.Block {
	object := unformatted(escape(text))
	if !formats.MatchString(text) {
		object = mrkdwn("> " + strings.ReplaceAll(bold(text, marks), "\n", "\n> "))
	}
	half := len(text) / 2
	if utf8.RuneCountInString(object.Text) <= maxSection || half == 0 {
		return []api.Block{api.NewSectionBlock(object, nil, nil)}
	}
	cut := strings.LastIndexAny(text[:half], " \n") + 1
	if cut == 0 {
		for cut = half; cut > 0 && !utf8.RuneStart(text[cut]); cut-- {
		}
	}
	var left, right []bot.Span
	for _, m := range marks {
		if m.Start < cut {
			left = append(left, bot.Span{Start: m.Start, End: min(m.End, cut)})
		}
		if m.End > cut {
			right = append(right, bot.Span{Start: max(m.Start, cut) - cut, End: m.End - cut})
		}
	}
	return append(quote(text[:cut], left), quote(text[cut:], right)...)
}

// bold escapes a quote and sets its marks in bold. A mark that stands where Slack
// would see no more than asterisks, inside a word, is left as it is.
func bold(text string, marks []bot.Span) string {
	var b strings.Builder
	at := 0
	for i := 0; i < len(marks); i++ {
		m := marks[i]
		for i+1 < len(marks) && strings.TrimLeft(text[m.End:marks[i+1].Start], " ") == "" {
			i++
			m.End = marks[i].End
		}
		marked := text[m.Start:m.End]
		before, _ := utf8.DecodeLastRuneInString(text[:m.Start])
		after, _ := utf8.DecodeRuneInString(text[m.End:])
		if !apart(before) || !apart(after) || strings.TrimSpace(marked) != marked || strings.Contains(marked, "\n") {
			continue
		}
		b.WriteString(escape(text[at:m.Start]) + "*" + escape(marked) + "*")
		at = m.End
	}
	return b.String() + escape(text[at:])
}

// apart reports whether a mark of bold may stand beside r; a [utf8.RuneError]
// stands for the text's end.
func apart(r rune) bool {
	return r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsPunct(r)
}

// paragraphs puts text that is not yet escaped into sections.
func paragraphs(text string) []api.Block {
	var blocks []api.Block
	for _, piece := range plain.Pieces(text, fits) {
		if strings.TrimSpace(piece) != "" {
			blocks = append(blocks, section(words(piece)))
		}
	}
	return blocks
}

// preformatted shows text as it is, monospaced.
func preformatted(text string) []api.Block {
	const fence = "```"
	var blocks []api.Block
	for _, piece := range plain.Pieces(text, fits) {
		piece = strings.ReplaceAll(escape(strings.TrimRight(piece, "\n")), fence, "ˋˋˋ")
		blocks = append(blocks, section(fence+"\n"+piece+"\n"+fence))
	}
	return blocks
}

// fits reports whether text, when it is escaped, fits into a section, with a little
// markup around it.
func fits(text string) bool { return utf8.RuneCountInString(words(text)) <= maxSection-maxMarkup }

// maxMarkup is the length of what is put around a text.
const maxMarkup = 10
