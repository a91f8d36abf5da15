package slacktest

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"encoding/json"
)

// Payload is what Slack sends for something that happened: the inner part of an
// envelope, or the body of a request.
type Payload map[string]any

// event wraps an event of the Events API.
func (s *Server) event(event map[string]any) Payload {
	s.mu.Lock()
	defer s.mu.Unlock()
	return Payload{
		"type": "event_callback", "team_id": Team, "api_app_id": "A1", "event_id": "Ev" + strings.ReplaceAll(s.timestamp(), ".", ""),
		"event":          event,
		"authorizations": []any{map[string]any{"team_id": Team, "user_id": Bot, "is_bot": true}},
	}
}

// Mention is what Slack sends when user writes text, which need not mention the
// bot, in a channel: the event app_mention. thread is "" outside threads. The
// first event for a message allows one post in its thread.
func (s *Server) Mention(channel, thread, user, text string) Payload {
	ts := s.Timestamp()
	return s.MentionAt(ts, channel, thread, user, text)
}

// MentionAt is [Server.Mention] for a message with a given timestamp.
func (s *Server) MentionAt(ts, channel, thread, user, text string) Payload {
	e := map[string]any{"type": "app_mention", "user": user, "text": "<@" + Bot + "> " + text, "ts": ts, "event_ts": ts, "channel": channel}
	root := ts
	if thread != "" {
		e["thread_ts"], root = thread, thread
	}
	s.allow(channel, root, channel+ts)
	s.write(Message{Channel: channel, Thread: thread, User: user, TS: ts, Text: text})
	return s.event(e)
}

// write keeps what a person has written.
func (s *Server) write(m Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written = append(s.written, m)
}

// Message is the event message in a channel or, where that is a D…, in a direct
// message. extra holds further fields.
func (s *Server) Message(channel, thread, user, text string, extra map[string]any) Payload {
	ts := s.Timestamp()
	e := map[string]any{"type": "message", "user": user, "text": text, "ts": ts, "event_ts": ts, "channel": channel, "channel_type": "channel"}
	if strings.HasPrefix(channel, "D") {
		e["channel_type"] = "im"
	}
	if thread != "" {
		e["thread_ts"] = thread
	}
	for k, v := range extra {
		e[k] = v
	}
	s.write(Message{Channel: channel, Thread: thread, User: user, TS: ts, Text: text})
	return s.event(e)
}

// Other is any other event.
func (s *Server) Other(event map[string]any) Payload { return s.event(event) }

// Command is a slash command.
func (s *Server) Command(channel, user, command, text string) Payload {
	s.mu.Lock()
	defer s.mu.Unlock()
	return Payload{
		"command": command, "text": text, "team_id": Team, "channel_id": channel, "channel_name": "general", "user_id": user,
		"api_app_id": "A1", "is_enterprise_install": "false", "response_url": s.responseURL(channel, user), "trigger_id": "trigger." + s.timestamp(),
	}
}

// escaped is a text as Slack may return it
// (https://github.com/slackapi/bolt-python/issues/513).
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

// Press is a press of a button on a message. It allows one more post in the
// message's thread.
func (s *Server) Press(m Message, b Button, user string) Payload {
	root := m.Thread
	if root == "" {
		root = m.TS
	}
	s.allow(m.Channel, root, m.Channel+m.TS+b.ActionID+user+s.Timestamp())
	s.mu.Lock()
	defer s.mu.Unlock()
	container := map[string]any{"type": "message", "message_ts": m.TS, "channel_id": m.Channel, "is_ephemeral": m.User != ""}
	p := Payload{
		"type": "block_actions", "api_app_id": "A1", "team": map[string]any{"id": Team}, "user": map[string]any{"id": user, "team_id": Team},
		"channel": map[string]any{"id": m.Channel}, "container": container, "trigger_id": "trigger." + s.timestamp(),
		"response_url": s.responseURL(m.Channel, user),
		"actions": []any{map[string]any{
			"type": b.Type, "action_id": escaped(b.ActionID), "block_id": b.BlockID, "value": escaped(b.Value), "action_ts": s.timestamp(),
			"text": map[string]any{"type": "plain_text", "text": b.Label},
		}},
	}
	if m.Thread != "" {
		container["thread_ts"] = m.Thread
	}
	if m.User == "" { // of an ephemeral message Slack sends no copy
		p["message"] = map[string]any{"type": "message", "user": Bot, "bot_id": BotID, "ts": m.TS, "thread_ts": m.Thread, "text": m.Text}
	}
	return p
}

// Shortcut is a message shortcut on somebody's message.
func (s *Server) Shortcut(callback, channel, ts, thread, user, text string) Payload {
	s.mu.Lock()
	defer s.mu.Unlock()
	message := map[string]any{"type": "message", "user": "U9", "ts": ts, "text": text}
	if thread != "" {
		message["thread_ts"] = thread
	}
	return Payload{
		"type": "message_action", "callback_id": callback, "action_ts": s.timestamp(), "trigger_id": "trigger." + s.timestamp(),
		"team": map[string]any{"id": Team}, "user": map[string]any{"id": user}, "channel": map[string]any{"id": channel},
		"message_ts": ts, "message": message, "response_url": s.responseURL(channel, user),
	}
}

// allow lets a thread have one more post for a cause that is new.
func (s *Server) allow(channel, root, cause string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.delivered[cause] {
		return
	}
	s.delivered[cause] = true
	s.budget[channel+"/"+root]++
}

// Request makes the request by which Slack delivers a payload over HTTP: events as
// JSON, commands as a form, interactions as JSON in a form
// (https://docs.slack.dev/apis/events-api, …/interactivity).
func (s *Server) Request(address string, p Payload) *http.Request {
	s.t.Helper()
	body, err := json.Marshal(p)
	if err != nil {
		s.t.Fatal(err)
	}
	kind := "application/json"
	switch _, command := p["command"]; {
	case command:
		form := url.Values{}
		for k, v := range p {
			form.Set(k, fmt.Sprint(v))
		}
		body, kind = []byte(form.Encode()), "application/x-www-form-urlencoded"
	case p["type"] != "event_callback" && p["type"] != "url_verification":
		body, kind = []byte(url.Values{"payload": {string(body)}}.Encode()), "application/x-www-form-urlencoded"
	}
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, address, strings.NewReader(string(body)))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	Sign(r.Header, SigningSecret, time.Now(), string(body))
	return r
}

// Sign sets the headers by which a request is known to be Slack's
// (https://docs.slack.dev/authentication/verifying-requests-from-slack).
func Sign(h http.Header, secret string, at time.Time, body string) {
	stamp := strconv.FormatInt(at.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("v0:" + stamp + ":" + body))
	h.Set("X-Slack-Request-Timestamp", stamp)
	h.Set("X-Slack-Signature", "v0="+hex.EncodeToString(mac.Sum(nil)))
}
