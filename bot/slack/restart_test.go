package slack_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

// TestKilled gives a bot the journal that another left behind when it was killed,
// before it posted and after, and delivers again.
func TestKilled(t *testing.T) {
	for _, after := range []bool{false, true} {
		t.Run(fmt.Sprintf("after the post: %t", after), func(t *testing.T) {
			dir := t.TempDir()
			r := start(t, func(o *slack.Options) { o.Journal = filepath.Join(dir, "journal") })
			open := r.gated()
			p := r.Mention("C1", "", "U1", "how many?")
			r.mustPost(p)
			r.Wait("the question", func() bool { return len(r.news.questions()) == 1 || after })
			want := 1
			if after {
				open()
				r.WaitMessages(1)
				want = 0 // of the next
			}
			bottest.CopyFile(t, filepath.Join(dir, "journal"), filepath.Join(dir, "left"))
			next := start(t, func(o *slack.Options) { o.Journal = filepath.Join(dir, "left") })
			next.mustPost(p)
			got := next.settle()
			if len(got) != want {
				t.Fatalf("%d messages, want %d", len(got), want)
			}
			if want == 1 && got[0].Thread != p["event"].(map[string]any)["ts"] {
				t.Errorf("answered in thread %s", got[0].Thread)
			}
		})
	}
}

// TestKilledInLine kills a bot while an answer waits for its channel's pace. The next waits, too.
func TestKilledInLine(t *testing.T) {
	dir := t.TempDir()
	server := slacktest.New(t)
	first := server.Mention("C1", "", "U1", "first?")
	second := server.Mention("C1", "", "U1", "second?")
	r := startOn(t, slacktest.New(t), func(o *slack.Options) { o.Journal = filepath.Join(dir, "journal") })
	const hold = 2 // seconds
	r.Fail("chat.postMessage", 1, slacktest.RateLimited(hold))
	r.mustPost(first)
	r.Wait("the refusal", func() bool { return r.count.Of(bot.EventPaused) == 1 })
	r.mustPost(second)
	r.Wait("the questions", func() bool { return len(r.news.questions()) == 2 })
	bottest.CopyFile(t, filepath.Join(dir, "journal"), filepath.Join(dir, "left"))
	next := startOn(t, server, func(o *slack.Options) { o.Journal = filepath.Join(dir, "left") })
	next.mustPost(second)
	threads := map[string]int{}
	next.WaitMessages(2)
	if early := hold*time.Second - next.Calls("chat.postMessage")[0].At.Sub(r.Calls("chat.postMessage")[0].At); early > 0 {
		t.Errorf("posted %v too early", early)
	}
	for _, m := range next.settle() {
		threads[m.Thread]++
	}
	for _, p := range []slacktest.Payload{first, second} { // the first was refused
		if n := threads[fmt.Sprint(p["event"].(map[string]any)["ts"])]; n != 1 {
			t.Errorf("%d answers: %v", n, threads)
		}
	}
}

// TestKilledWithFollowUps kills a bot to which a question and its follow-up were put in many threads.
// The next answers each follow-up after its question.
func TestKilledWithFollowUps(t *testing.T) {
	dir, server := t.TempDir(), slacktest.New(t)
	r := startOn(t, slacktest.New(t), func(o *slack.Options) { o.Journal = filepath.Join(dir, "journal") })
	r.gated()
	const threads = 40
	for i := range threads {
		channel := fmt.Sprintf("C%d", i)
		first := server.Mention(channel, "", "U1", "how many?")
		r.mustPost(first)
		r.mustPost(server.Mention(channel, fmt.Sprint(first["event"].(map[string]any)["ts"]), "U1", "and who?"))
	}
	bottest.CopyFile(t, filepath.Join(dir, "journal"), filepath.Join(dir, "left"))
	next := startOn(t, server, func(o *slack.Options) { o.Journal = filepath.Join(dir, "left") })
	if n := len(next.settle()); n != 2*threads {
		t.Errorf("%d messages", n)
	}
	for _, m := range next.news.questions() {
		if want := map[string]string{"and who?": "how many?"}[m.Text]; m.Last.Question != want {
			t.Errorf("%q was asked after %q", m.Text, m.Last.Question)
		}
	}
}

// TestThreadOutlivesRestart asks on in a thread after a restart.
func TestThreadOutlivesRestart(t *testing.T) {
	journal := filepath.Join(t.TempDir(), "journal")
	server := slacktest.New(t)
	with := func(o *slack.Options) { o.Journal = journal }
	r := startOn(t, server, with)
	r.mustPost(r.Mention("C1", "", "U1", "how many?"))
	thread := r.WaitMessages(1)[0].Thread
	r.end()
	next := startOn(t, server, with)
	next.mustPost(next.Mention("C1", thread, "U1", "cite 2"))
	next.WaitMessages(2)
	if q := next.news.questions()[0]; q.Last.Question != "how many?" {
		t.Errorf("asked %+v", q)
	}
}

// TestOutageAndRestart ends a bot while Slack is away, or cannot be reached: the next one
// answers.
func TestOutageAndRestart(t *testing.T) {
	t.Parallel() // it waits
	for _, reached := range []bool{true, false} {
		t.Run(fmt.Sprintf("reached: %t", reached), func(t *testing.T) {
			t.Parallel()
			server, dir := slacktest.New(t), t.TempDir()
			silent, connections := speechless(t)
			r := startOn(t, server, func(o *slack.Options) {
				if o.Journal = filepath.Join(dir, "journal"); !reached {
					o.APIURL = "https://" + silent.Addr().String() + "/api/"
				}
			})
			r.Fail("chat.postMessage", 0, slacktest.Status(503))
			r.mustPost(r.Mention("C1", "", "U1", "how many?"))
			var told []byte // as it is between two tries, or while there is no connection yet
			r.Wait("failures", func() (ok bool) {
				told, _ = os.ReadFile(filepath.Join(dir, "journal"))
				failures := bytes.Count(told, []byte(`"unsent"`))
				if !reached {
					return connections() >= 2 // one asks who the bot is
				}
				return failures >= 3 && bytes.Count(told, []byte(`"sending"`)) == failures
			})
			if !reached && bytes.Contains(told, []byte(`"sending"`)) {
				t.Error("the journal has it that something was sent without a connection")
			}
			if err := os.WriteFile(filepath.Join(dir, "left"), told, 0o600); err != nil {
				t.Fatal(err)
			}
			r.end()
			server.Heal()
			next := startOn(t, server, func(o *slack.Options) { o.Journal = filepath.Join(dir, "left") })
			if got := next.settle(); len(got) != 1 {
				t.Errorf("%d messages", len(got))
			}
		})
	}
}
