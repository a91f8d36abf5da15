package attribution

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// speaker is what a unit says of who speaks, for the article to tell who it is.
type speaker struct {
	pronoun string // where it is one
	name    name   // where one is named
	named   bool
	several bool        // more than one
	joined  bool        // more than one is named: Lee and Doyle
	title   string      // “the president”
	role    bool        // “the company’s chief executive”
	span    corpus.Span // without remarks
}

// speakerOf reads a phrase. A “who” stands for what it follows.
func (u *unit) speakerOf(p phrase) speaker {
	if p.of != nil {
		p = *p.of
	}
	s := speaker{pronoun: p.pronoun}
	if p.pronoun != "" {
		return s
	}
	first, last := p.first, p.last
	for k := p.head + 1; k <= p.last; k++ {
		if u.tokens[k].kind != word {
			last = k - 1
			break
		}
	}
	s.span, s.several = u.span(run{first, last}), u.plural(p, true)
	if t := u.tokens[p.head]; t.upper && t.is(aTitle) && p.head == p.first+1 && p.last == p.head && u.tokens[p.first].word == "the" {
		s.title = t.word // the President
		return s
	}
	if t := u.tokens[p.head]; t.upper {
		start := p.head
		if p.name > 0 {
			start = p.name
		}
		for p.name == 0 && start > p.first && u.inName(start-1, start) && !u.tokens[start-1].owner && u.inName(start-1, start-1) {
			start--
		}
		if n, next, ok := u.nameAt(start); ok && next > p.head {
			s.name, s.named = n, true
			if p.name > 0 {
				s.span = n.span
			}
		}
		if n, ok := u.apposed(p); ok {
			s.name, s.named = n, true
		}
		s.role = !s.named && t.is(aTitle)
		s.joined = t.upper && titlesOfSeveral(u.tokens[p.first].word) || len(s.name.titles) == 0 && start-1 > p.first && u.tokens[start-1].word == "and" && u.tokens[start-2].upper
		return s
	}
	// “his lawyer, Joe Smith,”
	for k := p.head + 1; k < p.last; k++ {
		if u.tokens[k].kind != comma {
			continue
		}
		for j := k + 1; j <= p.last && u.tokens[j].kind == word && !u.tokens[j].divides(); j++ {
			if n, _, ok := u.nameAt(j); ok {
				if n.words > 1 {
					s.name, s.named = n, true
				}
				return s
			}
		}
		break
	}
	s.role = u.tokens[p.head].is(aTitle|aRole) && !u.tokens[p.head].is(aPaper) && !s.several
	if t := u.tokens[p.head]; p.head == p.first+1 && t.is(aTitle) && u.tokens[p.first].word == "the" && p.last == p.head {
		s.title = t.word
	}
	return s
}

// apposed returns the name between commas behind what somebody is, if that ends with a capital:
// a lawyer for Ann Lee, Joe Roy, said.
func (u *unit) apposed(p phrase) (n name, ok bool) {
	role := false
	for _, t := range u.tokens[p.first : p.head+1] {
		role = role || t.is(aRole|aTitle) && !t.is(aPaper)
		if t.upper && t.given != unknown && !u.tokens[p.first].is(aDeterminer) || t.is(aTitle) && t.upper && titlesOfSeveral(t.word) {
			return n, false
		}
	}
	if k := p.head + 1; role && k < p.last && u.tokens[k].kind == comma {
		if n, _, ok = u.nameAt(k + 1); ok {
			return n, n.words > 1 && !bodies(n.last) && !places(n.first)
		}
	}
	return n, false
}

// titlesOfSeveral stand before a list of names: Reps. Ann Lee (Ohio), Joe Roy (Iowa) and Bo Doe.
var titlesOfSeveral = analysis.Words("reps sens govs senators")

// resolve returns where an article names a speaker most fully, and the index of
// the person, or -1. Nobody is guessed: the span is empty where a pronoun may mean
// several, and that of the words themselves where they name nobody.
func (r *reader) resolve(s *said, p *people) (corpus.Span, int) {
	who := s.speaker
	switch {
	case who.pronoun == "they":
		if s.index > 0 {
			// officials said; they added
			if f := &r.found[s.index-1]; !s.Tacit && f.paragraph >= s.paragraph-1 && f.speaker.several {
				s.speaker.several = true
				return f.Speaker, -1
			}
		}
		return corpus.Span{}, -1
	case who.pronoun != "":
		i := r.antecedent(s, p)
		if i < 0 {
			return corpus.Span{}, -1
		}
		return p.list[i].fullest, i
	case who.named && who.joined:
		return who.span, -1
	case who.named:
		i := p.find(who.name)
		if i < 0 && who.name.words == 1 && len(p.byLast[who.name.last]) == 0 {
			i = p.byFirst.of(who.name.last)
		}
		if i < 0 {
			return who.span, -1
		}
		if full := p.list[i]; full.words >= who.name.words {
			return full.fullest, i
		}
		return who.span, i
	case who.title != "":
		title := ranks([]string{who.title})[0]
		since := r.article.Paragraphs[max(0, s.paragraph-farTitle)].Start
		if i := p.holding(title, 0, s.Source.Start); i >= 0 && i == p.holding(title, since, s.Source.Start) {
			return p.list[i].fullest, i
		}
	}
	return who.span, -1
}

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
	fits := func(i int) bool {
		who := p.list[i]
		if text := r.article.Text(who.fullest); who.gender == unknown && who.words == 1 && strings.ToUpper(text) == text {
			return false // UPS
		}
		return who.gender == want || who.gender == unknown && !who.body && !peoples(who.first) && !peoples(who.last) && (who.speaks && who.words == 1 || who.words > 1 && !bodies(who.last) && !places(who.first))
	}
	if s.index > 0 {
		// Lonnie Lee said; she added: then the name tells nothing, and nobody else is meant either.
		if f := &r.found[s.index-1]; f.paragraph == s.paragraph && f.person >= 0 && !f.Tacit && f.speaker.named && !fits(f.person) && !p.list[f.person].body && !p.namedBetween(f.Source.End, s.Source.Start, want) {
			return -1
		}
	}
	if r.unnamed(s, want) {
		return -1
	}
	from := sort.Search(len(p.mentions), func(i int) bool { return p.mentions[i].at >= s.Source.Start }) - 1
	spoke := s.index - 1
	if i := r.speaking(s, p, fits); i >= 0 {
		return i
	}
	if s.index > 0 {
		// He said; he added: of whom it is unclear who he was, it stays so.
		if f := &r.found[s.index-1]; f.speaker.pronoun == s.speaker.pronoun && f.person < 0 && f.paragraph >= s.paragraph-1 && f.Source.Start < s.Source.Start && !p.namedBetween(f.Source.End, s.Source.Start, want) {
			return -1
		}
	}
	all, outer := candidates{only: -1}, candidates{only: -1}
	for back := 0; back <= farBack && back <= s.paragraph; back++ {
		start := r.article.Paragraphs[s.paragraph-back].Start
		for ; from >= 0 && p.mentions[from].at >= start && !outer.several; from-- {
			if m := p.mentions[from]; fits(m.person) {
				all.add(m.person)
				if !r.reported(m.at) {
					outer.add(m.person)
				}
			}
		}
		for ; spoke >= 0 && r.found[spoke].paragraph >= s.paragraph-back && !outer.several; spoke-- {
			f := &r.found[spoke]
			switch {
			case f.Source.Start >= s.Source.Start:
			case f.person >= 0 && fits(f.person):
				all.add(f.person)
				outer.add(f.person)
			case back == 0 && f.speaker.role && f.person < 0 && !(all.only >= 0 && p.list[all.only].titles[f.head]):
				return -1 // the executive said: it may be him
			}
		}
		found := -1
		switch {
		case all.only >= 0 && !all.several:
			found = all.only
		case outer.only >= 0 && !outer.several:
			found = outer.only
		}
		if found >= 0 && !p.list[found].sure() {
			return -1 // perhaps nobody: Grand Slam
		}
		if found >= 0 || all.several {
			return found
		}
	}
	return -1
}

// unnamed reports whether the paragraph has told before of some man or woman who has no name:
// one woman learned that.
func (r *reader) unnamed(s *said, want gender) bool {
	list := r.units[s.paragraph]
	for i := range list {
		for k, t := range list[i].tokens {
			if t.Start >= s.Source.Start {
				return false
			}
			if !indefinite(t.word) || k > 0 && list[i].tokens[k-1].kind != word {
				continue
			}
			for _, noun := range list[i].tokens[k+1 : min(k+4, len(list[i].tokens))] {
				if want == male && men(noun.word) || want == female && women(noun.word) {
					return true
				}
			}
		}
	}
	return false
}

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

// speaking returns whoever spoke right before, in the paragraph of s or the one before
// it, if a pronoun can mean that person and no other whom it can mean has been named
// since, but in what somebody says; else -1.
func (r *reader) speaking(s *said, p *people, fits func(int) bool) int {
	if s.index == 0 {
		return -1
	}
	f := &r.found[s.index-1]
	if f.person < 0 || f.paragraph < s.paragraph-1 || f.Source.Start >= s.Source.Start || !fits(f.person) {
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

var (
	// bodies are the last words of the names of bodies and places.
	bodies = analysis.Words(`house states state york party committee senate congress news times post department university county city street court
		council board bureau agency office administration association institute center centre foundation fund company corporation inc group
		bank union nations league act bill amendment war day convention campaign river island islands beach park hills valley jersey hampshire
		mexico carolina dakota virginia orleans angeles francisco diego america africa korea kingdom press journal tribune herald today
		team force forces army navy guard service security caucus club school college church museum hotel tower institution initiative
		project network media radio television magazine review report poll road avenue building hall square democrats republicans americans
		east west zone images deal plan order week month year primary election`)
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
