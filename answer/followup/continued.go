package followup

import (
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/draft"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

const (
	// mostSaid is the number of words of the longest question that may go on from an answer
	// without a word that says so, and mostAsked that of those which are no stop words.
	mostAsked = 6
	mostSaid  = 12
	// kinship is the share of the names in an article that another one on the same matter has at
	// least. In three articles on one meeting it is 0.33 and more; in those of the news corpus that
	// only have words in common it is 0.2 at most.
	kinship = 0.25
	// shown is the confidence of the weakest answer that a follow-up may go on from. It is less
	// than what an answer takes: the nearest quotes are shown, too, where there is none.
	shown = 0.2
	// heldShare is the share, by weight, of the words of a follow-up that a quote, or its passage,
	// must meet for the follow-up to be joined. It is toldShare where two of three things speak for
	// joining it: the coverage has no answer otherwise, a word points back, nobody is named.
	heldShare = 0.74
	toldShare = 0.4
)

// continued reads a question that could stand alone, but is about what was spoken of: “who scored
// the winning goal?” of the match. That takes two things. Asked alone, it is answered from an article
// on another matter than those of the last answer, or it is not clear of which matter it asks. Asked
// together with what was spoken of, it is answered from those articles. In coverage of one matter
// nothing is joined, and need not be.
func (f *follower) continued() bool {
	if !f.brief() || analysis.AnyWord(f.tokens, isPronoun) {
		return false
	}
	return f.joins(false, f.namesOnly, f.topics)
}

// keptOn joins a follow-up with a pronoun, as it was read or as it is, to what was spoken of, where
// [follower.continued] would join one without: “did it change the price?” asks of the price that was
// offered for a firm, and not of any.
func (f *follower) keptOn(a Reading) (Reading, error) {
	g := *f
	if a.FollowUp {
		g.reread(a.Text)
	}
	at := slices.IndexFunc(f.tokens, func(t analysis.Token) bool { return isPronoun(t.Word) })
	if at < 0 || syntax.AsideOf(a.Text) != "" || !g.brief() {
		return a, nil
	}
	topics := g.topics
	if a.FollowUp {
		byName := pronouns[f.tokens[at].Word] == person // which tells which article
		topics = func(article *corpus.Article) []string {
			return slices.DeleteFunc(g.topics(article), func(topic string) bool {
				return topic != g.context() && (byName || !f.shares(topic))
			})
		}
	}
	if !g.joins(a.FollowUp, g.namesHeld, topics) {
		return a, g.err
	}
	return Reading{Text: g.previous.String(), FollowUp: true}, nil
}

// keepTo does the same for a follow-up that has put something in the place of something in the
// question before, unless that ends with a name: “and the Kids edition?”
func (f *follower) keepTo(before draft.Draft) {
	if name, named := f.named(len(strings.Fields(f.rest))); named && name.Last+1 == len(f.tokens) {
		return
	}
	g := *f
	g.previous = before
	g.reread(f.previous.Text)
	if syntax.AsideOf(g.text) == "" && g.brief() && g.joins(true, g.namesHeld, g.topics) {
		f.previous.Text = g.previous.Text
	}
	f.err = g.err
}

// reread has the follower read another text, which is no longer marked as going on from something.
func (f *follower) reread(text string) {
	f.text, f.tokens = text, f.analyzer.Tokens(text)
	f.Spelling = syntax.Spell(text, f.tokens)
	f.led, f.rest = false, f.Words
}

// joins puts what was spoken of in brackets behind the follow-up, if its best quote is then in an
// article on the matter of the last answer, and asked alone it has no answer, or one on another
// matter, or is not clear about its matter ([follower.pickedOut]). fits tells of the articles of
// the last answer whether the follow-up may be about them; topics tells of one what may stand in the
// brackets. proven says that the follow-up is known to go on from the last answer: it is then joined
// only where that brings an answer.
func (f *follower) joins(proven bool, fits func([]*corpus.Article) bool, topics func(*corpus.Article) []string) bool {
	last := f.weigh(f.previous.String())
	if f.err != nil || last.Confidence < shown || !fits(last.Articles) {
		return false
	}
	of := func(a *corpus.Article) bool { return slices.Contains(last.Articles, a) || f.kin(a, last.Articles) }
	alone := f.weigh(f.text)
	if f.err != nil || alone.Sure && of(alone.Best.Article) && (proven || !f.pickedOut(alone, of)) {
		return false
	}
	signs := 0 // that it goes on from something
	for _, is := range []bool{!alone.Sure, f.saysWhich(), !f.tellsOfWhom()} {
		if is {
			signs++
		}
	}
	before := f.previous
	for _, topic := range topics(last.Articles[0]) {
		f.beside(topic)
		joined := f.weigh(f.previous.String())
		share := heldShare
		if !proven && joined.Sure && signs > 1 {
			share = toldShare
		}
		if f.err == nil && of(joined.Best.Article) && joined.Own >= share && (!proven || joined.Sure) {
			return true
		}
		f.previous = before
	}
	return false
}

// tellsOfWhom reports whether a follow-up has a name or a pronoun, such as one for whoever is asked
// for: “which mayor said she would resign?”
func (f *follower) tellsOfWhom() bool {
	return len(f.bearers()) > 0 || analysis.AnyWord(f.tokens, isPronoun)
}

// bearers returns the names of a follow-up without what only looks like one and is a role: the CEO,
// or the MVP of “who was the MVP?”
func (f *follower) bearers() []naming.Name {
	return slices.DeleteFunc(f.names.Of(f.text, f.tokens), func(n naming.Name) bool {
		return n.First == n.Last && (answertype.Roles(f.tokens[n.Last].Word) || n.Last+1 == len(f.tokens) && whoIsThe().MatchString(f.rest))
	})
}

// whoIsThe matches a question who has a role that is one word.
var whoIsThe = analysis.Pattern(`^who (?:is |was |are |were )?the \S+$`)

// pickedOut reports whether a follow-up is not clear about its matter when it is asked alone, which
// is then by chance that of the last answer: it names nobody, or points back to something (“what did
// Klopp say after the game?”), and articles on other matters were found, too. Joined, it also keeps
// what is spoken of for the next follow-up.
func (f *follower) pickedOut(alone Weighed, of func(*corpus.Article) bool) bool {
	points := len(f.bearers()) == 0 || f.saysWhich()
	return points && slices.ContainsFunc(alone.Found, func(a *corpus.Article) bool { return !of(a) })
}

// topics returns what may stand in the brackets of a follow-up: what the question before is about,
// and the headline of the article that answers it. The headline comes first if the question names
// nothing.
func (f *follower) topics(article *corpus.Article) []string {
	topics := []string{f.context(), plainWords(article.Headline)}
	if of := f.parse(topics[0]); len(of.names) == 0 && len(of.things) == 0 {
		slices.Reverse(topics)
	}
	return slices.DeleteFunc(topics, func(topic string) bool { return topic == "" })
}

// shares reports whether a headline has a word of the question before that is no stop word. If not,
// its article may only mention what was asked about.
func (f *follower) shares(headline string) bool {
	asked := f.analyzer.Tokens(f.previous.Text)
	return shareMeaning(f.analyzer.Tokens(headline), asked)
}

// plainWords returns a headline without the outlet at its end, and without marks that have a meaning
// in a question.
func plainWords(headline string) string {
	headline, _, _ = strings.Cut(headline, " | ") // and the outlet
	headline = strings.ReplaceAll(headline, ": ", " – ")
	return strings.Join(strings.FieldsFunc(headline, func(r rune) bool { return strings.ContainsRune(" ()\"“”„«»:", r) }), " ")
}

// brief reports whether a follow-up is a short question without a number, a time or an
// outlet.
func (f *follower) brief() bool {
	content := 0
	for i, t := range f.tokens {
		if analysis.IsNumber(t.Word) || calendar.SinceAsked(f.tokens, i) {
			return false
		}
		if !t.Stop {
			content++
		}
	}
	return content > 0 && content <= mostAsked && len(f.tokens) <= mostSaid && asks().MatchString(f.rest) && f.previous.Form != answer.CheckQuote &&
		len(f.names.Sides(f.text, f.tokens)) == 0
}

// namesOnly reports whether a follow-up names nobody; or whether its first name stands in some
// articles, and it asks no more than what somebody says, or says at what it points back to: “what
// did Uber say?”, “what did Klopp say after the game?”
func (f *follower) namesOnly(articles []*corpus.Article) bool {
	names := slices.DeleteFunc(f.properNames(), func(n naming.Name) bool { return answertype.Roles(f.tokens[n.Last].Word) }) // the CEO
	if len(names) == 0 || len(f.bearers()) == 0 {
		return true
	}
	of := func(t analysis.Token) bool { return t.Start >= names[0].Start && t.End <= names[0].End }
	held := f.termsOf(articles)
	for i, t := range f.tokens {
		if !t.Stop && (of(t) && !held[t.Term] || !of(t) && !syntax.Frames(t.Term) && !answertype.Utterances(t.Term) && !f.pointsBack(i)) {
			return false
		}
	}
	return true
}

// namesHeld reports whether all names of a follow-up stand in some articles.
func (f *follower) namesHeld(articles []*corpus.Article) bool {
	held := f.termsOf(articles)
	return !slices.ContainsFunc(f.names.Of(f.text, f.tokens), func(n naming.Name) bool {
		return slices.ContainsFunc(f.tokens[n.First:n.Last+1], func(t analysis.Token) bool { return !t.Stop && !held[t.Term] })
	})
}

// termsOf returns the terms of some articles.
func (r *Reader) termsOf(articles []*corpus.Article) map[string]bool {
	held := make(map[string]bool)
	for _, a := range articles {
		for _, t := range r.analyzer.Tokens(a.Body) {
			held[t.Term] = true
		}
	}
	return held
}

// kin reports whether an article is on the same matter as one of some others, by the names in them.
func (f *follower) kin(a *corpus.Article, others []*corpus.Article) bool {
	if a == nil {
		return false
	}
	mine := f.namesIn(a)
	return slices.ContainsFunc(others, func(o *corpus.Article) bool {
		theirs, met := f.namesIn(o), 0
		for t := range mine {
			if theirs[t] {
				met++
			}
		}
		return float64(met) >= kinship*float64(max(1, min(len(mine), len(theirs))))
	})
}

// namesIn returns the terms of an article that look like parts of names: words with a capital that no
// dictionary has.
func (r *Reader) namesIn(a *corpus.Article) map[string]bool {
	out := make(map[string]bool)
	for _, t := range r.analyzer.Tokens(a.Body) {
		if !t.Stop && (t.Acronym || t.Upper && !analysis.Ordinary(t.Word)) {
			out[t.Term] = true
		}
	}
	return out
}

// pointsBack reports whether the i-th token, with “the” before it, says something that only what was
// spoken of makes clear: the game.
func (f *follower) pointsBack(i int) bool {
	t := f.tokens[i]
	return thereupon(t.Word) || i > 0 && f.tokens[i-1].Word == "the" && !t.Upper && !t.Stop && !answertype.Roles(t.Word) && (i+1 == len(f.tokens) || f.tokens[i+1].Word != "of")
}

// thereupon are words for a time that only what was spoken of makes clear.
var thereupon = analysis.Words("afterwards afterward beforehand")

// saysWhich reports whether a follow-up has a word that points back: “where is the company based?”
func (f *follower) saysWhich() bool {
	for i := range f.tokens {
		if f.pointsBack(i) {
			return true
		}
	}
	return false
}
