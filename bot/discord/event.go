package discord

import (
	"encoding/json"
	"strings"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/internal/form"
)

// event is what there is to do, as it is journalled: a question or a command, who
// asked, and where the reply goes.
type event struct {
	ID      string `json:"id"`              // of the interaction, or of the message
	Token   string `json:"token,omitempty"` // of the interaction; "" for a message
	App     string `json:"app,omitempty"`
	Channel string `json:"channel"`
	Direct  bool   `json:"direct,omitempty"` // it came from direct messages with the bot
	User    string `json:"user"`
	Text    string `json:"text"`           // what the bot is asked
	Last    string `json:"last,omitempty"` // the turn before, encoded; else what is remembered
	Private bool   `json:"private,omitempty"`
	Update  bool   `json:"update,omitempty"` // the reply takes the place of the message pressed
	DM      bool   `json:"dm,omitempty"`     // the reply goes into a direct message
	// Deferred says that the first response went out in an HTTP answer.
	Deferred bool `json:"deferred,omitempty"`

	at time.Time // when it arrived
}

// key is the name by which the event is told again.
func (e *event) key() string {
	if e.Token != "" {
		return "interaction " + e.ID
	}
	return "message " + e.ID
}

// conversation is where a turn is remembered: a person's in a channel.
func (e *event) conversation() string { return "turn " + e.Channel + " " + e.User }

// deferral returns the response that tells Discord, and the person, to wait.
func (e *event) deferral() response {
	switch {
	case e.Update:
		return response{Type: respondUpdate}
	case e.Private:
		return response{Type: respondLater, Data: deferral{flagEphemeral}}
	}
	return response{Type: respondLater}
}

// readInteraction decodes an interaction: into an event that is to be carried out, or
// into the response that settles it at once. Both are nil for what is of no concern.
func (a *Adapter) readInteraction(raw []byte) (*interaction, *event, *response) {
	var i interaction
	if err := json.Unmarshal(raw, &i); err != nil && i.ID == "" || i.Token == "" && i.Type != interactionPing {
		return nil, nil, nil // there would be no way to respond
	}
	e := &event{ID: i.ID, Token: i.Token, App: i.App, Channel: i.Channel, Direct: i.direct(), User: i.asker(), at: time.Now()}
	if e.App == "" {
		e.App = a.applicationID()
	}
	switch i.Type {
	case interactionPing:
		return &i, nil, &response{Type: respondPong}
	case interactionAutocomplete:
		return &i, nil, a.complete(&i.Data)
	case interactionCommand:
		return a.readCommand(&i, e)
	case interactionComponent:
		return a.readPress(&i, e)
	}
	return &i, nil, nil
}

// readCommand decodes a slash command or a message command.
func (a *Adapter) readCommand(i *interaction, e *event) (*interaction, *event, *response) {
	d := &i.Data
	e.Private = !e.Direct
	switch {
	case d.Type == commandMessage:
		if m := d.Resolved.Messages[d.Target]; m != nil {
			e.Text = strings.TrimSpace(m.Content)
		}
		if e.Text == "" {
			return i, nil, say("That message has no text to look for.")
		}
	case d.Name == commandAsk, d.Name == commandTimeline, d.Name == commandCompare, d.Name == commandQuote:
		filters, problem := form.Fields{Outlet: d.text(optionOutlet), From: d.text(optionFrom), To: d.text(optionTo)}.Text()
		if problem != "" {
			return i, nil, say(problem)
		}
		f, asked := answer.FormOf(d.text(optionQuestion) + d.text(optionText))
		if d.Name != commandAsk {
			f = answer.Form(d.Name)
		}
		if f == answer.CheckQuote && filters != "" {
			return i, nil, say("A quote is looked for in all of the coverage. Leave outlet, from and to out.")
		}
		e.Private = d.text(optionPrivate) == "true" && !e.Direct
		e.Text = f.As(filters + asked) // the form comes first
	case d.Name == commandCite:
		e.Text = strings.TrimSpace("/cite " + d.text(optionNumber) + " " + d.text(optionStyle))
	case d.Name == commandSources, d.Name == commandHelp:
		e.Text = "/" + d.Name
	default:
		return i, nil, say("I do not know this command any more.")
	}
	return i, e, nil
}

// readPress decodes the press of a button.
func (a *Adapter) readPress(i *interaction, e *event) (*interaction, *event, *response) {
	command, turn, ok := parseCustomID(i.Data.CustomID)
	m := i.Message
	if !ok || m == nil {
		return i, nil, say("This button is of an older version of me. Ask again with /ask.")
	}
	private := m.Flags&flagEphemeral != 0
	switch command {
	case actGood, actBad:
		a.observer.Count(map[string]bot.Event{actGood: bot.EventHelpful, actBad: bot.EventUnhelpful}[command])
		return i, nil, say("Thank you.")
	case actShare:
		return i, nil, &response{respondMessage, body{Components: shared(m.Components), Flags: flagComponentsV2}}
	case actDM:
		command, e.DM = bot.CiteCommand(0, ""), !e.Direct
	}
	if turn.Question = echoed(m.Components); turn.Question == "" {
		return i, nil, say("I can no longer tell what this was about. Ask again with /ask.")
	}
	e.Text, e.Last = command, turn.Encode()
	// A page is turned in place for the one who asked; anyone else gets their own.
	turns := command == bot.MoreCommand || command == bot.BackCommand
	e.Update = turns && (private || e.Direct || m.askedBy() == e.User && e.User != "")
	e.Private = private && e.Update || !e.Update && !e.Direct
	return i, e, nil
}

// say returns the response that says a line to the asker alone.
func say(text string) *response {
	b := line(text)
	b.Flags |= flagEphemeral
	return &response{respondMessage, b}
}

// readMessage decodes a message: nil unless a person asks the bot something with it,
// by a mention or in direct messages.
func (a *Adapter) readMessage(raw []byte) *event {
	var m message
	if err := json.Unmarshal(raw, &m); err != nil && m.ID == "" {
		return nil
	}
	me := a.botID()
	// Only plain messages and replies ask (types 0 and 19): no joins, no pins.
	if m.Author == nil || m.Author.Bot || m.Author.ID == me || m.Webhook != "" || m.Type != 0 && m.Type != 19 {
		return nil
	}
	mentioned := strings.Contains(m.Content, "<@"+me+">") || strings.Contains(m.Content, "<@!"+me+">")
	for _, u := range m.Mentions {
		mentioned = mentioned || u.ID == me
	}
	if me == "" || m.Guild != "" && !mentioned {
		return nil
	}
	text := strings.NewReplacer("<@"+me+">", " ", "<@!"+me+">", " ").Replace(m.Content)
	return &event{
		ID: m.ID, Channel: m.Channel, Direct: m.Guild == "", User: m.Author.ID, Text: strings.TrimSpace(text), at: time.Now(),
	}
}
