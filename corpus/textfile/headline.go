package textfile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/corpus"
)

const (
	// maxHeadline and maxSection are the longest headline and section name that
	// are found in a text, in bytes.
	maxHeadline = 180
	maxSection  = 40
	// minLead is the least length of the paragraph below a headline.
	minLead = 60
)

// findHeadline fills in the headline of an article that has none, and the section above
// it, if they stand at the top of its text. It leaves them empty when in doubt: better no
// headline than a sentence of the story, or a picture's caption, for one.
//
// A headline is the first paragraph, or the second below a line that can be a
// section's name; it is short, does not end a sentence, and a longer paragraph
// follows. A Markdown heading of the first level is one in any case.
func findHeadline(a *corpus.Article) *corpus.Article {
	if len(a.Paragraphs) == 0 {
		return a
	}
	at := func(i int) string {
		if i >= len(a.Paragraphs) || a.Paragraphs[i].Kind != corpus.Text {
			return ""
		}
		return a.Text(a.Paragraphs[i].Span)
	}
	first, second := at(0), at(1)
	heading := first != "" && isHeading(a.Body, a.Paragraphs[0].Start)
	meta := a.Meta
	if heading || isHeadline(first) {
		meta.Headline = first
		if found := corpus.NewArticle(meta, a.Body); heading || startsWithLead(found) {
			return found
		}
	}
	if a.Section == "" && isSection(first) && isHeadline(second) {
		meta.Section, meta.Headline = first, second
		if found := corpus.NewArticle(meta, a.Body); startsWithLead(found) {
			return found
		}
	}
	return a
}

// startsWithLead reports whether a lead follows the headline that was found. A byline or an
// agency's name between them is recognised, and does not count.
func startsWithLead(a *corpus.Article) bool {
	for _, p := range a.Paragraphs {
		if p.Kind == corpus.Text {
			return isLead(a.Text(p.Span), a.Headline)
		}
	}
	return false
}

// isHeading reports whether the line whose words start at an offset is a
// Markdown heading of the first level.
func isHeading(text string, at int) bool {
	line := strings.TrimLeft(text[strings.LastIndexAny(text[:at], "\r\n")+1:at], " \uFEFF")
	return strings.TrimSpace(line) == "#"
}

// isHeadline reports whether a paragraph can be a headline.
func isHeadline(p string) bool {
	if p == "" || len(p) > maxHeadline || strings.ContainsAny(p, "\r\n") || len(strings.Fields(p)) < 3 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(p, `"'“‘`))
	if unicode.IsLower(first) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p, `"'”’)`))
	return !strings.ContainsRune(".:;,—", last)
}

// isLead reports whether a paragraph can be the first of the story under a
// headline.
func isLead(p, headline string) bool {
	if len(p) < minLead || len(p) <= len(headline) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p, `"'”’)]`))
	return strings.ContainsRune(".?!…:。", last)
}

// isSection reports whether a line can be a section's name: one to three words,
// each with a capital, and nothing else.
func isSection(p string) bool {
	words := strings.Fields(p)
	if len(p) > maxSection || len(words) == 0 || len(words) > 3 {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && w != "&" && w != "and" && w != "of" {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(p)
	return unicode.IsLetter(last)
}
