package discord

import (
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"newshound/bot"
	"newshound/bot/internal/plain"
)

// idVersion begins each of our custom_ids, and changes when their form does.
const idVersion = "n3 "

// customID returns the custom_id of a button under a reply with turn t: the turn with the
// command in place of the question, which is in the button's message. Together they are all
// that is needed, also after a restart.
func customID(command string, t bot.Turn) string {
	t.Question, t.Earlier = command, ""
	return idVersion + t.Encode()
}

// parseCustomID returns the command of a custom_id, and the turn without its question. It
// reports false for an id that is not ours.
func parseCustomID(id string) (command string, t bot.Turn, ok bool) {
	text, ok := strings.CutPrefix(id, idVersion)
	t, err := bot.DecodeTurn(text)
	command, t.Question = t.Question, ""
	return command, t, ok && err == nil && command != "" && t.Earlier == "" // which has no room
}

const (
	// maxButtons is how many buttons stand in a row
	// (https://docs.discord.com/developers/components/reference#action-row).
	maxButtons = 5
	// maxLabel is how long the text of a button may be
	// (https://docs.discord.com/developers/components/reference#button-button-structure).
	maxLabel = 80
)

// button is a button that has a command carried out.
func button(a bot.Action, t bot.Turn) component {
	return component{
		Type: discordgo.ButtonComponent, Style: discordgo.SecondaryButton, Label: plain.Clip(a.Label, maxLabel), CustomID: customID(a.Command, t),
	}
}

// linkButton is a button that leads elsewhere.
func linkButton(label, address string) component {
	return component{Type: discordgo.ButtonComponent, Style: discordgo.LinkButton, Label: label, URL: address}
}

// row is buttons side by side.
func row(buttons ...component) component {
	return component{Type: discordgo.ActionsRowComponent, Components: buttons}
}

// rows returns the buttons for a reply's offers, within room components, and the offers that
// get none. One row of buttons for everyone and the asker's own are always there. A command
// that does not fit into a custom_id gets no button, for half of it would be another command;
// and without the question in the message there are no buttons.
func rows(r bot.Reply, at bot.Place, room int) (out []component, left []bot.Action) {
	all, own := bot.Offers(r, at)
	if !echoes(r) {
		return nil, all
	}
	var buttons []component
	room -= len(own) + 1
	for _, a := range all {
		n := len(buttons) + 1
		size := n + (n+maxButtons-1)/maxButtons
		if length(customID(a.Command, r.Turn)) > maxCustomID || n > maxButtons && size > room {
			left = append(left, a)
			continue
		}
		buttons = append(buttons, button(a, r.Turn))
	}
	for some := range slices.Chunk(buttons, maxButtons) {
		out = append(out, row(some...))
	}
	var asker []component
	for _, a := range own {
		asker = append(asker, button(a, r.Turn))
	}
	if len(asker) > 0 {
		out = append(out, row(asker...))
	}
	return out, left
}

// shared returns a private answer's components for sharing: without the last row, which is
// the asker's own.
func shared(list []component) []component {
	return slices.DeleteFunc(list, func(c component) bool {
		return slices.ContainsFunc(c.Components, func(b component) bool {
			command, _, ok := parseCustomID(b.CustomID)
			return ok && command == bot.ShareCommand
		})
	})
}

// echoes reports whether a reply repeats its question, which the buttons need.
func echoes(r bot.Reply) bool {
	return r.Turn.Question != "" && length(inert(r.Turn.Question)) <= maxEcho
}

// echoPrefix begins the text that repeats the question, in small print. No other text
// of a message begins so.
const echoPrefix = "-# "

// echoed returns the question that one of our messages repeats, "" for none.
func echoed(list []component) string {
	for _, c := range list {
		if text, ok := strings.CutPrefix(c.Content, echoPrefix); ok {
			return unescaped(text)
		}
	}
	return ""
}
