package plain_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"newshound/bot/internal/plain"
)

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "",
		"a\tb\r\nc":             "a\tb\nc",
		"\x00\x07\x1b[31m\x7f":  "��\ufffd[31m�",
		"\u202egnp.exe\u202c":   "�gnp.exe�",
		"\u2066x\u2069\u2028":   "�x��",
		"caf\xe9 – “señor”\xff": "caf� – “señor”�",
	} {
		if got := plain.Visible(text); got != want {
			t.Errorf("Visible(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestWeb(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.example/b?c=1&d=%20#:~:text=x": "https://a.example/b?c=1&d=%20#:~:text=x",
		"http://a.example/(b)|c>d e\"f`g\\h":      "http://a.example/(b)%7Cc%3Ed%20e%22f%60g%5Ch",
		"https://a.example/é\u202e":               "https://a.example/%C3%A9%E2%80%AE",
		"https://good.example@evil.example/":      "",
		"javascript:alert(1)":                     "",
		"javascript://a.example/%0Aalert(1)":      "",
		"https:///nowhere":                        "",
		"http://\"":                               "",
		"https://é.example/":                      "https://%C3%A9.example/",
		"ftp://a.example/":                        "",
		"//a.example/":                            "",
		"https://a.example/\n":                    "",
		"":                                        "",
	} {
		if got := plain.Web(address); got != want {
			t.Errorf("Web(%q) is %q, want %q", address, got, want)
		}
	}
}

func TestItem(t *testing.T) {
	for line, want := range map[string]string{
		"• help: this text":       "help|this text",
		"• quote: a: b":           "quote|a: b",
		"• The newest article":    "",
		"help: this text":         "",
		"• : nothing":             "",
		"•  help : two spaces":    "",
		"• https://a.example/: b": "https://a.example/|b",
	} {
		got := ""
		if label, rest, ok := plain.Item(line); ok {
			got = label + "|" + rest
		}
		if got != want {
			t.Errorf("Item(%q) is %q, want %q", line, got, want)
		}
	}
}

func TestLinked(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"words":                    "(words)",
		"https://a.example/":       "[https://a.example/]",
		"at \n\nhttp://b/":         "(at )\n\n[http://b/]",
		"http://b/ c":              "none",
		"at http://b/ http://c/":   "none",
		"at https://a.example/":    "(at )[https://a.example/]",
		"at https://:x@a.example/": "none",
		"javascript:alert(1)":      "(javascript:alert(1))",
	} {
		wrap := func(open, end string) func(string) string {
			return func(s string) string {
				if s == "" {
					return ""
				}
				return open + s + end
			}
		}
		got, ok := plain.Linked(text, wrap("[", "]"), wrap("(", ")"))
		if !ok {
			got = "none"
		}
		if got != want {
			t.Errorf("Linked(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{{"", 1, ""}, {"señor", 5, "señor"}, {"señor", 4, "señ…"}, {"señor", 1, "…"}, {"🌉🌉", 4, "🌉🌉"}, {"🌉🌉", 3, "🌉…"}, {"a🌉🌉", 3, "a…"}, {"\xff🌉", 2, "\xff…"}} {
		if got := plain.Clip(c.text, c.n); got != c.want {
			t.Errorf("Clip(%q, %d) is %q", c.text, c.n, got)
		}
	}
}

func TestClipLines(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{{"", 0, ""}, {"señor\ndos\ntres", 14, "señor\ndos\ntres"}, {"señor\ndos\ntres", 13, "señor\ndos\n…"}, {"señor\ndos", 8, "señor\n…"}, {"señor\ndos", 4, "señ…"}, {"señor\ndos", 6, "señor…"}, {"señor", -3, "…"}} {
		if got := plain.ClipLines(c.text, c.n); got != c.want {
			t.Errorf("ClipLines(%q, %d) is %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

func TestJoin(t *testing.T) {
	if got := plain.Join(", ", "", "a", "", "b", ""); got != "a, b" {
		t.Errorf("got %q", got)
	}
	if got := plain.OneLine(" a\n\tb  c "); got != "a b c" {
		t.Errorf("got %q", got)
	}
}

// upTo says that what has at most n characters fits.
func upTo(n int) func(string) bool {
	return func(s string) bool { return utf8.RuneCountInString(s) <= n }
}

func TestPieces(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want []string
	}{
		{"", 3, nil},
		{"one\ntwo\nsix", 8, []string{"one\ntwo\n", "six"}},
		{"one\ntwo\nsix", 3, []string{"on", "e\n", "tw", "o\n", "six"}},
		{"señores\n", 4, []string{"seño", "res\n"}},
		{"a\nseñores\n", 6, []string{"a\n", "seño", "res\n"}},
	} {
		if got := plain.Pieces(c.text, upTo(c.n)); !slices.Equal(got, c.want) {
			t.Errorf("Pieces(%q, %d) is %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

func FuzzPieces(f *testing.F) {
	f.Add("a\nb\xff\u202e", 2)
	f.Fuzz(func(t *testing.T, text string, n int) {
		n = max(1, min(n, 1000))
		text = plain.Visible(text)
		pieces := plain.Pieces(text, upTo(n))
		if strings.Join(pieces, "") != text {
			t.Errorf("%q became %q", text, pieces)
		}
		for _, p := range pieces {
			if utf8.RuneCountInString(p) > n || p == "" {
				t.Errorf("a piece %q of at most %d", p, n)
			}
		}
		if c := plain.Clip(text, n); utf8.RuneCountInString(c) > n {
			t.Errorf("cut to %q", c)
		}
	})
}
