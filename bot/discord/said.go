package discord

import (
	"cmp"
	"strings"

	"newshound/bot/internal/plain"
	"newshound/bot/internal/tree"
)

// links matches the addresses in a message.
var links = plain.Pattern(`<?https?://\S+`)

// marks matches Discord's form of mentions, also of commands, of emoji and of times: numbers that nobody sees
// (https://docs.discord.com/developers/reference#message-formatting).
var marks = plain.Pattern(`<(?:(?:@[!&]?|#|a?:\w+:|t:|/[^:<>]+:)\d+(?::\w)?|id:\w+)>`)

// typed returns a text from Discord without them.
func typed(text string) string { return strings.TrimSpace(marks().ReplaceAllString(text, " ")) }

// said returns what a message says: its text, its components and, if an app wrote it, its
// embeds. If that is only a link, or nothing, it is the message that it forwards
// (https://docs.discord.com/developers/resources/message#message-snapshot-object), or else
// the previews that Discord has embedded.
func said(m tree.JSON) string {
	own, previews := plain.Join("\n", strings.TrimSpace(m.Text("content")), displayed(m.List("components"))), ""
	byApp := m.Text("author.bot") == "true" || m.Text("webhook_id") != ""
	for _, e := range m.List("embeds") {
		if byApp && e.Text("type") == "rich" {
			own = plain.Join("\n", own, embedded(e))
		} else {
			previews = plain.Join(" ", previews, e.Text("title"), e.Text("description"))
		}
	}
	if strings.TrimSpace(links().ReplaceAllString(own, "")) != "" {
		return own
	}
	forwarded := ""
	for _, s := range m.List("message_snapshots") {
		forwarded = plain.Join("\n", forwarded, said(s.Object("message")))
	}
	return cmp.Or(forwarded, plain.OneLine(previews), own)
}

// displayed returns the text of components
// (https://docs.discord.com/developers/components/reference#text-display).
func displayed(list []tree.JSON) string {
	var parts []string
	for _, c := range list {
		parts = append(parts, c.Text("content"), displayed(c.List("components")))
	}
	return plain.Join("\n", parts...)
}

// embedded returns the text of an embed
// (https://docs.discord.com/developers/resources/message#embed-object).
func embedded(e tree.JSON) string {
	parts := []string{e.Text("author.name"), e.Text("title"), e.Text("description")}
	for _, f := range e.List("fields") {
		parts = append(parts, f.Text("name"), f.Text("value"))
	}
	return plain.Join("\n", append(parts, e.Text("footer.text"))...)
}
