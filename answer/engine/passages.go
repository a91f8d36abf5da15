package engine

import (
	"slices"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

// passageReader reads passages for one question, each once. Its readings hold for every
// weighing of the question's words.
type passageReader struct {
	*matcher
	*pairer
	analyzer *analysis.Analyzer
	asked    map[string]bool // all terms of the question, even of words that only ask
	read     map[place]*reading
	words    []analysis.Word // scratch, as are the fields that follow
	tokens   []analysis.Token
	part     []run // of a part of a passage
	all      []run // of a passage
}

// place is where a passage stands. The article is known by its id, since an index may
// read it twice.
type place struct {
	article string
	start   int
}

func placeOf(p corpus.Passage) place { return place{p.Article.ID, p.Start} }

// reading is a passage with what the question finds in it.
type reading struct {
	passage corpus.Passage
	words   []analysis.Word // as far as they were analysed
	matches []match
	pairs   []pair
	header  []match // in the header; nil until headerOf is called
	runs    []run   // nil until runsOf is called
}

// run is whole sentences of a paragraph that may be quoted together.
type run struct {
	corpus.Span
	first     int // where its first sentence ends
	paragraph int
	part      corpus.Span // what the passage holds of the paragraph
	matches   []match     // those inside, in order
	pairs     float64     // the share of the question's pairs of words that are inside
}

// single reports a run of one sentence.
func (r run) single() bool { return r.first == r.End }

// newReader returns a reader for a question of these tokens.
func (e *Engine) newReader(question []analysis.Token, wants []inquiry.Want) *passageReader {
	r := &passageReader{matcher: newMatcher(wants), pairer: newPairer(question), analyzer: e.analyzer, asked: make(map[string]bool), read: make(map[place]*reading)}
	for _, t := range question {
		r.asked[t.Term] = true
	}
	return r
}

// of returns the reading of a passage.
func (r *passageReader) of(p corpus.Passage) *reading {
	at := placeOf(p)
	if known := r.read[at]; known != nil {
		return known
	}
	r.words = answer.Words(r.analyzer, r.beginnings, r.words[:0], p)
	r.tokens = r.analyzer.AppendTokens(r.tokens[:0], p.Article.Body, r.words)
	now := &reading{passage: p, words: slices.Clone(r.words), matches: r.find(r.tokens)}
	now.pairs = r.pairsIn(p.Article.Body, r.tokens, now.matches)
	r.read[at] = now
	return now
}

// wordsIn returns the words of a part of the passage, all of them analysed. The part lies in one
// paragraph.
func (r *passageReader) wordsIn(p *reading, part corpus.Span) []analysis.Word {
	start := func(w analysis.Word, at int) int { return int(w.Start) - at }
	first, _ := slices.BinarySearchFunc(p.words, part.Start, start)
	last, _ := slices.BinarySearchFunc(p.words, part.End, start)
	words := p.words[first:last:last]
	if slices.ContainsFunc(words, analysis.Word.Unread) {
		words = r.analyzer.AppendWords(words[:0], p.passage.Article.Text(part), part.Start) // the same ones
	}
	return words
}

// in returns the matches in a part of an article.
func (r *passageReader) in(a *corpus.Article, part corpus.Span) []match {
	r.tokens = r.analyzer.AppendOf(r.beginnings, r.tokens[:0], a.Text(part))
	found := r.find(r.tokens)
	for i := range found {
		found[i].Start += part.Start
		found[i].End += part.Start
	}
	return found
}

// headerOf returns the matches in the header of the passage's article.
func (r *passageReader) headerOf(p *reading) []match {
	if p.header == nil {
		r.tokens = r.analyzer.AppendOf(r.beginnings, r.tokens[:0], answer.Header(p.passage.Article))
		p.header = append(make([]match, 0, 1), r.find(r.tokens)...)
	}
	return p.header
}

// runsOf returns the runs of the passage's sentences that hold a match.
func (r *passageReader) runsOf(p *reading) []run {
	if p.runs == nil {
		r.all = r.all[:0]
		for i, part := range p.passage.Parts() {
			inside := within(p.matches, part)
			if len(inside) == 0 {
				continue
			}
			r.part = appendRuns(r.part[:0], p.passage.Article, part)
			for _, run := range r.part {
				if run.matches = within(inside, run.Span); len(run.matches) > 0 {
					run.paragraph, run.part, run.pairs = i, part, r.share(p.pairs, run.Span)
					r.all = append(r.all, run)
				}
			}
		}
		p.runs = append(make([]run, 0, len(r.all)), r.all...)
	}
	return p.runs
}

// unmatched returns the runs of the passage's sentences that hold no match.
func (r *passageReader) unmatched(p *reading) []run {
	var out []run
	for i, part := range p.passage.Parts() {
		for _, run := range appendRuns(nil, p.passage.Article, part) {
			if len(within(p.matches, run.Span)) == 0 {
				run.paragraph, run.part = i, part
				out = append(out, run)
			}
		}
	}
	return out
}

// within returns the matches that lie in span. They are in order.
func within(matches []match, span corpus.Span) []match {
	first := 0
	for first < len(matches) && matches[first].Start < span.Start {
		first++
	}
	last, whole := first, true
	for last < len(matches) && matches[last].Start < span.End {
		whole = whole && matches[last].End <= span.End
		last++
	}
	if whole {
		return matches[first:last:last]
	}
	return slices.DeleteFunc(slices.Clone(matches[first:last]), func(m match) bool { return m.End > span.End })
}
