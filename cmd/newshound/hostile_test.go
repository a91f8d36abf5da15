package main

import (
	"bytes"
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"newshound/bot"
)

// hostileQuestions are questions that nobody asks in good faith.
func hostileQuestions() map[string]string {
	var terms, names strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&terms, "word%d ", i)
		fmt.Fprintf(&names, "Name%c%c%c ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
	}
	size := func(part string) string { return strings.Repeat(part, bot.MaxQuestion/len(part)) }
	return map[string]string{
		"100 KB":              size("election security meeting "),
		"100 KB of one word":  size("a"),
		"more than 100 KB":    size("a") + "b",
		"10,000 terms":        terms.String(),
		"10,000 names":        names.String(),
		"the same stem":       size("Trump "),
		"control characters":  size("\x00\x1b[2J\u009b\u202eTrump\r\n\x07"),
		"invalid UTF-8":       size("\xff\xfe\x80Trump \xed\xa0\x80"),
		"combining marks":     "Trump" + size("\u0301"),
		"one long word":       size("ʼa"),
		"quotation marks":     size(`"`) + " Trump",
		"phrases":             size(`"election security" `),
		"open phrases":        size(`"election “security ‘meeting `),
		"outlets":             size(`outlet:"The Hill" `),
		"filters of no value": size("from: to: outlet: "),
		"words left out":      size("-Trump "),
		"hyphens":             size("-"),
		"colons":              size("a:b:"),
		"no letter at all":    size("🏳️‍🌈"),
		"a command":           "/cite " + size("9"),
		"commands":            size("/ask ") + "x",
		"courtesies":          size("please "),
		"no command":          "/\xff\xfe and more",
		"digits":              size("1234567890"),
		"dots":                size("."),
		"capitals":            size("U.S.A. "),
	}
}

// TestHostileQuestions asks them of the seeds. Each has a reply before the
// deadline, in little memory, and nothing of it is in the log.
func TestHostileQuestions(t *testing.T) {
	var log bytes.Buffer
	relay := bot.NewRelay(seedEngine(t), bot.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	ask := func(name, text string, last bot.Turn) bot.Reply {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		began := time.Now()
		r := relay.Handle(t.Context(), bot.Message{Text: text, Last: last})
		took := time.Since(began)
		runtime.GC()
		runtime.ReadMemStats(&after)
		t.Logf("%-20s %8v, %4d MB allocated, %d MB kept", name, took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20, int64(after.HeapAlloc-before.HeapAlloc)>>20)
		if took > bot.DefaultTimeout+time.Second {
			t.Errorf("%s: a reply took %v", name, took)
		}
		if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 64<<20 {
			t.Errorf("%s: %d MB more are in use", name, grown>>20)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
			t.Errorf("%s: a reply took %d MB", name, used>>20)
		}
		if r.Text == "" || !utf8.ValidString(r.Text) || len(r.Text) > 4000 {
			t.Errorf("%s: the reply %.100q of %d bytes", name, r.Text, len(r.Text))
		}
		for _, n := range r.Notes {
			if !utf8.ValidString(n) || len(n) > 4000 {
				t.Errorf("%s: the note %.100q of %d bytes", name, n, len(n))
			}
		}
		for _, s := range r.Snippets {
			if err := s.Verify(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		return r
	}
	for name, text := range hostileQuestions() {
		r := ask(name, text, bot.Turn{})
		if again, err := bot.DecodeTurn(r.Turn.Encode()); err != nil || again != r.Turn {
			t.Errorf("%s: the turn: %v", name, err)
		}
		ask(name+", gone on from", "and Putin?", bot.Turn{Question: text, Shown: 3})
		ask(name+", cited", "cite", bot.Turn{Question: text, Shown: 1000, Seal: "0badcafe"})
	}
	if strings.Contains(log.String(), "Trump") || strings.Contains(log.String(), "word1") || log.Len() > 64<<10 {
		t.Errorf("the log has %d bytes: %.1000s", log.Len(), log.String())
	}
}
