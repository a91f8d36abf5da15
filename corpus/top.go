package corpus

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// minLead is the least length in bytes of a paragraph that shows that the names
// above it are no part of the story.
const minLead = 60

// dropTop drops lines above the lead: those that repeat the article's section,
// headline, outlet or byline; those that have the form of a byline, a time or a
// place; and, if the headline is known and so cannot be lost, bare names. It skips
// captions and credits between them, and ends at the first paragraph of the story.
func (l *layout) dropTop() {
	names := 0 // pieces below this that are only names are dropped
	for i := range l.pieces {
		p := &l.pieces[i]
		if p.drop || p.kind != Text {
			continue
		}
		text := l.body[p.Start:p.End]
		switch {
		case l.isTop(text):
			p.drop = true
		case l.meta.Headline != "" && isNames(text):
			names = i + 1
		case len(text) >= minLead:
			for j := range names {
				p := &l.pieces[j]
				p.drop = p.drop || p.kind == Text
			}
			return
		default:
			return
		}
	}
}

// isNames reports whether a line is a few words with a capital each and no stop:
// a writer's name, an agency's, a section's.
func isNames(text string) bool {
	if len(text) >= minLead || endsSentence(text) {
		return false
	}
	words := strings.Fields(text)
	if len(words) > 6 {
		return false
	}
	for _, w := range words {
		switch w {
		case "and", "of", "for", "to", "the", "|", "&":
			continue
		}
		w = strings.TrimSuffix(w, ",")
		for i, r := range w {
			if i == 0 && !unicode.IsUpper(r) || !unicode.IsLetter(r) && !strings.ContainsRune("'’-.", r) {
				return false
			}
		}
	}
	return true
}

// isTop reports whether a line above the lead belongs to the page.
func (l *layout) isTop(text string) bool {
	if len(text) > maxNotice {
		return false
	}
	l.folded = fold(l.folded[:0], text)
	for _, known := range [...]string{l.meta.Headline, l.meta.Section, l.meta.Outlet, l.meta.Byline} {
		if known != "" && l.repeats(known) {
			return true
		}
	}
	return isByline(text) || isTimeLine(l.folded) || isDate(text) || isDateline(text)
}

// repeats reports whether the folded line is the known text, or the part of it
// before the outlet's name ("Headline | Outlet").
func (l *layout) repeats(known string) bool {
	l.other = fold(l.other[:0], known)
	a, b := bareLine(l.folded), bareLine(l.other)
	if len(a) == 0 || len(a) > len(b) || !bytes.Equal(a, b[:len(a)]) {
		return false
	}
	rest := b[len(a):]
	return len(rest) == 0 || hasPrefix(rest, " | ") || hasPrefix(rest, " - ")
}

// bareLine removes what may differ between two copies of a headline or byline.
func bareLine(f []byte) []byte {
	f = bytes.TrimPrefix(f, []byte("by "))
	return bytes.TrimRight(f, " .:")
}

// isByline reports whether a line is "By" and names: a few words, each with a
// capital but for those that join names.
func isByline(text string) bool {
	if !strings.HasPrefix(text, "By ") && !strings.HasPrefix(text, "BY ") {
		return false
	}
	words := strings.Fields(text[3:])
	if len(words) == 0 || len(words) > 12 || len(words) > 1 && strings.HasSuffix(text, ".") {
		return false
	}
	for _, w := range words {
		switch w {
		case "and", "of", "for", "the", "in", "with", "de", "van", "von", "la", "le", "al", "|", "&", "—", "-", "–", "/":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && r != '@' {
			return false
		}
	}
	return true
}

// isTimeLine reports whether a folded line only tells when the page appeared.
func isTimeLine(f []byte) bool {
	if len(f) > 90 || !bytes.ContainsAny(f, "0123456789") || hasSuffix(f, ".") && !hasSuffix(f, ".m.") {
		return false
	}
	return isAny(f, hasPrefix, "published ", "published:", "updated ", "updated:", "last updated ", "last updated:", "last modified ", "posted ", "posted:", "first published ")
}

// isDate reports whether a line is nothing but a day, with a time or without one.
func isDate(text string) bool {
	if len(text) > 40 || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	_, err := ParseTime(text)
	return err == nil
}

// isDateline reports whether a line is a place and an agency cut off from the
// sentence that they open: "London CNN —".
func isDateline(text string) bool {
	if len(text) > 60 {
		return false
	}
	r, n := utf8.DecodeLastRuneInString(text)
	if r != '—' && r != '–' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) && !endsSentence(strings.TrimSpace(text[:len(text)-n])) && len(strings.Fields(text)) <= 7
}
