package slack_test

import (
	"strings"
	"testing"

	"newshound/bot/slack/slacktest"
)

// TestArrival has the post of a direct message fail so that nobody knows whether it arrived:
// it is looked whether it did, and said where it did not.
func TestArrival(t *testing.T) {
	t.Parallel() // it waits
	for _, c := range []struct {
		name        string
		fault, look slacktest.Fault
		looks       int
		told        bool
	}{
		{"cut", slacktest.Cut(), slacktest.Fault{}, 3, true},
		{"cut after it was stored", slacktest.Cut().Stored(), slacktest.Fault{}, 1, false},
		{"500", slacktest.Status(500), slacktest.Fault{}, 3, true},
		{"500 after it was stored", slacktest.Status(500).Stored(), slacktest.Fault{}, 1, false},
		{"garbage after it was stored", slacktest.Garbage().Stored(), slacktest.Fault{}, 1, false},
		{"refused", slacktest.NotOK("fatal_error"), slacktest.Fault{}, 3, true},
		{"cut, and nothing to be seen", slacktest.Cut(), slacktest.NotOK("missing_scope"), 1, false},
		{"500, and nothing to be seen", slacktest.Status(500).Stored(), slacktest.NotOK("missing_scope"), 1, true},
		{"cut after it was stored, and the look, too", slacktest.Cut().Stored(), slacktest.Cut(), 1, false},
		{"cut after it was stored, and a busy Slack", slacktest.Cut().Stored(), slacktest.RateLimited(1), 2, false},
	} {
		for _, thread := range []string{"", "1700000000.000001"} {
			method := "conversations.history"
			if thread != "" {
				method = "conversations.replies"
			}
			t.Run(c.name+" "+method, func(t *testing.T) {
				r := start(t, nil)
				r.mustPost(r.Message("D1", thread, "U1", "how many?", nil)) // so there is another answer
				r.WaitMessages(1)
				r.Fail("chat.postMessage", 1, c.fault)
				if c.look != (slacktest.Fault{}) {
					r.Fail(method, 1, c.look)
				}
				r.mustPost(r.Message("D1", thread, "U1", "how many more?", nil))
				r.Wait("a look", func() bool { return len(r.Calls(method)) == c.looks })
				told := false
				for _, m := range r.settle() {
					told = told || m.User == "U1" && strings.Contains(m.Text, "has not told me whether my answer arrived")
				}
				if told != c.told || len(r.Calls(method)) != c.looks || len(r.Calls("chat.postMessage")) != 2 {
					t.Errorf("told: %t, after %d looks and %d posts", told, len(r.Calls(method)), len(r.Calls("chat.postMessage")))
				}
			})
		}
	}
}

// TestArrivalInShort has Slack take only the text of an answer, and then lose its own answer:
// it is looked for by its text, and not taken for the same of an earlier question.
func TestArrivalInShort(t *testing.T) {
	t.Parallel() // it waits
	for _, c := range []struct {
		fault slacktest.Fault
		told  bool
	}{{slacktest.Cut(), true}, {slacktest.Cut().Stored(), false}} {
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
			r.Wait("the answer in short", func() bool { return len(r.Calls("chat.postMessage")) == 4 })
			r.Wait("a look", func() bool { return len(r.Calls("conversations.history"))+len(r.Calls("conversations.replies")) > 0 })
			told := false
			for _, m := range r.settle() {
				told = told || strings.Contains(m.Text, "has not told me whether my answer arrived")
			}
			if told != c.told {
				t.Errorf("thread %q: told: %t, want %t", thread, told, c.told)
			}
		}
	}
}

// TestNoLook has the post to a channel fail, which the bot may not read.
func TestNoLook(t *testing.T) {
	r := start(t, nil)
	r.Fail("chat.postMessage", 1, slacktest.Cut())
	r.mustPost(r.Mention("C1", "", "U1", "how many?"))
	r.Wait("the post", func() bool { return len(r.Calls("chat.postMessage")) == 1 })
	r.settle()
	if n := len(r.Calls("conversations.history")) + len(r.Calls("conversations.replies")); n > 0 {
		t.Errorf("%d looks", n)
	}
}
