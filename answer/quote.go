package answer

import (
	"unicode/utf8"

	"newshound/answer/analysis"
	"newshound/corpus"
)

// candidate is a run of sentences of one paragraph that may be quoted.
type candidate struct {
	article   *corpus.Article
	paragraph int
	corpus.Span
	matches []match // those inside, in order
	score   float64
	near    []float64 // for each clause, how well it is met here or around
	kind    bool      // the quote holds the kind of thing that was asked for
}

// How much a clause counts that is met not in the quote itself but near it.
const (
	inParagraph = 0.5
	inPassage   = 0.3
	// speakerNear is for the name of who is said to have spoken: named once, then
	// “he said”.
	speakerNear = 0.6
)

// How much a clause that is met near the quote proves.
const (
	proofParagraph = 0.79 // just short of sameWeight, from which on a match is as good as the word
	proofPassage   = 0.75
	proofHeader    = 0.7
	proofArticle   = 0.3
)

// What else the score of a quote is made of, in shares of the question's whole
// weight unless said otherwise.
const (
	neighbours   = 0.35 // of the weight of two words that stand side by side in both
	expectedKind = 0.12 // the quote holds the kind of thing that was asked for
	retrieval    = 0.10 // the passage's own score, relative to the best
	lengthCost   = 0.02 // for a quote of wantedQuote characters
	captionCost  = 0.05
)

// scorer scores the candidates of one question.
type scorer struct {
	*matcher
	expect   expectation
	analyzer *analysis.Analyzer
	total    float64 // weight of all clauses
	top      float64 // the best hit's score
	articles map[*corpus.Article][]float64
	places   [][]match // adjacency's: the matches of each clause
}

// candidates returns every quote that could be cut from the hits, scored.
func (e *Engine) candidates(in inquiry, x expansion, hits []Hit) []candidate {
	if len(hits) == 0 {
		return nil
	}
	s := scorer{matcher: newMatcher(x.wants), expect: in.expect, analyzer: e.analyzer, top: hits[0].Score,
		articles: make(map[*corpus.Article][]float64)}
	for _, w := range x.wants {
		s.total += w.Weight
	}
	found := make([]reading, len(hits))
	for i, h := range hits {
		found[i] = s.read(h)
		s.articles[h.Passage.Article] = maxOf(s.articles[h.Passage.Article], best(len(x.wants), found[i].matches))
	}
	var out []candidate
	for _, r := range found {
		out = s.appendCandidates(out, r)
	}
	return out
}

// reading is a passage with what the question finds in it.
type reading struct {
	Hit
	matches []match
	header  []float64
}

func (s *scorer) read(h Hit) reading {
	r := reading{Hit: h}
	r.matches = s.find(Tokens(s.analyzer, nil, h.Passage))
	r.header = best(len(s.wants), s.find(s.analyzer.Tokens(Header(h.Passage.Article))))
	return r
}

// appendCandidates appends the runs of sentences of the passage's paragraphs
// that meet some clause.
func (s *scorer) appendCandidates(out []candidate, r reading) []candidate {
	a := r.Passage.Article
	passage := best(len(s.wants), r.matches)
	for i, part := range r.Passage.Parts() {
		paragraph := best(len(s.wants), within(r.matches, part))
		for _, span := range runs(a, part) {
			c := candidate{article: a, paragraph: i, Span: span, matches: within(r.matches, span)}
			if len(c.matches) > 0 {
				s.score(&c, r, paragraph, passage)
				out = append(out, c)
			}
		}
	}
	return out
}

// score sets the candidate's score, and what the evidence is drawn from.
func (s *scorer) score(c *candidate, r reading, paragraph, passage []float64) {
	inside := best(len(s.wants), c.matches)
	article := s.articles[c.article]
	c.near = make([]float64, len(s.wants))
	sum := 0.0
	for i, w := range s.wants {
		around := inPassage
		if s.expect == speech && w.word.name {
			around = speakerNear
		}
		sum += w.Weight * max(inside[i], inParagraph*paragraph[i], around*passage[i])
		c.near[i] = max(inside[i], proofParagraph*paragraph[i], proofPassage*passage[i], proofHeader*r.header[i], proofArticle*article[i])
	}
	sum += neighbours * s.adjacency(c.matches)
	text := c.article.Text(c.Span)
	if c.kind = s.holds(text, c.matches, c.Start); c.kind && s.expect != anything {
		sum += expectedKind * s.total
	}
	sum += retrieval * s.total * r.Score / s.top
	sum -= lengthCost * s.total * float64(utf8.RuneCountInString(text)) / wantedQuote
	if c.article.Paragraphs[c.paragraph].Kind != corpus.Text {
		sum -= captionCost * s.total
	}
	c.score = sum / max(s.total, 1e-9)
}

// adjacency returns the weight of the neighbours in the question that are
// neighbours in the text too: in full when they stand side by side in the
// question's order, less when they are a few words apart.
func (s *scorer) adjacency(matches []match) float64 {
	if s.places == nil {
		s.places = make([][]match, len(s.wants))
	}
	for i := range s.places {
		s.places[i] = s.places[i][:0]
	}
	for _, m := range matches {
		s.places[m.want] = append(s.places[m.want], m)
	}
	sum := 0.0
	for i := 1; i < len(s.wants); i++ {
		closest := 0.0
		for _, x := range s.places[i-1] {
			for _, y := range s.places[i] {
				closest = max(closest, x.weight*y.weight*closeness(y.token-x.token))
			}
		}
		sum += closest * min(s.wants[i-1].Weight, s.wants[i].Weight)
	}
	return sum
}

// closeness rates how far the second of two words stands after the first.
func closeness(distance int) float64 {
	switch {
	case distance == 0: // one word meets both
		return 0.5
	case distance == 1:
		return 1
	case distance == 2:
		return 0.8
	case distance > 0 && distance <= 6:
		return 0.4
	case distance < 0 && distance >= -6:
		return 0.3
	}
	return 0
}

// within returns the matches that lie in span.
func within(matches []match, span corpus.Span) []match {
	var out []match
	for _, m := range matches {
		if m.Start >= span.Start && m.End <= span.End {
			out = append(out, m)
		}
	}
	return out
}

func maxOf(a, b []float64) []float64 {
	if a == nil {
		return b
	}
	for i := range a {
		a[i] = max(a[i], b[i])
	}
	return a
}
