package engine

import (
	"math"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/answertype"
	"newshound/answer/calendar"
	"newshound/answer/inquiry"
	"newshound/answer/lexicon"
	"newshound/corpus"
)

// candidate is a run of sentences of one paragraph that may be quoted.
type candidate struct {
	hit       int // the passage that holds it, by its place in the ranking
	article   *corpus.Article
	paragraph int
	part      corpus.Span // what the passage holds of it
	corpus.Span
	matches []match // those inside, in order
	score   float64
	merits  merits
	around  float64           // what the text around it would add to its score, if that counted
	inside  []float64         // for each clause, how well the quote meets it
	near    []float64         // for each clause, how well it is met here or around
	kind    bool              // the quote holds the kind of thing that was asked for
	echo    bool              // it only repeats the question
	heading corpus.Span       // the heading above it, if that meets a clause which neither the quote nor the header does
	ofName  bool              // that thing stands beside the full name of whom or what it is asked
	lacks   []float64         // for each clause, what the score lacks since it is not met in full; nil unless speech is asked for
	also    []answer.Citation // copies of it, the earliest first
}

// How much a clause counts that is met not in the quote but in the header: a headline says what the whole
// article is about, so its sentences need not. Of a name that holds more than of other words, and also of one
// that stands elsewhere in the paragraph: its bearer is “he” or “the company” further down.
const (
	inHeader        = 0.65
	nameInHeader    = 0.75
	nameInParagraph = 0.58
)

// How much a clause counts that is met around the quote. This tells whether a quote bears on the
// question at all, and not which is the best: for that, the passage's score has it already.
const (
	inParagraph = 0.4
	inPassage   = 0.3
	// speakerNear is for a name where speech is asked for: somebody is named once, and then
	// “he said”.
	speakerNear = 0.6
)

// How much a clause proves that is met near the quote.
const (
	proofParagraph = 0.79 // just below inquiry.SameWeight, from which a match is as good as the word
	proofPassage   = 0.75
	proofHeader    = 0.7
	proofArticle   = 0.3
)

// What else the score of a quote is made of, in shares of the question's whole weight unless
// said otherwise.
const (
	neighbours   = 0.5  // of the question's pairs of words that stand side by side
	expectedKind = 0.27 // the quote holds the kind of thing that was asked for
	figureNear   = 0.34 // of the weight of what stands beside the figure that was asked for
	retrieval    = 0.6  // of what the passage's own score lacks of the best's
	furtherDown  = 0.04 // for each factor of e by which the passage is further down; news comes first
	// justBefore is for what was published right before the question is asked: an older story
	// may be about somebody else to whom the like happened.
	justBefore = 0.5
	// onward is for a second sentence: what is asked for often comes next.
	onward      = 0.08
	captionCost = 0.05
	// askCost is for a quote that ends with a question, and for a heading with no other words than
	// the question: they may have every word of it, and answer nothing.
	askCost = 0.45
)

const (
	// fullWeight is the greatest weight of a question of which these are shares: in a long
	// question, the kind of thing proves no more than a word or two.
	fullWeight = 30
	// wayDown is how many bytes down a passage stands where furtherDown begins to count.
	wayDown = 200
)

// merits are what the score of a quote is made of, in shares of the question's
// weight.
type merits struct {
	words, neighbours, kind, passage, down, recent, onward, caption, asks, sayer, story, agreed, doer float64
}

func (m *merits) sum() float64 {
	return m.words + m.neighbours + m.kind + m.passage + m.down + m.recent + m.onward + m.caption + m.asks + m.sayer + m.story + m.agreed + m.doer
}

// bearing tells how much the candidate bears on the question, whether or not it is the best.
func (c *candidate) bearing() float64 {
	return c.merits.words + c.around + c.merits.neighbours + c.merits.passage + c.merits.sayer
}

// scorer scores the candidates of one question.
type scorer struct {
	wants    []inquiry.Want
	expect   answertype.Type
	members  lexicon.Members
	analyzer *analysis.Analyzer
	reader   *passageReader
	total    float64 // weight of all clauses
	// nameFirst and nameLast are the clauses of the one name of the question, if hasName.
	nameFirst, nameLast int
	hasName             bool
	surnamed            bool // the name is a given name and a surname, and the candidate's article has the given name
	year                int  // the clause that is the one year of the question, -1 for none
	articles            map[*corpus.Article][]float64
	places              [][]match // adjacency's: the matches of each clause
	part                partTokens
	names               []name
	met                 []float64 // what a run meets of each clause
}

func newScorer(wants []inquiry.Want) *scorer {
	s := &scorer{wants: wants, places: make([][]match, len(wants)), met: make([]float64, len(wants)), year: -1}
	years := 0
	for i, w := range wants {
		s.total += w.Weight
		if calendar.Year(w.Word.Word) {
			years++
			s.year = i
		}
	}
	if years > 1 {
		s.year = -1
	}
	return s
}

// scorerOf returns a scorer of what r reads, which knows what kind of thing the question asks for.
func (e *Engine) scorerOf(in inquiry.Inquiry, wants []inquiry.Want, r *passageReader) *scorer {
	s := newScorer(wants)
	s.expect, s.members, s.analyzer, s.reader = in.Expect, in.Members, e.analyzer, r
	s.nameFirst, s.nameLast, s.hasName = in.SoleName()
	return s
}

// candidates returns every quote that could be cut from the passages found, scored. It has a word of the
// question, or follows that question in the text, or is mostly what v says, if v is not nil. One that only
// repeats the question is left out, unless an exact phrase is sought.
func (s *search) candidates(v *voice) []candidate {
	in, x, r, passages := s.inquiry, s.quotable, s.reader, s.found.passages
	if len(passages) == 0 {
		return nil
	}
	scorer := s.scorerOf(in, x.Wants, r)
	scorer.articles = make(map[*corpus.Article][]float64)
	for _, p := range passages {
		a := p.Passage.Article
		scorer.articles[a] = maxOf(scorer.articles[a], best(len(x.Wants), r.of(p.Passage).matches))
	}
	most := 0
	for _, p := range passages {
		most += len(r.runsOf(r.of(p.Passage)))
	}
	out := make([]candidate, 0, most)
	paragraph := make([]float64, len(x.Wants))
	for i, p := range passages {
		read := r.of(p.Passage)
		around := surroundings{
			read: read, headings: headingsOf(read), at: -1, heading: make([]float64, len(x.Wants)),
			passage: best(len(x.Wants), read.matches), header: best(len(x.Wants), r.headerOf(read)),
			behind: max(0, 1-(p.Score-p.held)/(passages[0].Score-passages[0].held)), down: math.Log(1 + float64(p.Passage.Start)/wayDown),
			recent: in.Period().Recency(p.Passage.Article.Published),
		}
		for _, run := range r.runsOf(read) {
			if !scorer.bears(run.matches) {
				continue
			}
			around.paragraph = bestIn(paragraph, within(read.matches, run.part))
			around.asked = scorer.askedBefore(read, run.Start, around.header)
			around.moveTo(scorer, run.paragraph)
			c := candidate{hit: i, article: p.Passage.Article, paragraph: run.paragraph, part: run.part, Span: run.Span, matches: run.matches}
			if scorer.score(&c, run, around); c.echo && len(s.only.phrases) == 0 {
				continue
			}
			out = append(out, c)
		}
		says := v != nil && len(v.all(p.Passage.Article)) > 0
		if !says && !strings.Contains(p.Passage.Article.Text(p.Passage.Span), "?") {
			continue
		}
		for _, run := range r.unmatched(read) {
			c := candidate{hit: i, article: p.Passage.Article, paragraph: run.paragraph, part: run.part, Span: run.Span}
			around.asked = scorer.askedBefore(read, run.Start, around.header)
			if says && v.isMostOf(c) || around.asked != nil {
				around.paragraph = bestIn(paragraph, within(read.matches, run.part))
				around.moveTo(scorer, run.paragraph)
				scorer.score(&c, run, around)
				out = append(out, c)
			}
		}
	}
	s.agree(scorer, out)
	s.preferDoers(scorer, out)
	return out
}

// bears reports whether any of the matches is of a clause that has weight.
func (s *scorer) bears(matches []match) bool {
	return slices.ContainsFunc(matches, func(m match) bool { return s.wants[m.want].Weight > 0 })
}

// surroundings are what stands around a candidate: for each clause, how well its paragraph,
// its passage and the header meet it; and where the passage stands.
type surroundings struct {
	read                       *reading
	paragraph, passage, header []float64
	// asked is the same for the question right before the candidate; nil if that is not what is asked.
	asked []float64
	// headings are those of the passage that meet a clause; heading tells how well the one above the paragraph,
	// over, meets each; and at is the paragraph that these are set for (see [surroundings.moveTo]).
	headings []int
	heading  []float64
	over     corpus.Span
	at       int
	// behind is the share of the best passage's score that this one lacks, and down the
	// logarithm of how far down in its article it begins.
	behind, down float64
	// recent tells how shortly before the question is asked the article was published.
	recent float64
}

// words returns the weight of the clauses that these matches meet.
func (s *scorer) words(matches []match) float64 {
	sum := 0.0
	for i, w := range bestIn(s.met, matches) {
		sum += s.wants[i].Weight * w
	}
	return sum
}

// score sets the candidate's score, and what its evidence is made of.
func (s *scorer) score(c *candidate, of run, r surroundings) {
	inside := best(len(s.wants), c.matches)
	article := s.articles[c.article]
	total := max(s.total, 1e-9)
	c.near = make([]float64, len(s.wants))
	c.inside = inside
	met := s.met
	apart := s.namesAnotherYear(c)
	for i, w := range s.wants {
		if i == s.year && apart {
			met[i], c.near[i] = 0, proofArticle*max(article[i], r.header[i])
			continue
		}
		near := inHeader * r.header[i]
		if w.Word.Name {
			near = max(nameInHeader*r.header[i], nameInParagraph*r.paragraph[i])
		}
		met[i] = max(inside[i], near, inHeading*r.heading[i])
		if r.asked != nil {
			met[i] = max(met[i], inAsked*max(r.asked[i], r.header[i]))
		}
		if w.Weight > 0 && r.heading[i] > max(inside[i], r.header[i]) {
			c.heading = r.over
		}
		passage := inPassage
		if s.expect == answertype.Speech && w.Word.Name {
			passage = speakerNear
		}
		c.around += w.Weight / total * max(0, max(inParagraph*r.paragraph[i], passage*r.passage[i])-met[i])
		c.near[i] = max(inside[i], proofParagraph*max(r.paragraph[i], r.heading[i]), proofPassage*r.passage[i], proofHeader*r.header[i], proofArticle*article[i])
	}
	for _, met := range [][]float64{c.inside, c.near, met} {
		notNamesakes(s.wants, met, article, r.header)
		bySurname(s.wants, met, c.inside, article, r.header)
	}
	share := min(1, fullWeight/total)
	var tokens []analysis.Token
	if s.expect.ShownByWords() {
		tokens = s.tokensIn(r.read, of.part, c.Span)
	}
	s.surnamed = s.hasName && s.nameLast == s.nameFirst+1 && s.wants[s.nameFirst].Surname-1 == s.nameLast && max(article[s.nameFirst], r.header[s.nameFirst]) >= inquiry.SameWeight
	h := s.holds(c.text(), tokens, c.matches, c.Start)
	c.kind, c.ofName = h.kind, h.ofName
	told := h.ofName || h.kind && s.expect == answertype.Score
	for i, w := range s.wants {
		if w.Word.Told && told {
			met[i] = max(met[i], inquiry.SameWeight)
		}
		c.merits.words += w.Weight / total * met[i]
	}
	if s.expect == answertype.Speech {
		c.lacks = make([]float64, len(s.wants))
		for i, w := range s.wants {
			c.lacks[i] = w.Weight / total * (1 - min(1, met[i]))
		}
	}
	c.merits.neighbours = neighbours * of.pairs
	if h.kind && s.expect != answertype.Any {
		c.merits.kind = share * (expectedKind + figureNear*h.near/total)
	}
	c.merits.passage = -share * retrieval * r.behind
	c.merits.down = -share * furtherDown * r.down
	c.merits.recent = share * justBefore * r.recent
	if !of.single() {
		c.merits.onward = share * onward
	}
	if c.article.Paragraphs[c.paragraph].Kind != corpus.Text || holdsCredit(c.text()) {
		c.merits.caption = -share * captionCost
	}
	asks := strings.HasSuffix(strings.TrimRight(c.text(), ` )"'”’`), "?")
	echo := s.echoes(c, asks)
	c.echo = asks && echo
	if asks || echo {
		c.merits.asks = -share * askCost
	}
	c.score = c.merits.sum()
}

// adjacency returns the weight of the neighbours in the question that are
// neighbours in the text too: in full when they stand side by side in the
// question's order, less when they are a few words apart.
func (s *scorer) adjacency(matches []match) float64 {
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

func maxOf(a, b []float64) []float64 {
	if a == nil {
		return b
	}
	for i := range a {
		a[i] = max(a[i], b[i])
	}
	return a
}
