package discord_test

import (
	"strings"
	"testing"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/discord/discordtest"
)

// Two IDENTIFYs are five seconds apart where the first was late, too, of one shard or of two:
// Discord counts when they come, not when they might have.
func TestLateIdentify(t *testing.T) {
	late := func(invalid bool) func(discordtest.Step) discordtest.Action {
		return func(step discordtest.Step) discordtest.Action {
			switch {
			case step.Kind == "connect" && step.Count == 1:
				return discordtest.Action{Late: 4500 * time.Millisecond}
			case step.Kind == "identify" && step.Count == 1 && invalid:
				return discordtest.Action{Invalid: true}
			}
			return discordtest.Action{}
		}
	}
	for _, c := range []struct {
		shards  int
		invalid bool
	}{{1, true}, {2, false}} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			s.SetShards(c.shards, 1)
			s.OnGateway(late(c.invalid))
			r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
			r.run()
			s.WaitFor(time.Minute, "READY", func() bool { return r.adapter.Ready() && s.Ready() == c.shards })
			if n := s.Logged("identify"); n != 2 {
				t.Errorf("%d IDENTIFYs:\n%s", n, strings.Join(s.Log(), "\n"))
			}
		})
	}
}

// Row 28: a loop of op 9 is answered with ever longer waits, within the budget.
func TestInvalidLoop(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.OnGateway(func(step discordtest.Step) discordtest.Action {
			return discordtest.Action{Invalid: step.Kind == "identify"}
		})
		open(t, s, bottest.Relay(t, bottest.Bridge()), nil).run()
		time.Sleep(time.Hour) //nolint:forbidigo // time passes in a bubble
		if n := s.Logged("identify"); n < 30 || n > 120 {
			t.Errorf("%d IDENTIFYs in an hour", n)
		}
	})
}

// A day's budget of sessions is never overdrawn.
func TestIdentifyBudget(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.SetStarts(2)
		r := start(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		s.CloseAll(4009)
		s.WaitFor(time.Minute, "a second session", func() bool { return s.Logged("ready") == 2 })
		s.CloseAll(4009)
		time.Sleep(10 * time.Minute) //nolint:forbidigo // time passes in a bubble
		if s.Logged("identify") != 2 || r.adapter.Ready() {
			t.Errorf("%d IDENTIFYs", s.Logged("identify"))
		}
		if !strings.Contains(r.logged.String(), "no more sessions") {
			t.Errorf("the log does not say why:\n%s", r.logged)
		}
		s.SetStarts(1)
		s.WaitFor(2*time.Hour, "a third session", func() bool { return r.adapter.Ready() })
	})
}

// Nor is it by several shards that ask at the same time how much of it is left.
func TestIdentifyBudgetOfShards(t *testing.T) {
	for _, concurrency := range []int{1, 4} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			s.SetShards(4, concurrency)
			s.SetStarts(3)
			r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
			r.run()
			time.Sleep(10 * time.Minute) //nolint:forbidigo // time passes in a bubble
			if n := s.Logged("identify"); n != 3 || r.adapter.Ready() {
				t.Errorf("%d IDENTIFYs", n)
			}
			s.SetStarts(1)
			s.WaitFor(2*time.Hour, "the last shard", func() bool { return r.adapter.Ready() })
		})
	}
}

// Where the last session that is left may be another shard's, it is not waited for until
// the next day.
func TestIdentifyBudgetLeft(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.SetShards(2, 2)
		s.SetStarts(4)
		r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		r.run()
		s.WaitFor(time.Minute, "READY", func() bool { return r.adapter.Ready() && s.Ready() == 2 })
		time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
		s.OnGateway(func(step discordtest.Step) discordtest.Action {
			if step.Kind == "identify" && s.Logged("identify") == 3 {
				return discordtest.Action{Late: 10 * time.Second}
			}
			return discordtest.Action{}
		})
		s.Only(0)
		s.CloseAll(4009)
		s.WaitFor(time.Minute, "a third session", func() bool { return s.Logged("identify") == 3 })
		s.Only(1)
		s.CloseAll(4009)
		s.WaitFor(5*time.Minute, "a fourth session", func() bool { return r.adapter.Ready() && s.Logged("identify") == 4 })
	})
}
