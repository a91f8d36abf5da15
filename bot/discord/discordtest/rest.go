package discordtest

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// handler carries out one kind of request. Its caller holds s.mu.
type handler func(*Request) answer

// routes returns what carries out which request. The patterns are those of the
// published schema.
func (s *Server) routes() map[string]handler {
	return map[string]handler{
		"GET /gateway": func(*Request) answer {
			return answer{http.StatusOK, map[string]any{"url": "ws" + s.secure + "://" + s.address + gatewayPath}}
		},
		"GET /gateway/bot":      s.gatewayBot,
		"GET /users/@me":        func(*Request) answer { return answer{http.StatusOK, me()} },
		"GET /applications/@me": func(*Request) answer { return answer{http.StatusOK, s.application()} },

		"GET /guilds/{guild_id}/roles": func(r *Request) answer {
			return answer{http.StatusOK, []any{
				role(r.http.PathValue("guild_id"), "@everyone", ""), role("70", "Newshound", "71"), role(RoleID, "Newshound", BotID),
			}}
		},

		"GET /applications/{application_id}/commands":                                   s.listCommands,
		"POST /applications/{application_id}/commands":                                  s.createCommand,
		"DELETE /applications/{application_id}/commands/{command_id}":                   s.deleteCommand,
		"GET /applications/{application_id}/guilds/{guild_id}/commands":                 s.listCommands,
		"POST /applications/{application_id}/guilds/{guild_id}/commands":                s.createCommand,
		"DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}": s.deleteCommand,

		"POST /interactions/{interaction_id}/{interaction_token}/callback": s.callback,
		"GET /webhooks/{webhook_id}/{webhook_token}/messages/@original":    s.original,
		"PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original":  s.editOriginal,
		"DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original": s.deleteOriginal,
		"POST /webhooks/{webhook_id}/{webhook_token}":                      s.followUp,
		"POST /users/@me/channels":                                         s.openDM,
		"POST /channels/{channel_id}/messages":                             s.post,
		"GET /channels/{channel_id}/messages":                              s.history,
		"POST /channels/{channel_id}/typing":                               func(*Request) answer { return answer{status: http.StatusNoContent} },
	}
}

// route finds what carries a request out, and names its route.
func (s *Server) route(req *Request, r *http.Request) handler {
	for pattern, h := range s.routes() {
		method, path, _ := strings.Cut(pattern, " ")
		if method == r.Method && match(path, req.Path, r) {
			req.Route = pattern
			return h
		}
	}
	req.Route = r.Method + " " + req.Path
	return nil
}

// match reports whether a path is of a form, and notes its parameters.
func match(form, path string, r *http.Request) bool {
	want, have := strings.Split(form, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return false
	}
	for i, w := range want {
		if !strings.HasPrefix(w, "{") && w != have[i] {
			return false
		}
	}
	for i, w := range want {
		if strings.HasPrefix(w, "{") {
			r.SetPathValue(strings.Trim(w, "{}"), have[i])
		}
	}
	return true
}

// gatewayPath makes the gateway's address one that is easily got wrong.
const gatewayPath = "/gateway?region=test"

// gatewayBot answers where the gateway is
// (https://docs.discord.com/developers/events/gateway#get-gateway-bot).
func (s *Server) gatewayBot(*Request) answer {
	return answer{http.StatusOK, map[string]any{
		"url": "ws" + s.secure + "://" + s.address + gatewayPath, "shards": s.shards,
		"session_start_limit": map[string]any{
			"total": 1000, "remaining": s.starts, "reset_after": 3_600_000, "max_concurrency": s.concurrency,
		},
	}}
}

// User returns a person, or what passes for one, as Discord describes them.
func User(id, name string, isBot bool) map[string]any {
	u := map[string]any{
		"id": id, "username": name, "global_name": nil, "discriminator": "0", "avatar": nil,
		"public_flags": 0, "flags": 0, "primary_guild": nil,
	}
	if isBot {
		u["bot"] = true
	}
	return u
}

// me returns the bot as it sees itself.
func me() map[string]any {
	u := User(BotID, "Newshound", true)
	u["mfa_enabled"], u["locale"] = false, "en-US"
	return u
}

// role returns a role of a guild: that of a bot, if one is named.
func role(id, name, bot string) map[string]any {
	r := map[string]any{
		"id": id, "name": name, "permissions": "0", "position": 1, "color": 0, "hoist": false, "managed": bot != "", "mentionable": false, "flags": 0,
		"colors": map[string]any{"primary_color": 0, "secondary_color": nil, "tertiary_color": nil}, "icon": nil, "unicode_emoji": nil,
	}
	if bot != "" {
		r["tags"] = map[string]any{"bot_id": bot}
	}
	return r
}

// application returns the bot's application as its owner sees it.
func (s *Server) application() map[string]any {
	var endpoint any
	if s.endpoint != "" {
		endpoint = s.endpoint
	}
	return map[string]any{
		"id": ApplicationID, "name": "Newshound", "icon": nil, "description": "", "type": nil,
		"flags": 0, "flags_new": "0", "verify_key": s.PublicKey(), "redirect_uris": []string{}, "interactions_endpoint_url": endpoint,
		"role_connections_verification_url": nil, "owner": User("600000000000000001", "owner", false),
		"approximate_guild_count": 1, "approximate_user_install_count": 0, "approximate_user_authorization_count": 0,
		"explicit_content_filter": 0, "team": nil, "eligible_oauth2_scopes": []string{}, "bot_public": true,
		"integration_types_config": map[string]any{"0": map[string]any{}, "1": map[string]any{}},
	}
}

// SetStarts sets how many IDENTIFYs are left.
func (s *Server) SetStarts(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.starts = n
}

// SetEndpoint sets where the application has its interactions sent to.
func (s *Server) SetEndpoint(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.endpoint = address
}

// SetLean makes READY as short as a server may that is not Discord.
func (s *Server) SetLean() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lean = true
}

// SetShards sets how many shards Discord recommends, and how many may IDENTIFY at
// once.
func (s *Server) SetShards(n, concurrency int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shards, s.concurrency = n, concurrency
}

// openDM opens a person's direct messages.
func (s *Server) openDM(req *Request) answer {
	person, _ := req.Body["recipient_id"].(string)
	if person == "" {
		s.violate("recipient", "no recipient_id")
		return failure(http.StatusBadRequest, 50035)
	}
	id := s.dm(person)
	return answer{http.StatusOK, map[string]any{
		"id": id, "type": 1, "flags": 0, "last_message_id": nil, "recipients": []any{User(person, "person", false)},
	}}
}

// nonceLife is for how long a nonce is known.
const nonceLife = 4 * time.Minute

// post posts a message as the bot
// (https://docs.discord.com/developers/resources/message#create-message).
func (s *Server) post(req *Request) answer {
	ch, ok := s.channels[req.http.PathValue("channel_id")]
	switch {
	case !ok:
		return failure(http.StatusNotFound, 10003)
	case ch.deny == 10003:
		return failure(http.StatusNotFound, 10003)
	case ch.deny != 0:
		return failure(http.StatusForbidden, ch.deny)
	}
	if !s.checkMessage(req.Body, post) {
		return failure(http.StatusBadRequest, 50035)
	}
	nonce, _ := req.Body["nonce"].(string)
	key := ch.id + " " + nonce
	if enforce, _ := req.Body["enforce_nonce"].(bool); enforce && nonce != "" && s.nonces[key] != nil && time.Since(s.nonces[key].At) < nonceLife {
		return answer{http.StatusOK, s.nonces[key].json()}
	}
	m := s.newMessage(ch, req.Body)
	if ref, ok := req.Body["message_reference"].(map[string]any); ok {
		m.Reference, _ = ref["message_id"].(string)
	}
	if nonce != "" {
		s.nonces[key] = m
	}
	return answer{http.StatusOK, m.json()}
}

// live is how long the token of an interaction is good, and prompt how soon it must
// be answered (https://docs.discord.com/developers/interactions/receiving-and-responding).
const (
	live   = 15 * time.Minute
	prompt = 3 * time.Second
)

// history tells what was written in a channel, the last first: the latest messages, or those around
// one (https://docs.discord.com/developers/resources/message#get-channel-messages).
func (s *Server) history(r *Request) answer {
	ch := s.channels[r.http.PathValue("channel_id")]
	if ch == nil || ch.deny != 0 {
		return failure(http.StatusForbidden, 50001)
	}
	q := r.http.URL.Query()
	limit, err := strconv.Atoi(cmp.Or(q.Get("limit"), "50"))
	if err != nil || limit < 1 || limit > 100 {
		s.violate("limit", "%s messages", q.Get("limit"))
		return failure(http.StatusBadRequest, 50035)
	}
	list := slices.Clone(ch.written)
	for _, m := range ch.messages {
		if !m.Deleted && !m.Ephemeral {
			list = append(list, m.json())
		}
	}
	newer := func(x, y string) int { return cmp.Or(len(y)-len(x), cmp.Compare(y, x)) }
	id := func(m map[string]any) string {
		text, _ := m["id"].(string)
		return text
	}
	slices.SortFunc(list, func(x, y map[string]any) int { return newer(id(x), id(y)) })
	if around := q.Get("around"); around != "" {
		at, _ := slices.BinarySearchFunc(list, around, func(m map[string]any, around string) int { return newer(id(m), around) })
		list = list[max(0, at-limit/2):]
	}
	return answer{http.StatusOK, list[:min(limit, len(list))]}
}
