package bottest_test

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"newshound/bot"
	"newshound/bot/bottest"
)

// TestReplies checks that the replies are of every kind, and true.
func TestReplies(t *testing.T) {
	var snippets, full, passages, exports, more, runes int
	for name, r := range bottest.Replies(t) {
		if r.Text == "" {
			t.Errorf("%s: no text", name)
		}
		size := 0
		for _, s := range r.Snippets {
			if err := s.Verify(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			size += utf8.RuneCountInString(s.Quote)
		}
		runes = max(runes, size)
		count := func(n *int, yes bool) {
			if yes {
				*n++
			}
		}
		count(&snippets, len(r.Snippets) > 0)
		count(&full, r.Full)
		count(&passages, r.Passage)
		count(&exports, r.Export != "")
		count(&more, r.More)
	}
	if snippets < 10 || full < 6 || passages != 4 || exports != 12 || more < 1 || runes != 12_000 {
		t.Errorf("with snippets %d, full %d, passages %d, exports %d, more %d, %d characters at most", snippets, full, passages, exports, more, runes)
	}
}

func TestHandler(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gate := make(chan struct{})
		h := &bottest.Handler{Delay: time.Second, Gate: gate}
		began := time.Now()
		var asking sync.WaitGroup
		asking.Go(func() {
			if r := h.Handle(t.Context(), bot.Message{Text: "Who?"}); r.Text != "You said: Who?" || r.Turn.Question != "Who?" || time.Since(began) != 3*time.Second {
				t.Errorf("after %v: %+v", time.Since(began), r)
			}
		})
		<-time.After(2 * time.Second)
		close(gate)
		asking.Wait()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if r := h.Handle(ctx, bot.Message{Text: "Why?"}); r.Text != "Stopped." {
			t.Errorf("when cancelled: %+v", r)
		}
		if got := h.Messages(); len(got) != 2 || got[1].Text != "Why?" {
			t.Errorf("asked %+v", got)
		}
	})
}

func TestCounter(t *testing.T) {
	var c bottest.Counter
	c.Count(bot.EventBusy)
	c.Count(bot.EventBusy)
	c.Took(bot.StageAck, time.Second)
	if c.Of(bot.EventBusy) != 2 || c.Of(bot.EventFound) != 0 || len(c.Times(bot.StageAck)) != 1 || c.Times(bot.StageTotal) != nil {
		t.Errorf("counted %+v", &c)
	}
}
