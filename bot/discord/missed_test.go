package discord_test

import (
	"errors"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// What is written while there is no session is answered, once, where the bot was asked before,
// if it is not too old.
func TestMissed(t *testing.T) {
	for name, c := range map[string]struct {
		away time.Duration
		deny bool // of a third channel nothing is shown
		each int  // answers in each of two channels
	}{
		"a minute":   {time.Minute, false, 2},
		"two hours":  {2 * time.Hour, false, 1},
		"no history": {time.Minute, true, 2},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				journal := filepath.Join(t.TempDir(), "journal")
				keep := func(o *discord.Options) { o.Journal = journal }
				h := &bottest.Handler{}
				first := start(t, s, h, keep)
				closed, guild, direct := s.NewChannel(), s.NewChannel(), s.DM("2")
				for _, channel := range []string{closed, guild} {
					s.Mention(discordtest.Act{Person: "1", Channel: channel}, "before?")
					first.posted(channel, 1)
				}
				s.Write(discordtest.Act{Person: "2", Channel: direct}, "before?")
				first.posted(direct, 1)
				if err := first.end(); err != nil {
					t.Fatal(err)
				}
				s.Mention(discordtest.Act{Person: "1", Channel: guild}, "meanwhile?")
				s.Write(discordtest.Act{Person: "1", Channel: guild}, "to nobody")
				s.Write(discordtest.Act{Person: "2", Channel: direct}, "meanwhile?")
				if c.deny {
					s.Deny(closed, 50001)
				}
				time.Sleep(c.away) //nolint:forbidigo // time passes in a bubble
				second := start(t, s, h, keep)
				time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
				for _, channel := range []string{guild, direct} {
					if n := len(s.Messages(channel)); n != c.each {
						t.Errorf("%d messages", n)
					}
				}
				// In a session that is begun because the one before was lost nothing is new.
				asked := len(h.Messages())
				s.Invalidate(false)
				time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
				if n := len(h.Messages()) - asked; n != 0 {
					t.Errorf("%d asked again", n)
				}
				// Each shard looks where it would be told: direct messages are the first's, the guild
				// is the second's.
				if err := second.end(); err != nil {
					t.Fatal(err)
				}
				start(t, s, h, func(o *discord.Options) { o.Journal, o.Shard = journal, [2]int{1, 2} })
				time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
				looks, denied := map[string]int{}, 0
				for _, q := range s.Requests("GET /channels/{channel_id}/messages") {
					looks[q.Path]++
					if q.Status == http.StatusForbidden {
						denied++
					}
				}
				if n, direct := looks["/channels/"+guild+"/messages"], looks["/channels/"+direct+"/messages"]; n != 3 || direct != 2 || denied > 1 {
					t.Errorf("%d and %d looks, %d denied", n, direct, denied)
				}
			})
		})
	}
}

// Who was told that the question was not taken, and may have asked again, is not told so again
// with each session, nor answered after a restart.
func TestMissedAndTold(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		journal := filepath.Join(t.TempDir(), "journal")
		keep := func(o *discord.Options) { o.Journal = journal }
		h := &bottest.Handler{}
		first := start(t, s, h, keep)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		s.Mention(act, "before?")
		first.posted(act.Channel, 1)
		first.adapter.LoseJournal()
		s.Mention(act, "on a full disk?")
		contains(t, first.posted(act.Channel, 2), "yours was not taken")
		time.Sleep(10 * time.Minute) //nolint:forbidigo // time passes in a bubble, and Discord forgets nonces
		s.Invalidate(false)
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		if err := first.end(); err != nil {
			t.Fatal(err)
		}
		start(t, s, h, keep)
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		if n := len(s.Messages(act.Channel)); n != 2 {
			t.Errorf("%d messages", n)
		}
	})
}

// Where the bot was asked is remembered, however much was said since.
func TestPlacesAreKept(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		journal := filepath.Join(t.TempDir(), "journal")
		keep := func(o *discord.Options) { o.Journal = journal }
		h := &bottest.Handler{}
		first := start(t, s, h, keep)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		s.Mention(act, "before?")
		first.posted(act.Channel, 1)
		first.adapter.Say(9 << 20)
		s.Mention(act, "after all that?")
		first.posted(act.Channel, 2)
		if err := first.end(); err != nil {
			t.Fatal(err)
		}
		s.Mention(act, "meanwhile?")
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		contains(t, start(t, s, h, keep).posted(act.Channel, 3), "meanwhile?")
	})
}

// What was written meanwhile is answered also if Discord does not tell it for some minutes.
func TestMissedAndNotTold(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		journal := filepath.Join(t.TempDir(), "journal")
		keep := func(o *discord.Options) { o.Journal = journal }
		h := &bottest.Handler{}
		first := start(t, s, h, keep)
		act, another := discordtest.Act{Person: "1", Channel: s.NewChannel()}, discordtest.Act{Person: "2", Channel: s.NewChannel()}
		for _, in := range []discordtest.Act{act, another} {
			s.Mention(in, "before?")
			first.posted(in.Channel, 1)
		}
		if err := first.end(); err != nil {
			t.Fatal(err)
		}
		s.Mention(act, "meanwhile?")
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		back := time.Now().Add(10 * time.Minute)
		s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
			if q.Route == "GET /channels/{channel_id}/messages" && time.Now().Before(back) {
				return &discordtest.Response{Status: http.StatusInternalServerError}
			}
			return nil
		})
		second := start(t, s, h, keep)
		time.Sleep(12 * time.Minute) //nolint:forbidigo // time passes in a bubble
		contains(t, second.posted(act.Channel, 2), "meanwhile?")
		if log := second.logged.String(); !strings.Contains(log, "not known yet\" channels=2") || strings.Contains(log, "channels=1") {
			t.Errorf("both channels are not told of together:\n%s", log)
		}
	})
}

// A look that hangs holds neither another session up, nor the end.
func TestMissedHangs(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		channel := s.NewChannel()
		s.Mention(discordtest.Act{Person: "1", Channel: channel}, "before?")
		r.posted(channel, 1)
		s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
			if q.Route == "GET /channels/{channel_id}/messages" {
				return &discordtest.Response{Delay: 9 * time.Second, Cut: true} // one after the other, for a minute
			}
			return nil
		})
		for range 2 {
			s.Invalidate(false)
			s.Wait("a session", r.adapter.Ready)
			time.Sleep(10 * time.Second) //nolint:forbidigo // time passes in a bubble
		}
		began := time.Now()
		s.CloseAll(4004)
		var fatal *discord.FatalError
		if err := <-r.ended; !errors.As(err, &fatal) || time.Since(began) > 5*time.Second {
			t.Errorf("ended after %v with %v", time.Since(began), err)
		}
		r.ended <- nil
	})
}
