package slack

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"
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

// event is something that a person did and that is to be carried out, freed of the
// form in which Slack tells it. It is what the journal keeps.
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
	Hook    string `json:"hook,omitempty"`   // where to respond to a command, a shortcut or a button
	Direct  bool   `json:"direct,omitempty"` // in a direct message
}

// The types of envelopes of Socket Mode, which HTTP tells apart by path and form.
const (
	eventsAPI     = "events_api"
	slashCommands = "slash_commands"
	interactive   = "interactive"
)

// errPayload is returned for what cannot be read. It does not repeat it.
var errPayload = errors.New("the payload is not in a known form")

// decode reads a payload. It returns nil where there is nothing to be done, and the
// keys by which the same is known when it comes again. An unknown event is nothing
// to be done, and no error.
func decode(kind string, payload []byte) (e *event, keys []string, err error) {
	switch kind {
	case eventsAPI:
		return decodeEvent(payload)
	case slashCommands:
		return decodeCommand(payload)
	case interactive:
		return decodeInteraction(payload)
	}
	return nil, nil, nil
}

// decodeEvent reads an event of the Events API
// (https://docs.slack.dev/apis/events-api#event-type-structure).
func decodeEvent(payload []byte) (*event, []string, error) {
	var p struct {
		Team  string `json:"team_id"`
		ID    string `json:"event_id"`
		Event struct {
			Type        string `json:"type"`
			Subtype     string `json:"subtype"`
			User        string `json:"user"`
			BotID       string `json:"bot_id"`
			Text        string `json:"text"`
			TS          string `json:"ts"`
			Thread      string `json:"thread_ts"`
			Channel     string `json:"channel"`
			ChannelType string `json:"channel_type"`
			Tab         string `json:"tab"`
			Assistant   struct {
				User    string `json:"user_id"`
				Channel string `json:"channel_id"`
				Thread  string `json:"thread_ts"`
			} `json:"assistant_thread"`
		} `json:"event"`
		Authorizations []struct {
			User string `json:"user_id"`
		} `json:"authorizations"`
	}
	if json.Unmarshal(payload, &p) != nil {
		return nil, nil, errPayload
	}
	self := ""
	if len(p.Authorizations) > 0 {
		self = p.Authorizations[0].User
	}
	in := p.Event
	e := &event{Kind: asked, Team: p.Team, Channel: in.Channel, Thread: in.Thread, TS: in.TS, User: in.User, Text: plainText(in.Text, self)}
	keys := []string{"event/" + p.ID}
	switch in.Type {
	case "app_mention", "message":
		e.Direct = in.ChannelType == "im" || strings.HasPrefix(in.Channel, "D")
		mentioned := in.Type == "app_mention" || self != "" && strings.Contains(in.Text, "<@"+self)
		// Of the subtypes, these are messages that people have written; the others
		// are edits, deletions and what is not said by anyone.
		human := in.Subtype == "" || in.Subtype == "thread_broadcast" || in.Subtype == "file_share"
		if in.User == "" || in.User == self || in.User == "USLACKBOT" || in.BotID != "" || !human || in.TS == "" || !e.Direct && !mentioned {
			return nil, nil, nil
		}
		// One message may come as two events.
		return e, append(keys, "message/"+p.Team+"/"+in.Channel+"/"+in.TS), nil
	case "app_home_opened":
		if e.Kind = home; in.Tab == "messages" {
			e.Kind = opened
		}
		return e, keys, nil
	case "assistant_thread_started":
		a := in.Assistant
		return &event{Kind: opened, Team: p.Team, Channel: a.Channel, Thread: a.Thread, User: a.User}, keys, nil
	}
	return nil, nil, nil
}

// decodeCommand reads a slash command
// (https://docs.slack.dev/interactivity/implementing-slash-commands).
func decodeCommand(payload []byte) (*event, []string, error) {
	var p struct {
		Team    string `json:"team_id"`
		Channel string `json:"channel_id"`
		User    string `json:"user_id"`
		Text    string `json:"text"`
		Hook    string `json:"response_url"`
		Trigger string `json:"trigger_id"`
	}
	if json.Unmarshal(payload, &p) != nil || p.User == "" || p.Hook == "" {
		return nil, nil, errPayload
	}
	e := &event{Kind: command, Team: p.Team, Channel: p.Channel, User: p.User, Text: plainText(p.Text, ""), Hook: p.Hook}
	if e.Text == "" {
		e.Text = "help"
	}
	return e, []string{"command/" + p.Trigger + "/" + p.Hook}, nil
}

// decodeInteraction reads a press of a button or a message shortcut
// (https://docs.slack.dev/reference/interaction-payloads). Others are none of ours.
func decodeInteraction(payload []byte) (*event, []string, error) {
	type id struct {
		ID string `json:"id"`
	}
	type message struct {
		TS     string `json:"ts"`
		Thread string `json:"thread_ts"`
		Text   string `json:"text"`
	}
	var p struct {
		Type      string  `json:"type"`
		Team      id      `json:"team"`
		User      id      `json:"user"`
		Channel   id      `json:"channel"`
		Hook      string  `json:"response_url"`
		ActionTS  string  `json:"action_ts"`
		Message   message `json:"message"`
		Container struct {
			Message string `json:"message_ts"`
			Thread  string `json:"thread_ts"`
			Channel string `json:"channel_id"`
		} `json:"container"`
		Actions []struct {
			ID    string `json:"action_id"`
			Value string `json:"value"`
			TS    string `json:"action_ts"`
		} `json:"actions"`
	}
	if json.Unmarshal(payload, &p) != nil || p.User.ID == "" {
		return nil, nil, errPayload
	}
	e := &event{Team: p.Team.ID, Channel: p.Channel.ID, User: p.User.ID, Hook: p.Hook, TS: p.Message.TS, Thread: p.Message.Thread}
	switch {
	case p.Type == "message_action":
		e.Kind, e.Text = shortcut, plainText(p.Message.Text, "")
		return e, []string{strings.Join([]string{"shortcut", p.Team.ID, e.User, p.ActionTS, e.Channel, e.TS}, "/")}, nil
	case p.Type != "block_actions" || len(p.Actions) == 0:
		return nil, nil, nil
	}
	a := p.Actions[0]
	e.Kind, e.Action, e.Value = press, a.ID, a.Value
	for _, f := range [...]struct {
		to   *string
		from string
	}{{&e.Channel, p.Container.Channel}, {&e.TS, p.Container.Message}, {&e.Thread, p.Container.Thread}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	return e, []string{strings.Join([]string{"press", p.Team.ID, e.User, a.TS, e.Channel, e.TS, a.ID}, "/")}, nil
}

// references matches what stands in angle brackets in a text from Slack: users,
// channels, groups and links (https://docs.slack.dev/messaging/formatting-message-text).
var references = regexp.MustCompile(`<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>`)

// plainText returns a text from Slack as it was typed, without mentions of the bot
// itself, whose user id is self, or at its beginning of anyone.
func plainText(text, self string) string {
	first := true
	text = references.ReplaceAllStringFunc(strings.TrimSpace(text), func(ref string) string {
		part := references.FindStringSubmatch(ref)
		atStart := first && part[1] == "@" && strings.HasPrefix(strings.TrimSpace(text), ref)
		first = false
		sign := strings.ReplaceAll(part[1], "!", "@") // <!channel> is typed @channel
		switch {
		case sign == "@" && (part[2] == self || self == "" && atStart):
			return " "
		case part[3] != "":
			return sign + strings.TrimLeft(part[3], "@#")
		}
		return sign + part[2]
	})
	return oneLine(strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(text))
}

// place is where the reply to the event is shown; that to a button its own action
// tells.
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

// conversation is the key under which the last turn of a conversation is
// remembered: a thread, the direct messages, or what one person alone sees in a
// channel.
func (e *event) conversation(at place) string {
	switch at {
	case private:
		return strings.Join([]string{"private", e.Team, e.Channel, e.User}, "/")
	case direct:
		return strings.Join([]string{"direct", e.Team, e.Channel}, "/")
	}
	return strings.Join([]string{"thread", e.Team, e.Channel, e.root()}, "/")
}

// root is the timestamp of the first message of the event's thread, or of the
// message that one would begin with.
func (e *event) root() string {
	if e.Thread != "" {
		return e.Thread
	}
	return e.TS
}
