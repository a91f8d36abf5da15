package followup

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// thingsOf returns what “it” may stand for: the subject of a question, if that is no person's name, or
// else the last thing in it. A role is none, nor are several things; of “the price of the phone”, it is
// the phone, and “its screen” is the phone's after “the battery of the phone”, too.
func (f *follower) thingsOf(asked parsed, people []string) []string {
	its := analysis.AnyWord(f.tokens, func(word string) bool { return word == "its" })
	isPerson := func(at corpus.Span) bool {
		return slices.ContainsFunc(people, func(p string) bool { return strings.HasSuffix(asked.text[at.Start:at.End], p) })
	}
	if asked.keywords() && strings.TrimSpace(asked.text) != "" {
		return []string{asked.text}
	}
	things := append(slices.Clone(asked.things), asked.ownedThings()...)
	slices.SortFunc(things, func(a, b corpus.Span) int { return a.Start - b.Start })
	if asked.hasSubject && !(asked.subjectNamed && isPerson(asked.subject)) {
		things = append(things, asked.withWork(asked.subject))
	}
	for _, at := range slices.Backward(things) {
		head, of, joined := strings.Cut(asked.text[at.Start:at.End], " of ") // the CEO of OpenAI
		is := analysis.Fold(syntax.LastWord(head))
		if owner := asked.ownerIn(at); owner.End > 0 && at != asked.subject {
			of = syntax.Owner(asked.text[owner.Start:owner.End])
		} else if !joined {
			of = asked.ofName(at)
		}
		switch {
		case of != "" && (answertype.Roles(is) || attributes(is) || its && parts(is)):
			return []string{of}
		case !answertype.Roles(is) && !(plural(is) && analysis.IsLower(syntax.LastWord(head))):
			at = asked.withNames(at)
			return []string{asked.text[at.Start:at.End]}
		}
	}
	return asked.bodies(people)
}

// attributes are words for what something has. “It” seldom stands for that, but for the thing.
var attributes = analysis.Words(`price cost value worth size name date age weight height length number amount rate speed population
	range score result outcome reason cause motive purpose charge penalty fine sentence verdict damage budget revenue profit salary
	deadline location place venue address duration cast plot symptom treatment risk benefit effect impact specs`)

// parts are words for what things are made of. “Its” seldom stands for that, but for the thing.
var parts = analysis.Words(`battery screen display camera lens keyboard processor chip engine motor interior cabin roof trailer finale ending soundtrack chorus cover`)

// ofName returns the name that “of” joins to a thing, with the number and the capitalised
// words that go on from it: the iPhone 15 Pro.
func (p *parsed) ofName(at corpus.Span) string {
	for _, n := range p.names {
		if between := analysis.Fold(p.text[at.End:max(at.End, n.Start)]); between != "of" && between != "of the" {
			continue
		}
		for i := n.Last + 1; i < len(p.tokens) && (p.tokens[i].Upper || analysis.IsNumber(p.tokens[i].Word)) && strings.TrimSpace(p.text[n.End:p.tokens[i].Start]) == ""; i++ {
			n.End = p.tokens[i].End
		}
		at := p.widened(n.Span)
		return p.text[at.Start:at.End]
	}
	return ""
}

// bodies returns the last name in the question that is not of one of some people, if there is one.
func (p *parsed) bodies(people []string) []string {
	for i := len(p.names) - 1; i >= 0; i-- {
		name := p.text[p.names[i].Start:p.names[i].End]
		if !p.describes(p.names[i]) && !slices.ContainsFunc(people, func(p string) bool { return strings.HasPrefix(name, p) }) {
			at := p.titled(p.names[i].Span)
			if first := p.names[i].First; first > 1 && at.Start == p.tokens[first].Start && analysis.IsNumber(p.tokens[first-1].Word) && p.adjoin(first-1, first) {
				at = p.widened(corpus.Span{Start: p.tokens[first-1].Start, End: at.End}) // the 2024 Olympics
			}
			if p.topic.Start <= at.Start && at.End < p.topic.End {
				at.End = p.tokens[p.nounOf(p.names[i].Last)].End // Russian interference
			}
			return []string{syntax.Owner(p.text[at.Start:at.End])}
		}
	}
	return nil
}

// describes reports whether a name only tells of what nation the subject is: Russian hackers.
func (p *parsed) describes(n naming.Name) bool {
	within := p.hasSubject && n.Start >= p.subject.Start && n.End < p.subject.End
	return within && ofNation().MatchString(p.text[n.Start:n.End])
}

// ofNation matches the endings of most adjectives of nations.
var ofNation = analysis.Pattern(`(?:an|ish|ese|ench|utch|eli|aqi|reek|wiss)$`)

// nounOf returns the last of the words in small letters that follow the i-th token, the end of a name,
// up to a stop word: the interference of “Russian interference in”.
func (p *parsed) nounOf(i int) int {
	for i+1 < len(p.tokens) && !p.tokens[i+1].Stop && !p.tokens[i+1].Upper && p.text[p.tokens[i].End:p.tokens[i+1].Start] == " " {
		i++
	}
	return i
}

// ownedThings returns the things in a question, but not in its subject, that belong to a name or a day, with
// that, in order: Mozilla’s letter, Friday’s meeting.
func (p *parsed) ownedThings() []corpus.Span {
	var out []corpus.Span
	for i, t := range p.tokens {
		if t.Stop || !syntax.Owns(p.text[t.Start:t.End]) || p.hasSubject && p.subject.Start <= t.Start && t.End <= p.subject.End {
			continue
		}
		first, last := p.nameTo(i), i
		for last+1 < len(p.tokens) && !p.tokens[last+1].Stop && p.adjoin(last, last+1) {
			last++
		}
		if last > i && p.endsWithVerb(first, last) {
			last--
		}
		inTitle := first > 1 && p.tokens[first-1].Stop && p.tokens[first-2].Upper // Five Nights at Freddy’s
		if last > i && !inTitle && !somebody(p.tokens[last].Word) {
			out = append(out, p.widened(corpus.Span{Start: p.tokens[first].Start, End: p.tokens[last].End}))
		}
	}
	return out
}

// withWork returns what belongs to somebody with the word behind it for something that people make: Biden’s
// AI order.
func (p *parsed) withWork(at corpus.Span) corpus.Span {
	if owns().FindString(p.text[at.Start:at.End]) == "" {
		return at
	}
	for i, t := range p.tokens {
		if i > 0 && p.tokens[i-1].End == at.End && works(t.Term) && !t.Upper && i+1 < len(p.tokens) && p.adjoin(i-1, i) {
			at.End = t.End
		}
	}
	return at
}

// withNames returns a thing that has no name of its own with the names that tell which it is: the game between
// Ashford and Thorpe.
func (p *parsed) withNames(at corpus.Span) corpus.Span {
	thing, behind := false, at.End
	for _, t := range p.tokens {
		switch {
		case t.Start < at.Start:
		case t.End <= at.End:
			if thing = true; t.Upper {
				return at
			}
		case strings.Trim(p.text[behind:t.Start], " -") != "" || !thing:
			return at
		case t.Upper && !t.Stop:
			at.End, behind = t.End, t.End
		case answertype.Prepositions(t.Word) || joinsNames(t.Word):
			behind = t.End
		default:
			return at
		}
	}
	return at
}

// joinsNames are the other words between a thing and the names that tell which it is.
var joinsNames = analysis.Words("between of and the")

// nameTo returns the first token of the name that ends with the i-th, i where none does.
func (p *parsed) nameTo(i int) int {
	for _, n := range p.names {
		if n.Last == i {
			return n.First
		}
	}
	return i
}

// works are things that people make, and of which “it” can stand for one.
var works = analysis.Terms("letter report study statement book memoir film movie show series album song tour game app lawsuit complaint plan proposal offer deal order speech article post tweet video")
