package engine

import (
	"context"
	"slices"

	"newshound/answer"
	"newshound/answer/answertype"
	"newshound/answer/inquiry"
	"newshound/answer/naming"
)

const (
	// pool is the least number of passages that are retrieved where dates or exact phrases
	// count, so that one that is not read may come before one that is. Elsewhere it is
	// readingDepth.
	pool = 200
	// articleShare is how much the score of the whole article counts for its passages, where
	// articles are very long. It falls with the square of the share of passages that are not
	// the first of their article: to nothing where each article is one passage, since its
	// score is the passage's own and would only drown all that is added. It falls, too, with
	// the square of a question's length beyond plainLength words (not counting those that
	// only ask): what a long question tells stands in single passages. It is nothing where
	// the question names outlets: then it is about what single articles say.
	articleShare = 1.6
	plainLength  = 12
	// heldShare is how much it counts, in shares of articleShare, how many of the question's
	// words an article has at all: squared, so that one with all of them beats those with half
	// of them often. It is nothing where the question is divided into clauses.
	heldShare = 0.375
	// shareDepth is the number of passages to which the article counts.
	shareDepth = 500
	// proximityShare is how much it counts that neighbours in the question are neighbours
	// in the passage.
	proximityShare = 0.9
	// sentenceShare is how much it counts that a run of sentences of the passage meets
	// the question by itself. A run that meets half of it counts a quarter.
	sentenceShare = 0.5
	// besideShare is how much more two words count that stand side by side both in the
	// question and in such a run, in shares of the lesser weight.
	besideShare = 0.35
	// aloneShare is how much more it counts that a single sentence meets the question by
	// itself, where every article is one passage. It falls to nothing where articles are long.
	aloneShare = 1.0
	// kindShare is how much a passage loses, if its best sentence lacks the kind of thing that
	// is asked for, of what that meets beyond the best sentence that has it.
	kindShare = 0.3
	// kindDepth is the number of passages, best first, that are read for that.
	kindDepth = 10
	// briefCost is the greatest share of the retriever's score that a passage of less than
	// brief bytes loses: BM25 overrates a caption or a last line that has the word.
	briefCost = 0.5
	brief     = 200
	// crowd is the rank of the passage that the best is compared with to tell how far it
	// stands out.
	crowd = 20
	// smallCorpus is the number of passages of a corpus in which it is usual that fewer than
	// crowd are found.
	smallCorpus = 5 * crowd
	// readingDepth is the number of passages that are read, for proximity and for sentences.
	readingDepth = 60
)

// ranked is a passage that was found, with what its score is made of.
type ranked struct {
	answer.Hit
	words     float64 // the retriever's score
	held      float64 // what its article has of the question
	proximity float64
	sentence  float64
	date      float64
	brevity   float64 // at most 0
	kind      float64 // at most 0
	side      int     // the side of the question that found it, from 1; 0 is the whole
	proof
}

// ranking is what was found for a question: passages, best first, and the sides that
// it was searched by.
type ranking struct {
	passages []ranked
	sides    []side
}

// side returns the side that found the i-th passage, the zero side for the whole
// question.
func (r ranking) side(i int) side {
	if n := r.passages[i].side; n > 0 {
		return r.sides[n-1]
	}
	return side{}
}

// Rank returns the best q.Limit passages for a question, best first: those
// that hold most of its words, weighed by BM25, with credit for words that
// stand together as they do in the question. A question that names outlets is
// ranked for each of its sides, and the sides take turns. Filters in the
// question hold; one that the coverage does not hold is left out.
func (e *Engine) Rank(ctx context.Context, q answer.Question) ([]answer.Hit, error) {
	s, err := e.newSearch(ctx, q, q.Text)
	if err != nil {
		return nil, err
	}
	found, err := e.rank(ctx, s.inquiry, s.words, s.reader, s.only, q.Limit)
	if err != nil {
		return nil, err
	}
	hits := make([]answer.Hit, len(found.passages))
	for i, f := range found.passages {
		hits[i] = answer.Hit{Passage: f.Passage, Score: f.Score}
	}
	if by := speakersOf(s.only.filter); len(by) > 0 {
		hits = slices.DeleteFunc(hits, func(h answer.Hit) bool { return !s.speeches.inPassage(h.Passage, by) })
	}
	return hits, nil
}

func (e *Engine) rank(ctx context.Context, in inquiry.Inquiry, x inquiry.Expansion, r *passageReader, only restriction, limit int) (ranking, error) {
	q := answer.Query{Limit: max(readingDepth, limit), Depth: shareDepth, Filter: withPhrases(withPhrases(only.filter, only.phrases), only.named)}
	if in.Period().Told() || len(q.Filter.Exact)+len(q.Filter.Barred) > 0 {
		q.Limit = max(pool, limit)
	}
	whole := side{Side: naming.Side{End: len(in.Text)}, filter: q.Filter}
	if len(in.Sides) == 0 {
		q.Article = e.articleWeight(in)
		whole.clauses = in.Clauses(whole.Side)
	}
	hits, err := e.retrieve(ctx, x, q, whole)
	if err != nil {
		return ranking{}, err
	}
	if in.Lately && !in.Latest {
		if hits, err = e.withLately(ctx, in, x, q, whole, hits); err != nil {
			return ranking{}, err
		}
	}
	if len(in.Sides) > 0 || len(whole.clauses) > 1 {
		in.Expect = answertype.Any // what is asked for need not stand with every part of the question
	}
	found := e.byReading(hits, in, x, r, q, in.Period())
	var turns []turn
	sides := only.sides(in.Sides, len(found) > 0)
	divide(in, sides)
	for _, s := range sides {
		own := s.of(x)
		if hits, err = e.retrieve(ctx, own, q, s); err != nil {
			return ranking{}, err
		}
		turns = append(turns, e.turns(turn{s, e.byReading(hits, in, own, r, q, in.PeriodOf(s.Side))}, hits, in, x, r, q)...)
	}
	if len(sides) == 0 && len(whole.clauses) > 1 {
		turns = e.turns(turn{whole, found}, hits, in, x, r, q)
	}
	out := ranking{passages: found}
	if len(turns) > 0 {
		out = merge(turns, found)
	}
	out.passages = out.passages[:min(len(out.passages), limit)]
	return out, nil
}

// articleWeight returns what the score of the whole article counts for its passages.
func (e *Engine) articleWeight(in inquiry.Inquiry) float64 {
	further := e.inquiries.Further()
	words := 0
	for _, w := range in.Words {
		if !w.Frame {
			words++
		}
	}
	plain := min(1, plainLength/float64(max(1, words)))
	return articleShare * further * further * plain * plain
}

// side is a part of a question that is searched by itself.
type side struct {
	naming.Side // zero where the side is a phrase's
	filter      answer.Filter
	among       int           // how many sides or clauses the question is divided into
	clauses     []naming.Side // that it is itself divided into, if there are two or more
}

// turn is what was found for a side, or a clause of one, best first.
type turn struct {
	side
	found []ranked
}

// sides returns the searches to be made for a question with these named sides, each within its
// outlets and with its own phrases. together tells that some passage has all of the question's phrases;
// where none has, each phrase is searched for alone.
func (r restriction) sides(named []naming.Side, together bool) []side {
	var out []side
	for _, f := range named {
		only := r.filter
		if only.Outlets = shared(f.Outlets, r.filter.Outlets); len(only.Outlets) == 0 {
			continue
		}
		phrases := r.phrases
		if len(named) > 1 {
			phrases = phrasesOf(f, phrases)
		}
		if together || len(named) > 1 {
			out = append(out, side{Side: f, filter: withPhrases(only, phrases), among: len(named)})
			continue
		}
		for i := range phrases {
			out = append(out, side{Side: f, filter: withPhrases(only, phrases[i:i+1])})
		}
	}
	if len(named) == 0 && !together && len(r.phrases) > 1 {
		for i := range r.phrases {
			out = append(out, side{filter: withPhrases(r.filter, r.phrases[i:i+1])})
		}
	}
	return out
}

// shared returns the outlets of a side that the question's filter admits.
func shared(side, filter []string) []string {
	if len(filter) == 0 {
		return side
	}
	var out []string
	for _, o := range side {
		if slices.Contains(filter, o) {
			out = append(out, o)
		}
	}
	return out
}

// retrieve finds what the expansion asks for on a side, with q's limits.
func (e *Engine) retrieve(ctx context.Context, x inquiry.Expansion, q answer.Query, s side) ([]answer.Hit, error) {
	for _, w := range x.Wants {
		if w.Weight > 0 {
			q.Clauses = append(q.Clauses, w.Clause)
		}
	}
	q.Filter = s.filter
	q.Parts = len(s.clauses) > 1
	hits, err := e.index.Retrieve(ctx, q)
	if q.Parts {
		for i := range hits {
			hits[i].Held = 0 // no article need have all that several clauses ask
		}
	}
	return keepExact(hits, q.Filter), err
}

// turns ranks what was retrieved for a side anew for each of its clauses, which costs no
// further retrieval. What a passage proves stays what it proves for the side as a whole.
func (e *Engine) turns(s turn, hits []answer.Hit, in inquiry.Inquiry, x inquiry.Expansion, r *passageReader, q answer.Query) []turn {
	if len(s.clauses) < 2 {
		return []turn{s}
	}
	own := s.of(x)
	proofs := make(map[place]proof, len(s.found))
	for _, f := range s.found {
		proofs[placeOf(f.Passage)] = f.proof
	}
	var out []turn
	for _, c := range s.clauses {
		part := side{Side: c, filter: s.filter, among: len(s.clauses)}
		sees := part.of(x)
		found := e.byReading(reweighed(hits, own.Wants, sees.Wants), in, sees, r, q, in.PeriodOf(c))
		for i := range found {
			found[i].proof = proofs[placeOf(found[i].Passage)]
		}
		out = append(out, turn{part, found})
	}
	return out
}

// byReading ranks the hits of a query by their scores and by what is read in the best of them.
func (e *Engine) byReading(hits []answer.Hit, in inquiry.Inquiry, x inquiry.Expansion, r *passageReader, q answer.Query, when inquiry.Period) []ranked {
	found := make([]ranked, len(hits))
	s := e.scorerOf(in, x.Wants, r)
	alone := 1 - e.inquiries.Further()
	total := max(s.total, 1e-9)
	for i, h := range hits {
		f := ranked{Hit: h, words: h.Score, proof: proof{fit: h.Score / (total * (1 + q.Article))}}
		f.held = heldShare * q.Article * h.Held * h.Held / total
		f.date = s.total * when.Nearness(h.Passage.Article.Published)
		f.brevity = -h.Score * brevity(h.Passage.End-h.Passage.Start)
		if i < readingDepth {
			passage := r.of(h.Passage)
			// After the sequential dependence model (Metzler and Croft, A Markov Random
			// Field Model for Term Dependencies, 2005).
			f.proximity = proximityShare * s.adjacency(passage.matches)
			one := 0.0
			for _, run := range r.runsOf(passage) {
				words := s.words(run.matches)
				f.whole = max(f.whole, (words+besideShare*s.adjacency(run.matches))/total)
				if run.single() {
					one = max(one, words/total)
				}
			}
			f.sentence = total * (sentenceShare*f.whole*f.whole + aloneShare*alone*alone*one*one)
		}
		f.Score += f.date + f.brevity + f.proximity + f.sentence
		found[i] = f
	}
	score := func(f *ranked) float64 { return f.Score }
	found = bestFirst(found, score)
	if s.expect != answertype.Any {
		for i := range found[:min(kindDepth, len(found))] {
			f := &found[i]
			f.kind = -kindShare * s.lacksKind(r.of(f.Passage))
			f.Score += f.kind
		}
		found = bestFirst(found, score)
	}
	ahead, told := lead(found, x.Passages), tellingAll(found)
	for i := range found {
		f := &found[i]
		f.lead, f.told = ahead, told
		f.Score += f.held // which orders passages, and proves nothing
	}
	return bestFirst(found, score)
}

// brevity returns the share of the retriever's score that a passage of a length, in bytes,
// loses.
func brevity(length int) float64 {
	return briefCost * max(0, 1-float64(length)/brief)
}
