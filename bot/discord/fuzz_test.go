package discord

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"newshound/bot"
	"newshound/bot/bottest"
	"newshound/bot/internal/plain"
)

// active is what Discord would act upon, were it not escaped.
var active = regexp.MustCompile(`(^|[^\\])(\\\\)*([*_~|` + "`" + `\[\]<>#@]|://)|@(everyone|here)`)

// Row 19: what breaks Markdown or turns the direction, where no other test would see it.
func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"- item": `\- item`, "+ item": `\+ item`, "1. item": `1\. item`, "10) item": `10\) item`, " 2. item": ` 2\. item`, "a - b 1. c": "a - b 1. c",
		"a\u200eb\u200fc\u061cd": "abcd", "\u202egnp\u202c": "\ufffdgnp\ufffd", "a\nb\tc\u00a0d": "a b c\u00a0d", "\x1b[31m": "\ufffd\\[31m",
		"@everyone @here": "\\@\u200beveryone \\@\u200bhere", "https://a.example": `https:\//a.example`, "# a > b": `\# a \> b`,
		"so :smile_cat:tada:": `so \:smile\_cat\:tada:`, ":100: at 10:30:45, :+1:": `\:100\: at 10:30:45, \:+1\:`,
	} {
		if got := inert(text); got != want {
			t.Errorf("inert(%q) is %q, want %q", text, got, want)
		}
	}
}

// Whatever a text holds, Discord shows it, does nothing with it, and it comes back
// from a message as it was, but for what is not visible.
func FuzzInert(f *testing.F) {
	for _, text := range []string{"", "plain", bottest.HostileText, `\\a\*`, "1. a\n2) b", "- x", "https://a.example/b", "@everyone@here", "@\u200beveryone", ":tada:_:a_b:c:", ":-1:", "\xff\u202e"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		shown := inert(text)
		if found := active.FindString(shown); found != "" {
			t.Errorf("%q became %q, with %q", text, shown, found)
		}
		if !utf8.ValidString(shown) || strings.ContainsFunc(shown, func(r rune) bool { return unicode.IsControl(r) || visible(r) != r }) {
			t.Errorf("%q became %q", text, shown)
		}
		want := strings.ReplaceAll(strings.Map(visible, plain.Visible(text)), "@\u200B", "@")
		if got := unescaped(shown); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	})
}

// A custom_id that is read is one that was written, and one that is written is read.
func FuzzCustomID(f *testing.F) {
	f.Add("n3 2 3 1-3 0badcafe more")
	f.Add("n3 2 3 - - around 2")
	f.Add("n3 2  ")
	f.Add("n3 2 7 1 00000000 more\nan earlier question")
	f.Fuzz(func(t *testing.T, id string) {
		command, turn, ok := parseCustomID(id)
		if !ok {
			return
		}
		again, same, ok := parseCustomID(customID(command, turn))
		if !ok || again != command || same != turn {
			t.Errorf("%q: %q %v, then %q %v", id, command, turn, again, same)
		}
	})
}

// Whatever comes in the place of an interaction or a message, there is no panic, and
// what is accepted fits the journal.
func FuzzEvents(f *testing.F) {
	f.Add([]byte(`{"id":"1","type":2,"token":"t","data":{"name":"ask","options":[{"name":"question","value":7},{"name":"from","value":"x"}]}}`))
	f.Add([]byte(`{"id":"1","type":3,"token":"t","message":{"id":"2","flags":64,"components":[{"type":10,"id":1,"content":"-# q"}]},"data":{"custom_id":"n3 2 3 - - more"}}`))
	f.Add([]byte(`{"id":"1","type":4,"data":{"options":[{"name":"outlet","focused":true}]},"member":{"user":null}}`))
	f.Add([]byte(`{"id":"1","content":"<@7> hello","author":{"id":"2"},"mentions":[{"id":"7"}]}`))
	a, err := Open(Options{Handler: &bottest.Handler{}, Token: bot.NewSecret("x"), Outlets: func() []string { return []string{"The Hill"} }})
	if err != nil {
		f.Fatal(err)
	}
	a.meet("7", "8")
	f.Fuzz(func(t *testing.T, raw []byte) {
		e, first := a.readInteraction(raw)
		if first != nil && e == nil {
			t.Error("a response, and nowhere to send it")
		}
		for _, v := range []any{e, first, a.readMessage(raw)} {
			if _, err := json.Marshal(v); err != nil {
				t.Error(err)
			}
		}
	})
}
