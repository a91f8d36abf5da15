package slack_test

import (
	"fmt"
	"maps"
	"net/http"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

// gated makes a newsroom hold back its answers until open is called, or the test
// has failed.
func (r *rig) gated() (open func()) {
	gate := make(chan struct{})
	open = sync.OnceFunc(func() { close(gate) })
	r.t.Cleanup(open)
	r.news.reply = func(m bot.Message) bot.Reply {
		<-gate
		return r.news.usual(m)
	}
	return open
}

// mustPost delivers a payload over HTTP, which must be taken.
func (r *rig) mustPost(p slacktest.Payload) {
	r.t.Helper()
	if status, body := r.post(p); status != http.StatusOK {
		r.t.Fatalf("answered %d %q", status, body)
	}
}

// settle waits until all that was accepted has been carried out, and returns what is
// posted then. The bot is at its end.
func (r *rig) settle() []slacktest.Message {
	r.t.Helper()
	r.end()
	return r.Messages()
}

func TestSlowAnswer(t *testing.T) {
	r := start(t, nil)
	open := r.gated()
	const mentions = 5
	quickest := time.Hour // the machine may have better things to do
	for range mentions {
		began := time.Now()
		r.mustPost(r.Mention("C1", "", "U1", "how many?"))
		quickest = min(quickest, time.Since(began))
	}
	if quickest > 500*time.Millisecond {
		t.Errorf("acknowledged after %v", quickest)
	}
	if n := len(r.Messages()); n != 0 {
		t.Errorf("%d messages before there was an answer", n)
	}
	open()
	if n := len(r.settle()); n != mentions {
		t.Errorf("%d messages", n)
	}
}

func TestRedelivery(t *testing.T) {
	r := start(t, nil)
	p := r.Mention("C1", "", "U1", "how many?")
	for range 4 {
		r.mustPost(p)
	}
	// The same message as another event, and as another kind of event.
	again := r.MentionAt(p["event"].(map[string]any)["ts"].(string), "C1", "", "U1", "how many?")
	r.mustPost(again)
	event := map[string]any{"type": "message", "channel_type": "channel"}
	for k, v := range p["event"].(map[string]any) {
		if k != "type" {
			event[k] = v
		}
	}
	r.mustPost(r.Other(event))
	if n := len(r.settle()); n != 1 {
		t.Errorf("%d messages", n)
	}
	if r.count.Of(bot.EventAccepted) != 1 || r.count.Of(bot.EventDuplicate) != 5 {
		t.Errorf("%d accepted, %d duplicates", r.count.Of(bot.EventAccepted), r.count.Of(bot.EventDuplicate))
	}
}

func TestParallelDuplicates(t *testing.T) {
	r := start(t, nil)
	p := r.Mention("C1", "", "U1", "how many?")
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if status, _ := r.post(p); status != http.StatusOK {
				t.Errorf("answered %d", status)
			}
		})
	}
	all.Wait()
	if n := len(r.settle()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

// TestNotAccepted delivers to a bot that takes on nothing any more, and again to the
// next. A command does not come again: who used it is told.
func TestNotAccepted(t *testing.T) {
	journal := filepath.Join(t.TempDir(), "journal")
	server := slacktest.New(t)
	with := func(o *slack.Options) { o.Journal = journal }
	r := startOn(t, server, with)
	p := r.Mention("C1", "", "U1", "how many?")
	r.end()
	if status, _ := r.post(p); status != http.StatusServiceUnavailable {
		t.Errorf("answered %d", status)
	}
	if status, body := r.post(r.Command("C1", "U1", "/ask", "how many?")); status != http.StatusOK || !strings.Contains(body, "yours was not taken") {
		t.Errorf("answered %d %s", status, body)
	}
	next := startOn(t, server, with)
	next.mustPost(p)
	next.mustPost(p)
	if n := len(next.settle()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

// TestNeverAccepted delivers to a bot whose journal cannot be written, as on a full disk, as often
// as Slack does: at the end who asked is told.
func TestNeverAccepted(t *testing.T) {
	r := start(t, nil)
	r.bot.Break()
	p := r.Mention("C1", "", "U1", "how many?")
	for retry, want := range []int{http.StatusServiceUnavailable, http.StatusServiceUnavailable, http.StatusServiceUnavailable, http.StatusOK} {
		request := r.Request(r.http.URL, p)
		if retry > 0 {
			request.Header.Set("X-Slack-Retry-Num", strconv.Itoa(retry))
		}
		if status, body := r.do(request); status != want {
			t.Errorf("delivered again %d times: answered %d %q", retry, status, body)
		}
		if n := len(r.Messages()); retry < 3 && n > 0 {
			t.Errorf("told after %d deliveries", retry+1)
		}
	}
	r.WaitAcked(r.SendAgain("events_api", r.Mention("C1", "", "U2", "how many?"), 3))
	for _, m := range r.WaitMessages(2) {
		if m.User == "" || !strings.Contains(m.Text, "yours was not taken") {
			t.Errorf("%+v", m)
		}
	}
}

func TestRateLimited(t *testing.T) {
	for says, hold := range map[string]time.Duration{"3": 3 * time.Second, "2.5": 2500 * time.Millisecond} {
		t.Run(says, func(t *testing.T) {
			t.Parallel() // it waits
			rateLimited(t, says, hold)
		})
	}
}

// rateLimited has Slack say for one channel how long to wait, and looks that it is waited there,
// and nowhere else.
func rateLimited(t *testing.T, says string, hold time.Duration) {
	r := start(t, nil)
	r.Fail("chat.postMessage", 1, slacktest.RetryAfter(says).In("CA"))
	r.mustPost(r.Mention("CA", "", "U1", "first?"))
	r.Wait("the refusal", func() bool { return r.count.Of(bot.EventPaused) == 1 })
	r.mustPost(r.Mention("CA", "", "U1", "second?"))
	r.mustPost(r.Mention("CB", "", "U1", "third?"))
	if m := r.WaitMessages(1)[0]; m.Channel != "CB" {
		t.Errorf("first posted in %s", m.Channel)
	}
	r.WaitMessages(3)
	var refused time.Time
	for _, c := range r.Calls("chat.postMessage") {
		switch {
		case c.Args["channel"] != "CA":
		case refused.IsZero():
			refused = c.At
		case c.At.Sub(refused) < hold:
			t.Errorf("called %v after the refusal", c.At.Sub(refused))
		}
	}
	if n := len(r.settle()); n != 3 {
		t.Errorf("%d messages", n)
	}
	if r.count.Of(bot.EventPaused) != 1 {
		t.Errorf("%d pauses", r.count.Of(bot.EventPaused))
	}
}

func TestPanic(t *testing.T) {
	r := start(t, nil)
	r.news.reply = func(m bot.Message) bot.Reply {
		if m.Text == "boom" {
			panic("secret question")
		}
		return r.news.usual(m)
	}
	r.mustPost(r.Mention("C1", "", "U1", "boom"))
	if m := r.WaitMessages(1)[0]; !strings.HasPrefix(m.Text, "Sorry, something went wrong") || m.Thread == "" {
		t.Errorf("said %+v", m)
	}
	r.mustPost(r.Mention("C1", "", "U1", "how many?"))
	r.WaitMessages(2)
	if n := len(r.settle()); n != 2 {
		t.Errorf("%d messages", n)
	}
	if strings.Contains(r.log.String(), "secret question") {
		t.Errorf("log: %s", r.log)
	}
}

// TestFewAtOnce asks many questions at once: the engine is asked a few of them at a time.
func TestFewAtOnce(t *testing.T) {
	r := start(t, nil)
	open := r.gated()
	few := 2 * runtime.GOMAXPROCS(0)
	for i := range 4 * few {
		r.mustPost(r.Mention(fmt.Sprintf("C%d", i), "", fmt.Sprintf("U%d", i), "how many?"))
	}
	if got := len(r.news.questions()); got > few {
		t.Errorf("%d are asked at a time, want %d", got, few)
	}
	open()
	if got := len(r.settle()); got != 4*few {
		t.Errorf("%d messages of %d", got, 4*few)
	}
}

// TestDrain ends the bot while questions are under way.
func TestDrain(t *testing.T) {
	r := start(t, nil)
	open := r.gated()
	const n = 40
	for i := range n {
		r.mustPost(r.Mention(fmt.Sprintf("C%d", i%7), "", "U1", "how many?"))
	}
	r.stop()
	open()
	if got := len(r.settle()); got != n {
		t.Errorf("%d messages of %d", got, n)
	}
	if r.bot.Ready() {
		t.Error("ready after its end")
	}
}

func TestSilence(t *testing.T) {
	r := start(t, nil)
	for name, p := range map[string]slacktest.Payload{
		"own":                 r.Message("D1", "", slacktest.Bot, "hello", nil),
		"own, as a bot":       r.Message("D1", "", slacktest.Bot, "hello", map[string]any{"bot_id": slacktest.BotID}),
		"another bot":         r.Message("D1", "", "U2", "hello", map[string]any{"bot_id": "B9"}),
		"another bot's shown": r.Message("D1", "", "U2", "hello", map[string]any{"bot_profile": map[string]any{"id": "B9"}}),
		"another bot's name":  r.Message("D1", "", "U2", "hello", map[string]any{"bot_profile": map[string]any{"name": "Feeds", "app_id": "A9"}}),
		"another bot, old":    r.Message("D1", "", "", "hello", map[string]any{"bot_id": "B9", "subtype": "bot_message"}),
		"an edit":             r.Message("D1", "", "", "", map[string]any{"subtype": "message_changed", "message": map[string]any{"user": "U1", "text": "hello"}}),
		"a deletion":          r.Message("D1", "", "", "", map[string]any{"subtype": "message_deleted"}),
		"a join":              r.Message("C1", "", "U1", "<@U0BOT> has joined", map[string]any{"subtype": "channel_join"}),
		"in a channel":        r.Message("C1", "", "U1", "hello all", nil),
		"slackbot":            r.Message("D1", "", "USLACKBOT", "hello", nil),
		"a pane's first":      r.Message("D1", "", "", "", map[string]any{"subtype": "assistant_app_thread"}),
		"a reaction":          r.Other(map[string]any{"type": "reaction_added", "user": "U1"}),
		"nothing":             r.Other(nil),
		"an event of nothing": {"type": "event_callback"},
		"a modal":             {"type": "view_submission", "user": map[string]any{"id": "U1"}},
		"no actions":          {"type": "block_actions", "user": map[string]any{"id": "U1"}, "actions": []any{}},
		"no user":             {"type": "block_actions", "actions": []any{map[string]any{"action_id": "newshound1/thread/more"}}},
		"no time":             r.Message("D1", "", "U1", "hello", map[string]any{"ts": nil}),
		"no response url":     {"command": "/ask", "user_id": "U1", "text": "hello"},
	} {
		if status, body := r.post(p); status != http.StatusOK || body != "" {
			t.Errorf("%s: answered %d %q", name, status, body)
		}
	}
	mention := r.Mention("C1", "", "U5", "hello")
	mention["event"].(map[string]any)["bot_id"] = "B9"
	r.mustPost(mention)
	if got := r.settle(); len(got) != 0 || len(r.news.questions()) != 0 {
		t.Errorf("said %+v", got)
	}
}

// TestNameless has what people do arrive without the names that Slack gives it: none is taken for another.
func TestNameless(t *testing.T) {
	r := start(t, nil)
	r.Expect("posted twice") // which is asked for here
	r.mustPost(r.Mention("C1", "", "U1", "how many?"))
	answer := r.WaitMessages(1)[0]
	more, _ := answer.Button("More")
	for i := range 2 {
		for _, c := range []struct {
			name string
			p    slacktest.Payload
		}{
			{"event_id", r.Mention("C2", "", "U1", fmt.Sprintf("how many %d?", i))},
			{"trigger_id", r.Command("C1", "U1", "/ask", "how many?")},
			{"action_ts", r.Shortcut("find_in_coverage", "C1", "1.1", "", "U1", "how many?")},
			{"actions", r.Press(answer, more, "U1")},
		} {
			delete(c.p, c.name)
			if c.name == "actions" {
				c.p[c.name] = []any{map[string]any{"action_id": more.ActionID, "value": more.Value}}
			}
			r.mustPost(c.p)
		}
	}
	if n := len(r.settle()); n != 9 {
		t.Errorf("%d messages", n)
	}
}

// TestEdited edits mentions, which so come again: what was answered, what did not mention the bot
// before, and what is so old that it is not known whether it was answered.
func TestEdited(t *testing.T) {
	r := start(t, nil)
	edited := func(p slacktest.Payload, at string) slacktest.Payload { // of what was written at 1700000000
		event := map[string]any{"edited": map[string]any{"user": "U1", "ts": at}}
		maps.Copy(event, p["event"].(map[string]any))
		return r.Other(event)
	}
	first := r.Mention("C1", "", "U1", "how many?")
	r.mustPost(first)
	r.mustPost(edited(first, "1700003600.000001"))
	r.mustPost(edited(r.Mention("C2", "", "U1", "how many?"), "1700003600.000001"))
	r.mustPost(edited(r.Mention("C3", "", "U1", "how many?"), "1700086400.000001"))
	got := map[string]int{}
	for _, m := range r.settle() {
		got[m.Channel]++
	}
	if want := map[string]int{"C1": 1, "C2": 1}; !maps.Equal(got, want) {
		t.Errorf("answered %v", got)
	}
}

// TestHostileQuestions asks what no one should.
func TestHostileQuestions(t *testing.T) {
	r := start(t, nil)
	long := strings.Repeat("why ", 25_000)
	for i, text := range []string{long, "\x00\x07 \u202e why", "caf\xe9 \xff", "<!channel> <@U7> <@U8|bob> <!subteam^S1|@desk> <#C7|general> <#C8> <!date^1533081600^{date}|1 August 2018> &lt;!here&gt;", strings.Repeat("<@U0BOT>", 1000)} {
		r.mustPost(r.Mention("C1", "", "U1", text))
		r.WaitMessages(i + 1)
	}
	asked := r.news.questions()
	if asked[0].Text != strings.TrimSpace(long) {
		t.Errorf("asked %d bytes", len(asked[0].Text))
	}
	if got := asked[3].Text; got != "#general 1 August 2018 <!here>" {
		t.Errorf("asked %q", got)
	}
	if got := asked[4].Text; got != "" {
		t.Errorf("asked %q", got)
	}
}
