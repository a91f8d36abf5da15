package discord

import (
	"strconv"
	"strings"

	"newshound/bot"
)

// What a button does.
const (
	actMore    = "more"
	actBack    = "back"
	actAround  = "around" // arg: the quote's number
	actDM      = "dm"     // citations in a direct message
	actCite    = "cite"   // arg: a style
	actShare   = "share"  // a private answer for all to see
	actGood    = "good"   // feedback
	actBad     = "bad"    // feedback
	idVersion  = "n1"     // a change of the form has another
	idDivision = ":"      // between the parts of a custom_id
	noSeal     = "-"      // in place of an empty one
)

// action is what a button asks for. With the question, which stands in the message
// that the button is part of, it is all that is needed, after a restart too.
type action struct{ verb, arg string }

// customID returns the custom_id of an action about the reply that left a turn: at
// most 100 characters.
func (a action) customID(t bot.Turn) string {
	seal := t.Seal
	if seal == "" {
		seal = noSeal
	}
	return strings.Join([]string{idVersion, a.verb, strconv.Itoa(t.Shown), seal, a.arg}, idDivision)
}

// parseCustomID returns the action and the turn of a custom_id, the latter without
// its question. It reports false for what is none of ours.
func parseCustomID(id string) (action, bot.Turn, bool) {
	part := strings.Split(id, idDivision)
	if len(id) > maxCustomID || len(part) != 5 || part[0] != idVersion {
		return action{}, bot.Turn{}, false
	}
	shown, err := strconv.Atoi(part[2])
	if err != nil || shown < 0 {
		return action{}, bot.Turn{}, false
	}
	return action{part[1], part[4]}, bot.Turn{Shown: shown, Seal: strings.TrimPrefix(part[3], noSeal)}, true
}

// command returns the words that the bot understands for an action, "" for those
// that are the adapter's own.
func (a action) command() string {
	switch a.verb {
	case actMore:
		return bot.MoreCommand
	case actBack:
		return bot.BackCommand
	case actDM:
		return bot.CiteCommand(0, "")
	case actAround:
		if n, err := strconv.Atoi(a.arg); err == nil && n > 0 {
			return bot.AroundCommand(n)
		}
	case actCite:
		for _, style := range bot.Styles() {
			if style.Name == a.arg {
				return bot.CiteCommand(0, style.Name)
			}
		}
	}
	return ""
}

// button returns a button.
func button(label string, a action, t bot.Turn) component {
	return component{Type: typeButton, Style: styleSecondary, Label: label, CustomID: a.customID(t)}
}

// rows returns the buttons under a reply that answers a question.
func rows(r bot.Reply, v view) []component {
	var turn, rate []component
	add := func(row *[]component, label, verb, arg string) {
		*row = append(*row, button(label, action{verb, arg}, r.Turn))
	}
	switch {
	case r.Full || r.Export != "":
		for _, style := range bot.Styles() {
			add(&turn, style.Does, actCite, style.Name)
		}
	case len(r.Snippets) > 0:
		if first := r.Snippets[0].Cite.N; r.Passage {
			// A passage has no pages.
		} else if first > 1 {
			add(&turn, "←", actBack, "")
			if r.More {
				add(&turn, "→", actMore, "")
			}
		} else if r.More {
			add(&turn, "More", actMore, "")
		}
		if v.direct {
			add(&turn, "Citations", actDM, "")
		} else {
			add(&turn, "Citations in DM", actDM, "")
		}
	}
	if v.private && !v.direct {
		add(&turn, "Share", actShare, "")
	}
	if r.Outcome != "" {
		add(&rate, "Helpful", actGood, "")
		add(&rate, "Not helpful", actBad, "")
	}
	var out []component
	for _, row := range [][]component{turn, rate} {
		for len(row) > 0 {
			n := min(len(row), maxButtons)
			out = append(out, component{Type: typeRow, Components: row[:n]})
			row = row[n:]
		}
	}
	return out
}

// maxButtons is how many buttons stand in a row
// (https://docs.discord.com/developers/components/reference#action-row).
const maxButtons = 5

// shared returns the message of a private answer as it is to be shared: without the
// button that shared it, and without feedback, which was the asker's.
func shared(list []component) []component {
	var out []component
	for _, c := range list {
		if c.Type == typeButton && c.CustomID != "" {
			if a, _, ok := parseCustomID(c.CustomID); !ok || a.verb == actShare || a.verb == actGood || a.verb == actBad {
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
