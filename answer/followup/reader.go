package followup

import (
	"context"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/draft"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// Engine finds what a follow-up may be about. Its methods are safe for concurrent use.
type Engine interface {
	// Ask answers a question. The error is the context's or the retriever's.
	Ask(context.Context, answer.Question) (*answer.Answer, error)
	// Weigh looks what the coverage has for a question of a day. The error is as for Ask.
	Weigh(ctx context.Context, question string, today time.Time) (Weighed, error)
	// Says reports whether an article has somebody say something, and Speaks whether a quote
	// has.
	Says(a *corpus.Article, name string) bool
	Speaks(quote answer.Citation, name string) bool
}

// Weighed is what the coverage has for one reading of a follow-up.
type Weighed struct {
	Best       answer.Citation // of no article where nothing was found
	Confidence float64         // in that quote
	Sure       bool            // that is enough for an answer
	// Own is the share, by weight, of the words of the question that stand not in its brackets
	// which the best quote, or what stands around it, meets.
	Own float64
	// Lacks are the terms of the question that the best quote has not.
	Lacks    []string
	Articles []*corpus.Article // of the quotes that an answer would have, the best first
	Found    []*corpus.Article // of all passages that were found
}

// Quotes reports whether the best quote has those of some words of which the question is.
func (w Weighed) Quotes(tokens []analysis.Token) bool {
	return !slices.ContainsFunc(tokens, func(t analysis.Token) bool { return slices.Contains(w.Lacks, t.Term) })
}

// Reader reads questions in the light of those before them. It is safe for concurrent use.
type Reader struct {
	engine   Engine
	index    answer.Index
	analyzer *analysis.Analyzer
	names    *naming.Names
	drafts   *draft.Reader
}

// New returns a reader of follow-ups about what an index holds, with the names in it and
// what takes questions apart by them.
func New(engine Engine, ix answer.Index, a *analysis.Analyzer, names *naming.Names, drafts *draft.Reader) *Reader {
	return &Reader{engine, ix, a, names, drafts}
}

// Reading is a question as it is read in the light of the one before.
type Reading struct {
	Text     string
	FollowUp bool            // it could not stand alone; false says that it was not read
	Unclear  *answer.Unclear // whom a word in it may mean, where that is several
}

// settled reports whether a reading says what a question asks, or that this is unclear.
func (a Reading) settled() bool { return a.FollowUp || a.Unclear != nil }

// Read reads a question in the light of those before it, if it cannot stand alone. Mostly that is
// the last ([Reader.after]). It is one before that where, read after the last, it does not say of
// whom or what it asks, or the coverage has no answer.
//
// The error is the context's, the engine's or the retriever's.
func (r *Reader) Read(ctx context.Context, q answer.Question) (Reading, error) {
	if a := r.back(q); a.FollowUp {
		return a, nil
	}
	a, err := r.after(ctx, q)
	narrows := a.FollowUp && syntax.Unfiltered(a.Text) == syntax.Unfiltered(q.Previous)
	if err != nil || narrows || q.Earlier == "" {
		return a, err
	}
	lost := a.Unclear != nil || a.FollowUp && r.ofNobody(a.Text, ofPerson)
	loose := a.FollowUp && r.ofNobody(a.Text, ofSeveral) // which the brackets may not tell either
	saysNothing := len(ofMeaning(r.analyzer.Tokens(q.Text))) == 0
	if !lost && saysNothing {
		return a, nil // “why?” is of the last
	}
	if !lost && !loose {
		text := q.Text
		if a.FollowUp {
			text = a.Text
		}
		if w, err := r.engine.Weigh(ctx, text, q.Day()); err != nil || w.Sure {
			return a, err
		}
	}
	if b, err := r.afterEarlier(ctx, q, lost); err != nil || b.FollowUp {
		return b, err
	}
	return a, nil
}

// afterEarlier reads a question in the light of the newest question before the last of which it has
// an answer, in a quote that has all that is asked. lost reports that after the last it does not
// say of whom or what it asks; otherwise it has to say something new of the earlier one.
func (r *Reader) afterEarlier(ctx context.Context, q answer.Question, lost bool) (Reading, error) {
	asked := ofMeaning(r.analyzer.Tokens(q.Text))
	for earlier := range strings.SplitSeq(q.Earlier, "\n") {
		q.Previous = earlier
		a, err := r.after(ctx, q)
		if err != nil {
			return Reading{}, err
		}
		repeats := a.Text == earlier && !lost
		adds := addedOn().MatchString(a.Text) && !addedOn().MatchString(earlier)
		if !a.FollowUp || r.ofNobody(a.Text, ofPerson) || r.ofNobody(a.Text, ofSeveral) || repeats || adds {
			continue
		}
		if w, err := r.engine.Weigh(ctx, a.Text, q.Day()); err != nil || w.Sure && w.Quotes(asked) {
			return a, err
		}
	}
	return Reading{}, nil
}

// ofNobody reports whether a question has one of some pronouns outside its brackets, so that it
// does not say of whom it asks.
func (r *Reader) ofNobody(text string, pronoun func(word string) bool) bool {
	tokens := r.analyzer.Tokens(text)
	aside := syntax.AsideIn(text, tokens)
	return slices.ContainsFunc(tokens, func(t analysis.Token) bool { return pronoun(t.Word) && t.Start < aside })
}

// after reads a question in the light of the one before it, if it cannot stand alone: if it only
// restricts that (“only The Hill”, “since July 20”), asks for a circumstance of it (“when was
// that?”), puts something in the place of something in it (“and Putin?”), or has a pronoun for
// whom or what was spoken of. Whatever can stand alone does: to answer another question than the
// one that was asked is worse than to find nothing. The error is the context's, the engine's or
// the retriever's.
func (r *Reader) after(ctx context.Context, q answer.Question) (Reading, error) {
	f, ok := r.follow(ctx, q)
	if !ok {
		return Reading{}, nil
	}
	if a, err := f.opponent(); err != nil || a.settled() {
		return a, err
	}
	switch {
	case f.others():
		return f.rewritten(), nil
	case f.further() || f.moreSaid():
		return Reading{Text: q.Previous, FollowUp: true}, nil
	case f.placed():
		if a, err := f.pronoun(); err != nil || a.settled() {
			return a, err
		}
		return Reading{Text: capitalised(f.text), FollowUp: true}, nil
	}
	if _, ok := cutTopic(f.rest); ok {
		f.saidItself()
	}
	for _, reads := range []func() bool{
		f.speaker,      // only what Wray said
		f.both,         // and Pochettino about him?
		f.listed,       // after a list of what somebody says: and Trump?
		f.saidOn,       // anything about Ellison?
		f.corrected,    // not Musk, Yaccarino
		f.narrows,      // only The Hill
		f.compared,     // compare with Fortune
		f.circumstance, // when was that?
		f.outletAsked,  // what does The Hill say?
		f.owned,        // and her mother?
		f.instead,      // and Putin?
		f.latest,       // what's the latest?
		f.whichOnes,    // which ones?
		f.bare,         // by whom?
		f.ofWhat,       // did Trump respond?
		f.continued,    // who scored the winning goal?
	} {
		if is := reads(); f.err != nil {
			return Reading{}, f.err
		} else if is {
			return f.rewritten(), nil
		}
	}
	f.askWho()
	a, err := f.pronoun()
	if err != nil || a.Unclear != nil {
		return a, err
	}
	if !a.FollowUp && f.reordered {
		a = Reading{Text: capitalised(f.text[f.start():]), FollowUp: true}
	}
	if a.FollowUp {
		a.Text = f.counting(a.Text)
	}
	return f.keptOn(a)
}

// follow begins to read a follow-up. It reports false for what is none: nothing, a question in a
// form of its own, or a long one.
func (r *Reader) follow(ctx context.Context, q answer.Question) (*follower, bool) {
	typed, happened := usual(q.Text)
	text := r.withNoun(namedFirst().ReplaceAllString(asMeant(typed), "and $2$1"), q.Previous)
	tokens := r.analyzer.Tokens(text)
	if form, _ := syntax.FormOf(text); form != "" || len(tokens) == 0 || len(tokens) > maxFollowUp {
		return nil, false
	}
	s := syntax.Spell(text, tokens)
	lead := leadIn().FindString(s.Words)
	return &follower{
		Reader: r, ctx: ctx, question: q, text: text, tokens: tokens, Spelling: s,
		happened: happened, reordered: text != typed, led: lead != "", rest: s.Words[len(lead):],
		previous: r.drafts.Of(q.Previous, q.Day()),
	}, lead != s.Words
}

// maxFollowUp is the number of words of the longest follow-up.
const maxFollowUp = 20

// weigh looks what the coverage has for a question. The error is kept.
func (f *follower) weigh(text string) (w Weighed) {
	if f.err == nil {
		w, f.err = f.engine.Weigh(f.ctx, text, f.question.Day())
	}
	return w
}

// lastAnswer returns the answer to the question before.
func (f *follower) lastAnswer() (*answer.Answer, error) {
	return f.engine.Ask(f.ctx, answer.Question{Text: f.previous.String(), Today: f.question.Today, Asked: f.question.Asked})
}

// rewritten reads the follow-up as the question before has been rewritten.
func (f *follower) rewritten() Reading { return Reading{Text: f.previous.String(), FollowUp: true} }

// follower reads one follow-up.
type follower struct {
	*Reader
	ctx      context.Context
	question answer.Question // as it was asked
	text     string          // of that, in the usual words ([usual])
	tokens   []analysis.Token
	syntax.Spelling
	happened  bool        // its “it” was typed as “that”, of something that happened or is said
	reordered bool        // its text says in another order, or without a correction, what was typed
	led       bool        // it begins with words that go on from something: and, what about
	rest      string      // the words behind those
	previous  draft.Draft // the question before; it is rewritten into what the follow-up asks
	err       error       // the retriever's
}

// leadIn matches the words with which a follow-up goes on from something, in the words of a
// [syntax.Spelling].
var leadIn = analysis.Pattern(`^(?:(?:and|but|so|ok|okay|now|then|also|thanks|sorry|no ,|actually) (?:, )?)*(?:(?:what|how) about |(?:the |do the )?same (?:question |thing )?(?:for|with|about|but (?:for|with)) |i meant? (?:to say |to ask about )?)?`)
