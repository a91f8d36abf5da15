package discord_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// Commands are registered once, and only what differs is changed.
func TestRegister(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.AddCommand("", map[string]any{"name": "old", "type": 1.0, "description": "from an earlier version"})
		s.AddCommand("", map[string]any{"name": "help", "type": 1.0, "description": "another text"})
		run := func(edit func(*discord.Options)) (changes []string) {
			before := len(s.Requests(""))
			r := open(t, s, &bottest.Handler{}, edit)
			r.run()
			s.WaitFor(time.Minute, "registered", func() bool { return strings.Contains(r.logged.String(), "commands registered") })
			for _, req := range s.Requests("")[before:] {
				if method, path, _ := strings.Cut(req.Route, " "); method != http.MethodGet && strings.Contains(path, "commands") {
					changes = append(changes, method)
				}
			}
			_ = r.end()
			time.Sleep(10 * time.Second) //nolint:forbidigo // time passes in a bubble
			return changes
		}
		if got := strings.Join(run(nil), " "); got != "POST POST POST POST POST POST POST POST DELETE" {
			t.Errorf("at first: %s", got)
		}
		if got, want := strings.Join(s.Commands(""), ", "), "Find in the coverage, ask, cite, compare, help, quote, sources, timeline"; got != want {
			t.Errorf("commands %s, want %s", got, want)
		}
		if got := run(nil); len(got) != 0 {
			t.Errorf("the second time: %v", got)
		}
		inGuild := func(o *discord.Options) { o.Guild = discordtest.GuildID }
		if got := run(inGuild); len(got) != commands || len(s.Commands(discordtest.GuildID)) != commands {
			t.Errorf("in a guild: %v", got)
		}
		if got := run(inGuild); len(got) != 0 {
			t.Errorf("in a guild the second time: %v", got)
		}
	})
}

// A person chooses among the styles that there are buttons for.
func TestStylesToChoose(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		s.WaitFor(time.Minute, "registered", func() bool { return strings.Contains(r.logged.String(), "commands registered") })
		var got []string
		for _, req := range s.Requests(strings.Replace(routeCommands, http.MethodGet, http.MethodPost, 1)) {
			if req.Body["name"] == "cite" {
				var cite struct {
					Options []struct {
						Choices []struct{ Name, Value string }
					}
				}
				if err := json.Unmarshal(req.Raw, &cite); err != nil {
					t.Fatal(err)
				}
				for _, o := range cite.Options {
					for _, c := range o.Choices {
						got = append(got, c.Name+": "+c.Value)
					}
				}
			}
		}
		if want := "APA 7: apa, MLA 9: mla, Chicago: chicago, BibTeX: bibtex, CSL-JSON: csl"; strings.Join(got, ", ") != want {
			t.Errorf("got %q, want %s", got, want)
		}
	})
}

// A bot whose commands cannot be registered still answers mentions.
func TestRegisterFails(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.OnRequest(func(req *discordtest.Request) *discordtest.Response {
			if req.Route == routeCommands && req.Count < 4 {
				return discordtest.Refused(http.StatusForbidden, 50001)
			}
			return nil
		})
		r := open(t, s, &bottest.Handler{}, nil)
		r.run()
		s.Wait("READY", r.adapter.Ready)
		channel := s.NewChannel()
		s.Mention(discordtest.Act{Person: "1", Channel: channel}, "still?")
		r.posted(channel, 1)
		s.WaitFor(time.Minute, "commands", func() bool { return len(s.Commands("")) == commands })
	})
}
