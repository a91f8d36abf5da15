package attribution

import (
	"slices"
	"sort"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// antecedent returns the only person of those named shortly before whom a pronoun
// can mean, or -1. Whoever spoke last in the same paragraph, or the one before,
// counts as named. If several can be meant, those named in what somebody says do
// not count; if it still is not one, it is unclear.
func (r *reader) antecedent(s *said, p *people) int {
	want := unknown
	switch s.speaker.pronoun {
	case "he":
		want = male
	case "she":
		want = female
	default:
		return -1
	}
	fits := func(i int) bool { return r.canBe(p.list[i], want) }
	if s.index > 0 {
		// Lonnie Lee said; she added: then the name tells nothing, and nobody else is meant either.
		f := &r.found[s.index-1]
		another := f.paragraph == s.paragraph && f.person >= 0 && !f.Tacit && f.speaker.named && !fits(f.person)
		if another && !p.list[f.person].body && !p.namedBetween(f.Source.End, s.Source.Start, want) {
			return -1
		}
	}
	if r.unnamed(s, want) || r.answers(s) {
		return -1
	}
	if i := r.speaking(s, p, fits); i >= 0 {
		return i
	}
	i := r.namedBefore(s, p, fits)
	if s.index > 0 && !(i >= 0 && r.headlined(p.list[i])) {
		// He said; he added: of whom it is unclear who he was, it stays so, but for whom the headline names.
		f := &r.found[s.index-1]
		unclear := f.speaker.pronoun == s.speaker.pronoun && f.person < 0 && f.paragraph >= r.paragraphBefore(s.paragraph)
		if unclear && f.Source.Start < s.Source.Start && !p.namedBetween(f.Source.End, s.Source.Start, want) {
			return -1
		}
	}
	return i
}

// answers reports whether a quotation may be the answer to a question that somebody asks right
// before: “Who do you see?” asked Roe. “The mayor,” he said.
func (r *reader) answers(s *said) bool {
	if s.index == 0 || s.Kind != Direct {
		return false
	}
	f := &r.found[s.index-1]
	if cue := r.article.Text(f.Cue); cue != "asked" && cue != "asks" || f.paragraph != s.paragraph {
		return false
	}
	return strings.HasSuffix(strings.TrimRight(r.article.Text(f.Span()), quoteMarks), "?")
}

// canBe reports whether a pronoun of a gender can mean somebody: of whom the article says
// it, or of whom it says neither he nor she, and who has the name of a person.
func (r *reader) canBe(who person, want gender) bool {
	switch {
	case who.gender == want:
		return true
	case who.gender != unknown || who.body || peoples(who.first) || peoples(who.last):
		return false
	case who.words == 1:
		text := r.article.Text(who.fullest)
		return who.speaks && strings.ToUpper(text) != text // UPS
	}
	return !bodies(who.last) && !places(who.first)
}

// namedBefore goes back from s, paragraph by paragraph, to the first in which somebody is
// named who fits, and returns the only one it can be, or -1. Of several, it is whom the headline
// names, if no other of them ever speaks by name.
func (r *reader) namedBefore(s *said, p *people, fits func(int) bool) int {
	b := backward{r: r, p: p, fits: fits, s: s, spoke: s.index - 1, all: candidates{only: -1}, outer: candidates{only: -1}}
	b.mention = sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].at >= s.Source.Start }) - 1
	first := max(0, b.mention-manyNamed)
	for back, at := 0, s.paragraph; back <= farBack && at >= 0; back, at = back+1, r.paragraphBefore(at) {
		b.readNames(first, r.article.Paragraphs[at].Start)
		if b.readSpeakers(at) {
			return -1
		}
		found := b.only()
		if found >= 0 && !(p.list[found].sure() && slices.Contains(b.told, found)) {
			return -1 // perhaps nobody: Grand Slam; or only in a picture
		}
		if found >= 0 || b.all.several {
			return found
		}
	}
	return -1
}

// backward is a way back from a pronoun through those whom it can mean.
type backward struct {
	r              *reader
	p              *people
	fits           func(int) bool
	s              *said
	mention, spoke int        // the next mention and attribution to look at
	all, outer     candidates // outer are those named outside of what somebody says
	speaking, told []int      // of all, those who speak by name somewhere, and who are named in the story
}

// readNames takes in the mentions from a place on, none before the one with the given index.
func (b *backward) readNames(first, place int) {
	for ; b.mention >= first && b.p.mentions[b.mention].at >= place; b.mention-- {
		m := b.p.mentions[b.mention]
		if !b.fits(m.person) {
			continue
		}
		b.all.add(m.person)
		if !b.r.pictured(m.at) {
			b.told = append(b.told, m.person)
		}
		if b.p.list[m.person].speaks && !slices.Contains(b.speaking, m.person) {
			b.speaking = append(b.speaking, m.person)
		}
		if !b.r.reported(m.at) {
			b.outer.add(m.person)
		}
	}
}

// readSpeakers takes in who speaks from the given paragraph on, and reports whether it may be somebody
// without a name in the paragraph of the pronoun: the executive said.
func (b *backward) readSpeakers(paragraph int) bool {
	for ; b.spoke >= max(0, b.s.index-manyNamed) && b.r.found[b.spoke].paragraph >= paragraph; b.spoke-- {
		f := &b.r.found[b.spoke]
		switch {
		case f.Source.Start >= b.s.Source.Start:
		case f.person >= 0 && b.fits(f.person):
			b.all.add(f.person)
			b.outer.add(f.person)
			b.told = append(b.told, f.person)
		case paragraph == b.s.paragraph && f.speaker.role && f.person < 0 && !(b.all.only >= 0 && b.p.list[b.all.only].titles[f.head]):
			return true
		}
	}
	return false
}

// only returns the only one of those found so far whom the pronoun can mean, or -1.
func (b *backward) only() int {
	switch {
	case !b.all.several:
		return b.all.only
	case b.outer.only >= 0 && !b.outer.several:
		return b.outer.only
	case len(b.speaking) == 1 && b.r.headlined(b.p.list[b.speaking[0]]):
		return b.speaking[0]
	}
	return -1
}

// unnamed reports whether the paragraph has told before of some man or woman who has no name:
// one woman learned that.
func (r *reader) unnamed(s *said, want gender) bool {
	list, from := r.units[s.paragraph], s.Source.Start-farUnnamed
	for i := sort.Search(len(list), func(i int) bool { return list[i].End > from }); i < len(list); i++ {
		tokens := list[i].tokens
		for k := sort.Search(len(tokens), func(k int) bool { return tokens[k].Start >= from }); k < len(tokens); k++ {
			t := tokens[k]
			if t.Start >= s.Source.Start {
				return false
			}
			if !indefinite(t.word) || k > 0 && tokens[k-1].kind != word {
				continue
			}
			for _, noun := range tokens[k+1 : min(k+4, len(tokens))] {
				if want == male && men(noun.word) || want == female && women(noun.word) {
					return true
				}
			}
		}
	}
	return false
}

// farUnnamed is how many bytes before a pronoun somebody without a name may have been told of.
const farUnnamed = 4000

var (
	indefinite = analysis.Words("a an one another")
	men        = analysis.Words("man boy father husband son brother")
	women      = analysis.Words("woman girl mother wife daughter sister")
)

// namedBetween reports whether somebody of whom the article says he or she, as wanted, is
// named between two places.
func (p *people) namedBetween(from, to int, want gender) bool {
	i := sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].at >= from })
	for ; i < len(p.mentions) && p.mentions[i].at < to; i++ {
		if p.list[p.mentions[i].person].gender == want {
			return true
		}
	}
	return false
}

// speaking returns whoever spoke right before, in the paragraph of s or the one before
// it, if a pronoun can mean that person and no other whom it can mean has been named
// since, but in what somebody says; else -1.
func (r *reader) speaking(s *said, p *people, fits func(int) bool) int {
	if s.index == 0 {
		return -1
	}
	f := &r.found[s.index-1]
	if f.person < 0 || f.paragraph < r.paragraphBefore(s.paragraph) || f.Source.Start >= s.Source.Start || !fits(f.person) {
		return -1
	}
	if who := p.list[f.person]; who.first == "" && who.gender == unknown {
		return -1 // perhaps nobody: Google
	}
	from := sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].at >= f.Source.End })
	for _, m := range p.mentions[from:] {
		if m.at >= s.Source.Start {
			break
		}
		if m.person != f.person && fits(m.person) && !r.reported(m.at) {
			return -1
		}
	}
	return f.person
}

// pictured reports whether a place lies in what stands under a picture.
func (r *reader) pictured(at int) bool {
	list := r.article.Paragraphs
	i := sort.Search(len(list), func(i int) bool { return list[i].End > at })
	return i < len(list) && list[i].Kind != corpus.Text
}

// paragraphBefore returns the paragraph of the story before another, past captions and credits,
// or -1.
func (r *reader) paragraphBefore(p int) int {
	for p--; p >= 0 && r.article.Paragraphs[p].Kind != corpus.Text; {
		p--
	}
	return p
}

// headlined reports whether somebody is named in the headline.
func (r *reader) headlined(who person) bool {
	if given := genderOf(who.first); who.words == 1 || who.gender == unknown || bodies(who.last) || given == unknown && (analysis.Ordinary(who.first) || strings.Contains(who.first, ".")) {
		return false // U.S. Soccer
	}
	return strings.Contains(r.headline, " "+analysis.Fold(who.last)+" ")
}

// manyNamed is how many names and attributions before a pronoun are looked at.
const manyNamed = 200

// farBack is how many paragraphs before its own a pronoun may refer to.
const farBack = 2

// candidates are the persons that a pronoun can mean: none, one or several.
type candidates struct {
	only    int // -1 where there is none
	several bool
}

func (c *candidates) add(i int) {
	c.several = c.several || c.only >= 0 && c.only != i
	c.only = i
}
