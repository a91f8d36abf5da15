package slack_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/slack"
	"newshound/bot/slack/slacktest"
)

// What all see, and what is counted, is so once, however often its button is pressed, also
// after a restart; another person's press is another.
func TestPressedAgain(t *testing.T) {
	journal := filepath.Join(t.TempDir(), "journal")
	server := slacktest.New(t)
	var answer slacktest.Message
	pressing := func(r *rig) func(label, user, want string) {
		return func(label, user, want string) {
			t.Helper()
			b, ok := answer.Button(label)
			if !ok {
				t.Fatalf("no button %q: %+v", label, answer.Buttons())
			}
			n := len(r.Messages())
			r.mustPost(r.Press(answer, b, user))
			if m := r.WaitMessages(n + 1)[n]; m.Text != want && want != "" || (m.User == "") != (want == "") {
				t.Errorf("%s of %s: %+v", label, user, m)
			}
		}
	}
	const thanks = "Thank you. That helps to make the answers better."
	r := startOn(t, server, func(o *slack.Options) { o.Journal = journal })
	r.mustPost(r.Command("C1", "U1", "/ask", "how many cars?"))
	answer = r.WaitMessages(1)[0]
	press := pressing(r)
	press("Share", "U1", "")
	press("Share", "U1", bot.Already)
	press("Helpful", "U1", thanks)
	press("Helpful", "U1", bot.Already)
	press("Helpful", "U2", thanks)
	press("Not helpful", "U1", thanks)
	if r.count.Of(bot.EventHelpful) != 2 || r.count.Of(bot.EventUnhelpful) != 1 {
		t.Errorf("counted %d helpful, %d not", r.count.Of(bot.EventHelpful), r.count.Of(bot.EventUnhelpful))
	}
	r.end()

	r = startOn(t, server, func(o *slack.Options) { o.Journal = journal })
	press = pressing(r)
	press("Share", "U1", bot.Already)
	press("Helpful", "U1", bot.Already)
}

// A double click is one press; later, or of another button or person, it is another.
func TestDoubleClick(t *testing.T) {
	r := start(t, nil)
	r.Expect("posted twice") // which is asked for here
	r.mustPost(r.Mention("C1", "", "U1", "how many cars?"))
	answer := r.WaitMessages(1)[0]
	for _, c := range []struct {
		label, user, at string
		messages        int
	}{
		{"More", "U1", "1700000003.9", 2}, {"More", "U1", "1700000004.1", 2}, {"More", "U1", "1700000004.8", 2}, {"More", "U2", "1700000004.1", 3},
		{"Timeline", "U1", "1700000004.1", 4}, {"More", "U1", "1700000006.0", 5}, {"More", "U1", "soon", 6},
	} {
		b, _ := answer.Button(c.label)
		p := r.Press(answer, b, c.user)
		p["actions"].([]any)[0].(map[string]any)["action_ts"] = c.at
		r.mustPost(p)
		r.WaitMessages(c.messages)
	}
	if n := len(r.settle()); n != 6 {
		t.Errorf("%d messages", n)
	}
}

// What could not be shared for a fault of ours can be shared when it is pressed again.
func TestShareFaulty(t *testing.T) {
	r := start(t, nil)
	r.mustPost(r.Command("C1", "U1", "/ask", "how many cars?"))
	answer := r.WaitMessages(1)[0]
	b, _ := answer.Button("Share")
	r.news.reply = func(bot.Message) bot.Reply { panic("for a test") }
	r.mustPost(r.Press(answer, b, "U1"))
	if m := r.WaitMessages(2)[1]; m.Text != bot.Apology {
		t.Errorf("told %+v", m)
	}
	r.news.reply = nil
	r.mustPost(r.Press(answer, b, "U1"))
	if m := r.WaitMessages(3)[2]; m.User != "" {
		t.Errorf("shared %+v", m)
	}
}

// tooMuch is what is said to who asks too much.
func tooMuch(bot.Message) bot.Reply { return bot.Reply{Text: "You have asked much."} }

// What a process was about to share when it was killed can be shared when it is pressed again.
func TestKilledWhileSharing(t *testing.T) {
	dir := t.TempDir()
	doomed := startOn(t, slacktest.New(t), func(o *slack.Options) { o.Journal = filepath.Join(dir, "journal") })
	doomed.mustPost(doomed.Command("C1", "U1", "/ask", "how many cars?"))
	answer := doomed.WaitMessages(1)[0]
	b, _ := answer.Button("Share")
	doomed.Fail("response_url", 1, slacktest.Cut())
	doomed.Fail("auth.test", 0, slacktest.Cut()) // and so it waits for Slack
	doomed.mustPost(doomed.Press(answer, b, "U1"))
	doomed.Wait("the post", func() bool { return len(doomed.Calls("response_url")) == 2 })
	left := filepath.Join(dir, "left")
	bottest.CopyFile(t, filepath.Join(dir, "journal"), left)
	doomed.Heal()
	done := func() int {
		told, _ := os.ReadFile(left)
		return bytes.Count(told, []byte(`"done"`))
	}
	before := done()
	next := startOn(t, slacktest.New(t), func(o *slack.Options) { o.Journal = left })
	next.Wait("what is left to be looked at", func() bool { return done() > before })
	next.mustPost(next.Press(answer, b, "U1"))
	if m := next.WaitMessages(1)[0]; m.User != "" || m.Text == bot.Already {
		t.Errorf("shared %+v", m)
	}
}

// What could not be shared, or had no answer to be shared, can be shared when it is pressed again.
func TestShareFails(t *testing.T) {
	for _, limited := range []bool{false, true} {
		r := start(t, nil)
		r.mustPost(r.Command("C1", "U1", "/ask", "how many cars?"))
		answer := r.WaitMessages(1)[0]
		b, _ := answer.Button("Share")
		if limited {
			r.news.reply = tooMuch
		} else {
			r.Fail("response_url", 1, slacktest.Status(500))
		}
		r.mustPost(r.Press(answer, b, "U1"))
		if m := r.WaitMessages(2)[1]; m.User != "U1" || limited != (m.Text == tooMuch(bot.Message{}).Text) {
			t.Errorf("told %+v", m)
		}
		r.news.reply = nil
		r.mustPost(r.Press(answer, b, "U1"))
		if m := r.WaitMessages(3)[2]; m.User != "" {
			t.Errorf("shared %+v", m)
		}
	}
}

// TestShareAlone shares an answer to the second of two questions that were put in private: the
// buttons under it do not tell the first.
func TestShareAlone(t *testing.T) {
	r := start(t, nil)
	r.news.reply = func(m bot.Message) bot.Reply {
		answer := r.news.usual(m)
		if m.Text != bot.AgainCommand {
			answer.Turn.Earlier = "who is Ann Lee?"
		}
		return answer
	}
	r.mustPost(r.Command("C1", "U1", "/ask", "how many cars?"))
	private := r.WaitMessages(1)[0]
	b, _ := private.Button("Share")
	r.mustPost(r.Press(private, b, "U1"))
	shared := r.WaitMessages(2)[1]
	around, ok := shared.Button("Around this quote")
	if !ok || shared.User != "" || !strings.Contains(b.Value, "Ann Lee") || strings.Contains(around.Value, "Ann Lee") {
		t.Errorf("of %q is shared %q in %+v", b.Value, around.Value, shared)
	}
}
