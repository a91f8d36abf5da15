package discord_test

import (
	"maps"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// question is the option of /ask that must be there.
func question(text string) discordtest.Option {
	return discordtest.Option{Name: "question", Value: text}
}

// bridge runs a test of an adapter that answers from the article on the bridge.
func bridge(t *testing.T, f func(t *testing.T, r *rig)) {
	t.Helper()
	bubble(t, func(t *testing.T, s *discordtest.Server) { f(t, start(t, s, bottest.Relay(t, bottest.Bridge()), nil)) })
}

func TestAsk(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		channel := r.NewChannel()
		i := r.answered(r.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("How many cars?")))
		if i.Response != 5 || i.Original.Ephemeral {
			t.Errorf("first response %d, ephemeral %v", i.Response, i.Original.Ephemeral)
		}
		contains(t, i.Original, "-# How many cars?", "**900 cars**", "**1** · The Ashford Gazette · Bridge to close · Joe Doe · 6 May 2024 · paragraph 1",
			"quoting another publication there: “According to The Post:”")
		links := 0
		for _, b := range i.Original.Buttons() {
			if strings.HasPrefix(b.URL, "https://gazette.example/bridge#:~:text=") {
				links++
			}
		}
		if links != 3 {
			t.Errorf("%d links to a passage: %v", links, i.Original.Buttons())
		}
		if _, ok := i.Original.Button("Share"); ok {
			t.Error("a public answer can be shared")
		}
		private := r.answered(r.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("How many cars?"), discordtest.Option{Name: "private", Value: true}))
		if !private.Original.Ephemeral {
			t.Error("a private answer is public")
		}
	})
}

// The options of /ask become the filters of a question; dates are checked at once.
func TestAskFilters(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{}
		r := start(t, s, h, nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		r.answered(r.Slash(act, "ask", question("who won?"), discordtest.Option{Name: "outlet", Value: `The "Hill"`},
			discordtest.Option{Name: "from", Value: "2023-07-01"}, discordtest.Option{Name: "to", Value: "2023"}))
		if got, want := h.Messages()[0].Text, `outlet:"The Hill" from:2023-07-01 to:2023 who won?`; got != want {
			t.Errorf("asked %q, want %q", got, want)
		}
		for _, c := range []struct{ from, to, want string }{
			{"2023-13-45", "", "“2023-13-45” is no date"},
			{"", "next week", "2023-07-01, 2023-07 or 2023"},
			{"2023-07-02", "2023-07-01", "The other way round?"},
			{"@everyone " + strings.Repeat("x", 30), "", "is no date"},
		} {
			i := r.answered(r.Slash(act, "ask", question("who?"), discordtest.Option{Name: "from", Value: c.from}, discordtest.Option{Name: "to", Value: c.to}))
			if i.Response != 4 || !i.Original.Ephemeral {
				t.Errorf("%v: response %d, ephemeral %v", c, i.Response, i.Original.Ephemeral)
			}
			contains(t, i.Original, c.want)
		}
		if len(h.Messages()) != 1 {
			t.Errorf("%d questions", len(h.Messages()))
		}
		// A month may begin and end in itself.
		r.answered(r.Slash(act, "ask", question("who?"), discordtest.Option{Name: "from", Value: "2023-07-15"}, discordtest.Option{Name: "to", Value: "2023-07"}))
		if len(h.Messages()) != 2 {
			t.Error("from 15 July to July is no mistake")
		}
	})
}

func TestAutocomplete(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		var many []string
		for i := range 40 {
			many = append(many, "Paper "+strings.Repeat("x", i)+string(rune('a'+i%26)))
		}
		many = append(many, strings.Repeat("too long ", 20), "")
		r := start(t, s, &bottest.Handler{}, func(o *discord.Options) {
			o.Outlets = func() []string {
				return append([]string{"The Hill", "The Root", "Hill Country News", "Red\u202e \x1b[1mPost"}, many...)
			}
		})
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		for typed, want := range map[string]string{
			"the": "The Hill, The Root", "hill": "Hill Country News, The Hill", "HILL C": "Hill Country News", "zzz": "", "root": "The Root",
			"red": "Red\uFFFD \uFFFD[1mPost",
		} {
			id := r.Autocomplete(act, "ask", question("who"), discordtest.Option{Name: "outlet", Value: typed, Focused: true})
			s.Wait("choices", func() bool { return s.Interaction(id).Response == 8 })
			if got := strings.Join(s.Interaction(id).Choices, ", "); got != want {
				t.Errorf("%q: %s, want %s", typed, got, want)
			}
		}
		id := r.Autocomplete(act, "ask", discordtest.Option{Name: "outlet", Value: "", Focused: true})
		s.Wait("choices", func() bool { return s.Interaction(id).Response == 8 })
		if got := s.Interaction(id).Choices; len(got) != 25 || got[0] != "The Hill" {
			t.Errorf("%d choices, first %s", len(got), got[0])
		}
	})
}

func TestOtherCommands(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		none := r.answered(r.Slash(act, "cite"))
		contains(t, none.Original, "There is no answer here yet")
		r.answered(r.Slash(act, "ask", question("How many cars?")))
		cite := r.answered(r.Slash(act, "cite", discordtest.Option{Name: "number", Value: 2}))
		contains(t, cite.Original, "**Outlet** The Ashford Gazette", "**Headline** Bridge to close", "<https://gazette.example/bridge>")
		apa := r.answered(r.Slash(act, "cite", discordtest.Option{Name: "style", Value: "apa"}))
		contains(t, apa.Original, "```\nDoe, J. (2024, May 6)")
		contains(t, r.answered(r.Slash(act, "sources")).Original, "3 articles")
		contains(t, r.answered(r.Slash(act, "help")).Original, "Ask a question")
		contains(t, r.answered(r.Slash(act, "gone")).Original, "There is no command “/gone”")
		for _, i := range r.Interactions() {
			if public := strings.Contains(i.Original.Text(), "**900 cars**"); i.Original.Ephemeral == public {
				t.Errorf("%s is public", i.Original.Text())
			}
		}
		// Another person in the channel has no answer to cite.
		other := act
		other.Person = "2"
		contains(t, r.answered(r.Slash(other, "cite")).Original, "There is no answer here yet")
	})
}

func TestMessageCommand(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		i := r.answered(r.OnMessage(act, "Find in the coverage", "How many cars?"))
		if !i.Original.Ephemeral {
			t.Error("what one person looks up all see")
		}
		contains(t, i.Original, "**900 cars**")
		contains(t, r.answered(r.OnMessage(act, "Find in the coverage", " ")).Original, "no text")
	})
}

// A message says what it forwards, and what is embedded in it where it has no words of
// its own.
func TestMessageSays(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{}
		r := start(t, s, h, nil)
		preview := []any{map[string]any{"type": "article", "title": "Old bridge to close", "description": "It carries\n900 cars."}}
		rich := []any{map[string]any{
			"type": "rich", "title": "Old bridge", "description": "to close", "author": map[string]any{"name": "Joe Doe"}, "footer": map[string]any{"text": "Feeds"},
			"fields": []any{map[string]any{"name": "Cars", "value": "900"}}, "url": "https://gazette.example/bridge",
		}}
		text := func(s string) any { return map[string]any{"type": 10, "content": s} }
		components := []any{
			text("Old bridge"), map[string]any{"type": 9, "components": []any{text("to close")}, "accessory": map[string]any{"type": 2, "label": "Read", "custom_id": "read"}},
			map[string]any{"type": 17, "components": []any{text("900 cars"), map[string]any{"type": 1, "components": []any{map[string]any{"type": 2, "label": "More"}}}}},
		}
		app := map[string]any{"id": "9", "username": "feeds", "bot": true}
		forward := func(message map[string]any) []any { return []any{map[string]any{"message": message}} }
		for _, c := range []struct {
			name, want string
			fields     map[string]any
		}{
			{"a text", "How many cars?", map[string]any{"content": "How many cars?", "embeds": preview}},
			{"a text and a link", "Is it so? https://gazette.example/bridge", map[string]any{"content": "Is it so? https://gazette.example/bridge", "embeds": preview}},
			{"a link", "Old bridge to close It carries 900 cars.", map[string]any{"content": " <https://gazette.example/bridge>", "embeds": preview}},
			{"a link without a preview", "https://gazette.example/bridge", map[string]any{"content": "https://gazette.example/bridge"}},
			{"an embed", "Old bridge to close It carries 900 cars.", map[string]any{"embeds": preview}},
			{"an app's embed", "News:\nJoe Doe\nOld bridge\nto close\nCars\n900\nFeeds", map[string]any{"content": "News:", "author": app, "embeds": rich}},
			{"a webhook's embeds", "Joe Doe\nOld bridge\nto close\nCars\n900\nFeeds", map[string]any{"webhook_id": "7", "embeds": append(preview, rich...)}},
			{"what a person links to", "News:", map[string]any{"content": "News:", "embeds": rich}},
			{"components", "Old bridge\nto close\n900 cars", map[string]any{"author": app, "components": components}},
			{"forwarded components", "Old bridge\nto close\n900 cars", map[string]any{"message_snapshots": forward(map[string]any{"components": components})}},
			{"a forwarded text", "How many cars?", map[string]any{"message_snapshots": forward(map[string]any{"content": "How many cars?"})}},
			{"a forwarded embed", "Old bridge to close It carries 900 cars.", map[string]any{"message_snapshots": forward(map[string]any{"content": "", "embeds": preview})}},
		} {
			act := discordtest.Act{Person: "1", Channel: s.NewChannel(), Edit: func(p map[string]any) {
				data, _ := p["data"].(map[string]any)
				id, _ := data["target_id"].(string)
				resolved, _ := data["resolved"].(map[string]any)
				messages, _ := resolved["messages"].(map[string]any)
				message, _ := messages[id].(map[string]any)
				maps.Copy(message, c.fields)
			}}
			contains(t, r.answered(r.OnMessage(act, "Find in the coverage", "")).Original, "You said:")
			all := h.Messages()
			if got := all[len(all)-1].Text; got != c.want {
				t.Errorf("%s: asked %q, want %q", c.name, got, c.want)
			}
		}
		// What somebody forwards to the bot is a question, too.
		r.Write(discordtest.Act{Person: "1", Channel: s.DM("1"), Edit: func(m map[string]any) {
			m["message_reference"] = map[string]any{"type": 1, "message_id": "1", "channel_id": "2"}
			m["message_snapshots"] = forward(map[string]any{"content": "Who forwards?"})
		}}, "")
		contains(t, r.posted(s.DM("1"), 1), "You said: Who forwards?")
	})
}

func TestMentionsAndDirectMessages(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		channel := r.NewChannel()
		id := r.Mention(discordtest.Act{Person: "1", Channel: channel}, "How many cars?")
		m := r.posted(channel, 1)
		if m.Reference != id {
			t.Errorf("the answer replies to %q", m.Reference)
		}
		contains(t, m, "-# How many cars?", "**900 cars**")
		// The conversation goes on in plain words.
		r.Mention(discordtest.Act{Person: "1", Channel: channel}, "more")
		contains(t, r.posted(channel, 2), "Further quotes:")

		dm := r.DM("1")
		r.Write(discordtest.Act{Person: "1", Channel: dm}, "How many cars?")
		m = r.posted(dm, 1)
		contains(t, m, "**900 cars**")
		if _, ok := m.Button("Citations"); !ok {
			t.Errorf("buttons %v", m.Buttons())
		}
		// A bare mention is told what to do.
		r.Mention(discordtest.Act{Person: "2", Channel: channel}, "<:sad:123> ?")
		contains(t, r.posted(channel, 3), "Ask a question")
	})
}

// Row 20: what nobody asks the bot is left alone; so are other bots.
func TestSilence(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		channel, dm := r.NewChannel(), r.DM("1")
		act := func(edit func(map[string]any)) discordtest.Act {
			return discordtest.Act{Person: "1", Channel: channel, Edit: edit}
		}
		r.Write(act(nil), "How many cars?")
		r.Write(act(func(m map[string]any) { m["mention_everyone"] = true }), "@everyone How many cars?")
		r.Mention(act(func(m map[string]any) { m["author"] = discordtest.User(discordtest.BotID, "me", true) }), "my own")
		r.Mention(act(func(m map[string]any) { m["author"] = discordtest.User(discordtest.BotID, "me", false) }), "my own, from a server that does not say what I am")
		r.Mention(act(func(m map[string]any) { m["author"] = discordtest.User("5", "bot", true) }), "another bot")
		r.Mention(act(func(m map[string]any) { m["webhook_id"] = "77" }), "a webhook")
		r.Mention(act(func(m map[string]any) { m["type"] = 6 }), "a pin")
		r.Write(act(nil), "`<@"+discordtest.BotID+">` is how it is called") // in code it is no mention
		r.Mention(act(func(m map[string]any) { delete(m, "author") }), "nobody")
		r.Mention(act(func(m map[string]any) { delete(m, "id") }), "no message that one could reply to")
		r.Dispatch("MESSAGE_UPDATE", map[string]any{
			"id": "1", "channel_id": channel, "guild_id": discordtest.GuildID, "content": "<@" + discordtest.BotID + "> edited", "author": discordtest.User("1", "person", false),
		})
		r.Dispatch("MESSAGE_DELETE", map[string]any{"id": "1", "channel_id": channel, "guild_id": discordtest.GuildID})
		r.Dispatch("SOMETHING_NEW", map[string]any{"id": []int{1}})
		r.Dispatch("MESSAGE_CREATE", "no message at all")
		r.Dispatch("INTERACTION_CREATE", []int{1})
		r.Dispatch("INTERACTION_CREATE", map[string]any{"type": 2, "token": "x", "channel_id": channel, "data": map[string]any{"name": "help"}})
		r.Write(discordtest.Act{Person: "1", Channel: dm, Edit: func(m map[string]any) { m["author"] = discordtest.User("5", "bot", true) }}, "a bot's direct message")
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		if n := len(r.Messages(channel)) + len(r.Messages(dm)); n != 0 {
			t.Errorf("%d messages", n)
		}
		// A message told twice, by whatever way, is answered once.
		id := r.Mention(act(nil), "How many cars?")
		r.Mention(act(func(m map[string]any) { m["id"] = id }), "How many cars?")
		r.posted(channel, 1)
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		r.posted(channel, 1)
		if accepted, again := r.counter.Of(bot.EventAccepted), r.counter.Of(bot.EventDuplicate); accepted != 1 || again != 1 {
			t.Errorf("%d accepted, %d duplicates", accepted, again)
		}
	})
}

// Row 24: payloads of unusual form do no harm, and the asker is the right one.
func TestUnusualPayloads(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{}
		r := start(t, s, h, nil)
		channel := s.NewChannel()
		for name, edit := range map[string]func(map[string]any){
			"no member":     func(p map[string]any) { delete(p, "member") },
			"null member":   func(p map[string]any) { p["member"] = nil },
			"member alone":  func(p map[string]any) { p["member"] = map[string]any{} },
			"foreign guild": func(p map[string]any) { p["guild_id"] = "999" },
			"no context":    func(p map[string]any) { delete(p, "context"); delete(p, "guild_locale") },
			"no app":        func(p map[string]any) { delete(p, "application_id") },
			"strange entries": func(p map[string]any) {
				p["entitlements"], p["locale"], p["app_permissions"] = "x", 7, nil
			},
		} {
			act := discordtest.Act{Person: "1", Channel: channel, Edit: edit}
			i := r.answered(s.Slash(act, "ask", question(name)))
			contains(t, i.Original, name)
			if !r.answered(s.Slash(act, "help")).Original.Ephemeral {
				t.Errorf("%s: all see what one has asked for", name)
			}
		}
		dm := r.answered(s.Slash(discordtest.Act{Person: "2", Channel: s.DM("2")}, "ask", question("direct")))
		contains(t, dm.Original, "direct")
		r.answered(s.Slash(discordtest.Act{Person: "1", Channel: channel, Edit: func(p map[string]any) {
			delete(p, "channel_id")
			p["channel"] = map[string]any{"id": channel}
		}}, "ask", question("channel object")))
		r.answered(s.Slash(discordtest.Act{Person: "1", Channel: channel}, "cite"))
		users := map[string]string{}
		for _, m := range h.Messages() {
			if m.Text == "/cite" && m.Last.Question != "channel object" {
				t.Errorf("cites what was asked last: %q", m.Last.Question)
			}
			users[m.Text] = m.User
		}
		if users["foreign guild"] != "discord:1" || users["direct"] != "discord:2" || users["no member"] != "" {
			t.Errorf("askers: %v", users)
		}
		// Of a type that does not exist yet, without its data, or with no way to respond.
		before := r.counter.Of(bot.EventAccepted)
		s.Dispatch("INTERACTION_CREATE", map[string]any{"id": "1", "token": "t", "type": 99, "application_id": "1", "guild_id": discordtest.GuildID})
		s.Dispatch("INTERACTION_CREATE", map[string]any{"id": "2", "token": "t", "type": 3, "guild_id": discordtest.GuildID})
		s.Dispatch("INTERACTION_CREATE", map[string]any{"id": "3", "token": "t", "type": 2, "data": nil, "guild_id": discordtest.GuildID})
		s.Dispatch("INTERACTION_CREATE", map[string]any{"id": "4", "type": 2, "data": map[string]any{"name": "help"}, "guild_id": discordtest.GuildID})
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		synctest.Wait()
		if r.counter.Of(bot.EventPanicked) != 0 {
			t.Errorf("a panic:\n%s", r.logged)
		}
		if n := r.counter.Of(bot.EventAccepted) - before; n != 1 { // the command without a name
			t.Errorf("%d of four were accepted", n)
		}
	})
}

// The commands of the other forms of an answer ask with the form's word.
func TestForms(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{}
		r := start(t, s, h, nil)
		text := discordtest.Option{Name: "text", Value: "the bridge is closed"}
		outlet := discordtest.Option{Name: "outlet", Value: "The Hill"}
		for _, c := range []struct {
			command string
			options []discordtest.Option
			want    string
		}{
			{"timeline", []discordtest.Option{question("the bridge"), outlet}, `timeline: outlet:"The Hill" the bridge`},
			{"compare", []discordtest.Option{question("timeline: the bridge")}, "compare: the bridge"},
			{"ask", []discordtest.Option{question("<@" + discordtest.BotID + "> who<:sad:12>, <@&7> <a:b:3> closes it <t:1700000000:R>? </ask list:5><id:guide>")}, "who ,     closes it  ?"},
			{"ask", []discordtest.Option{question("compare: the bridge"), outlet}, `compare: outlet:"The Hill" the bridge`},
			{"quote", []discordtest.Option{text}, "quote: the bridge is closed"},
		} {
			i := r.answered(r.Slash(discordtest.Act{Person: "1", Channel: r.NewChannel()}, c.command, c.options...))
			said := h.Messages()
			if got := said[len(said)-1].Text; got != c.want || i.Original.Ephemeral {
				t.Errorf("/%s: %q, want %q", c.command, got, c.want)
			}
		}
		// A quote knows no filters, and they are not taken for its words.
		i := r.answered(r.Slash(discordtest.Act{Person: "1", Channel: r.NewChannel()}, "ask", question("quote: the bridge"), outlet))
		contains(t, i.Original, "in all of the coverage")
		if n := len(h.Messages()); n != 5 {
			t.Errorf("%d questions, want 5", n)
		}
	})
}
