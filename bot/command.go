package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"newshound/answer"
	"newshound/bot/cite"
	"newshound/bot/phrase"
)

// The commands of buttons without a number.
const (
	// MoreCommand asks for the quotes after those shown.
	MoreCommand = "more"
	// BackCommand asks for the quotes before those shown last.
	BackCommand = "back"
	// AgainCommand asks for the quotes shown last once more, as for others to see.
	AgainCommand = "again"
	// TimelineCommand asks the last question for what each article says of it, in the
	// order of publication, CompareCommand for what each outlet says, and
	// QuotesCommand again for the quotes that answer it best.
	TimelineCommand = string(answer.Timeline)
	CompareCommand  = string(answer.Compare)
	QuotesCommand   = "quotes"
	// QuoteCommand, with a slash and a text, asks whether that is a quote from the
	// coverage.
	QuoteCommand = string(answer.CheckQuote)
	// AskCommand, with a slash and a question, asks that.
	AskCommand = "ask"
	// HelpCommand asks what the bot can do.
	HelpCommand = "help"
	// SourcesCommand asks what the answers are drawn from.
	SourcesCommand = "sources"
)

// CiteCommand returns the command that asks for the citation of quote n, or where
// n is 0 of every quote shown last, in a style ("apa", "bibtex" …), or where style is
// "" for the quote in its paragraph with all that is known of its article.
func CiteCommand(n int, style string) string {
	text := "cite"
	if n > 0 {
		text += " " + strconv.Itoa(n)
	}
	if style != "" {
		text += " " + style
	}
	return text
}

// AroundCommand returns the command that asks for the paragraphs around quote n.
func AroundCommand(n int) string { return "around " + strconv.Itoa(n) }

// Command is a command and, in a few words, what it does.
type Command struct{ Name, Does string }

// Commands returns the commands that every relay carries out and that help lists, in its
// order.
func Commands() []Command {
	return []Command{
		{HelpCommand, "this text"},
		{SourcesCommand, "what the answers are drawn from; also “which outlets are there?”, or sections, or authors"},
		{CiteCommand(2, ""), "quote 2 in its paragraph, and all that is known of its article"},
		{CiteCommand(0, ""), "the same for every quote shown last"},
		{CiteCommand(2, cite.Styles()[0].Name), "its article for a list of references, in a style: " + styleNames()},
		{AroundCommand(2), "quote 2 between the paragraphs before and after it"},
		{MoreCommand, "further quotes"},
		{BackCommand, "the quotes before these"},
		{TimelineCommand, "what each article says of it, in the order of publication; also “timeline:” and a question"},
		{CompareCommand, "what each outlet says of it; also “compare:” and a question"},
		{QuoteCommand + ": the words", "whether the coverage has them, where, and what was changed"},
		{QuotesCommand, "the quotes that answer it best"},
	}
}

// commands returns the commands that are offered, the adapter's last.
func (r *Relay) commands() []Command { return append(Commands(), r.options.Commands...) }

// helpText is the reply to "help".
func (r *Relay) helpText() string {
	var b strings.Builder
	b.WriteString("Ask a question about the coverage in plain words. The answer is a few quotes from its articles, " +
		"each cited, or “The coverage does not say.”\n")
	for _, c := range r.commands() {
		fmt.Fprintf(&b, "\n• %s: %s", c.Name, c.Does)
	}
	b.WriteString("\n\nA question can be narrowed down: outlet:\"The Hill\", section:politics, byline:\"Joe Doe\", said:Wray, " +
		"from:2018-07-01, to:2018-07-31, \"these very words\", -without; or in words: according to The Hill, since Friday.\n\n" +
		"Filters alone, or “what’s new?”, list the newest articles.\n\n" +
		"A question can go on from the one before: “and Putin?”, “what else did he say?”, “only The Hill”.")
	return b.String()
}

// commandNames lists the commands' names, each once.
func (r *Relay) commandNames() string {
	var names []string
	for _, c := range r.commands() {
		if name, _, _ := strings.Cut(strings.ReplaceAll(c.Name, ":", ""), " "); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return phrase.Join(names, " and ")
}
