package discord_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
	"newshound/bot/internal/frames"
)

// bubble runs a test against a Discord in a bubble, in which time passes by itself.
func bubble(t *testing.T, f func(t *testing.T, s *discordtest.Server)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { f(t, discordtest.New(t)) })
}

// ask types a command in a new channel and fails unless it is answered once.
func (r *rig) ask() {
	r.t.Helper()
	id := r.Slash(discordtest.Act{Person: "1", Channel: r.NewChannel()}, "ask", discordtest.Option{Name: "question", Value: "How many cars?"})
	r.answered(id)
	synctest.Wait()
	if n := r.Interaction(id).Answered; n != 1 {
		r.t.Errorf("%d answers", n)
	}
}

// Row 26: the gateway acknowledges no heartbeat any more.
func TestHeartbeatsUnanswered(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		s.WaitFor(5*time.Minute, "heartbeats", func() bool { return s.Logged("heartbeat") == 4 })
		time.Sleep(10 * time.Millisecond) //nolint:forbidigo // the last of them is acknowledged, and none after it
		if s.Logged("close") > 0 {
			t.Fatalf("closed while all was well:\n%s", strings.Join(s.Log(), "\n"))
		}
		s.Deafen(true)
		began := time.Now()
		s.WaitFor(2*time.Minute, "a close", func() bool { return s.Logged("close 4000") == 1 })
		if took := time.Since(began); took > 41250*time.Millisecond*3/2 {
			t.Errorf("closed after %v", took)
		}
		if r.adapter.Ready() {
			t.Error("ready without a connection")
		}
		// What happens meanwhile is replayed.
		id := s.Slash(discordtest.Act{Person: "1", Channel: s.NewChannel()}, "help")
		s.Deafen(false)
		s.WaitFor(time.Minute, "resumed", func() bool { return s.Logged("resumed") == 1 })
		r.answered(id)
		if s.Logged("identify") != 1 {
			t.Errorf("identified again:\n%s", strings.Join(s.Log(), "\n"))
		}
	})
}

// Rows 26 to 28: however a connection ends, another follows, which resumes where it
// may, and every question is answered once.
func TestReconnect(t *testing.T) {
	for _, c := range []struct {
		name     string
		do       func(*discordtest.Server)
		identify int // IDENTIFYs after it, the first included
	}{
		{"op 7", (*discordtest.Server).Reconnect, 1},
		{"op 9 true", func(s *discordtest.Server) { s.Invalidate(true) }, 1},
		{"op 9 false", func(s *discordtest.Server) { s.Invalidate(false) }, 2},
		{"op 1", func(s *discordtest.Server) { s.Ask(); s.DropAll() }, 1},
		{"close 4000", func(s *discordtest.Server) { s.CloseAll(4000) }, 1},
		{"close 4008", func(s *discordtest.Server) { s.CloseAll(4008) }, 1},
		{"close 1001", func(s *discordtest.Server) { s.CloseAll(1001) }, 1},
		{"close 4009", func(s *discordtest.Server) { s.CloseAll(4009) }, 2},
		{"close 4007", func(s *discordtest.Server) { s.CloseAll(4007) }, 2},
		{"cut", (*discordtest.Server).DropAll, 1},
		{"no message of the gateway", func(s *discordtest.Server) { s.SendRaw("null"); s.SendRaw("[]"); s.SendRaw("{"); s.DropAll() }, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
				r.ask()
				before, began := s.Logged("connect"), time.Now()
				c.do(s)
				s.WaitFor(time.Minute, "connected again", func() bool { return s.Logged("connect") == before+1 && r.adapter.Ready() })
				if took := time.Since(began); strings.HasPrefix(c.name, "op 9") && took < 2*time.Second {
					t.Errorf("back after %v: Discord wants a second at least, and closing takes another", took)
				}
				r.ask()
				if n := s.Logged("identify"); n != c.identify {
					t.Errorf("%d IDENTIFYs, want %d:\n%s", n, c.identify, strings.Join(s.Log(), "\n"))
				}
			})
		})
	}
}

// A connection that is lost again and again is resumed each time, and so is one that then is
// not taken at once: what came meanwhile is answered.
func TestFlapping(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		var refuse atomic.Int32
		s.OnGateway(func(step discordtest.Step) discordtest.Action {
			return discordtest.Action{Reconnect: step.Kind == "resume" && refuse.Add(-1) >= 0}
		})
		for i := range 12 {
			resumed, dropped := s.Logged("resumed"), time.Now()
			s.DropAll()
			s.WaitFor(5*time.Minute, "resumed", func() bool { return s.Logged("resumed") > resumed && r.adapter.Ready() })
			if took := time.Since(dropped); took > 10*time.Second {
				t.Errorf("after %d the next took %v", i, took)
			}
		}
		refuse.Store(2)
		s.DropAll()
		act := discordtest.Act{Person: "1", Channel: r.NewChannel()}
		r.Mention(act, "How many cars?")
		s.WaitFor(5*time.Minute, "an answer", func() bool { return len(s.Messages(act.Channel)) == 1 })
		if n := s.Logged("identify"); n != 1 {
			t.Errorf("%d IDENTIFYs:\n%s", n, strings.Join(s.Log(), "\n"))
		}
	})
}

// Row 27: op 7 or nothing at all instead of READY or RESUMED.
func TestNoReady(t *testing.T) {
	for _, c := range []struct {
		name, step string
		action     discordtest.Action
	}{
		{"op 7 to IDENTIFY", "identify", discordtest.Action{Reconnect: true}},
		{"op 9 to IDENTIFY", "identify", discordtest.Action{Invalid: true}},
		{"silence after HELLO", "identify", discordtest.Action{Silent: true}},
		{"no HELLO", "connect", discordtest.Action{Silent: true}},
		{"cut before HELLO", "connect", discordtest.Action{Drop: true}},
		{"op 7 to RESUME", "resume", discordtest.Action{Reconnect: true}},
		{"op 9 to RESUME", "resume", discordtest.Action{Invalid: true}},
		{"silence after RESUME", "resume", discordtest.Action{Silent: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				var was atomic.Bool
				s.OnGateway(func(step discordtest.Step) discordtest.Action {
					if step.Kind == c.step && was.CompareAndSwap(false, true) {
						return c.action
					}
					return discordtest.Action{}
				})
				var r *rig
				if c.step == "resume" {
					r = start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
					s.DropAll()
				} else {
					r = open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
					r.run()
				}
				began := time.Now()
				s.WaitFor(2*time.Minute, "READY", func() bool { return was.Load() && r.adapter.Ready() })
				if took := time.Since(began); took > 30*time.Second {
					t.Errorf("it took %v", took)
				}
				r.ask()
				if c.step == "resume" && !c.action.Invalid && s.Logged("identify") != 1 {
					t.Errorf("the session was given up:\n%s", strings.Join(s.Log(), "\n"))
				}
			})
		})
	}
}

// A proxy that does not let the bot through to the gateway, as it does to the rest, is told.
func TestGatewayBehindWall(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.OnRequest(func(q *discordtest.Request) *discordtest.Response {
			if q.Path == "/gateway/bot" {
				return &discordtest.Response{Status: 200, Body: `{"url":"ws://gateway.example"}`}
			}
			return nil
		})
		r := open(t, s, &bottest.Handler{}, func(o *discord.Options) {
			o.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
				if address == "gateway.example:80" {
					return nil, fmt.Errorf("%w: it answers 403", frames.ErrProxy)
				}
				return s.Dial(ctx, network, address)
			}
		})
		r.run()
		s.Wait("word of the proxy", func() bool { return strings.Contains(r.logged.String(), `err="`+frames.ErrProxy.Error()) })
	})
}

// Row 27: whatever hangs for ever while a connection is opened, another is opened.
func TestOpenHangs(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		var asked, hung atomic.Bool
		end := make(chan struct{})
		defer close(end)
		s.OnRequest(func(r *discordtest.Request) *discordtest.Response {
			asked.Store(asked.Load() || r.Route == "GET /gateway/bot" && r.Count == 2) // right before it is opened
			return nil
		})
		r := open(t, s, bottest.Relay(t, bottest.Bridge()), func(o *discord.Options) {
			o.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
				if asked.Load() && hung.CompareAndSwap(false, true) {
					<-end
				}
				return s.Dial(ctx, network, address)
			}
		})
		r.run()
		s.WaitFor(30*time.Second, "READY", r.adapter.Ready)
		if !hung.Load() {
			t.Error("nothing hung")
		}
		r.ask()
		_ = r.end()
	})
}

// Row 27: a gateway that never lets anyone in leaves no goroutines behind.
func TestGoroutinesBounded(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		answer := []discordtest.Action{{Reconnect: true}, {Silent: true}, {Invalid: true}, {Drop: true}, {Close: 4000}}
		s.OnGateway(func(step discordtest.Step) discordtest.Action {
			if step.Kind == "identify" {
				return answer[step.Count%len(answer)]
			}
			return discordtest.Action{}
		})
		r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		r.run()
		s.WaitFor(time.Hour, "5 attempts", func() bool { return s.Logged("identify") == 5 })
		before := runtime.NumGoroutine()
		s.WaitFor(time.Hour, "40 attempts", func() bool { return s.Logged("identify") == 40 })
		if after := runtime.NumGoroutine(); after > before+5 {
			t.Errorf("%d goroutines, then %d", before, after)
		}
	})
}

// Row 28: what Discord refuses for good ends Run with a plain message.
func TestFatal(t *testing.T) {
	for _, code := range []int{4004, 4010, 4011, 4012, 4013, 4014} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			s.OnGateway(func(step discordtest.Step) discordtest.Action {
				if step.Kind == "identify" {
					return discordtest.Action{Close: code}
				}
				return discordtest.Action{}
			})
			r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
			r.run()
			err := <-r.ended
			r.ended <- err
			var fatal *discord.FatalError
			if !errors.As(err, &fatal) || fatal.Code != code || len(fatal.Advice) < 30 {
				t.Errorf("%d: %v", code, err)
			}
			time.Sleep(10 * time.Minute) //nolint:forbidigo // time passes in a bubble
			if s.Logged("connect") != 1 || s.Connections() != 0 {
				t.Errorf("%d: connected again:\n%s", code, strings.Join(s.Log(), "\n"))
			}
		})
	}
}

// Row 28: a token that REST refuses ends Run, too, before any connection.
func TestTokenRefused(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.OnRequest(func(*discordtest.Request) *discordtest.Response { return discordtest.Refused(401, 0) })
		r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		r.run()
		err := <-r.ended
		r.ended <- err
		var fatal *discord.FatalError
		if !errors.As(err, &fatal) || s.Logged("connect") != 0 || len(s.Requests("")) != 1 {
			t.Errorf("%v; %d requests", err, len(s.Requests("")))
		}
	})
}

// When the adapter is told to stop, it gives its session up and is gone.
func TestStop(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		if err := r.end(); err != nil {
			t.Error(err)
		}
		s.WaitFor(time.Minute, "closed", func() bool { return s.Logged("close 1000") == 1 && s.Connections() == 0 })
		if r.adapter.Ready() {
			t.Error("still ready")
		}
	})
}

// Servers that speak the protocol, and leave out what they may.
func TestLeanServer(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.SetLean()
		s.OnRequest(func(req *discordtest.Request) *discordtest.Response {
			switch req.Route {
			case "GET /gateway/bot":
				return &discordtest.Response{Status: 200, Body: `{"url":"ws://` + discordtest.Host + `/gateway?region=test"}`}
			case "GET /applications/@me":
				return &discordtest.Response{Status: 404, Body: "404 page not found"}
			case "GET /users/@me":
				return &discordtest.Response{Status: 200, Body: `{"id":"` + discordtest.BotID + `"}`}
			}
			if strings.Contains(req.Path, "/commands") {
				return &discordtest.Response{Status: 404}
			}
			return nil
		})
		r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		r.run()
		s.Wait("READY", r.adapter.Ready)
		r.ask()
		s.DropAll()
		s.WaitFor(time.Minute, "resumed", func() bool { return s.Logged("resumed") == 1 && r.adapter.Ready() })
		r.ask()
		channel := s.NewChannel()
		s.Mention(discordtest.Act{Person: "1", Channel: channel, Edit: func(m map[string]any) {
			for _, k := range []string{"mentions", "mention_roles", "type", "flags", "timestamp", "member", "attachments", "embeds", "components"} {
				delete(m, k)
			}
		}}, "How many cars?")
		contains(t, r.posted(channel, 1), "**900 cars**")
	})
}

// The gateway and REST speak TLS, as Discord's do. No other test of this package may,
// for the system's certificates are read once.
func TestTLS(t *testing.T) {
	s := discordtest.New(t)
	api, file := s.ListenTLS()
	t.Setenv("SSL_CERT_FILE", file)
	r := start(t, s, bottest.Relay(t, bottest.Bridge()), func(o *discord.Options) { o.API, o.Dial = api, nil })
	act := discordtest.Act{Person: "1", Channel: s.NewChannel()}
	r.answered(s.Slash(act, "ask", question("How many cars?")))
	s.CloseAll(4000)
	s.Wait("resumed", func() bool { return s.Logged("resumed") == 1 && r.adapter.Ready() })
	r.answered(s.Slash(act, "ask", question("How many cars?")))
}
