package slack_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

// newsroom is a [bot.Handler] that answers every question with the same quotes, and
// remembers what it was asked.
type newsroom struct {
	t     testing.TB
	reply func(m bot.Message) bot.Reply // nil for the usual one

	mu    sync.Mutex
	asked []bot.Message
}

// Handle implements [bot.Handler].
func (n *newsroom) Handle(_ context.Context, m bot.Message) bot.Reply {
	n.mu.Lock()
	n.asked = append(n.asked, m)
	n.mu.Unlock()
	if n.reply != nil {
		return n.reply(m)
	}
	return n.usual(m)
}

// usual answers a question with two quotes, and a command with what it is.
func (n *newsroom) usual(m bot.Message) bot.Reply {
	a := bottest.Bridge()
	quotes := []answer.Snippet{
		bottest.Snippet(n.t, a, 1, "It carried 900 cars a day.", "cars"),
		bottest.Snippet(n.t, a, 2, "“We will miss it,” said the mayor, Ann Lee."),
	}
	turn := bot.Turn{Question: m.Text, Shown: 2, Page: "1-2", Seal: "0badcafe"}
	switch verb, _, _ := strings.Cut(m.Text, " "); verb {
	case "help", "sources":
		return bot.Reply{Text: "This is " + verb + "."}
	case "cite":
		return bot.Reply{Text: "The quotes, each in its paragraph:", Snippets: quotes, Full: true, Turn: m.Last}
	case "more":
		return bot.Reply{Text: "More of the coverage:", Snippets: quotes[:1], Turn: bot.Turn{Question: m.Last.Question, Shown: 3, Page: "3"}, Outcome: answer.Found}
	case "again":
		text := map[bot.Numbers]string{"1-2": "The coverage says:", "3": "More of the coverage:"}[m.Last.Page]
		return bot.Reply{Text: text, Snippets: quotes, Turn: m.Last, Outcome: answer.Found}
	case "around":
		return bot.Reply{Text: "Around quote 1:", Snippets: quotes[:1], Turn: m.Last}
	}
	return bot.Reply{
		Text: "The coverage says:", Snippets: quotes, Turn: turn, More: true, Outcome: answer.Found, Notes: []string{"Read “brigde” as “bridge”."},
		Actions: []bot.Action{{Label: "Timeline", Command: bot.TimelineCommand}},
	}
}

// questions returns what was asked so far.
func (n *newsroom) questions() []bot.Message {
	n.mu.Lock()
	defer n.mu.Unlock()
	return append([]bot.Message(nil), n.asked...)
}

// rig is a bot at work on a fake Slack.
type rig struct {
	*slacktest.Server
	t     testing.TB
	bot   *slack.Adapter
	news  *newsroom
	http  *httptest.Server // where the bot takes requests
	log   *bottest.Log
	count *bottest.Counter

	stop  context.CancelFunc
	ended chan error
}

// start runs a bot on a fake of its own. adjust may change its options.
func start(t *testing.T, adjust func(*slack.Options)) *rig {
	t.Helper()
	return startOn(t, slacktest.New(t), adjust)
}

// startOn runs a bot on a fake.
func startOn(t *testing.T, server *slacktest.Server, adjust func(*slack.Options)) *rig {
	t.Helper()
	r := &rig{
		Server: server, t: t, news: &newsroom{t: t}, log: &bottest.Log{}, count: &bottest.Counter{},
		ended: make(chan error, 1),
	}
	o := slack.Options{
		BotToken: bot.NewSecret(slacktest.BotToken), AppToken: bot.NewSecret(slacktest.AppToken), SigningSecret: bot.NewSecret(slacktest.SigningSecret),
		APIURL: server.APIURL(), Handler: r.news, Observer: r.count,
		Prompts: func() []string { return []string{"What about the bridge?", "2", "3", "4", "5"} },
		Log:     slog.New(slog.NewTextHandler(r.log, &slog.HandlerOptions{Level: slog.LevelInfo})),
	}
	if adjust != nil {
		adjust(&o)
	}
	b, err := slack.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	b.Hurry()
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	r.bot, r.stop = b, cancel
	r.http = httptest.NewServer(b)
	go func() { r.ended <- b.Run(ctx) }()
	t.Cleanup(func() {
		r.end()
		r.http.Close()
		if t.Failed() {
			t.Logf("log:\n%s", r.log)
		}
	})
	return r
}

// patience is how long a test waits for a bot to end, which has time of its own to
// answer what it has accepted.
const patience = time.Minute

// end ends the bot, and waits for that. It may be called twice.
func (r *rig) end() {
	r.stop()
	select {
	case err := <-r.ended:
		if err != nil {
			r.t.Errorf("Run: %v", err)
		}
		if r.bot.Ready() {
			r.t.Error("ready after the end")
		}
	case <-time.After(patience):
		stacks := make([]byte, 1<<20)
		r.t.Errorf("Run has not ended %v after it was told to\n%s", patience, stacks[:runtime.Stack(stacks, true)])
	}
	r.ended <- nil
}

// runToEnd runs a bot on a fake that is to end by itself, and returns its error.
func runToEnd(t *testing.T, server *slacktest.Server, adjust func(*slack.Options)) (*slack.Adapter, error) {
	t.Helper()
	o := slack.Options{
		BotToken: bot.NewSecret(slacktest.BotToken), AppToken: bot.NewSecret(slacktest.AppToken),
		APIURL: server.APIURL(), Handler: &newsroom{t: t},
	}
	if adjust != nil {
		adjust(&o)
	}
	b, err := slack.Open(o)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	err = b.Run(ctx)
	if ctx.Err() != nil {
		t.Errorf("Run has not ended by itself in %v", patience)
	}
	return b, err
}

// post delivers a payload over HTTP, and returns the status and the body of the
// answer.
func (r *rig) post(p slacktest.Payload) (int, string) {
	r.t.Helper()
	return r.do(r.Request(r.http.URL, p))
}

func (r *rig) do(request *http.Request) (int, string) {
	r.t.Helper()
	response, err := (&http.Client{Timeout: patience}).Do(request)
	if err != nil {
		r.t.Fatal(err)
	}
	defer response.Body.Close()
	var body bytes.Buffer
	if _, err := body.ReadFrom(response.Body); err != nil {
		r.t.Fatal(err)
	}
	return response.StatusCode, body.String()
}

// transports are the two ways by which Slack delivers.
var transports = map[string]func(r *rig, p slacktest.Payload){
	"socket": func(r *rig, p slacktest.Payload) {
		kind := "interactive"
		if _, command := p["command"]; command {
			kind = "slash_commands"
		} else if p["type"] == "event_callback" {
			kind = "events_api"
		}
		r.WaitAcked(r.Send(kind, p))
	},
	"http": func(r *rig, p slacktest.Payload) {
		if status, body := r.post(p); status != http.StatusOK || body != "" {
			r.t.Errorf("answered %d %q", status, body)
		}
	},
}

// each runs a test over both transports.
func each(t *testing.T, test func(t *testing.T, r *rig, deliver func(slacktest.Payload))) {
	for name, deliver := range transports {
		t.Run(name, func(t *testing.T) {
			r := start(t, func(o *slack.Options) {
				if name == "http" {
					o.AppToken = bot.Secret{}
				}
			})
			test(t, r, func(p slacktest.Payload) { deliver(r, p) })
		})
	}
}
