package inquiry

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/lexicon"
	"newshound/answer/naming"
	"newshound/answer/syntax"
)

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

// Understand reads a question without filters. It never fails: of a text that is no question, all words
// count.
func (r *Reader) Understand(text string) Inquiry {
	u := understanding{Inquiry: Inquiry{Text: text}, tokens: r.analyzer.Tokens(text)}
	u.readKind()
	u.Sides = r.names.Sides(text, u.tokens)
	u.Outsiders = r.names.Outsiders(text, u.tokens, u.Sides)
	u.Dates = calendar.Find(text, u.tokens)
	dropAsking(u.tokens)
	u.shouting = !analysis.AnyLower(text) || titleCase(u.tokens)
	u.Lately = u.asksLately()
	u.readWords()
	u.askOfName()
	return u.Inquiry
}

// understanding is an inquiry in the making.
type understanding struct {
	Inquiry
	tokens []analysis.Token
	before int              // how many tokens stand in sentences before the question
	aside  int              // where, in the text, the brackets behind it begin
	asked  []analysis.Token // the tokens between these
	class  int              // the token for the kind of thing that is asked for, -1 for none
}

// readKind separates the question from the sentences before it and the brackets behind it, and reads what
// kind of thing it asks for.
func (u *understanding) readKind() {
	u.before, u.aside, u.class = syntax.AskedFrom(u.Text, u.tokens), syntax.AsideIn(u.Text, u.tokens), -1
	u.asked = slices.DeleteFunc(slices.Clone(u.tokens[u.before:]), func(t analysis.Token) bool { return t.Start >= u.aside })
	u.Expect = answertype.Asked(u.asked)
	if u.Members = lexicon.AskedOf(u.asked); u.Members != nil {
		u.Expect = answertype.Member
	} else if kind, at := answertype.AskedByNoun(u.Text, u.asked); kind != answertype.Any {
		u.Expect, u.class = kind, u.before+at
		if kind == answertype.Member {
			u.Members = lexicon.Kind(u.asked[at].Term)
		}
	}
	if kind, ok := answertype.AskedByPattern(u.Text, u.asked); ok {
		u.Expect = kind
	}
}

// maxWords is the number of words of a question that are searched for. A longer text is no question, and
// is answered by its beginning.
const maxWords = 64

// publishes are the terms of verbs that only ask behind an outlet's name: “what did The Hill write?”
var publishes = analysis.Terms("write publish cover run post carry print")

// links are the stop words that a topic may have.
var links = analysis.Words("the a an of in on at for and to by with from about")

// readWords reads the words that the question turns on. Words before the topic that only ask are left out,
// unless the question has no others: then these are what it is about.
func (u *understanding) readWords() {
	lead := syntax.TopicLead(u.Text)
	u.linked = !slices.ContainsFunc(u.tokens, func(t analysis.Token) bool { return t.Start >= lead && t.Stop && !links(t.Word) })
	seen := make(map[string]bool)
	last := -1
	for i, t := range u.tokens {
		if t.Stop || seen[t.Term] || len(u.Words) == maxWords {
			continue
		}
		seen[t.Term] = true
		u.Words = append(u.Words, u.word(i, last))
		last = i
	}
	if slices.ContainsFunc(u.Words, func(w Word) bool { return !w.Frame && !w.Outlet }) {
		u.Words = slices.DeleteFunc(u.Words, func(w Word) bool { return w.Frame && w.Start < lead })
		return
	}
	for i := range u.Words {
		u.Words[i].Frame = false
	}
}

// word returns the i-th token as a word. The last token that is one before it has the index
// last, -1 where it is the first.
func (u *understanding) word(i, last int) Word {
	t := u.tokens[i]
	w := Word{
		Token:  t,
		Typed:  u.Text[t.Start:t.End],
		Frame:  u.frames(i),
		Outlet: naming.Named(u.Sides, t),
		Name:   u.looksNamed(i),
		Aside:  t.Start >= u.aside || i < u.before && !analysis.HasTerm(u.asked, t.Term),
		Class:  i == u.class && u.Expect == answertype.Member || i > 0 && (u.tokens[i-1].Word == "what" || u.tokens[i-1].Word == "which"),
		At:     i,
	}
	if i+1 < len(u.tokens) && particles(u.tokens[i+1].Word) && u.Text[t.End:u.tokens[i+1].Start] == " " {
		w.particle = u.tokens[i+1].Word
	}
	if last < 0 {
		return w
	}
	w.goesOn = nameGoesOn(u.Text, u.tokens[last:i+1])
	w.joined = last == i-1 && strings.Trim(u.Text[u.tokens[last].End:t.Start], " \u00a0-") == ""
	w.hyphened = w.joined && u.Text[t.Start-1] == '-'
	w.Numbers = w.joined && analysis.IsNumber(t.Word) && !calendar.Year(t.Word) && u.Words[len(u.Words)-1].Name
	return w
}

// particles are the small words of which the language makes nouns together with a verb: layoff, takeover, breakup.
var particles = analysis.Words("off out up down over")

// frames reports whether the i-th token belongs to the asking.
func (u *understanding) frames(i int) bool {
	t := u.tokens[i]
	return syntax.Frames(t.Term) && (u.shouting || !endsName(u.Text, u.tokens, i)) && !inCompound(u.Text, u.tokens, i) ||
		calendar.SinceAsked(u.tokens, i) || publishes(t.Term) && i > 0 && naming.Named(u.Sides, u.tokens[i-1])
}

// looksNamed reports whether the i-th token looks like part of a name: by its capital, or, since names are
// typed in small letters, too, because no dictionary has it.
func (u *understanding) looksNamed(i int) bool {
	t := u.tokens[i]
	ordinary := analysis.Ordinary(t.Word)
	if !u.shouting && (t.Acronym || t.Upper && (i > 0 || !ordinary)) {
		return true
	}
	return !t.Acronym && !ordinary && !analysis.IsNumber(t.Word)
}

// asksLately reports whether the question has a time near the day of asking, such as “this week”, which is
// not part of the name of an outlet.
func (u *understanding) asksLately() bool {
	from, to, ok := calendar.Lately(u.tokens, 0, !u.shouting)
	for ok && naming.Named(u.Sides, u.tokens[from]) {
		from, to, ok = calendar.Lately(u.tokens, to, !u.shouting)
	}
	return ok
}

// endsName reports whether the i-th token, with its capital, stands right behind another word with one that
// no dictionary has, and so is part of a name: the Story of Trevor Story.
func endsName(text string, tokens []analysis.Token, i int) bool {
	return i > 0 && tokens[i].Upper && analysis.IsName(tokens[i-1]) && text[tokens[i-1].End:tokens[i].Start] == " "
}

// inCompound reports whether the i-th token is one of two nouns that are one thing, “a background check”,
// and of which the first by itself would only ask.
func inCompound(text string, tokens []analysis.Token, i int) bool {
	first := func(i int) bool {
		return i > 0 && i+1 < len(tokens) && syntax.Sought(tokens[i].Term) && answertype.Articles(tokens[i-1].Word) && !tokens[i].Upper &&
			!tokens[i+1].Stop && !tokens[i+1].Upper && !syntax.Sought(tokens[i+1].Term) && text[tokens[i].End:tokens[i+1].Start] == " "
	}
	return first(i) || i > 0 && first(i-1)
}

// dropAsking makes stop words of the words that only say what kind of answer is wanted: how many, how long,
// in which month. The old of “how old” stays, since a text that tells an age may say it.
func dropAsking(tokens []analysis.Token) {
	for i := 1; i < len(tokens); i++ {
		if kind, asks := answertype.AskedByPair(tokens[i-1].Word, tokens[i].Word); asks && len(kind.Words()) == 0 {
			tokens[i].Stop = true
		}
	}
}

// titleCase reports whether nearly all words of a question have a capital, which then marks no names.
func titleCase(tokens []analysis.Token) bool {
	upper := 0
	for _, t := range tokens {
		if t.Upper {
			upper++
		}
	}
	return len(tokens) >= 4 && upper*5 >= len(tokens)*4
}
