package bot_test

import (
	"context"
	"testing"
	"testing/synctest"

	"newshound/bot"
	"newshound/bot/bottest"
)

func TestFew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gate := make(chan struct{})
		slow := &bottest.Handler{Gate: gate}
		h := bot.Few(2, slow)
		for range 5 {
			go h.Handle(t.Context(), bot.Message{Text: "Who?"})
		}
		synctest.Wait()
		if n := len(slow.Messages()); n != 2 {
			t.Errorf("%d at a time", n)
		}
		late, cancel := context.WithCancel(t.Context())
		cancel()
		if r := h.Handle(late, bot.Message{Text: "Why?"}); r.Text != "Stopped." {
			t.Errorf("too late: %+v", r)
		}
		close(gate)
		synctest.Wait()
		if n := len(slow.Messages()); n != 6 {
			t.Errorf("%d answered", n)
		}
	})
}

// TestFewPanics looks whether a place that a panic leaves is free again.
func TestFewPanics(t *testing.T) {
	h := bot.Few(1, &bottest.Handler{Reply: func(bot.Message) bot.Reply { panic("boom") }})
	for range 2 {
		func() {
			defer func() { _ = recover() }() // it is the second call that counts
			h.Handle(t.Context(), bot.Message{})
		}()
	}
}
