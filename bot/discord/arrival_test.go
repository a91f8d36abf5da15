package discord_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// unread refuses to show what was written in a channel, if it is to.
func unread(is bool, q *discordtest.Request) *discordtest.Response {
	if !is || q.Route != routeHistory {
		return nil
	}
	return discordtest.Refused(403, discordgo.ErrCodeMissingAccess)
}

// What was perhaps posted is not posted again once Discord may have forgotten it, unless it is
// to be seen that it is not there.
func TestNonceForgotten(t *testing.T) {
	for _, c := range []struct {
		unread, stored bool
		want           string
	}{
		{false, false, "You said: once?"}, {false, true, "You said: once?"}, {true, false, "has not told me whether my answer arrived"},
	} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			start(t, s, &bottest.Handler{}, nil)
			channel := s.NewChannel()
			var first, last time.Time
			s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
				if q.Route != routePost || !first.IsZero() && q.At.Sub(first) > 4*time.Minute {
					return unread(c.unread, q)
				}
				if first.IsZero() {
					first = q.At
				}
				if !strings.Contains(string(q.Raw), "has not told me") {
					last = q.At
				}
				return &discordtest.Response{Status: 500, Done: c.stored && first.Equal(q.At)}
			})
			s.Mention(discordtest.Act{Person: "1", Channel: channel}, "once?")
			time.Sleep(10 * time.Minute) //nolint:forbidigo // time passes in a bubble
			all := s.Messages(channel)
			if len(all) != 1 || !strings.Contains(all[0].Text(), c.want) {
				t.Errorf("%+v: %d messages, want %q", c, len(all), c.want)
			}
			if took := last.Sub(first); took < 2*time.Minute || took > 3*time.Minute && (c.unread || c.stored) {
				t.Errorf("%+v: repeated for %v", c, took)
			}
		})
	}
}

// Where nobody knows whether an answer is there, that is said as soon as Discord takes it, however long
// it fails.
func TestDoubtInLongOutage(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		start(t, s, &bottest.Handler{}, nil)
		channel, back := s.NewChannel(), time.Now().Add(time.Hour)
		s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
			if q.Route == routePost && time.Now().Before(back) {
				return &discordtest.Response{Status: 500}
			}
			return unread(true, q)
		})
		s.Mention(discordtest.Act{Person: "1", Channel: channel}, "once?")
		time.Sleep(70 * time.Minute) //nolint:forbidigo // time passes in a bubble
		all := s.Messages(channel)
		if len(all) != 1 || !strings.Contains(all[0].Text(), "has not told me whether my answer arrived") {
			t.Errorf("%d messages", len(all))
		}
	})
}

// The process ends while Discord is away, and is started again when it is back: what did
// not arrive is posted then, and what did is not posted twice. Where that is not to be seen, and
// the nonce may be forgotten, nothing is posted that perhaps did, but who asked is told so.
func TestOutageAndRestart(t *testing.T) {
	for _, c := range []struct {
		name   string
		how    discordtest.Response
		unread bool
		away   time.Duration
		want   int
		told   bool
	}{
		{"away", discordtest.Response{Status: 503}, true, time.Hour, 1, false},
		{"bad gateway", discordtest.Response{Status: 502, Body: "<html>"}, false, time.Hour, 1, false},
		{"bad gateway, and not to be seen", discordtest.Response{Status: 502, Body: "<html>"}, true, time.Hour, 0, true},
		{"stored, and a bad gateway, and not to be seen", discordtest.Response{Done: true, Status: 502, Body: "<html>"}, true, time.Hour, 1, true},
		{"told to wait", *discordtest.RateLimited(time.Second, false), true, time.Hour, 1, false},
		{"stored, told 500", discordtest.Response{Done: true, Status: 500}, false, time.Hour, 1, false},
		{"stored, told 500, and not to be seen", discordtest.Response{Done: true, Status: 500}, true, time.Hour, 1, true},
		{"stored, and cut", discordtest.Response{Done: true, Cut: true}, false, time.Hour, 1, false},
		{"told 500", discordtest.Response{Status: 500}, false, time.Hour, 1, false},
		{"cut", discordtest.Response{Cut: true}, false, time.Hour, 1, false},
		{"told 500, and not to be seen", discordtest.Response{Status: 500}, true, time.Hour, 0, true},
		{"told 500, and not to be seen, soon", discordtest.Response{Status: 500}, true, time.Minute, 1, false},
		{"stored, told 500, and not to be seen, soon", discordtest.Response{Done: true, Status: 500}, true, time.Minute, 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				journal := filepath.Join(t.TempDir(), "journal")
				with := func(o *discord.Options) { o.Journal = journal }
				r := start(t, s, &bottest.Handler{}, with)
				channel := s.NewChannel()
				back := false
				s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
					if q.Route == routePost && !back {
						return &c.how
					}
					return unread(c.unread, q)
				})
				s.Mention(discordtest.Act{Person: "1", Channel: channel}, "once?")
				s.Wait("an attempt", func() bool { return len(s.Requests(routePost)) > 1 })
				if err := r.end(); err != nil {
					t.Fatal(err)
				}
				time.Sleep(c.away) //nolint:forbidigo // time passes in a bubble, and the nonce may be forgotten
				back = true
				start(t, s, &bottest.Handler{}, with)
				time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
				answers, told := 0, false
				for _, m := range s.Messages(channel) {
					if strings.Contains(m.Text(), "has not told me whether my answer arrived") {
						told = true
					} else {
						answers++
					}
				}
				if answers != c.want || told != c.told {
					t.Errorf("%d answers, want %d; told: %t", answers, c.want, told)
				}
			})
		})
	}
}

// What is only looked for to be sure is posted, too, where Discord goes on to fail at showing the
// channel.
func TestLookFails(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		journal := filepath.Join(t.TempDir(), "journal")
		with := func(o *discord.Options) { o.Journal = journal }
		r := start(t, s, &bottest.Handler{}, with)
		channel := s.NewChannel()
		fails := map[string]bool{routePost: true, routeHistory: true}
		s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
			if fails[q.Route] {
				return &discordtest.Response{Status: 503}
			}
			return nil
		})
		s.Mention(discordtest.Act{Person: "1", Channel: channel}, "once?")
		s.Wait("an attempt", func() bool { return len(s.Requests(routePost)) > 1 })
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Hour) //nolint:forbidigo // time passes in a bubble
		fails[routePost] = false
		start(t, s, &bottest.Handler{}, with)
		time.Sleep(2 * time.Minute) //nolint:forbidigo // time passes in a bubble
		if n := len(s.Messages(channel)); n != 1 {
			t.Errorf("%d messages", n)
		}
	})
}
