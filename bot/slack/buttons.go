package slack

import (
	"strconv"
	"strings"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/plain"
)

// What a button does beside the commands of package bot.
const (
	actionCite      = "dm"        // send the citations as a direct message
	actionShare     = "share"     // show the private answer to all in the channel; its number of quotes follows
	actionHelpful   = "helpful"   // call the answer helpful
	actionUnhelpful = "unhelpful" // … not helpful
	actionFeedback  = "feedback"  // one of the two, which the value tells
)

// opinions are what is counted of the answers' readers.
var opinions = map[string]bot.Event{actionHelpful: bot.EventHelpful, actionUnhelpful: bot.EventUnhelpful}

// actionPrefix begins the action id of every button, and changes when their form
// does: "newshound1/thread/around 2". The value is the turn that the button is on,
// so that it works after a restart and on another replica.
const actionPrefix = "newshound1"

func actionID(at place, command string) string {
	return actionPrefix + "/" + string(at) + "/" + command
}

// pressed tells what a button does, from its action id and value, and with what
// turn. It is not ok for a button that is none of ours, or of another version.
func pressed(action, value string) (at place, command string, turn bot.Turn, ok bool) {
	part := strings.SplitN(action, "/", 3)
	if len(part) != 3 || part[0] != actionPrefix {
		return "", "", turn, false
	}
	at, command = place(part[1]), part[2]
	switch command {
	case actionFeedback:
		_, ok = opinions[value]
		return at, value, turn, ok
	case actionHelpful, actionUnhelpful:
		return at, command, turn, true
	}
	turn, err := bot.DecodeTurn(unshield.Replace(value))
	return at, command, turn, err == nil && turn != bot.Turn{}
}

// handy reports whether a value is short enough to be on every button of a message
// that has many: they count as part of it.
func handy(value string) bool { return value != "" && len(value) <= maxValue/3 }

// The value of a button is shielded from what Slack may return escaped
// (https://github.com/slackapi/bolt-python/issues/513).
var (
	shield   = strings.NewReplacer("%", "%25", "&", "%26", "<", "%3C", ">", "%3E")
	unshield = strings.NewReplacer("%25", "%", "%26", "&", "%3C", "<", "%3E", ">")
)

// buttons are the buttons under a reply.
func buttons(r bot.Reply, at place, value string) []api.Block {
	var row []api.BlockElement
	add := func(command, label string) {
		if value != "" {
			row = append(row, button(at, command, value, label))
		}
	}
	quotes := len(r.Snippets) > 0 && r.Export == ""
	switch {
	case r.Full && quotes && handy(value):
		for _, s := range bot.Styles() {
			add(bot.CiteCommand(0, s.Name), s.Does)
		}
	case quotes && at != direct && at != pane:
		add(actionCite, "Citations in DM")
	case quotes:
		add(bot.CiteCommand(0, ""), "Citations")
	}
	if r.More {
		add(bot.MoreCommand, "More")
	}
	for _, a := range r.Actions {
		if handy(value) {
			add(a.Command, a.Label)
		}
	}
	if at == private && r.Outcome != "" {
		add(actionShare+" "+strconv.Itoa(len(r.Snippets)), "Share in channel")
	}
	var blocks []api.Block
	switch {
	case r.Outcome == "":
	case at == pane:
		// https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
		blocks = append(blocks, api.NewContextActionsBlock("", api.NewFeedbackButtonsBlockElement(actionID(at, actionFeedback),
			api.NewFeedbackButton(unformatted("Helpful"), actionHelpful), api.NewFeedbackButton(unformatted("Not helpful"), actionUnhelpful))))
	default:
		row = append(row, button(at, actionHelpful, actionHelpful, "Helpful"), button(at, actionUnhelpful, actionUnhelpful, "Not helpful"))
	}
	if len(row) > 0 {
		blocks = append([]api.Block{api.NewActionBlock("", row...)}, blocks...)
	}
	return blocks
}

func button(at place, command, value, label string) *api.ButtonBlockElement {
	return api.NewButtonBlockElement(actionID(at, command), value, unformatted(plain.Clip(label, maxLabel)))
}
