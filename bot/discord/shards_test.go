package discord_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// Shards connect as Discord asks, or only the one that is wanted.
func TestShards(t *testing.T) {
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.SetShards(4, 2)
		r := open(t, s, bottest.Relay(t, bottest.Bridge()), nil)
		r.run()
		s.WaitFor(time.Minute, "four shards", func() bool { return r.adapter.Ready() && s.Ready() == 4 })
		for _, want := range []string{"identify 0/4", "identify 1/4", "identify 2/4", "identify 3/4"} {
			if s.Logged(want) != 1 {
				t.Errorf("no %q", want)
			}
		}
		r.ask()
	})
	bubble(t, func(t *testing.T, s *discordtest.Server) {
		s.SetShards(4, 1)
		r := open(t, s, bottest.Relay(t, bottest.Bridge()), func(o *discord.Options) { o.Shard = [2]int{2, 3} })
		r.run()
		s.WaitFor(time.Minute, "one shard", func() bool { return r.adapter.Ready() })
		if s.Logged("identify 2/3") != 1 || s.Ready() != 1 {
			t.Errorf("gateway:\n%s", strings.Join(s.Log(), "\n"))
		}
	})
}

// One of several shards loses its connection, in any way, and then all do: each goes on with its
// own session, or begins another, what was written meanwhile is answered, and nothing twice,
// though Discord tells it again.
func TestShardsResume(t *testing.T) {
	const count = 3
	for _, c := range []struct {
		name   string
		do     func(*discordtest.Server)
		begins int // sessions that are begun anew, of each shard
	}{
		{"op 7", (*discordtest.Server).Reconnect, 0},
		{"op 9 true", func(s *discordtest.Server) { s.Invalidate(true) }, 0},
		{"op 9 false", func(s *discordtest.Server) { s.Invalidate(false) }, 1},
		{"close 4000", func(s *discordtest.Server) { s.CloseAll(4000) }, 0},
		{"close 4009", func(s *discordtest.Server) { s.CloseAll(4009) }, 1},
		{"cut", (*discordtest.Server).DropAll, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			bubble(t, func(t *testing.T, s *discordtest.Server) {
				s.SetShards(count, 1)
				s.ReplayAll()
				h := &bottest.Handler{}
				r := open(t, s, h, func(o *discord.Options) { o.Journal = filepath.Join(t.TempDir(), "journal") })
				r.run()
				ready := func() bool { return r.adapter.Ready() && s.Ready() == count }
				s.WaitFor(time.Minute, "READY", ready)
				var channels []string
				for range count {
					channels = append(channels, s.NewChannel())
				}
				asked := 0
				askAll := func() { // in a guild of each shard
					asked++
					for shard, channel := range channels {
						s.Mention(discordtest.Act{Person: "1", Channel: channel, Edit: func(m map[string]any) { m["guild_id"] = fmt.Sprint((900 + shard) << 22) }}, fmt.Sprint(asked))
					}
				}
				begun := count
				askAll()
				for _, shards := range [][]int{{1}, {0, 1, 2}} {
					time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
					s.Only(shards...)
					resumed := s.Logged("resumed")
					c.do(s)
					time.Sleep(10 * time.Millisecond) //nolint:forbidigo // time passes in a bubble
					askAll()
					time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
					s.WaitFor(time.Minute, "connected again", ready)
					begun += c.begins * len(shards)
					if n, m := s.Logged("identify"), s.Logged("resumed")-resumed; n != begun || m != len(shards)*(1-c.begins) {
						t.Errorf("shards %v: %d sessions were begun, and %d resumed:\n%s", shards, n, m, strings.Join(s.Log(), "\n"))
					}
				}
				askAll()
				time.Sleep(time.Minute) //nolint:forbidigo // time passes in a bubble
				for shard, channel := range channels {
					if n := len(s.Messages(channel)); n != asked {
						t.Errorf("shard %d: %d answers to %d questions", shard, n, asked)
					}
				}
				if n := len(h.Messages()); n != count*asked {
					t.Errorf("%d questions, want %d", n, count*asked)
				}
			})
		})
	}
}

// Where Discord refuses one of several shards for good, all end, and Run says which it was.
func TestShardRefused(t *testing.T) {
	for _, code := range []int{4004, 4014} {
		bubble(t, func(t *testing.T, s *discordtest.Server) {
			s.SetShards(3, 1)
			r := open(t, s, &bottest.Handler{}, nil)
			r.run()
			s.WaitFor(time.Minute, "READY", func() bool { return r.adapter.Ready() && s.Ready() == 3 })
			s.Only(2)
			s.CloseAll(code)
			err := <-r.ended
			r.ended <- err
			if err == nil || !strings.Contains(err.Error(), "shard 2: Discord") || !strings.Contains(err.Error(), fmt.Sprint(code)) {
				t.Errorf("%d: ended with %v", code, err)
			}
			time.Sleep(10 * time.Minute) //nolint:forbidigo // time passes in a bubble
			if s.Logged("connect") != 3 || s.Connections() != 0 {
				t.Errorf("%d: connected again:\n%s", code, strings.Join(s.Log(), "\n"))
			}
		})
	}
}
