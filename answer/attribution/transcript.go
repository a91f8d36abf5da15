package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	shouted := r.shouted(u, n)
	turn := r.takesTurns(u, n) && (!shouted || r.mayName(u, n) && ends(r.article.Text(last.Span)))
	if !turn {
		label := u.tokens[n-1]
		if shouted || len(list) > 1 || !u.hasQuote() && !label.name && label.given() == unknown {
			return false // TULSA: …; Tulsa: The mayor wants it. “It is ours,” he said.
		}
	}
	c := cue{first: n, last: n, source: phrase{first: 0, last: n - 1, head: n - 1}, verb: verb{quotes, past}}
	s := u.said(c, []run{{n + 1, len(u.tokens) - 1}})
	s.bare = !shouted && (turn || s.Kind != Indirect) || n == 1 && len(u.tokens[0].word) == 1 // Q: A:
	// Nothing else tells that a label is no headline or place: Stockton: A school “of horrors” may stay open.
	s.Tacit = s.Tacit || s.Kind == Mixed
	if turn {
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
	if !ok || n.words < 2 || next < len(u.tokens) && u.tokens[next].kind != comma || len(u.tokens)-next > remark {
		return false
	}
	for _, t := range u.tokens[next:] {
		if t.kind == quoted || t.is(aBeing|aModal|aVerb|aPronoun) || t.verb.form == past || t.numeric() {
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
	if r.written == nil {
		r.written = make(map[string]bool)
		for w := range strings.FieldsSeq(r.article.Body) {
			w = strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) })
			if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) && strings.ToUpper(w) != w {
				w = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
				r.written[strings.TrimSuffix(w, "'s")] = true
			}
		}
	}
	return slices.ContainsFunc(u.tokens[:n], func(t token) bool {
		return len(t.word) <= len("dr.") || t.is(aTitle|aRole) || r.written[t.word]
	})
}

// ends reports whether a text ends as a sentence does.
func ends(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, quoteMarks+")]"), ".") || asks(text)
}

// label returns how many words before a colon begin the unit and may name who speaks in a
// transcript: SMITH: I will not.
func (u *unit) label() int {
	n := 0
	for n < longestLabel && u.at(n).upper {
		n++
	}
	added := n > 1 && u.tokens[0].verb.form == past // Added Lee:
	if added || n >= len(u.tokens)-1 || u.tokens[n].kind != colon || u.tokens[0].word == "dear" || unicode.IsDigit(rune(u.body[u.tokens[n].End])) {
		return 0
	}
	return n
}

// longestLabel is how many words a label has at most.
const longestLabel = 5

// shouted reports whether the first n words of a unit are all in capitals.
func (r *reader) shouted(u *unit, n int) bool {
	name := r.article.Text(u.span(run{0, n - 1}))
	return strings.ToUpper(name) == name
}

// turns counts the paragraphs of an article that begin with a label for who speaks.
type turns struct {
	shouted, talk int  // those in capitals, and how many of these hold talk
	again         bool // one of these begins two
	// others are those that are not in capitals, by their last words.
	others map[string]turnsOf
}

// turnsOf counts the paragraphs with a label.
type turnsOf struct{ all, talk int }

// takesTurns reports whether the first n words of a unit are a label as in a transcript: one in
// capitals, where any such begins two paragraphs of the article; or one that does so itself. One
// alone may be anything: HOT STOVE UPDATES: … So may several where hardly anybody says I, we or you.
func (r *reader) takesTurns(u *unit, n int) bool {
	if r.turns == nil {
		r.countTurns()
	}
	if r.shouted(u, n) {
		return r.turns.again && 3*r.turns.talk >= r.turns.shouted
	}
	of := r.turns.others[u.tokens[n-1].word]
	return of.all > 1 && 3*of.talk >= of.all
}

// countTurns counts the labels of the article. Where somebody answers what stands right above twice,
// the two talk to each other, whatever their words are.
func (r *reader) countTurns() {
	t := &turns{others: make(map[string]turnsOf)}
	r.turns = t
	seen := make(map[string]bool)
	asked := "" // whose question stands right before
	interviews := make(map[[2]string]int)
	for _, list := range r.units {
		if len(list) == 0 {
			continue
		}
		u := &list[0]
		n := u.label()
		above := asked
		if asked = ""; n == 0 {
			continue
		}
		label := u.tokens[n-1].word
		if strings.HasSuffix(strings.TrimRight(r.article.Text(list[len(list)-1].Span), quoteMarks), "?") {
			asked = label
		}
		if above != "" && above != label && u.namesPerson(n) {
			interviews[[2]string{above, label}]++
		}
		talk := 0
		if talks(list) {
			talk = 1
		}
		if !r.shouted(u, n) {
			of := t.others[label]
			t.others[label] = turnsOf{of.all + 1, of.talk + talk}
			continue
		}
		name := r.article.Text(u.span(run{0, n - 1}))
		t.again = t.again || seen[name]
		seen[name] = true
		t.shouted++
		t.talk += talk
	}
	for both, times := range interviews {
		for _, label := range both {
			if of := t.others[label]; times > 1 {
				t.others[label] = turnsOf{of.all, of.talk + times}
			}
		}
	}
}

// namesPerson reports whether the first n words of a unit are a person's whole name, as far as one can tell:
// not Update: or The Times:
func (u *unit) namesPerson(n int) bool {
	name, next, ok := u.nameAt(0)
	return ok && next == n && name.words == n && n > 1 && !name.body
}

// talks reports whether some sentences speak of whoever says them or hears them.
func talks(list []unit) bool {
	for i := range list {
		for _, t := range list[i].tokens {
			if p, _, _ := strings.Cut(t.word, "'"); talking(p) {
				return true
			}
		}
	}
	return false
}

var talking = analysis.Words("i me my we us our you your")
