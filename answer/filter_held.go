package answer

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"time"

	"newshound/answer/analysis"
	"newshound/answer/calendar"
	"newshound/corpus"
)

// Unheld is the value of a filter that the coverage does not hold.
type Unheld struct {
	// Field is "outlet", "byline", "section", "from", "to", "said" or "phrase".
	Field string `json:"field"`
	// Name is the value as typed.
	Name string `json:"name"`
	// Nearest is what the coverage holds and may have been meant, "" where nothing
	// comes near. For a date it is the last or first day of the coverage.
	Nearest string `json:"nearest,omitempty"`
	// Elsewhere says that the coverage does hold it, but nothing that the question's
	// other filters admit does, or for whose words a question asks (“what did Wray say
	// of it?”), none of the snippets.
	Elsewhere bool `json:"elsewhere,omitempty"`
	// Beside says that the first snippets are words of that speaker, which may not name
	// what is asked, from articles whose headline does.
	Beside bool `json:"beside,omitempty"`
}

// Malformed is the value of a filter that cannot be read.
type Malformed struct {
	Field string `json:"field"` // "from", "to" or "quote"
	Value string `json:"value"` // as typed: no date, a first day after the last, a quote of no words or too many
	// Common says of a quote that all its words are too common to be looked for.
	Common bool `json:"common,omitempty"`
}

// restriction is a question's filters, understood.
type restriction struct {
	filter    Filter // without the phrases
	phrases   []exactPhrase
	unheld    []Unheld
	malformed []Malformed
	speeches  *speeches
	unread    bool // more articles name a speaker than were read
	// named is the name in full of whom or what is asked about, where the coverage has it and
	// nothing else is asked: words of names that stand together by chance are many.
	named []exactPhrase
}

// exactPhrase is a phrase that must stand in the text to the word.
type exactPhrase struct {
	phrase
	rows   [][]string // terms, each row close enough together for a retriever
	folded string
}

// restrict understands the filters of a request. The error is the retriever's.
func (e *Engine) restrict(ctx context.Context, r request) (restriction, error) {
	out := restriction{speeches: &e.speeches}
	var said []fieldValue
	for _, f := range r.fields {
		switch f.field {
		case fieldSaid:
			said = append(said, f)
		case fieldFrom, fieldTo:
			e.bound(&out, f)
		default:
			e.keepTo(&out, f)
		}
	}
	if f := out.filter; !f.From.IsZero() && !f.To.IsZero() && f.To.Before(f.From) {
		out.malformed = append(out.malformed, Malformed{Field: fieldTo, Value: f.To.Format(time.DateOnly)})
	}
	for _, b := range r.barred {
		out.filter.Barred = append(out.filter.Barred, b)
		if tokens := e.analyzer.Tokens(b); len(tokens) == 1 && !tokens[0].Stop {
			out.filter.Without = append(out.filter.Without, tokens[0].Term)
		}
	}
	for _, p := range r.exact {
		if err := e.holdTo(ctx, &out, p); err != nil {
			return out, err
		}
	}
	for _, f := range said { // last, as it reads what the others admit
		if err := e.said(ctx, &out, f.value); err != nil {
			return out, err
		}
	}
	return out, nil
}

// keepTo takes in an outlet, a byline or a section that is asked for, or an outlet that is not.
func (e *Engine) keepTo(r *restriction, f fieldValue) {
	field := strings.TrimPrefix(f.field, "-")
	names := e.directory.find(field, f.value)
	if len(names) == 0 {
		r.unheld = append(r.unheld, Unheld{Field: field, Name: f.value, Nearest: e.directory.nearest(field, f.value)})
	}
	list := map[string]*[]string{
		fieldOutlet: &r.filter.Outlets, fieldNotOutlet: &r.filter.NotOutlets, fieldByline: &r.filter.Bylines, fieldSection: &r.filter.Sections,
	}[f.field]
	for _, n := range names {
		if !slices.Contains(*list, n) {
			*list = append(*list, n)
		}
	}
}

// holdTo takes in a phrase, if what the other filters admit has it.
func (e *Engine) holdTo(ctx context.Context, r *restriction, p phrase) error {
	exact := e.exactly(p)
	if len(exact.rows) == 0 || e.outlets[exact.folded] != nil { // nothing but stop words, or the name of an outlet
		return nil
	}
	held, err := e.holdsPhrase(ctx, r.filter, exact)
	if err != nil {
		return err
	}
	if held {
		r.phrases = append(r.phrases, exact)
		return nil
	}
	missing := Unheld{Field: fieldPhrase, Name: p.text}
	if !r.filter.IsZero() {
		if missing.Elsewhere, err = e.holdsPhrase(ctx, Filter{}, exact); err != nil {
			return err
		}
	}
	r.unheld = append(r.unheld, missing)
	return nil
}

// exactly returns a phrase as it is looked for.
func (e *Engine) exactly(p phrase) exactPhrase {
	return exactPhrase{phrase: p, rows: rowsOf(e.analyzer.Tokens(p.text)), folded: analysis.Fold(p.text)}
}

// bound takes in the first or the last day of a question, and whether the coverage reaches
// it.
func (e *Engine) bound(r *restriction, f fieldValue) {
	first, last, ok := calendar.Parse(f.value)
	if !ok {
		r.malformed = append(r.malformed, Malformed{Field: f.field, Value: f.value})
		return
	}
	c := e.index.Coverage()
	nearest := c.First
	beyond := last.Before(calendar.Day(c.First))
	if f.field == fieldFrom {
		r.filter.From = first
		nearest, beyond = c.Last, first.After(calendar.Day(c.Last))
	} else {
		r.filter.To = last
	}
	if beyond && !nearest.IsZero() {
		r.unheld = append(r.unheld, Unheld{Field: f.field, Name: f.value, Nearest: nearest.Format(time.DateOnly)})
	}
}

// rowsOf returns the terms of a phrase's tokens, a new row where more than one
// stop word stands between two.
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
func withPhrases(f Filter, phrases []exactPhrase) Filter {
	f.Phrases, f.Exact = slices.Clone(f.Phrases), slices.Clone(f.Exact)
	for _, p := range phrases {
		f.Phrases = append(f.Phrases, p.rows...)
		f.Exact = append(f.Exact, p.text)
	}
	return f
}

// phraseDepth is the number of passages that are read to find whether any holds
// a phrase to the word.
const phraseDepth = 50

// holdsPhrase reports whether a passage that the filter admits holds the phrase, as
// far as is known: where too many hold its words for all to be read, one may.
func (e *Engine) holdsPhrase(ctx context.Context, f Filter, p exactPhrase) (bool, error) {
	q := Query{Filter: withPhrases(f, []exactPhrase{p}), Limit: phraseDepth}
	for _, row := range p.rows {
		q.Clauses = append(q.Clauses, Clause{Alts: []Alt{{Terms: row, Weight: 1}}, Weight: 1})
	}
	hits, err := e.index.Retrieve(ctx, q)
	return len(hits) == phraseDepth || len(keepExact(hits, q.Filter)) > 0, err
}

// keepExact returns the hits that hold the filter's phrases to the word, and none
// that it bars.
func keepExact(hits []Hit, f Filter) []Hit {
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
	return slices.DeleteFunc(hits, func(h Hit) bool {
		text = appendFolded(text[:0], h.Passage)
		held := func(phrase []byte) bool { return bytes.Contains(text, phrase) }
		lacks := func(phrase []byte) bool { return !held(phrase) }
		return slices.ContainsFunc(exact, lacks) || slices.ContainsFunc(barred, held)
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
