package answer

import (
	"context"
	"fmt"
	"strings"

	"newshound/answer/calendar"
	"newshound/corpus"
)

// Explanation says why an answer is what it is. It is made where
// [Question.Explain] asks for it. Scores have no unit.
type Explanation struct {
	// Expects is the kind of thing that the question asks for, "" for any.
	Expects string `json:"expects,omitempty"`
	// Sides are the parts of a question that names outlets, each searched for by
	// itself, and Dates the days and months that it names.
	Sides []ExplainedSide `json:"sides,omitempty"`
	Dates []string        `json:"dates,omitempty"`
	Words []ExplainedWord `json:"words"`
	// Quotes are those of the answer that its words found, or the one that came nearest. What
	// somebody says beside them ([Unheld]) was not chosen by words.
	Quotes []ExplainedQuote `json:"quotes"`
	// Evidence is what the quote proves that proves most. Values times weights add up to the
	// logarithm of the odds, Confidence is their probability, and the coverage is
	// held to say from Enough on.
	Evidence   []Feature `json:"evidence,omitempty"`
	Confidence float64   `json:"confidence"`
	Enough     float64   `json:"enough"`
}

// ExplainedSide is a part of a question that was searched for by itself, in these outlets
// where it names any.
type ExplainedSide struct {
	Outlets []string `json:"outlets,omitempty"`
	Words   string   `json:"words"` // its part of the question
}

// ExplainedWord is a word that is searched for.
type ExplainedWord struct {
	Word string `json:"word"`
	// Part is the word's part in the question: "asked about", "name", "only asks"
	// or "outlet".
	Part string `json:"part"`
	// Weight is what the word is worth in retrieval, Proof what finding it proves.
	Weight float64 `json:"weight"`
	Proof  float64 `json:"proof"`
	// Passages is how many hold it.
	Passages int `json:"passages"`
	// Alternatives are what stands for it.
	Alternatives []ExplainedAlternative `json:"alternatives,omitempty"`
}

// ExplainedAlternative is what stands for a word, as well as Weight says.
type ExplainedAlternative struct {
	Terms    string  `json:"terms"`
	Weight   float64 `json:"weight"`
	Passages int     `json:"passages"`
}

// ExplainedQuote says why a quote was chosen. Merits add up to its score.
type ExplainedQuote struct {
	N       int              `json:"n"`
	Score   float64          `json:"score"`
	Merits  []Share          `json:"merits"`
	Passage ExplainedPassage `json:"passage"`
}

// ExplainedPassage says why the passage of a quote was found. Shares add up to
// its score: BM25 of its words, which Words tells word by word, and what is added
// to that or, for brevity and where the kind of thing that is asked for does not stand
// beside what it meets, taken off.
type ExplainedPassage struct {
	// Rank is its place among the passages, from 1. Those of several sides take
	// turns, whatever they score.
	Rank   int             `json:"rank"`
	Side   *ExplainedSide  `json:"side,omitempty"` // that found it; nil where it is the whole question
	Score  float64         `json:"score"`
	Shares []Share         `json:"shares"`
	Words  []ExplainedTerm `json:"words"`
}

// ExplainedTerm says what a word of the question adds to a passage.
type ExplainedTerm struct {
	Word string `json:"word"`
	// Body and Header count its occurrences in the passage and above the article.
	Body   int     `json:"body"`
	Header int     `json:"header"`
	Score  float64 `json:"score"` // BM25 times its weight
	// Quote is how well the quote meets it, 0 to 1, and Near how well what stands
	// around it does.
	Quote float64 `json:"quote"`
	Near  float64 `json:"near"`
}

// Share is a named part of a sum.
type Share struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

// kindNames name what a question asks for.
var kindNames = map[expectation]string{
	aPerson: "a person", aPlace: "a place", aTime: "a time", aNumber: "a number",
	aDuration: "a length of time", anAge: "an age", aReason: "a reason", aSum: "a sum of money", aScore: "a score",
	aCause: "a cause of death", aLeader: "who leads it", aRole: "what it is", speech: "what somebody said",
	aMember: "one of a kind", aToll: "how many died",
}

// explain explains the chosen quotes.
func (e *Engine) explain(ctx context.Context, in inquiry, x expansion, r *reader, found ranking, chosen []candidate) (*Explanation, error) {
	out := &Explanation{Expects: kindNames[in.expect], Enough: enough, Quotes: []ExplainedQuote{}, Words: []ExplainedWord{}}
	for _, s := range found.sides {
		out.Sides = append(out.Sides, in.explainSide(s))
	}
	for _, d := range in.dates {
		out.Dates = append(out.Dates, describeDate(d))
	}
	for _, w := range x.wants {
		out.Words = append(out.Words, e.explainWord(w))
	}
	for i, c := range chosen {
		q := ExplainedQuote{N: i + 1, Score: c.score, Merits: c.merits.shares()}
		var err error
		if q.Passage, err = e.explainPassage(ctx, found.side(c.hit).of(x), r, found, c); err != nil {
			return nil, err
		}
		if found.passages[c.hit].side > 0 {
			side := in.explainSide(found.side(c.hit))
			q.Passage.Side = &side
		}
		out.Quotes = append(out.Quotes, q)
	}
	return out, nil
}

// explainSide tells of a side what is asked of it, without what joins it to another: of one
// that is a phrase's, the phrase.
func (in inquiry) explainSide(s side) ExplainedSide {
	if s.end == 0 {
		return ExplainedSide{Words: strings.Join(s.filter.Exact, ", ")}
	}
	return ExplainedSide{s.outlets, strings.Trim(in.text[s.start:s.end], " ,;")}
}

func (e *Engine) explainWord(w want) ExplainedWord {
	out := ExplainedWord{Word: w.word.Word, Part: "asked about", Weight: w.Weight, Proof: w.info, Passages: e.index.DocFreq(w.word.Term)}
	switch {
	case w.word.outlet:
		out.Part = "outlet"
	case w.word.frame:
		out.Part = "only asks"
	case w.word.name:
		out.Part = "name"
	}
	for _, a := range w.Alts[1:] {
		df := e.index.DocFreq(a.Terms[0])
		for _, t := range a.Terms[1:] {
			df = min(df, e.index.DocFreq(t))
		}
		out.Alternatives = append(out.Alternatives, ExplainedAlternative{strings.Join(a.Terms, " "), a.Weight, df})
	}
	return out
}

// explainPassage explains the passage of a quote, with the words as its side
// weighs them. What each word scores is asked of the retriever, one by one, among
// the passages of articles like this one.
func (e *Engine) explainPassage(ctx context.Context, x expansion, r *reader, found ranking, c candidate) (ExplainedPassage, error) {
	hit := found.passages[c.hit]
	a := hit.Passage.Article
	only := Filter{Outlets: []string{a.Outlet}, Bylines: []string{a.Byline}, Sections: []string{a.Section}}
	if !a.Published.IsZero() {
		only.From, only.To = corpus.Days(a.Published)
	}
	read := r.of(hit.Passage)
	body, header, inside := countMatches(len(x.wants), read.matches), countMatches(len(x.wants), r.headerOf(read)), best(len(x.wants), c.matches)
	out := ExplainedPassage{Rank: c.hit + 1}
	words := 0.0
	for i, w := range x.wants {
		term := ExplainedTerm{Word: w.word.Word, Body: body[i], Header: header[i], Quote: inside[i], Near: c.near[i]}
		if w.Weight > 0 && body[i]+header[i] > 0 {
			hits, err := e.index.Retrieve(ctx, Query{Clauses: []Clause{w.Clause}, Filter: only, Limit: x.passages})
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
	out.Shares = nonZero(Share{"words", words}, Share{"article", hit.words - words}, Share{"neighbours", hit.proximity},
		Share{"sentences", hit.sentence}, Share{"date", hit.date}, Share{"brevity", hit.brevity}, Share{"kind of thing", hit.kind})
	for _, s := range out.Shares {
		out.Score += s.Value
	}
	return out, nil
}

// shares names the merits of a quote.
func (m merits) shares() []Share {
	return nonZero(Share{"words", m.words}, Share{"neighbours", m.neighbours}, Share{"kind of thing", m.kind},
		Share{"passage", m.passage}, Share{"further down", m.down}, Share{"goes on", m.onward}, Share{"caption", m.caption}, Share{"leads in", m.leads},
		Share{"asks", m.asks}, Share{"who says it", m.sayer})
}

// nonZero returns the shares that are worth telling.
func nonZero(shares ...Share) []Share {
	const nothing = 1e-6 // of what was added up and taken apart again
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
