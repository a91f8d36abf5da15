package main

import (
	"context"
	"log/slog"
	"strings"
	"testing"

	"newshound/bot"
	"newshound/bot/discord/discordtest"
)

// discordDeps connects Discord with the seed articles, and with a fake where the
// environment says no other.
func discordDeps(t testing.TB, server *discordtest.Server, env map[string]string) platformDeps {
	t.Helper()
	engine, err := (&corpusFlags{}).engine(t.Context(), &environment{getenv: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	api := server.Listen()
	return platformDeps{
		asker: engine, handler: bot.NewRelay(engine, bot.Options{}), log: slog.New(slog.DiscardHandler), observer: bot.Unobserved{},
		getenv: func(name string) string {
			if value, set := env[name]; set || name != "DISCORD_API_URL" {
				return value
			}
			return api
		},
	}
}

func TestDiscordPlatform(t *testing.T) {
	server := discordtest.New(t)
	if p, err := discordPlatform(discordDeps(t, server, nil)); p != nil || err != nil {
		t.Errorf("without a token: %v, %v", p, err)
	}
	if _, err := discordPlatform(discordDeps(t, server, map[string]string{"DISCORD_PUBLIC_KEY": server.PublicKey()})); err == nil || !strings.Contains(err.Error(), "DISCORD_TOKEN is not set") {
		t.Errorf("with a key alone: %v", err)
	}
	d := discordDeps(t, server, map[string]string{"DISCORD_TOKEN": "Bot " + discordtest.Token, "DISCORD_PUBLIC_KEY": server.PublicKey()})
	d.state, d.http = t.TempDir(), true
	p, err := discordPlatform(d)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx) }()
	defer func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}()
	server.Wait("READY", func() bool { return p.Ready() && len(server.Commands("")) == 8 })

	act := discordtest.Act{Person: "1", Channel: server.NewChannel()}
	look := func(id string) *discordtest.Message {
		t.Helper()
		server.Wait("an answer", func() bool { return server.Interaction(id).Answered == 1 })
		m := server.Interaction(id).Original
		if text := strings.ReplaceAll(m.Text(), "*", ""); !strings.Contains(text, "the Daily Beast first reported Thursday that Russian hackers tried") {
			t.Errorf("answered %s", m.Text())
		}
		t.Logf("%s\n%v", m.Text(), m.Buttons())
		return m
	}
	question := discordtest.Option{Name: "question", Value: "Did Russian hackers attack Senator McCaskill?"}
	look(server.Slash(act, "ask", question))

	// A filter is dropped by a press, which asks the engine anew.
	narrow := server.Slash(act, "ask", question, discordtest.Option{Name: "outlet", Value: "The Root"})
	server.Wait("an answer", func() bool { return server.Interaction(narrow).Answered == 1 })
	m := server.Interaction(narrow).Original
	if text := m.Text(); !strings.Contains(text, `-# outlet:"The Root" Did Russian`) || strings.Contains(text, "Daily Beast") {
		t.Errorf("of one outlet:\n%s", text)
	}
	wide := look(server.Press(act, m, "Any outlet"))
	if _, again := wide.Button("Any outlet"); again || strings.Contains(wide.Text(), "outlet:") || !wide.Ephemeral || wide.ID == m.ID {
		t.Errorf("of any outlet, ephemeral %v:\n%s\n%v", wide.Ephemeral, wide.Text(), wide.Buttons())
	}

	// One that is misspelt is put right by a press.
	misspelt := server.Slash(act, "ask", question, discordtest.Option{Name: "outlet", Value: "The Hil"})
	server.Wait("an answer", func() bool { return server.Interaction(misspelt).Answered == 1 })
	look(server.Press(act, server.Interaction(misspelt).Original, "Only The Hill"))

	act.Drop = true
	byHTTP := server.Slash(act, "ask", question)
	if code := server.Deliver(p.Routes["POST "+discordPath], byHTTP); code != 200 {
		t.Errorf("by HTTP: %d", code)
	}
	look(byHTTP)
	choice := server.Autocomplete(act, "ask", discordtest.Option{Name: "outlet", Value: "the r", Focused: true})
	server.Deliver(p.Routes["POST "+discordPath], choice)
	if got := server.Interaction(choice).Choices; len(got) != 1 || got[0] != "The Root" {
		t.Errorf("outlets %v", got)
	}
}

func TestDiscordSettings(t *testing.T) {
	for name, c := range map[string]struct {
		env  map[string]string
		want string
	}{
		"public key": {map[string]string{"DISCORD_PUBLIC_KEY": "abcd"}, "64 hexadecimal digits"},
		"address":    {map[string]string{"DISCORD_API_URL": "discord.com"}, "no address"},
		"guild":      {map[string]string{"DISCORD_GUILD_ID": "my server"}, "DISCORD_GUILD_ID is no id"},
	} {
		env := map[string]string{"DISCORD_TOKEN": discordtest.Token}
		for k, v := range c.env {
			env[k] = v
		}
		p, err := discordPlatform(discordDeps(t, discordtest.New(t), env))
		if p != nil || err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), discordtest.Token) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestParseShard(t *testing.T) {
	for text, want := range map[string][2]int{"0/2": {0, 2}, "15/16": {15, 16}, "2/2": {}, "-1/2": {}, "one": {}, "": {}, "1": {}} {
		if got, err := parseShard(text); got != want || (err == nil) != (want[1] > 0) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestDiscordFindings(t *testing.T) {
	if found := discordFindings(t.Context(), discordDeps(t, discordtest.New(t), nil)); found != nil {
		t.Errorf("without a token: %v", found)
	}
	for name, c := range map[string]struct {
		env  map[string]string
		bad  int    // how many are not OK
		want string // of one that is not
		set  func(*discordtest.Server)
	}{
		"well":          {bad: 0},
		"token":         {env: map[string]string{"DISCORD_TOKEN": "another"}, bad: 1, want: "refuses DISCORD_TOKEN"},
		"application":   {env: map[string]string{"DISCORD_APPLICATION_ID": "5"}, bad: 1, want: "is not the application of"},
		"sessions":      {bad: 1, want: "0 sessions", set: func(s *discordtest.Server) { s.SetStarts(0) }},
		"endpoint":      {bad: 1, want: "DISCORD_PUBLIC_KEY is not set", set: func(s *discordtest.Server) { s.SetEndpoint("https://bot.example/discord/interactions") }},
		"no token":      {env: map[string]string{"DISCORD_TOKEN": "", "DISCORD_PUBLIC_KEY": strings.Repeat("ab", 32)}, bad: 1, want: "DISCORD_TOKEN is not"},
		"malformed key": {env: map[string]string{"DISCORD_PUBLIC_KEY": "abcd"}, bad: 1, want: "is not the application's"},
		"key": {
			env: map[string]string{"DISCORD_PUBLIC_KEY": strings.Repeat("ab", 32)}, bad: 1, want: "is not the application's",
			set: func(s *discordtest.Server) { s.SetEndpoint("https://bot.example/discord/interactions") },
		},
		"nowhere": {env: map[string]string{"DISCORD_API_URL": "http://127.0.0.1:1"}, bad: 1, want: "cannot be asked"},
	} {
		server := discordtest.New(t)
		if c.set != nil {
			c.set(server)
		}
		env := map[string]string{"DISCORD_TOKEN": discordtest.Token}
		for k, v := range c.env {
			env[k] = v
		}
		bad, text := 0, ""
		for _, f := range discordFindings(t.Context(), discordDeps(t, server, env)) {
			if !f.OK {
				bad++
				text += f.What
				if f.Fix == "" {
					t.Errorf("%s: %s: and now?", name, f.What)
				}
			}
		}
		if bad != c.bad || !strings.Contains(text, c.want) {
			t.Errorf("%s: %d are not well: %s", name, bad, text)
		}
	}
}
