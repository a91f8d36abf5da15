package engine

import (
	"slices"

	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/inquiry"
	"newshound/corpus"
)

const (
	// agreement is what a quote gains, in shares of the question's weight, if all other articles that
	// were found tell what it tells. It counts in full where articles are long.
	agreement = 1.4
	// agreedTerms is the number of terms of a quote, its best, that are counted: a name has two.
	agreedTerms = 2
	// fullRarity is the inverse document frequency from which a term counts in full. In a small corpus
	// no term reaches it, and agreement there means little.
	fullRarity = 10
	// leastVoting is how much of the question a quote must meet for its terms to count.
	leastVoting = 0.4
)

// ballot is what a voter's vote for a term is worth. Few voters vote for the same term, so its ballots are
// a linked list.
type ballot struct {
	voter, next int32 // next is where the next ballot for the term is, from 1; 0 after the last
	worth       float64
}

// toldTerm is a place in a text where a term stands that may be an answer, and the term's number.
type toldTerm struct {
	corpus.Span
	term int32
}

// votes counts what the quotes of all articles tell beside the question's own words. Of those on “Who leads
// the Wagner group?”, most name Prigozhin.
type votes struct {
	terms  []string         // by their numbers
	number map[string]int32 // of each term; the constant asked for those of the question
	sums   []float64        // of each term's votes
	first  []int32          // where each term's first ballot is, from 1
	cast   []ballot
	voters map[string]int32 // by article id and by the text of a quote: a copy is the same voter
	best   []float64        // what each voter's best quote counts
}

// agree credits candidates for terms beside the question's own that other articles' quotes have, too; the
// rarer the term, the more. It is for questions that a word or two may answer, in coverage where many
// articles tell one story.
func (s *search) agree(scorer *scorer, found []candidate) {
	further := s.inquiries.Further()
	worth := agreement * further * further * min(1, fullWeight/max(scorer.total, 1e-9))
	if len(s.found.sides) > 0 || worth == 0 || len(found) == 0 || !briefly(s.inquiry.Expect) {
		return
	}
	v := votes{number: make(map[string]int32), voters: make(map[string]int32)}
	for term := range s.reader.asked {
		v.number[term] = asked
	}
	top := 0.0
	for i := range found {
		top = max(top, found[i].score)
	}
	var told []toldTerm // of the part of a paragraph that was read last
	part := -1          // the candidate whose part that was
	var all []int32
	bounds, whose := make([]int, len(found)+1), make([]int32, len(found))
	for i := range found {
		c := &found[i]
		met := scorer.words(c.matches) / max(scorer.total, 1e-9)
		votes := c.hit < depth && met >= leastVoting
		if votes || c.score > top-worth {
			if part < 0 || c.article != found[part].article || c.part != found[part].part {
				told, part = s.told(told[:0], scorer, c, &v), i
			}
			for _, t := range told {
				if t.Start >= c.Start && t.End <= c.End && !slices.Contains(all[bounds[i]:], t.term) {
					all = append(all, t.term)
				}
			}
			whose[i] = v.voter(c)
		}
		bounds[i+1] = len(all)
		if votes {
			v.vote(whose[i], met*met*met*met, all[bounds[i]:])
		}
	}
	rarity := s.rarity(&v)
	for i := range found {
		var best [agreedTerms]float64
		for _, t := range all[bounds[i]:bounds[i+1]] {
			value := v.sums[t] - v.worthOf(whose[i], t) // what the others' votes are worth
			if value <= 0 {
				continue
			}
			value *= rarity(t)
			for k := range best {
				if value > best[k] {
					value, best[k] = best[k], value
				}
			}
		}
		for _, value := range best {
			found[i].merits.agreed += worth * value / agreedTerms
		}
		found[i].score = found[i].merits.sum()
	}
}

// briefly reports whether a word or two may answer what asks for a kind of thing.
func briefly(kind answertype.Type) bool {
	return kind != answertype.Speech && kind != answertype.Reason && kind != answertype.Cause
}

// told appends the terms of a candidate's part of a paragraph that may answer the question and are not
// in it.
func (s *search) told(out []toldTerm, scorer *scorer, c *candidate, v *votes) []toldTerm {
	text := c.article.Text(c.part)
	read := s.reader.of(s.found.passages[c.hit].Passage)
	matches := within(read.matches, c.part)
	tokens := scorer.tokensIn(read, c.part, c.part)
	for i, t := range tokens {
		if t.Stop || !scorer.mayAnswer(text, tokens, i) {
			continue
		}
		n, known := v.number[t.Term]
		if n == asked || matchedAt(matches, c.part.Start+t.Start) {
			continue
		}
		if !known {
			n = int32(len(v.terms))
			v.number[t.Term] = n
			v.terms, v.sums, v.first = append(v.terms, t.Term), append(v.sums, 0), append(v.first, 0)
		}
		out = append(out, toldTerm{corpus.Span{Start: c.part.Start + t.Start, End: c.part.Start + t.End}, n})
	}
	return out
}

// mayAnswer reports whether the i-th token of a text may be what the question asks for, or a part
// of it: a figure, a date or a name, or any word where the question does not say which.
func (s *scorer) mayAnswer(text string, tokens []analysis.Token, i int) bool {
	t := tokens[i]
	switch s.expect {
	case answertype.Any:
		return true
	case answertype.Person, answertype.Place, answertype.Role, answertype.Leader, answertype.Member:
		return t.Upper
	case answertype.Time:
		return analysis.IsNumber(t.Word) || t.Upper && s.expect.ShownBy(text, tokens, i)
	}
	return analysis.IsNumber(t.Word)
}

// asked stands for the number of a term that is the question's own.
const asked = -1

// voter returns the voter that a candidate belongs to: its article, or that of its first copy.
func (v *votes) voter(c *candidate) int32 {
	text := c.text()
	if who, known := v.voters[text]; known {
		return who
	}
	who, known := v.voters[c.article.ID]
	if !known {
		who = int32(len(v.best))
		v.best = append(v.best, 0)
		v.voters[c.article.ID] = who
	}
	v.voters[text] = who
	return who
}

// vote counts the terms of a quote for its voter, each by the best quote that has it.
func (v *votes) vote(who int32, worth float64, terms []int32) {
	v.best[who] = max(v.best[who], worth)
	for _, t := range terms {
		b := v.ballotOf(who, t)
		if b == nil {
			v.cast = append(v.cast, ballot{voter: who, next: v.first[t]})
			v.first[t] = int32(len(v.cast))
			b = &v.cast[len(v.cast)-1]
		}
		if worth > b.worth {
			v.sums[t] += worth - b.worth
			b.worth = worth
		}
	}
}

// ballotOf returns a voter's ballot for a term, or nil. It is good until the next ballot is cast.
func (v *votes) ballotOf(who, term int32) *ballot {
	for at := v.first[term]; at > 0; at = v.cast[at-1].next {
		if b := &v.cast[at-1]; b.voter == who {
			return b
		}
	}
	return nil
}

// worthOf returns what a voter's vote for a term is worth, 0 where there is none.
func (v *votes) worthOf(who, term int32) float64 {
	if b := v.ballotOf(who, term); b != nil {
		return b.worth
	}
	return 0
}

// rarity returns a function that tells what one vote for a term counts: by how rare the term is, and as a
// share of all votes. Terms are looked up only when asked for: most have one voter alone, and never are.
func (s *search) rarity(v *votes) func(term int32) float64 {
	all := 1e-9
	for _, best := range v.best {
		all += best
	}
	passages := s.index.Coverage().Passages
	known := make([]float64, len(v.terms)) // which are above 0
	return func(t int32) float64 {
		if known[t] == 0 {
			known[t] = inquiry.IDF(s.index.DocFreq(v.terms[t]), passages) / fullRarity / all
		}
		return known[t]
	}
}
