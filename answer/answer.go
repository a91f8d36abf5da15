package answer

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// Question is what a person asked.
type Question struct {
	// Text is the question as typed.
	Text string
	// Form says how it is to be answered; "" leaves that to Text.
	Form Form
	// Limit is the largest number of snippets wanted; 0 means [DefaultLimit].
	Limit int
	// Asked is when the question is asked: what was published shortly before is
	// likelier meant. The zero time says nothing.
	Asked time.Time
	// Today is the day from which words like “yesterday” and “last week” count; where
	// it is the zero time, Asked is. It has no part in the ranking.
	Today time.Time
	// Previous is the question before this one in the same conversation, as
	// [Answer.Read] or else its Text has it: a follow-up (“and Putin?”, “what else did
	// he say?”, “only The Hill”) is read in its light. "" is for none.
	Previous string
	// Drop is a kind of filter that Text is to be asked without: outlet, byline,
	// section, said, from, to, dates, phrase, word, or filters, which are all of these.
	Drop string
	// Explain has the answer explained, which takes longer.
	Explain bool
}

// Day returns the day from which words like “yesterday” count.
func (q Question) Day() time.Time {
	if q.Today.IsZero() {
		return q.Asked
	}
	return q.Today
}

// DefaultLimit is the number of snippets of an answer unless asked otherwise.
const DefaultLimit = 3

// Outcome says how far the coverage answers a question.
type Outcome string

// The outcomes.
const (
	Found Outcome = "found" // the snippets answer the question
	// Partial: they bear on it, but part of it is nowhere in the coverage, or has no answer
	// there, or all that is asked of whom or what it names is nowhere near them, or nothing of them is said by the
	// one whose words are asked for.
	Partial Outcome = "partial"
	None    Outcome = "none" // the coverage does not say
)

// Answer is the engine's reply to a question: verbatim quotes with their
// citations, or an honest account of a search that found nothing.
type Answer struct {
	Question Question
	// Read is the question as it was read, where its text alone does not say it all: a
	// question of its own, that has the same answer on any other day. FollowUp says
	// that it was read in the light of the one before.
	Read     string
	FollowUp bool
	// Further says that a follow-up asks for what has not been said: “what else did he
	// say?”
	Further bool
	// Unclear is the word of a follow-up that might mean several, and for which nothing
	// was searched; nil where there is none.
	Unclear *Unclear
	// Form is how it is answered: "" is with the quotes that answer it best, best
	// first.
	Form    Form
	Outcome Outcome
	// Confidence is how likely it is that the coverage answers the question, 0 to
	// 1, as far as Evidence tells. Outcome is drawn from it.
	Confidence float64
	Evidence   Evidence
	// Snippets are the quotes, best first unless the form has another order. There
	// are none when Outcome is None.
	Snippets []Snippet
	// Near is, when Outcome is None, the quote that comes nearest to an answer
	// without being one, if any comes near.
	Near []Snippet
	// Searched are the words, names and outlets of the coverage that were looked
	// for.
	Searched []string
	// Missing are words of the question, as typed, that the coverage never uses.
	Missing []string
	// Absent are other words of the question, as typed, that neither a snippet has,
	// nor the passage or the header around one. What is asked with them may not be
	// answered.
	Absent []string
	// Unanswered are the parts of a question that asks two things, as typed, which the coverage
	// does not answer, where it answers the other.
	Unanswered []string
	// Silent are the outlets, of two or more of which a question asks, whose articles have
	// nothing that bears on it.
	Silent []string
	// Filter is what the question's filters were understood as: names are the
	// corpus's own.
	Filter Filter
	// InWords are the parts of Filter that the question says in words rather than
	// types.
	InWords []InWords
	// Unheld are the filters that the coverage does not hold, and Malformed those
	// that make no sense. Either is a reason for None; only a phrase of a longer
	// question that the coverage does not hold to the word, and whose words a question
	// asks for that none of the snippets has, may leave it Partial.
	Unheld    []Unheld
	Malformed []Malformed
	// Corrected are the words that were read as another.
	Corrected []Correction
	// Explanation says why, where the question asks to explain and something bears
	// on it.
	Explanation *Explanation
	// Check is, in the form [CheckQuote], what came of it.
	Check *QuoteCheck
	// Total is, in a form that chooses by article or outlet and in a list of what
	// somebody says, how many quotes there are, of which Snippets are the first.
	Total int
	// Newest says that the question asks for no more than articles, by its filters: the
	// snippets are what each begins with, the newest first, and Total is the number of the
	// articles.
	Newest bool
	// Unread says that more articles name the speaker who is asked for than are read
	// for a question: Total counts what the others hold, and no more.
	Unread bool
	// Sides is, in the form [Compare], what was found of each outlet.
	Sides []Side
	// Coverage is the size of what was searched.
	Coverage Coverage
}

// InWords is a filter that a question says in words.
type InWords struct {
	// Field is "outlet", "byline", "section", "from" or "to".
	Field string `json:"field"`
	// Words are the words that say it, as typed.
	Words string `json:"words"`
}

// Unclear is a word of a follow-up, “he”, of which it cannot be told whom or what it
// means.
type Unclear struct {
	Word string `json:"word"`
	// Names are those that it may mean, as the last question or its answer has them.
	Names []string `json:"names,omitempty"`
}

// Correction records that a word of the question, which the coverage never
// uses, was read as one that it does use.
type Correction struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Snippet is one verbatim quote with its citation.
type Snippet struct {
	Quote string
	// Marks are the words of Quote that match the question: ranges of its bytes,
	// in order, not overlapping.
	Marks []corpus.Span
	// Score orders the snippets of one answer. It has no unit and does not
	// compare across questions.
	Score float64
	Cite  Citation
}

// Citation says where a quote stands.
type Citation struct {
	// N is the citation's number in its answer, from 1.
	N       int
	Article *corpus.Article
	// Paragraph is the index into Article.Paragraphs of the paragraph that holds
	// the quote.
	Paragraph int
	// Span is the quote's range in Article.Body.
	corpus.Span
	// Also are the other articles, one citation each, that hold a copy of the quote
	// and of what stands around it, the earliest first, and those of no known date last.
	// What stands there may differ in a word. See [Citation.Copies] and
	// [Citation.Versions].
	Also []Citation
}

// Copies returns the citations of Also that are in other outlets, or where an outlet
// is not known; each of those is a copy.
func (c Citation) Copies() []Citation {
	return slices.DeleteFunc(slices.Clone(c.Also), c.isVersion)
}

// Versions returns the citations of Also that are of the same outlet: articles that it
// put out twice, or went on writing.
func (c Citation) Versions() []Citation {
	return slices.DeleteFunc(slices.Clone(c.Also), func(o Citation) bool { return !c.isVersion(o) })
}

func (c Citation) isVersion(o Citation) bool {
	outlet := analysis.Fold(c.Article.Outlet)
	return outlet != "" && outlet == analysis.Fold(o.Article.Outlet)
}

// Overlaps reports whether a quote overlaps another, or a copy of one of them does.
func (c Citation) Overlaps(o Citation) bool {
	return o.Covers(c.Article, c.Span) || slices.ContainsFunc(c.Also, func(there Citation) bool { return o.Covers(there.Article, there.Span) })
}

// Where returns the paragraph that holds the quote.
func (c Citation) Where() corpus.Paragraph { return c.Article.Paragraphs[c.Paragraph] }

// LeadIn returns the article's own words that announce the quoted paragraph as
// taken from another publication ("According to The Post:"), or "".
func (c Citation) LeadIn() string { return c.Article.Text(c.Where().LeadIn) }

// ErrNotVerbatim is returned for a snippet that is not what its article says.
var ErrNotVerbatim = errors.New("quote is not verbatim")

// Verify checks the snippet against the stored article: the quote must be the very bytes
// that the citation points at, inside one paragraph, with every mark inside the quote; and
// its copies are as well inside a paragraph each. Whoever shows a snippet calls it first.
// The error wraps [ErrNotVerbatim].
func (s Snippet) Verify() error {
	c := s.Cite
	if err := c.verify(); err != nil {
		return err
	}
	if c.Article.Text(c.Span) != s.Quote {
		return fmt.Errorf("citation %d of article %s: %w", c.N, c.Article.ID, ErrNotVerbatim)
	}
	for _, o := range c.Also {
		if err := o.verify(); err != nil {
			return fmt.Errorf("copy of citation %d: %w", c.N, err)
		}
	}
	end := 0
	for _, m := range s.Marks {
		if m.Start < end || m.End <= m.Start || m.End > len(s.Quote) {
			return fmt.Errorf("citation %d has a mark outside its quote: %w", c.N, ErrNotVerbatim)
		}
		end = m.End
	}
	return nil
}

// verify checks that the citation points into one paragraph.
func (c Citation) verify() error {
	switch {
	case c.Article == nil || c.Paragraph < 0 || c.Paragraph >= len(c.Article.Paragraphs):
		return fmt.Errorf("citation %d points at no paragraph: %w", c.N, ErrNotVerbatim)
	case c.Start < c.Where().Start || c.End > c.Where().End || c.Start >= c.End:
		return fmt.Errorf("citation %d leaves its paragraph: %w", c.N, ErrNotVerbatim)
	}
	return nil
}
