package answer

import (
	"fmt"
	"slices"
	"strings"

	"newshound/answer/align"
	"newshound/answer/attribution"
	"newshound/corpus"
)

// source is the text of an article in which a quote is looked for.
type source struct {
	key        string // tells it from others
	article    *corpus.Article
	part       corpus.Span  // of the body, that is read
	compounds  compounds    // how the quote writes words that may have a hyphen
	words      []align.Word // their ranges are of the article's body
	paragraphs []int        // the paragraph of each word
	bound      float64      // the share of the quote that it can have
	fits       []fitted     // how each part of the quote stands there
}

// fitted is a part of the quote as it stands in the source.
type fitted struct {
	align.Fitting
	from int // the source's first word that was looked at, which counts as 0
}

// margin is how much is read before and behind a passage, in bytes and beside twice
// the quote's own length; behind it and before it stands the rest of a quote that it
// holds a piece of. A quote that marks words as left out may go on much later.
const (
	margin       = 200
	marginElided = 1 << 14
)

// newSource returns what is to be read for a passage: it, and what stands around it.
func newSource(p corpus.Passage, q quote) *source {
	around := margin + 2*len(q.text)
	if len(q.parts) > 1 {
		around += marginElided
	}
	s := &source{article: p.Article, compounds: q.compounds, part: corpus.Span{Start: max(0, p.Start-around), End: min(p.End+around, len(p.Article.Body))}}
	s.key = fmt.Sprintf("%s %v", p.Article.ID, s.part)
	return s
}

// read divides the text into words. What begins or ends inside a word or outside of the
// story is no part of it.
func (s *source) read() *source {
	for i, p := range s.article.Paragraphs {
		span := corpus.Span{Start: max(p.Start, s.part.Start), End: min(p.End, s.part.End)}
		if span.Start >= span.End {
			continue
		}
		words := align.Words(s.article.Text(span))
		if span.Start > p.Start && len(words) > 0 {
			words = words[1:]
		}
		if span.End < p.End && len(words) > 0 {
			words = words[:len(words)-1]
		}
		for _, w := range s.compounds.rewrite(s.article.Text(span), words) {
			w.Start += span.Start
			w.End += span.Start
			s.words = append(s.words, w)
			s.paragraphs = append(s.paragraphs, i)
		}
	}
	return s
}

// find looks for the parts of a quote as they are given, in their order and each as near
// before the next as it stands, and reports whether all are there.
func (s *source) find(q quote) bool {
	places := make([]int, 0, len(q.parts))
	from := 0
	s.fits = nil
	for _, p := range q.parts {
		at := align.Find(p.words, s.words[from:])
		if at < 0 {
			return false
		}
		places = append(places, from+at)
		from += at + len(p.words)
	}
	for i := len(places) - 2; i >= 0; i-- {
		for at := 0; at >= 0; {
			if at = align.Find(q.parts[i].words, s.words[places[i]+1:places[i+1]]); at >= 0 {
				places[i] += 1 + at
			}
		}
	}
	for i, p := range q.parts {
		n := len(p.words)
		s.fits = append(s.fits, fitted{align.Fitting{
			Pieces: []align.Piece{{Op: align.Same, Given: [2]int{0, n}, Source: [2]int{0, n}}}, Same: n,
		}, places[i]})
	}
	return true
}

// fit finds how the parts of a quote stand there, in their order as far as they are as
// given.
func (s *source) fit(q quote) {
	from := 0
	s.fits = nil
	for _, p := range q.parts {
		f := fitted{align.Fit(p.words, s.words[from:]), from}
		s.fits = append(s.fits, f)
		if _, to := f.Source(); f.Exact() {
			from += to
		}
	}
}

// only returns the source with the parts from i to j of a quote alone.
func (s *source) only(q quote, i, j int) *source {
	part := *s
	part.fit(quote{text: q.text, parts: q.parts[i:j]})
	return &part
}

// first returns where in the body the quote begins.
func (s *source) first() int {
	for _, f := range s.fits {
		if from, to := f.Source(); from < to {
			return s.words[f.from+from].Start
		}
	}
	return 0
}

// same returns how many words of the quote stand there, and cost what the differences
// cost.
func (s *source) same() (n int) {
	for _, f := range s.fits {
		n += f.Same
	}
	return n
}

func (s *source) cost() (n int) {
	for _, f := range s.fits {
		n += f.Cost
	}
	return n
}

// coverage returns the share of the weights of the quote's words that stand there.
func (s *source) coverage(weights []float64) float64 {
	sum, total, at := 0.0, 0.0, 0
	for _, f := range s.fits {
		n := 0
		for _, p := range f.Pieces {
			for i := p.Given[0]; i < p.Given[1]; i++ {
				if p.Op == align.Same {
					sum += weights[at+i]
				}
			}
			n = max(n, p.Given[1])
		}
		at += n
	}
	for _, w := range weights {
		total += w
	}
	return sum / max(total, 1e-9)
}

// differences returns what is not as given.
func (s *source) differences(q quote) []Difference {
	var out []Difference
	for i, f := range s.fits {
		words := q.parts[i].words
		for _, p := range f.Pieces {
			if p.Op != align.Same {
				out = append(out, Difference{
					Given:  textOf(q.text, words[p.Given[0]:p.Given[1]]),
					Stands: textOf(s.article.Body, s.words[f.from+p.Source[0]:f.from+p.Source[1]]),
				})
			}
		}
	}
	return out
}

// interrupted returns the words that stand between the pieces of what somebody says,
// outside of its quotation marks, and reports whether they are all that is not as given:
// of “We will miss it,” said Lee. “Very much.”, the words “said Lee”. All are what an
// article says that somebody says.
func (s *source) interrupted(all []attribution.Attribution) (words []string, ok bool) {
	body := s.article.Body
	for _, f := range s.fits {
		for _, p := range f.Pieces {
			if p.Op == align.Same {
				continue
			}
			first, last := f.from+p.Source[0], f.from+p.Source[1]-1
			if p.Op != align.Dropped || first == 0 || last+1 == len(s.words) {
				return nil, false
			}
			said := corpus.Span{Start: s.words[first].Start, End: s.words[last].End}
			if !interrupts(s.article, said, all, s.words[first-1].Start, s.words[last+1].Start) {
				return nil, false
			}
			words = append(words, body[said.Start:said.End])
		}
	}
	return words, len(words) > 0
}

// interrupts reports whether a part of an article, which has no quotation mark, tells who
// says what stands before it and goes on behind it, at two places of the body.
func interrupts(a *corpus.Article, part corpus.Span, all []attribution.Attribution, before, behind int) bool {
	if strings.ContainsAny(a.Text(part), "“”\"") {
		return false
	}
	holds := func(one attribution.Attribution, at int) bool {
		return slices.ContainsFunc(one.Content, func(p corpus.Span) bool { return p.Start <= at && at < p.End })
	}
	for _, x := range all {
		if x.Unclear() || !holds(x, before) {
			continue
		}
		for _, y := range all {
			cued := x.Cue.Overlaps(part) || y.Cue.Overlaps(part)
			if cued && holds(y, behind) && !y.Unclear() && strings.EqualFold(a.Text(x.Speaker), a.Text(y.Speaker)) {
				return true
			}
		}
	}
	return false
}

// snippets returns what stands there, with the words that are the same marked: a
// snippet for each paragraph that holds some.
func (s *source) snippets(score float64) []Snippet {
	var out []Snippet
	add := func(from, to int, same bool) { // words of one paragraph
		span := corpus.Span{Start: s.words[from].Start, End: s.words[to-1].End}
		last := len(out) - 1
		if last < 0 || out[last].Cite.Paragraph != s.paragraphs[from] || span.Start < out[last].Cite.End {
			out = append(out, Snippet{Score: score, Cite: Citation{Article: s.article, Paragraph: s.paragraphs[from], Span: span}})
			last++
		}
		sn := &out[last]
		sn.Cite.End = span.End
		if same {
			sn.Marks = append(sn.Marks, corpus.Span{Start: span.Start - sn.Cite.Start, End: span.End - sn.Cite.Start})
		}
	}
	for _, f := range s.fits {
		for _, p := range f.Pieces {
			if p.Op != align.Same && p.Op != align.Changed {
				continue
			}
			for from := f.from + p.Source[0]; from < f.from+p.Source[1]; {
				to := from + 1
				for to < f.from+p.Source[1] && s.paragraphs[to] == s.paragraphs[from] {
					to++
				}
				add(from, to, p.Op == align.Same)
				from = to
			}
		}
	}
	for i := range out {
		out[i].close()
	}
	return out
}

// close takes the quotation marks and the punctuation that belong to the first and the
// last word into the quote, and sets its text.
func (s *Snippet) close() {
	c := &s.Cite
	body, within := c.Article.Body, c.Where().Span
	before := strings.TrimRight(body[within.Start:c.Start], "“\"‘'(「『（《")
	start := within.Start + len(before)
	for i := range s.Marks {
		s.Marks[i].Start += c.Start - start
		s.Marks[i].End += c.Start - start
	}
	c.Start = start
	c.End = within.End - len(strings.TrimLeft(body[c.End:within.End], ".,;:!?…”\"’')。，、！？；：」』）》"))
	s.Quote = c.Article.Text(c.Span)
}
