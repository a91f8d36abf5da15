package bot_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"newshound/bot"
)

func TestCleanQuestion(t *testing.T) {
	for _, c := range []struct {
		text, want string
		err        error
	}{
		{"Who resigned?", "Who resigned?", nil},
		{"  Who\r\n\tresigned? \x00", "Who   resigned?", nil},
		{"red \x1b[31mhat", "red  [31mhat", nil},
		{"caf\xe9 bar", "caf\uFFFD bar", nil},
		{"“curly” – 新聞", "“curly” – 新聞", nil},
		{"", "", bot.ErrEmptyQuestion},
		{" \n\t\x07", "", bot.ErrEmptyQuestion},
		{"\xff\xfe", "", bot.ErrEmptyQuestion},
		{"\u200B\uFEFF?", "", bot.ErrEmptyQuestion},
		{"-—… 🙂", "", bot.ErrEmptyQuestion},
		{"½?", "½?", nil},
		{strings.Repeat("a", bot.MaxQuestion), strings.Repeat("a", bot.MaxQuestion), nil},
		{strings.Repeat("a", bot.MaxQuestion+1), "", bot.ErrLongQuestion},
	} {
		got, err := bot.CleanQuestion(c.text)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("CleanQuestion(%.40q) = %.40q, %v; want %.40q, %v", c.text, got, err, c.want, c.err)
		}
	}
}

func FuzzCleanQuestion(f *testing.F) {
	for _, s := range []string{"", "Who?", "\x00\xff", "a\u0085b", "\u200B"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := bot.CleanQuestion(text)
		if err != nil {
			return
		}
		if !utf8.ValidString(got) || strings.ContainsFunc(got, unicode.IsControl) || strings.TrimSpace(got) == "" {
			t.Errorf("CleanQuestion(%q) = %q", text, got)
		}
		again, err := bot.CleanQuestion(got)
		if len(got) <= bot.MaxQuestion && (again != got || err != nil) {
			t.Errorf("CleanQuestion(%q) = %q, and of that %q, %v", text, got, again, err)
		}
	})
}
