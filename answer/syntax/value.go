package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
)

// SaidAt reads a filter by speaker that begins at i, and takes it in. The name may have several words with
// capitals. A blank may follow the colon only where the filter is the first thing in the question: “he
// said: no” has none.
func (r *Request) SaidAt(typed string, i int) (end int, ok bool) {
	n := i + len(FieldSaid)
	if n >= len(typed) || typed[n] != ':' || !strings.EqualFold(typed[i:n], FieldSaid) {
		return 0, false
	}
	if sayers(strings.ToLower(LastWord(strings.TrimRight(typed[:i], " ")))) {
		return 0, false // who said:"never again"
	}
	start := n + 1 + len(typed[n+1:]) - len(strings.TrimLeftFunc(typed[n+1:], unicode.IsSpace))
	if start > n+1 && strings.TrimSpace(typed[:i]) != "" {
		return 0, false
	}
	value, end := valueAt(typed, start)
	if _, _, quoted := QuotedAt(typed, start); !quoted {
		end = nameEnd(typed, start)
		value = typed[start:end]
	}
	if value = strings.TrimSpace(value); value == "" {
		return 0, false
	}
	r.Fields = append(r.Fields, FieldValue{FieldSaid, value})
	return end, true
}

// sayers may stand before “said” where that is a verb and no filter.
var sayers = analysis.Words("who he she they it i we you")

// nameEnd returns where a name ends that begins at start. It has a word, which may have an article or a
// title such as Mr. before it, and the words with capitals behind that. Particles may stand between these
// or before them: van der Berg.
func nameEnd(typed string, start int) int {
	word, end := valueAt(typed, start)
	if after := strings.TrimLeft(typed[end:], " ."); Addresses(strings.ToLower(word)) && after != "" {
		word, end = valueAt(typed, len(typed)-len(after)) // said: the ministry
	}
	named := !analysis.IsLower(word) || Particles(word)
	for at := end; named; {
		at += len(typed[at:]) - len(strings.TrimLeft(typed[at:], " ."))
		next, stop := valueAt(typed, at)
		if at == end || next == "" || strings.Contains(next, ":") {
			break
		}
		at = stop
		if first, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(first) {
			end = stop
		} else if !Particles(next) {
			break
		}
	}
	blank := len(typed[end:]) - len(strings.TrimLeft(typed[end:], " ,"))
	if next, stop := valueAt(typed, end+blank); blank > 0 && suffixes(strings.ToLower(next)) {
		end = stop // said: lee jr
	}
	return end
}

// Addresses are words that stand before a name, and are no part of it.
var Addresses = analysis.Words("mr mrs ms miss dr the a an")

// Particles are the words in small letters that stand in names, or begin them.
var Particles = analysis.Words("van von der den de del della di da dos das du la le al bin ibn el ten ter")

// suffixes are words behind a name that belong to it, with a capital or without.
var suffixes = analysis.Words("jr sr ii iii iv")

// hasField reports whether a text begins with the name of a field and a colon.
func hasField(text, field string) bool {
	n := len(field)
	return n < len(text) && text[n] == ':' && strings.EqualFold(text[:n], field)
}

// valueAt returns the value that begins at i, and where it ends: what stands
// between quotation marks, or a word without the punctuation behind it.
func valueAt(typed string, i int) (value string, end int) {
	if value, end, ok := QuotedAt(typed, i); ok {
		return value, end
	}
	word := typed[i:]
	if n := strings.IndexFunc(word, unicode.IsSpace); n >= 0 {
		word = word[:n]
	}
	word = strings.TrimRight(word, ".,;!?)")
	return word, i + len(word)
}

// quotationMarks are what opens and closes a phrase.
var quotationMarks = [][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}}

// QuotedAt returns what stands in the quotation marks that open at i, and where
// they end.
func QuotedAt(typed string, i int) (value string, end int, ok bool) {
	for _, mark := range quotationMarks {
		if rest, opens := strings.CutPrefix(typed[i:], mark[0]); opens {
			if value, _, closed := strings.Cut(rest[:min(len(rest), maxQuoted)], mark[1]); closed {
				return value, i + len(mark[0]) + len(value) + len(mark[1]), true
			}
		}
	}
	return "", 0, false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
