package slack_test

import (
	"context"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

// TestFailures has posts fail in every way, once or for good. Where nobody knows whether
// the answer arrived, it is not posted again, and who asked is told so, unless the connection
// was cut.
func TestFailures(t *testing.T) {
	t.Parallel() // some of it waits
	for _, c := range []struct {
		name    string
		times   int // 0 for good
		fault   slacktest.Fault
		calls   int
		answers int
		inDoubt bool
	}{
		{"cut after it was stored", 1, slacktest.Cut().Stored(), 1, 1, false},
		{"cut", 1, slacktest.Cut(), 1, 0, false},
		{"reset after it was stored", 1, slacktest.Reset().Stored(), 1, 1, false},
		{"reset", 1, slacktest.Reset(), 1, 0, false},
		{"500", 1, slacktest.Status(500), 1, 0, true},
		{"502 after it was stored", 1, slacktest.Status(502).Stored(), 1, 1, true},
		{"fatal", 1, slacktest.NotOK("fatal_error"), 1, 0, true},
		{"garbage", 1, slacktest.Garbage(), 1, 0, true},
		{"garbage after it was stored", 1, slacktest.Garbage().Stored(), 1, 1, true},
		{"half an answer", 1, slacktest.Half(), 1, 0, true},
		{"503 once", 1, slacktest.Status(503), 2, 1, false},
		{"503 for long", 7, slacktest.Status(503), 8, 1, false},
		{"503 for more than a quarter of an hour", 21, slacktest.Status(503), 22, 1, false},
		{"429 for long", 7, slacktest.RateLimited(1), 8, 1, false},
		{"429 that says no time", 1, slacktest.RateLimited(0), 2, 1, false},
		{"429 that says half a second", 1, slacktest.RetryAfter("0.5"), 2, 1, false},
		{"unavailable", 1, slacktest.NotOK("service_unavailable"), 2, 1, false},
		{"being moved", 7, slacktest.NotOK("team_added_to_org"), 8, 1, false},
		{"not ok", 0, slacktest.NotOK("is_archived"), 2, 0, false}, // nor directly
		{"not ok, and not why", 0, slacktest.NotOK(""), 6, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := start(t, nil)
			r.Fail("chat.postMessage", c.times, c.fault)
			r.mustPost(r.Mention("C1", "", "U1", "how many?"))
			answers, notes := 0, 0
			r.Wait("the calls", func() bool { return len(r.Calls("chat.postMessage")) == c.calls })
			for _, m := range r.settle() {
				if m.Via == "chat.postEphemeral" && m.User == "U1" && strings.Contains(m.Text, "has not told me whether my answer arrived") {
					notes++
				} else {
					answers++
				}
			}
			if n := len(r.Calls("chat.postMessage")); answers != c.answers || n != c.calls {
				t.Errorf("%d answers after %d calls, want %d after %d", answers, n, c.answers, c.calls)
			}
			if want := map[bool]int{true: 1}[c.inDoubt]; notes != want {
				t.Errorf("%d notes, want %d", notes, want)
			}
			if log := r.log.String(); strings.Contains(log, slacktest.BodyMark) || c.answers == 0 && !strings.Contains(log, "a reply was not delivered") {
				t.Errorf("log: %s", log)
			}
			if n := r.count.Of(bot.EventDelivered) + r.count.Of(bot.EventUndelivered); n != 1 {
				t.Errorf("%d outcomes counted", n)
			}
		})
	}
}

// TestStatusHangs has Slack not answer how it is with a status: the answer does not wait for it.
func TestStatusHangs(t *testing.T) {
	t.Parallel() // it waits
	r := start(t, nil)
	r.Fail("assistant.threads.setStatus", 0, slacktest.Hang())
	began := time.Now()
	r.mustPost(r.Message("D1", "", "U1", "how many?", nil))
	r.WaitMessages(1)
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("answered after %v", took)
	}
}

// TestNotTaken has Slack refuse what is in a message: it is said in short, and if need be
// not at all, but for a line that says so.
func TestNotTaken(t *testing.T) {
	for _, why := range []string{"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long", "invalid_arguments", ""} {
		for times, want := range map[int]string{1: "It carried 900 cars a day.", 2: "Slack does not take what I have to say here."} {
			r := start(t, nil)
			r.Fail("chat.postMessage", times, slacktest.NotOK(why))
			r.mustPost(r.Mention("C1", "", "U1", "how many?"))
			got := r.settle()
			if len(got) != 1 || got[0].Channel != "C1" || !strings.Contains(got[0].Text, want) || len(got[0].Blocks) > 0 {
				t.Errorf("%s, %d times: %+v", why, times, got)
			}
		}
	}
}

// TestNotTakenForOne has Slack refuse the blocks of what one person alone sees: nothing in the
// text that stands in for them is formatted.
func TestNotTakenForOne(t *testing.T) {
	r := start(t, nil)
	r.news.reply = func(m bot.Message) bot.Reply {
		return bot.Reply{Text: "It said *no*, _never_, ~not~ `once`.", Turn: m.Last}
	}
	r.Fail("chat.postEphemeral", 1, slacktest.NotOK("invalid_blocks"))
	p := r.Command("C1", "U1", "/ask", "how many?")
	r.ExpireHooks()
	r.mustPost(p)
	got := r.settle()
	if len(got) != 1 || !strings.Contains(got[0].Text, "It said ∗no∗, ＿never＿, ∼not∼ ˋonceˋ.") {
		t.Errorf("%+v", got)
	}
}

// TestNotAllowed asks where the bot may not write: the answer comes in a direct message.
func TestNotAllowed(t *testing.T) {
	for _, why := range []string{"not_in_channel", "channel_not_found", "is_archived", "restricted_action", "thread_locked"} {
		for name, ask := range map[string]func(*rig) slacktest.Payload{
			"mention": func(r *rig) slacktest.Payload { return r.Mention("C1", "", "U1", "how many?") },
			"pane":    func(r *rig) slacktest.Payload { return r.Message("D1", "5.5", "U1", "how many?", nil) },
			"command": func(r *rig) slacktest.Payload {
				p := r.Command("C1", "U1", "/ask", "how many?")
				r.ExpireHooks()
				return p
			},
		} {
			r := start(t, nil)
			for _, method := range []string{"chat.postMessage", "chat.postEphemeral"} {
				r.Fail(method, 0, slacktest.NotOK(why).In("C1"))
				r.Fail(method, 0, slacktest.NotOK(why).In("D1")) // of which the thread is gone
			}
			r.mustPost(ask(r))
			got := r.settle()
			if len(got) != 1 || !strings.HasPrefix(got[0].Channel, "D") || got[0].User != "" || !strings.Contains(got[0].Text, "I am not allowed to write where you asked") ||
				!strings.Contains(got[0].Text, "It carried 900 cars a day.") {
				t.Errorf("%s, %s: %+v", name, why, got)
			}
		}
	}
}

// TestHookFails asks with a command whose response URL fails.
func TestHookFails(t *testing.T) {
	t.Parallel() // some of it waits
	for _, c := range []struct {
		name  string
		fault slacktest.Fault
		text  string
	}{
		{"gone", slacktest.Status(410), "It carried 900 cars a day."},
		{"elsewhere", slacktest.Status(302), "It carried 900 cars a day."},
		{"used up", slacktest.NotOK("used_url"), "It carried 900 cars a day."},
		{"no reason given", slacktest.NotOK(""), "It carried 900 cars a day."},
		{"busy", slacktest.RateLimited(1), "It carried 900 cars a day."},
		{"away", slacktest.Status(503), "It carried 900 cars a day."},
		{"500", slacktest.Status(500), "has not told me whether my answer arrived"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := start(t, nil)
			r.Fail("response_url", 0, c.fault)
			r.mustPost(r.Command("C1", "U1", "/ask", "how many?"))
			got := r.settle()
			if len(got) != 1 || got[0].Via != "chat.postEphemeral" || got[0].User != "U1" || !strings.Contains(got[0].Text, c.text) {
				t.Errorf("%+v", got)
			}
		})
	}
}

// TestCitationsFail has the direct message fail that a button asks for: who pressed it is
// told where the button is what is known of it, once.
func TestCitationsFail(t *testing.T) {
	for name, c := range map[string]struct {
		fault slacktest.Fault
		text  string
	}{
		"refused":                 {slacktest.NotOK("messages_tab_disabled"), "I could not send you a direct message."},
		"500":                     {slacktest.Status(500), "Slack has not told me whether my answer arrived."},
		"cut":                     {slacktest.Cut(), "Slack has not told me whether my answer arrived."},
		"cut after it was stored": {slacktest.Cut().Stored(), "I have sent you the citations as a direct message."},
	} {
		t.Run(name, func(t *testing.T) {
			r := start(t, nil)
			r.mustPost(r.Mention("C1", "", "U1", "how many?"))
			m := r.WaitMessages(1)[0]
			b, _ := m.Button("Citations in DM")
			r.Fail("chat.postMessage", 0, c.fault.In("DU2"))
			r.mustPost(r.Press(m, b, "U2"))
			told := 0
			for _, m := range r.settle()[1:] {
				if m.Channel == "C1" && m.User == "U2" && strings.HasPrefix(m.Text, c.text) {
					told++
				} else if m.Channel != "DU2" || m.Via != "chat.postMessage" {
					t.Errorf("%+v", m)
				}
			}
			if told != 1 {
				t.Errorf("told %d times", told)
			}
		})
	}
}

// TestNoCitations asks too much for citations: there is no direct message, nor is one told of.
func TestNoCitations(t *testing.T) {
	r := start(t, nil)
	r.mustPost(r.Mention("C1", "", "U1", "how many?"))
	m := r.WaitMessages(1)[0]
	b, _ := m.Button("Citations in DM")
	r.news.reply = tooMuch
	r.mustPost(r.Press(m, b, "U2"))
	if got := r.settle()[1:]; len(got) != 1 || got[0].User != "U2" || got[0].Text != tooMuch(bot.Message{}).Text {
		t.Errorf("%+v", got)
	}
}

// TestDoubtAgain has Slack fail in one way at an answer, of which so nobody knows, and then at the word
// that it may not be there: that is said until it arrives.
func TestDoubtAgain(t *testing.T) {
	for name, fault := range map[string]slacktest.Fault{"500": slacktest.Status(500), "garbage": slacktest.Garbage(), "fatal": slacktest.NotOK("fatal_error")} {
		for what, ask := range map[string]func(*rig) slacktest.Payload{
			"mention": func(r *rig) slacktest.Payload { return r.Mention("C1", "", "U1", "how many?") },
			"command": func(r *rig) slacktest.Payload { return r.Command("C1", "U1", "/ask", "how many?") },
		} {
			r := start(t, nil)
			r.Fail("chat.postMessage", 1, fault)
			r.Fail("response_url", 1, slacktest.Status(500))
			r.Fail("chat.postEphemeral", 5, fault)
			r.mustPost(ask(r))
			got := r.settle()
			if len(got) != 1 || got[0].User != "U1" || !strings.Contains(got[0].Text, "has not told me whether my answer arrived") {
				t.Errorf("%s, %s: %+v", what, name, got)
			}
		}
	}
}

// TestDoubtElsewhere has nobody know whether an answer is in a channel that the bot may not
// write to: a direct message says so, and no more.
func TestDoubtElsewhere(t *testing.T) {
	r := start(t, nil)
	r.Fail("response_url", 0, slacktest.Status(500))
	r.Fail("chat.postEphemeral", 0, slacktest.NotOK("channel_not_found"))
	r.mustPost(r.Command("C9", "U1", "/ask", "how many?"))
	got := r.settle()
	if len(got) != 1 || got[0].Channel != "DU1" || !strings.HasPrefix(got[0].Text, "Slack has not told me whether my answer arrived.") {
		t.Errorf("%+v", got)
	}
}

// TestAway has Slack answer nothing for a while. What was on its way then may be there, and
// who asked is told that it may not; what is asked meanwhile waits, and is answered.
func TestAway(t *testing.T) {
	r := start(t, nil)
	r.Wait("the bot, which asks who it is", r.bot.Ready)
	for _, method := range []string{"auth.test", "chat.postMessage", "chat.postEphemeral", "conversations.open", "response_url"} {
		r.Fail(method, 0, slacktest.Cut())
	}
	asked := len(r.Calls("auth.test"))
	r.mustPost(r.Mention("C1", "", "U1", "first?"))
	r.Wait("Slack to be looked for", func() bool { return len(r.Calls("auth.test")) > asked+2 })
	r.mustPost(r.Mention("C2", "", "U2", "second?"))
	r.mustPost(r.Command("C3", "U3", "/ask", "third?"))
	r.mustPost(r.Message("D4", "", "U4", "fourth?", nil))
	r.Wait("all to be asked", func() bool { return len(r.news.questions()) == 4 })
	r.Heal()
	r.WaitMessages(4)
	got := map[string]string{}
	for _, m := range r.settle() {
		got[m.Channel] += m.Via + " " + m.User
		if doubt := strings.Contains(m.Text, "has not told me whether my answer arrived"); doubt != (m.Channel == "C1") {
			t.Errorf("in %s: %s", m.Channel, m.Text)
		}
	}
	if want := map[string]string{"C1": "chat.postEphemeral U1", "C2": "chat.postMessage ", "C3": "response_url U3", "D4": "chat.postMessage "}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if n := len(r.Calls("chat.postMessage")); n != 3 {
		t.Errorf("%d posts", n)
	}
}

// TestRevokedAtWork has Slack refuse the token in the middle of work: the process ends, and the next,
// with another token, answers what was not answered.
func TestRevokedAtWork(t *testing.T) {
	t.Run("for good", func(t *testing.T) { revokeAtWork(t, 0) })
	t.Run("once", func(t *testing.T) { revokeAtWork(t, 1) })
}

// revokeAtWork has Slack refuse the token so many times, or for good.
func revokeAtWork(t *testing.T, times int) {
	t.Helper()
	server, journal := slacktest.New(t), filepath.Join(t.TempDir(), "journal")
	for _, method := range []string{"chat.postMessage", "conversations.open"} {
		server.Fail(method, times, slacktest.NotOK("token_revoked"))
	}
	b, err := slack.Open(slack.Options{
		BotToken: bot.NewSecret(slacktest.BotToken), SigningSecret: bot.NewSecret(slacktest.SigningSecret),
		APIURL: server.APIURL(), Handler: &newsroom{t: t}, Journal: journal,
	})
	if err != nil {
		t.Fatal(err)
	}
	b.Hurry()
	for range 3 {
		w := httptest.NewRecorder()
		b.ServeHTTP(w, server.Request("http://bot.example", server.Mention("C1", "", "U1", "how many?")))
		if w.Code != http.StatusOK {
			t.Fatalf("answered %d", w.Code)
		}
	}
	if err := b.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "token_revoked") {
		t.Errorf("ended with %v", err)
	}
	server.Heal()
	next := startOn(t, server, func(o *slack.Options) { o.Journal = journal })
	next.WaitMessages(3)
	if log := next.log.String(); !strings.Contains(log, "in_doubt=0") {
		t.Errorf("what came through is in doubt: %s", log)
	}
}

// speechless takes connections, on which nothing is ever said, and counts them.
func speechless(t *testing.T) (l net.Listener, connections func() int) {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var n atomic.Int32
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			n.Add(1)
			context.AfterFunc(t.Context(), func() { _ = c.Close() })
		}
	}()
	t.Cleanup(func() { _ = l.Close() })
	return l, func() int { return int(n.Load()) }
}
