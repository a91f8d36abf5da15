package draft

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/naming"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// The words in which a question is restricted, as [syntax.Spelling] has them.
var (
	// said are words for what was published. A time, a byline or an outlet behind them is that of the
	// publication.
	said        = `(?:published|written|reported|reporting|articles?|stor(?:y|ies)|pieces?|reports?|coverage|columns?|news|posted)`
	onlyOutlet  = analysis.Pattern(`(?:^|, )?\b(?:according to|only (?:in|from|by|with)|just (?:in|from)|solely (?:in|from)) (?:the )?@`)
	pieceOutlet = analysis.Pattern(`\b` + said + ` (?:in|from|by|of) (?:the )?@`)
	partOutlet  = analysis.Pattern(`\b(?:according to|only (?:in|from)) (?:the )?((?:[^ ,]+ ){0,3}?[^ ,]+)(?: ,.*)?$`)
	// In these, an @ stands for the outlet's name. It is the subject of what tellingOutlet matches;
	// newsOutlet matches what asks for anything of it.
	tellingOutlet = analysis.Pattern(`^(?:(?:and|but|so) )?what (?:else )?(?:did|does|do|has|have|had|is|was) (?:the )?@ (?:report|write|publish|run|cover|post|reporting|writing|covering|written|published|reported|covered)\b`)
	newsOutlet    = analysis.Pattern(`^(?:(?:is there|are there|show me|do you have|any) )*(?:anything|something|news|stories|articles|what s) (?:in|from|by) (?:the )?@`)
	asideOutlet   = analysis.Pattern(`^in (?:the )?@ ,|, in (?:the )?@$`)
	outletAtEnd   = analysis.Pattern(`\b(?:according to|(?:only |just |solely )?(?:in|from)) (?:the )?[^,]+$`)
	endOutlet     = analysis.Pattern(`\b(?:in|from) (?:the )?@$`)
	byByline      = analysis.Pattern(`\b(?:written|articles?|stor(?:y|ies)|pieces?|columns?|reports?|coverage|bylined|everything|anything|something|all|latest|newest|new|news) by ((?:[^ ,]+ ){1,3}[^ ,]+)`)
	byAnyone      = analysis.Pattern(`\bby ((?:[^ ,]+ ){1,3}[^ ,]+)`)
	// recently matches times shortly before the day of asking.
	recently = analysis.Pattern(`\b(?:today|yesterday|this (?:week|month|year)|(?:last|past) [^ ]+)\b`)
	// writing matches what an author has written, and ownPieces “Ann Roe’s articles”.
	writing     = analysis.Pattern(`^what (?:else )?(?:did|does|do|has|have|had|is|was) ((?:[^ ,]+ ){1,3}[^ ,]+?) (?:writ(?:e|ing|ten)|publish(?:ed|ing)?|report(?:ed|ing)?|cover(?:ed|ing)?|post(?:ed)?)\b`)
	ownPieces   = analysis.Pattern(`^(?:(?:show|give|list|find|get) (?:me |us )?|what (?:is|are) )?(?:all (?:of )?)?((?:[^ ,]+ ){1,3}[^ ,]+?) (?:latest|newest|recent|articles?|stor(?:y|ies)|pieces?|columns?|reports?|coverage)\b`)
	inSection   = analysis.Pattern(`\b(?:in|from|under|of) (?:the )?((?:[^ ,]+ ){0,3}?[^ ,]+) section\b|\b(?:in|from|under) (?:the )?section ((?:[^ ,]+ ){0,3}?[^ ,]+)$`)
	bareSection = analysis.Pattern(`^(?:the )?((?:[^ ,]+ ){0,3}?[^ ,]+) section$`)
)

// Spoken finds the filters that a question says in words, in the order of their fields. Words about a field
// for which a filter is typed are no filter.
//
// A question about several outlets, unless it asks for one or another of them, or about several days,
// compares them, and is not restricted to any: package inquiry ranks by them what is found. Nor is a
// question restricted to a year alone, or to a day on which something happened (“on 7 July”).
func (r *Reader) Spoken(q syntax.Request, today time.Time) []syntax.Spoken {
	if len(q.Text) > syntax.MaxSpoken {
		return nil
	}
	a := asking{Reader: r, q: q, tokens: r.analyzer.Tokens(q.Text)}
	a.words = syntax.Spell(q.Text, a.tokens)
	sides := a.outlets()
	if not, ok := butNot(q.Text, sides); ok {
		rest := q
		rest.Text = syntax.Blank(q.Text, not.Span)
		all := r.Spoken(rest, today)
		if len(all) > 0 && slices.ContainsFunc(all[0].Fields, func(f syntax.FieldValue) bool { return f.Field == syntax.FieldOutlet }) {
			return append([]syntax.Spoken{not}, all...)
		}
	}
	a.sides = either(q.Text, sides)
	for _, side := range a.sides {
		a.named = append(a.named, side.Name)
	}
	a.outsiders = len(r.names.Outsiders(q.Text, a.tokens, a.sides))
	when := a.when(today)
	var by, in []syntax.Spoken
	if !q.Has(syntax.FieldByline) {
		by = r.bylineIn(a.words, a.tokens, a.named)
	}
	if !q.Has(syntax.FieldSection) && strings.Contains(a.words.Words, "section") {
		in = r.sectionIn(a.words)
	}
	if !q.Has(syntax.FieldOutlet) {
		if o, ok := a.outlet(slices.Concat(when, by, in)); ok {
			return slices.Concat([]syntax.Spoken{o}, by, in, when)
		}
	}
	return slices.Concat(by, in, when)
}

// asking is a question in which filters are looked for.
type asking struct {
	*Reader
	q         syntax.Request
	tokens    []analysis.Token
	words     syntax.Spelling
	sides     []naming.Side // what it asks of each outlet of the coverage that it names
	named     []corpus.Span // where it names them
	outsiders int           // how many outlets it names that the coverage does not hold
}

// outlets returns the outlets that the question names. The first word may be one, though it is an ordinary
// word, if the question asks for nothing but its articles: Fortune’s latest.
func (a *asking) outlets() []naming.Side {
	sides := a.names.Sides(a.q.Text, a.tokens)
	if len(sides) == 0 && syntax.NamesArticles(a.tokens) {
		if all := a.names.Divide(a.q.Text, a.tokens, true); len(all) == 1 && syntax.AsksArticles(a.tokens, all[0].Name) {
			return all
		}
	}
	return sides
}

// when finds the restriction to a time, at most one. A time by itself is one only where the question asks
// for nothing but articles: yesterday’s news.
func (a *asking) when(today time.Time) []syntax.Spoken {
	if a.q.Has(syntax.FieldFrom) || a.q.Has(syntax.FieldTo) || len(a.sides)+a.outsiders > 1 {
		return nil
	}
	c := a.Calendar(today)
	if o, ok := a.words.Time(c, false); ok {
		return []syntax.Spoken{o}
	}
	if o, ok := a.beforeOutlet().Time(c, false); ok {
		return []syntax.Spoken{o}
	}
	if !syntax.NamesArticles(a.tokens) || strings.Contains(a.words.Words, "happen") && !recently().MatchString(a.words.Words) {
		return nil
	}
	if o, ok := a.words.Time(c, true); ok && syntax.AsksArticles(a.tokens, append(slices.Clone(a.named), o.Span)...) {
		return []syntax.Spoken{o}
	}
	return nil
}

// beforeOutlet returns the words before the restriction to an outlet at the end of the question, “according to The
// Hill”, or none if it does not end so.
func (a *asking) beforeOutlet() syntax.Spelling {
	at := outletAtEnd().FindStringIndex(a.words.Words)
	if at == nil {
		return syntax.Spelling{}
	}
	o, ok := a.outlet(nil)
	if lead := a.words.Place(at[0], at[1]); !ok || o.Start < lead.Start || strings.ContainsFunc(a.q.Text[o.End:], unicode.IsLetter) {
		return syntax.Spelling{}
	}
	return syntax.Spell(a.q.Text, a.tokens[:slices.Index(a.words.Starts, at[0])])
}

// outlet finds the restriction to outlets, or the outlets to do without, given the other filters.
func (a *asking) outlet(others []syntax.Spoken) (syntax.Spoken, bool) {
	if o, ok := without(a.words, a.sides, others); ok {
		return o, true
	}
	switch {
	case len(a.sides) == 1 && a.outsiders == 0:
		filters := slices.Clone(a.named)
		for _, o := range others {
			filters = append(filters, o.Span)
		}
		words, _, only := syntax.ArticleWords(a.tokens, filters...)
		says := asksSaying(a.tokens, a.sides[0].Name, filters...)
		o, ok := outletSpoken(a.words, a.sides[0], answertype.Asked(a.tokens) == answertype.Speech, says || only && words+len(filters) > 1)
		o.Subject, o.Says = o.Subject || says, says
		return o, ok
	case len(a.sides)+a.outsiders == 0:
		if o, ok := a.inPart(a.words); ok {
			return o, true
		}
		return a.misspelt(a.q.Text, a.tokens)
	}
	return syntax.Spoken{}, false
}

// bylineIn finds the restriction to an author, at most one. A name behind “by” is one only behind a word
// for articles, or where the question asks for nothing but articles.
func (r *Reader) bylineIn(s syntax.Spelling, tokens []analysis.Token, named []corpus.Span) []syntax.Spoken {
	if strings.Contains(s.Words, "by ") {
		if o, ok := r.bylineBehind(s, tokens, named); ok {
			return []syntax.Spoken{o}
		}
	}
	for _, p := range authorPatterns(s) {
		at := p().FindStringSubmatchIndex(s.Words)
		if at == nil {
			continue
		}
		if o, ok := r.label(s, syntax.FieldByline, at[2], at[3]); ok && o.End == s.Place(at[2], at[3]).End {
			o.Span = s.Place(at[0], at[1])
			return []syntax.Spoken{o}
		}
	}
	return nil
}

// authorPatterns returns which of writing and ownPieces a question may match.
func authorPatterns(s syntax.Spelling) (may []func() *regexp.Regexp) {
	if strings.HasPrefix(s.Words, "what ") && analysis.MayHold(s.Words, "writ", "publish", "report", "cover", "post") {
		may = append(may, writing)
	}
	pieces := strings.ReplaceAll(s.Words, "reported", "") // which many have, and no piece is called
	if analysis.MayHold(pieces, "latest", "newest", "recent", "article", "story", "stories", "piece", "column", "report", "coverage") {
		may = append(may, ownPieces)
	}
	return may
}

// bylineBehind finds an author behind “by”.
func (r *Reader) bylineBehind(s syntax.Spelling, tokens []analysis.Token, named []corpus.Span) (syntax.Spoken, bool) {
	if at := byByline().FindStringSubmatchIndex(s.Words); at != nil {
		if o, ok := r.label(s, syntax.FieldByline, at[2], at[3]); ok {
			o.Start = s.Place(at[0], at[3]).Start
			return o, true
		}
	}
	if !syntax.NamesArticles(tokens) {
		return syntax.Spoken{}, false
	}
	if at := byAnyone().FindStringSubmatchIndex(s.Words); at != nil {
		o, ok := r.label(s, syntax.FieldByline, at[2], at[3])
		if o.Start = s.Place(at[0], at[3]).Start; ok && syntax.AsksArticles(tokens, append(slices.Clone(named), o.Span)...) {
			return o, true
		}
	}
	return syntax.Spoken{}, false
}

// sectionIn finds the restriction to a section, at most one.
func (r *Reader) sectionIn(s syntax.Spelling) []syntax.Spoken {
	at := inSection().FindStringSubmatchIndex(s.Words)
	if at == nil {
		at = bareSection().FindStringSubmatchIndex(s.Words)
	}
	if at == nil {
		return nil
	}
	name := at[2:]
	for name[0] < 0 {
		name = name[2:]
	}
	o, ok := r.label(s, syntax.FieldSection, name[0], name[1])
	if !ok {
		return nil
	}
	o.Span = s.Place(at[0], at[1])
	return []syntax.Spoken{o}
}

// label reads the byline or section that begins at a word: the longest run of words that the coverage has as
// one.
func (r *Reader) label(s syntax.Spelling, field string, start, end int) (syntax.Spoken, bool) {
	name := s.Words[start:end]
	for {
		if found := r.names.Find(field, name); len(found) > 0 && (field == syntax.FieldSection || isWhole(found, name)) {
			o := syntax.Spoken{Span: s.Place(start, start+len(name)), Fields: []syntax.FieldValue{{Field: field, Value: name}}}
			return o, true
		}
		at := strings.LastIndexByte(name, ' ')
		if at < 0 || field == syntax.FieldSection { // what stands before “section” is all of its name
			return syntax.Spoken{}, false
		}
		name = name[:at]
	}
}

// InWords returns the filters that a text says in words, with the words.
func InWords(text string, said []syntax.Spoken) []answer.InWords {
	var out []answer.InWords
	for _, s := range said {
		at := s.Span
		if s.Keep {
			at = withLead(text, at)
		}
		for _, f := range s.Fields {
			if w := (answer.InWords{Field: f.Field, Words: strings.TrimSpace(text[at.Start:at.End])}); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// isWhole reports whether a name is the whole name of one of the authors of some bylines, and not a part.
func isWhole(bylines []string, name string) bool {
	return slices.ContainsFunc(bylines, func(b string) bool {
		for author := range strings.SplitSeq(strings.ReplaceAll(b, " and ", ","), ",") {
			if strings.ContainsRune(name, ' ') && !strings.HasPrefix(name, "the ") && strings.TrimPrefix(analysis.Fold(author), "by ") == name {
				return true
			}
		}
		return false
	})
}
