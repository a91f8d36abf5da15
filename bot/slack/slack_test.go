package slack_test

import (
	"bytes"
	"context"
	"fmt"
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
	turn := bot.Turn{Question: m.Text, Shown: 2, Seal: "0badcafe"}
	switch verb, _, _ := strings.Cut(m.Text, " "); verb {
	case "help", "sources":
		return bot.Reply{Text: "This is " + verb + "."}
	case "cite":
		return bot.Reply{Text: "The quotes, each in its paragraph:", Snippets: quotes, Full: true, Turn: m.Last}
	case "more":
		return bot.Reply{Text: "More of the coverage:", Snippets: quotes[:1], Turn: bot.Turn{Question: m.Last.Question, Shown: 3}, Outcome: answer.Found}
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
	bot   *slack.Bot
	news  *newsroom
	http  *httptest.Server // where the bot takes requests
	log   *safeBuffer
	count *counter

	stop  context.CancelFunc
	ended chan error
}

// safeBuffer is a log that is read while it is written.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// counter is a [bot.Observer] that counts.
type counter struct {
	mu     sync.Mutex
	events map[bot.Event]int
}

func (c *counter) Count(e bot.Event) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.events[e]++
}

func (c *counter) Took(bot.Stage, time.Duration) {}

func (c *counter) of(e bot.Event) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.events[e]
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
		Server: server, t: t, news: &newsroom{t: t}, log: &safeBuffer{}, count: &counter{events: map[bot.Event]int{}},
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
	b, err := slack.New(o)
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
	case <-time.After(patience):
		stacks := make([]byte, 1<<20)
		r.t.Errorf("Run has not ended %v after it was told to\n%s", patience, stacks[:runtime.Stack(stacks, true)])
	}
	r.ended <- nil
}

// runToEnd runs a bot on a fake that is to end by itself, and returns its error.
func runToEnd(t *testing.T, server *slacktest.Server, adjust func(*slack.Options)) (*slack.Bot, error) {
	t.Helper()
	o := slack.Options{
		BotToken: bot.NewSecret(slacktest.BotToken), AppToken: bot.NewSecret(slacktest.AppToken),
		APIURL: server.APIURL(), Handler: &newsroom{t: t},
	}
	if adjust != nil {
		adjust(&o)
	}
	b, err := slack.New(o)
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

func TestMention(t *testing.T) {
	each(t, func(t *testing.T, r *rig, deliver func(slacktest.Payload)) {
		m := r.Mention("C1", "", "U1", "how many cars?")
		deliver(m)
		got := r.WaitMessages(1)[0]
		root := m["event"].(map[string]any)["ts"]
		if got.Channel != "C1" || got.Thread != root || got.User != "" {
			t.Errorf("posted to %s in %s for %q, want C1 in %s for all", got.Channel, got.Thread, got.User, root)
		}
		want := "The coverage says:\n" +
			"> It carried 900 *cars* a day.\n" +
			"*1* · The Ashford Gazette · <https://gazette.example/bridge#:~:text=It%20carried%20900%20cars%20a%20day|Bridge to close> · Joe Doe · 6 May 2024 · paragraph 1\n" +
			"> “We will miss it,” said the mayor, Ann Lee.\n" +
			"*2* · The Ashford Gazette · <https://gazette.example/bridge#:~:text=We%20will%20miss%20it%2C%E2%80%9D,the%20mayor%2C%20Ann%20Lee|Bridge to close> · Joe Doe · 6 May 2024 · paragraph 4 · said by Ann Lee\n" +
			"Read “brigde” as “bridge”."
		if shown := got.Shown(); shown != want {
			t.Errorf("shown:\n%s\nwant:\n%s", shown, want)
		}
		var labels []string
		for _, b := range got.Buttons() {
			labels = append(labels, b.Label)
		}
		if got := strings.Join(labels, ", "); got != "Around this quote, Around this quote, More, Citations in DM, Timeline, Helpful, Not helpful" {
			t.Errorf("buttons: %s", got)
		}
		if q := r.news.questions()[0]; q.Text != "how many cars?" || q.User != "slack:T1:U1" || q.Last != (bot.Turn{}) {
			t.Errorf("asked %+v", q)
		}
		// In the thread, the last question goes with the next.
		deliver(r.Mention("C1", got.Thread, "U2", "and why?"))
		r.WaitMessages(2)
		if q := r.news.questions()[1]; q.Text != "and why?" || q.Last.Question != "how many cars?" || q.Last.Shown != 2 {
			t.Errorf("asked %+v", q)
		}
		// Outside it, it does not.
		deliver(r.Mention("C1", "", "U1", "who?"))
		r.WaitMessages(3)
		if q := r.news.questions()[2]; q.Last != (bot.Turn{}) {
			t.Errorf("asked %+v", q)
		}
	})
}

func TestButtons(t *testing.T) {
	each(t, func(t *testing.T, r *rig, deliver func(slacktest.Payload)) {
		deliver(r.Mention("C1", "", "U1", "how many &lt;cars&gt; &amp; 100%?"))
		first := r.WaitMessages(1)[0]
		press := func(label string, on slacktest.Message) {
			t.Helper()
			b, ok := on.Button(label)
			if !ok {
				t.Fatalf("no button %q on %s", label, on.Shown())
			}
			deliver(r.Press(on, b, "U2"))
		}
		question := "how many <cars> & 100%?"
		last := func(text string) {
			t.Helper()
			asked := r.news.questions()
			if q := asked[len(asked)-1]; q.Text != text || q.Last.Question != question || q.Last.Shown != 2 || q.User != "slack:T1:U2" {
				t.Errorf("asked %+v, want %q", q, text)
			}
		}

		press("Around this quote", first)
		if m := r.WaitMessages(2)[1]; m.Thread != first.Thread || m.User != "" || !strings.HasPrefix(m.Shown(), "Around quote 1:") {
			t.Errorf("around: %+v", m)
		}
		last("around 1")

		press("More", first)
		more := r.WaitMessages(3)[2]
		if more.Thread != first.Thread || !strings.HasPrefix(more.Shown(), "More of the coverage:") {
			t.Errorf("more: %+v", more)
		}
		last("more")

		press("Timeline", first)
		if m := r.WaitMessages(4)[3]; m.Thread != first.Thread || m.User != "" {
			t.Errorf("timeline: %+v", m)
		}
		last(bot.TimelineCommand)

		press("Citations in DM", first)
		all := r.WaitMessages(6)
		if m := all[4]; m.Channel != "DU2" || !strings.Contains(m.Shown(), "Byline: Joe Doe") || !strings.Contains(m.Shown(), "how many &lt;cars&gt; &amp; 100%?") {
			t.Errorf("citations: %s: %s", m.Channel, m.Shown())
		}
		if m := all[5]; m.User != "U2" || m.Channel != "C1" || !strings.Contains(m.Text, "direct message") {
			t.Errorf("told: %+v", m)
		}
		last("cite")

		// In the direct message, styles are a press or a word away.
		press("BibTeX", all[4])
		if m := r.WaitMessages(7)[6]; m.Channel != "DU2" || m.Thread != "" {
			t.Errorf("BibTeX: %+v", m)
		}
		last("cite bibtex")
		deliver(r.Message("DU2", "", "U2", "cite 2", nil))
		r.WaitMessages(8)
		last("cite 2")

		press("Helpful", first)
		press("Not helpful", first)
		r.WaitMessages(10)
		press("Helpful", first) // again
		if r.count.of(bot.EventHelpful) != 1 || r.count.of(bot.EventUnhelpful) != 1 {
			t.Errorf("counted %d helpful, %d not", r.count.of(bot.EventHelpful), r.count.of(bot.EventUnhelpful))
		}
	})
}

func TestForeignButtons(t *testing.T) {
	r := start(t, nil)
	transports["http"](r, r.Mention("C1", "", "U1", "how many cars?"))
	m := r.WaitMessages(1)[0]
	for i, b := range []slacktest.Button{
		{ActionID: "newshound0/thread/more", Value: "1 2 0badcafe how?"},
		{ActionID: "approve", Value: "yes"},
		{ActionID: "newshound1/thread/more", Value: "1 2 0badcafe"},
		{ActionID: "newshound1/thread/more"},
		{ActionID: "newshound1/pane/feedback", Value: "so so"},
	} {
		b.Type = "button"
		transports["http"](r, r.Press(m, b, "U2"))
		if got := r.WaitMessages(i + 2)[i+1]; got.User != "U2" || !strings.Contains(got.Text, "ask the question again") {
			t.Errorf("%+v: %+v", b, got)
		}
	}
	if n := len(r.news.questions()); n != 1 {
		t.Errorf("%d questions asked", n)
	}
}

func TestCommand(t *testing.T) {
	each(t, func(t *testing.T, r *rig, deliver func(slacktest.Payload)) {
		deliver(r.Command("C1", "U1", "/ask", "how many cars?"))
		got := r.WaitMessages(1)[0]
		if got.User != "U1" || got.Channel != "C1" || !strings.HasPrefix(got.Shown(), "*how many cars?*\nThe coverage says:") {
			t.Errorf("answered %+v", got)
		}
		b, _ := got.Button("More")
		deliver(r.Press(got, b, "U1"))
		if m := r.WaitMessages(2)[1]; m.User != "U1" || m.Via != "response_url" {
			t.Errorf("more: %+v", m)
		}
		b, ok := got.Button("Share")
		if !ok {
			t.Fatal("nothing to share")
		}
		deliver(r.Press(got, b, "U1"))
		if m := r.WaitMessages(3)[2]; m.User != "" || m.Channel != "C1" || !strings.HasPrefix(m.Shown(), "*how many cars?*\nThe coverage says:") {
			t.Errorf("shared %+v", m)
		} else if _, again := m.Button("Share"); again {
			t.Error("what is shared can be shared again")
		}
		// A later page is shared as it is.
		more := r.Messages()[1]
		b, _ = more.Button("Share")
		deliver(r.Press(more, b, "U1"))
		if m := r.WaitMessages(4)[3]; m.User != "" || !strings.HasPrefix(m.Shown(), "*how many cars?*\nMore of the coverage:") {
			t.Errorf("shared %+v", m)
		}
		if q := r.news.questions()[3]; q.Text != "more" || q.Last.Question != "how many cars?" || q.Last.Shown != 2 {
			t.Errorf("asked %+v", q)
		}
		for i, text := range []string{"help", "", "sources"} {
			deliver(r.Command("C1", "U1", "/ask", text))
			want := map[string]string{"help": "This is help.", "": "This is help.", "sources": "This is sources."}[text]
			if m := r.WaitMessages(5 + i)[4+i]; m.User != "U1" || m.Shown() != want {
				t.Errorf("%q: %+v", text, m)
			}
		}
		// What was asked privately goes on privately.
		deliver(r.Command("C1", "U1", "/ask", "cite 2"))
		r.WaitMessages(8)
		asked := r.news.questions()
		if q := asked[len(asked)-1]; q.Last.Question != "how many cars?" {
			t.Errorf("asked %+v", q)
		}
	})
}

func TestExpiredResponseURL(t *testing.T) {
	r := start(t, nil)
	command := r.Command("C1", "U1", "/ask", "how many cars?")
	r.ExpireHooks()
	transports["http"](r, command)
	if m := r.WaitMessages(1)[0]; m.Via != "chat.postEphemeral" || m.User != "U1" || m.Channel != "C1" {
		t.Errorf("answered %+v", m)
	}
}

func TestShortcut(t *testing.T) {
	each(t, func(t *testing.T, r *rig, deliver func(slacktest.Payload)) {
		deliver(r.Shortcut("find_in_coverage", "COUT", "1.1", "", "U1", "Is the <https://x.example|bridge> closed, <@U7>? R&amp;D"))
		if m := r.WaitMessages(1)[0]; m.User != "U1" || m.Via != "response_url" {
			t.Errorf("answered %+v", m)
		}
		if q := r.news.questions()[0]; q.Text != "Is the bridge closed, @U7? R&D" {
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

func TestDirectMessages(t *testing.T) {
	each(t, func(t *testing.T, r *rig, deliver func(slacktest.Payload)) {
		deliver(r.Message("D1", "", "U1", "how many cars?", nil))
		got := r.WaitMessages(1)[0]
		if got.Channel != "D1" || got.Thread != "" || got.User != "" {
			t.Errorf("answered %+v", got)
		}
		if _, ok := got.Button("Citations"); !ok {
			t.Errorf("buttons: %+v", got.Buttons())
		}
		deliver(r.Message("D1", "", "U1", "cite", nil))
		if m := r.WaitMessages(2)[1]; !strings.Contains(m.Shown(), "*Quote 1*\nOutlet: The Ashford Gazette\nHeadline: Bridge to close\nByline: Joe Doe") {
			t.Errorf("cited %s", m.Shown())
		}
		if q := r.news.questions()[1]; q.Last.Question != "how many cars?" {
			t.Errorf("asked %+v", q)
		}
		// In the assistant's pane, which is a thread, it stays there.
		deliver(r.Message("D1", "5.5", "U1", "who?", nil))
		m := r.WaitMessages(3)[2]
		if m.Thread != "5.5" {
			t.Errorf("answered %+v", m)
		}
		b, _ := m.Button("Helpful")
		if b.Type != "feedback_buttons" {
			t.Errorf("feedback: %+v", m.Buttons())
		}
		deliver(r.Press(m, b, "U1"))
		r.WaitMessages(4)
		if r.count.of(bot.EventHelpful) != 1 {
			t.Error("feedback is not counted")
		}
		r.Wait("the status to be cleared", func() bool { return len(r.Calls("assistant.threads.setStatus")) >= 5 })
		if first := r.Calls("assistant.threads.setStatus")[0].Args; first["channel_id"] != "D1" || first["status"] == "" || first["thread_ts"] == "" {
			t.Errorf("status: %v", first)
		}
	})
}

func TestHomeAndPane(t *testing.T) {
	each(t, func(t *testing.T, r *rig, deliver func(slacktest.Payload)) {
		deliver(r.Other(map[string]any{"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"}))
		got := r.WaitMessages(1)[0]
		if got.Via != "views.publish" || got.User != "U1" {
			t.Errorf("shown %+v", got)
		}
		for _, want := range []string{"word for word", "/ask", "This is sources.", "What about the bridge?"} {
			if !strings.Contains(got.Shown(), want) {
				t.Errorf("home lacks %q:\n%s", want, got.Shown())
			}
		}
		for i, c := range []struct {
			event  map[string]any
			thread any
		}{
			{map[string]any{"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "messages"}, nil},
			{map[string]any{"type": "assistant_thread_started", "assistant_thread": map[string]any{"user_id": "U1", "channel_id": "D1", "thread_ts": "7.7"}}, "7.7"},
		} {
			deliver(r.Other(c.event))
			r.Wait("prompts", func() bool { return len(r.Calls("assistant.threads.setSuggestedPrompts")) > i })
			args := r.Calls("assistant.threads.setSuggestedPrompts")[i].Args
			if args["channel_id"] != "D1" || args["thread_ts"] != c.thread || !strings.Contains(fmt.Sprint(args["prompts"]), "What about the bridge?") {
				t.Errorf("suggested %v", args)
			}
		}
	})
}
