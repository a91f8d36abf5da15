package discord_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

func TestPaging(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		first := r.answered(r.Slash(act, "ask", question("How many cars?"))).Original
		i := r.answered(r.Press(act, first, "More"))
		if i.Response != 6 || i.Original.ID != first.ID {
			t.Errorf("response %d; the page is not turned in place", i.Response)
		}
		contains(t, i.Original, "**4** · The Ashford Gazette", "-# How many cars?")
		if _, ok := i.Original.Button("→"); ok {
			t.Error("a page after the last")
		}
		i = r.answered(r.Press(act, i.Original, "←"))
		contains(t, i.Original, "**1** ·")

		// Someone else turns a page for themselves.
		other := discordtest.Act{Person: "2", Channel: act.Channel}
		i = r.answered(r.Press(other, first, "More"))
		if i.Original.ID == first.ID || !i.Original.Ephemeral {
			t.Error("another person turned the asker's page")
		}
		if n := len(r.Messages(act.Channel)); n != 2 {
			t.Errorf("%d messages", n)
		}
	})
}

func TestAround(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		first := r.answered(r.Slash(act, "ask", question("How many cars?"))).Original
		i := r.answered(r.Press(act, first, "Around this quote"))
		if !i.Original.Ephemeral {
			t.Error("what one person reads all see")
		}
		contains(t, i.Original, "Around quote 1:", "**The council of Ashford", "> According to The Post:")
		links := 0
		for _, b := range i.Original.Buttons() {
			if b.Label == "Open the passage" {
				links++
			}
		}
		// It is one text.
		if n := strings.Count(i.Original.Text(), "**1** · The Ashford Gazette"); n != 1 || links != 1 {
			t.Errorf("the article is cited %d times, with %d links:\n%s", n, links, i.Original.Text())
		}
	})
}

func TestShareAndFeedback(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		private := r.answered(r.Slash(act, "ask", question("How many cars?"), discordtest.Option{Name: "private", Value: true})).Original
		i := r.answered(r.Press(act, private, "Share"))
		if i.Original.Ephemeral || i.Original.Text() != private.Text() {
			t.Errorf("shared, ephemeral %v:\n%s", i.Original.Ephemeral, i.Original.Text())
		}
		if _, ok := i.Original.Button("Share"); ok {
			t.Error("what is shared can be shared")
		}
		// What is shared has buttons that work.
		contains(t, r.answered(r.Press(act, i.Original, "Around this quote")).Original, "Around quote 1:")

		for label, event := range map[string]bot.Event{"Helpful": bot.EventHelpful, "Not helpful": bot.EventUnhelpful} {
			thanks := r.answered(r.Press(act, private, label))
			contains(t, thanks.Original, "Thank you.")
			if !thanks.Original.Ephemeral || r.counter.Of(event) != 1 {
				t.Errorf("%s: %v", label, r.counter)
			}
		}
	})
}

func TestCitationsInDM(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		first := r.answered(r.Slash(act, "ask", question("How many cars?"))).Original
		i := r.answered(r.Press(act, first, "Citations in DM"))
		contains(t, i.Original, "in your direct messages")
		if !i.Original.Ephemeral {
			t.Error("all see that one person has a message")
		}
		dm := r.posted(r.DM("1"), 1)
		contains(t, dm, "**Outlet** The Ashford Gazette", "**Published** 6 May 2024", "<https://gazette.example/bridge>", "-# How many cars?")
		// There the conversation goes on, and the styles are one press away.
		act.Channel = r.DM("1")
		r.Write(act, "cite 2 mla")
		contains(t, r.posted(act.Channel, 2), "Quote 2, MLA 9:")
		apa := r.answered(r.Press(act, dm, "APA 7")).Original
		contains(t, apa, "Doe, J. (2024, May 6)")
		contains(t, r.answered(r.Press(act, dm, "BibTeX")).Original, "@article")
		contains(t, r.answered(r.Press(act, dm, "CSL-JSON")).Original, `"type": "article-newspaper"`)
	})
}

// Where there is nothing to cite any more, that is said where it was asked for.
func TestNothingToCite(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		quote := bottest.Snippet(t, bottest.Bridge(), 1, "900 cars")
		r := start(t, s, &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			if m.Last.Question != "" {
				return bot.Reply{Text: "There is no quote."}
			}
			return bot.Reply{Text: "The coverage says:", Snippets: []answer.Snippet{quote}, Turn: bot.Turn{Question: m.Text, Shown: 1}}
		}}, nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		first := r.answered(r.Slash(act, "ask", question("How many cars?"))).Original
		contains(t, r.answered(r.Press(act, first, "Citations in DM")).Original, "There is no quote.")
		if n := len(r.Messages(r.DM("1"))); n != 0 {
			t.Errorf("%d direct messages", n)
		}
	})
}

// Row 25: direct messages that are closed. The content is the same.
func TestClosedDMs(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		r.Deny(r.DM("1"), 50007)
		first := r.answered(r.Slash(act, "ask", question("How many cars?"))).Original
		for range 3 {
			i := r.answered(r.Press(act, first, "Citations in DM"))
			if !i.Original.Ephemeral {
				t.Error("citations for one person are public")
			}
			contains(t, i.Original, "closed to me", "**Outlet** The Ashford Gazette", "<https://gazette.example/bridge>")
		}
		if n := len(r.Requests("POST /channels/{channel_id}/messages")); n != 1 {
			t.Errorf("%d attempts to post, want one, and to remember", n)
		}
		r.Deny(r.DM("1"), 0)
		time.Sleep(11 * time.Minute) //nolint:forbidigo // time passes in a bubble
		again := r.answered(r.Slash(act, "ask", question("How many cars?"))).Original
		contains(t, r.answered(r.Press(act, again, "Citations in DM")).Original, "in your direct messages")
	})
}

// A button works after a restart that forgot everything, and says so where it does not.
func TestButtonsAfterRestart(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		before := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		asked := `How many *cars* <@x> @everyone “quoted” \ 1. -x outlet:"The Hill"?`
		first := before.answered(s.Slash(act, "ask", question(asked))).Original
		if err := before.end(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Second) //nolint:forbidigo // time passes in a bubble
		h := &bottest.Handler{}
		after := open(t, s, h, nil)
		after.run()
		s.WaitFor(time.Minute, "READY", after.adapter.Ready)
		after.answered(s.Press(act, first, "More"))
		m := h.Messages()[0]
		if m.Text != bot.MoreCommand || m.Last.Question != asked || m.Last.Shown != 3 || m.Last.Page != "1-3" || len(m.Last.Seal) != 8 {
			t.Errorf("asked %+v", m)
		}
		for _, id := range []string{"n0 1 3 - more", "n2 1 3 - more", "n1:more:3:-:", "n3 2 x - - more", "n3 1 3 - more", "n3 2 3 - - ", "n3 2 3 - y more", "x", strings.Repeat("n3 ", 30)} {
			contains(t, after.answered(s.PressID(act, first, id)).Original, "Ask again with /ask.")
		}
	})
}

// The last answer of a conversation is remembered over a restart where there is a
// journal.
func TestJournalRemembersTurn(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		path := filepath.Join(t.TempDir(), "journal")
		keep := func(o *discord.Options) { o.Journal = path }
		before := start(t, s, bottest.Relay(t, bottest.Bridge()), keep)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		before.answered(s.Slash(act, "ask", question("How many cars?")))
		if err := before.end(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Second) //nolint:forbidigo // time passes in a bubble
		after := open(t, s, bottest.Relay(t, bottest.Bridge()), keep)
		after.run()
		s.WaitFor(time.Minute, "READY", after.adapter.Ready)
		contains(t, after.answered(s.Slash(act, "cite")).Original, "**Outlet** The Ashford Gazette")
	})
}

// What a reply offers besides has its buttons, which work from a message that all see,
// from a private one and from a direct one, on both ways in, and after a restart. A
// command that no custom_id has room for has none.
func TestActions(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		quote := bottest.Snippet(t, bottest.Bridge(), 1, "900 cars")
		h := &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			r := bot.Reply{Text: m.Text, Snippets: []answer.Snippet{quote}, More: true, Outcome: answer.Found, Turn: bot.Turn{Question: m.Text, Shown: 1, Page: "1", Seal: "0badcafe"}}
			for _, command := range []string{bot.TimelineCommand, bot.MoreCommand, "any outlet", strings.Repeat("é", 82), strings.Repeat("é", 83)} {
				r.Actions = append(r.Actions, bot.Action{Label: "do " + command, Command: command})
			}
			return r
		}}
		channel := s.NewChannel()
		var asked []*discordtest.Message
		before := start(t, s, h, nil)
		act := discordtest.Act{Person: "1", Channel: channel}
		asked = append(asked, before.answered(s.Slash(act, "ask", question("who?"))).Original,
			before.answered(s.Slash(act, "ask", question("who?"), discordtest.Option{Name: "private", Value: true})).Original)
		s.Write(discordtest.Act{Person: "1", Channel: s.DM("1")}, "who?")
		asked = append(asked, before.posted(s.DM("1"), 1))
		if err := before.end(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Second) //nolint:forbidigo // time passes in a bubble
		after := open(t, s, h, nil)
		after.run()
		s.WaitFor(time.Minute, "READY", after.adapter.Ready)

		for _, m := range asked {
			var labels []string
			for _, b := range m.Buttons() {
				labels = append(labels, b.Label)
			}
			cite, share := "Citations in DM", ""
			if m.Channel != channel {
				cite = "Citations"
			} else if m.Ephemeral {
				share = "Share, "
			}
			want := "Open the passage, Around this quote, More, " + cite + ", do timeline, do any outlet, do " + strings.Repeat("é", 76) + "…, " + share + "Helpful, Not helpful"
			if got := strings.Join(labels, ", "); got != want {
				t.Errorf("buttons:\n%s, want\n%s", got, want)
			}
			contains(t, m, "no room for a button, but you can write: “"+strings.Repeat("é", 83)+"”.")
			for _, byHTTP := range []bool{false, true} {
				for label, command := range map[string]string{"do timeline": "timeline", "do any outlet": "any outlet", "do " + strings.Repeat("é", 76) + "…": strings.Repeat("é", 82)} {
					id := s.Press(discordtest.Act{Person: "1", Channel: m.Channel, Drop: byHTTP}, m, label)
					if byHTTP {
						s.Deliver(after.adapter, id)
					}
					i := after.answered(id)
					all := h.Messages()
					if got := all[len(all)-1]; got.Text != command || got.Last != (bot.Turn{Question: "who?", Shown: 1, Page: "1", Seal: "0badcafe"}) {
						t.Errorf("%s: asked %+v", label, got)
					}
					if i.Original.ID == m.ID || i.Original.Ephemeral != (m.Channel == channel) {
						t.Errorf("%s: in place %v, ephemeral %v", label, i.Original.ID == m.ID, i.Original.Ephemeral)
					}
				}
			}
		}
	})
}

// However much a reply offers, its quotes are all there, and what has no button is
// said, and can be written.
func TestManyActions(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		var quotes []answer.Snippet
		for n := range 3 {
			quotes = append(quotes, bottest.Snippet(t, bottest.Bridge(), n+4, "900 cars"))
		}
		actions := 0
		h := &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			r := bot.Reply{Text: "The coverage says:", Snippets: quotes, More: true, Notes: []string{"A note."}, Outcome: answer.Found, Turn: bot.Turn{Question: m.Text, Shown: 6}}
			for n := range actions {
				r.Actions = append(r.Actions, bot.Action{Label: fmt.Sprint("Action ", n), Command: fmt.Sprint("act ", n)})
			}
			return r
		}}
		r := start(t, s, h, nil)
		for n, buttons := range map[int]int{0: 0, 1: 1, 10: 10, 12: 12, 13: 12, 30: 12} {
			actions = n
			act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
			m := r.answered(s.Slash(act, "ask", question("who?"), discordtest.Option{Name: "private", Value: true})).Original
			contains(t, m, "**4** ·", "**5** ·", "**6** ·", "A note.")
			for _, label := range []string{"←", "→", "Citations in DM", "Share", "Helpful", "Not helpful"} {
				if _, ok := m.Button(label); !ok {
					t.Errorf("%d actions: no button %q", n, label)
				}
			}
			shown := 0
			for i := range n {
				_, ok := m.Button(fmt.Sprint("Action ", i))
				if typed := strings.Contains(m.Text(), fmt.Sprintf("“act %d”", i)); typed == ok {
					t.Errorf("%d of %d actions: a button %v, in words %v", i, n, ok, typed)
				}
				if ok {
					shown++
				}
			}
			if shown != buttons {
				t.Errorf("%d of %d actions have buttons, want %d", shown, n, buttons)
			}
		}
		// What is said can be written.
		actions = 30
		channel := s.NewChannel()
		s.Mention(discordtest.Act{Person: "1", Channel: channel}, "who?")
		contains(t, r.posted(channel, 1), "“act 29”")
		s.Mention(discordtest.Act{Person: "1", Channel: channel}, "act 29")
		r.posted(channel, 2)
		all := h.Messages()
		if m := all[len(all)-1]; m.Text != "act 29" || m.Last.Question != "who?" {
			t.Errorf("asked %+v", m)
		}
	})
}
