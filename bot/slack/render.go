package slack

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	api "github.com/slack-go/slack"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/cite"
	"newshound/bot/internal/plain"
)

// The limits of a message, in characters (see [plain.Length])
// (https://docs.slack.dev/reference/block-kit/blocks, …/block-elements/button-element).
const (
	maxSection = 3000  // of the text of a section
	maxBlocks  = 50    // of a message
	maxLabel   = 75    // of a button's text
	maxValue   = 2000  // of a button's value
	maxRow     = 25    // of buttons beside each other
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

// render puts a reply into blocks, for a place, below a question, "" for none. Snippets that
// do not fit are left out whole, the last ones first, and the reply says so.
func render(r bot.Reply, at place, asked string) post {
	r = r.Fit(func(r bot.Reply) bool { return fit(compose(r, at, asked).blocks) })
	p := compose(r, at, asked)
	if short, is := narrow(r); is && !fit(p.blocks) {
		if q := compose(short, at, asked); fit(q.blocks) {
			return q
		}
	}
	if !fit(p.blocks) {
		r.Snippets, r.Export = nil, ""
		r.Notes = append([]string{tooLong}, r.Notes...)
		p = compose(r, at, asked)
	}
	return p
}

// tooLong stands for a single quote, or an export, that is too long.
const tooLong = "What belongs here is too long for a message in Slack. Ask for one quote at a time, as in “cite 1 bibtex”."

// narrow returns a reply that shows one quote in its paragraph with the quote alone. It reports
// false for any other reply.
func narrow(r bot.Reply) (bot.Reply, bool) {
	if !r.Full && !r.Passage || len(r.Snippets) != 1 || len(r.Snippets[0].Marks) != 1 {
		return r, false
	}
	s := r.Snippets[0]
	s.Quote, s.Marks = s.Quote[s.Marks[0].Start:s.Marks[0].End], nil
	r.Snippets = []answer.Snippet{s}
	r.Notes = append([]string{"The paragraph is too long for a message in Slack, and so this is the quote alone."}, r.Notes...)
	return r, true
}

// compose puts a reply into blocks, however many.
func compose(r bot.Reply, at place, asked string) post {
	value := shield.Replace(r.Turn.Encode())
	if !handy(value) {
		r.Turn.Earlier = ""
		value = shield.Replace(r.Turn.Encode())
	}
	if plain.Length(value) > maxValue {
		value = "" // no button that needs it
	}
	var head []api.Block
	if asked != "" {
		head = append(head, section("*"+words(plain.Clip(plain.OneLine(asked), maxSection/10))+"*"))
	}
	row, left := buttons(r, at, value)
	return post{text: spoken(r, asked), blocks: slices.Concat(head, sections(r.Text, prose), snippets(r, at, value),
		exported(r), notes(append(slices.Clip(r.Notes), bot.Typed(left))), row)}
}

// fit reports whether the blocks are within Slack's limits.
func fit(blocks []api.Block) bool {
	for _, b := range blocks {
		if s, ok := b.(*api.SectionBlock); ok && plain.Length(s.Text.Text) > maxSection {
			return false
		}
	}
	text, err := json.Marshal(blocks)
	return err == nil && len(blocks) <= maxBlocks && plain.Length(string(text)) <= maxTotal
}

// snippets renders the quotes of a reply, each with its citation. The paragraphs of a
// passage are one text with one citation: that of the paragraph with marks, or of the first.
func snippets(r bot.Reply, at place, value string) []api.Block {
	var blocks, cited []api.Block
	for _, s := range r.Snippets {
		if r.Full && len(s.Marks) == 1 && s.Marks[0].Len() == len(s.Quote) {
			s.Marks = nil // a quote that is marked from end to end needs no marks
		}
		blocks = append(blocks, quote(s.Quote, s.Marks)...)
		cite := section(fmt.Sprintf("*%d* · %s", s.Cite.N, citation(s.Cite)))
		switch {
		case r.Passage:
			if len(s.Marks) > 0 || cited == nil {
				cited = []api.Block{cite}
			}
			continue
		case r.Full:
			cite = section(fields(s.Cite))
		case handy(value):
			cite.Accessory = api.NewAccessory(button(at, bot.AroundCommand(s.Cite.N), value, "Around this quote"))
		}
		blocks = append(blocks, cite)
	}
	return append(blocks, cited...)
}

// citation is a citation in one line, its headline linked to the passage; another
// version of the article has a line of its own.
func citation(of answer.Citation) string {
	c := cite.Quote(of)
	name := plain.Join(" ", c.Headline, c.Article) // there is one of them, or a link
	if u, err := url.Parse(c.Link); name == "" && err == nil {
		name = u.Hostname()
	}
	line := plain.Join(" · ", words(c.Outlet), link(cite.LinkToQuote(of), plain.OneLine(name)), words(c.Byline), words(c.Published), words(c.Place), words(c.Speech), words(c.Also), words(c.Voice))
	return plain.Join("\n", line, words(c.Again))
}

// fields is the full citation, a field to a line.
func fields(of answer.Citation) string {
	lines := []string{fmt.Sprintf("*Quote %d*", of.N)}
	for _, f := range cite.Quote(of).Fields() {
		lines = append(lines, f.Name+": "+words(plain.OneLine(f.Value)))
	}
	if to := link(cite.LinkToQuote(of), ""); to != "" {
		lines = append(lines, "Link: "+to)
	}
	return strings.Join(lines, "\n")
}

// notes renders the sentences under the snippets, in small print.
func notes(all []string) []api.Block {
	var blocks []api.Block
	for _, text := range divide(strings.Join(all, "\n"), prose) {
		blocks = append(blocks, api.NewContextBlock("", text))
	}
	return blocks
}

// spoken is the reply as plain sentences, for notifications and screen readers
// (https://docs.slack.dev/messaging/formatting-message-text). Slack is told not to format it,
// so that quotes are exact here, too.
func spoken(r bot.Reply, asked string) string {
	text := plain.Join("\n", escape(plain.Clip(plain.OneLine(asked), maxText/8)), escape(plain.Clip(r.Text, maxText/2)), escape(plain.Clip(r.Export, maxText/4)))
	var lines []string
	for _, s := range r.Snippets {
		c := cite.Quote(s.Cite)
		lines = append(lines, fmt.Sprintf("“%s” (%s)", plain.OneLine(s.Quote), plain.Join(", ", c.Outlet, c.Headline, c.Published, c.Place, c.Speech)))
	}
	for _, line := range append(lines, r.Notes...) {
		more := "\n" + escape(line)
		if plain.Length(text)+plain.Length(more) > maxText {
			break
		}
		text += more
	}
	return text
}

func section(text string) *api.SectionBlock { return api.NewSectionBlock(mrkdwn(text), nil, nil) }

// mrkdwn is text with markup. Slack does not turn text that looks like a link or a mention
// into one.
func mrkdwn(text string) *api.TextBlockObject {
	return &api.TextBlockObject{Type: api.MarkdownType, Text: text, Verbatim: true}
}

// unformatted is text without markup.
func unformatted(text string) *api.TextBlockObject {
	emoji := false
	return &api.TextBlockObject{Type: api.PlainTextType, Text: text, Emoji: &emoji}
}

// words returns text of an article or a person as mrkdwn without any effect: what Slack
// would parse is escaped
// (https://docs.slack.dev/messaging/formatting-message-text#escaping), and formatting
// characters, for which there is no escape, are replaced by look-alikes.
func words(s string) string { return inert.Replace(escape(s)) }

var inert = strings.NewReplacer("*", "∗", "_", "＿", "~", "∼", "`", "ˋ")

// escape escapes any text for Slack, and replaces unsafe characters: see [plain.Visible].
func escape(s string) string {
	return escapes.Replace(plain.Visible(s))
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// link is a link with a label, "" for the address itself. If the address is not safe to
// follow, it is the label alone.
func link(address, label string) string {
	switch address = escapes.Replace(plain.Web(address)); {
	case address == "", len(address) > maxLink/2: // a link that is cut leads elsewhere
		return words(label)
	case label == "":
		return "<" + address + ">"
	}
	return "<" + address + "|" + words(label) + ">"
}

// emojiName matches the name of an emoji between its colons. Only two consist of digits, so
// 10:30:45 is a time.
const emojiName = `(?:[a-zA-Z0-9_+'-]*[a-zA-Z_+-][a-zA-Z0-9_+'-]*|100|1234)`

// formats matches what mrkdwn would take for formatting or emoji.
var formats = plain.Pattern("[*_~`]|:" + emojiName + ":")

// quote renders a quote exactly: with its marks in bold, or as plain text in quotation
// marks if mrkdwn would format something in it, or if it is too long for one section.
func quote(text string, marks []bot.Span) []api.Block {
	if whole := "> " + strings.ReplaceAll(bold(text, marks), "\n", "\n> "); !formats().MatchString(text) && plain.Length(whole) <= maxSection {
		return []api.Block{section(whole)}
	}
	return sections("“"+text+"”", func(piece string) *api.TextBlockObject { return unformatted(escape(piece)) })
}

// bold escapes a quote and sets its marks in bold, except marks where Slack would show
// asterisks instead, as inside a word.
func bold(text string, marks []bot.Span) string {
	var b strings.Builder
	at := 0
	for _, m := range bot.Runs(text, marks) {
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

// apart reports whether an asterisk beside r begins or ends bold text; [utf8.RuneError] is the
// end of the text. Beside Chinese and Japanese characters Slack shows the asterisk
// (https://github.com/openclaw/openclaw/pull/111575).
func apart(r rune) bool {
	const eastAsian = '\u2E80' // and what follows
	return r == utf8.RuneError || r < eastAsian && (unicode.IsSpace(r) || unicode.IsPunct(r))
}

// prose shows unescaped text as prose. In a list, the part before each colon is bold.
func prose(text string) *api.TextBlockObject {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if label, rest, ok := plain.Item(line); ok {
			lines[i] = "• *" + words(label) + "*: " + words(rest)
		} else {
			lines[i] = words(line)
		}
	}
	return mrkdwn(strings.Join(lines, "\n"))
}

// monospaced shows unescaped text in a code block.
func monospaced(text string) *api.TextBlockObject {
	const fence = "```"
	return mrkdwn(fence + "\n" + strings.ReplaceAll(escape(text), fence, "ˋˋˋ") + "\n" + fence)
}

// exported renders the export of a reply: links if it consists of them, else in a code block.
func exported(r bot.Reply) []api.Block {
	whole := true
	show := func(address string) string {
		to := link(address, "")
		whole = whole && to != ""
		return to
	}
	if text, ok := plain.Linked(r.Export, show, words); r.Links && ok && whole && plain.Length(text) <= maxSection {
		return []api.Block{section(text)}
	}
	return sections(r.Export, monospaced)
}

// sections shows text in as many sections as it takes.
func sections(text string, show func(string) *api.TextBlockObject) []api.Block {
	var blocks []api.Block
	for _, part := range divide(text, show) {
		blocks = append(blocks, api.NewSectionBlock(part, nil, nil))
	}
	return blocks
}

// divide shows text in pieces that a block has room for.
func divide(text string, show func(string) *api.TextBlockObject) []*api.TextBlockObject {
	fits := func(piece string) bool { return plain.Length(show(piece).Text) <= maxSection }
	var all []*api.TextBlockObject
	for _, piece := range plain.Pieces(text, fits) {
		if piece = strings.TrimRight(piece, "\n"); strings.TrimSpace(piece) != "" {
			all = append(all, show(piece))
		}
	}
	return all
}
