package discordtest

import (
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
)

// command is a registered command.
type command struct {
	id, version string
	body        map[string]any
}

// chatName matches the valid names of slash commands and options
// (https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming).
var chatName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// Commands returns the names of a guild's commands, or with "" of the global ones.
func (s *Server) Commands(guild string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var names []string
	for _, c := range s.commands[guild] {
		name, _ := c.body["name"].(string)
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// AddCommand registers a command, as if an earlier version of the bot had.
func (s *Server) AddCommand(guild string, body map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.commands[guild] = append(s.commands[guild], &command{s.newID(), s.newID(), body})
}

// json returns the command as Discord describes it, with the defaults of what was left out.
func (c *command) json(guild string, localized bool) map[string]any {
	j := map[string]any{
		"id": c.id, "application_id": ApplicationID, "version": c.version, "type": 1, "description": "",
		"default_member_permissions": nil, "nsfw": false, "name_localizations": nil, "description_localizations": nil,
	}
	maps.Copy(j, c.body)
	if guild != "" {
		j["guild_id"] = guild
	} else {
		j["dm_permission"] = true
		if j["integration_types"] == nil {
			j["integration_types"] = []int{0}
		}
	}
	if !localized {
		delete(j, "name_localizations")
		delete(j, "description_localizations")
	}
	return j
}

func (s *Server) listCommands(req *Request) answer {
	guild := req.http.PathValue("guild_id")
	list := []any{}
	for _, c := range s.commands[guild] {
		list = append(list, c.json(guild, req.http.URL.Query().Get("with_localizations") == "true"))
	}
	return answer{http.StatusOK, list}
}

func (s *Server) createCommand(req *Request) answer {
	guild := req.http.PathValue("guild_id")
	if !s.checkCommand(req.Body, guild) {
		return failure(http.StatusBadRequest, 50035)
	}
	for _, c := range s.commands[guild] {
		if c.body["name"] == req.Body["name"] && kindOf(c.body) == kindOf(req.Body) {
			c.body, c.version = req.Body, s.newID()
			return answer{http.StatusOK, c.json(guild, true)}
		}
	}
	c := &command{s.newID(), s.newID(), req.Body}
	s.commands[guild] = append(s.commands[guild], c)
	return answer{http.StatusCreated, c.json(guild, true)}
}

func (s *Server) deleteCommand(req *Request) answer {
	guild := req.http.PathValue("guild_id")
	for i, c := range s.commands[guild] {
		if c.id == req.http.PathValue("command_id") {
			s.commands[guild] = slices.Delete(s.commands[guild], i, i+1)
			return answer{status: http.StatusNoContent}
		}
	}
	return failure(http.StatusNotFound, 10063)
}

func kindOf(body map[string]any) float64 {
	if t, ok := body["type"].(float64); ok {
		return t
	}
	return 1
}

// checkCommand reports whether Discord would accept a command.
func (s *Server) checkCommand(body map[string]any, guild string) bool {
	before := len(s.violations)
	name, _ := body["name"].(string)
	description, _ := body["description"].(string)
	if kindOf(body) == 1 {
		s.checkName(name)
		s.checkDescription(description)
	} else {
		if n := units(name); n < 1 || n > 32 {
			s.violate("command", "the name %q", name)
		}
		if description != "" || body["options"] != nil {
			s.violate("command", "%s, which is no slash command, has a description or options", name)
		}
	}
	if guild != "" && (body["contexts"] != nil || body["integration_types"] != nil) {
		s.violate("command", "contexts and integration_types are for global commands")
	}
	options, _ := body["options"].([]any)
	optional := false
	for _, o := range options {
		o, _ := o.(map[string]any)
		name, _ := o["name"].(string)
		description, _ := o["description"].(string)
		s.checkName(name)
		s.checkDescription(description)
		s.checkLocalizations(o, true)
		required, _ := o["required"].(bool)
		if required && optional {
			s.violate("command", "the option %s is required after one that is not", name)
		}
		optional = optional || !required
	}
	s.checkLocalizations(body, kindOf(body) == 1)
	return len(s.violations) == before
}

// locales are the languages of Discord's clients
// (https://docs.discord.com/developers/reference#locales).
var locales = strings.Fields("id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko")

func (s *Server) checkLocalizations(body map[string]any, chat bool) {
	for _, key := range []string{"name_localizations", "description_localizations"} {
		texts, _ := body[key].(map[string]any)
		for locale, text := range texts {
			text, _ := text.(string)
			if !slices.Contains(locales, locale) {
				s.violate("locale", "%q", locale)
			}
			switch {
			case key == "description_localizations":
				s.checkDescription(text)
			case chat:
				s.checkName(text)
			}
		}
	}
}

func (s *Server) checkName(name string) {
	if !chatName.MatchString(name) || strings.ToLower(name) != name {
		s.violate("command", "the name %q", name)
	}
}

func (s *Server) checkDescription(text string) {
	if n := units(text); n < 1 || n > 100 {
		s.violate("command", "a description of %d characters", n)
	}
}
