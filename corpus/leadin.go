package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxLeadIn is the longest paragraph, in bytes, that may be a lead-in.
	maxLeadIn = 240
	// maxAnnouncement is the longest announcement in words: the last sentence
	// of a lead-in.
	maxAnnouncement = 14
	// maxQuoted is how many paragraphs a lead-in reaches at most. A wide gap
	// further down is the start of another part of the story.
	maxQuoted = 6
)

// leadIn is a lead-in and how far it reaches.
type leadIn struct {
	span  Span
	until int // the last piece that it announces
}

// apply marks a paragraph of the story as quoted if the lead-in reaches the
// piece that it was made from.
func (q *leadIn) apply(p *Paragraph, at int) {
	if q.span.Len() > 0 && at <= q.until {
		p.LeadIn = q.span
	}
}

// quoteEnd returns the last piece that the lead-in in pieces[at] announces: all
// up to a gap wider than the text's ordinary one, if there is such a gap soon,
// and otherwise the next paragraph.
func (l *layout) quoteEnd(at int) int {
	next, last, seen := at, at, 0
	for i := at + 1; i < len(l.pieces); i++ {
		p := &l.pieces[i]
		if seen > 0 && p.gap > max(l.survey.gap, 1) {
			return last
		}
		if p.drop || p.kind != Text {
			continue
		}
		if seen == maxQuoted || seen > 0 && announces(l.body[p.Start:p.End]) {
			break
		}
		if !p.half || seen == 0 {
			seen++
		}
		if seen == 1 {
			next = i
		}
		last = i
	}
	return next
}

// announces reports whether a paragraph is a lead-in: short, ending in a
// colon, and saying in its last sentence that another publication or a document
// speaks next. "He said:" announces a speaker, and is none.
func announces(text string) bool {
	if len(text) > maxLeadIn || !strings.HasSuffix(text, ":") {
		return false
	}
	words := strings.Fields(lastSentence(strings.TrimSuffix(text, ":")))
	if len(words) < 2 || len(words) > maxAnnouncement {
		return false
	}
	switch strings.ToLower(words[0]) {
	case "according":
		return len(words) > 2 && strings.EqualFold(words[1], "to") && namesSource(words[2:])
	case "from", "per", "via":
		return namesSource(words[1:])
	}
	for i := len(words) - 1; i > 0 && i >= len(words)-4; i-- {
		subject, rest := words[:i], words[i+1:]
		switch strings.ToLower(words[i]) {
		case "reports", "reported", "writes", "wrote":
			return namesSubject(subject) && (len(rest) == 0 || !strings.EqualFold(rest[0], "by") && !strings.EqualFold(rest[len(rest)-1], "in"))
		case "reads", "read":
			return namesSubject(subject) && isManner(rest) && (namesDocument(subject) || strings.EqualFold(words[i], "reads"))
		case "says", "said", "states", "stated":
			return namesSubject(subject) && isManner(rest) && namesDocument(subject[max(0, i-2):])
		}
	}
	return false
}

// namesOutlet reports whether a lead-in hands over to the article's own outlet
// ("TechCrunch's Jo Doe reports:"), which is no other publication.
func namesOutlet(text, outlet string) bool {
	return outlet != "" && strings.Contains(strings.ToLower(text), strings.ToLower(outlet))
}

// isManner reports whether the words after a verb only say how it is quoted.
func isManner(words []string) bool {
	switch strings.ToLower(strings.Join(words, " ")) {
	case "", "in part", "as follows", "in full", "further":
		return true
	}
	return false
}

// lastSentence returns what follows the last sentence end inside a text. A
// stop that a lower-case letter or a short word precedes ("U.S. ", "Sen. ") is
// not taken for one.
func lastSentence(text string) string {
	for i := len(text) - 2; i > 0; i-- {
		if text[i] != ' ' || !endsSentence(text[:i]) {
			continue
		}
		word := text[strings.LastIndexByte(text[:i], ' ')+1 : i]
		if text[i-1] != '.' || len(word) > 5 && strings.Count(word, ".") == 1 {
			return text[i+1:]
		}
	}
	return text
}

// namesSource reports whether the words after "according to" or "from" name a
// publication or a document, and nothing else: no comma starts a clause, and
// something is a proper name or a kind of document.
func namesSource(words []string) bool {
	switch first := strings.ToLower(strings.TrimRight(words[0], ".,")); {
	case len(words) > 10, isCalendar(first):
		return false
	case first == "our", first == "my", first == "left", first == "right", first == "here", first == "there", first == "now", first == "then":
		return false
	}
	for i, w := range words {
		if i < len(words)-1 && strings.HasSuffix(w, ",") && !strings.EqualFold(words[i+1], "writing") && !strings.EqualFold(words[i+1], "reporting") {
			return false
		}
	}
	return hasName(words) || namesDocument(words)
}

// namesSubject reports whether the words before a verb such as "reports" are
// its subject, and that is a name or a document, not a pronoun and not another
// verb's auxiliary.
func namesSubject(words []string) bool {
	if len(words) == 0 {
		return false
	}
	switch strings.ToLower(strings.Trim(words[len(words)-1], ",")) {
	case "he", "she", "they", "i", "we", "you", "it", "have", "has", "had", "having",
		"was", "were", "is", "are", "be", "been", "being", "to", "not", "never":
		return false
	}
	return hasName(words) || namesDocument(words)
}

// hasName reports whether a word starts with a capital.
func hasName(words []string) bool {
	for _, w := range words {
		w = strings.TrimLeft(w, `"'“‘(`)
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) && !isOpening(w) {
			return true
		}
	}
	return false
}

// isOpening reports whether a word has its capital only because it opens the
// sentence.
func isOpening(w string) bool {
	switch w {
	case "The", "A", "An", "As", "In", "Our", "Its", "Their", "His", "Her", "This", "That", "These", "Those", "Other", "One":
		return true
	}
	return false
}

// namesDocument reports whether a word is a kind of publication or document.
func namesDocument(words []string) bool {
	for _, w := range words {
		switch strings.ToLower(strings.TrimRight(w, ",")) {
		case "report", "story", "statement", "letter", "article", "column", "editorial", "op-ed", "memo",
			"memorandum", "email", "e-mail", "release", "notice", "filing", "complaint", "indictment", "lawsuit",
			"suit", "ruling", "opinion", "order", "transcript", "petition", "resolution", "summary", "document",
			"brief", "essay", "blog", "post", "piece", "study", "paper", "book", "affidavit", "testimony",
			"motion", "review", "dispatch", "newsletter", "analysis", "account", "announcement", "advisory":
			return true
		}
	}
	return false
}
