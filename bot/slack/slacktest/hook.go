package slacktest

import (
	"fmt"
	"net/http"
	"time"
)

// maxHookUses is how often a response URL may be used
// (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses).
const maxHookUses = 5

// hook is a response URL.
type hook struct {
	channel, user string
	uses          int
}

// responseURL makes a response URL for what a user did in a channel. The caller
// holds s.mu.
func (s *Server) responseURL(channel, user string) string {
	id := fmt.Sprintf("hook%d", len(s.hooks)+1)
	s.hooks[id] = &hook{channel: channel, user: user}
	return s.http.URL + "/hooks/" + id
}

// ExpireHooks makes every response URL that was given out so far useless.
func (s *Server) ExpireHooks() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range s.hooks {
		h.uses = maxHookUses
	}
}

// serveHook answers a post to a response URL.
func (s *Server) serveHook(w http.ResponseWriter, r *http.Request) {
	args, _ := readArgs(r)
	s.mu.Lock()
	s.calls = append(s.calls, Call{"response_url", args, time.Now()})
	fault := s.fault("response_url", "")
	s.happened()
	var status int
	var text string
	if fault == nil || fault.stores {
		status, text = s.respond(r.PathValue("id"), args)
	}
	s.mu.Unlock()
	if fault != nil {
		fault.serve(w, r)
		return
	}
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text)) // who has gone needs no answer
}

// respond stores what came to a response URL. The caller holds s.mu.
func (s *Server) respond(id string, args map[string]any) (status int, text string) {
	h := s.hooks[id]
	if h == nil || h.uses >= maxHookUses {
		return http.StatusNotFound, `{"ok":false,"error":"expired_url"}`
	}
	h.uses++
	m := Message{Via: "response_url", Channel: h.channel, Thread: str(args, "thread_ts"), User: h.user, Text: str(args, "text"), RawBlocks: str(args, "blocks")}
	if str(args, "response_type") == "in_channel" {
		m.User = ""
	}
	if str(args, "unfurl_links") != "false" || str(args, "unfurl_media") != "false" {
		s.problem("response_url: links would unfurl")
	}
	if str(args, "mrkdwn") != "false" {
		s.problem("response_url: what is in the text would be formatted")
	}
	if str(args, "replace_original") == "true" || str(args, "delete_original") == "true" {
		s.problem("response_url: the original message is lost")
	}
	if why := s.store(&m); why != "" {
		return http.StatusBadRequest, why
	}
	return http.StatusOK, "ok"
}
