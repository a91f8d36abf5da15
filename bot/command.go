package bot

import (
	"fmt"
	"strconv"
	"strings"
)

// The commands of buttons without a number.
const (
	// MoreCommand asks for the quotes after those shown.
	MoreCommand = "more"
	// BackCommand asks for the quotes before those shown last.
	BackCommand = "back"
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

// commands returns the commands that are offered, the adapter's last.
func (r *Relay) commands() []Command {
	return append([]Command{
		{"help", "this text"},
		{"sources", "what the answers are drawn from"},
		{"cite 2", "quote 2 in its paragraph, and all that is known of its article"},
		{"cite", "the same for every quote of the last answer"},
	}, r.options.Commands...)
}

// helpText is the reply to "help".
func (r *Relay) helpText() string {
	var b strings.Builder
	b.WriteString("Ask a question about the coverage in plain words. The answer is a few quotes from its articles, " +
		"each cited, or “The coverage does not say.”\n")
	for _, c := range r.commands() {
		fmt.Fprintf(&b, "\n• %s: %s", c.Name, c.Does)
	}
	return b.String()
}

// commandNames lists the commands' names.
func (r *Relay) commandNames() string {
	var names []string
	for _, c := range r.commands() {
		if !strings.Contains(c.Name, " ") {
			names = append(names, c.Name)
		}
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// command is what a message asks of the bot itself.
type command struct {
	verb verb
	n    int    // for cite: the citation's number, or 0 for all
	name string // for unknown: what was typed
}

type verb int

const (
	question verb = iota // no command: a question for the engine
	help
	sources
	cite
	miscite // cite, with something that is no number
	unknown // a word with a slash that is no command
)

// parseCommand recognises the commands: a message that is nothing but "help",
// "sources", "cite" or "cite 2", in any case, with or without a leading slash.
// Whatever else begins with a slash is a command that does not exist; the rest
// are questions, "help me understand the summit" among them.
func parseCommand(text string) command {
	words := strings.Fields(strings.TrimRight(strings.TrimSpace(text), ".!?"))
	if len(words) == 0 {
		return command{verb: question}
	}
	name, slash := strings.CutPrefix(words[0], "/")
	args := words[1:]
	switch strings.ToLower(name) {
	case "help":
		if len(args) == 0 || slash {
			return command{verb: help}
		}
	case "sources":
		if len(args) == 0 || slash {
			return command{verb: sources}
		}
	case "cite":
		switch {
		case len(args) == 0:
			return command{verb: cite}
		case len(args) == 1:
			// The number as it may be copied from a reply: 2, #2, [2].
			if n, err := strconv.Atoi(strings.Trim(args[0], "#[]()")); err == nil {
				if n < 1 {
					return command{verb: miscite}
				}
				return command{verb: cite, n: n}
			}
		}
		if slash {
			return command{verb: miscite}
		}
	}
	if slash {
		return command{verb: unknown, name: words[0]}
	}
	return command{verb: question}
}
