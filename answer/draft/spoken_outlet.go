package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// outletSpoken reads the restriction to the only outlet that a question names. speech says that the question
// asks what was said, so that “in The Hill” at its end is a restriction, and articles that it asks for
// nothing but articles, which are then the outlet's.
func outletSpoken(s syntax.Spelling, side naming.Side, speech, articles bool) (syntax.Spoken, bool) {
	var b strings.Builder // the words with a sign for the name
	for i, at := range s.Spans {
		switch {
		case at.Start == side.Name.Start:
			b.WriteString(" @")
		case at.Start > side.Name.Start && at.End <= side.Name.End:
		default:
			b.WriteString(" " + s.Word(i))
		}
	}
	words := strings.TrimSpace(b.String())
	subject := tellingOutlet().MatchString(words)
	if !subject && !articles && !newsOutlet().MatchString(words) && !onlyOutlet().MatchString(words) && !pieceOutlet().MatchString(words) && !asideOutlet().MatchString(words) && !(speech && endOutlet().MatchString(words)) {
		return syntax.Spoken{}, false
	}
	o := syntax.Spoken{Span: side.Name, Keep: true, Subject: subject}
	for _, name := range side.Outlets {
		o.Fields = append(o.Fields, syntax.FieldValue{Field: syntax.FieldOutlet, Value: name})
	}
	return o, true
}

// either returns the sides of a question as one, if it asks for one outlet or another: “from The Verge or
// TechCrunch”. With “and”, it compares them.
func either(text string, sides []naming.Side) []naming.Side {
	if len(sides) < 2 {
		return sides
	}
	one := naming.Side{Start: sides[0].Start, End: sides[0].End, Name: corpus.Span{Start: sides[0].Name.Start, End: sides[len(sides)-1].Name.End}}
	if lead := "either "; strings.HasSuffix(text[:one.Name.Start], lead) {
		one.Name.Start -= len(lead)
	}
	for i, side := range sides {
		if i > 0 {
			between := strings.Fields(strings.ReplaceAll(text[sides[i-1].Name.End:side.Name.Start], ",", " , "))
			between = slices.DeleteFunc(between, func(w string) bool { return w == "," || w == "the" || w == "in" || w == "from" })
			last := i+1 == len(sides)
			if len(between) > 0 && between[0] != "or" || last && len(between) != 1 || len(between) > 1 {
				return sides
			}
		}
		for _, o := range side.Outlets {
			if !slices.Contains(one.Outlets, o) {
				one.Outlets = append(one.Outlets, o)
			}
		}
	}
	return []naming.Side{one}
}

// butNot reads the outlets to do without behind an outlet and “but not” or the like: “The Verge, but not
// TechCrunch”. ok reports whether there are any.
func butNot(text string, sides []naming.Side) (not syntax.Spoken, ok bool) {
	for i := 1; i < len(sides); i++ {
		between := corpus.Span{Start: sides[i-1].Name.End, End: sides[i].Name.Start}
		m := notNamed().FindStringIndex(text[between.Start:between.End])
		if m == nil {
			continue
		}
		last := either(text, sides[i:])
		if len(last) > 1 {
			return not, false
		}
		not.Span = corpus.Span{Start: between.Start, End: last[0].Name.End}
		if rest := text[not.End:]; strings.HasPrefix(rest, ",") {
			not.End++
		}
		for _, o := range last[0].Outlets {
			not.Fields = append(not.Fields, syntax.FieldValue{Field: syntax.FieldNotOutlet, Value: o})
		}
		return not, true
	}
	return not, false
}

// notNamed matches what stands between the name of an outlet and that of one to do without.
var notNamed = analysis.Pattern(`^(?i:,? (?:but|and) not|, not|,? rather than|,? (?:excluding|except)) (?:(?:in|from|by) )?(?:the )?$`)

// without reads the outlets to do without that stand at the end of a question, where these are all
// outlets that it names: “…, but not from Fortune or The Verge”. Other filters may stand among them.
func without(s syntax.Spelling, sides []naming.Side, others []syntax.Spoken) (syntax.Spoken, bool) {
	first, last, ok := namesAtEnd(s, sides, others)
	if !ok {
		return syntax.Spoken{}, false
	}
	at, ok := barsFrom(s, first)
	if !ok || at == 0 {
		return syntax.Spoken{}, false
	}
	o := syntax.Spoken{Span: corpus.Span{Start: s.Spans[at].Start, End: s.Spans[last].End}}
	for _, side := range sides {
		for _, name := range side.Outlets {
			o.Fields = append(o.Fields, syntax.FieldValue{Field: syntax.FieldNotOutlet, Value: name})
		}
	}
	return o, true
}

// namesAtEnd returns the first word of the names of some outlets, and the last, if nothing follows the
// first name but the others, other filters, and words that join them.
func namesAtEnd(s syntax.Spelling, sides []naming.Side, others []syntax.Spoken) (first, last int, ok bool) {
	named := func(at corpus.Span) bool {
		return slices.ContainsFunc(sides, func(f naming.Side) bool { return f.Name.Start <= at.Start && at.End <= f.Name.End })
	}
	filters := func(at corpus.Span) bool {
		return slices.ContainsFunc(others, func(o syntax.Spoken) bool { return o.Start <= at.Start && at.End <= o.End })
	}
	first = slices.IndexFunc(s.Spans, named)
	if first < 0 {
		return 0, 0, false
	}
	for i := first; i < len(s.Spans); i++ {
		switch {
		case named(s.Spans[i]):
			last = i
		case !besideNames(s.Word(i)) && !filters(s.Spans[i]):
			return 0, 0, false
		}
	}
	return first, last, true
}

// barsFrom returns the first of the words that bar the name which begins at a word: “but not from the”.
func barsFrom(s syntax.Spelling, name int) (at int, ok bool) {
	at = name
	if s.Word(at-1) == "the" {
		at--
	}
	from := s.Word(at-1) == "from"
	if from || s.Word(at-1) == "in" || s.Word(at-1) == "by" {
		at--
	}
	switch w := s.Word(at - 1); {
	case w == "not" || w == "except" || w == "excluding" || w == "without" || from && (w == "apart" || w == "aside"):
		at--
	case w == "than" && s.Word(at-2) == "other", w == "for" && s.Word(at-2) == "except":
		at -= 2
	default:
		return 0, false
	}
	for s.Word(at-1) == "but" || s.Word(at-1) == "," {
		at--
	}
	return at, true
}

// besideNames are the words between names of outlets to do without.
var besideNames = analysis.Words("the and or nor from in by ,")

// asksSaying reports whether a question asks for nothing but what the outlet says that it names: “what did
// The Hill say?” Its filters do not count.
func asksSaying(tokens []analysis.Token, name corpus.Span, filters ...corpus.Span) bool {
	what, says := false, false
	for _, t := range tokens {
		switch inside := func(p corpus.Span) bool { return p.Start <= t.Start && t.End <= p.End }; {
		case slices.ContainsFunc(filters, inside):
		case t.Word == "what" && t.Start < name.Start:
			what = true
		case sayings(t.Word) && t.Start > name.End:
			says = true
		case !besideSaying(t.Word):
			return false
		}
	}
	return what && says
}

var (
	sayings      = analysis.Words("say said saying")
	besideSaying = analysis.Words("and but so else did does do has have had is was been the")
)

// restricts reports whether a text ends with words that restrict a question to the outlet behind them.
func restricts(text string) bool {
	text = strings.TrimSuffix(strings.ToLower(text), "the ")
	for _, words := range []string{"according to ", "only in ", "only from "} {
		if before, ok := strings.CutSuffix(text, words); ok {
			last, _ := utf8.DecodeLastRuneInString(before)
			return !unicode.IsLetter(last)
		}
	}
	return false
}

// inPart reads the restriction to an outlet by a part of its name, “according to the examiner”. It has to be
// a part of one name only, or the beginning of several.
func (r *Reader) inPart(s syntax.Spelling) (syntax.Spoken, bool) {
	if !analysis.MayHold(s.Words, "according to", "only in", "only from") {
		return syntax.Spoken{}, false
	}
	at := partOutlet().FindStringSubmatchIndex(s.Words)
	if at == nil {
		return syntax.Spoken{}, false
	}
	name := s.Words[at[2]:at[3]]
	found := r.names.Find(syntax.FieldOutlet, name)
	o := syntax.Spoken{Span: s.Place(at[2], at[3]), Keep: true}
	for _, outlet := range found {
		if len(found) > 1 && !strings.HasPrefix(strings.TrimPrefix(analysis.Fold(outlet), "the ")+" ", name+" ") {
			return syntax.Spoken{}, false
		}
		o.Fields = append(o.Fields, syntax.FieldValue{Field: syntax.FieldOutlet, Value: outlet})
	}
	return o, len(found) > 0
}

// misspelt reads the restriction to an outlet that the coverage does not hold, if its name is much like one
// that it does hold, and has a word that the coverage never uses.
func (r *Reader) misspelt(text string, tokens []analysis.Token) (syntax.Spoken, bool) {
	for i, t := range tokens {
		if !t.Upper || t.Stop || !restricts(text[:t.Start]) {
			continue
		}
		last := i
		for last+1 < len(tokens) && tokens[last+1].Upper && text[tokens[last].End:tokens[last+1].Start] == " " {
			last++
		}
		unseen := slices.ContainsFunc(tokens[i:last+1], func(t analysis.Token) bool { return r.index.DocFreq(t.Term) == 0 })
		name := text[t.Start:tokens[last].End]
		if !unseen || r.names.Nearest(syntax.FieldOutlet, name) == "" {
			return syntax.Spoken{}, false
		}
		start := t.Start
		if i > 0 && tokens[i-1].Word == "the" {
			start = tokens[i-1].Start
		}
		span := corpus.Span{Start: start, End: tokens[last].End}
		return syntax.Spoken{Span: span, Fields: []syntax.FieldValue{{Field: syntax.FieldOutlet, Value: text[span.Start:span.End]}}, Keep: true}, true
	}
	return syntax.Spoken{}, false
}
