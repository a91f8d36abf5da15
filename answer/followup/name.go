package followup

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/answer/lexicon"
	"newshound/answer/naming"
	"newshound/answer/speaker"
	"newshound/corpus"
)

// named returns the name with which so many of the last words of the follow-up begin. Words in small
// letters are a name if the coverage writes each with a capital, or if they are for a body. A comma
// counts as a word, and is in no name.
func (f *follower) named(words int) (naming.Name, bool) {
	if words > len(f.tokens) {
		return naming.Name{}, false
	}
	from, last := len(f.tokens)-words, len(f.tokens)-1
	if fullName(f.tokens[from:]) {
		return naming.Name{Span: corpus.Span{Start: f.tokens[from].Start, End: f.tokens[last].End}, First: from, Last: last}, true
	}
	for _, n := range f.properNames() {
		if n.First == from || n.First == from+1 && f.tokens[from].Stop || n.First > from && !strings.Contains(f.text[f.tokens[from].Start:n.Start], " ") {
			return n, true
		}
	}
	if f.tokens[from].Stop && words > 1 {
		from++
	}
	if naming.Bodies(f.tokens[last].Word) {
		return naming.Name{Span: corpus.Span{Start: f.tokens[from].Start, End: f.tokens[last].End}, First: from, Last: last}, true
	}
	for _, t := range f.tokens[from:] {
		proper := false
		if !t.Stop && f.err == nil {
			proper, f.err = f.names.IsProper(f.ctx, t.Term)
		}
		if !proper {
			return naming.Name{}, false
		}
	}
	return naming.Name{Span: corpus.Span{Start: f.tokens[from].Start, End: f.tokens[last].End}, First: from, Last: last}, true
}

// properNames returns the names of the follow-up, without plurals that no dictionary has and the coverage
// writes without a capital, such as layoffs.
func (f *follower) properNames() []naming.Name {
	return slices.DeleteFunc(f.names.Of(f.text, f.tokens), func(n naming.Name) bool {
		last := f.tokens[n.Last]
		if last.Upper || !plural(last.Word) || f.err != nil {
			return false
		}
		var proper bool
		proper, f.err = f.names.IsProper(f.ctx, last.Term)
		return !proper
	})
}

// fullName reports whether some words are a given name in small letters with one or two words behind it:
// rebecca slaughter.
func fullName(words []analysis.Token) bool {
	const most = 3
	return len(words) > 1 && len(words) <= most && speaker.IsGiven(words[0].Word) &&
		!slices.ContainsFunc(words, func(t analysis.Token) bool { return t.Stop || t.Upper || analysis.IsNumber(t.Word) })
}

// like finds the names in the question before that are of the same kind as a name of the follow-up: a
// person's, an acronym, a place's, or any other.
func (f *follower) like(name naming.Name, asked parsed) []corpus.Span {
	wanted := f.kind(f.tokens, name)
	var out []corpus.Span
	for _, n := range asked.names {
		dated := n.Last+1 < len(asked.tokens) && calendar.Weekday(asked.tokens[n.Last+1].Word) // Black Friday
		if dated || f.kind(asked.tokens, n) != wanted {
			continue
		}
		at := asked.widened(n.Span)
		if asked.hasSubject && asked.subjectNamed && n.Start >= asked.subject.Start && n.End <= asked.subject.End {
			at = asked.subject
		}
		out = append(out, at)
	}
	return out
}

// numbered returns a name in the question before with the number behind it: the iPhone 15. A year belongs
// to it only if the follow-up, which takes its place, ends in a number, too.
func (f *follower) numbered(at corpus.Span, asked parsed) corpus.Span {
	numbered := analysis.IsNumber(f.tokens[len(f.tokens)-1].Word)
	for _, t := range asked.tokens {
		if t.Start > at.End && analysis.IsNumber(t.Word) && (numbered || !calendar.Year(t.Word)) && strings.TrimSpace(asked.text[at.End:t.Start]) == "" {
			at.End = t.End
			break
		}
	}
	return at
}

// kind returns the kind of a name: an acronym, [person], [placeName] or [otherName].
func (f *follower) kind(tokens []analysis.Token, n naming.Name) string {
	if tokens[n.Last].Acronym {
		return "acronym"
	}
	if f.err != nil {
		return ""
	}
	var is bool
	if is, f.err = f.names.IsPerson(f.ctx, tokens, n); is {
		return person
	}
	if lexicon.IsPlace(tokens[n.First : n.Last+1]) {
		return placeName
	}
	return otherName
}

// The kinds of names that are told apart beside those of persons and acronyms.
const (
	placeName = "place"
	otherName = "other"
)
