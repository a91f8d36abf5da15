package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/corpus"
)

// held tells what a quote holds of the kind of thing that a question asks for.
type held struct {
	kind bool
	// near is, of a number or one of a kind, how much of the question, by weight, stands
	// beside it.
	near float64
	// ofName reports that it stands beside the one name that the question has, in full.
	ofName bool
}

// partTokens are the tokens of a part of a paragraph: of all of it, which is analysed once
// for the many runs of sentences in it, and of the run at hand.
type partTokens struct {
	article *corpus.Article
	corpus.Span
	all, run []analysis.Token
}

// tokensIn returns the tokens of a run in a part of a paragraph, until others are asked for.
func (s *scorer) tokensIn(a *corpus.Article, part, run corpus.Span) []analysis.Token {
	p := &s.part
	if p.article != a || p.Span != part {
		p.article, p.Span = a, part
		p.all = s.analyzer.Append(p.all[:0], a.Text(part))
	}
	p.run = p.run[:0]
	before := run.Start - part.Start
	for _, t := range p.all {
		if t.Start >= before && t.End <= before+run.Len() {
			t.Start -= before
			t.End -= before
			p.run = append(p.run, t)
		}
	}
	return p.run
}

// inWords reports a kind of thing that single words show.
func (kind expectation) inWords() bool { return kind != anything && kind != speech }

// holds tells whether a quote, of which the tokens are needed if they show it, holds the
// kind of thing that the question asks for, beside what the question itself says.
func (s *scorer) holds(text string, tokens []analysis.Token, matches []match, offset int) (h held) {
	if s.expect == anything {
		return held{kind: true}
	}
	if s.expect == speech {
		return held{kind: strings.ContainsAny(text, "“”\"")}
	}
	s.names = s.named(text, tokens, matches, offset)
	for i, t := range tokens {
		if matchedAt(matches, offset+t.Start) && s.expect != aLeader || !s.shows(text, tokens, i, matches, offset) {
			continue
		}
		h.kind = true
		h.ofName = h.ofName || slices.ContainsFunc(s.names, func(n name) bool { return n.beside(tokens, i, s.expect.reach()) })
		switch {
		case s.expect.figure():
			h.near = max(h.near, s.beside(tokens, i, matches, offset))
		case h.ofName || len(s.names) == 0:
			return h
		}
	}
	return h
}

// lacksKind returns how much more of the question the best sentence of some runs meets than
// the best that holds the kind of thing that is asked for.
func (s *scorer) lacksKind(a *corpus.Article, runs []run) float64 {
	most, held := 0.0, 0.0
	for _, r := range runs {
		if !r.single() {
			continue
		}
		words := s.words(r.matches)
		most = max(most, words)
		if words <= held {
			continue
		}
		var tokens []analysis.Token
		if s.expect.inWords() {
			tokens = s.tokensIn(a, r.part, r.Span)
		}
		if s.holds(a.Text(r.Span), tokens, r.matches, r.Start).kind {
			held = words
		}
	}
	return most - held
}

// figure reports a kind of thing that counts by what stands beside it.
func (kind expectation) figure() bool {
	switch kind {
	case aNumber, aMeasure, aDuration, aMember, aSum, aScore, aToll:
		return true
	}
	return false
}

// shows reports whether the i-th token shows the kind of thing that is asked for, in a quote in
// which the question's words stand where they do.
func (s *scorer) shows(text string, tokens []analysis.Token, i int, matches []match, offset int) bool {
	switch s.expect {
	case aRole:
		return slices.ContainsFunc(s.names, func(n name) bool { return n.defines(text, tokens, i) })
	case aMember:
		return s.members.BeginsAt(tokens, i)
	}
	return s.expect.shownBy(text, tokens, i) && (s.expect != aPerson || nearMatch(matches, tokens, i, offset))
}

// shownBy reports whether the i-th token of a text shows a thing of the kind by itself, or by
// what stands beside it.
func (kind expectation) shownBy(text string, tokens []analysis.Token, i int) bool {
	t := tokens[i]
	switch kind {
	case aPerson:
		return isPerson(tokens, i)
	case aPlace:
		return t.Upper && !t.Stop && i > 0 && places(tokens[i-1].Word) && !honorifics(t.Term) && !leaves(tokens[:i])
	case aTime:
		return times(t.Term) && (t.Upper || !months(t.Term)) || mayBeYear(t.Word)
	case aNumber, aToll:
		dated := i > 0 && times(tokens[i-1].Term) // the 16 of July 16
		part := i > 0 && fractions(t.Word) && (tokens[i-1].Word == "a" || tokens[i-1].Word == "an" || numbers(tokens[i-1].Term))
		number := analysis.IsNumber(t.Word) && !calendar.Year(t.Word) && !dated || numbers(t.Term) || part
		return number && (kind == aNumber || deathNear(tokens, i))
	case aMeasure:
		return isMeasure(tokens, i)
	case aSum:
		return isSum(text, tokens, i)
	case aScore:
		return isScore(text, tokens, i)
	case aCause:
		return causes(t.Term)
	case aLeader:
		return leaders(t.Term) && personNear(tokens, i)
	case aDuration:
		return durations(t.Term)
	case anAge:
		return isAge(text, tokens, i)
	case aReason:
		return reasons(t.Word)
	}
	return false
}

// leaves reports whether the words before a name tell that somebody left what it names: fired
// from, resigned from. Who is from there was born, raised or is based there.
func leaves(tokens []analysis.Token) bool {
	n := len(tokens)
	return n > 1 && tokens[n-1].Word == "from" && strings.HasSuffix(tokens[n-2].Word, "ed") && !origins(tokens[n-2].Word)
}

// isMeasure reports whether the i-th token is the figure of a measure of length, weight or
// heat: six feet, 12 square miles, 90kg.
func isMeasure(tokens []analysis.Token, i int) bool {
	const within = 2 // tokens behind the figure
	word := tokens[i].Word
	if !analysis.IsNumber(word) && !numbers(tokens[i].Term) {
		return false
	}
	return analysis.IsNumber(word) && units(strings.TrimLeft(word, "0123456789.,")) ||
		slices.ContainsFunc(tokens[i+1:min(len(tokens), i+1+within)], func(t analysis.Token) bool { return units(t.Term) })
}

// isSum reports whether the i-th token of a text is the figure of a sum of money: $300m, 12
// million pounds.
func isSum(text string, tokens []analysis.Token, i int) bool {
	if !analysis.IsNumber(tokens[i].Word) && !numbers(tokens[i].Term) {
		return false
	}
	sign, _ := utf8.DecodeLastRuneInString(text[:tokens[i].Start])
	if unicode.Is(unicode.Sc, sign) {
		return true
	}
	next := i + 1
	for next < len(tokens) && numbers(tokens[next].Term) {
		next++
	}
	if next < len(tokens) && tokens[next].Word == "of" {
		next++ // billions of dollars
	}
	return next < len(tokens) && currencies(tokens[next].Term)
}

// isScore reports whether the i-th token of a text begins the score of a game: 9-1.
func isScore(text string, tokens []analysis.Token, i int) bool {
	const digits = 3 // of a side
	if i+1 == len(tokens) || !analysis.IsNumber(tokens[i].Word) || !analysis.IsNumber(tokens[i+1].Word) || len(tokens[i].Word) > digits || len(tokens[i+1].Word) > digits {
		return false
	}
	between := text[tokens[i].End:tokens[i+1].Start]
	return between == "-" || between == "–"
}

// beside returns the weight of what the question asks for within a few words of the
// i-th token.
func (s *scorer) beside(tokens []analysis.Token, i int, matches []match, offset int) float64 {
	sum := 0.0
	for j, weight := range best(len(s.wants), matchesBeside(matches, tokens, i, besideFigure, offset)) {
		sum += s.wants[j].Weight * weight
	}
	return sum
}

// isPerson reports whether a person's name seems to begin with the i-th token:
// two capitalised words that no dictionary has, or one after a title.
func isPerson(tokens []analysis.Token, i int) bool {
	if !tokens[i].Upper {
		return false
	}
	beside := i+1 < len(tokens) && analysis.IsName(tokens[i+1]) || i > 0 && tokens[i-1].Upper && honorifics(tokens[i-1].Term)
	return beside && analysis.IsName(tokens[i]) // last, for looking up a word takes time
}

// personNear reports whether a person's name stands within a few words of the i-th token.
func personNear(tokens []analysis.Token, i int) bool {
	for j := max(0, i-besideFigure); j < min(len(tokens), i+besideFigure); j++ {
		if isPerson(tokens, j) {
			return true
		}
	}
	return false
}

// deathNear reports whether it is told of a death within a few words of the i-th token.
func deathNear(tokens []analysis.Token, i int) bool {
	return slices.ContainsFunc(tokens[max(0, i-besideFigure):min(len(tokens), i+besideFigure+1)], func(t analysis.Token) bool {
		return slices.Contains(kindWords[aToll], t.Term)
	})
}

// nearMatch reports whether something that the question asks for stands within
// a few words of the i-th token.
func nearMatch(matches []match, tokens []analysis.Token, i, offset int) bool {
	return len(matchesBeside(matches, tokens, i, besideName, offset)) > 0
}

// The number of words within which something stands near a figure, or near a name.
const (
	besideFigure = 6
	besideName   = 8
)

// matchesBeside returns the matches within so many words of the i-th token.
func matchesBeside(matches []match, tokens []analysis.Token, i, words, offset int) []match {
	return within(matches, corpus.Span{
		Start: offset + tokens[max(0, i-words)].Start,
		End:   offset + tokens[min(len(tokens)-1, i+words)].End,
	})
}

func matchedAt(matches []match, start int) bool {
	for _, m := range matches {
		if m.Start <= start && start < m.End {
			return true
		}
	}
	return false
}

// mayBeYear reports a number that is a year where a time is asked for. It may
// be a count elsewhere.
func mayBeYear(w string) bool {
	return len(w) == 4 && (w[0] == '1' || w[:2] == "20") && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
}

// The words that show a kind of answer. Places and reasons are words that come
// before one.
var (
	places  = analysis.Words("in at near from to of outside inside across")
	origins = analysis.Words("raised based imported exported shipped moved emigrated immigrated arrived travelled traveled descended reported")
	times   = analysis.Terms(`January February March April May June July August September October November December
		Jan Feb Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday
		today yesterday tomorrow tonight week month year day morning evening afternoon night ago noon midnight weekend century decade`)
	months  = analysis.Terms("March May")
	numbers = analysis.Terms(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds
		thousand thousands million billion trillion half halves third quarter none several many few single couple twice
		double doubled triple tripled`)
	fractions  = analysis.Words("fifth sixth seventh eighth ninth tenth fifths sixths sevenths eighths ninths tenths") // behind a number
	honorifics = analysis.Terms(`Mr Mrs Ms Dr Sir Lord Lady President Senator Sen Representative Rep Governor Gov Secretary Minister
		Chancellor Director General Gen Colonel Admiral Captain Judge Justice Attorney Counsel Pope Prince Princess King Queen
		Mayor Ambassador Professor Prof Chief Chairman Chairwoman Leader Coach CEO`)
	durations = analysis.Terms("second minute hour day week month year decade century night daily weekly monthly yearly")
	units     = analysis.Terms(`inch foot feet ft yard mile metre meter centimetre centimeter kilometre kilometer km cm mm acre hectare block
		ounce pound lb stone ton tonne kilogram kilo gram kg degree celsius fahrenheit fathom`)
	currencies = analysis.Terms("dollar pound euro cent penny pence yen yuan rupee rouble ruble peso franc krona shekel lira usd gbp eur")
	causes     = analysis.Terms(`cancer stroke heart attack failure pneumonia overdose suicide complication injury gunshot shot stab crash accident
		covid drown illness disease infection tumor leukemia dementia fire explosion fall poison cause`)
	reasons = analysis.Words("because since due so amid after citing over caused")
)

// kindWords are the terms of the words for a kind of thing that tell it as well as each other.
var kindWords = map[expectation][]string{
	anAge: {"old", "age"},
	aToll: {"toll", "kill", "die", "dead", "death", "fatal", "casualti"},
}
