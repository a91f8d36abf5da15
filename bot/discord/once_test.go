package discord_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// What all see, and what is counted, is so once, however often its button is pressed, also
// after a restart; another person's press is another.
func TestPressedAgain(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		journal := filepath.Join(t.TempDir(), "journal")
		keep := func(o *discord.Options) { o.Journal = journal }
		relay := bottest.Relay(t, bottest.Bridge())
		act, other := discordtest.Act{Person: "1", Channel: s.NewChannel()}, discordtest.Act{Person: "2"}
		other.Channel = act.Channel
		r := start(t, s, relay, keep)
		answer := r.answered(r.Slash(act, "ask", question("How many cars?"), discordtest.Option{Name: "private", Value: true})).Original
		if i := r.answered(r.Press(act, answer, "Share")); i.Original.Ephemeral || i.Original.Text() != answer.Text() {
			t.Errorf("shared %+v", i.Original)
		}
		// By HTTP, which has a response before the worker has the event, it is told, too.
		for _, byHTTP := range []bool{false, true} {
			press := act
			press.Drop = byHTTP
			id := r.Press(press, answer, "Share")
			if byHTTP && s.Deliver(r.adapter, id) != http.StatusOK {
				t.Error("refused")
			}
			if i := r.answered(id); !i.Original.Ephemeral || i.Original.Text() != bot.Already {
				t.Errorf("by HTTP %v: ephemeral %v: %s", byHTTP, i.Original.Ephemeral, i.Original.Text())
			}
		}
		for _, c := range []struct {
			act         discordtest.Act
			label, want string
		}{
			{act, "Helpful", "Thank you."}, {act, "Helpful", bot.Already}, {other, "Helpful", "Thank you."}, {act, "Not helpful", "Thank you."},
		} {
			if i := r.answered(r.Press(c.act, answer, c.label)); !i.Original.Ephemeral || i.Original.Text() != c.want {
				t.Errorf("%s: ephemeral %v: %s", c.label, i.Original.Ephemeral, i.Original.Text())
			}
		}
		if r.counter.Of(bot.EventHelpful) != 2 || r.counter.Of(bot.EventUnhelpful) != 1 {
			t.Errorf("counted %d helpful, %d not", r.counter.Of(bot.EventHelpful), r.counter.Of(bot.EventUnhelpful))
		}
		_ = r.end()
		time.Sleep(10 * time.Second) //nolint:forbidigo // time passes in a bubble

		r = start(t, s, relay, keep)
		contains(t, r.answered(r.Press(act, answer, "Share")).Original, bot.Already)
		contains(t, r.answered(r.Press(act, answer, "Helpful")).Original, bot.Already)
	})
}

// What could not be shared can be shared when it is pressed again.
func TestShareFails(t *testing.T) {
	bridge(t, func(t *testing.T, r *rig) {
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		answer := r.answered(r.Slash(act, "ask", question("How many cars?"), discordtest.Option{Name: "private", Value: true})).Original
		r.OnRequest(func(q *discordtest.Request) *discordtest.Response {
			if strings.Contains(q.Route, "webhooks") || strings.HasSuffix(q.Route, "/messages") {
				return discordtest.Refused(http.StatusForbidden, 50013)
			}
			return nil
		})
		r.Press(act, answer, "Share")
		r.Wait("the failure", func() bool { return r.counter.Of(bot.EventUndelivered) == 1 })
		r.OnRequest(nil)
		if i := r.answered(r.Press(act, answer, "Share")); i.Original.Ephemeral || i.Original.Text() != answer.Text() {
			t.Errorf("shared %+v", i.Original)
		}
	})
}
