package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// run is a range of a unit's tokens, the last included.
type run struct{ first, last int }

// contents returns what each of a unit's cues attributes. A run may be empty: then
// what follows the unit is meant.
func (u *unit) contents(cues []cue) [][]run {
	out := make([][]run, len(cues))
	taken := 0 // tokens before it are content of an earlier cue
	for i, c := range cues {
		out[i] = u.content(c, cues, i, taken)
		for _, r := range out[i] {
			if u.tokens[r.first].kind == quoted {
				taken = max(taken, r.last+1)
			}
		}
	}
	return out
}

// content returns what one cue attributes: what stands ahead of it, goes on behind it, or both,
// else what it leads to.
func (u *unit) content(c cue, cues []cue, i, taken int) []run {
	first, last := c.clause()
	low := 0 // the end of what earlier cues take up
	for _, e := range cues[max(0, i-nearCues):i] {
		if _, l := e.clause(); l < first {
			low = max(low, l+1)
		}
	}
	if !c.joined {
		if q, ok := u.quotedAhead(c, max(low, taken)); ok {
			start := q
			if before := u.at(q - 1).kind; low == 0 || c.according || before == word || before == comma && u.lower(q) {
				start = u.opening(q)
			}
			return append([]run{{start, q}}, u.resumed(cues, i, last+1)...)
		}
		if around, ok := u.around(c, cues, i); ok {
			return around
		}
	}
	r, ok := u.forward(c, cues, i, last+1)
	if !ok {
		return nil
	}
	if !c.joined && !c.source.relates() && low == 0 && first >= leadIn && u.tokens[first-1].kind == comma && u.tokens[r.first].kind == quoted && u.lower(r.first) && c.verb.use&inverts != 0 {
		return []run{{0, first - 2}, r} // When it came, Smith said, “we were happy.”
	}
	return []run{r}
}

// quotedAhead returns the quotation right before a cue, not before the token at low, if it is
// what the cue attributes.
func (u *unit) quotedAhead(c cue, low int) (int, bool) {
	first, last := c.clause()
	q := first - 1
	if q > 0 && (u.tokens[q].kind == comma || u.tokens[q].kind == dash) {
		q--
	}
	if q < low || u.tokens[q].kind != quoted || c.verb.use&quotes == 0 {
		return 0, false
	}
	whole := c.inverted && u.stopsShort(q) && words(u.text(q)) >= fewWords // “…,” reads a note posted to the site
	return q, c.verb.use&clauses != 0 || c.verb.use&things == 0 && (whole || u.ends(last+1))
}

// around returns what a cue attributes that stands in it, as in “the dam, he said, will hold”, or
// ahead of it. It is none where the sentence goes on to what the cue leads to.
func (u *unit) around(c cue, cues []cue, i int) ([]run, bool) {
	first, last := c.clause()
	behind := last + 1
	if c.verb.use&addressed != 0 {
		behind = u.pastAddressee(behind) // the dam held, Lee told reporters
	}
	rest := u.goesOn(c, cues, i, behind)
	if first < leadIn && len(rest) > 0 && (first > 0 || c.according) {
		if first > 1 && u.tokens[first-1].kind == comma && u.tokens[rest[0].first].is(aHelper) {
			rest = append([]run{{0, first - 2}}, rest...) // the dam, he said, will hold
		}
		return rest, true // in all, he said, it fell
	}
	if r, ok := u.ahead(c, first, behind); ok && (len(rest) > 0 || c.according || !u.circumstance(r)) {
		return append([]run{r}, rest...), true
	}
	if len(rest) > 0 && u.at(first-1).kind == comma {
		return rest, true // at the time, he said, the dam was old
	}
	return nil, c.according && first > 0
}

// Bounds of what is looked at around a cue.
const (
	nearCues      = 16
	farTokens     = 80
	longestClause = 400 // in tokens
)

// stops reports whether the quotation at q ends with a mark that divides.
func (u *unit) stops(q int) bool {
	text := strings.TrimRight(u.text(q), quoteMarks)
	return text == "" || strings.ContainsRune(",.?!;…—-", rune(text[len(text)-1]))
}

// stopsShort reports whether the quotation at q ends in a comma, so that its sentence goes on.
func (u *unit) stopsShort(q int) bool {
	return strings.HasSuffix(strings.TrimRight(u.text(q), quoteMarks), ",")
}

// lower reports whether the quotation at q begins with a small letter.
func (u *unit) lower(q int) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(u.text(q), quoteMarks))
	return unicode.IsLower(r)
}

const quoteMarks = "\"'“”„«»‘’"

// opening returns where what was said begins that ends with the quotation at q:
// with the sentence, unless that begins with words that only lead up to it.
func (u *unit) opening(q int) int {
	for i := q - 1; i >= max(0, q-farTokens); i-- {
		if u.tokens[i].kind == colon {
			return i + 1
		}
	}
	return 0
}

// ahead returns what a clause such as “, Smith said” attributes: all of the sentence before it,
// whatever else that attributes.
func (u *unit) ahead(c cue, first, behind int) (r run, ok bool) {
	e := first - 1
	if e < 0 || c.verb.use&clauses == 0 || c.source.relates() {
		return r, false
	}
	if c.according {
		for e >= 0 && u.tokens[e].kind != word && u.tokens[e].kind != quoted {
			e--
		}
		return run{max(0, e-longestClause), e}, e >= 1
	}
	if k := u.tokens[e].kind; k != comma && k != dash {
		return r, false
	}
	low := max(u.pastDateline(), e-longestClause)
	if e < low+3 || !u.ends(behind) || c.verb.use&things != 0 && u.aims(behind) {
		return r, false
	}
	for t := u.tokens[low]; low < e && t.kind != quoted && (t.kind != word || t.word == "and" || t.word == "but"); t = u.tokens[low] {
		low++
	}
	if t := u.tokens[low]; low == 0 && (t.is(aPreposition) || t.word == "when" || t.word == "while" || t.word == "as") && e < 6 {
		return r, false
	}
	return run{low, e - 1}, true
}

// aims reports whether “to” follows the token at i before a comma: the union agreed in 2011 to the plan.
func (u *unit) aims(i int) bool {
	for ; u.at(i).kind == word; i++ {
		if u.tokens[i].word == "to" {
			return true
		}
	}
	return false
}

// circumstance reports whether a run begins with a preposition and only tells when or where: no comma
// or verb is in it, as far as is known. In an interview with the paper on Monday, Lee told of it.
func (u *unit) circumstance(r run) bool {
	if !u.tokens[r.first].is(aPreposition) {
		return false
	}
	for _, t := range u.tokens[r.first : r.last+1] {
		if t.kind == comma || t.kind == quoted || t.is(aBeing|aModal|aPronoun|aHaving) {
			return false
		}
	}
	return true
}

// goesOn returns the rest of a sentence that a clause such as “, Smith said,”
// interrupts, which ends before the token at i.
func (u *unit) goesOn(c cue, cues []cue, at, i int) []run {
	if first, _ := c.clause(); u.at(first-1).kind == comma && !c.according && c.verb.use&things == 0 && !c.source.relates() {
		i = u.pastRemark(i)
	}
	if i+fewWords > len(u.tokens) && u.tokens[len(u.tokens)-1].kind != quoted || u.at(i).kind != comma || c.verb.use&clauses == 0 {
		return nil
	}
	t := u.at(i + 1)
	if t.kind != word || t.is(aJoin|aPreposition) && !resumes(t.word) || strings.HasSuffix(t.word, "ing") {
		return nil
	}
	return []run{{i + 1, u.clauseEnd(c, cues, at, i+1)}}
}

// pastRemark returns the token behind a few words that tell where or when something was said, which
// end in a comma: the dam, Lee said in a statement, will hold.
func (u *unit) pastRemark(i int) int {
	const long = 10
	if !u.at(i).is(aPreposition | aMoment) {
		return i
	}
	for k := i + 1; k < min(len(u.tokens), i+long); k++ {
		switch t := u.tokens[k]; {
		case t.kind == comma:
			return k
		case t.kind != word || t.is(aJoin|aBeing|aModal) || t.attributes():
			return i
		}
	}
	return i
}

// resumes are words that begin the rest of a clause rather than tell when or where it was said:
// the dam, Lee said, until it broke.
var resumes = analysis.Words("that to until because unless if")

// tellsWhen are words with which a circumstance begins, beside those of time.
var tellsWhen = analysis.Words("as when while of about")

// ends reports whether nothing but a remark on when or where follows from the
// token at i on, up to a comma or the end.
func (u *unit) ends(i int) bool {
	if i >= len(u.tokens) {
		return true
	}
	t := u.tokens[i]
	if t.kind == comma || t.kind == dash || t.kind == stop {
		return u.at(i+1).kind != quoted
	}
	if !t.is(aMoment|aTiming) && !tellsWhen(t.word) {
		return false
	}
	for end := min(len(u.tokens), i+farTokens); i < end; i++ {
		switch t := u.tokens[i]; {
		case t.kind == colon, t.kind == quoted, t.word == "that":
			return false
		case t.kind == comma:
			return u.at(i+1).kind != quoted
		}
	}
	return true
}

// resumed returns the rest of a quotation that a cue clause interrupts, which
// ends before the token at i.
func (u *unit) resumed(cues []cue, at, i int) []run {
	for k := i; k < min(len(u.tokens), i+farTokens); k++ {
		if t := u.tokens[k]; t.kind == quoted {
			addressed := cues[at].verb.use&addressed != 0 && k == u.pastAddressee(i)
			if k == i || u.tokens[k-1].kind != word || addressed || strings.Contains(u.body[u.tokens[k-1].End:t.Start], ".") {
				return []run{{k, k}}
			}
			return nil
		}
		for _, next := range cues[at+1 : min(len(cues), at+1+nearCues)] {
			if f, _ := next.clause(); k == f && (!next.joined || next.verb.use&(quotes|clauses) == quotes|clauses) {
				return nil // “No,” he said, adding, “Never.”
			}
		}
	}
	return nil
}

// span returns the bytes of a run.
func (u *unit) span(r run) corpus.Span {
	s := corpus.Span{Start: u.tokens[r.first].Start, End: u.tokens[r.last].End}
	if strings.HasPrefix(u.body[s.End:], "%") {
		s.End++ // 29%
	}
	return s
}

// kindOf tells how much of some runs is quoted.
func (u *unit) kindOf(runs []run) Kind {
	some, all := false, true
	for _, r := range runs {
		for _, t := range u.tokens[r.first : r.last+1] {
			some = some || t.kind == quoted
			all = all && t.kind != word
		}
	}
	switch {
	case !some:
		return Indirect
	case all:
		return Direct
	}
	return Mixed
}

// text returns the text of the token at i.
func (u *unit) text(i int) string { return u.body[u.tokens[i].Start:u.tokens[i].End] }
