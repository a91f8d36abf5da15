// Package plain holds what the bot does with text in one way for every platform, before an
// adapter escapes it: what nobody should be shown raw, joining, and cutting.
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

// Unsafe reports whether a character may do more than be seen: a control other than a tab
// or a newline, a line or paragraph separator, or one that embeds, overrides or isolates
// directions, and so could make what follows look like something else
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

// Visible returns text that shows what it is: in valid UTF-8, with the replacement
// character for each character that is [Unsafe]. A carriage return is dropped.
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

// Length returns how many characters a text has. One beyond the first 65,536 of Unicode, such as
// an emoji, counts as two, which it may for a platform's limits: none says how it counts.
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

// ClipLines cuts text to its first lines, as many as have at most n characters in all, with
// a line "…" in place of the others. A first line that is longer is clipped.
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

// Known returns the parts that are not "".
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

// Item takes a line of a list apart that says something of what stands before its first colon:
// “• help: this text”.
func Item(line string) (label, rest string, ok bool) {
	item, listed := strings.CutPrefix(line, "• ")
	label, rest, ok = strings.Cut(item, ": ")
	return label, rest, ok && listed && label != "" && strings.TrimSpace(label) == label
}

// Linked returns a text in which the address at the end of each line that has one, divided by a
// space from what stands before it, is shown as a link, and everything else as words. It reports
// false where an address cannot stand in markup, or stands elsewhere, as one with a space in it:
// words may not be shown to the letter.
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

// Web returns an address of the web as it may stand in markup: what could end it there
// is percent-encoded. It is "" for any other address, for one whose host would have to
// be encoded so, and for one that begins with a name for the server to know someone by,
// which makes it look like another's.
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

// Pattern returns what compiles a regular expression when it is first called for: most of
// them are not needed in most runs.
func Pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// Pieces divides text into pieces that fit: between lines where it can, or else
// behind a space. A single character is taken to fit.
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
