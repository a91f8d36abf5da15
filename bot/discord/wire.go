package discord

import (
	"encoding/json"
	"strings"
)

// nobody is what allowed_mentions is in every body: nobody is notified, whatever a
// text holds. It has no field that could be forgotten
// (https://docs.discord.com/developers/resources/message#allowed-mentions-object).
type nobody struct{}

// MarshalJSON implements [json.Marshaler].
func (nobody) MarshalJSON() ([]byte, error) { return []byte(`{"parse":[]}`), nil }

// The flags of messages (https://docs.discord.com/developers/resources/message#message-object-message-flags).
const (
	flagEphemeral    = 1 << 6
	flagComponentsV2 = 1 << 15
)

// body is a message as it is sent: a post, an edit, or the data of a first response.
type body struct {
	Components []component `json:"components"`
	Flags      int         `json:"flags"`
	Mentions   nobody      `json:"allowed_mentions"`
	Reference  *reference  `json:"message_reference,omitempty"`
	Nonce      string      `json:"nonce,omitempty"`
	Enforce    bool        `json:"enforce_nonce,omitempty"`
}

// reference makes a post a reply. A message that is gone meanwhile is no error.
type reference struct {
	Message string `json:"message_id"`
	Fail    bool   `json:"fail_if_not_exists"`
}

// The types of components (https://docs.discord.com/developers/components/reference).
const (
	typeRow       = 1
	typeButton    = 2
	typeText      = 10
	typeContainer = 17
)

// The styles of buttons.
const (
	styleSecondary = 2
	styleLink      = 5
)

// component is any component: of each type some fields are set. What Discord sends
// beside these is of no matter here.
type component struct {
	Type       int         `json:"type"`
	ID         int         `json:"id,omitempty"`
	Content    string      `json:"content,omitempty"`
	Components []component `json:"components,omitempty"`
	Style      int         `json:"style,omitempty"`
	Label      string      `json:"label,omitempty"`
	CustomID   string      `json:"custom_id,omitempty"`
	URL        string      `json:"url,omitempty"`
	Accent     *int        `json:"accent_color,omitempty"`
}

// The types of first responses to an interaction
// (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type).
const (
	respondPong    = 1
	respondMessage = 4
	respondLater   = 5 // with a message
	respondUpdate  = 6 // later, of the message whose button was pressed
	respondChoices = 8
)

// response is the first response to an interaction.
type response struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

// deferral is the data of a response that only says that there will be one.
type deferral struct {
	Flags int `json:"flags"`
}

// choices are the data of an autocompletion.
type choices struct {
	Choices []choice `json:"choices"`
}

type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// The types of interactions, of commands and of contexts.
const (
	interactionPing         = 1
	interactionCommand      = 2
	interactionComponent    = 3
	interactionAutocomplete = 4

	commandMessage = 3

	contextBotDM = 1
)

// interaction is what of an interaction matters here. Nothing is required but what a
// response needs, and a foreign field never is an error.
type interaction struct {
	ID      string          `json:"id"`
	App     string          `json:"application_id"`
	Type    int             `json:"type"`
	Token   string          `json:"token"`
	Guild   string          `json:"guild_id"`
	Channel string          `json:"channel_id"`
	Context *int            `json:"context"`
	Member  *member         `json:"member"`
	User    *user           `json:"user"`
	Message *message        `json:"message"`
	Data    interactionData `json:"data"`
}

// asker returns whose interaction it is: in a guild there is no User, in direct
// messages no Member. "" if neither tells.
func (i *interaction) asker() string {
	switch {
	case i.Member != nil && i.Member.User != nil:
		return i.Member.User.ID
	case i.User != nil:
		return i.User.ID
	}
	return ""
}

// direct reports whether it came from direct messages with the bot.
func (i *interaction) direct() bool {
	return i.Guild == "" && (i.Context == nil || *i.Context == contextBotDM)
}

type interactionData struct {
	Name     string   `json:"name"`
	Type     int      `json:"type"`
	Options  []option `json:"options"`
	Target   string   `json:"target_id"`
	CustomID string   `json:"custom_id"`
	Resolved struct {
		Messages map[string]*message `json:"messages"`
	} `json:"resolved"`
}

type option struct {
	Name    string          `json:"name"`
	Value   json.RawMessage `json:"value"`
	Focused bool            `json:"focused"`
}

// text returns the value of an option as a text, "" if there is none.
func (d *interactionData) text(name string) string {
	for _, o := range d.Options {
		if o.Name == name {
			var s string
			if json.Unmarshal(o.Value, &s) != nil {
				s = strings.Trim(string(o.Value), `"`) // a number, a bool
			}
			return strings.TrimSpace(s)
		}
	}
	return ""
}

type user struct {
	ID  string `json:"id"`
	Bot bool   `json:"bot"`
}

type member struct {
	User *user `json:"user"`
}

// message is what of a message matters here.
type message struct {
	ID         string      `json:"id"`
	Channel    string      `json:"channel_id"`
	Guild      string      `json:"guild_id"`
	Type       int         `json:"type"`
	Content    string      `json:"content"`
	Author     *user       `json:"author"`
	Webhook    string      `json:"webhook_id"`
	Mentions   []user      `json:"mentions"`
	Components []component `json:"components"`
	Flags      int         `json:"flags"`
	Metadata   *struct {
		User *user `json:"user"`
	} `json:"interaction_metadata"`
	Referenced *struct {
		Author *user `json:"author"`
	} `json:"referenced_message"`
}

// askedBy returns who asked for what the message answers, "" if it does not tell.
func (m *message) askedBy() string {
	switch {
	case m.Metadata != nil && m.Metadata.User != nil:
		return m.Metadata.User.ID
	case m.Referenced != nil && m.Referenced.Author != nil:
		return m.Referenced.Author.ID
	}
	return ""
}
