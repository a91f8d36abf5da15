package answer

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
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
	// heldShare is the share, by weight, of the words of a follow-up that must be met at the
	// quote that it is joined for.
	heldShare = 0.75
)

// continued reads a question that can stand alone by its words and not by what it asks:
// “who scored the winning goal?” of the match that was spoken of. Two things have to speak
// for that: what is found for it alone is in an article on another matter than those of
// the last answer, and one of these has what it asks for. In coverage of one matter
// nothing is joined, and need not be.
func (f *follower) continued() bool {
	if !f.brief() {
		return false
	}
	last := f.weigh(f.previous.String())
	if f.err != nil || last.confidence < enough || !f.namesOnly(last.articles) {
		return false
	}
	alone := f.weigh(f.text)
	if f.err != nil || slices.Contains(last.articles, alone.best.article) || f.kin(alone.best.article, last.articles) {
		return false
	}
	before := f.previous
	for _, topic := range f.topics(last.articles[0]) {
		f.beside(topic)
		joined := f.weigh(f.previous.String())
		if f.err == nil && (slices.Contains(last.articles, joined.best.article) || f.kin(joined.best.article, last.articles)) && joined.own() >= heldShare {
			return true
		}
		f.previous = before
	}
	return false
}

// topics returns what a follow-up may be about: what the question before is, or the headline
// of the article that answers that; the headline first where the question names nothing.
func (f *follower) topics(article *corpus.Article) []string {
	topics := []string{f.context(), plainWords(article.Headline)}
	if len(f.engine.namesOf(topics[0], f.engine.analyzer.Tokens(topics[0]))) == 0 {
		slices.Reverse(topics)
	}
	return slices.DeleteFunc(topics, func(topic string) bool { return topic == "" })
}

// plainWords returns a headline without what means more than words in a question.
func plainWords(headline string) string {
	return strings.Join(strings.FieldsFunc(headline, func(r rune) bool { return strings.ContainsRune(" ()\"“”„«»:", r) }), " ")
}

// brief reports whether a follow-up is a short question without a number, a time or an
// outlet.
func (f *follower) brief() bool {
	content := 0
	for i, t := range f.tokens {
		if pronouns[t.Word] != "" || isNumber(t.Word) || sinceAsked(f.tokens, i) {
			return false
		}
		if !t.Stop {
			content++
		}
	}
	return content > 0 && content <= mostAsked && len(f.tokens) <= mostSaid && asks().MatchString(f.rest) && f.previous.form != CheckQuote &&
		len(f.engine.outlets.facets(f.text, f.tokens)) == 0
}

// namesOnly reports whether a follow-up has no name, or has one that stands in some
// articles and does not ask for more than what its bearer does: “what did Uber say?”
func (f *follower) namesOnly(articles []*corpus.Article) bool {
	names := slices.DeleteFunc(f.engine.namesOf(f.text, f.tokens), func(n nameRun) bool {
		return roles(f.tokens[n.last].Word) // the CEO
	})
	if len(names) == 0 {
		return true
	}
	of := func(t analysis.Token) bool { return t.Start >= names[0].Start && t.End <= names[0].End }
	held := make(map[string]bool)
	for _, a := range articles {
		for _, t := range f.engine.analyzer.Tokens(a.Body) {
			held[t.Term] = true
		}
	}
	return !slices.ContainsFunc(f.tokens, func(t analysis.Token) bool {
		return !t.Stop && (of(t) && !held[t.Term] || !of(t) && !frames(t.Term) && !utterances(t.Term))
	})
}

// kin reports whether an article is about the same matter as one of some others, by the
// names in them.
func (f *follower) kin(a *corpus.Article, others []*corpus.Article) bool {
	if a == nil {
		return false
	}
	mine := f.engine.namesIn(a)
	return slices.ContainsFunc(others, func(o *corpus.Article) bool {
		theirs, met := f.engine.namesIn(o), 0
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
func (e *Engine) namesIn(a *corpus.Article) map[string]bool {
	out := make(map[string]bool)
	for _, t := range e.analyzer.Tokens(a.Body) {
		if !t.Stop && (t.Acronym || t.Upper && !analysis.Ordinary(t.Word)) {
			out[t.Term] = true
		}
	}
	return out
}
