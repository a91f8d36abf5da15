package engine

import (
	"context"
	"slices"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/inquiry"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
)

// keepToName restricts a question that asks only who or what bears a name to the passages
// that have it in full, if there are any.
func (s *search) keepToName(ctx context.Context) error {
	first, last, ok := s.inquiry.NameOf()
	if !ok || len(s.only.phrases) > 0 || isOfficeOf(s.inquiry.Words[first:last+1]) {
		return nil
	}
	name := s.typed(first, last)
	held, err := s.holdsPhrase(ctx, s.only.filter, name)
	if held {
		s.only.named = []exactPhrase{name}
	}
	return err
}

// isOfficeOf reports whether words that look like one name are an office of something, which has other names: the
// CEO of Halvor is Halvor’s CEO.
func isOfficeOf(words []inquiry.Word) bool {
	return slices.ContainsFunc(words, holdsOffice) && slices.ContainsFunc(words, func(w inquiry.Word) bool { return w.Name && !holdsOffice(w) })
}

// typed returns some words of the question as a phrase.
func (s *search) typed(first, last int) exactPhrase {
	text := s.inquiry.Text[s.inquiry.Words[first].Start:s.inquiry.Words[last].End]
	return s.exactly(syntax.Phrase{Text: syntax.Owner(text)})
}

// nameless finds a name of the question that the coverage never has, though it may use each word
// of it: what it says of Ann Roe and Ben Lee is nothing of Ann Lee. It notes that in the answer. all
// reports whether there is no answer without the name: the question asks only who or what bears it,
// or turns on it and no word of it is near the best quote.
func (s *search) nameless(ctx context.Context, a *answer.Answer, best candidate) (all bool, err error) {
	first, last, all := s.inquiry.NameOf()
	names := [][2]int{{first, last}}
	if !all {
		names = s.inquiry.Names()
	}
	for _, n := range names {
		if s.mayStandApart(n[0], n[1]) || s.holdsPartOf(n[0], n[1]) || s.standApart(n[0], n[1]) {
			continue
		}
		missing, held, err := s.unheldPhrase(ctx, s.only.filter, s.typed(n[0], n[1]))
		if err != nil {
			return false, err
		}
		if !held {
			// A name in quotation marks is told already, and so are words that are never used.
			told := slices.ContainsFunc(a.Unheld, func(u answer.Unheld) bool { return u == missing })
			if !told && !slices.ContainsFunc(s.quotable.Wants[n[0]:n[1]+1], func(w inquiry.Want) bool { return !w.Known }) {
				a.Unheld = append(a.Unheld, missing)
			}
			return all || s.turnsOn(n[0], n[1]) && slices.Max(best.near[n[0]:n[1]+1]) <= proofArticle, nil
		}
	}
	return false, nil
}

// turnsOn reports whether some clauses are a good part of the question, by weight.
func (s *search) turnsOn(first, last int) bool {
	const share = 0.25
	total, of := 0.0, 0.0
	for i, w := range s.quotable.Wants {
		total += w.Info
		if first <= i && i <= last {
			of += w.Info
		}
	}
	return of >= share*total
}

// mayStandApart reports whether a word of what looks like a name may stand apart from the others and
// mean the same: Kaplan, a judge; the internet of Starlink; Meta's Threads, which is the Threads of Meta.
func (s *search) mayStandApart(first, last int) bool {
	for i, w := range s.inquiry.Words[first : last+1] {
		owns := syntax.Owns(w.Typed)
		if !w.Name && !w.Upper || answertype.Honorifics(w.Term) || answertype.Leaders(w.Term) || callings(w.Term) || i == 0 && landforms(w.Term) || owns && first+i < last {
			return true
		}
	}
	return false
}

// landforms are words before the name of a place or a storm, which is often called by the name alone: Mount
// Etna, Hurricane Ian.
var landforms = analysis.Terms("mount mt lake river hurricane storm typhoon cyclone volcano planet")

// holdsPartOf reports whether a passage that was found, or its header, has two words of a name side
// by side: part of the name, the name without its middle, or with more words than in the question.
func (s *search) holdsPartOf(first, last int) bool {
	wants := s.quotable.Wants
	beside := func(matches []match) bool {
		return slices.ContainsFunc(matches, func(x match) bool {
			return first <= x.want && x.want < last && slices.ContainsFunc(matches, func(y match) bool {
				if y.want > last || y.want <= x.want {
					return false
				}
				apart := wants[y.want].Word.At - wants[x.want].Word.At
				// Justice Department for Department of Justice, and one word for both.
				return x.token-1 <= y.token && y.token <= x.token+apart+1
			})
		})
	}
	return slices.ContainsFunc(s.found.passages, func(p ranked) bool {
		read := s.reader.of(p.Passage)
		return beside(read.matches) || beside(s.reader.headerOf(read))
	})
}

// standApart reports whether what looks like a name is several, as in “the Biden Xi meeting”. It does
// not begin with a given name, has a word that is in no dictionary, and each of its words stands as a
// name of its own in a passage that was found.
func (s *search) standApart(first, last int) bool {
	strange := func(w inquiry.Word) bool { return !analysis.Ordinary(w.Word) }
	if words := s.inquiry.Words[first : last+1]; speaker.IsGiven(words[0].Word) || !slices.ContainsFunc(words, strange) {
		return false
	}
	alone := make([]bool, last-first+1)
	for _, p := range s.found.passages {
		var tokens []analysis.Token
		for _, m := range s.reader.of(p.Passage).matches {
			if m.want < first || m.want > last || alone[m.want-first] {
				continue
			}
			if tokens == nil {
				tokens = answer.Tokens(s.analyzer, nil, p.Passage)
			}
			alone[m.want-first] = isWhole(p.Passage.Article.Body, tokens, m.token)
		}
	}
	return !slices.Contains(alone, false)
}

// isWhole reports whether the i-th token of a text is a whole name, with nothing but a title beside it.
func isWhole(text string, tokens []analysis.Token, i int) bool {
	t := tokens[i]
	if !t.Upper {
		return false
	}
	if i+1 < len(tokens) && tokens[i+1].Upper && text[t.End:tokens[i+1].Start] == " " {
		return false
	}
	gap, before := "", analysis.Token{}
	if i > 0 {
		before = tokens[i-1]
		gap = text[before.End:t.Start]
	}
	switch {
	case (gap == " " || gap == ". ") && (answertype.Honorifics(before.Term) || answertype.Leaders(before.Term)):
		return true
	case gap == " ":
		return !before.Upper || before.Stop
	}
	return !analysis.Ordinary(t.Word) // an ordinary word here begins a sentence
}
