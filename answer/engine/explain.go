package engine

import (
	"context"
	"fmt"
	"strings"

	"newshound/answer"
	"newshound/answer/calendar"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

// explain explains the chosen quotes.
func (e *Engine) explain(ctx context.Context, in inquiry.Inquiry, x inquiry.Expansion, r *passageReader, found ranking, chosen []candidate) (*answer.Explanation, error) {
	out := &answer.Explanation{Expects: in.Expect.String(), Enough: enough, Quotes: []answer.ExplainedQuote{}, Words: []answer.ExplainedWord{}}
	for _, s := range found.sides {
		out.Sides = append(out.Sides, explainSide(in, s))
	}
	for _, d := range in.Dates {
		out.Dates = append(out.Dates, describeDate(d))
	}
	for _, w := range x.Wants {
		out.Words = append(out.Words, e.explainWord(w))
	}
	for i, c := range chosen {
		q := answer.ExplainedQuote{N: i + 1, Score: c.score, Merits: c.merits.shares()}
		var err error
		if q.Passage, err = e.explainPassage(ctx, found.side(c.hit).of(x), r, found, c); err != nil {
			return nil, err
		}
		if found.passages[c.hit].side > 0 {
			side := explainSide(in, found.side(c.hit))
			q.Passage.Side = &side
		}
		out.Quotes = append(out.Quotes, q)
	}
	return out, nil
}

// explainSide tells what is asked of a side, without the words that join it to another; of a
// side that is searched for a phrase, the phrase.
func explainSide(in inquiry.Inquiry, s side) answer.ExplainedSide {
	if s.End == 0 {
		return answer.ExplainedSide{Words: strings.Join(s.filter.Exact, ", ")}
	}
	return answer.ExplainedSide{Outlets: s.Outlets, Words: strings.Trim(in.Text[s.Start:s.End], " ,;")}
}

func (e *Engine) explainWord(w inquiry.Want) answer.ExplainedWord {
	out := answer.ExplainedWord{Word: w.Word.Word, Part: "asked about", Weight: w.Weight, Proof: w.Info, Passages: e.index.DocFreq(w.Word.Term)}
	switch {
	case w.Word.Outlet:
		out.Part = "outlet"
	case w.Word.Frame:
		out.Part = "only asks"
	case w.Word.Name:
		out.Part = "name"
	}
	for _, a := range w.Alts[1:] {
		df := e.index.DocFreq(a.Terms[0])
		for _, t := range a.Terms[1:] {
			df = min(df, e.index.DocFreq(t))
		}
		out.Alternatives = append(out.Alternatives, answer.ExplainedAlternative{Terms: strings.Join(a.Terms, " "), Weight: a.Weight, Passages: df})
	}
	return out
}

// explainPassage explains the passage of a quote, with the words as its side weighs
// them. The retriever is asked for the score of each word by itself, with a filter
// that admits few articles but this one.
func (e *Engine) explainPassage(ctx context.Context, x inquiry.Expansion, r *passageReader, found ranking, c candidate) (answer.ExplainedPassage, error) {
	hit := found.passages[c.hit]
	a := hit.Passage.Article
	only := answer.Filter{Outlets: []string{a.Outlet}, Bylines: []string{a.Byline}, Sections: []string{a.Section}}
	if !a.Published.IsZero() {
		only.From, only.To = corpus.Days(a.Published)
	}
	read := r.of(hit.Passage)
	body, header, inside := countMatches(len(x.Wants), read.matches), countMatches(len(x.Wants), r.headerOf(read)), best(len(x.Wants), c.matches)
	out := answer.ExplainedPassage{Rank: c.hit + 1}
	words := 0.0
	for i, w := range x.Wants {
		term := answer.ExplainedTerm{Word: w.Word.Word, Body: body[i], Header: header[i], Quote: inside[i], Near: c.near[i]}
		if w.Weight > 0 && body[i]+header[i] > 0 {
			hits, err := e.index.Retrieve(ctx, answer.Query{Clauses: []answer.Clause{w.Clause}, Filter: only, Limit: x.Passages})
			if err != nil {
				return out, err
			}
			for _, h := range hits {
				if h.Passage.Article.ID == a.ID && h.Passage.Start == hit.Passage.Start {
					term.Score = h.Score
				}
			}
		}
		words += term.Score
		out.Words = append(out.Words, term)
	}
	out.Shares = nonZero(share("words", words), share("article", hit.words-words), share("words in the article", hit.held), share("neighbours", hit.proximity),
		share("sentences", hit.sentence), share("date", hit.date), share("brevity", hit.brevity), share("kind of thing", hit.kind))
	for _, s := range out.Shares {
		out.Score += s.Value
	}
	return out, nil
}

// shares names the merits of a quote.
func (m merits) shares() []answer.Share {
	return nonZero(share("words", m.words), share("neighbours", m.neighbours), share("kind of thing", m.kind),
		share("passage", m.passage), share("further down", m.down), share("just before it is asked", m.recent), share("goes on", m.onward), share("caption", m.caption),
		share("asks", m.asks), share("who says it", m.sayer), share("a story as it goes on", m.story), share("told by others, too", m.agreed), share("tells who does it", m.doer))
}

func share(name string, value float64) answer.Share { return answer.Share{Name: name, Value: value} }

// nonZero returns the shares that are worth telling.
func nonZero(shares ...answer.Share) []answer.Share {
	const nothing = 1e-6 // less is an error of rounding
	out := shares[:0]
	for _, s := range shares {
		if s.Value > nothing || s.Value < -nothing {
			out = append(out, s)
		}
	}
	return out
}

// countMatches counts the matches of each clause.
func countMatches(wants int, matches []match) []int {
	n := make([]int, wants)
	last := corpus.Span{Start: -1}
	for i, m := range matches {
		if i > 0 && m.Span == last && m.want == matches[i-1].want {
			continue // a word by two of its alternatives
		}
		n[m.want]++
		last = m.Span
	}
	return n
}

// dayForm is how a day is told.
const dayForm = "2 January 2006"

// describeDate names a date.
func describeDate(d calendar.Named) string {
	switch {
	case d.First.Year() == 0:
		return d.First.Format("2 January")
	case d.First.Equal(d.Last):
		return d.First.Format(dayForm)
	}
	return fmt.Sprintf("%s to %s", d.First.Format(dayForm), d.Last.Format(dayForm))
}
