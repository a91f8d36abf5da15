package slack_test

import (
	"fmt"
	"testing"

	"newshound/bot"
	"newshound/bot/slack/slacktest"
)

func TestShortcut(t *testing.T) {
	each(t, func(t *testing.T, r *rig, deliver func(slacktest.Payload)) {
		deliver(r.Shortcut("find_in_coverage", "COUT", "1.1", "", "U1", "Is the <https://x.example|bridge> closed, <@U7>? R&amp;D"))
		if m := r.WaitMessages(1)[0]; m.User != "U1" || m.Via != "response_url" {
			t.Errorf("answered %+v", m)
		}
		if q := r.news.questions()[0]; q.Text != "Is the bridge closed, ? R&D" {
			t.Errorf("asked %q", q.Text)
		}
		// In a thread the answer goes there, or where the bot is not in the channel
		// beside it.
		deliver(r.Shortcut("find_in_coverage", "C1", "1.2", "1.1", "U1", "how many cars?"))
		if m := r.WaitMessages(2)[1]; m.User != "U1" || m.Thread != "1.1" || m.Via != "chat.postEphemeral" {
			t.Errorf("answered %+v", m)
		}
		deliver(r.Shortcut("find_in_coverage", "COUT", "1.3", "1.1", "U1", "how many cars?"))
		if m := r.WaitMessages(3)[2]; m.User != "U1" || m.Via != "response_url" {
			t.Errorf("answered %+v", m)
		}
	})
}

// TestMessageSays looks up messages that say what they say by what is attached to them.
func TestMessageSays(t *testing.T) {
	r := start(t, nil)
	page := map[string]any{"title": "Old bridge to close", "text": "It carries 900 cars &amp; more.", "fallback": "The Gazette: Old bridge to close"}
	for i, c := range []struct {
		name, text string
		attachment map[string]any
		want       string
	}{
		{"emoji", ":tada: Is it so:smile: at 10:30:45? :+1::skin-tone-2:", nil, "Is it so:smile: at 10:30:45?"},
		{"words and a link", "Is it so? <https://gazette.example/bridge>", page, "Is it so? https://gazette.example/bridge"},
		{"a link", "<https://gazette.example/bridge|gazette.example>", page, "Old bridge to close It carries 900 cars & more."},
		{"a link without a preview", "<https://gazette.example/bridge>", nil, "https://gazette.example/bridge"},
		{"a shared message", "", map[string]any{"is_share": true, "text": "How many cars, <@U7>?", "fallback": "ada: How many cars?"}, "How many cars, ?"},
		{"an attachment that only has another text", "", map[string]any{"fallback": "How many cars?"}, "How many cars?"},
	} {
		p := r.Shortcut("find_in_coverage", "C1", fmt.Sprintf("1.%d", i), "", "U1", c.text)
		if c.attachment != nil {
			p["message"].(map[string]any)["attachments"] = []any{c.attachment}
		}
		r.mustPost(p)
		r.WaitMessages(i + 1)
		asked := r.news.questions()
		if got := asked[len(asked)-1].Text; got != c.want {
			t.Errorf("%s: asked %q, want %q", c.name, got, c.want)
		}
	}
	// What an app has written stands in blocks and attachments, for which its text stands in.
	plainly := func(s string) map[string]any { return map[string]any{"type": "plain_text", "text": s} }
	rich := func(parts ...any) map[string]any {
		return map[string]any{"type": "rich_text", "elements": []any{map[string]any{"type": "rich_text_section", "elements": parts}}}
	}
	button := map[string]any{"type": "button", "text": plainly("Read"), "value": "17", "action_id": "read"}
	blocks := []any{
		map[string]any{"type": "header", "text": plainly("Old bridge")},
		map[string]any{"type": "section", "text": map[string]any{"type": "mrkdwn", "text": "to <https://gazette.example|close> &amp;"}, "accessory": button},
		map[string]any{"type": "section", "fields": []any{plainly("soon,"), plainly("it seems.")}},
		rich(map[string]any{"type": "text", "text": "It carries <900> c"}, map[string]any{"type": "text", "text": "ars"},
			map[string]any{"type": "emoji", "name": "car"}, map[string]any{"type": "link", "url": "https://gazette.example", "text": " a day."}),
		map[string]any{"type": "rich_text", "elements": []any{map[string]any{"type": "rich_text_list", "elements": []any{
			map[string]any{"type": "rich_text_section", "elements": []any{map[string]any{"type": "text", "text": "Who"}}},
			map[string]any{"type": "rich_text_quote", "elements": []any{map[string]any{"type": "text", "text": "says so?"}, map[string]any{"type": "user", "user_id": "U7"}}},
		}}}},
		map[string]any{"type": "actions", "elements": []any{button}},
		map[string]any{"type": "table", "rows": []any{[]any{map[string]any{"type": "raw_text", "text": "Cars"}, rich(map[string]any{"type": "text", "text": "900"})}}},
		map[string]any{"type": "image", "image_url": "https://gazette.example/i", "alt_text": "a bridge", "title": plainly("The bridge.")},
		map[string]any{"type": "context", "elements": []any{map[string]any{"type": "image", "alt_text": "logo"}, plainly("The Gazette")}},
	}
	const written = "Old bridge to close & soon, it seems. It carries <900> cars a day. Who says so? Cars 900 The bridge. The Gazette"
	attached := []any{
		map[string]any{"pretext": "New:", "author_name": "Joe Doe", "title": "Old bridge", "text": "to close", "fallback": "Old bridge", "footer": "Feeds",
			"fields": []any{map[string]any{"title": "Cars", "value": "900", "short": true}}, "actions": []any{button}},
		map[string]any{"blocks": blocks[:2], "fallback": "[no preview]"}, map[string]any{"fallback": "A chart"},
		map[string]any{"from_url": "https://gazette.example", "title": "A preview"},
	}
	const alsoWritten = "New: Joe Doe Old bridge to close Cars 900 Feeds Old bridge to close & A chart"
	for i, c := range []struct {
		name string
		m    map[string]any
		want string
	}{
		{"an app's blocks", map[string]any{"bot_id": "B9", "text": "You have news", "blocks": blocks}, written},
		{"those of one that is only shown", map[string]any{"bot_profile": map[string]any{"id": "B9"}, "text": "You have news", "blocks": blocks}, written},
		{"… by its name", map[string]any{"bot_profile": map[string]any{"name": "Feeds", "app_id": "A9"}, "text": "You have news", "blocks": blocks}, written},
		{"… by the kind of message", map[string]any{"subtype": "bot_message", "username": "Feeds", "text": "You have news", "blocks": blocks}, written},
		{"an app's attachments", map[string]any{"bot_id": "B9", "text": "", "attachments": attached}, alsoWritten},
		{"all of both", map[string]any{"bot_id": "B9", "text": "You have news", "blocks": blocks, "attachments": attached}, written + " " + alsoWritten},
		{"an app's text", map[string]any{"bot_id": "B9", "text": "You have news"}, "You have news"},
		{"blocks without a text", map[string]any{"blocks": blocks[:1]}, "Old bridge"},
		{"a person's text", map[string]any{"text": "So <@U7>?", "blocks": []any{rich(map[string]any{"type": "text", "text": "another"})}}, "So ?"},
	} {
		p := r.Shortcut("find_in_coverage", "C1", fmt.Sprintf("3.%d", i), "", "U1", "")
		p["message"] = c.m
		r.mustPost(p)
		r.WaitMessages(7 + i)
		asked := r.news.questions()
		if got := asked[len(asked)-1].Text; got != c.want {
			t.Errorf("%s: asked\n%q, want\n%q", c.name, got, c.want)
		}
	}
	// What somebody shares with the bot is a question, too.
	r.mustPost(r.Message("D1", "", "U1", "", map[string]any{"attachments": []any{map[string]any{"is_share": true, "from_url": "https://x", "author_name": "ada", "text": "Who shares?"}}}))
	r.WaitMessages(16)
	if asked := r.news.questions(); asked[len(asked)-1].Text != "Who shares?" {
		t.Errorf("asked %q", asked[len(asked)-1].Text)
	}
	// A picture says nothing.
	n := len(r.news.questions())
	r.mustPost(r.Shortcut("find_in_coverage", "C1", "2.1", "", "U1", ""))
	if m := r.WaitMessages(17)[16]; m.User != "U1" || m.Text != bot.NoText {
		t.Errorf("answered %+v", m)
	}
	if len(r.news.questions()) != n {
		t.Error("asked about nothing")
	}
}
