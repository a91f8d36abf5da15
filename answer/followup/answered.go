package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/lexicon"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
)

// answered returns whom the answer to the question before tells of, of those that a pronoun of a
// gender may stand for; none of some others. They are, the first of these that there are:
//
//   - of a quote that was checked, who says it;
//   - where the follow-up asks what somebody says, who is quoted;
//   - of those whom the best quote names that names any, the one who has the title that was asked
//     for, or whom more quotes and headlines name than any other;
//   - all whom that quote names.
func (f *follower) answered(gender string, no ...string) ([]string, error) {
	a, err := f.lastAnswer()
	if err != nil {
		return nil, err
	}
	snippets := a.Snippets
	if len(snippets) == 0 {
		snippets = a.Near // which is shown, too
	}
	if f.previous.Form == answer.CheckQuote && len(snippets) > 0 {
		return f.ofGender(speakersIn(snippets[0].Cite), gender)
	}
	if gender != "" && !f.ofRelative() && (analysis.AnyTerm(f.tokens, answertype.Utterances) || analysis.AnyTerm(f.tokens, addresses)) {
		if one, err := f.heard(snippets, gender, no); err != nil || one != "" {
			return []string{one}, err
		}
	}
	people, apposed, err := f.firstNamed(snippets, gender, no)
	if err != nil || apposed {
		return people, err
	}
	if titled := slices.DeleteFunc(slices.Clone(people), func(p string) bool { return !f.asksFor(p) }); len(titled) == 1 {
		return []string{untitled(titled[0])}, nil
	}
	if one := mostNamedIn(snippets, people); one != "" {
		return []string{one}, nil
	}
	return people, nil
}

// ofRelative reports whether a follow-up asks what somebody else says, who is of “him” or “her”: “what did his
// mother say?”
func (f *follower) ofRelative() bool {
	for i, t := range f.tokens[:max(0, len(f.tokens)-1)] {
		if owners(t.Word) && somebody(f.tokens[i+1].Word) {
			return true
		}
	}
	return false
}

// firstNamed returns the people of a gender whom the first of some quotes that names any names,
// without some others and those who have another role than that asked for. If what was asked for
// stands beside one of them, in the first quote in which it does, it is that one alone, and apposed
// is true.
func (f *follower) firstNamed(snippets []answer.Snippet, gender string, no []string) (people []string, apposed bool, err error) {
	asked := f.parse(f.previous.Text)
	role := asked.whoHas()
	if role != "" && participle(asked.tokens[2].Word) {
		role = "" // who was fired as CEO
	}
	var first []string
	for _, s := range snippets {
		named, err := f.names.People(f.ctx, s.Quote)
		if err != nil {
			return nil, false, err
		}
		people = slices.DeleteFunc(f.unnamed(named), func(name string) bool {
			isOther := func(other string) bool { return strings.HasSuffix(name, syntax.LastWord(other)) }
			return f.ofPlace(name) || role != "" && f.hasOther(s.Quote, name, role) || slices.ContainsFunc(no, isOther)
		})
		if people, err = f.surest(people, gender); err != nil {
			return nil, false, err
		}
		if one := slices.DeleteFunc(slices.Clone(people), func(p string) bool { return !f.apposed(s.Quote, p) && !f.bears(s.Quote, p, role) }); len(one) == 1 {
			return one, true, nil
		}
		if first == nil {
			first = people
		}
		if len(first) > 0 && role == "" {
			break
		}
	}
	return first, false, nil
}

// bears reports whether a name stands in a quote right behind the role that was asked for, and that behind no other
// name: “the company's CEO Ann Roe”, and not “Halvor CEO Ann Roe”, after “Who is the CEO of Ashford Rail?”
func (f *follower) bears(quote, name, asked string) bool {
	before, _, ok := strings.Cut(quote, speaker.Untitled(name))
	tokens := f.analyzer.Tokens(before)
	n := len(tokens) - 1
	words := f.analyzer.Tokens(asked)
	return ok && asked != "" && n >= 0 && answertype.Roles(tokens[n].Word) && analysis.HasTerm(words, tokens[n].Term) &&
		strings.TrimSpace(before[tokens[n].End:]) == "" && (n == 0 || !tokens[n-1].Upper || analysis.HasTerm(words, tokens[n-1].Term))
}

// ofPlace reports whether a name begins with that of a place, and so is a team’s or a school’s: Ohio State.
func (f *follower) ofPlace(name string) bool {
	tokens := f.analyzer.Tokens(name)
	return len(tokens) > 1 && lexicon.IsPlace(tokens[:1]) && !speaker.IsGiven(tokens[0].Word)
}

// heard returns who says something in one of some quotes, in the first in which just one does of
// whom the coverage uses the pronouns of a gender; "" where there is none. It is none of some
// others.
func (f *follower) heard(snippets []answer.Snippet, gender string, no []string) (string, error) {
	for _, s := range snippets {
		speakers := slices.DeleteFunc(f.unnamed(speakersIn(s.Cite)), func(name string) bool {
			last := syntax.LastWord(name)
			return slices.Contains(no, name) || analysis.IsLower(last) && !answertype.Roles(last) // police reports
		})
		fit, err := f.ofGender(speakers, gender)
		if err == nil {
			fit, err = f.ofKnownGender(fit)
		}
		if err != nil {
			return "", err
		}
		if len(fit) == 1 {
			named, err := f.names.People(f.ctx, s.Quote)
			for _, as := range named { // as the quote does
				if syntax.LastWord(as) == syntax.LastWord(fit[0]) {
					return speaker.Untitled(as), err
				}
			}
			return fit[0], err
		}
	}
	return "", nil
}

// surest returns those of some people of whom the coverage uses the pronouns of a gender. Where
// there are none, it returns all, unless the coverage uses those of the other gender of one of them:
// “she” does not stand for a firm that is named beside a man.
func (f *follower) surest(people []string, gender string) ([]string, error) {
	fit, err := f.ofGender(people, gender)
	if err != nil || gender == "" {
		return fit, err
	}
	known, err := f.ofKnownGender(fit)
	if err != nil || len(known) > 0 || len(fit) < len(people) {
		return known, err
	}
	return fit, nil
}

// hasOther reports whether a name stands in a quote right behind a role other than the one asked
// for: “president Ann Roe” does not tell who the coach is.
func (f *follower) hasOther(quote, name, asked string) bool {
	before, _, _ := strings.Cut(quote, name)
	has := analysis.Fold(syntax.LastWord(strings.TrimSuffix(before, " ")))
	return answertype.Roles(has) && !slices.ContainsFunc(f.analyzer.Tokens(asked), func(t analysis.Token) bool { return t.Word == has })
}

// apposed reports whether a quote says behind a name, between commas, what the question before asks
// for, with no other name: “Satya Nadella, the CEO of Microsoft,” after “Who is the CEO of
// Microsoft?”
func (f *follower) apposed(quote, name string) bool {
	at := strings.Index(quote, name)
	if at < 0 {
		return false
	}
	behind, ok := strings.CutPrefix(quote[at+len(name):], ", ")
	if !ok {
		return false
	}
	is, _, _ := strings.Cut(behind, ",")
	asked := f.analyzer.Tokens(f.previous.Text)
	another := func(t analysis.Token) bool {
		return t.Upper && !t.Stop && !analysis.HasTerm(asked, t.Term)
	}
	return f.asksFor(is) && !slices.ContainsFunc(f.analyzer.Tokens(is), another)
}

// asksFor reports whether a text has all the words of the question before but its stop words, as “FBI
// Director Christopher Wray” has those of “Who is the FBI director?”
func (f *follower) asksFor(text string) bool {
	words := f.analyzer.Tokens(text)
	asked := 0
	for _, t := range f.analyzer.Tokens(f.previous.Text) {
		if t.Stop {
			continue
		}
		if !analysis.HasTerm(words, t.Term) {
			return false
		}
		asked++
	}
	return asked > 0
}

// mostNamedIn returns the one of some people whom more quotes, and headlines of their articles, name
// than any other; "" where two are named as often.
func mostNamedIn(snippets []answer.Snippet, people []string) string {
	most, best, tied := 0, "", false
	for _, p := range people {
		n := 0
		for _, s := range snippets {
			for _, text := range []string{s.Cite.Article.Headline, s.Quote} {
				if strings.Contains(text, syntax.LastWord(p)) {
					n++
				}
			}
		}
		switch {
		case n > most:
			most, best, tied = n, p, false
		case n == most:
			tied = true
		}
	}
	if tied {
		return ""
	}
	return best
}

// untitled returns the last two words of a name behind a title that has an “of” in it: Secretary of
// State Mike Pompeo.
func untitled(name string) string {
	if !strings.Contains(name, " of ") {
		return name
	}
	words := strings.Fields(name)
	return strings.Join(words[len(words)-2:], " ")
}

// speakersIn returns the names of those who say something in a quote.
func speakersIn(c answer.Citation) []string {
	var names []string
	for _, s := range c.Speech() {
		if name := c.SpeakerName(s); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
