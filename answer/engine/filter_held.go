package engine

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/answer/syntax"
	"newshound/corpus"
)

// restriction is a question's filters, understood.
type restriction struct {
	filter    answer.Filter // without the phrases
	phrases   []exactPhrase
	unheld    []answer.Unheld
	malformed []answer.Malformed
	unread    bool // more articles name a speaker than were read
	// named is the full name of whom or what is asked about, where the coverage has it and
	// nothing else is asked: the words of a name often stand together by chance.
	named []exactPhrase
}

// exactPhrase is a phrase that must stand in the text word for word.
type exactPhrase struct {
	syntax.Phrase
	rows   [][]string // its terms, in rows that stand close enough together for a retriever
	folded string
}

// restrict understands the filters of a request. The error is the retriever's.
func (e *Engine) restrict(ctx context.Context, r syntax.Request) (restriction, error) {
	var out restriction
	var said []syntax.FieldValue
	for _, f := range r.Fields {
		switch f.Field {
		case syntax.FieldSaid:
			said = append(said, f)
		case syntax.FieldAsked: // tells what is likelier meant, and leaves nothing out
			if _, _, ok := calendar.Parse(f.Value); !ok {
				out.malformed = append(out.malformed, answer.Malformed{Field: f.Field, Value: f.Value})
			}
		case syntax.FieldFrom, syntax.FieldTo:
			e.bound(&out, f)
		default:
			e.keepTo(&out, f)
		}
	}
	if f := out.filter; !f.From.IsZero() && !f.To.IsZero() && f.To.Before(f.From) {
		out.malformed = append(out.malformed, answer.Malformed{Field: syntax.FieldTo, Value: f.To.Format(time.DateOnly)})
	}
	for _, b := range r.Barred {
		out.filter.Barred = append(out.filter.Barred, b)
		if tokens := e.analyzer.Tokens(b); len(tokens) == 1 && !tokens[0].Stop {
			out.filter.Without = append(out.filter.Without, tokens[0].Term)
		}
	}
	for _, p := range r.Exact {
		if err := e.holdTo(ctx, &out, p); err != nil {
			return out, err
		}
	}
	if p, ok := e.onlyCommon(r); ok && len(said) == 0 {
		out.malformed = append(out.malformed, answer.Malformed{Field: syntax.FieldPhrase, Value: p, Common: true})
	}
	for _, f := range said { // last, as it reads what the others admit
		if err := e.said(ctx, &out, f.Value); err != nil {
			return out, err
		}
	}
	return out, nil
}

// keepTo takes in a filter for an outlet, a byline or a section, or against an outlet.
func (e *Engine) keepTo(r *restriction, f syntax.FieldValue) {
	field := strings.TrimPrefix(f.Field, "-")
	names := e.names.Find(field, f.Value)
	if len(names) == 0 {
		r.unheld = append(r.unheld, answer.Unheld{Field: field, Name: f.Value, Nearest: e.names.Nearest(field, f.Value)})
	}
	list := map[string]*[]string{
		syntax.FieldOutlet: &r.filter.Outlets, syntax.FieldNotOutlet: &r.filter.NotOutlets, syntax.FieldByline: &r.filter.Bylines, syntax.FieldSection: &r.filter.Sections,
	}[f.Field]
	for _, n := range names {
		if !slices.Contains(*list, n) {
			*list = append(*list, n)
		}
	}
}

// holdTo takes in a phrase, if any article that the other filters admit has it.
func (e *Engine) holdTo(ctx context.Context, r *restriction, p syntax.Phrase) error {
	exact := e.exactly(p)
	if len(exact.rows) == 0 || e.names.Outlets(exact.folded) != nil { // nothing but stop words, or the name of an outlet
		return nil
	}
	missing, held, err := e.unheldPhrase(ctx, r.filter, exact)
	switch {
	case held:
		r.phrases = append(r.phrases, exact)
	case err == nil:
		r.unheld = append(r.unheld, missing)
	}
	return err
}

// unheldPhrase reports whether any article that a filter admits has a phrase, and what is to be
// told if none has.
func (e *Engine) unheldPhrase(ctx context.Context, f answer.Filter, p exactPhrase) (missing answer.Unheld, held bool, err error) {
	missing = answer.Unheld{Field: syntax.FieldPhrase, Name: p.Text}
	if held, err = e.holdsPhrase(ctx, f, p); err != nil || held {
		return missing, held, err
	}
	if !f.IsZero() {
		missing.Elsewhere, err = e.holdsPhrase(ctx, answer.Filter{}, p)
	}
	return missing, false, err
}

// onlyCommon returns a phrase of a request that asks for nothing but stop words, as in who said “it is
// what it is”?
func (e *Engine) onlyCommon(r syntax.Request) (phrase string, ok bool) {
	for _, p := range r.Exact {
		exact := e.exactly(p)
		if len(exact.rows) > 0 || e.names.Outlets(exact.folded) != nil {
			return "", false
		}
		phrase = p.Text
	}
	return phrase, phrase != "" && e.asksOnlyOf(r.Text, r.Exact)
}

// exactly returns a phrase as it is looked for.
func (e *Engine) exactly(p syntax.Phrase) exactPhrase {
	return exactPhrase{Phrase: p, rows: rowsOf(e.analyzer.Tokens(p.Text)), folded: analysis.Fold(p.Text)}
}

// bound takes in a filter for the first or the last day, and notes if the coverage does not
// reach it.
func (e *Engine) bound(r *restriction, f syntax.FieldValue) {
	first, last, ok := calendar.Parse(f.Value)
	if !ok {
		r.malformed = append(r.malformed, answer.Malformed{Field: f.Field, Value: f.Value})
		return
	}
	c := e.index.Coverage()
	nearest := c.First
	beyond := last.Before(calendar.Day(c.First))
	if f.Field == syntax.FieldFrom {
		r.filter.From = first
		nearest, beyond = c.Last, first.After(calendar.Day(c.Last))
	} else {
		r.filter.To = last
	}
	if beyond && !nearest.IsZero() {
		r.unheld = append(r.unheld, answer.Unheld{Field: f.Field, Name: f.Value, Nearest: nearest.Format(time.DateOnly)})
	}
}

// rowsOf returns the terms of a phrase's tokens but stop words. A new row begins where
// more than one of these stands between two.
func rowsOf(tokens []analysis.Token) [][]string {
	var rows [][]string
	last := -1
	for i, t := range tokens {
		if t.Stop {
			continue
		}
		if last < 0 || i-last > 2 {
			rows = append(rows, nil)
		}
		n := len(rows) - 1
		rows[n] = append(rows[n], t.Term)
		last = i
	}
	return rows
}

// withPhrases returns a filter with some phrases beside its own.
func withPhrases(f answer.Filter, phrases []exactPhrase) answer.Filter {
	f.Phrases, f.Exact = slices.Clone(f.Phrases), slices.Clone(f.Exact)
	for _, p := range phrases {
		f.Phrases = append(f.Phrases, p.rows...)
		f.Exact = append(f.Exact, p.Text)
	}
	return f
}

// phraseDepth is the number of passages that are read to find whether any holds
// a phrase to the word.
const phraseDepth = 50

// holdsPhrase reports whether a passage that the filter admits has the phrase. It reports
// true, too, where more passages have its words than are read.
func (e *Engine) holdsPhrase(ctx context.Context, f answer.Filter, p exactPhrase) (bool, error) {
	q := answer.Query{Filter: withPhrases(f, []exactPhrase{p}), Limit: phraseDepth}
	for _, row := range p.rows {
		q.Clauses = append(q.Clauses, answer.Clause{Alts: []answer.Alt{{Terms: row, Weight: 1}}, Weight: 1})
	}
	hits, err := e.index.Retrieve(ctx, q)
	return len(hits) == phraseDepth || len(keepExact(hits, q.Filter)) > 0, err
}

// keepExact returns the hits that have the filter's phrases word for word, and none of the
// phrases that it bars. It changes hits.
func keepExact(hits []answer.Hit, f answer.Filter) []answer.Hit {
	var exact, barred [][]byte // folded, with a blank before and behind
	for _, p := range f.Exact {
		exact = append(exact, []byte(" "+analysis.Fold(p)+" "))
	}
	for _, b := range f.Barred {
		if b = analysis.Fold(b); strings.Contains(b, " ") {
			barred = append(barred, []byte(" "+b+" "))
		}
	}
	if len(exact)+len(barred) == 0 {
		return hits
	}
	var text []byte
	return slices.DeleteFunc(hits, func(h answer.Hit) bool {
		text = appendFolded(text[:0], h.Passage)
		held := func(phrase []byte) bool { return bytes.Contains(text, phrase) }
		lacks := func(phrase []byte) bool { return !held(phrase) }
		return slices.ContainsFunc(exact, lacks) || slices.ContainsFunc(barred, held)
	})
}

// shutOut returns the passages of an article that a filter does not admit for what they say.
func (e *Engine) shutOut(f answer.Filter, a *corpus.Article) []corpus.Passage {
	if len(f.Exact)+len(f.Barred) == 0 {
		return nil
	}
	without := func(term string) bool { return slices.Contains(f.Without, term) }
	return slices.DeleteFunc(answer.Passages(a), func(p corpus.Passage) bool {
		return !analysis.AnyTerm(answer.Tokens(e.analyzer, nil, p), without) && len(keepExact([]answer.Hit{{Passage: p}}, f)) > 0
	})
}

// appendFolded appends the words of a passage to dst, folded, with a blank before and
// behind each and a line for each paragraph.
func appendFolded(dst []byte, p corpus.Passage) []byte {
	for _, part := range p.Parts() {
		dst = append(analysis.AppendFold(append(dst, ' '), p.Article.Text(part)), " \n"...)
	}
	return dst
}
