package discordtest

import (
	"bytes"
	"net/http"
	"time"
)

// The types of interactions
// (https://docs.discord.com/developers/interactions/receiving-and-responding).
const (
	typePing         = 1
	typeCommand      = 2
	typeComponent    = 3
	typeAutocomplete = 4
)

// Interaction is what a person did, and how the bot answered.
type Interaction struct {
	ID, Token, Person, Channel string
	Type                       int
	At                         time.Time
	// Response is the type of the first response, 0 as long as there is none, and
	// Acknowledged is when it came.
	Response     int
	Acknowledged time.Time
	// Answered tells how often it was given an answer: content in the first response,
	// an edit of the original that is not the one before, a further message.
	Answered int
	// Choices are the names offered by the answer to an autocompletion.
	Choices []string
	// Original is the message that answers it: a new one, or that whose button was
	// pressed.
	Original *Message

	source  *Message // whose button was pressed
	payload map[string]any
	guild   string
	edit    []byte // the last edit of the original
}

// Interaction returns how an interaction stands.
func (s *Server) Interaction(id string) *Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.interactions[id]
	if i == nil {
		s.t.Fatalf("discordtest: there is no interaction %s", id)
	}
	c := *i
	if c.Original != nil {
		c.Original = c.Original.copied()
	}
	return &c
}

// Interactions returns all interactions.
func (s *Server) Interactions() []*Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]*Interaction, 0, len(s.interactions))
	for _, i := range s.interactions {
		c := *i
		all = append(all, &c)
	}
	return all
}

// callback takes the first response to an interaction
// (https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response).
func (s *Server) callback(req *Request) answer {
	i := s.interactions[req.http.PathValue("interaction_id")]
	switch {
	case i == nil || i.Token != req.http.PathValue("interaction_token"), time.Since(i.At) > prompt && i.Response == 0:
		return failure(http.StatusNotFound, 10062)
	case i.Response != 0:
		return failure(http.StatusBadRequest, 40060)
	}
	if !s.respond(i, req.Body) {
		return failure(http.StatusBadRequest, 50035)
	}
	return answer{status: http.StatusNoContent}
}

// respond carries out a first response, however it came. The caller holds s.mu.
func (s *Server) respond(i *Interaction, body map[string]any) bool {
	before := len(s.violations)
	kind, _ := body["type"].(float64)
	data, _ := body["data"].(map[string]any)
	flags, _ := data["flags"].(float64)
	ephemeral := int(flags)&flagEphemeral != 0
	allowed := map[int][]float64{typePing: {1}, typeCommand: {4, 5, 9}, typeComponent: {4, 5, 6, 7, 9}, typeAutocomplete: {8}}
	ok := false
	for _, k := range allowed[i.Type] {
		ok = ok || k == kind
	}
	if !ok {
		s.violate("response", "a response of type %v to an interaction of type %d", kind, i.Type)
		return false
	}
	switch kind {
	case 4, 7:
		s.checkMessage(data, post)
	case 5:
		for k := range data {
			if k != "flags" {
				s.violate("deferred", "a deferred response can only set the flag EPHEMERAL, not %s", k)
			}
		}
		if int(flags)&^flagEphemeral != 0 {
			s.violate("deferred", "flags %v", flags)
		}
	case 8:
		s.checkChoices(i, data)
	}
	if len(s.violations) > before {
		return false
	}
	i.Response, i.Acknowledged = int(kind), time.Now()
	switch kind {
	case 4, 5:
		ch := s.channels[i.Channel]
		i.Original = &Message{ID: s.newID(), Channel: ch.id, At: time.Now(), Ephemeral: ephemeral, Loading: kind == 5, interaction: i}
		ch.messages = append(ch.messages, i.Original)
		if kind == 4 {
			i.Original.set(data)
			i.Answered++
		}
	case 6, 7:
		i.Original = i.source
		if kind == 7 {
			i.Original.set(data)
			i.Answered++
		}
	}
	return true
}

// checkChoices checks what an autocompletion offers.
func (s *Server) checkChoices(i *Interaction, data map[string]any) {
	list, ok := data["choices"].([]any)
	if !ok || len(list) > 25 {
		s.violate("choices", "%d of them, a list: %v", len(list), ok)
	}
	i.Choices = []string{}
	for _, c := range list {
		c, _ := c.(map[string]any)
		name, _ := c["name"].(string)
		value, _ := c["value"].(string)
		for _, text := range []string{name, value} {
			if n := units(text); n < 1 || n > 100 {
				s.violate("choices", "%q", text)
			}
		}
		i.Choices = append(i.Choices, name)
	}
}

// byToken finds the interaction that a webhook request is about, or says why it
// may not be made.
func (s *Server) byToken(req *Request) (*Interaction, answer) {
	i := s.tokens[req.http.PathValue("webhook_token")]
	switch {
	case i == nil || req.http.PathValue("webhook_id") != ApplicationID:
		return nil, failure(http.StatusNotFound, 10015)
	case time.Since(i.At) > live:
		return nil, failure(http.StatusUnauthorized, 50027)
	case i.Response == 0:
		return nil, failure(http.StatusNotFound, 10015)
	}
	return i, answer{}
}

// withOriginal does the same for a request that is about the interaction's first response.
func (s *Server) withOriginal(req *Request) (*Interaction, answer) {
	i, refused := s.byToken(req)
	if i != nil && (i.Original == nil || i.Original.Deleted) {
		return nil, failure(http.StatusNotFound, 10008)
	}
	return i, refused
}

func (s *Server) original(req *Request) answer {
	i, refused := s.withOriginal(req)
	if i == nil {
		return refused
	}
	return answer{http.StatusOK, i.Original.json()}
}

func (s *Server) editOriginal(req *Request) answer {
	i, refused := s.withOriginal(req)
	switch {
	case i == nil:
		return refused
	case !s.checkMessage(req.Body, edit):
		return failure(http.StatusBadRequest, 50035)
	}
	if !bytes.Equal(req.Raw, i.edit) { // an edit that comes again changes nothing
		i.Original.set(req.Body)
		i.Answered++
		i.edit = req.Raw
	}
	return answer{http.StatusOK, i.Original.json()}
}

func (s *Server) deleteOriginal(req *Request) answer {
	i, refused := s.withOriginal(req)
	if i == nil {
		return refused
	}
	i.Original.Deleted = true
	return answer{status: http.StatusNoContent}
}

func (s *Server) followUp(req *Request) answer {
	i, refused := s.byToken(req)
	switch {
	case i == nil:
		return refused
	case !s.checkMessage(req.Body, post):
		return failure(http.StatusBadRequest, 50035)
	}
	m := s.newMessage(s.channels[i.Channel], req.Body)
	flags, _ := req.Body["flags"].(float64)
	m.Ephemeral, m.interaction = int(flags)&flagEphemeral != 0, i
	i.Answered++
	return answer{http.StatusOK, m.json()}
}
