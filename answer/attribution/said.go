package attribution

import "strings"

// said is an attribution with the phrases of its unit.
type said struct {
	Attribution
	speaker   speaker
	doubtful  bool   // it may be another who speaks
	bare      bool   // no word attributes it
	according bool   // to whom it is told, who may be no person
	head      string // the last word of what the source is about
	paragraph int
	index     int // in the reader's found
	person    int // once it is resolved, -1 for nobody who is known
}

// introduces reports whether a cue that has no content in its unit stands at its
// end, so that a quotation may follow.
func (u *unit) introduces(c cue) bool {
	_, last := c.clause()
	if c.joined {
		return last >= len(u.tokens)-2
	}
	return last >= len(u.tokens)-8
}

// said makes an attribution of a cue and what it attributes.
func (u *unit) said(c cue, runs []run) said {
	s := said{Attribution: Attribution{
		Source: u.span(run{c.source.first, c.source.last}),
		Cue:    u.span(run{c.first, c.last}),
		Kind:   u.kindOf(runs),
	}}
	s.Tacit = c.tacit || s.Kind == Indirect && len(runs) > 0 && !u.tells(c, runs[0]) || s.Kind == Mixed && u.hardlyQuotes(c, runs) || u.nobody(c.source)
	if t := u.tokens[c.source.last]; t.kind != word && c.source.last > c.source.first {
		s.Source.End = u.tokens[c.source.last-1].End
	}
	if n := len(c.source.pronoun); n > 0 && c.source.first == c.source.last {
		s.Source.End = s.Source.Start + n // he'd
	}
	for _, r := range runs {
		s.Content = append(s.Content, u.span(r))
	}
	s.doubtful = c.object || c.source.head == c.source.first && u.tokens[c.source.head].word == "there" || s.Kind == Direct && len(runs) > 0 && (c.doubtful || c.joined && c.verb.form == ing && c.first-c.behind > farSource || u.apart(c, runs[0]))
	s.speaker, s.head = u.speakerOf(c.source), u.tokens[c.source.head].word
	s.paragraph, s.person, s.according = u.paragraph, -1, c.according
	if c.list.last > 0 {
		s.speaker.named, s.speaker.joined, s.speaker.several, s.speaker.span = true, true, true, u.span(c.list)
	}
	return s
}

// farSource is how many tokens from who speaks, or what else is told of them, a
// participle may be to tell for sure what is quoted behind it.
const farSource = 7

// apart reports whether a quotation behind a cue may not be what it attributes, since
// words stand between them and no mark, he shouted at them “no”, or since it ends in a
// comma, as one does whose own cue follows, and what follows is more than a remark on it.
func (u *unit) apart(c cue, r run) bool {
	_, last := c.clause()
	if r.first <= last {
		return false
	}
	return r.first > last+1 && u.tokens[r.first-1].kind == word || u.stopsShort(r.last) && !u.goesWith(r.last+1)
}

// goesWith reports whether the token at i begins what only tells more of what is told before it: adding
// that it fell, and left, before the vote.
func (u *unit) goesWith(i int) bool {
	t := u.at(i)
	return !t.upper && (t.word == "and" || t.word == "but" || t.is(aPreposition) && t.word != "by" || strings.HasSuffix(t.word, "ing"))
}

// tells reports whether what a cue attributes without quotation marks is plainly said:
// by “say”, behind “that”, or before the cue.
func (u *unit) tells(c cue, content run) bool {
	switch w := u.tokens[c.last].word; {
	case c.according, w == "say", w == "says", w == "said", w == "saying":
		return true
	case content.last < c.first:
		return c.verb.use&(inverts|addressed) != 0
	}
	return c.verb.use&clauses != 0 && u.tokens[content.first].word == "that"
}

// hardlyQuotes reports whether what a verb has as its object is no speech but for a few words or a title
// in quotation marks: agreed to a deal for “The Dam”.
func (u *unit) hardlyQuotes(c cue, runs []run) bool {
	if c.verb.use&things == 0 || naming(u.tokens[c.last].word) || u.tokens[runs[0].first].word == "that" {
		return false
	}
	quotes, all := 0, 0
	for _, r := range runs {
		for _, t := range u.tokens[r.first : r.last+1] {
			all += t.Len()
			if t.kind == quoted {
				quotes += t.Len()
			}
		}
	}
	return hardly*quotes < all
}

// hardly is what part of an object at least must be quoted to be somebody's words.
const hardly = 4

// nobody reports whether a phrase says that no person is meant: unless anybody says.
func (u *unit) nobody(p phrase) bool {
	w := u.tokens[p.head].word
	return w == "nobody" || w == "anybody" || w == "anyone" || w == "one" && p.head > p.first && u.tokens[p.head-1].word == "no"
}
