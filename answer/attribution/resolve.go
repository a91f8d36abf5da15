package attribution

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// resolve returns where an article names a speaker most fully, and the index of
// the person, or -1. Nobody is guessed: the span is empty where a pronoun may mean
// several, and that of the words themselves where they name nobody.
func (r *reader) resolve(s *said, p *people) (corpus.Span, int) {
	who := s.speaker
	switch {
	case who.pronoun == "they":
		return r.severalBefore(s), -1
	case who.pronoun != "":
		i := r.antecedent(s, p)
		if i < 0 {
			return r.unnamedBefore(s, p), -1
		}
		return p.list[i].fullest, i
	case who.named && who.joined:
		return who.span, -1
	case who.named:
		return r.byName(s, p)
	case who.title != "":
		since := r.article.Paragraphs[max(0, s.paragraph-farTitle)].Start
		if i := p.holder(ranks([]string{who.title})[0], since, s.Source.Start); i >= 0 {
			return p.list[i].fullest, i
		}
	}
	return who.span, -1
}

// byName is resolve for who has a name.
func (r *reader) byName(s *said, p *people) (corpus.Span, int) {
	who := s.speaker
	i := p.find(who.name)
	if i < 0 && len(p.byLast[who.name.last]) == 0 {
		i = p.byFirst.of(who.name.last)
	}
	if i < 0 {
		return who.span, -1
	}
	full := p.list[i]
	another := who.name.words == 1 && full.words > 1 && (full.late(s.Source) || r.withArticle(who.span) && !r.withArticle(full.fullest))
	if full.words < who.name.words || another {
		return who.span, i
	}
	return full.fullest, i
}

// severalBefore returns who “they” are where several have just spoken: officials said; they added. The span
// is empty where it is not so.
func (r *reader) severalBefore(s *said) corpus.Span {
	if s.index == 0 {
		return corpus.Span{}
	}
	f := &r.found[s.index-1]
	if s.Tacit || f.paragraph < s.paragraph-1 || !f.speaker.several {
		return corpus.Span{}
	}
	s.speaker.several = true
	return f.Speaker
}

// late reports whether somebody is named more fully only behind a place, with a word that is no
// given name that is known, no title, and no pronoun that tells it is somebody: OpenAI is not
// Azure OpenAI, of which the article tells later.
func (who person) late(at corpus.Span) bool {
	return who.fullest.Start > at.Start && who.gender == unknown && len(who.titles) == 0
}

// withArticle reports whether a name has “The” before it, in a capital, as the names of papers
// have: The Times is not the Financial Times.
func (r *reader) withArticle(name corpus.Span) bool {
	return strings.HasPrefix(r.article.Text(name), "The ") || strings.HasSuffix(r.article.Body[:name.Start], "The ")
}

// unnamedBefore returns who a “he” or “she” is where somebody without a name has just spoken
// in the paragraph, and nobody has been named since: the executive said; he added. The span is
// empty where it is not so.
func (r *reader) unnamedBefore(s *said, p *people) corpus.Span {
	if s.index == 0 || s.speaker.pronoun != "he" && s.speaker.pronoun != "she" {
		return corpus.Span{}
	}
	f := &r.found[s.index-1]
	woman := strings.HasSuffix(f.head, "woman")
	other := woman && s.speaker.pronoun == "he" || !woman && strings.HasSuffix(f.head, "man") && s.speaker.pronoun == "she"
	if f.paragraph != s.paragraph || f.Tacit || !f.speaker.role || r.article.Text(f.Source) == "who" || other || r.anybodyBetween(f.Source.Start, s.Source.Start, p) {
		return corpus.Span{}
	}
	return f.Speaker
}

// anybodyBetween reports whether anybody is named between two places, but by a title alone or in
// what somebody says.
func (r *reader) anybodyBetween(from, to int, p *people) bool {
	i := sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].at >= from })
	for ; i < len(p.mentions) && p.mentions[i].at < to; i++ {
		who := p.list[p.mentions[i].person]
		if !r.reported(p.mentions[i].at) && !(who.words == 1 && entryOf(who.last).is(aTitle)) {
			return true
		}
	}
	return false
}

// sure reports whether a name is hardly anything else than somebody’s.
func (who person) sure() bool {
	return who.speaks || len(who.titles) > 0 || who.words > 1 && who.gender != unknown
}

// know reports whether somebody, or whoever else has the name, is hardly anything but a person.
func (p *people) know(n name, person int) bool {
	if person >= 0 {
		return p.list[person].sure()
	}
	for _, i := range p.byLast[n.last] {
		if p.list[i].sure() {
			return true
		}
	}
	return false
}

var (
	// bodies are the last words of the names of bodies and places.
	bodies = analysis.Words(`house states state york party committee commission senate congress news times post department university county city street court
		council board bureau agency office administration association institute center centre foundation fund company corporation inc group
		bank union nations league act bill amendment war day convention campaign river island islands beach park hills valley jersey hampshire
		mexico carolina dakota virginia orleans angeles francisco diego america africa korea kingdom press journal tribune herald today
		team force forces army navy guard service security caucus club school college church museum hotel tower institution initiative
		project network media radio television magazine review report poll road avenue building hall square democrats republicans americans
		east west zone women united fc images palace castle gardens kremlin website deal plan order week month year primary election`)
	// peoples are the words for those of a country or a party, which are written as names.
	peoples = analysis.Words(`american americans african asian european british briton britons english french german germans italian italians spanish dutch swiss swedish
		norwegian danish finnish polish irish scottish welsh greek turkish turks russian russians ukrainian ukrainians chinese japanese korean
		koreans indian indians pakistani afghan afghans iranian iranians iraqi iraqis syrian syrians israeli israelis palestinian palestinians saudi saudis
		egyptian egyptians nigerian nigerians kenyan mexican mexicans canadian canadians brazilian brazilians cuban cubans australian australians
		arab arabs kurdish kurds muslim muslims christian christians catholic catholics jewish jews black hispanic hispanics latino latinos
		democrat democrats democratic republican republicans gop conservative conservatives liberal liberals labour tory tories`)
	// places are the first words of names of places and bodies.
	places = analysis.Words("new united white supreme north south west east san los las st saint fox wall super national american great capitol twitter face social black air trans")
)

// farTitle is how many paragraphs before its own a title may refer to.
const farTitle = 4

// reported reports whether a place lies in what somebody says.
func (r *reader) reported(at int) bool {
	i := sort.Search(len(r.reports), func(i int) bool { return r.reports[i].End > at })
	return i < len(r.reports) && r.reports[i].Start <= at
}

// joinReports notes which parts of the article are content, as spans in order that
// do not touch.
func (r *reader) joinReports() {
	var all []corpus.Span
	for _, s := range r.found {
		all = append(all, s.Content...)
	}
	slices.SortFunc(all, func(a, b corpus.Span) int { return cmp.Compare(a.Start, b.Start) })
	for _, s := range all {
		if n := len(r.reports) - 1; n >= 0 && s.Start <= r.reports[n].End {
			r.reports[n].End = max(r.reports[n].End, s.End)
			continue
		}
		r.reports = append(r.reports, s)
	}
}
