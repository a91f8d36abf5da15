package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/syntax"
)

// answered returns the people that fit a pronoun's gender whom the best quote of the last answer
// that names any names, or of them the one with the title or the apposition that was asked for, or
// whom more of its quotes and their headlines name than any other; none of those who are no answer,
// nor who has another role than that asked for. Of a quote that was checked it is who says it.
func (f *follower) answered(q answer.Question, gender string, no ...string) ([]string, error) {
	a, err := f.engine.Ask(f.ctx, answer.Question{Text: f.previous.String(), Today: q.Today, Asked: q.Asked})
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
	if gender != "" && (analysis.AnyTerm(f.tokens, answertype.Utterances) || analysis.AnyTerm(f.tokens, addresses)) {
		if one, err := f.heard(snippets, gender, no); err != nil || one != "" {
			return []string{one}, err
		}
	}
	asked := f.parse(f.previous.Text)
	role := asked.whoHas()
	if role != "" && participle(asked.tokens[2].Word) {
		role = "" // who was fired as CEO
	}
	var people []string
	for _, s := range snippets {
		named, err := f.names.People(f.ctx, s.Quote)
		if err != nil {
			return nil, err
		}
		people = slices.DeleteFunc(f.unnamed(named), func(name string) bool {
			return role != "" && f.hasOther(s.Quote, name, role) || slices.ContainsFunc(no, func(other string) bool { return strings.HasSuffix(name, syntax.LastWord(other)) })
		})
		if people, err = f.surest(people, gender); err != nil {
			return nil, err
		}
		if apposed := slices.DeleteFunc(slices.Clone(people), func(p string) bool { return !f.apposed(s.Quote, p) }); len(apposed) == 1 {
			return apposed, nil
		}
		if len(people) > 0 {
			break
		}
	}
	if titled := slices.DeleteFunc(slices.Clone(people), func(p string) bool { return !f.asksFor(p) }); len(titled) == 1 {
		return []string{untitled(titled[0])}, nil
	}
	if one := mostNamedIn(snippets, people); one != "" {
		return []string{one}, nil
	}
	return people, nil
}

// heard returns who says something in the first of some quotes in which one does of whom the coverage
// uses the pronouns of a gender, none of those who are no answer; "" where that is nobody.
func (f *follower) heard(snippets []answer.Snippet, gender string, no []string) (string, error) {
	for _, s := range snippets {
		speakers := slices.DeleteFunc(f.unnamed(speakersIn(s.Cite)), func(name string) bool { return slices.Contains(no, name) })
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
					return as, err
				}
			}
			return fit[0], err
		}
	}
	return "", nil
}

// surest returns those of some people of whom the coverage uses the pronouns of a gender; or else
// all of them, unless it uses those of the other of some: “she” is not a firm that stands beside a man.
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

// hasOther reports whether a name stands in a quote right behind a role other than that asked for:
// “president Ann Roe” is not who the coach is.
func (f *follower) hasOther(quote, name, asked string) bool {
	before, _, _ := strings.Cut(quote, name)
	has := analysis.Fold(syntax.LastWord(strings.TrimSuffix(before, " ")))
	return answertype.Roles(has) && !slices.ContainsFunc(f.analyzer.Tokens(asked), func(t analysis.Token) bool { return t.Word == has })
}

// apposed reports whether what stands behind a name in a quote, between commas, has all the
// words of meaning of the question before and no other name: Satya Nadella, the CEO of
// Microsoft.
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

// asksFor reports whether some words have all those of meaning of the question before: FBI
// Director Christopher Wray is who the FBI director is.
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

// mostNamedIn returns the one of some people whom more quotes and headlines of theirs name than
// any other, "" where there is none.
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

// untitled returns a name without a title that has an “of” in it: Secretary of State Mike
// Pompeo.
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
