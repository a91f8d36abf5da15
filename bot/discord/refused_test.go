package discord_test

import (
	"bytes"
	"errors"
	"net/http"
	"path/filepath"
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
