package syntax

import (
	"slices"
	"strings"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// MaxSpoken is the length in bytes of the longest question in which filters are looked
// for: one that is longer is a pasted text.
const MaxSpoken = 2000

// The words of questions that ask for articles, and not for anything that these say.
var (
	// theNews ask for articles also without a filter: “What’s new?”
	theNews = analysis.Words("article articles story stories news headline headlines latest newest new update updates developments")
	// itsArticles ask for articles beside a filter: “What has Ann Roe written?”
	itsArticles = analysis.Words(`everything anything something all piece pieces report reports coverage column columns item items post posts
		write writes written wrote publish published report reported reporting cover covered post posted run ran
		happen happened happening recent recently`)
	// besideArticles may stand with these.
	besideArticles = analysis.Words(`a an the any some every of in on at by from for with to there it that this
		me us you we i please show give list tell get find see read have has had got want need like
		what what's whats which how many s is are was were did do does been going else more most other up section outlet paper according`)
)

// seeking may stand, beside all of these, in a question for nothing but a phrase: find any mention of “…”
var seeking = analysis.Words(`search look looking use uses using with containing contain contains mentioning mention mentions mentioned about
	phrase phrases word words exact exactly term terms quote quotes appear appears occur occurs where`)

// WithoutSearching returns a request that asks for nothing but phrases without its other words: “find any
// mention of”. Any other request comes back as it is.
func WithoutSearching(a *analysis.Analyzer, r Request) Request {
	if len(r.Exact) == 0 || len(r.Text) > MaxSpoken {
		return r
	}
	var phrases []corpus.Span
	only := []byte(strings.Repeat(" ", len(r.Text)))
	for _, p := range r.Exact {
		if _, end, ok := QuotedAt(r.Text, p.Start); ok {
			phrases = append(phrases, corpus.Span{Start: p.Start, End: end})
			copy(only[p.Start:end], r.Text[p.Start:end])
		}
	}
	for _, t := range a.Tokens(r.Text) {
		inside := slices.ContainsFunc(phrases, func(p corpus.Span) bool { return p.Start <= t.Start && t.End <= p.End })
		if !inside && !seeking(t.Word) && !theNews(t.Word) && !itsArticles(t.Word) && !besideArticles(t.Word) {
			return r
		}
	}
	r.Text = string(only)
	return r
}

// ArticleWords counts the words of a text that ask for articles: beside a filter, and without one. Words in
// some parts of the text do not count. It reports false if there is any other word.
func ArticleWords(tokens []analysis.Token, but ...corpus.Span) (beside, without int, only bool) {
	for _, t := range tokens {
		switch {
		case slices.ContainsFunc(but, func(p corpus.Span) bool { return p.Start <= t.Start && t.End <= p.End }):
		case theNews(t.Word):
			beside++
			without++
		case itsArticles(t.Word):
			beside++
		case !besideArticles(t.Word):
			return 0, 0, false
		}
	}
	return beside, without, true
}

// NamesArticles reports whether a text has a word that may ask for articles.
func NamesArticles(tokens []analysis.Token) bool {
	return slices.ContainsFunc(tokens, func(t analysis.Token) bool { return theNews(t.Word) || itsArticles(t.Word) })
}

// AsksArticles reports whether a text asks for nothing but the articles of filters, which stand in some parts
// of it.
func AsksArticles(tokens []analysis.Token, filter ...corpus.Span) bool {
	beside, _, only := ArticleWords(tokens, filter...)
	return only && beside > 0
}
