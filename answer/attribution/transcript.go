package attribution

import (
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// transcript reads a paragraph such as “SMITH: I will not.”, and reports whether
// it is one.
func (r *reader) transcript(list []unit) bool {
	u := &list[0]
	n := u.label()
	if n == 0 {
		return false
	}
	last := &list[len(list)-1]
	name := r.article.Text(u.span(run{0, n - 1}))
	shouted := strings.ToUpper(name) == name
	if label := u.tokens[n-1]; shouted && !(r.takesTurns() && r.mayName(u, n) && ends(r.article.Text(last.Span))) || !shouted && !u.hasQuote() && !label.name && label.given() == unknown {
		return false
	}
	if !shouted && (len(list) > 1 || u.tokens[n+1].kind == quoted && n == 1) && !u.hasQuote() {
		return false
	}
	c := cue{first: n, last: n, source: phrase{first: 0, last: n - 1, head: n - 1}, verb: verb{quotes, past}}
	s := u.said(c, []run{{n + 1, len(u.tokens) - 1}})
	s.bare = !shouted && s.Kind == Direct
	if shouted {
		s.Kind, s.Tacit = Direct, false
		s.Content[0].End = last.End
	}
	r.found = append(r.found, s)
	r.last = len(r.found) - 1
	return true
}

// signed reads a paragraph that is a quotation with nothing but the name behind it of who says it,
// and reports whether it is one: “It will hold for years.” — Ann Lee, the mayor
func (r *reader) signed(list []unit) bool {
	u := &list[0]
	quote := u.tokens[0]
	if quote.kind != quoted || len(list) > 2 || words(u.text(0)) < fewWords || !ends(u.text(0)) {
		return false
	}
	at := 1
	if len(list) == 2 {
		if len(u.tokens) > 1 {
			return false
		}
		u, at = &list[1], 0
	}
	if u.at(at).kind == dash {
		at++
	}
	n, next, ok := u.nameAt(min(at, len(u.tokens)-1))
	if !ok || at == len(u.tokens) || n.words < 2 || next < len(u.tokens) && u.tokens[next].kind != comma || len(u.tokens)-next > remark {
		return false
	}
	for _, t := range u.tokens[next:] {
		if t.kind == quoted || t.is(aBeing|aModal|aVerb|aPronoun) || t.attributes() && t.verb.form == past || t.kind == word && t.word[0] >= '0' && t.word[0] <= '9' {
			return false // — The Post, 1975
		}
	}
	c := cue{first: next - 1, last: next - 1, source: phrase{first: at, last: next - 1, head: next - 1}, verb: verb{quotes, past}}
	s := u.said(c, nil)
	s.Content, s.Kind, s.Cue, s.bare, s.doubtful, s.Tacit = []corpus.Span{quote.Span}, Direct, corpus.Span{}, true, false, false
	r.found = append(r.found, s)
	r.last, r.open, r.trails = -1, false, false
	return true
}

// mayName reports whether the first n words of a unit, in capitals, may name who speaks:
// initials, a title, or a word that is written as a name elsewhere in the article.
func (r *reader) mayName(u *unit, n int) bool {
	for _, t := range u.tokens[:n] {
		if len(t.word) <= len("dr.") || t.is(aTitle|aRole) || strings.Contains(r.article.Body, strings.ToUpper(t.word[:1])+t.word[1:]) {
			return true
		}
	}
	return false
}

// ends reports whether a text ends as a sentence does.
func ends(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, quoteMarks+")]"), ".") || asks(text)
}

// label returns how many words before a colon begin the unit and may name who speaks in a
// transcript: SMITH: I will not.
func (u *unit) label() int {
	n := 0
	for n < len(u.tokens) && n < 5 && u.tokens[n].kind == word && u.tokens[n].upper {
		n++
	}
	if n >= len(u.tokens)-1 || u.tokens[n].kind != colon || n > 1 && u.tokens[0].attributes() && u.tokens[0].verb.form == past { // Added Lee:
		return 0
	}
	return n
}

// takesTurns reports whether any label in capitals begins two paragraphs of the article,
// as in a transcript. One alone may be anything: HOT STOVE UPDATES: … So may several where
// hardly anybody says I, we or you.
func (r *reader) takesTurns() bool {
	if r.turns == 0 {
		seen := make(map[string]bool)
		again, labels, talk := false, 0, 0
		for _, list := range r.units {
			if len(list) == 0 {
				continue
			}
			n := list[0].label()
			if n == 0 {
				continue
			}
			name := r.article.Text(list[0].span(run{0, n - 1}))
			if strings.ToUpper(name) != name {
				continue
			}
			again = again || seen[name]
			seen[name] = true
			labels++
			if talks(list) {
				talk++
			}
		}
		r.turns = 1
		if again && 3*talk >= labels {
			r.turns = 2
		}
	}
	return r.turns > 1
}

// talks reports whether some sentences speak of whoever says them or hears them.
func talks(list []unit) bool {
	for i := range list {
		for _, t := range list[i].tokens {
			if p, _, _ := strings.Cut(t.word, "'"); t.kind == word && talking(p) {
				return true
			}
		}
	}
	return false
}

var talking = analysis.Words("i me my we us our you your")
