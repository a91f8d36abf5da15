package slack

import (
	"strings"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/plain"
)

// actionFeedback is the action of the feedback buttons in the assistant's pane. Their value
// says which was pressed.
const actionFeedback = "feedback"

// actionPrefix begins every button's action id, such as "newshound1/thread/around 2", and
// changes when their form does. The button's value is the turn that it belongs to, so that
// it works after a restart and in another process.
const actionPrefix = "newshound1"

func actionID(at place, command string) string {
	return actionPrefix + "/" + string(at) + "/" + shield.Replace(command)
}

// pressed returns what a button does and its turn, from its action id and value. It is not
// ok for a button that is not ours, or is of another version.
func pressed(action, value string) (at place, command string, turn bot.Turn, ok bool) {
	part := strings.SplitN(action, "/", 3)
	if len(part) != 3 || part[0] != actionPrefix {
		return "", "", turn, false
	}
	at, command = place(part[1]), unshield.Replace(part[2])
	if command == actionFeedback {
		command = value
	}
	if _, ok := bot.Opinion(command); ok {
		return at, command, turn, true
	}
	turn, err := bot.DecodeTurn(unshield.Replace(value))
	return at, command, turn, err == nil && turn != bot.Turn{}
}

// handy reports whether a value is short enough to be on many buttons of a message, whose
// length includes them.
func handy(value string) bool { return value != "" && len(value) <= maxValue/3 }

// A button's value and command are encoded without the characters that Slack may return escaped
// (https://github.com/slackapi/bolt-python/issues/513).
var (
	shield   = strings.NewReplacer("%", "%25", "&", "%26", "<", "%3C", ">", "%3E")
	unshield = strings.NewReplacer("%25", "%", "%26", "&", "%3C", "<", "%3E", ">")
)

// buttons returns the buttons under a reply, and the offers that get none because their
// question is too long, or there are too many.
func buttons(r bot.Reply, at place, value string) (blocks []api.Block, left []bot.Action) {
	// Only an answer is shared, for that asks its question again.
	all, own := bot.Offers(r, bot.Place{Direct: at == direct || at == pane, Private: at == private && r.Outcome != ""})
	var row []api.BlockElement
	for i, a := range all {
		if value != "" && i < maxRow-len(own) && (i < 2 || (i+1)*len(value) <= maxTotal/3) {
			row = append(row, button(at, a.Command, value, a.Label))
		} else {
			left = append(left, a)
		}
	}
	for _, a := range own {
		_, opinion := bot.Opinion(a.Command)
		switch {
		case a.Command == bot.ShareCommand && value != "":
			row = append(row, button(at, a.Command, value, a.Label))
		case opinion && at != pane:
			row = append(row, button(at, a.Command, a.Command, a.Label))
		}
	}
	if len(row) > 0 {
		blocks = append(blocks, api.NewActionBlock("", row...))
	}
	if r.Outcome != "" && at == pane {
		// https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
		blocks = append(blocks, api.NewContextActionsBlock("", api.NewFeedbackButtonsBlockElement(actionID(at, actionFeedback),
			api.NewFeedbackButton(unformatted("Helpful"), bot.HelpfulCommand), api.NewFeedbackButton(unformatted("Not helpful"), bot.UnhelpfulCommand))))
	}
	return blocks, left
}

// button is a button. A label that is too long for Slack, once escaped, is cut.
func button(at place, command, value, label string) *api.ButtonBlockElement {
	text := escape(plain.Clip(label, maxLabel))
	for n := maxLabel; plain.Length(text) > maxLabel; n-- {
		text = escape(plain.Clip(label, n))
	}
	return api.NewButtonBlockElement(actionID(at, command), value, unformatted(text))
}
