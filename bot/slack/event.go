package slack

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/slack-go/slack/socketmode"

	"newshound/bot"
	"newshound/bot/internal/plain"
	"newshound/bot/internal/tree"
)

// kind is what a person did.
type kind string

// The kinds.
const (
	asked    kind = "asked"    // wrote to the bot, in a channel or directly
	command  kind = "command"  // used the slash command
	shortcut kind = "shortcut" // used the message shortcut
	press    kind = "press"    // pressed a button
	home     kind = "home"     // opened the home tab
	opened   kind = "opened"   // opened the direct messages, or the assistant's pane
)

// event is something that a person did and that the bot has to react to, independent of
// Slack's form. The journal keeps it.
type event struct {
	Kind    kind   `json:"kind"`
	Team    string `json:"team,omitempty"`
	Channel string `json:"channel,omitempty"`
	Thread  string `json:"thread,omitempty"` // the timestamp of its first message, "" outside threads
	TS      string `json:"ts,omitempty"`     // the message's own
	User    string `json:"user,omitempty"`
	Text    string `json:"text,omitempty"`   // what was asked
	Action  string `json:"action,omitempty"` // the button's action id
	Value   string `json:"value,omitempty"`  // … and value
	Hook    string `json:"hook,omitempty"`   // the response URL of a command, a shortcut or a button
	Direct  bool   `json:"direct,omitempty"` // in a direct message
	Again   bool   `json:"again,omitempty"`  // it may have come to another process before
	Sign    string `json:"sign,omitempty"`   // the id of the answer to a message, see sign; older versions gave none
	Once    string `json:"once,omitempty"`   // the key of a button's action that is done only once
}

// errPayload is returned for a payload that cannot be read. It does not quote it.
var errPayload = errors.New("the payload is not in a known form")

// decode reads a payload of one of Socket Mode's types. It returns the event, nil if there is
// nothing to do, and the keys by which the same event is recognised when it comes again. For an
// unknown event there is nothing to do; it is not an error.
func decode(kind string, payload []byte) (e *event, keys []string, err error) {
	read, known := map[string]func(tree.JSON) (*event, []string){
		socketmode.RequestTypeEventsAPI: decodeEvent, socketmode.RequestTypeSlashCommands: decodeCommand, socketmode.RequestTypeInteractive: decodeInteraction,
	}[kind]
	if !known {
		return nil, nil, nil
	}
	p := tree.Parse(payload)
	if p == nil {
		return nil, nil, errPayload
	}
	e, keys = read(p)
	if e != nil && (e.User == "" || e.Channel == "" && e.Hook == "") {
		return nil, nil, errPayload // there is nobody, or nowhere, to answer
	}
	return e, keys, nil
}

// key makes an event's key out of the texts that identify it.
func key(part ...string) string { return strings.Join(part, "/") }

// keyOf returns the key made of the parts, among which is the name; without a name it returns none, or
// the event would be taken for all others without.
func keyOf(name string, part ...string) []string {
	if name == "" {
		return nil
	}
	return []string{key(part...)}
}

// decodeEvent reads an event of the Events API
// (https://docs.slack.dev/apis/events-api#event-type-structure).
func decodeEvent(p tree.JSON) (*event, []string) {
	self := p.Text("authorizations.user_id")
	text := said(p.Object("event"))
	keys := keyOf(p.Text("event_id"), "event", p.Text("event_id"))
	e := &event{
		Kind: asked, Team: p.Text("team_id"), Channel: p.Text("event.channel", "event.assistant_thread.channel_id"),
		Thread: p.Text("event.thread_ts", "event.assistant_thread.thread_ts"), TS: p.Text("event.ts"),
		User: p.Text("event.user", "event.assistant_thread.user_id"), Text: plainText(text),
	}
	switch kind := p.Text("event.type"); kind {
	case "app_mention", "message":
		e.Direct = p.Text("event.channel_type") == "im" || strings.HasPrefix(e.Channel, "D")
		mentioned := kind == "app_mention" || self != "" && strings.Contains(text, "<@"+self)
		// Of the subtypes, these are messages that people have written; the others
		// are edits, deletions and what is not said by anyone.
		human := slices.Contains([]string{"", "thread_broadcast", "file_share", "me_message"}, p.Text("event.subtype"))
		if e.User == "" || e.User == self || e.User == "USLACKBOT" || byApp(p.Object("event")) || !human || e.TS == "" || !e.Direct && !mentioned || editedLate(p) {
			return nil, nil
		}
		e.Sign = sign(e.Team, e.Channel, e.TS)
		// One message may come as two events, and the other to another process.
		e.Again = kind == "message" && !e.Direct
		return e, append(keys, key("message", e.Team, e.Channel, e.TS))
	case "app_home_opened":
		if e.Kind = home; p.Text("event.tab") == "messages" {
			e.Kind = opened
		}
		return e, keys
	case "assistant_thread_started":
		e.Kind = opened
		return e, keys
	}
	return nil, nil
}

// editedLate reports whether a message was edited so late that the journal may no longer know whether
// it was answered. A mention comes again when it is edited.
func editedLate(p tree.JSON) bool {
	const known = 23 * 60 * 60 // seconds, somewhat less than the journal knows it
	written, _, _ := strings.Cut(p.Text("event.ts"), ".")
	since, err := strconv.Atoi(written)
	edited, _, _ := strings.Cut(p.Text("event.edited.ts"), ".")
	at, none := strconv.Atoi(edited)
	return err == nil && none == nil && at-since > known
}

// decodeCommand reads a slash command
// (https://docs.slack.dev/interactivity/implementing-slash-commands).
func decodeCommand(p tree.JSON) (*event, []string) {
	e := &event{
		Kind: command, Team: p.Text("team_id"), Channel: p.Text("channel_id"), User: p.Text("user_id"),
		Text: plainText(p.Text("text")), Hook: p.Text("response_url"),
	}
	if e.Text == "" {
		e.Text = bot.HelpCommand
	}
	return e, keyOf(p.Text("trigger_id")+e.Hook, "command", p.Text("trigger_id"), e.Hook)
}

// decodeInteraction reads a press of a button or a message shortcut
// (https://docs.slack.dev/reference/interaction-payloads). Others are none of ours.
func decodeInteraction(p tree.JSON) (*event, []string) {
	at := p.Text("action_ts", "actions.action_ts")
	e := &event{
		Team: p.Text("team.id", "user.team_id"), Channel: p.Text("channel.id", "container.channel_id"), User: p.Text("user.id"), Hook: p.Text("response_url"),
		TS: p.Text("message.ts"), Thread: p.Text("message.thread_ts", "container.thread_ts"),
	}
	switch p.Text("type") {
	case "message_action":
		e.Kind, e.Text = shortcut, plainText(said(p.Object("message")))
		return e, keyOf(at, "shortcut", e.Team, e.User, at, e.Channel, e.TS)
	case "block_actions":
		e.Kind, e.Action, e.Value = press, p.Text("actions.action_id"), p.Text("actions.value")
		message := p.Text("message.ts", "container.message_ts") // of one that one person sees there is no copy
		if _, do, _, ok := pressed(e.Action, e.Value); ok && bot.Once(do) && message != "" {
			e.Once = key("once", e.Team, e.User, e.Channel, message, e.Action, e.Value)
		}
		keys := keyOf(at, "press", e.Team, e.User, at, e.Channel, e.TS, e.Action)
		if e.Once == "" {
			keys = append(keys, clicks(at, key("click", e.Team, e.User, e.Channel, message, e.Action, e.Value))...)
		}
		return e, keys
	}
	return nil, nil
}

// clicks returns two keys for the press of a button at a time in Slack's form: one for its second
// and one for the next. So the presses of a double click share a key, and a press two seconds later
// is a new one: somebody wants the thing again.
func clicks(at, what string) []string {
	seconds, _, _ := strings.Cut(at, ".")
	n, err := strconv.Atoi(seconds)
	if err != nil {
		return nil
	}
	return []string{key(what, strconv.Itoa(n)), key(what, strconv.Itoa(n+1))}
}

// references matches what stands in angle brackets in a text from Slack: users,
// channels, groups and links (https://docs.slack.dev/messaging/formatting-message-text).
var references = plain.Pattern(`<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>`)

// emoji matches the names that stand for emoji
// (https://docs.slack.dev/messaging/formatting-message-text#emoji).
var emoji = plain.Pattern(`\B(?::` + emojiName + `:)+\B`)

// plainText returns a text from Slack as it was typed, but without emoji and without mentions, whose
// ids nobody sees and which are no words of a question.
func plainText(text string) string {
	text = references().ReplaceAllStringFunc(text, func(ref string) string {
		part := references().FindStringSubmatch(ref)
		sign, id, label := part[1], part[2], part[3]
		switch {
		case sign == "#" && label != "":
			return "#" + label
		case sign == "" || strings.HasPrefix(id, "date^"):
			return cmp.Or(label, id)
		}
		return " "
	})
	text = emoji().ReplaceAllString(strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(text), " ")
	return plain.OneLine(text)
}

// place is where the reply to the event is shown. For a button, its action id says that
// instead.
func (e *event) place() place {
	switch {
	case e.Kind == command || e.Kind == shortcut:
		return private
	case !e.Direct:
		return inThread
	case e.Thread == "":
		return direct
	}
	return pane
}

// conversation is the key under which a conversation's last turn is remembered: that of
// a thread, of direct messages, or of the replies that only one person sees in a channel.
func (e *event) conversation(at place) string {
	switch at {
	case private:
		return key("private", e.Team, e.Channel, e.User)
	case direct:
		return key("direct", e.Team, e.Channel)
	}
	return key("thread", e.Team, e.Channel, e.root())
}

// root is the timestamp of the first message of the event's thread; outside threads it is
// the event's own message, which a thread would begin with.
func (e *event) root() string {
	if e.Thread != "" {
		return e.Thread
	}
	return e.TS
}
