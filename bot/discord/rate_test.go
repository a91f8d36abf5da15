package discord_test

import (
	"strings"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord/discordtest"
)

// Row 13: a 429 for one channel holds no other up, and nothing comes too early, which
// the server would call a violation.
func TestRateLimited(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		a, b := s.NewChannel(), s.NewChannel()
		s.OnRequest(func(req *discordtest.Request) *discordtest.Response {
			if req.Route == routePost && strings.Contains(req.Path, a) && req.Count == 1 {
				return discordtest.RateLimited(30*time.Second, false)
			}
			return nil
		})
		began := time.Now()
		for range 20 {
			s.Mention(discordtest.Act{Person: "1", Channel: a}, "to A")
		}
		s.Mention(discordtest.Act{Person: "1", Channel: b}, "to B")
		r.posted(b, 1)
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("B waited %v for A", took)
		}
		s.WaitFor(2*time.Minute, "all of A", func() bool { return len(s.Messages(a)) == 20 })
		if took := time.Since(began); took < 30*time.Second {
			t.Errorf("A after %v", took)
		}
		// And in peace, too, a channel takes about one post a second.
		var last time.Time
		for _, req := range s.Requests(routePost) {
			if strings.Contains(req.Path, a) {
				if gap := req.At.Sub(last); gap < 900*time.Millisecond {
					t.Errorf("two posts to a channel within %v", gap)
				}
				last = req.At
			}
		}
	})
}

// A global limit holds everything up but first responses, which it does not concern.
func TestGlobalRateLimit(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		a, b := s.NewChannel(), s.NewChannel()
		on(s, routePost, discordtest.RateLimited(20*time.Second, true))
		s.Mention(discordtest.Act{Person: "1", Channel: a}, "first")
		s.Wait("a 429", func() bool { return r.counter.Of(bot.EventPaused) == 1 })
		began := time.Now()
		s.Mention(discordtest.Act{Person: "1", Channel: b}, "second")
		r.answered(s.Slash(discordtest.Act{Person: "1", Channel: b}, "help"))
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("a command waited %v", took)
		}
		s.WaitFor(time.Minute, "both", func() bool { return len(s.Messages(a)) == 1 && len(s.Messages(b)) == 2 })
	})
}

// Posts to many channels stay within what Discord allows: 50 a second.
func TestPace(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		start(t, s, &bottest.Handler{}, nil)
		var channels []string
		for range 150 {
			channels = append(channels, s.NewChannel())
		}
		for range 2 {
			for _, c := range channels {
				s.Mention(discordtest.Act{Person: "1", Channel: c}, "how fast?")
			}
		}
		s.WaitFor(time.Minute, "all", func() bool { return len(s.Requests(routePost)) == 2*len(channels) })
		var all []time.Time
		for _, r := range s.Requests(routePost) {
			all = append(all, r.At)
		}
		for i := range len(all) - 50 {
			if gap := all[i+50].Sub(all[i]); gap < time.Second {
				t.Fatalf("51 posts within %v", gap)
			}
		}
	})
}

// Rows 14 and 15: what goes wrong once is repeated, and is seen once.
func TestRepeated(t *testing.T) {
	html := "<html><body>upstream token-of-nobody</body></html>"
	for name, bad := range map[string]*discordtest.Response{
		"stored, then cut":      {Done: true, Cut: true},
		"cut":                   {Cut: true},
		"stored, then 500":      {Done: true, Status: 500, Body: "{}"},
		"503 with HTML":         {Status: 503, Body: html},
		"502 with nothing":      {Status: 502},
		"500 with broken JSON":  {Status: 500, Body: "{"},
		"slower than a request": {Delay: 12 * time.Second, Proper: true},
	} {
		for _, route := range []string{routePost, routeEdit, routeRespond} {
			if route == routeRespond && bad.Delay > 0 {
				continue
			}
			t.Run(name+": "+route, func(t *testing.T) {
				bubble(t, func(t *testing.T, s *discordtest.Server) {
					r := start(t, s, &bottest.Handler{}, nil)
					channel := s.NewChannel()
					on(s, route, bad, bad)
					if route == routePost {
						s.Mention(discordtest.Act{Person: "1", Channel: channel}, "once?")
					} else {
						s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("once?"))
					}
					s.WaitFor(2*time.Minute, "delivered", func() bool { return r.counter.Of(bot.EventDelivered) == 1 })
					contains(t, r.posted(channel, 1), "You said: once?")
					if strings.Contains(r.logged.String(), "<html>") {
						t.Errorf("a body is in the log:\n%s", r.logged)
					}
				})
			})
		}
	}
}

// Row 15: repetition is bounded.
func TestGivesUp(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		s.OnRequest(func(req *discordtest.Request) *discordtest.Response {
			if req.Route == routePost {
				return &discordtest.Response{Status: 503, Body: "<html>"}
			}
			return nil
		})
		s.Mention(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "never")
		s.WaitFor(25*time.Hour, "given up", func() bool { return r.counter.Of(bot.EventUndelivered) == 1 })
		time.Sleep(10 * time.Minute) //nolint:forbidigo // time passes in a bubble
		if n := len(s.Requests(routePost)); n < 4 || n > 3000 {
			t.Errorf("%d attempts", n)
		}
		if !strings.Contains(r.logged.String(), "503") || strings.Contains(r.logged.String(), "<html>") {
			t.Errorf("the log says not why, or too much:\n%s", r.logged)
		}
	})
}
