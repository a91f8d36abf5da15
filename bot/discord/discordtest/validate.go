package discordtest

import (
	"net/url"
	"strings"
	"unicode/utf16"
)

// use is what a body with a message is for.
type use int

const (
	post use = iota // a message of its own
	edit            // a change of one, which may leave things out
)

// Discord's limits (https://docs.discord.com/developers/resources/message,
// …/components/reference). They are repeated here, so that a mistake in the adapter's own
// table shows.
const (
	maxContent    = 2000
	maxText       = 4000 // over all text displays of a message
	maxComponents = 40   // nested ones included
	maxCustomID   = 100
	maxLabel      = 80
	maxURL        = 512
	maxNonce      = 25
	maxEmbedTotal = 6000
)

// units returns the length of a text in UTF-16 units, the strictest way to count.
func units(text string) int { return len(utf16.Encode([]rune(text))) }

// checkMessage reports whether Discord would accept a body as a message. The caller holds
// s.mu.
func (s *Server) checkMessage(body map[string]any, u use) bool {
	before := len(s.violations)
	s.checkMentions(body)
	flags, _ := body["flags"].(float64)
	components, _ := body["components"].([]any)
	content, _ := body["content"].(string)
	embeds, _ := body["embeds"].([]any)
	if int(flags)&^(1<<2|flagEphemeral|1<<12|flagV2) != 0 {
		s.violate("flags", "%v", flags)
	}
	v2 := int(flags)&flagV2 != 0
	switch {
	case v2 && (content != "" || len(embeds) > 0):
		s.violate("components v2", "a message of components has no content and no embeds")
	case v2:
		s.checkComponents(components)
	case u == post && strings.TrimSpace(content) == "" && len(embeds) == 0:
		s.violate("empty", "a message without any content")
	default:
		s.checkClassic(content, embeds, components)
	}
	if nonce, ok := body["nonce"].(string); ok && units(nonce) > maxNonce {
		s.violate("nonce", "%d characters", units(nonce))
	}
	if ref, ok := body["message_reference"].(map[string]any); ok {
		if id, _ := ref["message_id"].(string); id == "" {
			s.violate("reference", "a message_reference without a message_id")
		}
	}
	return len(s.violations) == before
}

// checkMentions checks that a body lets nobody be notified: "parse" must be there,
// and be an empty list. Without, or with null, everything is parsed.
func (s *Server) checkMentions(body map[string]any) {
	allowed, ok := body["allowed_mentions"].(map[string]any)
	if !ok {
		s.violate("allowed_mentions", "missing")
		return
	}
	if parse, ok := allowed["parse"].([]any); !ok || len(parse) > 0 {
		s.violate("allowed_mentions", "parse is %v", allowed["parse"])
	}
	for _, k := range []string{"users", "roles"} {
		if list, _ := allowed[k].([]any); len(list) > 0 {
			s.violate("allowed_mentions", "%s allowed", k)
		}
	}
	if replied, _ := allowed["replied_user"].(bool); replied {
		s.violate("allowed_mentions", "replied_user")
	}
}

// checkClassic checks a message of content and embeds.
func (s *Server) checkClassic(content string, embeds, rows []any) {
	if n := units(content); n > maxContent {
		s.violate("content", "%d characters", n)
	}
	total := 0
	for _, e := range embeds {
		e, _ := e.(map[string]any)
		for field, most := range map[string]int{"title": 256, "description": 4096} {
			text, _ := e[field].(string)
			if n := units(text); n > most {
				s.violate("embed", "%s of %d characters", field, n)
			}
			total += units(text)
		}
		footer, _ := e["footer"].(map[string]any)
		text, _ := footer["text"].(string)
		if n := units(text); n > 2048 {
			s.violate("embed", "footer of %d characters", n)
		}
		total += units(text)
	}
	if len(embeds) > 10 || total > maxEmbedTotal {
		s.violate("embed", "%d embeds of %d characters", len(embeds), total)
	}
	if len(rows) > 5 {
		s.violate("components", "%d rows", len(rows))
	}
	if len(rows) > 0 {
		s.checkComponents(rows)
	}
}

// checkComponents checks the components of a message.
func (s *Server) checkComponents(list []any) {
	count, text := 0, 0
	ids, customIDs := map[float64]bool{}, map[string]bool{}
	walk(list, func(c map[string]any) {
		count++
		if id, ok := c["id"].(float64); ok {
			if ids[id] {
				s.violate("component id", "%v twice", id)
			}
			ids[id] = true
		}
		if c["type"] == 2.0 {
			s.checkButton(c, customIDs)
			return
		}
		text += s.checkBlock(c)
	})
	switch {
	case count == 0:
		s.violate("empty", "a message without any component")
	case count > maxComponents:
		s.violate("components", "%d of them", count)
	case text > maxText:
		s.violate("text", "%d characters in all", text)
	}
}

// checkBlock checks a component that is no button, and returns the length of its text.
func (s *Server) checkBlock(c map[string]any) (text int) {
	children, _ := c["components"].([]any)
	switch c["type"] {
	case 1.0:
		if len(children) < 1 || len(children) > 5 {
			s.violate("row", "%d components", len(children))
		}
	case 9.0:
		if len(children) < 1 || len(children) > 3 || c["accessory"] == nil {
			s.violate("section", "%d texts, accessory %v", len(children), c["accessory"])
		}
	case 10.0:
		content, _ := c["content"].(string)
		if strings.TrimSpace(content) == "" {
			s.violate("text", "empty")
		}
		return units(content)
	case 17.0:
		if len(children) < 1 {
			s.violate("container", "empty")
		}
	case 14.0:
	default:
		s.violate("component type", "%v", c["type"])
	}
	return 0
}

// checkButton checks a button.
func (s *Server) checkButton(c map[string]any, seen map[string]bool) {
	label, _ := c["label"].(string)
	if n := units(label); n > maxLabel || n == 0 {
		s.violate("button", "a label of %d characters", n)
	}
	customID, _ := c["custom_id"].(string)
	link, _ := c["url"].(string)
	if c["style"] == 5.0 {
		u, err := url.Parse(link)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || len(link) > maxURL || customID != "" {
			s.violate("button", "a link to %q with the id %q", link, customID)
		}
		return
	}
	if customID == "" || units(customID) > maxCustomID || link != "" || seen[customID] {
		s.violate("button", "the id %q, again: %v, with the link %q", customID, seen[customID], link)
	}
	seen[customID] = true
}
