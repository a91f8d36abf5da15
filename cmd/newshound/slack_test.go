package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/slack/slacktest"
)

// slackDeps connects Slack with the seed articles, and with a fake where the
// environment says no other.
func slackDeps(t testing.TB, server *slacktest.Server, env map[string]string) platformDeps {
	t.Helper()
	engine, err := (&corpusFlags{}).engine(t.Context(), &environment{getenv: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	return platformDeps{
		asker: engine, handler: bot.NewRelay(engine, bot.Options{}), log: slog.New(slog.DiscardHandler), observer: bot.Unobserved{},
		getenv: func(name string) string {
			if value, set := env[name]; set || name != "SLACK_API_URL" {
				return value
			}
			return server.APIURL()
		},
	}
}

// runSlack runs Slack's platform until the test ends.
func runSlack(t testing.TB, d platformDeps) *platform {
	t.Helper()
	p, err := slackPlatform(d)
	if err != nil || p == nil {
		t.Fatalf("no platform: %v", err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- p.run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return p
}

func TestSlackPlatform(t *testing.T) {
	if p, err := slackPlatform(slackDeps(t, nil, map[string]string{"SLACK_API_URL": ""})); p != nil || err != nil {
		t.Errorf("without secrets: %v, %v", p, err)
	}
	if found := slackFindings(t.Context(), slackDeps(t, nil, map[string]string{"SLACK_API_URL": ""})); found != nil {
		t.Errorf("without secrets: %v", found)
	}
	const question = "Did Russian hackers attack Senator McCaskill?"
	look := func(t *testing.T, server *slacktest.Server) {
		t.Helper()
		m := server.WaitMessages(1)[0]
		if shown := strings.ReplaceAll(m.Shown(), "*", ""); !strings.Contains(shown, "the Daily Beast first reported Thursday that Russian hackers tried") ||
			!strings.Contains(shown, "<https://thehill.com/policy/cybersecurity/399285-trump-national-security-officials-huddle-on-election-security") {
			t.Errorf("answered %s", shown)
		}
	}
	t.Run("socket", func(t *testing.T) {
		server := slacktest.New(t)
		d := slackDeps(t, server, map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken})
		d.state = t.TempDir()
		p := runSlack(t, d)
		server.WaitAcked(server.Send("events_api", server.Mention("C1", "", "U1", question)))
		look(t, server)
		if !p.ready() || p.routes != nil {
			t.Errorf("ready %v, routes %v", p.ready(), p.routes)
		}
		// The suggested questions have answers.
		server.WaitAcked(server.Send("events_api", server.Other(map[string]any{"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "messages"})))
		server.Wait("suggestions", func() bool { return len(server.Calls("assistant.threads.setSuggestedPrompts")) == 1 })
		if prompts := suggestedQuestions(d.asker)(); len(prompts) != suggestions {
			t.Errorf("suggested %q", prompts)
		}
	})
	t.Run("http", func(t *testing.T) {
		server := slacktest.New(t)
		d := slackDeps(t, server, map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_SIGNING_SECRET": slacktest.SigningSecret})
		d.http = true
		p := runSlack(t, d)
		here := httptest.NewServer((&service{platforms: []*platform{p}, log: d.log}).httpServer().Handler)
		defer here.Close()
		response, err := here.Client().Do(server.Request(here.URL+slackPath, server.Mention("C1", "", "U1", question)))
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		look(t, server)
	})
}

func TestSlackFindings(t *testing.T) {
	const goodSecret = "0123456789abcdef0123456789abcdef"
	for _, c := range []struct {
		name   string
		env    map[string]string
		scopes string
		found  []string // what is well begins with "ok"
	}{
		{"well", map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken}, slacktest.Scopes,
			[]string{"ok The bot token is valid: newshound in the workspace Fake.", "ok The bot token allows all", "ok The app-level token is valid"}},
		{"a secret besides", map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken, "SLACK_SIGNING_SECRET": goodSecret}, "",
			[]string{"ok The bot token is valid", "ok Slack does not say", "ok The app-level token is valid", "ok The signing secret has the right form"}},
		{"HTTP, without --http", map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_SIGNING_SECRET": "short"}, slacktest.Scopes,
			[]string{"ok The bot token is valid", "ok The bot token allows all", "SLACK_SIGNING_SECRET does not look like one.", "with SLACK_SIGNING_SECRET Slack delivers over HTTP"}},
		{"scopes", map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken}, "chat:write, commands,app_mentions:read",
			[]string{"ok The bot token is valid", "The bot lacks scopes: im:history (to read the direct messages that it gets), im:write (", "ok The app-level token is valid"}},
		{"swapped", map[string]string{"SLACK_BOT_TOKEN": slacktest.AppToken, "SLACK_APP_TOKEN": slacktest.BotToken}, "",
			[]string{"SLACK_BOT_TOKEN holds a token of another kind.", "SLACK_APP_TOKEN does not allow Socket Mode."}},
		{"wrong", map[string]string{"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_APP_TOKEN": "xapp-wrong"}, "",
			[]string{"Slack refuses the bot token: invalid auth.", "Slack refuses the app-level token: invalid auth."}},
		{"half", map[string]string{"SLACK_APP_TOKEN": slacktest.AppToken}, "", []string{"ok The app-level token is valid", "SLACK_BOT_TOKEN is not set."}},
		{"away", map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken, "SLACK_API_URL": "http://127.0.0.1:1/"}, "",
			[]string{"Slack cannot be reached at http://127.0.0.1:1/.", "Slack cannot be reached"}},
		{"settings", map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_COMMAND": "ask"}, "", []string{"The settings cannot be read."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := slacktest.New(t)
			server.SetScopes(c.scopes)
			var got []string
			for _, f := range slackFindings(t.Context(), slackDeps(t, server, c.env)) {
				line := f.What
				if f.OK {
					line = "ok " + line
				}
				got = append(got, line)
				if !f.OK && (f.Fix == "" || !strings.HasSuffix(f.Fix, ".")) {
					t.Errorf("%s: and what to do? %q", f.What, f.Fix)
				}
				for _, secret := range c.env {
					if strings.HasPrefix(secret, "xo") && strings.Contains(f.What+f.Fix, secret) {
						t.Errorf("a secret in %q", f.What)
					}
				}
			}
			if !slices.EqualFunc(got, c.found, strings.HasPrefix) {
				t.Errorf("found %q, want %q", got, c.found)
			}
		})
	}
}

// BenchmarkSlackMentions sends 500 mentions in 10 s over the socket, to 50 channels,
// and measures how long acknowledgements and answers take: the README's figures.
// Each channel takes a message a second, as Slack's do.
func BenchmarkSlackMentions(b *testing.B) {
	const (
		mentions = 500
		channels = 50
		spread   = 10 * time.Second
	)
	for b.Loop() {
		server := slacktest.New(b)
		d := slackDeps(b, server, map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken})
		d.state = b.TempDir()
		runSlack(b, d)
		server.WaitConnected()
		var sent []*slacktest.Envelope
		asked := map[string]time.Time{}
		tick := time.NewTicker(spread / mentions)
		for i := range mentions {
			<-tick.C
			p := server.Mention(fmt.Sprintf("C%d", i%channels), "", fmt.Sprintf("U%d", i), "Who attended the meeting?")
			asked[p["event"].(map[string]any)["ts"].(string)] = time.Now()
			sent = append(sent, server.Send("events_api", p))
		}
		tick.Stop()
		server.WaitMessages(mentions)
		var acks, answers []time.Duration
		for _, e := range sent {
			server.WaitAcked(e)
			acks = append(acks, e.Took())
		}
		answered := map[string]bool{}
		for _, c := range server.Calls("chat.postMessage") {
			thread := fmt.Sprint(c.Args["thread_ts"])
			if answered[thread] {
				b.Errorf("thread %s was answered twice", thread)
			}
			answered[thread] = true
			answers = append(answers, c.At.Sub(asked[thread]))
		}
		if len(answers) != mentions || server.Connections() != 1 {
			b.Errorf("%d answers over %d connections", len(answers), server.Connections())
		}
		slices.Sort(acks)
		slices.Sort(answers)
		b.ReportMetric(float64(acks[mentions/2].Microseconds())/1000, "ack-p50-ms")
		b.ReportMetric(float64(acks[mentions*99/100].Microseconds())/1000, "ack-p99-ms")
		b.ReportMetric(float64(answers[mentions/2].Microseconds())/1000, "answer-p50-ms")
		b.ReportMetric(float64(answers[mentions*99/100].Microseconds())/1000, "answer-p99-ms")
	}
}
