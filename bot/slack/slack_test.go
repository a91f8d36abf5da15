package slack_test

import (
	"fmt"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/slack/slacktest"
)

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
		if m := r.Messages()[9]; m.User != "U2" || !strings.HasPrefix(m.Text, "Thank you.") {
			t.Errorf("thanked %+v", m)
		}
	})
}

// TestButtonOfAName presses buttons whose labels and commands hold what Slack escapes.
func TestButtonOfAName(t *testing.T) {
	for name, label := range map[string]string{
		"R&D <100%25>":          "Only R&amp;D &lt;100%25&gt;",
		strings.Repeat("&", 50): "Only " + strings.Repeat("&amp;", 13) + "…",
	} {
		r := start(t, nil)
		r.news.reply = func(m bot.Message) bot.Reply {
			return bot.Reply{Text: m.Text, Outcome: answer.None, Actions: []bot.Action{{Label: "Only " + name, Command: "only " + name}}, Turn: bot.Turn{Question: "how many?"}}
		}
		r.post(r.Mention("C1", "", "U1", "how many?"))
		m := r.WaitMessages(1)[0]
		b, ok := m.Button(label)
		if !ok {
			t.Fatalf("no button %q among %+v", label, m.Buttons())
		}
		r.post(r.Press(m, b, "U1"))
		r.WaitMessages(2)
		if got := r.news.questions()[1].Text; got != "only "+name {
			t.Errorf("asked %q", got)
		}
	}
}

func TestForeignButtons(t *testing.T) {
	r := start(t, nil)
	transports["http"](r, r.Mention("C1", "", "U1", "how many cars?"))
	m := r.WaitMessages(1)[0]
	for i, b := range []slacktest.Button{
		{ActionID: "newshound0/thread/more", Value: "2 2 1-2 0badcafe how?"},
		{ActionID: "approve", Value: "yes"},
		{ActionID: "newshound1/thread/more", Value: "2 2 1-2 0badcafe"},
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
		if !strings.HasSuffix(got.Text, "\nRead “brigde” as “bridge”.") {
			t.Errorf("read aloud as %s", got.Text)
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
		// A later page is shared as it is, whichever quotes it has.
		more := r.Messages()[1]
		b, _ = more.Button("Share")
		deliver(r.Press(more, b, "U1"))
		if m := r.WaitMessages(4)[3]; m.User != "" || !strings.HasPrefix(m.Shown(), "*how many cars?*\nMore of the coverage:") {
			t.Errorf("shared %+v", m)
		}
		if q := r.news.questions()[3]; q.Text != bot.AgainCommand || q.Last != (bot.Turn{Question: "how many cars?", Shown: 3, Page: "3"}) {
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

// TestPrivateInThread goes on under an answer in a thread that one person alone sees, of
// which Slack sends no copy, and where the app is installed for an organisation, no team.
func TestPrivateInThread(t *testing.T) {
	r := start(t, nil)
	r.mustPost(r.Message("C1", "1.0", "U1", "<@U0BOT> how many?", map[string]any{"subtype": "thread_broadcast"}))
	r.WaitMessages(1)
	r.mustPost(r.Shortcut("find_in_coverage", "C1", "1.5", "1.0", "U2", "how many cars?"))
	m := r.WaitMessages(2)[1]
	b, _ := m.Button("More")
	p := r.Press(m, b, "U2")
	p["team"] = nil
	r.mustPost(p)
	if m := r.WaitMessages(3)[2]; m.User != "U2" || m.Thread != "1.0" || !strings.HasPrefix(m.Shown(), "More of the coverage:") {
		t.Errorf("answered %+v", m)
	}
	if asked := r.news.questions(); asked[2].User != "slack:T1:U2" {
		t.Errorf("asked %+v", asked[2])
	}
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
		deliver(r.Message("D1", "5.5", "U1", "who?", map[string]any{"subtype": "me_message"}))
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
		if r.count.Of(bot.EventHelpful) != 1 {
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
		opened := r.Other(map[string]any{"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"})
		deliver(opened)
		got := r.WaitMessages(1)[0]
		deliver(opened) // what is no message is known by its event's id alone
		if n := r.count.Of(bot.EventDuplicate); n != 1 {
			t.Errorf("%d duplicates of one event delivered twice", n)
		}
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

// TestSecrets looks for tokens, and at the usual level for what people write, in the
// log, after all kinds of trouble.
func TestSecrets(t *testing.T) {
	r := start(t, nil)
	for _, f := range []slacktest.Fault{slacktest.Cut(), slacktest.Status(500), slacktest.Garbage(), slacktest.NotOK("x " + slacktest.BotToken[:4])} {
		r.Fail("response_url", 1, f)
		r.Fail("chat.postEphemeral", 1, f)
		r.Fail("chat.postMessage", 1, f)
		r.mustPost(r.Command("C1", "U0SECRET", "/ask", "the secret question"))
		r.mustPost(r.Mention("C1", "", "U0SECRET", "the secret question"))
	}
	bad := r.Request(r.http.URL, r.Mention("C1", "", "U0SECRET", "the secret question"))
	bad.Header.Set("X-Slack-Signature", "v0=00")
	r.do(bad)
	r.settle()
	for _, secret := range []string{slacktest.BotToken, slacktest.AppToken, slacktest.SigningSecret, "secret question", "U0SECRET", "/hooks/", "ticket"} {
		if strings.Contains(r.log.String(), secret) {
			t.Errorf("%q is in the log", secret)
		}
	}
	if !strings.Contains(r.log.String(), "a reply was not delivered") {
		t.Error("there was no trouble")
	}
}
