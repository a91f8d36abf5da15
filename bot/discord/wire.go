package discord

import "github.com/bwmarrin/discordgo"

// body is a message as it is sent: a post, an edit, or the data of a first response.
type body struct {
	Content    string                 `json:"content,omitempty"`
	Components []component            `json:"components,omitempty"`
	Flags      discordgo.MessageFlags `json:"flags"`
	// Mentions is always {"parse":[]}: no text can notify anybody
	// (https://docs.discord.com/developers/resources/message#allowed-mentions-object).
	Mentions struct {
		Parse [0]string `json:"parse"`
	} `json:"allowed_mentions"`
	Reference *discordgo.MessageReference `json:"message_reference,omitempty"`
	Nonce     string                      `json:"nonce,omitempty"`
	Enforce   bool                        `json:"enforce_nonce,omitempty"`
}

// component is a component of any type; each type uses some of the fields. discordgo's types
// cannot be decoded if there is a component among them that discordgo does not know.
type component struct {
	Type       discordgo.ComponentType `json:"type"`
	Content    string                  `json:"content,omitempty"`
	Components []component             `json:"components,omitempty"`
	Style      discordgo.ButtonStyle   `json:"style,omitempty"`
	Label      string                  `json:"label,omitempty"`
	CustomID   string                  `json:"custom_id,omitempty"`
	URL        string                  `json:"url,omitempty"`
	Accent     *int                    `json:"accent_color,omitempty"`
}

// response is the first response to an interaction
// (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object).
type response struct {
	Type discordgo.InteractionResponseType `json:"type"`
	Data any                               `json:"data,omitempty"`
}
