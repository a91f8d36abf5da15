package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/slack/slacktest"
	"newshound/cmd/newshound/internal/service"
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
func runSlack(t testing.TB, d platformDeps) *service.Platform {
	t.Helper()
	p, err := slackPlatform(d)
	if err != nil || p == nil {
		t.Fatalf("no platform: %v", err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(patience):
			t.Errorf("Slack's platform has not ended %v after it was told to", patience)
		}
	})
	return p
}

// patience is how long a test waits for what runs to begin, or to end: it has time of
// its own to answer what it has accepted.
const patience = time.Minute

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
		if !p.Ready() || p.Routes != nil {
			t.Errorf("ready %v, routes %v", p.Ready(), p.Routes)
		}
		// The suggested questions have answers.
		server.WaitAcked(server.Send("events_api", server.Other(map[string]any{"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "messages"})))
		server.Wait("suggestions", func() bool { return len(server.Calls("assistant.threads.setSuggestedPrompts")) == 1 })
		if prompts := suggestedQuestions(d.asker)(); len(prompts) != suggestions || prompts[0] != "What does the coverage say about Russian President Vladimir Putin?" {
			t.Errorf("suggested %q", prompts)
		}
	})
	t.Run("http", func(t *testing.T) {
		server := slacktest.New(t)
		d := slackDeps(t, server, map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_SIGNING_SECRET": slacktest.SigningSecret})
		d.http = true
		p := runSlack(t, d)
		here := httptest.NewServer((&service.Service{Platforms: []*service.Platform{p}, Log: d.log}).Handler())
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
			[]string{"ok The bot token is valid", "The bot lacks scopes: im:history (to read the direct messages that it gets, and see whether its own are there), im:write (", "ok The app-level token is valid"}},
		{"swapped", map[string]string{"SLACK_BOT_TOKEN": slacktest.AppToken, "SLACK_APP_TOKEN": slacktest.BotToken}, "",
			[]string{"SLACK_BOT_TOKEN holds a token of another kind.", "SLACK_APP_TOKEN does not allow Socket Mode."}},
		{"wrong", map[string]string{"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_APP_TOKEN": "xapp-wrong"}, "",
			[]string{"Slack refuses the bot token: invalid auth.", "Slack refuses the app-level token: invalid auth."}},
		{"half", map[string]string{"SLACK_APP_TOKEN": slacktest.AppToken}, "", []string{"ok The app-level token is valid", "SLACK_BOT_TOKEN is not set."}},
		{"away", map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken, "SLACK_API_URL": "http://127.0.0.1:1/"}, "",
			[]string{"Slack cannot be reached at http://127.0.0.1:1/."}},
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

// BenchmarkSlackMentions sends 500 mentions in 10 s, to 50 channels, and measures how
// long acknowledgements and answers take: the README's figures. Each channel takes a
// message a second, as Slack's do.
func BenchmarkSlackMentions(b *testing.B) {
	b.Run("socket", func(b *testing.B) { benchmarkMentions(b, false) })
	b.Run("http", func(b *testing.B) { benchmarkMentions(b, true) })
}

func benchmarkMentions(b *testing.B, overHTTP bool) {
	const (
		mentions = 500
		channels = 50
		spread   = 10 * time.Second
	)
	for b.Loop() {
		server := slacktest.New(b)
		d := slackDeps(b, server, map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken})
		if overHTTP {
			d = slackDeps(b, server, map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_SIGNING_SECRET": slacktest.SigningSecret})
		}
		d.state, d.http = b.TempDir(), overHTTP
		p := runSlack(b, d)
		here := httptest.NewServer((&service.Service{Platforms: []*service.Platform{p}, Log: d.log}).Handler())
		var (
			sent  []*slacktest.Envelope
			posts sync.WaitGroup
			mu    sync.Mutex
			acks  []time.Duration
		)
		asked := map[string]time.Time{}
		tick := time.NewTicker(spread / mentions)
		for i := range mentions {
			<-tick.C
			m := server.Mention(fmt.Sprintf("C%d", i%channels), "", fmt.Sprintf("U%d", i), "Who attended the meeting?")
			began := time.Now()
			asked[m["event"].(map[string]any)["ts"].(string)] = began
			if !overHTTP {
				sent = append(sent, server.Send("events_api", m))
				continue
			}
			request := server.Request(here.URL+slackPath, m)
			posts.Go(func() {
				response, err := here.Client().Do(request)
				if err != nil {
					b.Error(err)
					return
				}
				defer response.Body.Close()
				mu.Lock()
				defer mu.Unlock()
				acks = append(acks, time.Since(began))
			})
		}
		tick.Stop()
		posts.Wait()
		server.WaitMessages(mentions)
		here.Close()
		for _, e := range sent {
			server.WaitAcked(e)
			acks = append(acks, e.Took())
		}
		var answers []time.Duration
		answered := map[string]bool{}
		for _, c := range server.Calls("chat.postMessage") {
			thread := fmt.Sprint(c.Args["thread_ts"])
			if answered[thread] {
				b.Errorf("thread %s was answered twice", thread)
			}
			answered[thread] = true
			answers = append(answers, c.At.Sub(asked[thread]))
		}
		if len(answers) != mentions || len(acks) != mentions || server.Connections() > 1 {
			b.Errorf("%d answers, %d acknowledgements, %d connections", len(answers), len(acks), server.Connections())
		}
		for name, took := range map[string][]time.Duration{"ack": acks, "answer": answers} {
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, name+"-p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, name+"-p99-ms")
		}
	}
}

func slackEnv(slack *slacktest.Server) []string {
	return []string{"SLACK_API_URL=" + slack.APIURL(), "SLACK_BOT_TOKEN=" + slacktest.BotToken, "SLACK_APP_TOKEN=" + slacktest.AppToken}
}
