package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/inquiry"
	"newshound/answer/syntax"
)

const (
	// mostTold is the number of words of the longest of these questions.
	mostTold = 5
	// toldWithin is how far, in words, all words of the question may stand from the verb or the like.
	toldWithin = 8
	// doerWithin is the number of helping words that may stand between who does something and
	// the verb: has just bought.
	doerWithin = 2
	// bearerWithin is how many words a name may stand from what its bearer is.
	bearerWithin = 3
	// numberWithin is how many words before what it counts a number may stand: 100 full-time
	// jobs.
	numberWithin = 3
)

// tells reports whether a quote has the words of a short question in the question's order, or close
// together, with what is asked for in its place. That is enough, however large the corpus. That a few
// words are all met somewhere in a quote proves little.
func (s *search) tells(c candidate) bool {
	return s.tellsWho(c) || s.tellsWhoIs(c) || s.tellsHowMany(c) || s.tellsThing(c) || s.tellsWhoSaid(c)
}

// tellsWho reports whether a quote tells who does what a short question asks about: for “Who bought
// Credit Suisse?”, “UBS bought its rival Credit Suisse” or “Credit Suisse was bought by UBS”.
func (s *search) tellsWho(c candidate) bool {
	verb, ok := s.verbOf()
	if !ok {
		return false
	}
	text := c.text()
	tokens := s.analyzer.Tokens(text)
	for i := range tokens {
		if !s.meets(c, tokens, i, verb) || tokens[i].Upper && i > 0 { // as in Sung-jun
			continue
		}
		if s.allMet(c, tokens, verb+1, i, i+toldWithin) && s.doerBefore(c, tokens, i) ||
			s.allMet(c, tokens, verb+1, i-toldWithin, i+toldWithin) && s.doerBehind(c, tokens, i) {
			return true
		}
	}
	return false
}

// tellsWhoIs reports whether a quote tells who is what to a name: for “Who is the head chef of
// Halvor?”, “Ann Okafor, head chef of Halvor”.
func (s *search) tellsWhoIs(c candidate) bool {
	borne := slices.IndexFunc(s.inquiry.Words, func(w inquiry.Word) bool { return w.Borne })
	return borne >= 0 && s.together(c, borne, func(_ string, tokens []analysis.Token, i int) bool {
		for k := max(0, i-bearerWithin); k <= min(len(tokens)-1, i+bearerWithin); k++ {
			if s.isOther(c, tokens, k) {
				return true
			}
		}
		return false
	})
}

// tellsHowMany reports whether a quote has a number right before what a short question counts, and the
// question's other words around it: for “How many jobs did Bungie cut?”, “Sony cut 100 jobs at Bungie”.
func (s *search) tellsHowMany(c candidate) bool {
	words, asked := s.inquiry.Words, s.question
	if len(words) == 0 || words[0].At != 2 || words[0].Name || asked[0].Word != "how" || asked[1].Word != "many" {
		return false
	}
	return s.together(c, 0, func(_ string, tokens []analysis.Token, i int) bool {
		return analysis.AnyWord(tokens[max(0, i-numberWithin):i], analysis.IsNumber)
	})
}

// tellsThing reports whether a quote has a place or a figure that a short question asks for, and the
// question's words around it: for “How much did egg prices rise?”, “egg prices have risen 60%”. The
// same for times cost as much as it gained: they stand beside everything.
func (s *search) tellsThing(c candidate) bool {
	kind := s.inquiry.Expect
	many := slices.ContainsFunc(s.question, func(t analysis.Token) bool { return t.Word == "many" }) // which counts something
	return (kind == answertype.Place || kind.Figure() && kind != answertype.Member && !many) && s.together(c, 0, func(text string, tokens []analysis.Token, i int) bool {
		for k := max(0, i-toldWithin); k <= min(len(tokens)-1, i+toldWithin); k++ {
			if kind.ShownBy(text, tokens, k) && !matchedAt(c.matches, c.Start+tokens[k].Start) {
				return true
			}
		}
		return false
	})
}

// tellsWhoSaid reports whether a quote tells who says some very words, where a question asks only that:
// for “Who said "a ball of fire"?”, “It was a ball of fire,” Lee said.
func (s *search) tellsWhoSaid(c candidate) bool {
	if !s.whoSays || len(s.request.Exact) == 0 {
		return false
	}
	text := " " + analysis.Fold(c.text()) + " "
	for _, p := range s.request.Exact {
		words := analysis.Fold(p.Text)
		if !strings.Contains(text, " "+words+" ") {
			return false
		}
	}
	return s.asksOnlyOf(s.inquiry.Text, s.request.Exact) && s.speeches.tells(c)
}

// asksOnlyOf reports whether a text has no content words beside some phrases but for saying.
func (e *Engine) asksOnlyOf(text string, phrases []syntax.Phrase) bool {
	for _, p := range phrases {
		text = strings.Replace(text, p.Text, "", 1)
	}
	return !slices.ContainsFunc(e.analyzer.Tokens(text), func(t analysis.Token) bool {
		return !t.Stop && !answertype.Utterances(t.Term)
	})
}

// together reports whether all words of a short question stand close together in a quote, around a
// token for one of them, want, for which holds is true.
func (s *search) together(c candidate, want int, holds func(text string, tokens []analysis.Token, i int) bool) bool {
	if n := len(s.inquiry.Words); n < 2 || n > mostTold {
		return false
	}
	text := c.text()
	tokens := s.analyzer.Tokens(text)
	for i := range tokens {
		if s.meets(c, tokens, i, want) && s.allMet(c, tokens, 0, i-toldWithin, i+toldWithin) && holds(text, tokens, i) {
			return true
		}
	}
	return false
}

// verbOf returns the clause of the verb in a short question for who, or which company or the like,
// does something.
func (s *search) verbOf() (verb int, ok bool) {
	words := s.inquiry.Words
	asked := s.question
	if len(words) > 0 && words[0].Class && words[0].At == 1 && (asked[0].Word == "what" || asked[0].Word == "which") {
		verb = 1
	}
	if len(words) < verb+2 || len(words) > verb+mostTold || verb == 0 && asked[0].Word != "who" {
		return 0, false
	}
	at := verb + 1
	if answertype.Auxiliaries(asked[at].Word) {
		at++
	}
	w := words[verb]
	return verb, w.At == at && !w.Name && !w.Outlet && !w.Upper
}

// meets reports whether the i-th token of a quote stands for a clause of the question.
func (s *search) meets(c candidate, tokens []analysis.Token, i, want int) bool {
	for _, m := range c.matches {
		if m.want == want && m.Start == c.Start+tokens[i].Start && asGood(m.weight) == 1 {
			return true
		}
	}
	return false
}

// allMet reports whether the tokens from one index to another stand for all clauses of the question
// from first on. A year may also stand near the quote: it is often only in the article's date.
func (s *search) allMet(c candidate, tokens []analysis.Token, first, from, to int) bool {
	from, to = max(0, from), min(len(tokens)-1, to)
	for want := first; want < len(s.inquiry.Words); want++ {
		met := calendar.Year(s.inquiry.Words[want].Word) && c.near[want] >= proofHeader
		for i := from; i <= to && !met; i++ {
			met = s.meets(c, tokens, i, want)
		}
		if !met {
			return false
		}
	}
	return true
}

// doerBefore reports whether a name that is not the question's stands before the verb, the i-th
// token, with no more between them than helping words or an age: Stockton Rush, 61, founded.
func (s *search) doerBefore(c candidate, tokens []analysis.Token, i int) bool {
	for k := i - 1; k >= max(0, i-1-doerWithin); k-- {
		if t := tokens[k]; !answertype.Auxiliaries(t.Word) && !whose(t.Word) && !strings.HasSuffix(t.Word, "ly") && t.Word != "just" && !analysis.IsNumber(t.Word) {
			return s.isOther(c, tokens, k)
		}
	}
	return false
}

// doerBehind reports whether such a name stands behind the verb and “by”. A second verb may be
// between these: written and directed by Christopher Nolan.
func (s *search) doerBehind(c candidate, tokens []analysis.Token, i int) bool {
	by := i + 1
	if by+2 < len(tokens) && tokens[by].Word == "and" {
		by += 2
	}
	if by >= len(tokens) || tokens[by].Word != "by" {
		return false
	}
	for k := by + 1; k < min(len(tokens), by+2+doerWithin); k++ {
		if tokens[k].Upper && !tokens[k].Stop {
			return s.isOther(c, tokens, k)
		}
	}
	return false
}

// isOther reports whether the i-th token of a quote is a name, and not the question's.
func (s *search) isOther(c candidate, tokens []analysis.Token, i int) bool {
	return tokens[i].Upper && !matchedAt(c.matches, c.Start+tokens[i].Start) && (s.names.IsName(tokens, i) || i == 0 && !tokens[i].Stop && namedIn(c.article.Body, c.text()[tokens[i].Start:tokens[i].End]))
}

// namedIn reports whether a text has a word with its capital inside a sentence, too, so that it is a
// name and not just the first word of one: Musk, which is also in the dictionary.
func namedIn(body, word string) bool {
	for {
		before, behind, ok := strings.Cut(body, " "+word)
		if !ok {
			return false
		}
		next, _ := utf8.DecodeRuneInString(behind)
		before = strings.TrimRight(before, " ")
		last, _ := utf8.DecodeLastRuneInString(before)
		if !unicode.IsLetter(next) && before != "" && !strings.ContainsRune(".?!:;|\n\"'”’", last) {
			return true
		}
		body = behind
	}
}
