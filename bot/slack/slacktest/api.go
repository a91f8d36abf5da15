package slacktest

import (
	"cmp"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// botMethods are the methods of the Web API that a bot token is good for, with the
// scope that each needs (https://docs.slack.dev/reference/methods). App-level
// tokens are good for apps.connections.open alone.
var botMethods = map[string]string{
	"auth.test":                             "",
	"chat.postMessage":                      "chat:write",
	"chat.postEphemeral":                    "chat:write",
	"conversations.open":                    "im:write",
	"conversations.history":                 "", // its scope is that of the channel
	"conversations.replies":                 "",
	"views.publish":                         "",
	"assistant.threads.setStatus":           "chat:write",
	"assistant.threads.setSuggestedPrompts": "assistant:write",
}

// readArgs reads the arguments of a call, from a form or from JSON, and its token.
func readArgs(r *http.Request) (args map[string]any, token string) {
	body, err := io.ReadAll(r.Body)
	args = map[string]any{}
	if err != nil {
		return args, ""
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")) // one that is wrong is no JSON
	if kind == "application/json" {
		_ = json.Unmarshal(body, &args) // what is missing will be missed
	} else if form, err := url.ParseQuery(string(body)); err == nil {
		for k := range form {
			args[k] = form.Get(k)
		}
	}
	token, _ = args["token"].(string)
	delete(args, "token")
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		token = bearer
	}
	return args, token
}

// str is a text argument; what is JSON inside JSON comes out as its text.
func str(args map[string]any, name string) string {
	switch v := args[name].(type) {
	case nil:
		return ""
	case string:
		return v
	default:
		b, _ := json.Marshal(v) // it has just been decoded
		return string(b)
	}
}

// serveAPI answers a call of the Web API.
func (s *Server) serveAPI(w http.ResponseWriter, r *http.Request) {
	method := r.PathValue("method")
	args, token := readArgs(r)
	s.mu.Lock()
	s.calls = append(s.calls, Call{method, args, time.Now()})
	fault := s.fault(method, str(args, "channel"))
	s.happened()
	s.mu.Unlock()
	if fault != nil && !fault.stores {
		fault.serve(w, r)
		return
	}
	answer := s.call(method, token, args)
	if fault != nil {
		fault.serve(w, r)
		return
	}
	w.Header().Set("X-OAuth-Scopes", s.scopes)
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer) // who has gone needs no answer
}

type object = map[string]any

func refuse(why string) object { return object{"ok": false, "error": why} }

// call carries out a call.
func (s *Server) call(method, token string, args map[string]any) object {
	s.mu.Lock()
	defer s.mu.Unlock()
	scope, known := botMethods[method]
	switch {
	case method == "apps.connections.open":
		if token != AppToken {
			return refuse(wrongToken(token, "xapp-"))
		}
		return object{"ok": true, "url": s.ticket()}
	case !known:
		return refuse("unknown_method")
	case token != BotToken:
		return refuse(wrongToken(token, "xoxb-"))
	case !s.may(scope):
		return object{"ok": false, "error": "missing_scope", "needed": scope, "provided": s.scopes}
	}
	switch method {
	case "auth.test":
		return object{"ok": true, "url": "https://fake.slack.com/", "team": "Fake", "user": "newshound", "team_id": Team, "user_id": Bot, "bot_id": BotID}
	case "conversations.open":
		if str(args, "users") == "" {
			return refuse("users_list_not_supplied")
		}
		return object{"ok": true, "channel": object{"id": "D" + str(args, "users")}}
	case "conversations.history", "conversations.replies":
		return s.history(str(args, "channel"), str(args, "ts"), str(args, "oldest"), str(args, "limit"))
	case "views.publish":
		return s.publish(args)
	case "chat.postMessage":
		return s.post(args, "")
	case "chat.postEphemeral":
		if str(args, "user") == "" {
			return refuse("user_not_found")
		}
		return s.post(args, str(args, "user"))
	case "assistant.threads.setSuggestedPrompts":
		var prompts []struct{ Title, Message string }
		if err := json.Unmarshal([]byte(str(args, "prompts")), &prompts); err != nil || len(prompts) == 0 || len(prompts) > 4 {
			s.problem("suggested prompts: %s", str(args, "prompts"))
			return refuse("invalid_arguments")
		}
	}
	if str(args, "channel_id") == "" {
		return refuse("channel_not_found")
	}
	return object{"ok": true}
}

// history tells what was written in a channel outside threads, the last first, or in a thread,
// the first first, from a message on. It is no more than asked for
// (https://docs.slack.dev/reference/methods/conversations.history).
func (s *Server) history(channel, thread, oldest, limit string) object {
	scope := "im:history"
	if !strings.HasPrefix(channel, "D") {
		scope = "channels:history"
	}
	if !s.may(scope) {
		return object{"ok": false, "error": "missing_scope", "needed": scope, "provided": s.scopes}
	}
	messages := []object{}
	for _, m := range slices.Concat(s.written, s.messages) {
		if m.Channel == channel && (m.Thread == thread || m.TS == thread) && (m.Via == "" || m.User == "") && m.TS >= oldest {
			o := object{"type": "message", "ts": m.TS, "text": m.Text, "blocks": json.RawMessage(cmp.Or(m.RawBlocks, "[]"))}
			o[map[bool]string{true: "user", false: "bot_id"}[m.Via == ""]] = cmp.Or(m.User, BotID)
			messages = append(messages, o)
		}
	}
	slices.SortStableFunc(messages, func(a, b object) int { return strings.Compare(str(a, "ts"), str(b, "ts")) })
	if thread == "" {
		slices.Reverse(messages)
	}
	most, err := strconv.Atoi(cmp.Or(limit, "100"))
	if err != nil || most < 1 || most > 999 {
		return refuse("invalid_limit")
	}
	more := len(messages) > most
	return object{"ok": true, "messages": messages[:min(most, len(messages))], "has_more": more}
}

// may reports whether the bot's token has a scope, which "" needs none of.
func (s *Server) may(scope string) bool {
	return scope == "" || strings.Contains(","+s.scopes+",", ","+scope+",")
}

func wrongToken(token, kind string) string {
	switch {
	case token == "":
		return "not_authed"
	case !strings.HasPrefix(token, kind):
		return "not_allowed_token_type"
	}
	return "invalid_auth"
}

// post stores a message, for one user only unless user is "".
func (s *Server) post(args map[string]any, user string) object {
	channel := str(args, "channel")
	m := Message{Via: "chat.postMessage", Channel: channel, Thread: str(args, "thread_ts"), User: user, Text: str(args, "text"), RawBlocks: str(args, "blocks")}
	if user != "" {
		m.Via = "chat.postEphemeral"
	}
	switch {
	case channel == "" || strings.HasPrefix(channel, "CGONE"):
		return refuse("channel_not_found")
	case strings.HasPrefix(channel, "COUT"):
		return refuse("not_in_channel")
	}
	if user == "" && (str(args, "unfurl_links") != "false" || str(args, "unfurl_media") != "false") {
		s.problem("chat.postMessage: links would unfurl")
	}
	if user == "" && str(args, "mrkdwn") != "false" {
		s.problem("chat.postMessage: what is in the text would be formatted")
	}
	if user != "" && m.RawBlocks == "" && strings.ContainsAny(m.Text, "*_~`") {
		s.problem("chat.postEphemeral: what is in the text is formatted: %s", m.Text)
	}
	if why := s.store(&m); why != "" {
		return refuse(why)
	}
	return object{"ok": true, "channel": channel, "ts": m.TS, "message_ts": m.TS, "message": object{"text": m.Text}}
}

// store checks a message and keeps it. It returns what Slack would refuse it for.
func (s *Server) store(m *Message) string {
	if strings.TrimSpace(m.Text) == "" {
		s.problem("%s: no text, which is the notification and what a screen reader reads", m.Via)
		return "no_text"
	}
	if units(m.Text) > maxText {
		s.problem("%s: %d characters of text", m.Via, units(m.Text))
		return "msg_too_long"
	}
	if m.RawBlocks != "" && m.RawBlocks != "null" {
		blocks, why, detail := checkBlocks(m.RawBlocks, maxBlocks)
		if why != "" {
			s.problem("%s: %s: %s", m.Via, why, detail)
			return why
		}
		m.Blocks = blocks
	}
	s.checkEscapes(m.Via, m.Text, m.Blocks)
	s.checkTwice(m)
	m.TS = s.timestamp()
	s.messages = append(s.messages, *m)
	s.happened()
	return ""
}

// checkEscapes records what is not escaped in a text and in blocks.
func (s *Server) checkEscapes(via, text string, blocks []Block) {
	texts := []string{text}
	for _, b := range blocks {
		if b.Text != nil {
			texts = append(texts, b.Text.Text)
		}
		for _, e := range b.Elements {
			texts = append(texts, e.label())
		}
	}
	for _, t := range texts {
		if bad := stray(t); bad != "" {
			s.problem("%s: not escaped: %q", via, bad)
		}
	}
}

// checkTwice records a second post for one event: the same message again in the
// same place, or more messages in a thread than there were events in it.
func (s *Server) checkTwice(m *Message) {
	if m.User != "" {
		return
	}
	same := strings.Join([]string{m.Channel, m.Thread, m.Text, m.RawBlocks}, "\x00")
	if m.Thread != "" && s.spent[same] {
		s.problem("posted twice in %s, thread %s: %s", m.Channel, m.Thread, clip(m.Text))
	}
	s.spent[same] = true
	thread := m.Channel + "/" + m.Thread
	if left, bounded := s.budget[thread]; bounded {
		if left == 0 {
			s.problem("a second post for one event in %s: %s", thread, clip(m.Text))
		} else {
			s.budget[thread] = left - 1
		}
	}
}

// publish checks and keeps a view of the home tab.
func (s *Server) publish(args map[string]any) object {
	var view struct {
		Type   string          `json:"type"`
		Blocks json.RawMessage `json:"blocks"`
	}
	if err := json.Unmarshal([]byte(str(args, "view")), &view); err != nil || view.Type != "home" || str(args, "user_id") == "" {
		s.problem("views.publish: not a view of type home for a user")
		return refuse("invalid_arguments")
	}
	blocks, why, detail := checkBlocks(string(view.Blocks), maxHomeBlocks)
	if why != "" {
		s.problem("views.publish: %s: %s", why, detail)
		return refuse(why)
	}
	s.checkEscapes("views.publish", "", blocks)
	s.messages = append(s.messages, Message{Via: "views.publish", User: str(args, "user_id"), RawBlocks: string(view.Blocks), Blocks: blocks})
	s.happened()
	return object{"ok": true}
}
