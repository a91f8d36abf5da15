package slack_test

import (
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/slack/slacktest"
)

// TestAcknowledged has a socket end in the middle of a burst, with the bot, or for another: what
// was taken on is acknowledged before, or it would come again, and to another process, too.
func TestAcknowledged(t *testing.T) {
	for name, end := range map[string]func(*rig, []*slacktest.Envelope) int{
		"with the bot": func(r *rig, sent []*slacktest.Envelope) int {
			lost := len(r.settle())
			for _, e := range sent {
				if e.Acknowledged() {
					lost--
				}
			}
			return lost
		},
		"for another": func(r *rig, sent []*slacktest.Envelope) int {
			r.Disconnect()
			for _, e := range sent {
				r.WaitAcked(e)
			}
			r.WaitMessages(len(sent))
			return r.count.Of(bot.EventDuplicate)
		},
	} {
		const rounds, burst = 5, 40
		all := 0
		for i := range rounds {
			r := start(t, nil)
			var sent []*slacktest.Envelope
			for range burst {
				sent = append(sent, r.Send("events_api", r.Mention("C1", "", "U1", "how many?")))
			}
			<-time.After(time.Duration(i) * time.Millisecond)
			all += end(r, sent)
		}
		if all > rounds*burst/10 { // a machine that is busy with something else may be too late for some
			t.Errorf("%s: %d of %d not acknowledged", name, all, rounds*burst)
		}
	}
}
