package discord_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// answers answers requests by their routes: with 404 where the status is 0.
func answers(routes map[string]discordtest.Response) func(*discordtest.Request) *discordtest.Response {
	return func(req *discordtest.Request) *discordtest.Response {
		r, ok := routes[req.Route]
		if !ok {
			return nil
		}
		if r.Status == 0 {
			r = discordtest.Response{Status: http.StatusNotFound, Body: "404 page not found"}
		}
		return &r
	}
}

// A server that tells nothing of the bot but in READY, and knows no sessions.
func TestForeignIdentity(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.OnRequest(answers(map[string]discordtest.Response{"GET /users/@me": {}, "GET /applications/@me": {}, "GET /gateway/bot": {}}))
		r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		r.run()
		s.WaitFor(time.Minute, "commands", func() bool { return r.adapter.Ready() && len(s.Commands("")) == commands })
		channel := s.NewChannel()
		i := r.answered(s.Slash(discordtest.Act{Person: "1", Channel: channel, Edit: func(p map[string]any) { delete(p, "application_id") }}, "ask", question("How many cars?")))
		contains(t, i.Original, "**900 cars**")
		s.Mention(discordtest.Act{Person: "1", Channel: channel, Edit: func(m map[string]any) { delete(m, "mentions") }}, "How many cars?")
		contains(t, r.posted(channel, 2), "**900 cars**")
	})
}

// Wherever the gateway is, it is connected to, with the version and the encoding asked
// for, and a query of its own left as it is.
func TestForeignGateway(t *testing.T) {
	for address, want := range map[string]string{
		"":                "/?encoding=json&v=10",
		"/":               "/?encoding=json&v=10",
		"/ws":             "/ws?encoding=json&v=10",
		"/ws/":            "/ws/?encoding=json&v=10",
		"/a/b?x=1":        "/a/b?encoding=json&v=10&x=1",
		"?v=9&encoding=x": "/?encoding=json&v=10",
	} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			s.Expect("gateway")
			s.OnRequest(answers(map[string]discordtest.Response{"GET /gateway/bot": {Status: 200, Body: `{"url":"ws://` + discordtest.Host + address + `"}`}}))
			r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
			r.ask()
			s.DropAll()
			s.WaitFor(time.Minute, "resumed", func() bool { return s.Logged("resumed") == 1 })
			r.ask()
			if all := s.Violations(); len(all) != 1 || all[0].Detail != `the address "`+want+`"` {
				t.Errorf("%q: %v", address, all)
			}
		})
	}
}

// What comes before READY, and beside what is known, does no harm.
func TestForeignEvents(t *testing.T) {
	for _, early := range []string{
		`{"op":1,"d":null}`, `{"op":11}`, `{"op":99,"d":{"x":[1]}}`, `{"op":0,"t":"SOMETHING_NEW","s":1,"d":{"id":7}}`,
		`{"op":0,"t":"GUILD_CREATE","s":1,"d":null}`, `{"op":0,"t":"READY"}`, `{}`, `[]`, `{"op":"0"}`, `no JSON`,
	} {
		t.Run(early, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				s.OnGateway(func(step discordtest.Step) discordtest.Action {
					if step.Kind == "identify" {
						s.SendRaw(early)
					}
					return discordtest.Action{}
				})
				r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
				r.ask()
				s.SendRaw(early)
				s.Ask()
				r.ask()
				time.Sleep(3 * time.Minute) //nolint:forbidigo // time passes in a bubble
				r.ask()
				if n := s.Logged("connect"); n > 2 {
					t.Errorf("%d connections", n)
				}
			})
		})
	}
}

// Ids that are numbers, answers that are none of ours, a 429 that says less.
func TestForeignAnswers(t *testing.T) {
	number := func(m map[string]any, keys ...string) {
		for _, k := range keys {
			if id, ok := m[k].(string); ok {
				m[k] = json.Number(id)
			}
		}
	}
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{}
		r := start(t, s, h, nil)
		channel := s.NewChannel()
		i := r.answered(s.Slash(discordtest.Act{Person: "1", Channel: channel, Edit: func(p map[string]any) {
			number(p, "id", "application_id", "channel_id", "guild_id")
			p["type"], p["context"] = "2", "0"
			p["member"] = map[string]any{"user": map[string]any{"id": int64(123456789012345678)}}
		}}, "ask", question("numbers?"), discordtest.Option{Name: "private", Value: "true"}))
		contains(t, i.Original, "You said: numbers?")
		if m := h.Messages()[0]; m.User != "discord:123456789012345678" || !i.Original.Ephemeral {
			t.Errorf("asked by %s, ephemeral %v", m.User, i.Original.Ephemeral)
		}
		for _, limited := range []discordtest.Response{
			{Status: 429, Header: map[string]string{"Retry-After": "2"}, Body: "slow down"},
			{Status: 429, Body: `{"message":"You are being rate limited.","retry_after":2}`},
			{Status: 429},
		} {
			on(s, routeEdit, &limited)
			r.ask()
		}
		on(s, routeRespond, &discordtest.Response{Done: true, Status: 200, Body: `{"interaction":{}}`})
		r.ask()
	})
}

// A server that takes no components of version 2 is given the text, with its links.
func TestForeignComponents(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		code := 50035
		s.OnRequest(func(req *discordtest.Request) *discordtest.Response {
			if bytes.Contains(req.Raw, []byte(`"components"`)) && slices.Contains([]string{routePost, routeEdit}, req.Route) {
				return discordtest.Refused(http.StatusBadRequest, code)
			}
			return nil
		})
		r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		for _, code = range []int{50035, 50006} {
			act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
			i := r.answered(s.Slash(act, "ask", question("How many cars?")))
			s.Mention(act, "How many cars?")
			for _, m := range []*discordtest.Message{i.Original, r.posted(act.Channel, 2)} {
				contains(t, m, "-# How many cars?\nThe coverage says:\n> The council", "**900 cars**", "**1** · The Ashford Gazette", "\n<https://gazette.example/bridge#:~:text=")
			}
			s.Mention(act, "sources")
			contains(t, r.posted(act.Channel, 3), "3 articles")
		}
	})
}

// An address that Discord takes for none on a button costs nothing of the answer but that button.
func TestForeignLinks(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		r.OnRequest(func(req *discordtest.Request) *discordtest.Response {
			if bytes.Contains(req.Raw, []byte(`"url"`)) {
				return discordtest.Refused(http.StatusBadRequest, 50035)
			}
			return nil
		})
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		r.Mention(act, "How many cars?")
		m := r.posted(act.Channel, 1)
		contains(t, m, "**900 cars**", "\n<https://gazette.example/bridge#:~:text=")
		for _, label := range []string{"Around this quote", "More", "Helpful"} {
			if _, ok := m.Button(label); !ok {
				t.Errorf("no button %q: %v", label, m.Buttons())
			}
		}
		if n := len(r.Requests(routePost)); n != 2 {
			t.Errorf("%d posts", n)
		}
	})
}

// A server that does not say what the message of a button holds: what it was about is
// remembered, unless something else was asked since.
func TestForeignPress(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		first := r.answered(r.Slash(act, "ask", question("How many cars?"))).Original
		act.Edit = func(p map[string]any) {
			m, _ := p["message"].(map[string]any)
			p["message"] = map[string]any{"id": m["id"]}
		}
		contains(t, r.answered(r.Press(act, first, "More")).Original, "**4** ·")
		contains(t, r.answered(r.Press(act, first, "More")).Original, "Ask again with /ask.")
		contains(t, r.answered(r.Press(act, first, "Helpful")).Original, "Thank you.")
		if r.counter.Of(bot.EventHelpful) != 1 {
			t.Error("an opinion is not counted")
		}
		// Nobody is known who turns a page for all.
		act.Edit = func(p map[string]any) {
			delete(p, "member")
			m, _ := p["message"].(map[string]any)
			delete(m, "interaction_metadata")
			delete(m, "interaction")
		}
		if i := r.answered(r.Press(act, first, "More")); i.Response != 5 {
			t.Errorf("response %d", i.Response)
		}
	})
}

// The address of the API may be given with or without its version, and a slash.
func TestForeignAddress(t *testing.T) {
	for _, address := range []string{"", "/", "/api", "/api/", "/api/v10", "/api/v10/"} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			base, _, _ := strings.Cut(s.URL(), "/api")
			r := start(t, s, bottest.Relay(t, bottest.Bridge()), func(o *discord.Options) { o.API = base + address })
			r.ask()
		})
	}
}
