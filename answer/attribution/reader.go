package attribution

import (
	"cmp"
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// reader reads an article from its first paragraph to its last.
type reader struct {
	article *corpus.Article
	// headline is the article's, folded, with a blank before and behind it.
	headline string
	units    [][]unit // of each paragraph
	found    []said
	reports  []corpus.Span // what of the article is content, in order
	// last is the index of the attribution that a quotation which follows by itself
	// goes on with, -1 where there is none.
	last int
	// spoken is the index of the last attribution of the paragraph with something in
	// quotation marks, -1 where there is none or somebody else has been named since.
	spoken int
	// open says that the last quotation of the paragraph before goes on in this one.
	open bool
	// trails says that the paragraph before ended with what last says.
	trails  bool
	pending bool            // last has no content yet: a quotation has to follow
	turns   *turns          // nil for not yet counted
	written map[string]bool // the words that the article writes as names, in small letters; nil for not yet looked for
}

func newReader(a *corpus.Article) *reader {
	r := &reader{article: a, last: -1, spoken: -1, units: make([][]unit, len(a.Paragraphs))}
	names := make(map[string]bool)
	free := make([]token, 0, len(a.Body)/5) // a word and a blank are a bit more
	for p := range a.Paragraphs {
		r.units[p], free = units(a, p, free)
		for i := range r.units[p] {
			r.units[p][i].paragraph = p
		}
		for _, u := range r.units[p] {
			for i, t := range u.tokens {
				if i > 0 && t.upper && (u.tokens[i-1].kind == word || u.tokens[i-1].kind == comma || u.tokens[i-1].kind == quoted && u.stopsShort(i-1)) {
					names[strings.TrimSuffix(t.word, "'s")] = true
				}
			}
		}
	}
	nameDays(r.units)
	for _, list := range r.units {
		for _, u := range list {
			for i := range u.tokens {
				if t := &u.tokens[i]; t.upper {
					t.name = names[strings.TrimSuffix(t.word, "'s")]
				}
			}
		}
	}
	return r
}

// paragraph reads the paragraph with the given index. What is said goes on behind a picture.
func (r *reader) paragraph(p int) {
	if r.article.Paragraphs[p].Kind == corpus.Text {
		r.story(p)
		return
	}
	last, open, trails, pending := r.last, r.open, r.trails, r.pending
	r.last, r.open, r.trails, r.pending = -1, false, false, false
	r.story(p)
	r.last, r.open, r.trails, r.pending = last, open, trails, pending
}

func (r *reader) story(p int) {
	list := r.units[p]
	if len(list) == 0 {
		return
	}
	allQuotes := !slices.ContainsFunc(list, func(u unit) bool { return !u.quotes() })
	if r.transcript(list) || r.signed(list) {
		return
	}
	r.spoken = -1
	for i := range list {
		u := &list[i]
		if u.quotes() {
			r.standing(u, i == 0, allQuotes)
			continue
		}
		r.unit(u)
	}
	tokens := list[len(list)-1].tokens
	end := tokens[len(tokens)-1]
	r.open = end.open
	r.trails = r.last >= 0 && (r.found[r.last].Kind == Direct || end.kind == quoted && words(r.article.Text(end.Span)) >= fewWords)
}

// unit reads a sentence that is more than a quotation.
func (r *reader) unit(u *unit) {
	cues := u.cues()
	runs := u.contents(cues)
	orphan := r.orphan(u)
	r.last, r.pending = -1, false
	if len(cues) == 0 && r.spoken >= 0 && u.tokens[0].kind == quoted && words(u.text(0)) >= fewWords {
		r.goOn(r.spoken, u.span(run{0, len(u.tokens) - 1}), Mixed) // “…” of the country
		return
	}
	if p, ok := u.subject(); r.spoken >= 0 && ok && p.pronoun == "" && u.tokens[p.head].word != r.found[r.spoken].head {
		r.spoken = -1
	}
	for i, c := range cues {
		switch {
		case len(runs[i]) > 0:
			orphan = r.take(u, c, runs[i], orphan)
		case i == len(cues)-1 && u.leadsOn(c):
			r.found = append(r.found, u.said(c, nil))
			r.last, r.pending = len(r.found)-1, true
		}
	}
	r.colon(u, runs)
	r.announce(u)
}

// take adds what a cue attributes, unless it is no speech. It takes an orphan before it along that it goes
// on with, and reports whether there is one still.
func (r *reader) take(u *unit, c cue, runs []run, orphan bool) bool {
	if c.tacit && u.kindOf(runs) == Direct || u.names(c, runs[0]) {
		return orphan // showing “courage”
	}
	s := u.said(c, runs)
	if s.Tacit && s.Kind != Direct && u.embedded(c) {
		return orphan
	}
	if n := len(r.found) - 1; orphan && runs[0].first == 0 && u.tokens[0].kind == quoted {
		s.Content = append(r.found[n].Content, s.Content...) // “The river rose. ¶ “It fell,” she said.
		r.found, orphan = r.found[:n], false
	}
	r.found = append(r.found, s)
	n := len(r.found) - 1
	if r.last < 0 || !c.tacit && !(r.found[r.last].Kind == Direct && s.Kind == Indirect) {
		r.last = n
	}
	if !c.tacit && s.Kind != Indirect {
		r.spoken = n
	}
	return orphan
}

// orphan reports whether what was read last, before a unit, is a quotation of which nothing
// says whose it is, and the unit may.
func (r *reader) orphan(u *unit) bool {
	if r.last < 0 || r.last != len(r.found)-1 {
		return false
	}
	f := r.found[r.last]
	return (r.open || f.paragraph == u.paragraph) && f.Source.Len() == 0
}

// leadsOn reports whether a cue with no content in its own sentence may have it in the next:
// “The mayor was angry,” or “The mayor said:”.
func (u *unit) leadsOn(c cue) bool {
	if c.verb.use&quotes == 0 || u.subordinate(c) || !u.introduces(c) {
		return false
	}
	if u.at(len(u.tokens)-1).kind == colon {
		return c.verb.use&(clauses|inverts) != 0
	}
	return c.verb.use&clauses != 0 && !u.hasQuote() && !u.tokens[c.source.head].is(aPaper)
}

// standing reads a unit that is nothing but quotations.
func (r *reader) standing(u *unit, first, allQuotes bool) {
	span := u.span(run{0, len(u.tokens) - 1})
	to := r.last
	if to < 0 && !first {
		to = r.spoken
	}
	few := words(r.article.Text(span)) < fewWords
	if text := r.article.Text(span); few && (text[0] == '\'' || strings.HasPrefix(text, "‘")) {
		return // a title
	}
	if first && len(r.units[u.paragraph]) == 1 && !u.tokens[len(u.tokens)-1].open && !ends(r.article.Text(span)) && !u.stopsShort(len(u.tokens)-1) {
		return // a headline within the article
	}
	if to >= 0 && (!first || r.open || r.pending || allQuotes && r.trails && !few) {
		r.goOn(to, span, Direct)
		return
	}
	if few {
		return
	}
	r.found = append(r.found, said{Attribution: Attribution{Content: []corpus.Span{span}, Kind: Direct}, person: -1, paragraph: u.paragraph})
	r.last, r.pending = len(r.found)-1, false
}

// goOn adds a piece to the attribution with the given index.
func (r *reader) goOn(i int, piece corpus.Span, kind Kind) {
	s := &r.found[i]
	switch {
	case len(s.Content) == 0:
		s.Kind = kind
	case s.Kind != kind:
		s.Kind = Mixed
	}
	s.Content = append(s.Content, piece)
	r.last, r.pending = i, false
}

func words(text string) int { return len(strings.Fields(text)) }

// fewWords is how many words a quotation that stands by itself must have: what has
// less may be a title, or a word that somebody distrusts.
const fewWords = 5

// colon reads a quotation behind a colon that no cue attributes: He was clear: “No.”
func (r *reader) colon(u *unit, runs [][]run) {
	for i := 1; i < len(u.tokens); i++ {
		if u.tokens[i].kind != quoted || u.tokens[i-1].kind != colon {
			continue
		}
		for _, list := range runs {
			for _, x := range list {
				if x.first <= i && i <= x.last {
					return
				}
			}
		}
		p, ok := u.subject()
		if !ok || p.last >= i-1 {
			return
		}
		if u.tokens[p.head].acronym && p.head > p.first && u.tokens[p.first].acronym || u.titled(p) {
			return // a headline in capitals
		}
		c := cue{first: i - 1, last: i - 1, source: p, verb: verb{quotes, past}, doubtful: u.anotherNamed(p.last+1, i-1) || u.relative(p.last+1, i-1)}
		s := u.said(c, []run{{i, i}})
		s.bare = i < 2 || !u.tokens[i-2].is(aPaper) // the company released this statement: “…”
		r.found = append(r.found, s)
		r.last = len(r.found) - 1
		return
	}
}

// titled reports whether a phrase is a headline of its own, with a verb among its capitals: Lee Praises Doyle.
func (u *unit) titled(p phrase) bool {
	for k := p.first + 1; k < p.last; k++ {
		if t := u.tokens[k]; t.upper && t.verb.form == third {
			return true
		}
	}
	return false
}

// announce reads a sentence that ends in a colon behind what a quotation in the next
// paragraph is: The mayor gave the following comment:
func (r *reader) announce(u *unit) {
	last := len(u.tokens) - 1
	if r.pending || last < 2 || u.tokens[last].kind != colon {
		return
	}
	at, ok := u.announced(last)
	if !ok {
		return
	}
	p, ok := u.subject()
	if p = u.withRemark(p); !ok || p.last >= at || u.receivesIn(p.last+1, at) {
		return
	}
	c := cue{first: at, last: at, source: p, verb: verb{quotes, past}, doubtful: u.anotherNamed(p.last+1, last) || u.relative(p.last+1, last)}
	r.found = append(r.found, u.said(c, nil))
	r.last, r.pending = len(r.found)-1, true
}

// receivesIn reports whether a verb between two tokens tells that something was received: found a note. Then
// somebody else wrote it.
func (u *unit) receivesIn(first, end int) bool {
	return slices.ContainsFunc(u.tokens[first:end], func(t token) bool { return receives(t.word) })
}

// announced returns what a quotation is that follows the colon at the token at i. What it is about may stand
// between them, but not whose it is: a statement about the dam, a letter from Smith.
func (u *unit) announced(i int) (at int, ok bool) {
	const far = 8
	for at = i - 1; at >= max(1, i-far) && u.tokens[at].kind == word; at-- {
		t, next := u.tokens[at], u.tokens[at+1]
		switch {
		case t.word == "from" || t.word == "by" || t.is(aJoin):
			return at, false
		case t.is(aPaper) || remarked(t.word):
			return at, at == i-1 || next.is(aPreposition) && u.tokens[at-1].is(aDeterminer)
		}
	}
	return at, false
}

// remarked are words for what somebody said, that are verbs too or no paper.
var remarked = analysis.Words("comment remark remarks message reply response explanation answer note")

// relative reports whether a clause that begins with “that” or “which” among the tokens
// from i up to k says more about something there: one that read.
func (u *unit) relative(i, k int) bool {
	for _, t := range u.tokens[i:k] {
		if t.word == "that" || t.word == "which" {
			return true
		}
	}
	return false
}

// toldOf returns who is named elsewhere than behind a quotation that somebody signs: a reporter of several is
// not. It is nil where nobody signs one.
func (r *reader) toldOf(p *people) map[int]bool {
	var signatures []corpus.Span // in order
	for i := range r.found {
		if s := &r.found[i]; s.bare && s.Cue.Len() == 0 {
			signatures = append(signatures, s.Source)
		}
	}
	if signatures == nil {
		return nil
	}
	told := make(map[int]bool)
	for _, m := range p.mentions {
		for len(signatures) > 0 && signatures[0].End <= m.at {
			signatures = signatures[1:]
		}
		if len(signatures) == 0 || m.at < signatures[0].Start {
			told[m.person] = true
		}
	}
	return told
}

// finish names the speakers and returns what was found.
func (r *reader) finish() []Attribution {
	r.found = slices.DeleteFunc(r.found, func(s said) bool { return len(s.Content) == 0 })
	slices.SortStableFunc(r.found, func(a, b said) int { return cmp.Compare(a.Source.Start, b.Source.Start) })
	r.passOverNested()
	r.joinReports()
	everybody := peopleOf(r.units)
	for _, s := range r.found {
		if i := everybody.find(s.speaker.name); s.speaker.named && !s.Tacit && !s.bare && !s.according && i >= 0 {
			everybody.list[i].speaks = true
		}
	}
	r.headline = " " + analysis.Fold(r.article.Headline) + " "
	told := r.toldOf(everybody)
	out := make([]Attribution, 0, len(r.found))
	for i := range r.found {
		s := &r.found[i]
		s.index = i
		if s.Source.Len() > 0 && !s.doubtful {
			s.Speaker, s.person = r.resolve(s, everybody)
			if s.bare && !s.speaker.role && !(everybody.know(s.speaker.name, s.person) && (s.Cue.Len() > 0 || told[s.person])) {
				s.Speaker = corpus.Span{} // Week 2: “It is over”
			}
		}
		out = append(out, s.Attribution)
	}
	slices.SortStableFunc(out, func(a, b Attribution) int { return cmp.Compare(a.Content[0].Start, b.Content[0].Start) })
	return out
}
