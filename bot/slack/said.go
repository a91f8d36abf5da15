package slack

import (
	"cmp"
	"strings"

	"newshound/bot/internal/plain"
	"newshound/bot/internal/tree"
)

// links matches the addresses in a text from Slack.
var links = plain.Pattern(`<https?://[^<>]*>`)

// said returns what a message says, as mrkdwn. A person writes the text, of which the blocks
// are a copy; an app writes blocks and attachments, for which its text is a substitute. If
// that is only a link, or nothing, said returns what Slack has attached: a shared message, or
// the preview of a page.
func said(m tree.JSON) string {
	app, own := byApp(m), m.Text("text")
	if blocks := shown(m["blocks"]); app || own == "" {
		own = cmp.Or(blocks, own)
	}
	var previews []string
	for _, a := range m.List("attachments") {
		if app && a.Text("from_url", "original_url") == "" {
			own = plain.Join(" ", own, cmp.Or(shown(map[string]any(a)), a.Text("fallback")))
			continue
		}
		preview := plain.Join(" ", a.Text("title"), a.Text("text"))
		previews = append(previews, cmp.Or(preview, shown(a["blocks"]), a.Text("fallback")))
	}
	if strings.TrimSpace(links().ReplaceAllString(own, "")) != "" {
		return own
	}
	return cmp.Or(plain.Join(" ", previews...), own)
}

// byApp reports whether an app wrote a message. Some say so only by a profile or their subtype
// (https://docs.slack.dev/reference/events/message/bot_message).
func byApp(m tree.JSON) bool {
	return m.Text("bot_id") != "" || len(m.Object("bot_profile")) > 0 || m.Text("subtype") == "bot_message"
}

// visible are the fields of blocks, of their elements and of attachments that hold visible
// text, in the order in which it is shown
// (https://docs.slack.dev/reference/block-kit/blocks,
// https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments).
var visible = [...]string{"pretext", "author_name", "title", "text", "value", "description", "fields", "elements", "rows", "blocks", "footer"}

// shown returns the text of blocks, or of parts of them, without buttons and inputs.
func shown(v any) string {
	var parts []string
	between := " "
	switch v := v.(type) {
	case string:
		return v
	case []any:
		for _, e := range v {
			parts = append(parts, shown(e))
		}
	case map[string]any:
		part := tree.JSON(v)
		switch kind := part.Text("type"); kind {
		case "actions", "context_actions", "input", "button":
			return ""
		case "user":
			return "<@" + part.Text("user_id") + ">"
		case "text", "link", "date": // of rich text, which is not escaped
			return escapes.Replace(part.Text("text", "fallback", "url"))
		case "rich_text_section", "rich_text_quote", "rich_text_preformatted":
			between = ""
		}
		if between == "" {
			list, _ := part["elements"].([]any)
			for _, e := range list {
				parts = append(parts, shown(e))
			}
			break
		}
		for _, name := range visible {
			parts = append(parts, shown(part[name]))
		}
	}
	return plain.Join(between, parts...)
}
