package slack_test

import (
	"context"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/internal/intake"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

// readable is where a post is made that can be looked for, and with what it is looked for.
var readable = map[string]struct{ channel, thread, method string }{
	"direct":         {"D1", "", "conversations.history"},
	"pane":           {"D1", "1700000000.000001", "conversations.replies"},
	"public channel": {"C1", "1700000000.000001", "conversations.replies"},
}

// readChannels lets a bot read channels, for which nothing that it needs itself asks.
func readChannels(s *slacktest.Server) { s.SetScopes(slacktest.Scopes + ",channels:history") }

// ask is what Slack sends when somebody writes to the bot, in a channel with a mention.
func ask(s *slacktest.Server, channel, thread, text string) slacktest.Payload {
	if channel[0] == 'C' {
		return s.Mention(channel, thread, "U1", text)
	}
	return s.Message(channel, thread, "U1", text, nil)
}

// TestArrival has a post fail so that nobody knows whether it arrived: it is looked whether it
// did, and posted again where it did not. So there is one answer, or nobody knows.
func TestArrival(t *testing.T) {
	t.Parallel() // it waits
	for _, c := range []struct {
		name        string
		fault, look slacktest.Fault
		looks       int
		posts       int
		told        bool
	}{
		{"cut", slacktest.Cut(), slacktest.Fault{}, 5, 2, false},
		{"cut after it was stored", slacktest.Cut().Stored(), slacktest.Fault{}, 1, 1, false},
		{"500", slacktest.Status(500), slacktest.Fault{}, 3, 2, false},
		{"500 after it was stored", slacktest.Status(500).Stored(), slacktest.Fault{}, 1, 1, false},
		{"garbage after it was stored", slacktest.Garbage().Stored(), slacktest.Fault{}, 1, 1, false},
		{"refused", slacktest.NotOK("fatal_error"), slacktest.Fault{}, 3, 2, false},
		{"cut, and nothing to be seen", slacktest.Cut().Stored(), slacktest.NotOK("missing_scope"), 1, 1, false},
		{"500, and nothing to be seen", slacktest.Status(500).Stored(), slacktest.NotOK("missing_scope"), 1, 1, true},
		{"cut, and not even the question seen", slacktest.Cut().Stored(), slacktest.OK(), 1, 1, false},
		{"500, and not even the question seen", slacktest.Status(500).Stored(), slacktest.OK(), 1, 1, true},
		{"cut after it was stored, and the look, too", slacktest.Cut().Stored(), slacktest.Cut(), 2, 1, false},
		{"cut, and the look, too", slacktest.Cut(), slacktest.Cut(), 6, 2, false},
		{"500, and the look, too", slacktest.Status(500), slacktest.Status(500), 4, 2, false},
		{"500 after it was stored, and the look, too", slacktest.Status(500).Stored(), slacktest.Garbage(), 2, 1, false},
		{"cut after it was stored, and a busy Slack", slacktest.Cut().Stored(), slacktest.RateLimited(1), 2, 1, false},
		{"500 after it was stored, and a busy Slack that says no time", slacktest.Status(500).Stored(), slacktest.RateLimited(0), 2, 1, false},
	} {
		for where, in := range readable {
			t.Run(c.name+", "+where, func(t *testing.T) {
				r := start(t, nil)
				readChannels(r.Server)
				r.mustPost(ask(r.Server, in.channel, in.thread, "how many?")) // so there is another answer
				r.WaitMessages(1)
				r.Fail("chat.postMessage", 1, c.fault)
				if c.look != (slacktest.Fault{}) {
					r.Fail(in.method, 1, c.look)
				}
				r.mustPost(ask(r.Server, in.channel, in.thread, "how many more?"))
				r.Wait("a look", func() bool { return len(r.Calls(in.method)) == c.looks })
				told, answers := false, -1
				for _, m := range r.settle() {
					if m.User == "" {
						answers++
					} else {
						told = told || strings.Contains(m.Text, "has not told me whether my answer arrived")
					}
				}
				if posts := len(r.Calls("chat.postMessage")) - 1; told != c.told || len(r.Calls(in.method)) != c.looks || posts != c.posts || answers != 1 {
					t.Errorf("told: %t, after %d looks and %d posts; %d answers", told, len(r.Calls(in.method)), posts, answers)
				}
			})
		}
	}
}

// TestNeverArrives has Slack fail all posts: at last who asked is told.
func TestNeverArrives(t *testing.T) {
	t.Parallel() // it waits
	r := start(t, nil)
	r.Fail("chat.postMessage", 0, slacktest.Status(500))
	r.mustPost(r.Message("D1", "", "U1", "how many?", nil))
	if m := r.WaitMessages(1)[0]; m.User != "U1" || !strings.Contains(m.Text, "has not told me whether my answer arrived") {
		t.Errorf("%+v", m)
	}
	if n := len(r.Calls("chat.postMessage")); n != 20 {
		t.Errorf("%d posts", n)
	}
}

// TestArrivalInShort has Slack take only the text of an answer, and then lose its own answer:
// it is looked for by its text, and not taken for the same of an earlier question.
func TestArrivalInShort(t *testing.T) {
	t.Parallel() // it waits
	for _, c := range []struct {
		fault slacktest.Fault
		posts int
	}{{slacktest.Cut(), 5}, {slacktest.Cut().Stored(), 4}} {
		for _, thread := range []string{"", "1700000000.000001"} {
			r := start(t, nil)
			r.Expect("posted twice") // to two questions
			for _, fault := range []slacktest.Fault{slacktest.NotOK("invalid_blocks"), {}, slacktest.NotOK("invalid_blocks"), c.fault} {
				if fault != (slacktest.Fault{}) {
					r.Fail("chat.postMessage", 1, fault)
				} else {
					r.mustPost(r.Message("D1", thread, "U1", "how many?", nil))
					r.WaitMessages(1)
				}
			}
			r.mustPost(r.Message("D1", thread, "U1", "how many?", nil))
			r.Wait("the answer in short", func() bool { return len(r.Calls("chat.postMessage")) == c.posts })
			if n := len(r.settle()); n != 2 || len(r.Calls("chat.postMessage")) != c.posts {
				t.Errorf("thread %q: %d messages after %d posts", thread, n, len(r.Calls("chat.postMessage")))
			}
		}
	}
}

// TestKilledInDoubt kills a bot while a post is not answered. The next looks whether it has
// arrived, and posts it if not; where it cannot look, it does nothing.
func TestKilledInDoubt(t *testing.T) {
	t.Parallel() // it waits
	for where, in := range readable {
		for _, stored := range []bool{false, true} {
			for _, reads := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s, stored: %t, reads channels: %t", where, stored, reads), func(t *testing.T) {
					t.Parallel()
					server := slacktest.New(t)
					if reads {
						readChannels(server)
					}
					p := ask(server, in.channel, in.thread, "how many?")
					if stored {
						answerAndEnd(t, server, p)
					}
					left := killedInDoubt(t, p)
					next := startOn(t, server, func(o *slack.Options) { o.Journal = left })
					next.mustPost(p)
					want := 1
					if !stored && in.channel[0] == 'C' && !reads {
						want = 0
					}
					if n := len(next.settle()); n != want {
						t.Errorf("%d messages, want %d", n, want)
					}
				})
			}
		}
	}
}

// TestKilledWhereNotAllowed has a bot that was killed in doubt have answered in a direct message,
// for it may read the channel and not write there: the next finds it.
func TestKilledWhereNotAllowed(t *testing.T) {
	t.Parallel() // it waits
	server := slacktest.New(t)
	readChannels(server)
	server.Fail("chat.postMessage", 0, slacktest.NotOK("restricted_action").In("C1"))
	p := server.Mention("C1", "", "U1", "how many?")
	answerAndEnd(t, server, p)
	left := killedInDoubt(t, p)
	next := startOn(t, server, func(o *slack.Options) { o.Journal = left })
	next.Wait("a look at the direct messages", func() bool { return len(next.Calls("conversations.history")) > 0 })
	if got := next.settle(); len(got) != 1 || got[0].Channel[0] != 'D' {
		t.Errorf("%d messages", len(got))
	}
}

// TestKilledBeforeSigns has a process of a version that gave answers no name be killed in doubt:
// whether its answer has arrived cannot be seen, and so it is not posted again.
func TestKilledBeforeSigns(t *testing.T) {
	t.Parallel() // it waits
	dir, server := t.TempDir(), slacktest.New(t)
	p := server.Message("D1", "", "U1", "how many?", nil)
	answerAndEnd(t, server, p)
	event := p["event"].(map[string]any)
	e := map[string]any{"kind": "asked", "team": p["team_id"], "channel": "D1", "ts": event["ts"], "user": "U1", "text": "how many?", "direct": true}
	old, err := intake.OpenEvents[map[string]any](intake.Options{Path: filepath.Join(dir, "journal")})
	if err != nil {
		t.Fatal(err)
	}
	old.Accept(&e)
	ctx, stop := context.WithCancel(t.Context())
	old.Run(ctx, func(_ context.Context, j *intake.Job, _ *map[string]any) error {
		j.Sending()
		bottest.CopyFile(t, filepath.Join(dir, "journal"), filepath.Join(dir, "left"))
		stop()
		return nil
	}, nil, nil)
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	next := startOn(t, server, func(o *slack.Options) { o.Journal = filepath.Join(dir, "left") })
	if n := len(next.settle()); n != 1 {
		t.Errorf("%d messages", n)
	}
	if !strings.Contains(next.log.String(), "in_doubt=1") {
		t.Error("it was not in doubt")
	}
}

// killedInDoubt kills a bot while its post is not answered, and returns the journal that it leaves.
func killedInDoubt(t *testing.T, p slacktest.Payload) (left string) {
	t.Helper()
	dir := t.TempDir()
	doomed := startOn(t, slacktest.New(t), func(o *slack.Options) { o.Journal = filepath.Join(dir, "journal") })
	doomed.Fail("chat.postMessage", 1, slacktest.Cut())
	doomed.Fail("auth.test", 0, slacktest.Cut()) // and so it waits for Slack
	doomed.mustPost(p)
	doomed.Wait("the post", func() bool { return len(doomed.Calls("chat.postMessage")) == 1 })
	left = filepath.Join(dir, "left")
	bottest.CopyFile(t, filepath.Join(dir, "journal"), left)
	doomed.Heal()
	return left
}

// answerAndEnd has a bot answer, and end.
func answerAndEnd(t *testing.T, server *slacktest.Server, p slacktest.Payload) {
	t.Helper()
	r := startOn(t, server, nil)
	r.mustPost(p)
	r.WaitMessages(1)
	r.end()
}

// TestAnotherProcess delivers again to a process what another with a journal of its own has
// answered: where it can be looked for, if not at first, it is not answered twice.
func TestAnotherProcess(t *testing.T) {
	t.Parallel() // it waits
	for where, in := range readable {
		server := slacktest.New(t)
		readChannels(server)
		p := ask(server, in.channel, in.thread, "how many?")
		answerAndEnd(t, server, p)
		next := startOn(t, server, nil)
		next.Fail(in.method, 1, slacktest.Status(500))
		for i, again := range []slacktest.Payload{p, ask(server, in.channel, in.thread, "how many more?")} {
			request := next.Request(next.http.URL, again)
			request.Header.Set("X-Slack-Retry-Num", "1")
			if status, body := next.do(request); status != http.StatusOK {
				t.Fatalf("answered %d %q", status, body)
			}
			next.Wait("a look", func() bool { return len(next.Calls(in.method)) == 2*(i+1) })
		}
		if n := len(next.settle()); n != 2 {
			t.Errorf("%s: %d messages", where, n)
		}
	}
}

// TestTwoEvents delivers one message as a mention to one process, and as a message to another.
func TestTwoEvents(t *testing.T) {
	t.Parallel() // it waits
	server := slacktest.New(t)
	readChannels(server)
	first, second := startOn(t, server, nil), startOn(t, server, nil)
	mention := server.Mention("C1", "", "U1", "how many?")
	message := server.Message("C1", "", "U1", "<@"+slacktest.Bot+"> how many?", map[string]any{"ts": mention["event"].(map[string]any)["ts"]})
	first.mustPost(mention)
	server.WaitMessages(1)
	second.mustPost(message)
	first.end()
	if n := len(second.settle()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

// TestAnotherProcessAtWork delivers again to a process what another is still about to answer.
func TestAnotherProcessAtWork(t *testing.T) {
	t.Parallel() // it waits
	for where, in := range readable {
		server := slacktest.New(t)
		readChannels(server)
		p := ask(server, in.channel, in.thread, "how many?")
		first, second := startOn(t, server, nil), startOn(t, server, nil)
		first.news.reply = func(bot.Message) bot.Reply {
			server.Wait("a look", func() bool { return len(server.Calls(in.method)) == 1 })
			return bot.Reply{Text: "900."}
		}
		first.mustPost(p)
		request := second.Request(second.http.URL, p)
		request.Header.Set("X-Slack-Retry-Num", "1")
		if status, body := second.do(request); status != http.StatusOK {
			t.Fatalf("answered %d %q", status, body)
		}
		server.Wait("another look", func() bool { return len(server.Calls(in.method)) == 2 })
		if n := len(second.settle()); n != 1 {
			t.Errorf("%s: %d messages", where, n)
		}
	}
}

// TestNoWaitForALook has Slack want a minute between two looks: what is delivered again is answered.
func TestNoWaitForALook(t *testing.T) {
	r := start(t, nil)
	r.Fail("conversations.history", 0, slacktest.RateLimited(60))
	request := r.Request(r.http.URL, r.Message("D1", "", "U1", "how many?", nil))
	request.Header.Set("X-Slack-Retry-Num", "1")
	if status, body := r.do(request); status != http.StatusOK {
		t.Fatalf("answered %d %q", status, body)
	}
	r.WaitMessages(1)
}

// TestNoLook has the post to a channel fail, which the bot may not read.
func TestNoLook(t *testing.T) {
	r := start(t, nil)
	r.Fail("chat.postMessage", 1, slacktest.Cut())
	r.mustPost(r.Mention("C1", "", "U1", "how many?"))
	r.Wait("a look", func() bool { return len(r.Calls("conversations.replies")) == 1 })
	if n := len(r.settle()); n != 0 || len(r.Calls("chat.postMessage")) != 1 {
		t.Errorf("%d messages after %d posts", n, len(r.Calls("chat.postMessage")))
	}
}
