package wording

import (
	"strings"

	"newshound/answer/align"
	"newshound/answer/analysis"
	"newshound/corpus"
)

// Fit is how a quote stands in a source.
type Fit struct {
	Source *Source
	quote  Quote
	parts  []fitted
}

// fitted is how a part of the quote stands there.
type fitted struct {
	align.Fitting
	from int // the source's first word that was looked at, which counts as 0
}

// Find looks for the parts of a quote as they are given, in their order and each as near
// before the next as it stands. ok reports whether all are there.
func (s *Source) Find(q Quote) (f Fit, ok bool) {
	places := make([]int, 0, len(q.Parts))
	from := 0
	for _, part := range q.Parts {
		at := align.Find(part, s.Words[from:])
		if at < 0 {
			return Fit{}, false
		}
		places = append(places, from+at)
		from += at + len(part)
	}
	for i := len(places) - 2; i >= 0; i-- {
		for at := 0; at >= 0; {
			if at = align.Find(q.Parts[i], s.Words[places[i]+1:places[i+1]]); at >= 0 {
				places[i] += 1 + at
			}
		}
	}
	f = Fit{Source: s, quote: q}
	for i, part := range q.Parts {
		n := len(part)
		f.parts = append(f.parts, fitted{align.Fitting{
			Pieces: []align.Piece{{Op: align.Same, Given: [2]int{0, n}, Source: [2]int{0, n}}}, Same: n,
		}, places[i]})
	}
	return f, true
}

// Fit finds where the parts of a quote stand best, in their order as far as they are as
// given.
func (s *Source) Fit(q Quote) Fit {
	fit := Fit{Source: s, quote: q}
	from := 0
	for _, part := range q.Parts {
		f := fitted{align.Fit(part, s.Words[from:]), from}
		s.trim(f, part)
		fit.parts = append(fit.parts, f)
		if _, to := f.Source(); f.Exact() {
			from += to
		}
	}
	return fit
}

// trim shortens the first and the last piece, where the quote has other words than the article, to
// those words of the article that belong together with the ones beside them that are as given: no
// sentence, quotation or paragraph ends between them, and no comma parts them. A number in the place
// of another stays.
func (s *Source) trim(f fitted, given []align.Word) {
	if len(f.Pieces) == 0 {
		return
	}
	first, last := &f.Pieces[0], &f.Pieces[len(f.Pieces)-1]
	if first.Op == align.Changed && !s.numbers(f, *first, given) {
		s.trimStart(first, f.from)
	}
	if last.Op == align.Changed && !s.numbers(f, *last, given) {
		s.trimEnd(last, f.from)
	}
	for _, p := range []*align.Piece{first, last} {
		if p.Op == align.Changed && p.Source[0] == p.Source[1] {
			p.Op = align.Added
		}
	}
}

// trimStart has a piece begin behind the last end of a sentence, comma or the like in it.
func (s *Source) trimStart(p *align.Piece, from int) {
	for i := p.Source[1]; i > p.Source[0]; i-- {
		if s.parted(from+i-1, from+i) || i < p.Source[1] && s.apart(from+i-1, ",") {
			p.Source[0] = i
		}
	}
}

// trimEnd has a piece end before the first end of a sentence, comma or the like in it.
func (s *Source) trimEnd(p *align.Piece, from int) {
	for i := p.Source[0]; i < p.Source[1]; i++ {
		if s.parted(from+i-1, from+i) || i > p.Source[0] && s.apart(from+i-1, ",") {
			p.Source[1] = i
		}
	}
}

// numbers reports whether a piece is one number that is given for another.
func (s *Source) numbers(f fitted, p align.Piece, given []align.Word) bool {
	return p.Given[1]-p.Given[0] == 1 && p.Source[1]-p.Source[0] == 1 && isNumber(given[p.Given[0]]) && isNumber(s.Words[f.from+p.Source[0]])
}

// apart reports whether any of some marks stands between a word and the next.
func (s *Source) apart(i int, marks string) bool {
	return strings.ContainsAny(s.Article.Body[s.Words[i].End:s.Words[i+1].Start], marks)
}

// parted reports whether a sentence, a quotation or a paragraph ends between two words that follow each
// other.
func (s *Source) parted(i, j int) bool {
	if i < 0 || j >= len(s.Words) {
		return false
	}
	if s.Paragraphs[i] != s.Paragraphs[j] {
		return true
	}
	if s.apart(i, "“”") {
		return true
	}
	if s.Paragraphs[i] == outside {
		return false
	}
	last, next := s.Words[i].End, s.Words[j].Start
	if !s.apart(i, ".!?…") {
		return false
	}
	p := s.Article.Paragraphs[s.Paragraphs[i]]
	for start := range analysis.Sentences(s.Article.Body[p.Start:p.End]) { // U.S. officials are in one
		if start += p.Start; last <= start && start <= next {
			return true
		}
	}
	return false
}

// Told reports whether most of the words that stand there are of the story.
func (f Fit) Told() bool {
	told, all := 0, 0
	for _, part := range f.parts {
		from, to := part.Source()
		for _, p := range f.Source.Paragraphs[part.from+from : part.from+to] {
			if all++; p != outside {
				told++
			}
		}
	}
	return 2*told > all
}

// First returns where in the body the quote begins.
func (f Fit) First() int {
	for _, p := range f.parts {
		if from, to := p.Source(); from < to {
			return f.Source.Words[p.from+from].Start
		}
	}
	return 0
}

// Same returns how many words of the quote stand there.
func (f Fit) Same() (n int) {
	for _, p := range f.parts {
		n += p.Same
	}
	return n
}

// Cost returns what the differences cost ([align.Fitting]).
func (f Fit) Cost() (n int) {
	for _, p := range f.parts {
		n += p.Cost
	}
	return n
}

// Coverage returns the share of the quote's words that stand there, by their weights, 0 to 1.
func (f Fit) Coverage(weights []float64) float64 {
	sum, total, at := 0.0, 0.0, 0
	for i, part := range f.parts {
		for _, p := range part.Pieces {
			if p.Op != align.Same {
				continue
			}
			for _, w := range weights[at+p.Given[0] : at+p.Given[1]] {
				sum += w
			}
		}
		at += len(f.quote.Parts[i])
	}
	for _, w := range weights {
		total += w
	}
	return sum / max(total, 1e-9)
}

// Difference is a run of words that a quote and a source do not share.
type Difference struct {
	Given  string // the quote's words, "" where it has left some out
	Stands string // the article's, "" where the quote has put some in
}

// Differences returns what of the quote is not as given, in order. What follows each other is one: “6
// percent” for “7c” is no word left out and another one changed.
func (f Fit) Differences() []Difference {
	var out []Difference
	for i, part := range f.parts {
		for k := 0; k < len(part.Pieces); k++ {
			p := part.Pieces[k]
			if p.Op == align.Same {
				continue
			}
			for ; k+1 < len(part.Pieces) && part.Pieces[k+1].Op != align.Same; k++ {
				p.Given[1], p.Source[1] = part.Pieces[k+1].Given[1], part.Pieces[k+1].Source[1]
			}
			out = append(out, Difference{
				Given:  f.quote.TextOf(f.quote.Parts[i][p.Given[0]:p.Given[1]]),
				Stands: textOf(f.Source.Article.Body, f.Source.Words[part.from+p.Source[0]:part.from+p.Source[1]]),
			})
		}
	}
	return out
}

// Interrupted returns the words that stand between pieces of the quote which stand there as
// given, where such words are all that is not as given; of “We will miss it,” said Lee.
// “Very much.”, the words “said Lee”. ok reports whether that is so, and tells approves of
// each of them: it gets their range in the body, and where the words before and behind
// them begin.
func (f Fit) Interrupted(tells func(between corpus.Span, before, behind int) bool) (words []string, ok bool) {
	there := f.Source.Words
	for _, part := range f.parts {
		for _, p := range part.Pieces {
			if p.Op == align.Same {
				continue
			}
			first, last := part.from+p.Source[0], part.from+p.Source[1]-1
			if p.Op != align.Dropped || first == 0 || last+1 == len(there) {
				return nil, false
			}
			between := corpus.Span{Start: there[first].Start, End: there[last].End}
			if !tells(between, there[first-1].Start, there[last+1].Start) {
				return nil, false
			}
			words = append(words, f.Source.Article.Text(between))
		}
	}
	return words, len(words) > 0
}

// Piece is what of a quote stands in one paragraph.
type Piece struct {
	Paragraph int         // as an index of the article's
	Span      corpus.Span // of the body
	// Same are the words that are as given, as byte ranges of the piece.
	Same []corpus.Span
}

// Pieces returns what stands there, as it is to be shown: a piece for each paragraph that
// holds some, with the quotation marks and the punctuation that belong to its first and
// its last word.
func (f Fit) Pieces() []Piece {
	var out []Piece
	for _, part := range f.parts {
		for _, p := range part.Pieces {
			if p.Op == align.Same || p.Op == align.Changed {
				out = f.appendWords(out, part.from+p.Source[0], part.from+p.Source[1], p.Op == align.Same)
			}
		}
	}
	for i := range out {
		out[i].close(f.Source.Article)
	}
	return out
}

// appendWords adds a range of the source's words to some pieces: to the last as far as they are of its
// paragraph, and stand behind it. same says that they are as given.
func (f Fit) appendWords(out []Piece, from, to int, same bool) []Piece {
	words, paragraphs := f.Source.Words, f.Source.Paragraphs
	for from < to {
		end := from + 1
		for end < to && paragraphs[end] == paragraphs[from] {
			end++
		}
		if paragraphs[from] == outside {
			from = end
			continue
		}
		span := corpus.Span{Start: words[from].Start, End: words[end-1].End}
		last := len(out) - 1
		if last < 0 || out[last].Paragraph != paragraphs[from] || span.Start < out[last].Span.End {
			out = append(out, Piece{Paragraph: paragraphs[from], Span: span})
			last++
		}
		p := &out[last]
		p.Span.End = span.End
		if same {
			p.Same = append(p.Same, corpus.Span{Start: span.Start - p.Span.Start, End: span.End - p.Span.Start})
		}
		from = end
	}
	return out
}

// close takes the quotation marks and the punctuation that belong to the first and the
// last word into the piece.
func (p *Piece) close(a *corpus.Article) {
	within := a.Paragraphs[p.Paragraph].Span
	before := strings.TrimRight(a.Body[within.Start:p.Span.Start], "“\"‘'(「『（《")
	start := within.Start + len(before)
	for i := range p.Same {
		p.Same[i].Start += p.Span.Start - start
		p.Same[i].End += p.Span.Start - start
	}
	p.Span.Start = start
	p.Span.End = within.End - len(strings.TrimLeft(a.Body[p.Span.End:within.End], ".,;:!?…”\"’')。，、！？；：」』）》"))
}
