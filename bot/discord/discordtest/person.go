package discordtest

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"strconv"
	"time"
)

// Act is something that a person does. Person and Channel must be set.
type Act struct {
	Person, Channel string
	// Edit changes the payload before it is delivered; nil leaves it as it is.
	Edit func(payload map[string]any)
	// Drop keeps the payload from being delivered through the gateway: it is for
	// [Server.Deliver].
	Drop bool
}

// Option is an option of a slash command, with a value that is a string or a bool.
type Option struct {
	Name    string
	Value   any
	Focused bool
}

// Slash types a slash command and returns the interaction's id.
func (s *Server) Slash(a Act, name string, options ...Option) string {
	return s.interact(a, typeCommand, map[string]any{"id": "900", "name": name, "type": 1, "options": encode(options)}, nil)
}

// Autocomplete types in an option of a slash command and returns the interaction's id.
func (s *Server) Autocomplete(a Act, name string, options ...Option) string {
	return s.interact(a, typeAutocomplete, map[string]any{"id": "900", "name": name, "type": 1, "options": encode(options)}, nil)
}

// OnMessage chooses a message command for a message of another person with the
// given text, and returns the interaction's id.
func (s *Server) OnMessage(a Act, name, text string) string {
	s.mu.Lock()
	target := s.personMessage(a.Channel, "600000000000000009", text)
	s.mu.Unlock()
	id, _ := target["id"].(string)
	return s.interact(a, typeCommand, map[string]any{
		"id": "901", "name": name, "type": 3, "target_id": id,
		"resolved": map[string]any{"messages": map[string]any{id: target}},
	}, nil)
}

// Press presses the button with a label, of a message as it is now, and returns the
// interaction's id. A label that is not there fails the test.
func (s *Server) Press(a Act, m *Message, label string) string {
	s.t.Helper()
	b, ok := m.Button(label)
	if !ok || b.CustomID == "" || b.Disabled {
		s.t.Fatalf("discordtest: no button %q to press; there are %+v in:\n%s", label, m.Buttons(), m.Text())
	}
	return s.PressID(a, m, b.CustomID)
}

// PressID presses a button by its id, of any message of the bot.
func (s *Server) PressID(a Act, m *Message, customID string) string {
	s.mu.Lock()
	var source *Message
	for _, ch := range s.channels {
		for _, have := range ch.messages {
			if have.ID == m.ID {
				source = have
			}
		}
	}
	s.mu.Unlock()
	return s.interact(a, typeComponent, map[string]any{"custom_id": customID, "component_type": 2, "id": 1}, source)
}

func encode(options []Option) []any {
	list := []any{}
	for _, o := range options {
		kind := 3
		if _, ok := o.Value.(bool); ok {
			kind = 5
		}
		j := map[string]any{"name": o.Name, "type": kind, "value": o.Value}
		if o.Focused {
			j["focused"] = true
		}
		list = append(list, j)
	}
	return list
}

// interact makes an interaction and delivers it.
func (s *Server) interact(a Act, kind int, data map[string]any, source *Message) string {
	s.mu.Lock()
	ch := s.channels[a.Channel]
	id := s.newID()
	i := &Interaction{
		ID: id, Token: "token-of-" + id, Person: a.Person, Channel: a.Channel, Type: kind, At: time.Now(),
		source: source, guild: ch.guild,
	}
	payload := map[string]any{
		"id": id, "application_id": ApplicationID, "type": kind, "token": i.Token, "version": 1, "data": data,
		"channel_id": a.Channel, "channel": map[string]any{"id": a.Channel, "type": 0}, "locale": "en-US",
		"app_permissions": "277025508352", "entitlements": []any{}, "attachment_size_limit": 10485760,
	}
	person := User(a.Person, "person", false)
	payload["authorizing_integration_owners"] = map[string]any{"0": GuildID}
	if ch.guild != "" {
		payload["guild_id"], payload["guild_locale"], payload["context"] = ch.guild, "en-US", 0
		payload["guild"] = map[string]any{"id": ch.guild, "locale": "en-US", "features": []any{}}
		payload["member"] = map[string]any{"user": person, "roles": []any{}, "joined_at": "2020-01-01T00:00:00Z", "permissions": "0", "deaf": false, "mute": false, "flags": 0}
	} else {
		payload["user"], payload["context"] = person, 1
	}
	if source != nil {
		payload["message"] = source.json()
	}
	if a.Edit != nil {
		a.Edit(payload)
	}
	i.payload = payload
	s.interactions[id], s.tokens[i.Token] = i, i
	s.mu.Unlock()
	if !a.Drop {
		s.Dispatch("INTERACTION_CREATE", payload)
	}
	return id
}

// Mention writes a message that begins with the bot's mention, and returns its id.
func (s *Server) Mention(a Act, text string) string {
	return s.write(a, "<@"+BotID+"> "+text, User(BotID, "Newshound", true))
}

// MentionRole mentions a role, by its id, in a message whose text the bot is not shown.
func (s *Server) MentionRole(a Act, role string) string {
	edit := a.Edit
	a.Edit = func(m map[string]any) {
		m["mention_roles"] = []any{role}
		if edit != nil {
			edit(m)
		}
	}
	return s.write(a, "")
}

// Write writes a message, and returns its id.
func (s *Server) Write(a Act, text string) string { return s.write(a, text) }

func (s *Server) write(a Act, text string, mentions ...any) string {
	s.mu.Lock()
	m := s.personMessage(a.Channel, a.Person, text)
	if mentions != nil {
		m["mentions"] = mentions
	}
	if ch := s.channels[a.Channel]; ch.guild != "" {
		m["guild_id"] = ch.guild
		m["member"] = map[string]any{"roles": []any{}, "joined_at": "2020-01-01T00:00:00Z", "deaf": false, "mute": false, "flags": 0}
	}
	if a.Edit != nil {
		a.Edit(m)
	}
	kept := maps.Clone(m)
	delete(kept, "guild_id") // which only the gateway tells
	delete(kept, "member")
	s.channels[a.Channel].written = append(s.channels[a.Channel].written, kept)
	s.mu.Unlock()
	if !a.Drop {
		s.Dispatch("MESSAGE_CREATE", m)
	}
	id, _ := m["id"].(string)
	return id
}

// personMessage returns a message that a person wrote. The caller holds s.mu.
func (s *Server) personMessage(channelID, person, text string) map[string]any {
	return map[string]any{
		"id": s.newID(), "channel_id": channelID, "type": 0, "content": text, "author": User(person, "person", false),
		"mentions": []any{}, "mention_roles": []any{}, "mention_everyone": false, "attachments": []any{}, "embeds": []any{},
		"components": []any{}, "flags": 0, "timestamp": time.Now().UTC().Format("2006-01-02T15:04:05.000Z"),
		"edited_timestamp": nil, "pinned": false, "tts": false,
	}
}

// Redeliver dispatches an interaction once more.
func (s *Server) Redeliver(id string) {
	s.mu.Lock()
	payload := s.interactions[id].payload
	s.mu.Unlock()
	s.Dispatch("INTERACTION_CREATE", payload)
}

// Deliver posts an interaction to an interactions endpoint, signed, and takes the
// first response from its answer. It returns the status.
func (s *Server) Deliver(h http.Handler, id string) int {
	s.t.Helper()
	s.mu.Lock()
	i := s.interactions[id]
	body, err := json.Marshal(i.payload)
	s.mu.Unlock()
	if err != nil {
		s.t.Fatal(err)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, s.Sign(body, time.Now()))
	s.mu.Lock()
	defer s.mu.Unlock()
	if w.Code == http.StatusOK {
		var response map[string]any
		if err := json.Unmarshal(w.Body.Bytes(), &response); err != nil {
			s.violate("json", "the endpoint's answer: %v", err)
			return w.Code
		}
		s.record.write(recorded{Sent: true, Route: "POST /interactions/{interaction_id}/{interaction_token}/callback", Body: w.Body.Bytes()})
		if i.Response == 0 {
			s.respond(i, response)
		}
		s.change()
	}
	return w.Code
}

// Sign returns a request to an interactions endpoint, signed at a time
// (https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers).
func (s *Server) Sign(body []byte, at time.Time) *http.Request {
	stamp := strconv.FormatInt(at.Unix(), 10)
	r := httptest.NewRequestWithContext(context.WithoutCancel(s.t.Context()), http.MethodPost, "/discord/interactions", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Signature-Timestamp", stamp)
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(s.private, append([]byte(stamp), body...))))
	return r
}
