package discord_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

const (
	routePost     = "POST /channels/{channel_id}/messages"
	routeHistory  = "GET /channels/{channel_id}/messages"
	routeEdit     = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original"
	routeRespond  = "POST /interactions/{interaction_id}/{interaction_token}/callback"
	routeCommands = "GET /applications/{application_id}/commands"
)

// on answers the first requests of a route with the given responses, one after the
// other, and then properly.
func on(s *discordtest.Server, route string, responses ...*discordtest.Response) {
	s.OnRequest(func(r *discordtest.Request) *discordtest.Response {
		if r.Route == route && len(responses) > 0 {
			next := responses[0]
			responses = responses[1:]
			return next
		}
		return nil
	})
}

// Row 3: fifty deliveries of one event at once, and more later.
func TestDuplicates(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		h := &bottest.Handler{Delay: 2 * time.Second}
		r := start(t, s, h, nil)
		id := s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "ask", question("once?"))
		for range 49 {
			s.Redeliver(id)
		}
		r.answered(id)
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		s.Redeliver(id)
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		if i := s.Interaction(id); i.Answered != 1 || len(h.Messages()) != 1 || r.counter.Of(bot.EventDuplicate) != 50 {
			t.Errorf("%d answers to %d questions; %v", i.Answered, len(h.Messages()), r.counter)
		}
	})
}

// Row 5: the process is killed before the answer and after it, and started again.
func TestKilled(t *testing.T) {
	for _, mention := range []bool{false, true} {
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("mention %v, after the post %v", mention, after), func(t *testing.T) {
				bubble(t, func(t *testing.T, s *discordtest.Server) { killed(t, s, mention, after) })
			})
		}
	}
}

func killed(t *testing.T, s *discordtest.Server, mention, after bool) {
	journal := filepath.Join(t.TempDir(), "journal")
	gate := make(chan struct{})
	route := routeEdit
	if mention {
		route = routePost
	}
	s.OnRequest(func(r *discordtest.Request) *discordtest.Response {
		if after && r.Route == route && r.Count == 1 {
			close(gate)                                                   // the post arrives; what it is answered does not
			return &discordtest.Response{Done: true, Delay: 0, Cut: true} // and the process is dead by then
		}
		return nil
	})
	dead := make(chan struct{})
	h := &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
		if !after {
			close(gate)
			<-dead // killed before the bot has answered
		}
		return bot.Reply{Text: "You said: " + m.Text}
	}}
	// What a killed process leaves is its journal, as it is: a copy of it.
	first := start(t, s, h, func(o *discord.Options) { o.Journal = journal })
	channel := s.NewChannel()
	act := discordtest.Act{Person: "1", Channel: channel}
	id := ""
	if mention {
		s.Mention(act, "once?")
	} else {
		id = s.Slash(act, "ask", question("once?"))
	}
	<-gate
	copied := filepath.Join(t.TempDir(), "copy")
	bottest.CopyFile(t, journal, copied)
	s.OnRequest(func(*discordtest.Request) *discordtest.Response { return &discordtest.Response{Cut: true} })
	close(dead)
	_ = first.end() // it cannot reach Discord any more
	s.OnRequest(nil)
	time.Sleep(10 * time.Second) //nolint:forbidigo // time passes in a bubble

	again := &bottest.Handler{}
	second := open(t, s, again, func(o *discord.Options) { o.Journal = copied })
	second.run()
	s.WaitFor(time.Minute, "READY", second.adapter.Ready)
	if !mention {
		s.Redeliver(id)
	}
	time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
	all := s.Messages(channel)
	if len(all) != 1 || !strings.Contains(all[0].Text(), "You said: once?") {
		t.Errorf("%d messages", len(all))
	}
	if n := len(again.Messages()); n != 1 { // an edit is made again, and changes nothing; a post is looked for
		t.Errorf("asked again %d times", n)
	}
}

// Row 21: a slow answer.
func TestSlowAnswer(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{Delay: 9 * time.Second}, nil)
		channel := s.NewChannel()
		var ids []string
		for range 40 { // far more than are asked at a time
			ids = append(ids, s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("slow?")))
		}
		s.WaitFor(5*time.Minute, "answers", func() bool { return r.counter.Of(bot.EventDelivered) == len(ids) })
		for _, id := range ids {
			i := s.Interaction(id)
			if wait := i.Acknowledged.Sub(i.At); wait > time.Second || i.Answered != 1 || i.Response != 5 {
				t.Errorf("deferred after %v, answered %d times", wait, i.Answered)
			}
		}
		if n := len(s.Requests(routeEdit)); n != len(ids) {
			t.Errorf("%d edits", n)
		}
	})
}

// Row 22: an interaction that is unknown, or that another process has answered.
func TestNoSecondPath(t *testing.T) {
	for _, refusal := range []*discordtest.Response{discordtest.Refused(404, 10062), discordtest.Refused(400, 40060)} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			h := &bottest.Handler{}
			r := start(t, s, h, nil)
			channel := s.NewChannel()
			on(s, routeRespond, refusal)
			before := len(s.Requests(""))
			s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("once?"))
			s.Wait("given up", func() bool { return r.counter.Of(bot.EventUndelivered) == 1 })
			time.Sleep(time.Hour) //nolint:forbidigo // time passes in a bubble
			if n := len(s.Requests("")) - before; n != 1 || len(h.Messages()) != 0 || len(s.Messages(channel)) != 0 {
				t.Errorf("%d requests, %d questions", n, len(h.Messages()))
			}
		})
	}
}

// Row 23: an answer that is ready when the interaction's token is not good any more.
func TestTooLate(t *testing.T) {
	for _, c := range []struct {
		name    string
		private bool
	}{{"public", false}, {"private", true}} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				gate := make(chan struct{})
				r := start(t, s, &bottest.Handler{Gate: gate}, nil)
				channel := s.NewChannel()
				s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("late?"), discordtest.Option{Name: "private", Value: c.private})
				time.Sleep(16 * time.Minute) //nolint:forbidigo // time passes in a bubble
				close(gate)
				s.WaitFor(time.Minute, "delivered", func() bool { return r.counter.Of(bot.EventDelivered) == 1 })
				posts := len(s.Messages(channel)) - 1 // but for "thinking"
				dms := len(s.Messages(s.DM("1")))
				if want := map[bool]int{false: 1, true: 0}[c.private]; posts != want || dms != 1-want {
					t.Errorf("%d posts, %d direct messages", posts, dms)
				}
				if n := len(s.Requests(routeEdit)); n != 0 {
					t.Errorf("%d edits with a token that has ended", n)
				}
				if !r.adapter.Ready() {
					t.Error("the bot's token was taken for dead")
				}
				r.ask()
			})
		})
	}
}

// Row 23: Discord's clock says so, ours does not. It need not say which token it means.
func TestTokenExpired(t *testing.T) {
	for _, code := range []int{50027, 0} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			r := start(t, s, &bottest.Handler{}, nil)
			channel := s.NewChannel()
			on(s, routeEdit, discordtest.Refused(401, code))
			s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("late?"))
			contains(t, r.posted(channel, 2), "You said: late?")
			r.ask()
		})
	}
}

// Row 29: a panic, and the end under load.
func TestPanic(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{Reply: func(m bot.Message) bot.Reply {
			if strings.Contains(m.Text, "panic") {
				panic(errors.New("a secret of token-of-someone"))
			}
			return bot.Reply{Text: "fine"}
		}}, nil)
		act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
		i := r.answered(s.Slash(act, "ask", question("panic")))
		contains(t, i.Original, "Sorry, something went wrong")
		s.Mention(act, "panic")
		contains(t, r.posted(act.Channel, 2), "Sorry, something went wrong")
		contains(t, r.answered(s.Slash(act, "ask", question("well?"))).Original, "fine")
	})
}

func TestStopUnderLoad(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, &bottest.Handler{Delay: time.Second}, nil)
		var ids []string
		for range 60 {
			ids = append(ids, s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "ask", question("before the end?")))
		}
		synctest.Wait()
		if err := r.end(); err != nil {
			t.Error(err)
		}
		for _, id := range ids {
			if n := s.Interaction(id).Answered; n != 1 {
				t.Errorf("%d answers", n)
			}
		}
	})
}

// An event that there is no room for is told so.
func TestBusy(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		gate := make(chan struct{})
		r := start(t, s, &bottest.Handler{Gate: gate}, nil)
		channel := s.NewChannel()
		var ids []string
		for n := range 1700 { // more than can be carried out or wait
			ids = append(ids, s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("room?")))
			if n%100 == 99 {
				synctest.Wait()
			}
		}
		s.WaitFor(time.Minute, "busy", func() bool { return r.counter.Of(bot.EventBusy) > 0 })
		close(gate)
		s.WaitFor(10*time.Minute, "the rest", func() bool {
			return r.counter.Of(bot.EventDelivered)+r.counter.Of(bot.EventUndelivered) == r.counter.Of(bot.EventAccepted)
		})
		told := 0
		for _, id := range ids {
			i := s.Interaction(id)
			if i.Answered > 1 {
				t.Errorf("%d answers", i.Answered)
			}
			if i.Response == 4 && strings.Contains(i.Original.Text(), "yours was not taken") && i.Original.Ephemeral {
				told++
			}
		}
		if told == 0 || told != r.counter.Of(bot.EventBusy) {
			t.Errorf("%d were told, of %d", told, r.counter.Of(bot.EventBusy))
		}
	})
}

// A mention that there is no room for is told so, in reply to it.
func TestBusyMention(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		gate := make(chan struct{})
		r := start(t, s, &bottest.Handler{Gate: gate}, nil)
		channel := s.NewChannel()
		for n := range 1700 { // more than can be carried out or wait
			s.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask", question("room?"))
			if n%100 == 99 {
				synctest.Wait()
			}
		}
		s.WaitFor(time.Minute, "busy", func() bool { return r.counter.Of(bot.EventBusy) > 0 })
		quiet := s.NewChannel()
		s.Mention(discordtest.Act{Person: "2", Channel: quiet}, "and me?")
		told := func() (n int) {
			for _, m := range s.Messages(quiet) {
				if strings.Contains(m.Text(), "yours was not taken") {
					n++
				}
			}
			return n
		}
		s.WaitFor(time.Minute, "the mention", func() bool { return told() > 0 })
		close(gate)
		s.WaitFor(10*time.Minute, "the rest", func() bool {
			return r.counter.Of(bot.EventDelivered)+r.counter.Of(bot.EventUndelivered) == r.counter.Of(bot.EventAccepted)
		})
		if told() != 1 {
			t.Errorf("told %d times", told())
		}
	})
}

// No request outlives its context: the adapter ends although Discord says to wait.
func TestNoRequestOutlivesItsContext(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.OnRequest(func(*discordtest.Request) *discordtest.Response { return discordtest.RateLimited(24*time.Hour, true) })
		r := open(t, s, &bottest.Handler{}, nil)
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		began := time.Now()
		if err := r.adapter.Run(ctx); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took > 2*time.Minute {
			t.Errorf("it took %v", took)
		}
		if n := len(s.Requests("")); n != 1 {
			t.Errorf("%d requests, in the time of a 429", n)
		}
	})
}
