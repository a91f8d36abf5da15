package discord_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// awayFor has a route fail in one way for some time from its first request on.
func awayFor(s *discordtest.Server, route string, limit time.Duration, how discordtest.Response) {
	var since time.Time
	s.OnRequest(func(r *discordtest.Request) *discordtest.Response {
		if r.Route != route {
			return nil
		}
		if since.IsZero() {
			since = r.At
		}
		if r.At.Sub(since) >= limit {
			return nil
		}
		return &how
	})
}

// Discord is away for longer than a few attempts take.
func TestOutage(t *testing.T) {
	away := discordtest.Response{Status: 503, Body: "<html>"}
	for _, c := range []struct {
		name, route string
		limit       time.Duration
		how         discordtest.Response
	}{
		{"edits fail", routeEdit, 10 * time.Minute, away},
		{"edits are cut", routeEdit, time.Minute, discordtest.Response{Cut: true}},
		{"edits are stored, and cut", routeEdit, time.Minute, discordtest.Response{Done: true, Cut: true}},
		{"edits are told to wait", routeEdit, time.Minute, *discordtest.RateLimited(time.Second, false)},
		{"posts fail", routePost, 10 * time.Minute, away},
		{"posts are stored, and fail", routePost, 2 * time.Minute, discordtest.Response{Done: true, Status: 500}},
		{"posts are told to wait", routePost, time.Minute, *discordtest.RateLimited(time.Second, false)},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				r := start(t, s, &bottest.Handler{}, nil)
				act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
				awayFor(s, c.route, c.limit, c.how)
				if c.route == routePost {
					s.Mention(act, "once?")
				} else {
					s.Slash(act, "ask", question("once?"))
				}
				s.WaitFor(c.limit+time.Minute, "delivered", func() bool { return r.counter.Of(bot.EventDelivered) == 1 })
				contains(t, r.posted(act.Channel, 1), "You said: once?")
				if n := len(s.Requests(c.route)); n > 40 {
					t.Errorf("%d attempts", n)
				}
			})
		})
	}
}

// It is away until the token of the interaction has ended.
func TestOutageOutlastsToken(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		channel := s.NewChannel()
		awayFor(s, routeEdit, time.Hour, discordtest.Response{Status: 502})
		s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("late?"))
		s.WaitFor(20*time.Minute, "delivered", func() bool { return r.counter.Of(bot.EventDelivered) == 1 })
		contains(t, r.posted(channel, 2), "You said: late?")
	})
}

// Discord is away for longer than the token of an interaction lives. Whoever asks has one
// answer, or where that was on its way when it went, and nobody can see whether it is there, a
// word that it may.
func TestLongOutage(t *testing.T) {
	const length = 16 * time.Minute
	for _, c := range []struct {
		name   string
		how    discordtest.Response
		unread bool
		doubts int
	}{
		{"fails", discordtest.Response{Status: 503, Body: "<html>"}, true, 0},
		{"cuts", discordtest.Response{Cut: true}, false, 0},
		{"cuts, and nothing to be seen", discordtest.Response{Cut: true}, true, 2}, // were on their way
		{"is silent", discordtest.Response{Delay: time.Minute, Cut: true}, false, 0},
		{"is silent, and nothing to be seen", discordtest.Response{Delay: time.Minute, Cut: true}, true, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				start(t, s, &bottest.Handler{}, nil)
				back := time.Now().Add(length)
				s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
					switch {
					case strings.HasSuffix(q.Route, "/callback"):
						return nil
					case time.Now().Before(back):
						return &c.how
					}
					return unread(c.unread, q)
				})
				var channels, people []string
				for n := range 3 {
					for m := range 4 {
						person := fmt.Sprint(10*n + m + 1)
						act := discordtest.Act{Person: person, Channel: s.NewChannel()}
						if m == 3 {
							act.Channel = s.DM(person)
						}
						channels, people = append(channels, act.Channel), append(people, person)
						switch m {
						case 0:
							s.Mention(act, "once?")
						case 1, 2:
							s.Slash(act, "ask", question("once?"), discordtest.Option{Name: "private", Value: m == 2})
						case 3:
							s.Write(act, "once?")
						}
					}
					time.Sleep(5 * time.Minute) //nolint:forbidigo // time passes in a bubble
				}
				time.Sleep(time.Until(back) + 10*time.Minute) //nolint:forbidigo // time passes in a bubble
				doubts := 0
				for n, person := range people {
					places := []string{channels[n]}
					if dm := s.DM(person); dm != channels[n] {
						places = append(places, dm)
					}
					got := 0
					for _, place := range places {
						for _, m := range s.Messages(place) {
							if m.Loading {
								continue
							}
							got++
							if strings.Contains(m.Text(), "has not told me whether my answer arrived") {
								doubts++
							}
						}
					}
					if got != 1 {
						t.Errorf("person %s was answered %d times", person, got)
					}
				}
				inPlace := 0
				for _, i := range s.Interactions() {
					inPlace += i.Answered
				}
				if inPlace != 4 { // of the six, those whose token had not ended
					t.Errorf("%d answers stand where they were asked for", inPlace)
				}
				if doubts > c.doubts || (doubts == 0) != (c.doubts == 0) {
					t.Errorf("%d were told of doubt", doubts)
				}
				if n := len(s.Requests(routePost)); n > 400 {
					t.Errorf("%d attempts to post", n)
				}
			})
		})
	}
}

// Where an answer that came too late may not be posted either, the person is written to,
// each time; and a page that was not turned in time is posted.
func TestLate(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		i := s.Slash(act, "ask", question("How many cars?"))
		s.Wait("an answer", func() bool { return s.Interaction(i).Answered > 0 })
		denied := discordtest.Act{Person: "2", Channel: s.NewChannel()}
		s.Deny(denied.Channel, discordgo.ErrCodeMissingAccess)
		for _, refusal := range []*discordtest.Response{discordtest.Refused(401, 50027), discordtest.Refused(403, 50001), {Status: 404}} {
			awayFor(s, routeEdit, time.Hour, *refusal)
			shown, told := len(s.Messages(act.Channel)), len(s.Messages(s.DM("2")))
			s.Press(act, s.Interaction(i).Original, "More")
			s.Slash(denied, "ask", question("How many cars?"))
			s.WaitFor(time.Minute, "a page, and a direct message", func() bool {
				return len(s.Messages(act.Channel)) > shown && len(s.Messages(s.DM("2"))) > told
			})
			contains(t, s.Messages(act.Channel)[shown], "Further quotes:")
			for _, m := range []*discordtest.Message{s.Messages(act.Channel)[shown], s.Messages(s.DM("2"))[told]} {
				if m.Reference != "" {
					t.Errorf("a reply to %q, which is no message", m.Reference)
				}
			}
			contains(t, s.Messages(s.DM("2"))[told], "I am not allowed to write where you asked", "900 cars")
		}
	})
}

// A mention does not come again: who cannot be answered for a fault of ours is told so.
func TestMentionNotKept(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		channel := s.NewChannel()
		r.adapter.LoseJournal()
		s.Mention(discordtest.Act{Person: "1", Channel: channel}, "once?")
		contains(t, r.posted(channel, 1), "yours was not taken")
	})
}

// Nobody can tell whether the first response arrived: the answer is given where it did,
// and posted where it did not.
func TestFirstResponseInDoubt(t *testing.T) {
	for _, c := range []struct {
		name string
		how  discordtest.Response
	}{
		{"arrived, told too late", discordtest.Response{Done: true, Delay: 2900 * time.Millisecond, Status: 204}},
		{"arrived, told 500", discordtest.Response{Done: true, Status: 500}},
		{"arrived, cut", discordtest.Response{Done: true, Cut: true}},
		{"lost", discordtest.Response{Status: 500}},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				r := start(t, s, &bottest.Handler{}, nil)
				channel := s.NewChannel()
				awayFor(s, routeRespond, time.Minute, c.how)
				s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("once?"))
				s.WaitFor(2*time.Minute, "delivered", func() bool { return r.counter.Of(bot.EventDelivered) == 1 })
				contains(t, r.posted(channel, 1), "You said: once?")
			})
		})
	}
}

// A message that is not taken is said in words, and if need be with an excuse.
func TestNotTaken(t *testing.T) {
	for _, refusal := range []*discordtest.Response{discordtest.Refused(400, 50035), {Status: 400, Body: "bad"}, {Status: 413}} {
		for _, route := range []string{routePost, routeEdit} {
			for times, want := range map[int]string{1: "You said: once?", 2: "Discord does not take what I have to say here."} {
				bubble(t, func(t *testing.T, s *discordtest.Server) {
					r := start(t, s, &bottest.Handler{}, nil)
					act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
					on(s, route, []*discordtest.Response{refusal, refusal}[:times]...)
					if route == routePost {
						s.Mention(act, "once?")
					} else {
						s.Slash(act, "ask", question("once?"))
					}
					s.Wait("delivered", func() bool { return r.counter.Of(bot.EventDelivered) == 1 })
					contains(t, r.posted(act.Channel, 1), want)
				})
			}
		}
	}
}

// Discord is away while people ask in many channels that the bot has never written to.
func TestOutageInManyChannels(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		awayFor(s, routePost, time.Minute, discordtest.Response{Status: 503})
		var channels []string
		for range 200 {
			channels = append(channels, s.NewChannel())
			s.Mention(discordtest.Act{Person: "1", Channel: channels[len(channels)-1]}, "once?")
			time.Sleep(100 * time.Millisecond) //nolint:forbidigo // time passes in a bubble
		}
		s.WaitFor(10*time.Minute, "all answers", func() bool { return r.counter.Of(bot.EventDelivered) == len(channels) })
		for _, channel := range channels {
			contains(t, r.posted(channel, 1), "You said: once?")
		}
	})
}

// held is an observer that holds up who takes an event on, as a slow disk does.
type held struct {
	bot.Observer
	release <-chan struct{}
}

// Count implements [bot.Observer].
func (h held) Count(e bot.Event) {
	h.Observer.Count(e)
	if e == bot.EventAccepted {
		<-h.release
	}
}

// More mentions come at once than can be taken on: each is answered, or told so.
func TestTooManyAtOnce(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		release := make(chan struct{})
		r := start(t, s, &bottest.Handler{}, func(o *discord.Options) { o.Observer = held{o.Observer, release} })
		var channels []string
		for n := range 1100 {
			channels = append(channels, s.NewChannel())
			s.Mention(discordtest.Act{Person: "1", Channel: channels[n]}, "once?")
		}
		s.WaitFor(time.Minute, "too many", func() bool { return r.counter.Of(bot.EventBusy) > 0 })
		close(release)
		time.Sleep(5 * time.Minute) //nolint:forbidigo // time passes in a bubble
		told := 0
		for _, channel := range channels {
			if strings.Contains(r.posted(channel, 1).Text(), "yours was not taken") {
				told++
			}
		}
		if told == 0 || told != r.counter.Of(bot.EventBusy) {
			t.Errorf("%d were told, of %d", told, r.counter.Of(bot.EventBusy))
		}
	})
}
