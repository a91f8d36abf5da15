// Package plain treats text in one way for every platform, before an adapter escapes it:
// removing unsafe characters, joining, and cutting.
package plain

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Unsafe reports whether a character is a control other than a tab or a newline, a line or
// paragraph separator, or one that embeds, overrides or isolates directions, and so could
// make the text after it look like something else
// (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters).
func Unsafe(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return true
	}
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// Visible returns text as valid UTF-8, with the replacement character in place of each
// [Unsafe] character, and without carriage returns.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return -1
		case Unsafe(r):
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// Length returns the number of characters of a text as UTF-16 counts them: an emoji is two.
// Platforms do not say how they count for their limits, and this is the strictest way.
func Length(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// Clip cuts text to at most n characters (see [Length]), of which the last is then "…". n is at
// least 1.
func Clip(s string, n int) string {
	if Length(s) <= n {
		return s
	}
	left := n - 1
	for i, r := range s {
		if left -= utf16.RuneLen(r); left < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// ClipLines cuts text to as many whole lines as fit into n characters, and a line "…" in place
// of the others. If not even the first fits, it is clipped.
func ClipLines(s string, n int) string {
	if Length(s) <= n {
		return s
	}
	const more = "\n…"
	for Length(s+more) > n {
		at := strings.LastIndexByte(s, '\n')
		if at < 0 {
			return Clip(s+more, max(n, 1))
		}
		s = s[:at]
	}
	return s + more
}

// OneLine returns text as one line, with one space for all white space.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Known returns the parts other than "".
func Known(parts ...string) []string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return known
}

// Join joins the parts that are not "".
func Join(sep string, parts ...string) string { return strings.Join(Known(parts...), sep) }

// Item splits a list line such as “• help: this text” at its first colon. It reports false for
// any other line.
func Item(line string) (label, rest string, ok bool) {
	item, listed := strings.CutPrefix(line, "• ")
	label, rest, ok = strings.Cut(item, ": ")
	return label, rest, ok && listed && label != "" && strings.TrimSpace(label) == label
}

// Linked renders a text line by line: an address at the end of a line, after a space, by link,
// and everything else by words. It reports false if there is an address that is not at the end of
// a line or cannot stand in markup, because words may alter it.
func Linked(text string, link, words func(string) string) (string, bool) {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		at := strings.LastIndexByte(line, ' ') + 1
		address := Web(line[at:])
		if address == "" {
			at = len(line)
		}
		if strings.Contains(line[:at], "://") {
			return "", false
		}
		line = words(line[:at])
		if address != "" {
			line += link(address)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n"), true
}

// Web returns a web address for use in markup, with characters that could end it there
// percent-encoded. It returns "" for any other address, for one whose host would have to be
// encoded, and for one with a user name, which makes it look like another site's.
func Web(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("<>|\"`\\^{}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	if _, err := url.Parse(b.String()); err != nil {
		return ""
	}
	return b.String()
}

// Pattern returns a function that compiles a regular expression at its first call. Most runs
// do not need most of them.
func Pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// Pieces divides text into pieces that fit: between lines if possible, else behind a space,
// else anywhere. A single character is taken to fit.
func Pieces(s string, fits func(string) bool) []string {
	var pieces []string
	rest := ""
	for line := range strings.Lines(s) {
		if rest != "" && !fits(rest+line) {
			pieces, rest = append(pieces, rest), ""
		}
		for !fits(line) && utf8.RuneCountInString(line) > 1 {
			cut := line
			for !fits(cut) && utf8.RuneCountInString(cut) > 1 {
				runes := []rune(cut)
				cut = string(runes[:len(runes)/2])
				cut = cut[:cmp.Or(strings.LastIndexByte(cut, ' ')+1, len(cut))]
			}
			pieces, line = append(pieces, cut), line[len(cut):]
		}
		rest += line
	}
	if rest != "" {
		pieces = append(pieces, rest)
	}
	return pieces
}
