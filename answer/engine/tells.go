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
	// mostTold is the number of words that the longest of these questions has.
	mostTold = 5
	// toldWithin is the number of words within which all of them stand.
	toldWithin = 8
	// doerWithin is the number of words, of no meaning but to help, that stand between who does
	// something and the verb: has just bought.
	doerWithin = 2
	// bearerWithin is the number of words within which a name stands beside what its bearer is.
	bearerWithin = 3
	// numberWithin is the number of words within which a number stands before what it counts: 100
	// full-time jobs.
	numberWithin = 3
)

// tells reports whether a quote tells what a short question asks for in the question's own order, or
// so close together, that it is enough, however many passages there are: that few words are all met
// proves little by itself.
func (s *search) tells(c candidate) bool {
	return s.tellsWho(c) || s.tellsWhoIs(c) || s.tellsHowMany(c) || s.tellsThing(c) || s.tellsWhoSaid(c)
}

// tellsWho reports whether a quote tells who does what a short question asks for, in the order of
// its words: of “Who bought Credit Suisse?”, “UBS bought its rival Credit Suisse” or “Credit
// Suisse was bought by UBS”.
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

// tellsWhoIs reports whether a quote tells who is to a name what a short question asks for: of
// “Who is the head chef of Halvor?”, “Ann Okafor, head chef of Halvor”.
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

// tellsHowMany reports whether a quote tells how many of something a short question asks for, with
// all that it asks of them about the number: of “How many jobs did Bungie cut?”, “Sony cut 100 jobs
// at Bungie”.
func (s *search) tellsHowMany(c candidate) bool {
	words, asked := s.inquiry.Words, s.question
	if len(words) == 0 || words[0].At != 2 || words[0].Name || asked[0].Word != "how" || asked[1].Word != "many" {
		return false
	}
	return s.together(c, 0, func(_ string, tokens []analysis.Token, i int) bool {
		return analysis.AnyWord(tokens[max(0, i-numberWithin):i], analysis.IsNumber)
	})
}

// tellsThing reports whether a quote tells where something happened that a short question asks
// for, or a figure, with all that it asks of it about the place or the figure: of “How much did egg
// prices rise?”, “egg prices have risen 60%”. To ask the same of when it happened cost as much as it
// gained: times stand beside everything.
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

// tellsWhoSaid reports whether a quote tells who says the very words of which nothing but that is
// asked: of “Who said "a ball of fire"?”, “It was a ball of fire,” Lee said.
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

// asksOnlyOf reports whether a text has no words to look for beside some phrases, but that they
// are said.
func (e *Engine) asksOnlyOf(text string, phrases []syntax.Phrase) bool {
	for _, p := range phrases {
		text = strings.Replace(text, p.Text, "", 1)
	}
	return !slices.ContainsFunc(e.analyzer.Tokens(text), func(t analysis.Token) bool {
		return !t.Stop && !answertype.Utterances(t.Term)
	})
}

// together reports whether the words of a short question all stand together in a quote, about a
// token for one of them of which that holds which is asked.
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

// verbOf returns the clause of the verb of a short question for who does something, or which
// company, and the like.
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

// allMet reports whether some tokens of a quote stand for all clauses of the question from the
// first of these on. A year need only be told near it: what won a race, its article's date may tell.
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

// doerBefore reports whether a name that the question has not stands right before the verb, the
// i-th token, or an age behind the name: Stockton Rush, 61, founded.
func (s *search) doerBefore(c candidate, tokens []analysis.Token, i int) bool {
	for k := i - 1; k >= max(0, i-1-doerWithin); k-- {
		if t := tokens[k]; !answertype.Auxiliaries(t.Word) && !whose(t.Word) && !strings.HasSuffix(t.Word, "ly") && t.Word != "just" && !analysis.IsNumber(t.Word) {
			return s.isOther(c, tokens, k)
		}
	}
	return false
}

// doerBehind reports whether one stands behind the verb, or the next one, and “by”: written and
// directed by Christopher Nolan.
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

// isOther reports whether the i-th token of a quote is a name, and none that the question has.
func (s *search) isOther(c candidate, tokens []analysis.Token, i int) bool {
	return tokens[i].Upper && !matchedAt(c.matches, c.Start+tokens[i].Start) && (s.names.IsName(tokens, i) || i == 0 && !tokens[i].Stop && namedIn(c.article.Body, c.text()[tokens[i].Start:tokens[i].End]))
}

// namedIn reports whether a word that begins a sentence is written with its capital within another:
// Musk, which a dictionary has.
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
