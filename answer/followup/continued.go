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
	// mostAsked is the number of words of meaning, and mostSaid that of all words, of the
	// longest question that may go on from an answer without a word that says so.
	mostAsked = 6
	mostSaid  = 12
	// kinship is the share of the names of one of two articles that the other has where
	// both are about one matter. In three articles on one meeting it is 0.33 and more, in
	// those of the news corpus that only have words in common 0.2 at most.
	kinship = 0.25
	// shown is the confidence of the last answer from which its best quote may be what a
	// follow-up goes on from: one that is not enough is shown, too, as the nearest.
	shown = 0.2
	// heldShare is the share, by weight, of the words of a follow-up that must be met at the
	// quote that it is joined for, in its passage at least. It is toldShare where two things speak
	// for that: the coverage does not say by itself, a word points back, nothing is named.
	heldShare = 0.74
	toldShare = 0.4
)

// continued reads a question that can stand alone by its words and not by what it asks:
// “who scored the winning goal?” of the match that was spoken of. Two things have to speak
// for that: what is found for it alone is in an article on another matter than those of
// the last answer, or in one of these though there are others, and one of these has what it
// asks for. In coverage of one matter nothing is joined, and need not be.
func (f *follower) continued() bool {
	if !f.brief() || analysis.AnyWord(f.tokens, isPronoun) {
		return false
	}
	return f.joins(false, f.namesOnly, f.topics)
}

// keptOn reads a follow-up with a pronoun, as it was read or as it is, together with what
// was spoken of, where that is what [follower.continued] would do: “did it change the
// price?” of the offer for a firm, and not of any price.
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

// keepTo does for a follow-up that puts something in the place of something what
// [follower.keptOn] does for one with a pronoun, where it tells by no name what it puts there:
// “and the Kids edition?”
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

// reread has the follower read another text, which has no words that go on from something.
func (f *follower) reread(text string) {
	f.text, f.tokens = text, f.analyzer.Tokens(text)
	f.Spelling = syntax.Spell(text, f.tokens)
	f.led, f.rest = false, f.Words
}

// joins puts what the question before is about beside the follow-up, where the best quote
// for it alone is in an article on another matter than those of the last answer, or is picked
// out among others, or is no answer, and for both together in one of these. fits tells whether it may be about
// these at all. One that is proven to go on from that answer is joined, too, where the coverage
// does not say by itself.
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

// tellsOfWhom reports whether a follow-up has a name, or a pronoun that was not read or stands for
// who is asked for: “which mayor said she would resign?”
func (f *follower) tellsOfWhom() bool {
	return len(f.bearers()) > 0 || analysis.AnyWord(f.tokens, isPronoun)
}

// bearers returns the names of a follow-up without those of what somebody is asked to be: the CEO,
// “who was the MVP?”
func (f *follower) bearers() []naming.Name {
	return slices.DeleteFunc(f.names.Of(f.text, f.tokens), func(n naming.Name) bool {
		return n.First == n.Last && (answertype.Roles(f.tokens[n.Last].Word) || n.Last+1 == len(f.tokens) && whoIsThe().MatchString(f.rest))
	})
}

// whoIsThe matches a question who has a role that a word tells, of what is spoken of.
var whoIsThe = analysis.Pattern(`^who (?:is |was |are |were )?the \S+$`)

// pickedOut reports whether a follow-up has, alone, its best quote in an article of a matter, as
// of tells, though passages on others were found too, and names nothing, or points back to
// something: what did he say after the game? Joined, it also keeps what is spoken of for the
// one after it.
func (f *follower) pickedOut(alone Weighed, of func(*corpus.Article) bool) bool {
	points := len(f.bearers()) == 0 || f.saysWhich()
	return points && slices.ContainsFunc(alone.Found, func(a *corpus.Article) bool { return !of(a) })
}

// topics returns what a follow-up may be about: what the question before is, or the headline
// of the article that answers that; the headline first where the question tells of nothing.
func (f *follower) topics(article *corpus.Article) []string {
	topics := []string{f.context(), plainWords(article.Headline)}
	if of := f.parse(topics[0]); len(of.names) == 0 && len(of.things) == 0 {
		slices.Reverse(topics)
	}
	return slices.DeleteFunc(topics, func(topic string) bool { return topic == "" })
}

// shares reports whether a headline has a word of meaning of the question before: another may be of an
// article that only mentions what is asked of.
func (f *follower) shares(headline string) bool {
	asked := f.analyzer.Tokens(f.previous.Text)
	return shareMeaning(f.analyzer.Tokens(headline), asked)
}

// plainWords returns a headline without what means more than words in a question.
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
		len(f.names.Facets(f.text, f.tokens)) == 0
}

// namesOnly reports whether a follow-up has no name, or has one that stands in some
// articles and does not ask for more than what its bearer does, or did where it points back to:
// “what did Uber say?”, “what did Klopp say after the game?”
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

// kin reports whether an article is about the same matter as one of some others, by the
// names in them.
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

// namesIn returns the terms of an article that are parts of names: of no dictionary, and
// capitalised.
func (r *Reader) namesIn(a *corpus.Article) map[string]bool {
	out := make(map[string]bool)
	for _, t := range r.analyzer.Tokens(a.Body) {
		if !t.Stop && (t.Acronym || t.Upper && !analysis.Ordinary(t.Word)) {
			out[t.Term] = true
		}
	}
	return out
}

// pointsBack reports whether the i-th token and “the” before it are for something that only
// what was spoken of tells: the game.
func (f *follower) pointsBack(i int) bool {
	t := f.tokens[i]
	return thereupon(t.Word) || i > 0 && f.tokens[i-1].Word == "the" && !t.Upper && !t.Stop && !answertype.Roles(t.Word) && (i+1 == len(f.tokens) || f.tokens[i+1].Word != "of")
}

// thereupon are words for a time that only what was spoken of tells.
var thereupon = analysis.Words("afterwards afterward beforehand")

// saysWhich reports whether a follow-up has a word that points back: where is the company based?
func (f *follower) saysWhich() bool {
	for i := range f.tokens {
		if f.pointsBack(i) {
			return true
		}
	}
	return false
}
