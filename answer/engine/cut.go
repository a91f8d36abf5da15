package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// The bounds of a quote, in characters.
const (
	maxSentences = 2
	wantedQuote  = 450 // several sentences are quoted together up to here
	longestQuote = 480 // a single sentence that is longer is cut at a clause
)

// appendRuns appends to whole, which is empty, the runs of sentences that may be quoted from a
// part of one paragraph: up to maxSentences, and one more where that completes a quotation. A
// run that begins or ends inside a quotation is left out if another run covers it.
func appendRuns(whole []run, a *corpus.Article, part corpus.Span) []run {
	sentences := quotable(a.Text(part), part.Start)
	// at tells of every sentence whether it begins inside a quotation, and where the longest run in whole ends
	// that begins with it.
	at := make([]struct {
		inside bool
		reach  int
	}, len(sentences)+1)
	var open openQuotes
	read := part.Start
	for j, sentence := range sentences {
		open.read(a.Body[read:sentence.Start])
		at[j].inside = open.curly+open.straight%2 != 0
		read = sentence.Start
	}
	var torn []run
	var begins []int // the sentence with which each of them begins
	for j := range sentences {
		for k := j; k < len(sentences) && k <= j+maxSentences; k++ {
			r := run{Span: corpus.Span{Start: sentences[j].Start, End: sentences[k].End}, first: sentences[j].End}
			if k > j && longer(a.Text(r.Span), wantedQuote) {
				break
			}
			switch long := k == j+maxSentences; {
			case at[j].inside || at[k+1].inside:
				if !long {
					torn, begins = append(torn, r), append(begins, j)
				}
			case !long || at[j+1].inside || at[k].inside:
				whole, at[j].reach = append(whole, r), r.End
			}
		}
	}
	for i, t := range torn {
		j := begins[i]
		held := false
		for _, before := range at[max(0, j-maxSentences) : j+1] {
			held = held || t.End <= before.reach
		}
		if !held {
			whole, at[j].reach = append(whole, t), t.End
		}
	}
	return whole
}

// longer reports whether a text has more than n characters. Its bytes mostly tell that without counting.
func longer(text string, n int) bool {
	return len(text) > n && (len(text) > utf8.UTFMax*n || utf8.RuneCountInString(text) > n)
}

// openQuotes counts the quotation marks of a text that is read piece by piece: curly ones that
// are open, and all straight ones.
type openQuotes struct{ curly, straight int }

func (q *openQuotes) read(text string) {
	q.curly += strings.Count(text, "“") - strings.Count(text, "”")
	q.straight += strings.Count(text, `"`)
}

// quotable returns the spans of text that may begin or end a quote: its
// sentences, and the clauses of a sentence that is too long to be quoted.
func quotable(text string, offset int) []corpus.Span {
	var out []corpus.Span
	for start, end := range analysis.Sentences(text) {
		for longer(text[start:end], longestQuote) {
			cut := start + clauseEnd(text[start:end])
			out = append(out, corpus.Span{Start: offset + start, End: offset + cut})
			start = cut + len(text[cut:end]) - len(strings.TrimLeftFunc(text[cut:end], unicode.IsSpace))
		}
		if start < end {
			out = append(out, corpus.Span{Start: offset + start, End: offset + end})
		}
	}
	return out
}

// clauseEnd returns where to cut a sentence that is too long: after the last semicolon or dash
// within bounds; or else after the last comma or colon, and the closing quotation marks behind
// it; or else at the last blank; or else between two characters.
func clauseEnd(sentence string) int {
	limit := 0
	for n := 0; n < wantedQuote; n++ {
		_, size := utf8.DecodeRuneInString(sentence[limit:])
		limit += size
	}
	head := sentence[:limit]
	least := limit / 3
	if at := strings.LastIndexAny(head, ";—"); at > least {
		_, size := utf8.DecodeRuneInString(head[at:])
		return at + size
	}
	near := sentence[:min(len(sentence), limit+longestQuote-wantedQuote)]
	for at := strings.LastIndexAny(head, ",:"); at > least; at = strings.LastIndexAny(head[:at], ",:") {
		behind := strings.TrimLeft(near[at+1:], "\"'”’)")
		if next, _ := utf8.DecodeRuneInString(behind); unicode.IsSpace(next) { // and not in $3,500 or 10:18
			return len(near) - len(behind)
		}
	}
	if at := strings.LastIndexAny(head, " \t\n\u00a0"); at > least {
		return at
	}
	return limit
}
