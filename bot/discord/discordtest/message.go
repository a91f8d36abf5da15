package discordtest

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// Message is a message that the bot posted.
type Message struct {
	ID, Channel string
	Reference   string // the message that it replies to
	Ephemeral   bool   // only one person sees it
	Loading     bool   // "Newshound is thinking …"
	Deleted     bool
	Body        map[string]any
	At          time.Time
	// interaction is what it answers, nil if nothing.
	interaction *Interaction
}

// channel is a place for messages.
type channel struct {
	id, guild string // guild is "" for direct messages
	person    string // whose direct messages these are
	deny      int    // the code with which posts are refused, 0 if they are not
	messages  []*Message
	written   []map[string]any // by people
}

// NewChannel makes a text channel of the guild and returns its id.
func (s *Server) NewChannel() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.newID()
	s.channels[id] = &channel{id: id, guild: GuildID}
	return id
}

// DM returns the id of the channel of a person's direct messages.
func (s *Server) DM(person string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dm(person)
}

func (s *Server) dm(person string) string {
	for _, ch := range s.channels {
		if ch.person == person {
			return ch.id
		}
	}
	id := s.newID()
	s.channels[id] = &channel{id: id, person: person}
	return id
}

// Deny has every post to a channel refused with a code: 50013, 50001, 10003, or for
// direct messages 50007. With 0 none is any more.
func (s *Server) Deny(channelID string, code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.channels[channelID].deny = code
}

// Messages returns what is to be seen in a channel: of the bot's messages those
// that are not deleted, as they are now.
func (s *Server) Messages(channelID string) []*Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var seen []*Message
	if ch := s.channels[channelID]; ch != nil {
		for _, m := range ch.messages {
			if !m.Deleted {
				seen = append(seen, m.copied())
			}
		}
	}
	return seen
}

// newMessage puts a message into a channel. The caller holds s.mu.
func (s *Server) newMessage(ch *channel, body map[string]any) *Message {
	m := &Message{ID: s.newID(), Channel: ch.id, At: time.Now()}
	m.set(body)
	ch.messages = append(ch.messages, m)
	return m
}

// set gives a message its content.
func (m *Message) set(body map[string]any) {
	m.Loading = false
	if m.Body == nil {
		m.Body = map[string]any{}
	}
	maps.Copy(m.Body, body)
	next := 1
	number(m.Body["components"], &next)
}

// defaults are the properties that Discord adds to the components of a type.
var defaults = map[any]map[string]any{
	17.0: {"accent_color": nil, "spoiler": false},
	14.0: {"spacing": 1.0, "divider": true},
}

// number gives every component an id that has none, and the defaults of its type.
func number(v any, next *int) {
	list, _ := v.([]any)
	for _, c := range list {
		c, ok := c.(map[string]any)
		if !ok {
			continue
		}
		if _, has := c["id"]; !has {
			c["id"] = float64(1000 + *next)
			*next++
		}
		for name, value := range defaults[c["type"]] {
			if _, has := c[name]; !has {
				c[name] = value
			}
		}
		number(c["components"], next)
		if a, ok := c["accessory"]; ok {
			number([]any{a}, next)
		}
	}
}

// copied returns the message as it is now.
func (m *Message) copied() *Message {
	c := *m
	c.Body = maps.Clone(m.Body)
	return &c
}

// The flags of a message (https://docs.discord.com/developers/resources/message#message-object-message-flags).
const (
	flagEphemeral = 1 << 6
	flagLoading   = 1 << 7
	flagV2        = 1 << 15
)

// json returns the message as Discord describes it.
func (m *Message) json() map[string]any {
	flags := 0
	if f, ok := m.Body["flags"].(float64); ok {
		flags = int(f)
	}
	if m.Ephemeral {
		flags |= flagEphemeral
	}
	if m.Loading {
		flags |= flagLoading
	}
	content, _ := m.Body["content"].(string)
	j := map[string]any{
		"id": m.ID, "channel_id": m.Channel, "type": 0, "content": content, "author": User(BotID, "Newshound", true),
		"mentions": []any{}, "mention_roles": []any{}, "mention_everyone": false, "attachments": []any{},
		"embeds": orEmpty(m.Body["embeds"]), "components": orEmpty(m.Body["components"]), "flags": flags,
		"timestamp": m.At.UTC().Format("2006-01-02T15:04:05.000Z"), "edited_timestamp": nil, "pinned": false, "tts": false,
	}
	if nonce, ok := m.Body["nonce"]; ok {
		j["nonce"] = nonce
	}
	if m.Reference != "" {
		j["type"] = 19
		j["message_reference"] = map[string]any{"type": 0, "channel_id": m.Channel, "message_id": m.Reference}
	}
	if i := m.interaction; i != nil {
		j["webhook_id"] = ApplicationID
		meta := map[string]any{
			"id": i.ID, "type": i.Type, "user": User(i.Person, "person", false),
			"authorizing_integration_owners": map[string]any{"0": GuildID},
		}
		if i.source != nil {
			meta["interacted_message_id"] = i.source.ID
		}
		j["interaction_metadata"] = meta
	}
	return j
}

func orEmpty(v any) any {
	if v == nil {
		return []any{}
	}
	return v
}

// Text returns all that the message says, its parts divided by newlines.
func (m *Message) Text() string {
	var parts []string
	if c, _ := m.Body["content"].(string); c != "" {
		parts = append(parts, c)
	}
	walk(m.Body["components"], func(c map[string]any) {
		if text, ok := c["content"].(string); ok {
			parts = append(parts, text)
		}
	})
	return strings.Join(parts, "\n")
}

// Button is a button of a message.
type Button struct {
	Label, CustomID, URL string
	Disabled             bool
}

// Buttons returns the buttons of the message, in their order.
func (m *Message) Buttons() []Button {
	var found []Button
	walk(m.Body["components"], func(c map[string]any) {
		if c["type"] != 2.0 {
			return
		}
		var b Button
		b.Label, _ = c["label"].(string)
		b.CustomID, _ = c["custom_id"].(string)
		b.URL, _ = c["url"].(string)
		b.Disabled, _ = c["disabled"].(bool)
		found = append(found, b)
	})
	return found
}

// Button returns the button with a label, and whether there is one.
func (m *Message) Button(label string) (Button, bool) {
	all := m.Buttons()
	i := slices.IndexFunc(all, func(b Button) bool { return b.Label == label })
	if i < 0 {
		return Button{}, false
	}
	return all[i], true
}

// walk calls f for each component, a container before what it holds.
func walk(v any, f func(map[string]any)) {
	list, _ := v.([]any)
	for _, c := range list {
		c, ok := c.(map[string]any)
		if !ok {
			continue
		}
		f(c)
		walk(c["components"], f)
		if a, ok := c["accessory"]; ok {
			walk([]any{a}, f)
		}
	}
}
