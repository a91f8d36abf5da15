package discord_test

import (
	"bytes"
	"errors"
	"net/http"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// A refusal that says no reason, as of a machine on the way, has the answer go to the person,
// too; a bad token ends the bot, and the next one answers.
func TestRefusedPosts(t *testing.T) {
	for _, status := range []int{403, 404, 401} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			journal := filepath.Join(t.TempDir(), "journal")
			keep := func(o *discord.Options) { o.Journal = journal }
			r := start(t, s, &bottest.Handler{}, keep)
			act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
			bad := "/channels/" + act.Channel + "/messages"
			s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
				if q.Path == bad {
					return &discordtest.Response{Status: status, Body: "<html>"}
				}
				return nil
			})
			s.Mention(act, "once?")
			if status != 401 {
				contains(t, r.posted(s.DM("1"), 1), "I am not allowed to write where you asked", "You said: once?")
				return
			}
			var fatal *discord.FatalError
			if err := <-r.ended; !errors.As(err, &fatal) {
				t.Errorf("ended with %v", err)
			}
			r.ended <- nil
			s.OnRequest(nil)
			time.Sleep(10 * time.Second) //nolint:forbidigo // time passes in a bubble
			next := start(t, s, &bottest.Handler{}, keep)
			contains(t, next.posted(act.Channel, 1), "You said: once?")
		})
	}
}

// A thread that is closed, or another place that takes no posts, takes none of fewer words: one is
// tried, and the answer goes to the person.
func TestRefusedThread(t *testing.T) {
	for _, code := range []int{discordgo.ErrCodePerformedOperationOnArchivedThread, discordgo.ErrCodeThreadIsLocked} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			r := start(t, s, &bottest.Handler{}, nil)
			act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
			s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
				if q.Path == "/channels/"+act.Channel+"/messages" {
					return discordtest.Refused(http.StatusBadRequest, code)
				}
				return nil
			})
			s.Mention(act, "once?")
			contains(t, r.posted(s.DM("1"), 1), "I am not allowed to write where you asked", "You said: once?")
			if n := len(s.Requests(routePost)); n != 2 {
				t.Errorf("%d: %d posts, want one to each", code, n)
			}
		})
	}
}

// Many who ask at once where posts are refused do not wait for each other.
func TestRefusedManyAtOnce(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		start(t, s, &bottest.Handler{}, nil)
		channel := s.NewChannel()
		s.Deny(channel, 50013)
		const people = 30
		for i := range people {
			s.Mention(discordtest.Act{Person: strconv.Itoa(i + 1), Channel: channel}, "why?")
		}
		time.Sleep(3 * time.Second) //nolint:forbidigo // time passes in a bubble
		for i := range people {
			if n := len(s.Messages(s.DM(strconv.Itoa(i + 1)))); n != 1 {
				t.Errorf("%d direct messages to person %d", n, i+1)
			}
		}
	})
}

// Channels in which Discord fails for hours keep nobody waiting who asks elsewhere.
func TestBrokenPlaces(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		broken := map[string]bool{} // their paths
		for range 30 {
			broken["/channels/"+s.NewChannel()+"/messages"] = true
		}
		s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
			if broken[q.Path] {
				return &discordtest.Response{Status: http.StatusServiceUnavailable}
			}
			return nil
		})
		for channel := range broken {
			s.Mention(discordtest.Act{Person: "1", Channel: path.Base(path.Dir(channel))}, "there?")
		}
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		act := discordtest.Act{Person: "2", Channel: s.NewChannel()}
		s.Mention(act, "here?")
		contains(t, r.posted(act.Channel, 1), "You said: here?")
		// Nor do those who are told that their question was not taken.
		r.adapter.LoseJournal()
		for channel := range broken {
			s.Mention(discordtest.Act{Person: "1", Channel: path.Base(path.Dir(channel))}, "there?")
		}
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		s.Mention(act, "and now?")
		s.WaitFor(5*time.Minute, "a word", func() bool { return len(s.Messages(act.Channel)) == 2 })
	})
}

// Where the bot may write and not read what was written before, its answer is no reply.
func TestNoReply(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
			if q.Route == routePost && bytes.Contains(q.Raw, []byte(`"message_reference"`)) {
				return discordtest.Refused(http.StatusForbidden, 160002)
			}
			return nil
		})
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		for i, q := range []string{"once?", "twice?"} {
			s.Mention(act, q)
			contains(t, r.posted(act.Channel, i+1), "You said: "+q)
		}
		if n := len(s.Messages(s.DM("1"))); n > 0 {
			t.Errorf("%d direct messages", n)
		}
	})
}

// Whoever deletes the message that an answer would stand in gets no other.
func TestDeleted(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{}, nil)
		channel := s.NewChannel()
		awayFor(s, routeEdit, time.Hour, *discordtest.Refused(404, discordgo.ErrCodeUnknownMessage))
		s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("once?"))
		s.Wait("given up", func() bool { return r.counter.Of(bot.EventUndelivered) == 1 })
		if n := len(s.Messages(channel)); n != 1 { // that of the deferral, which the fake keeps
			t.Errorf("%d messages", n)
		}
	})
}

// A first response that is refused, as by a machine on the way, leaves nothing to edit: the
// answer is posted at once.
func TestRefusedResponse(t *testing.T) {
	for _, status := range []int{400, 401, 403, 404} {
		for _, private := range []bool{false, true} {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				r := start(t, s, &bottest.Handler{}, nil)
				channel := s.NewChannel()
				s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
					if q.Route == routeRespond {
						return &discordtest.Response{Status: status, Body: "<html>"}
					}
					return nil
				})
				s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("once?"), discordtest.Option{Name: "private", Value: private})
				if private {
					channel = s.DM("1")
				}
				contains(t, r.posted(channel, 1), "You said: once?")
				if n := len(s.Requests(routeEdit)); n != 1 {
					t.Errorf("%d edits", n)
				}
			})
		}
	}
}

// Row 25: places where the bot may not post, one and many.
func TestRefusals(t *testing.T) {
	for _, code := range []int{50013, 50001, 10003} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			h := &bottest.Handler{}
			r := start(t, s, h, nil)
			good := s.NewChannel()
			s.Mention(discordtest.Act{Person: "1", Channel: good}, "works")
			r.posted(good, 1)
			bad := s.NewChannel()
			s.Deny(bad, code)
			s.Mention(discordtest.Act{Person: "1", Channel: bad}, "denied")
			contains(t, r.posted(s.DM("1"), 1), "I am not allowed to write where you asked", "You said: denied")
			for range 1000 {
				s.Mention(discordtest.Act{Person: "1", Channel: bad}, "denied")
			}
			time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
			if n := len(s.Requests(routePost)); n != 3 {
				t.Errorf("%d: %d posts, want one to each, and one directly", code, n)
			}
			if n := len(h.Messages()); n != 2 {
				t.Errorf("%d: %d questions, of a channel where no answer arrives", code, n)
			}
			// Another person, who has not heard of it, is answered, once.
			for range 3 {
				s.Mention(discordtest.Act{Person: "2", Channel: bad}, "denied")
				r.posted(s.DM("2"), 1)
			}
			time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
			if n, m := len(s.Messages(s.DM("2"))), len(s.Requests(routePost)); n != 1 || m != 4 {
				t.Errorf("%d: %d messages to another, %d posts", code, n, m)
			}
			// Who had an answer directly for one channel has it for another, too.
			other := s.NewChannel()
			s.Deny(other, code)
			s.Mention(discordtest.Act{Person: "2", Channel: other}, "denied")
			r.posted(s.DM("2"), 2)
			s.Mention(discordtest.Act{Person: "1", Channel: other}, "denied there, too")
			contains(t, r.posted(s.DM("1"), 2), "You said: denied there, too")
			for range 1000 {
				each := s.NewChannel()
				s.Deny(each, code)
				s.Mention(discordtest.Act{Person: each, Channel: each}, "denied")
			}
			time.Sleep(5 * time.Minute) //nolint:forbidigo // time passes in a bubble
			refused := slices.DeleteFunc(s.Requests(routePost), func(r *discordtest.Request) bool { return r.Status < 400 })
			if n := len(refused); n > 100 {
				t.Errorf("%d: %d refused posts", code, n)
			}
			// Where posts arrived before, they still do; and in the others, in time.
			s.Mention(discordtest.Act{Person: "1", Channel: good}, "works")
			r.posted(good, 2)
			s.Deny(bad, 0)
			time.Sleep(11 * time.Minute) //nolint:forbidigo // time passes in a bubble
			s.Mention(discordtest.Act{Person: "1", Channel: bad}, "works")
			r.posted(bad, 1)
		})
	}
}
