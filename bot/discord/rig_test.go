package discord_test

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/discord"
	"newshound/bot/discord/discordtest"
)

// rig is an adapter that runs against a Discord of its own.
type rig struct {
	*discordtest.Server
	t       *testing.T
	adapter *discord.Adapter
	counter *bottest.Counter
	logged  *bottest.Log
	stop    context.CancelFunc
	ended   chan error
}

// options returns the options of an adapter of the server.
func options(s *discordtest.Server, h bot.Handler) discord.Options {
	return discord.Options{
		Handler: h, Token: bot.NewSecret(discordtest.Token), PublicKey: s.PublicKey(), API: s.URL(), Dial: s.Dial,
		Outlets: func() []string { return []string{"The Hill", "The Root", "Hill Country News", "Ashford Gazette"} },
	}
}

// open opens an adapter that is not yet connected; edit may change its options.
func open(t *testing.T, s *discordtest.Server, h bot.Handler, edit func(*discord.Options)) *rig {
	t.Helper()
	r := &rig{Server: s, t: t, counter: &bottest.Counter{}, logged: &bottest.Log{}, ended: make(chan error, 1)}
	o := options(s, h)
	o.Observer = r.counter
	o.Log = slog.New(slog.NewTextHandler(r.logged, &slog.HandlerOptions{Level: slog.LevelDebug}))
	if edit != nil {
		edit(&o)
	}
	var err error
	if r.adapter, err = discord.Open(o); err != nil {
		t.Fatal(err)
	}
	return r
}

// run runs the adapter until the test ends.
func (r *rig) run() {
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.t.Context()))
	r.stop = cancel
	go func() { r.ended <- r.adapter.Run(ctx) }()
	r.t.Cleanup(func() { _ = r.end() })
}

// end stops the adapter and returns what Run returned. No secret is in the log.
func (r *rig) end() error {
	if r.stop == nil {
		return nil
	}
	// discordgo sleeps while it closes, and holds what a heartbeat waits for: a bubble would
	// wait for both for ever if they fell on one moment.
	time.Sleep(time.Nanosecond) //nolint:forbidigo // in a bubble, until nothing else happens at this moment
	r.stop()
	r.stop = nil
	err := <-r.ended
	r.ended <- err
	if strings.Contains(r.logged.String(), discordtest.Token) || strings.Contains(r.logged.String(), "token-of-") {
		r.t.Errorf("a token is in the log:\n%s", r.logged)
	}
	return err
}

// commands is how many are registered.
const commands = 8

// start runs an adapter and waits until it is connected and its commands stand.
func start(t *testing.T, s *discordtest.Server, h bot.Handler, edit func(*discord.Options)) *rig {
	t.Helper()
	r := open(t, s, h, edit)
	r.run()
	s.Wait("READY", func() bool {
		return r.adapter.Ready() && len(s.Commands(""))+len(s.Commands(discordtest.GuildID)) == commands
	})
	return r
}

// answered waits for the answer to an interaction.
func (r *rig) answered(id string) *discordtest.Interaction {
	r.t.Helper()
	r.Wait("an answer", func() bool { i := r.Interaction(id); return i.Answered > 0 })
	return r.Interaction(id)
}

// posted waits for a number of messages in a channel and returns the last.
func (r *rig) posted(channel string, n int) *discordtest.Message {
	r.t.Helper()
	r.Wait("a message", func() bool { return len(r.Messages(channel)) >= n })
	all := r.Messages(channel)
	if len(all) > n {
		r.t.Fatalf("%d messages, want %d", len(all), n)
	}
	return all[n-1]
}

// contains fails the test for each text that is not in a message.
func contains(t *testing.T, m *discordtest.Message, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(m.Text(), w) {
			t.Errorf("no %q in:\n%s", w, m.Text())
		}
	}
}

// canceled returns a context that has ended: to run an adapter with it closes it.
func canceled(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}
