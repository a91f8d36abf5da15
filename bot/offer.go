package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"newshound/bot/cite"
	"newshound/bot/phrase"
)

// The commands of buttons that the adapter carries out, not the relay.
const (
	// DirectCommand sends the citations as a direct message.
	DirectCommand = "dm"
	// ShareCommand shows everyone what only the asker sees.
	ShareCommand = "share"
	// HelpfulCommand and UnhelpfulCommand tell what a reader thinks of an answer.
	HelpfulCommand   = "helpful"
	UnhelpfulCommand = "unhelpful"
)

// Opinion returns what is to be counted of a command that tells an opinion. It reports
// false for any other.
func Opinion(command string) (e Event, ok bool) {
	e, ok = map[string]Event{HelpfulCommand: EventHelpful, UnhelpfulCommand: EventUnhelpful}[command]
	return e, ok
}

// Once reports whether a command is to be carried out only once for each button: what it
// does lasts, for it is counted, or shown to all.
func Once(command string) bool {
	_, opinion := Opinion(command)
	return opinion || command == ShareCommand
}

// Place describes where a reply is shown, as far as its buttons depend on that.
type Place struct {
	Direct  bool // in direct messages with the bot: there is no need to send any
	Private bool // only the asker sees it, and may share it
	InPlace bool // a page takes the place of the one before, and so there is a way back
}

// Offers returns the buttons under a reply in their order, each command once: all are those
// that anyone may use, own those that only the asker sees. [AroundCommand] is not among them,
// since that button stands beside its quote.
func Offers(r Reply, p Place) (all, own []Action) {
	switch {
	case r.Full || r.Export != "":
		for _, s := range cite.OfferedStyles() {
			all = append(all, Action{s.Title, CiteCommand(0, s.Name)})
		}
	case len(r.Snippets) > 0:
		more := "More"
		if p.InPlace && !r.Passage && r.Snippets[0].Cite.N > 1 { // a passage has no pages
			all = append(all, Action{"←", BackCommand})
			more = "→"
		}
		if r.More {
			all = append(all, Action{more, MoreCommand})
		}
		if p.Direct {
			all = append(all, Action{"Citations", CiteCommand(0, "")})
		} else {
			all = append(all, Action{"Citations in DM", DirectCommand})
		}
	}
	for _, a := range r.Actions {
		if !slices.ContainsFunc(all, func(b Action) bool { return b.Command == a.Command }) {
			all = append(all, a)
		}
	}
	if p.Private && !p.Direct {
		own = append(own, Action{"Share", ShareCommand})
	}
	if r.Outcome != "" {
		own = append(own, Action{"Helpful", HelpfulCommand}, Action{"Not helpful", UnhelpfulCommand})
	}
	return all, own
}

// Typed says in a sentence what to write for the commands that have no button. It is ""
// where there are none.
func Typed(left []Action) string {
	const most = 300 // characters
	var words []string
	size, more := 0, 0
	for _, a := range left {
		word := "“" + a.Command + "”"
		if a.Command == DirectCommand {
			word = "“" + CiteCommand(0, "") + "”"
		}
		n := utf8.RuneCountInString(word)
		if size+n > most {
			more++
			continue
		}
		words, size = append(words, word), size+n
	}
	text := strings.Join(words, ", ")
	switch {
	case len(left) == 0:
		return ""
	case text == "":
		return phrase.Count(more, "further command") + " cannot be shown here: they are too long."
	case more > 0:
		text += " and " + phrase.Count(more, "command") + " more"
	}
	return "There is no room for a button, but you can write: " + text + "."
}
