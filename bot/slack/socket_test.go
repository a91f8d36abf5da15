package slack_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

func TestUnknownEnvelopes(t *testing.T) {
	r := start(t, nil)
	for kind, payload := range map[string]any{
		"events_api":     r.Other(map[string]any{"type": "brand_new", "field": 1}),
		"brand_new":      map[string]any{"a": 1},
		"slash_commands": map[string]any{"command": 7},
		"interactive":    map[string]any{"type": "brand_new", "user": map[string]any{"id": "U1"}},
	} {
		r.WaitAcked(r.Send(kind, payload))
	}
	r.WaitAcked(r.Send("events_api", []any{}))
	r.SendRaw("no JSON")
	r.SendRaw("{}")
	r.WaitAcked(r.Send("events_api", r.Mention("C1", "", "U1", "how many?")))
	r.WaitMessages(1)
	if n := r.Connections(); n != 1 {
		t.Errorf("%d connections", n)
	}
}

func TestNewEnvelope(t *testing.T) {
	r := start(t, nil)
	p := r.Mention("C1", "", "U1", "how many?")
	for range 3 {
		r.WaitAcked(r.Send("events_api", p))
	}
	if n := len(r.settle()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

func TestDisconnect(t *testing.T) {
	r := start(t, nil)
	open := r.gated()
	p := r.Mention("C1", "", "U1", "how many?")
	r.WaitAcked(r.Send("events_api", p))
	quickest := time.Hour // the machine may have better things to do
	for i := range 3 {
		// The ack may be lost, or go out on the next connection.
		late := r.Send("events_api", r.Other(map[string]any{"type": "brand_new"}))
		began := time.Now()
		r.Disconnect()
		r.Wait("another connection", func() bool { return r.Connections() > i+1 })
		quickest = min(quickest, time.Since(began))
		r.WaitAcked(late)
	}
	if quickest > 2*time.Second {
		t.Errorf("connected again after %v", quickest)
	}
	r.WaitAcked(r.Send("events_api", p)) // again, on the new one
	open()
	r.WaitMessages(1)
	r.Wait("readiness", r.bot.Ready)
	if n := len(r.settle()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

// TestCloseBehindEvent closes the socket right behind a mention, which does not come again.
func TestCloseBehindEvent(t *testing.T) {
	r := start(t, nil)
	const times = 10 // by chance, the SDK's client hears of the mention first
	for i := range times {
		r.SendLast("events_api", r.Mention(fmt.Sprintf("C%d", i), "", "U1", "how many?"))
		r.Wait("another connection", func() bool { return r.Connections() > i+1 })
	}
	r.WaitMessages(times)
	r.settle()
}

func TestSilentSocket(t *testing.T) {
	t.Parallel() // it waits
	const interval = time.Second
	starved := bottest.Starved(t)
	r := start(t, func(o *slack.Options) { o.PingInterval = interval })
	r.WaitConnected()
	r.Wait("readiness", r.bot.Ready)
	r.Fail("apps.connections.open", 0, slacktest.Status(http.StatusInternalServerError)) // until it is healed
	began := time.Now()
	r.Silence(true)
	r.Wait("a try to connect", func() bool { return len(r.Calls("apps.connections.open")) > 1 })
	r.Wait("the end of readiness", func() bool { return !r.bot.Ready() })
	if took, busy := time.Since(began), starved(); took > 2*interval+interval/2+busy {
		t.Errorf("noticed after %v, on a machine that was busy with something else for %v", took, busy)
	}
	r.Silence(false)
	r.Heal()
	r.Wait("another connection", func() bool { return r.Connections() > 1 })
	r.WaitAcked(r.Send("events_api", r.Mention("C1", "", "U1", "how many?")))
	r.WaitMessages(1)
	r.Wait("readiness", r.bot.Ready)
	if r.count.Of(bot.EventConnected) < 2 || r.count.Of(bot.EventDisconnected) < 1 {
		t.Errorf("counted %d and %d", r.count.Of(bot.EventConnected), r.count.Of(bot.EventDisconnected))
	}
}

// TestBurst sends more than there is room for.
func TestBurst(t *testing.T) {
	const burst, depth = 500, 100
	r := start(t, func(o *slack.Options) { o.Depth = depth })
	open := r.gated()
	starved := bottest.Starved(t)
	var sent []*slacktest.Envelope
	for i := range burst {
		if i%10 == 9 { // who is told at once
			sent = append(sent, r.Send("slash_commands", r.Command("C1", fmt.Sprintf("U%d", i), "/ask", "how many?")))
		} else {
			sent = append(sent, r.Send("events_api", r.Mention(fmt.Sprintf("C%d", i), "", fmt.Sprintf("U%d", i), "how many?")))
		}
	}
	told := 0
	for _, e := range sent {
		r.WaitAcked(e)
		if busy := starved(); e.Took() > 3*time.Second+busy {
			t.Errorf("acknowledged after %v, on a machine that was busy with something else for %v", e.Took(), busy)
		}
		if strings.Contains(string(e.Reply()), "yours was not taken") {
			told++
		}
	}
	open()
	r.Wait("everyone to have an answer", func() bool { return len(r.Messages())+told == burst })
	busy := told
	for _, m := range r.Messages() {
		if strings.Contains(m.Text, "yours was not taken") {
			busy++
			if m.User == "" {
				t.Errorf("told all of %s", m.Channel)
			}
		}
	}
	if accepted := r.count.Of(bot.EventAccepted); accepted+busy != burst || accepted < depth || accepted > 2*depth || told == 0 {
		t.Errorf("%d accepted, %d busy, %d of them told at once", accepted, busy, told)
	}
	if n := r.Connections(); n != 1 {
		t.Errorf("%d connections", n)
	}
	r.settle()
}

// TestRefusedTokens runs a bot with tokens that Slack refuses.
func TestRefusedTokens(t *testing.T) {
	for name, adjust := range map[string]func(*slack.Options){
		"bot token":              func(o *slack.Options) { o.BotToken = bot.NewSecret("xoxb-wrong") },
		"app token":              func(o *slack.Options) { o.AppToken = bot.NewSecret("xapp-wrong") },
		"app token as the bot's": func(o *slack.Options) { o.BotToken = o.AppToken },
		"bot token as the app's": func(o *slack.Options) { o.AppToken = o.BotToken },
	} {
		t.Run(name, func(t *testing.T) {
			b, err := runToEnd(t, slacktest.New(t), adjust)
			if err == nil || !strings.Contains(err.Error(), "the token is refused by Slack (") || b.Ready() {
				t.Errorf("ended with %v", err)
			}
		})
	}
}

// TestRevoked revokes the token while the bot is at work.
func TestRevoked(t *testing.T) {
	server := slacktest.New(t)
	server.Fail("chat.postMessage", 0, slacktest.NotOK("missing_scope").In("C0")) // which ends nothing
	server.Fail("chat.postMessage", 0, slacktest.NotOK("token_revoked").In("C1"))
	var running sync.WaitGroup
	defer running.Wait()
	running.Go(func() {
		if _, err := runToEnd(t, server, nil); err == nil || !strings.Contains(err.Error(), "token_revoked") {
			t.Errorf("ended with %v", err)
		}
	})
	server.WaitAcked(server.Send("events_api", server.Mention("C0", "", "U1", "how many?")))
	server.WaitMessages(1) // a direct one
	server.Send("events_api", server.Mention("C1", "", "U1", "how many?"))
}

// TestNoScopeForSockets connects with a token that allows no sockets.
func TestNoScopeForSockets(t *testing.T) {
	server := slacktest.New(t)
	server.Fail("apps.connections.open", 0, slacktest.NotOK("missing_scope"))
	if _, err := runToEnd(t, server, nil); err == nil || !strings.Contains(err.Error(), "missing_scope") {
		t.Errorf("ended with %v", err)
	}
}

// TestSlackIsAway starts the bot before Slack can be reached.
func TestSlackIsAway(t *testing.T) {
	server := slacktest.New(t)
	server.Fail("auth.test", 1, slacktest.Status(http.StatusBadGateway))
	server.Fail("apps.connections.open", 1, slacktest.RateLimited(1))
	server.Fail("apps.connections.open", 1, slacktest.Garbage())
	r := startOn(t, server, nil)
	r.WaitAcked(r.Send("events_api", r.Mention("C1", "", "U1", "how many?")))
	r.WaitMessages(1)
}

// TestNoSocket has no socket be where Slack says: the log says what is wrong.
func TestNoSocket(t *testing.T) {
	for address, want := range map[string]string{"ws://127.0.0.1:1/": "no connection", "": "the socket is refused"} {
		server := slacktest.New(t)
		server.Fail("apps.connections.open", 1, slacktest.Socket(cmp.Or(address, strings.Replace(server.APIURL(), "http", "ws", 1))))
		r := startOn(t, server, nil)
		r.WaitConnected()
		if log := r.log.String(); !strings.Contains(log, `msg="no connection to Slack" err="`+want+`"`) {
			t.Errorf("the log does not say %q: %s", want, log)
		}
	}
}

// TestNotAlone has Slack tell that the app has another connection: so does the log, then alone.
func TestNotAlone(t *testing.T) {
	r := start(t, nil)
	r.WaitConnected()
	const warning = "each message reaches only one of them\" connections=2"
	r.Wait("readiness", r.bot.Ready)
	if log := r.log.String(); strings.Contains(log, "each message") {
		t.Errorf("of one connection: %s", log)
	}
	r.SendRaw(`{"type":"hello","num_connections":2,"connection_info":{"app_id":"A1"}}`)
	r.Wait("a warning", func() bool { return strings.Contains(r.log.String(), warning) })
}

// TestNotFound has Slack answer in a way after which the SDK's client ends.
func TestNotFound(t *testing.T) {
	t.Parallel() // it waits
	server := slacktest.New(t)
	server.Fail("apps.connections.open", 1, slacktest.Status(http.StatusNotFound))
	r := startOn(t, server, nil)
	r.WaitConnected()
	r.Wait("readiness", r.bot.Ready)
}

// TestLongWait has the SDK's client wait before it tries to connect again: not for minutes,
// unless Slack says so.
func TestLongWait(t *testing.T) {
	b, err := slack.Open(slack.Options{Handler: &newsroom{t: t}})
	if err != nil {
		t.Fatal(err)
	}
	for wait, want := range map[time.Duration]bool{20 * time.Second: true, 21 * time.Second: false, 5 * time.Minute: false} {
		if got, then := b.Waits(wait, errors.New("away")); got != want || then != 10*time.Second {
			t.Errorf("%v: waits %t, then %v", wait, got, then)
		}
	}
	for wait, want := range map[time.Duration]bool{time.Minute: true, 61 * time.Second: false} {
		got, then := b.Waits(wait, &api.RateLimitedError{RetryAfter: time.Minute})
		if got != want || !got && then != time.Minute { // the client itself would wait for longer
			t.Errorf("%v where Slack says a minute: waits %t, then %v", wait, got, then)
		}
	}
}

// TestSentAway has Slack send each socket away at once: the next is not opened within the
// same second.
func TestSentAway(t *testing.T) {
	t.Parallel() // it waits
	server := slacktest.New(t)
	b, err := slack.Open(slack.Options{
		BotToken: bot.NewSecret(slacktest.BotToken), AppToken: bot.NewSecret(slacktest.AppToken), APIURL: server.APIURL(), Handler: &newsroom{t: t},
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var running sync.WaitGroup
	defer running.Wait()
	defer stop()
	running.Go(func() { _ = b.Run(ctx) })
	server.WaitConnected()
	began := time.Now()
	for range 2 {
		n := server.Connections()
		server.SendRaw(`{"type":"disconnect","reason":"too_many_websockets"}`)
		server.Wait("another connection", func() bool { return server.Connections() > n })
	}
	if took := time.Since(began); took < 1900*time.Millisecond {
		t.Errorf("two sockets were opened within %v of the first", took)
	}
}

// held is an observer that holds up who takes the first event on, as a slow disk does.
type held struct {
	bot.Observer
	first   atomic.Bool
	taking  chan struct{} // closed once it is
	release chan struct{}
}

// Count implements [bot.Observer].
func (h *held) Count(e bot.Event) {
	h.Observer.Count(e)
	if e == bot.EventAccepted && h.first.CompareAndSwap(false, true) {
		close(h.taking)
		<-h.release
	}
}

// TestSlowDisk acknowledges an envelope while another is still being taken on.
func TestSlowDisk(t *testing.T) {
	h := &held{taking: make(chan struct{}), release: make(chan struct{})}
	release := sync.OnceFunc(func() { close(h.release) })
	r := start(t, func(o *slack.Options) { h.Observer, o.Observer = o.Observer, h })
	t.Cleanup(release)
	first := r.Send("events_api", r.Mention("C1", "", "U1", "how many?"))
	<-h.taking
	r.WaitAcked(r.Send("events_api", r.Mention("C2", "", "U2", "how many?")))
	release()
	r.WaitAcked(first)
	if n := len(r.settle()); n != 2 {
		t.Errorf("%d messages", n)
	}
}

// TestNothingIsLeft looks for goroutines after the end of a bot that has had several
// connections.
func TestNothingIsLeft(t *testing.T) {
	r := start(t, nil)
	for i := range 3 {
		r.WaitAcked(r.Send("events_api", r.Mention("C1", "", "U1", "how many?")))
		r.Disconnect()
		r.Wait("another connection", func() bool { return r.Connections() > i+1 })
	}
	r.settle()
	stacks := make([]byte, 1<<20)
	r.Wait("the goroutines to end", func() bool {
		left := string(stacks[:runtime.Stack(stacks, true)])
		return !strings.Contains(left, "bot/slack.(*Adapter)") && !strings.Contains(left, "slack-go/slack/socketmode") && !strings.Contains(left, "bot/internal")
	})
}

// TestFollowUpAtOnce sends a question and its follow-up at once, as after a socket was lost: they are
// answered in this order.
func TestFollowUpAtOnce(t *testing.T) {
	r := start(t, nil)
	const threads = 50
	for i := range threads {
		channel := fmt.Sprintf("C%d", i)
		first := r.Mention(channel, "", "U1", "how many?")
		r.Send("events_api", first)
		r.Send("events_api", r.Mention(channel, fmt.Sprint(first["event"].(map[string]any)["ts"]), "U1", "and who?"))
	}
	r.WaitMessages(2 * threads)
	for _, m := range r.news.questions() {
		if want := map[string]string{"and who?": "how many?"}[m.Text]; m.Last.Question != want {
			t.Errorf("%q was asked after %q", m.Text, m.Last.Question)
		}
	}
}
