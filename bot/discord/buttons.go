package discord

import (
	"slices"
	"strings"

	"newshound/bot"
	"newshound/bot/internal/plain"
)

// What a button does beside the commands of package bot.
const (
	actDM    = "dm"    // citations in a direct message
	actShare = "share" // a private answer for all to see
	actGood  = "good"  // feedback
	actBad   = "bad"   // feedback
)

// idVersion begins every custom_id of ours. A change of the form has another.
const idVersion = "n2 "

// customID returns the custom_id of a button under the reply that left a turn: the turn
// with the command in place of the question, which stands in the message that the button
// is part of. Together they are all that is needed, after a restart too.
func customID(command string, t bot.Turn) string {
	t.Question = command
	return idVersion + t.Encode()
}

// parseCustomID returns the command of a custom_id, and the turn without its question.
// It reports false for what is none of ours.
func parseCustomID(id string) (command string, t bot.Turn, ok bool) {
	text, ok := strings.CutPrefix(id, idVersion)
	t, err := bot.DecodeTurn(text)
	command, t.Question = t.Question, ""
	return command, t, ok && err == nil && command != ""
}

const (
	// maxButtons is how many buttons stand in a row, maxActions how many commands a
	// reply may offer besides: far more than it does
	// (https://docs.discord.com/developers/components/reference#action-row).
	maxButtons = 5
	maxActions = 10
	// maxLabel is how long the text of a button may be
	// (https://docs.discord.com/developers/components/reference#button-button-structure).
	maxLabel = 80
)

// row collects the buttons under a reply that left a turn.
type row struct {
	turn    bot.Turn
	buttons []component
}

// add adds a button, unless it is there, or its command does not fit into a custom_id:
// half a command would be another one.
func (r *row) add(label, command string) {
	id := customID(command, r.turn)
	if length(id) > maxCustomID || slices.ContainsFunc(r.buttons, func(b component) bool { return b.CustomID == id }) {
		return
	}
	r.buttons = append(r.buttons, component{Type: typeButton, Style: styleSecondary, Label: plain.Clip(label, maxLabel), CustomID: id})
}

// rows returns the buttons under a reply that answers a question.
func rows(r bot.Reply, v view) []component {
	use, rate := row{turn: r.Turn}, row{turn: r.Turn}
	switch {
	case r.Full || r.Export != "":
		for _, style := range bot.Styles() {
			use.add(style.Does, bot.CiteCommand(0, style.Name))
		}
	case len(r.Snippets) > 0:
		more := "More"
		if !r.Passage && r.Snippets[0].Cite.N > 1 { // a passage has no pages
			use.add("←", bot.BackCommand)
			more = "→"
		}
		if r.More {
			use.add(more, bot.MoreCommand)
		}
		if v.direct {
			use.add("Citations", bot.CiteCommand(0, ""))
		} else {
			use.add("Citations in DM", actDM)
		}
	}
	for _, a := range r.Actions[:min(len(r.Actions), maxActions)] {
		use.add(a.Label, a.Command)
	}
	if v.private && !v.direct {
		use.add("Share", actShare)
	}
	if r.Outcome != "" {
		rate.add("Helpful", actGood)
		rate.add("Not helpful", actBad)
	}
	var out []component
	for _, all := range [][]component{use.buttons, rate.buttons} {
		for some := range slices.Chunk(all, maxButtons) {
			out = append(out, component{Type: typeRow, Components: some})
		}
	}
	return out
}

// shared returns the message of a private answer as it is to be shared: without the
// button that shared it, and without feedback, which was the asker's.
func shared(list []component) []component {
	var out []component
	for _, c := range list {
		if c.Type == typeButton && c.CustomID != "" {
			if command, _, ok := parseCustomID(c.CustomID); !ok || command == actShare || command == actGood || command == actBad {
				continue
			}
		}
		if len(c.Components) > 0 {
			if c.Components = shared(c.Components); len(c.Components) == 0 {
				continue
			}
		}
		if c.Type == typeText || c.Type == typeButton || len(c.Components) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// echoed returns the question that a message of ours answers, "" if it tells none.
func echoed(list []component) string {
	for _, c := range list {
		if c.Type == typeText && c.ID == echoID {
			if text, ok := strings.CutPrefix(c.Content, echoPrefix); ok {
				return unescaped(text)
			}
		}
	}
	return ""
}
