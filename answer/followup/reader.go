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

// after reads a question in the light of the one before it, if it cannot stand
// alone: one that is nothing but a restriction (“only The Hill”, “since July 20”), asks
// for a circumstance (“when was that?”), puts something in the place of something
// (“and Putin?”), or has a pronoun for whom or what was spoken of. Whatever can stand
// alone does, for to answer another question than the one that was asked is worse than
// to find nothing. The error is the context's, the engine's or the retriever's.
func (r *Reader) after(ctx context.Context, q answer.Question) (Reading, error) {
	text := strings.TrimSpace(courteousEnd().ReplaceAllString(q.Text, ""))
	if strings.HasSuffix(q.Text, "?") && !strings.HasSuffix(text, "?") {
		text += "?" // not of “did he leave then?”
	}
	text = ofThat().ReplaceAllString(text, "$1 it$2")
	happened := false
	if m := ofThatDone().FindStringSubmatch(text); len(m) > 2 && !compares(analysis.Fold(syntax.LastWord(m[1]))) {
		text, happened = m[1]+" it"+m[2], true
	}
	text = anyoneElse().ReplaceAllString(text, "who else$1")
	text = elseDone().ReplaceAllString(text, "who else was $1")
	if wantsNames().MatchString(text) {
		text = "who exactly?"
	}
	typed := text
	text = namedFirst().ReplaceAllString(asMeant(text), "and $2$1")
	tokens := r.analyzer.Tokens(text)
	if form, _ := syntax.FormOf(text); form != "" || len(tokens) == 0 || len(tokens) > maxFollowUp {
		return Reading{}, nil
	}
	s := syntax.Spell(text, tokens)
	lead := leadIn().FindString(s.Words)
	f := follower{
		Reader: r, ctx: ctx, text: text, tokens: tokens, Spelling: s,
		happened: happened, led: lead != "", rest: s.Words[len(lead):], previous: r.drafts.Of(q.Previous, q.Day()), day: q.Day(),
	}
	if f.rest == "" {
		return Reading{}, nil
	}
	if a, err := f.opponent(q); err != nil || a.FollowUp || a.Unclear != nil {
		return a, err
	}
	if f.others() {
		return Reading{Text: f.previous.String(), FollowUp: true}, nil
	}
	if f.further() || f.moreSaid() {
		return Reading{Text: q.Previous, FollowUp: true}, nil
	}
	if f.placed() {
		if a, err := f.pronoun(q); err != nil || a.FollowUp || a.Unclear != nil {
			return a, err
		}
		return Reading{Text: capitalised(f.text), FollowUp: true}, nil
	}
	if _, ok := cutTopic(f.rest); ok {
		f.saidItself()
	}
	before := f.previous
	instead := func() bool {
		is := f.instead()
		if is {
			f.keepTo(before)
		}
		return is
	}
	for _, read := range []func() bool{
		func() bool { return f.speaker(q) }, f.both, f.listed, f.saidOn, f.corrected, func() bool { return f.narrows(q) }, func() bool { return f.compared(q) }, f.circumstance,
		f.outletAsked, func() bool { return f.owned(q) }, instead, f.latest, f.whichOnes, f.bare, f.ofWhat, f.ofWho, f.continued,
	} {
		if is := read(); f.err != nil {
			return Reading{}, f.err
		} else if is {
			return Reading{Text: f.previous.String(), FollowUp: true}, nil
		}
	}
	a, err := f.pronoun(q)
	if err != nil || a.Unclear != nil {
		return a, err
	}
	if !a.FollowUp && text != typed {
		a = Reading{Text: capitalised(f.text[f.start():]), FollowUp: true}
	}
	if a.FollowUp {
		a.Text = f.counting(a.Text)
	}
	return f.keptOn(a)
}

// maxFollowUp is the number of words of the longest follow-up.
const maxFollowUp = 20

// weigh looks what the coverage has for a question. The error is kept.
func (f *follower) weigh(text string) (w Weighed) {
	if f.err == nil {
		w, f.err = f.engine.Weigh(f.ctx, text, f.day)
	}
	return w
}

// follower reads one follow-up.
type follower struct {
	*Reader
	ctx    context.Context
	text   string
	tokens []analysis.Token
	syntax.Spelling
	happened bool        // its “it” was typed as “that”, of something that happened or is said
	led      bool        // it begins with words that go on from something: and, what about
	rest     string      // the words behind those
	previous draft.Draft // becomes what is asked
	day      time.Time
	err      error // the retriever's
}

// The forms of follow-ups, in the words of a [syntax.Spelling].
var (
	corrects     = analysis.Pattern(`^(?:(?:sorry|no ,|no|actually|ok|okay|but|and) (?:, )?)*(?:i meant? |no , |sorry , )`)
	leadIn       = analysis.Pattern(`^(?:(?:and|but|so|ok|okay|now|then|also|thanks|sorry|no ,|actually) (?:, )?)*(?:(?:what|how) about |(?:the |do the )?same (?:question |thing )?(?:for|with|about|but (?:for|with)) |i meant? (?:to say |to ask about )?)?`)
	onlyThat     = analysis.Pattern(`^(?:only|just|limit (?:it|that|this) to|(?:narrow|restrict) (?:it|that|this) to) (?:the articles |articles |coverage )?(?:in |from |by |of )?(.+?)(?: please)?$|^(?:in |from |by )?(.+) only$|^(?:anything|something|what is there|more) (?:else )?(?:from|in|by) (.+)$`)
	accordingly  = analysis.Pattern(`^(?:and )?(?:according to|in|from|by|with|as reported by) (.+)$`)
	without      = analysis.Pattern(`^(?:without|except(?: for)?|excluding|leave out|not (?:in|from|by)|but not|not) (.+)$`)
	notOnly      = analysis.Pattern(`^(?:not (?:only|just)|also (?:beyond|outside)|(?:in )?(?:all|any|other|every)) (.+)$`)
	ofThatDone   = analysis.Pattern(`(?i)^((?:(?:and|but|so) )?(?:did|does|do|has|have|had|will|would|can|could|should) \pL.*) (?:that|this)((?: (?:back|down|up|off|out|again|before|yet|already))?[ .!?]*)$`) // has anyone denied that?
	compares     = analysis.Words("like unlike before after than since until all")                                                                                                                              // did anything happen before that?
	courteousEnd = analysis.Pattern(`(?i)[ ,]+(?:please|thanks|thank you|then|though|instead|as well|too)[ .!?]*$`)
	ofThat       = analysis.Pattern(`(?i)(\b(?:say|said|says|think|thinks|thought|write|wrote|tweet|tweeted|know|do|did|done) (?:about|of|on|to)) (?:that|this)([ .!?]*)$`) // what is spoken of
	asks         = analysis.Pattern(`^(?:who|whom|whose|what|when|where|why|how|which|did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|tell|show|list|give|name)\b`)
)

// The forms of questions for others, and for names, that are asked as “who else?” and “who exactly?”
var (
	anyoneElse = analysis.Pattern(`(?i)^(?:and )?any(?:one|body) else([ ?.!]*)$`)
	elseDone   = analysis.Pattern(`(?i)^(?:and )?any(?:one|body) else (\pL+ed\b.*)$`)
	wantsNames = analysis.Pattern(`(?i)^(?:(?:any |the |their |and )?names|(?:can you |could you )?name (?:one|some|a few|them|them all|all|names))[ ?.!]*$`)
)

// asMeant returns a follow-up that says that it puts right the one before, “oh no I mean Wray”, as the
// patterns have it; a question then stands alone: “no, I meant who’s going”.
func asMeant(text string) string {
	says := saysMeant().FindString(text)
	switch meant := text[len(says):]; {
	case says == "" || pronouns[strings.TrimRight(analysis.Fold(meant), " .!?")] != "":
		return text // I mean it
	case asks().MatchString(analysis.Fold(meant)):
		return meant
	default:
		return "no, I meant " + meant
	}
}

// saysMeant matches up to what is meant.
var saysMeant = analysis.Pattern(`(?i)^(?:(?:no|sorry|oh|actually|ok|okay|but|and)[ ,.!]+)*i meant?,? (?:to (?:say|ask)(?: about)? )?`)

// namedFirst matches a question that names first whom a pronoun in it means: “and Biden, what did
// he say?”
var namedFirst = analysis.Pattern(`^(?:[Aa]nd|[Bb]ut|[Ss]o) ((?:(?:the|their|his|her) )?\pL[^ ,]*(?: \pL[^ ,]*)?), ` +
	`((?:what|when|where|why|how) (?:did|does|do|has|have|is|was|are|were) )(?:he|she|it|they)\b`)
