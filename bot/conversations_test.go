package bot_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"newshound/bot"
)

// notes is a [bot.Memory].
type notes map[string]string

func (n notes) Remember(key, value string) { n[key] = value }
func (n notes) Recall(key string) string   { return n[key] }

// turner is a [bot.Handler] that takes so long, and shows a quote more at each turn.
type turner struct{ time.Duration }

func (t turner) Handle(ctx context.Context, m bot.Message) bot.Reply {
	if t.Duration > 0 {
		select {
		case <-time.After(t.Duration):
		case <-ctx.Done():
		}
	}
	return bot.Reply{Turn: bot.Turn{Question: "Who?", Shown: m.Last.Shown + 1}}
}

// What is carried out again goes on from where it went on the first time.
func TestContinueAgain(t *testing.T) {
	talks := bot.NewConversations(turner{}, notes{})
	for _, c := range []struct {
		job  string
		last bot.Turn
		want int
	}{{job: "1", want: 1}, {job: "1", want: 1}, {job: "2", want: 2}, {job: "2", want: 2}, {job: "3", want: 3}, {"4", bot.Turn{Question: "Who?", Shown: 7}, 8}, {job: "5", want: 9}} {
		if r := talks.Continue(t.Context(), "thread", c.job, bot.Message{Last: c.last}); r.Turn.Shown != c.want {
			t.Errorf("job %s: %d shown, want %d", c.job, r.Turn.Shown, c.want)
		}
	}
}

// A message waits for the answer to the one before it, of the same conversation and no other, and
// not for too long; a button, which says what it is about, for none.
func TestContinueInTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		talks := bot.NewConversations(turner{9 * time.Second}, &sharedNotes{notes: notes{}})
		ended, end := context.WithCancel(t.Context())
		end()
		var talking sync.WaitGroup
		for i, c := range []struct {
			ctx   context.Context
			key   string
			last  bot.Turn
			shown int
			after time.Duration
		}{
			{t.Context(), "thread", bot.Turn{}, 1, 9 * time.Second},
			{t.Context(), "thread", bot.Turn{}, 2, 17100 * time.Millisecond},
			{t.Context(), "other", bot.Turn{}, 1, 9 * time.Second},
			{t.Context(), "thread", bot.Turn{Question: "Who?", Shown: 7}, 8, 9 * time.Second},
			{t.Context(), "", bot.Turn{}, 1, 9 * time.Second},
			{ended, "thread", bot.Turn{}, 1, 0},
			{t.Context(), "busy", bot.Turn{}, 1, 9 * time.Second},
			{t.Context(), "busy", bot.Turn{}, 2, 17100 * time.Millisecond},
			{t.Context(), "busy", bot.Turn{}, 2, bot.DefaultTimeout + 9*time.Second},
		} {
			talking.Go(func() {
				<-time.After(time.Duration(i) * 900 * time.Millisecond)
				began := time.Now()
				if r := talks.Continue(c.ctx, c.key, fmt.Sprint(i), bot.Message{Last: c.last}); r.Turn.Shown != c.shown || time.Since(began) != c.after {
					t.Errorf("%d: %d shown after %v", i, r.Turn.Shown, time.Since(began))
				}
			})
		}
		talking.Wait()
	})
}

// Messages that have entered a conversation are answered in that order, whichever comes first; one
// that leaves and was not answered holds up nobody.
func TestEnterInTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		talks := bot.NewConversations(turner{time.Second}, &sharedNotes{notes: notes{}})
		var leave []func()
		for _, job := range []string{"1", "never", "2", "3"} {
			leave = append(leave, talks.Enter("thread", job))
		}
		leave[1]()
		var talking sync.WaitGroup
		for shown, job := range []string{"1", "2", "3", "late"} {
			talking.Go(func() {
				<-time.After(time.Duration(3-shown) * time.Millisecond)
				if r := talks.Continue(t.Context(), "thread", job, bot.Message{}); job != "late" && r.Turn.Shown != shown+1 {
					t.Errorf("%s: %d shown", job, r.Turn.Shown)
				}
			})
		}
		talking.Wait()
		for _, leave := range leave {
			leave()
		}
		if r := talks.Continue(t.Context(), "thread", "5", bot.Message{}); r.Turn.Shown != 5 {
			t.Errorf("%d shown at last", r.Turn.Shown)
		}
	})
}

// sharedNotes are notes for several goroutines.
type sharedNotes struct {
	mu    sync.Mutex
	notes notes
}

func (s *sharedNotes) Remember(key, value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.notes.Remember(key, value)
}

func (s *sharedNotes) Recall(key string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.notes.Recall(key)
}
