package inquiry

import (
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/lexicon"
	"newshound/answer/naming"
	"newshound/answer/syntax"
)

// Inquiry is a question understood: the words that it turns on, in order, and
// the kind of thing that would answer it.
type Inquiry struct {
	Text   string
	Words  []Word
	Expect answertype.Type
	// Members are the well-known things of the kind that is asked for; nil where it is none
	// of those that are listed.
	Members lexicon.Members
	Facets  []naming.Facet // none unless it names outlets of the coverage
	// linked reports that nothing but words that link two others (of, in, and) stands
	// between the words.
	linked bool
	// shouting reports that its capitals tell no names: all of it has them, or every word.
	shouting bool
	// Outsiders are the outlets that it asks of and the coverage does not hold.
	Outsiders []naming.Outsider
	Dates     []calendar.Named
	// Lately says that the question asks of days near Asked: yesterday, this week.
	Lately bool
	// Asked is the day of which the question is asked, zero if that is not known. Where Latest
	// is set it is that of the newest article: the question asks for what is newest.
	Asked  time.Time
	Latest bool
}

// Word is one word of a question that carries information. Repetitions count
// once.
type Word struct {
	analysis.Token
	Typed string // as it stands in the question
	// Frame marks a word that belongs to the asking (say, report, mention) more
	// than to what is asked.
	Frame bool
	// Outlet marks a word of the name of an outlet of the coverage. It finds the
	// outlet's articles, but a quote need not hold it.
	Outlet bool
	// Name marks a word that looks like part of a proper name.
	Name bool
	// Aside marks a word of what is told before the question, or in brackets at the end:
	// what the question before was about, beside one that does not say so itself. It finds
	// what is about that, but a quote need not hold it.
	Aside bool
	// Class marks a word that names the kind of thing asked for: which state.
	Class bool
	// Told marks a word that need not be said where the kind of thing that is asked for
	// stands beside the name that it is asked of: how old.
	Told bool
	// Borne marks the word that says what whoever is asked for is to a name: the head chef of
	// Ashford Rail.
	Borne bool
	// At is the word's place among all words of the question, and goesOn marks one that may
	// go on a name that the word before begins: nothing but an initial, a full stop behind
	// it, or a small word such as of stands between.
	At     int
	goesOn bool
	// joined marks a word that follows the one before it directly, with no stop
	// word or punctuation between them, and hyphened one that a hyphen joins to it.
	joined, hyphened bool
	// Numbers marks a number, but for a year, that is part of the name that the word before
	// ends: the 15 of iPhone 15.
	Numbers bool
}

// maxWords bounds the words of a question that are searched for. What is longer
// is no question; it is answered by how it begins.
const maxWords = 64

// publishes are the terms of what outlets do with news: what did The Hill write?
var publishes = analysis.Terms("write publish cover run post carry print")

// links are stop words that a topic may have between its words.
var links = analysis.Words("the a an of in on at for and to by with from about")

// Reader understands questions about what an index holds. It is safe for concurrent use.
type Reader struct {
	index    answer.Index
	analyzer *analysis.Analyzer
	names    *naming.Names
}

// New returns a reader of questions about what an index holds, with the names in it.
func New(ix answer.Index, a *analysis.Analyzer, names *naming.Names) *Reader {
	return &Reader{ix, a, names}
}

// Understand reads a question without filters. It never fails: of what is no question all words
// count.
func (r *Reader) Understand(text string) Inquiry {
	tokens := r.analyzer.Tokens(text)
	var in Inquiry
	in.Text = text
	before := syntax.AskedFrom(text, tokens)
	aside := syntax.AsideIn(text, tokens)
	asked := slices.DeleteFunc(slices.Clone(tokens[before:]), func(t analysis.Token) bool { return t.Start >= aside })
	in.Expect = answertype.Asked(asked)
	thing := -1
	if in.Members = lexicon.AskedOf(asked); in.Members != nil {
		in.Expect = answertype.Member
	} else if kind, at := answertype.AskedByNoun(text, asked); kind != answertype.Any {
		in.Expect, thing = kind, before+at
		if kind == answertype.Member {
			in.Members = lexicon.Kind(asked[at].Term)
		}
	}
	if kind, ok := answertype.AskedByPattern(text, asked); ok {
		in.Expect = kind
	}
	in.Facets = r.names.Facets(text, tokens)
	in.Outsiders = r.names.Outsiders(text, tokens, in.Facets)
	in.Dates = calendar.Find(text, tokens)
	dropAsking(tokens)
	in.shouting = !analysis.AnyLower(text) || titleCase(tokens)
	seen := make(map[string]bool)
	last := -1
	lead := syntax.TopicLead(text)
	in.Lately = in.asksLately(tokens)
	in.linked = !slices.ContainsFunc(tokens, func(t analysis.Token) bool { return t.Start >= lead && t.Stop && !links(t.Word) })
	for i, t := range tokens {
		if t.Stop || seen[t.Term] || len(in.Words) == maxWords {
			continue
		}
		seen[t.Term] = true
		asks := syntax.Frames(t.Term) && (in.shouting || !endsName(text, tokens, i)) && !inCompound(text, tokens, i)
		w := Word{Token: t, Typed: text[t.Start:t.End], Frame: asks || calendar.SinceAsked(tokens, i) || publishes(t.Term) && i > 0 && naming.Named(in.Facets, tokens[i-1]), Outlet: naming.Named(in.Facets, t), Aside: t.Start >= aside || i < before && !slices.ContainsFunc(asked, func(o analysis.Token) bool { return o.Term == t.Term })}
		w.Name = !in.shouting && (t.Acronym || t.Upper && (i > 0 || !analysis.Ordinary(t.Word)))
		if !t.Acronym && !analysis.Ordinary(t.Word) && !analysis.IsNumber(t.Word) {
			w.Name = true // names are also typed in small letters
		}
		w.Class = i == thing && in.Expect == answertype.Member || i > 0 && (tokens[i-1].Word == "what" || tokens[i-1].Word == "which")
		w.At, w.goesOn = i, last >= 0 && nameGoesOn(text, tokens[last:i+1])
		w.joined = last >= 0 && last == i-1 && strings.Trim(text[tokens[last].End:t.Start], " \u00a0-") == ""
		w.hyphened = w.joined && text[t.Start-1] == '-'
		last = i
		w.Numbers = analysis.IsNumber(w.Word) && !calendar.Year(w.Word) && w.joined && in.Words[len(in.Words)-1].Name
		in.Words = append(in.Words, w)
	}
	if slices.ContainsFunc(in.Words, func(w Word) bool { return !w.Frame && !w.Outlet }) {
		in.Words = slices.DeleteFunc(in.Words, func(w Word) bool { return w.Frame && w.Start < lead })
	} else { // nothing but frame words: the question is about them
		for i := range in.Words {
			in.Words[i].Frame = false
		}
	}
	in.askOfName()
	return in
}

// asksLately reports whether one of the tokens begins a time near the day of asking, which is no
// part of the name of an outlet.
func (in Inquiry) asksLately(tokens []analysis.Token) bool {
	from, to, ok := calendar.Lately(tokens, 0, !in.shouting)
	for ok && naming.Named(in.Facets, tokens[from]) {
		from, to, ok = calendar.Lately(tokens, to, !in.shouting)
	}
	return ok
}

// endsName reports whether the i-th token is written as the last word of a name: with a
// capital, directly behind another that no dictionary has. So the Story of Trevor Story.
func endsName(text string, tokens []analysis.Token, i int) bool {
	return i > 0 && tokens[i].Upper && analysis.IsName(tokens[i-1]) && text[tokens[i-1].End:tokens[i].Start] == " "
}

// inCompound reports whether the i-th token is one of two nouns that are one thing, of which
// the first would only ask by itself: the jobs report, a background check.
func inCompound(text string, tokens []analysis.Token, i int) bool {
	first := func(i int) bool {
		return i > 0 && i+1 < len(tokens) && syntax.Sought(tokens[i].Term) && answertype.Articles(tokens[i-1].Word) && !tokens[i].Upper &&
			!tokens[i+1].Stop && !tokens[i+1].Upper && !syntax.Sought(tokens[i+1].Term) && text[tokens[i].End:tokens[i+1].Start] == " "
	}
	return first(i) || i > 0 && first(i-1)
}

// topicWords bounds the words of a bare topic.
const topicWords = 4

// Topic reports whether the question is no more than a topic, and asks nothing of it:
// “debt ceiling”, “the trial of Bankman-Fried”, “What happened in Ashford?”
func (in Inquiry) Topic() bool {
	n := 0
	for _, w := range in.Words {
		if !w.Frame {
			n++
		}
	}
	return in.linked && 0 < n && n <= topicWords
}

// NameOf returns the first and the last of the words of a name, where the question asks no
// more than who or what bears it: “Who is Ingrid Halvorsen?”, “What is Ashford Rail?” A name
// has two words or more.
func (in Inquiry) NameOf() (first, last int, ok bool) {
	names, upper := 0, false // names are typed in small letters, too
	first, last, ok = in.oneRun(func(w Word) bool {
		upper = upper || w.Upper
		if w.Name || w.Upper {
			names++
		}
		return true
	})
	n := last - first + 1
	return first, last, ok && in.asksOnly() && n >= 2 && n <= topicWords && (names == n || names > 0 && !upper)
}

// AsksOfNames reports whether a question has no other words than those of two names or more, all
// written as names or none: “Is Ashford in the NRA?” What tells of all of them tells what they have
// to do with each other.
func (in Inquiry) AsksOfNames() bool {
	names, inName, upper, lower := 0, false, false, false
	for _, w := range in.Words {
		switch {
		case w.Frame || w.Outlet:
			continue
		case !w.Name:
			return false
		case !inName || !w.joined && !w.goesOn:
			names++
		}
		inName = true
		upper, lower = upper || w.Upper, lower || !w.Upper
	}
	return names >= 2 && !(upper && lower)
}

// WordOfName returns the one word that a question asks who or what it is, where that is
// written as a name: “What is Threads?”
func (in Inquiry) WordOfName() (typed string, ok bool) {
	first, last, one := in.oneRun(func(Word) bool { return true })
	if !one || first != last || in.shouting || !in.asksOnly() {
		return "", false
	}
	w := in.Words[first]
	return w.Typed, w.Upper && w.At > 0
}

// asksOnly reports whether a question that has no other words than those of a name asks who or
// what bears it, or for a thing of a kind that is told beside it.
func (in Inquiry) asksOnly() bool {
	switch in.Expect {
	case answertype.Person, answertype.Role, answertype.Age, answertype.Place, answertype.Sum, answertype.Leader:
		return true
	}
	return in.Expect == answertype.Any && (asksWhatIs(in.Text) || asksDoing().MatchString(strings.TrimRight(analysis.Fold(in.Text), " ?!.")))
}

// asksWhatIs reports whether a question asks what something is.
func asksWhatIs(text string) bool {
	fields := strings.Fields(strings.ToLower(text))
	if len(fields) < 2 {
		return false
	}
	switch strings.ReplaceAll(fields[0], "’", "'") {
	case "what's", "whats":
		return true
	case "what":
		return fields[1] == "is" || fields[1] == "are" || fields[1] == "was" || fields[1] == "were"
	}
	return false
}

// dropAsking makes stop words of the words that only say what kind of answer is
// wanted: how many, how long, in which month. Old says more: where an age is told,
// somebody is old.
func dropAsking(tokens []analysis.Token) {
	for i := 1; i < len(tokens); i++ {
		if kind, asks := answertype.AskedByPair(tokens[i-1].Word, tokens[i].Word); asks && kind != answertype.Age {
			tokens[i].Stop = true
		}
	}
}

// titleCase reports a question whose words are nearly all capitalised, so that
// capitals tell nothing.
func titleCase(tokens []analysis.Token) bool {
	upper := 0
	for _, t := range tokens {
		if t.Upper {
			upper++
		}
	}
	return len(tokens) >= 4 && upper*5 >= len(tokens)*4
}
