package engine

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/align"
	"newshound/answer/analysis"
	"newshound/answer/attribution"
	"newshound/answer/wording"
	"newshound/corpus"
)

// inTime sorts fits by when their articles were published, and keeps the first of each
// article.
func inTime(found []wording.Fit) []wording.Fit {
	slices.SortStableFunc(found, func(x, y wording.Fit) int {
		return cmp.Or(comparePublished(x.Source.Article, y.Source.Article), cmp.Compare(x.First(), y.First()))
	})
	return slices.CompactFunc(found, func(x, y wording.Fit) bool { return x.Source.Article.ID == y.Source.Article.ID })
}

// nearest returns the places that come nearest to a quote which exact did not find, and sets
// what there is to say of them.
func (c *checker) nearest(check *answer.QuoteCheck) []wording.Fit {
	// It may still be exact: no passage holds all of a long quote, nor words that are divided otherwise.
	var whole []wording.Fit
	for _, s := range c.sources {
		if f, ok := c.whole(s); ok {
			whole = append(whole, f)
		}
	}
	if len(whole) > 0 {
		check.Verdict, check.Coverage = answer.Exact, 1
		return inTime(whole)
	}
	if check.Headlines = c.headlines(); len(check.Headlines) > 0 {
		check.Verdict, check.Coverage = answer.Headline, 1
		return nil
	}
	found, best := c.best()
	found = likeFirst(inTime(found))
	slip := len(found) > 0 && c.isSlip(found[0])
	if joined := c.joined(); joined != nil && !slip {
		check.Verdict, check.Coverage, check.Joined = answer.Altered, 1, true
		return joined
	}
	if len(found) == 0 {
		return nil
	}
	same := found[0].Same()
	check.Coverage = best
	between, only := c.interrupted(found[0])
	switch {
	case only:
		check.Verdict, check.Coverage, check.Between = answer.Exact, 1, between
	case slip || same >= min(3, c.quote.Words-1) && (best >= alteredShare && 2*same >= c.quote.Words || 5*same >= 4*c.quote.Words):
		check.Verdict = answer.Altered
		for _, d := range found[0].Differences() {
			check.Differences = append(check.Differences, answer.Difference(d))
		}
	case best >= paraphraseShare && c.quote.Words > wording.FewestJoined && same >= wording.FewestJoined:
		check.Verdict = answer.Paraphrase
	default:
		return nil
	}
	return found
}

// likeFirst keeps, of places that a quote fits equally well, those with the same differences as the one that was
// likeliest meant: the first in which only numbers differ, or else the first.
func likeFirst(found []wording.Fit) []wording.Fit {
	if len(found) < 2 {
		return found
	}
	numeric := func(f wording.Fit) bool {
		return !slices.ContainsFunc(f.Differences(), func(d wording.Difference) bool { return !isFigure(d.Given) || !isFigure(d.Stands) })
	}
	meant := found[max(0, slices.IndexFunc(found, numeric))].Differences()
	return slices.DeleteFunc(found, func(f wording.Fit) bool { return !slices.Equal(f.Differences(), meant) })
}

// isFigure reports whether a word begins with a digit, behind a sign if there is one.
func isFigure(word string) bool {
	digits := strings.TrimLeft(word, "$£€¥")
	return digits != "" && digits[0] >= '0' && digits[0] <= '9'
}

// isSlip reports whether a quote differs by just one word that was changed, put in or left out. It has four words
// or more, and a content word that is right.
func (c *checker) isSlip(f wording.Fit) bool {
	all := f.Differences()
	return len(all) == 1 && len(align.Words(all[0].Given)) <= 1 && len(align.Words(all[0].Stands)) <= 1 && c.nearlyHeld(f.Source)
}

// nearlyHeld reports whether a source lacks at most one of a quote's words, of which there are four or more, and
// has one of its content words.
func (c *checker) nearlyHeld(s *wording.Source) bool {
	has := make(map[string]bool, len(s.Words))
	for _, w := range s.Words {
		has[w.Key] = true
	}
	lacks, content, at := 0, false, 0
	for _, part := range c.quote.Parts {
		for _, w := range part {
			if !has[w.Key] {
				lacks++
			} else if c.weights[at] > c.common {
				content = true
			}
			at++
		}
	}
	return lacks <= 1 && content && at >= wording.FewestJoined
}

// headlines returns those of the articles that were read whose headlines have the quote.
func (c *checker) headlines() []*corpus.Article {
	var out []*corpus.Article
	for _, s := range c.sources {
		words := c.quote.WordsOf(s.Article.Headline)
		within := c.quote.Words >= wording.FewestJoined || c.quote.Words == len(words)
		for _, p := range c.quote.Parts {
			at := align.Find(p, words)
			if within = within && at >= 0; !within {
				break
			}
			words = words[at+len(p):]
		}
		if within && !slices.Contains(out, s.Article) {
			out = append(out, s.Article)
		}
	}
	slices.SortStableFunc(out, comparePublished)
	return out
}

// best returns the places that have the largest share of the quote's words in order, by weight,
// and of these the ones that differ least; and that share.
func (c *checker) best() (found []wording.Fit, share float64) {
	// The words that a source has in any order bound those that it has in this one.
	sources := slices.Clone(c.sources)
	for _, s := range c.sources {
		if page := c.pages[s]; page != nil {
			sources = append(sources, page)
		}
	}
	bound := make(map[*wording.Source]float64, len(sources))
	for _, s := range sources {
		bound[s] = c.share(s)
	}
	slices.SortStableFunc(sources, func(x, y *wording.Source) int { return cmp.Compare(bound[y], bound[x]) })
	for _, s := range sources {
		if bound[s] < share {
			break
		}
		if bound[s] < paraphraseShare && !c.nearlyHeld(s) {
			continue
		}
		f := s.Fit(c.quote)
		if !f.Told() {
			continue
		}
		switch has := f.Coverage(c.weights); {
		case has > share+1e-9:
			found, share = []wording.Fit{f}, has
		case has > share-1e-9:
			found = append(found, f)
		}
	}
	least := math.MaxInt
	for _, f := range found {
		least = min(least, f.Cost())
	}
	return slices.DeleteFunc(found, func(f wording.Fit) bool { return f.Cost() > least }), share
}

// share returns the share of the quote's words, by weight, that a source has.
func (c *checker) share(s *wording.Source) float64 {
	has := make(map[string]bool, len(s.Words))
	for _, w := range s.Words {
		has[w.Key] = true
	}
	sum, total, at := 0.0, 0.0, 0
	for _, part := range c.quote.Parts {
		for _, w := range part {
			if has[w.Key] {
				sum += c.weights[at]
			}
			total += c.weights[at]
			at++
		}
	}
	return sum / max(total, 1e-9)
}

// interrupted returns the words that stand between pieces of the quote, such as “he said”, and reports
// whether nothing else differs and the article has one speaker say all of it.
func (c *checker) interrupted(f wording.Fit) (words []string, ok bool) {
	a := f.Source.Article
	all := c.engine.speeches.of(a)
	return f.Interrupted(func(between corpus.Span, before, behind int) bool {
		return interrupts(a, between, all, before, behind)
	})
}

// interrupts reports whether a part of an article tells who says what stands before it, at one place of
// the body, and goes on behind it, at another. It has no quotation mark.
func interrupts(a *corpus.Article, part corpus.Span, all []attribution.Attribution, before, behind int) bool {
	if strings.ContainsAny(a.Text(part), "“”\"") {
		return false
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

// holds reports whether what is attributed holds a place of the body.
func holds(one attribution.Attribution, at int) bool {
	return slices.ContainsFunc(one.Content, func(p corpus.Span) bool { return p.Start <= at && at < p.End })
}

// spliced reports whether a quote that marks words as left out, “The dam is old … It will hold”, joins the
// words of two people, by the names that the article has for them.
func (c *checker) spliced(f wording.Fit) bool {
	a := f.Source.Article
	var first []string // the words of the names of who says what stands there first
	for _, p := range f.Pieces() {
		for _, same := range p.Same {
			var names []string
			run := corpus.Span{Start: p.Span.Start + same.Start, End: p.Span.Start + same.End}
			for _, x := range c.engine.speeches.of(a) {
				if x.Cue.Overlaps(run) {
					return false // it says itself who says what
				}
				if x.Kind == attribution.Indirect || !holds(x, run.Start) {
					continue
				}
				if x.Unclear() || !isPersonal(a.Text(x.Speaker)) {
					return false
				}
				names = append(names, strings.Fields(analysis.Fold(a.Text(x.Speaker)))...)
			}
			if len(first) == 0 {
				first = names
			} else if len(names) > 0 && !slices.ContainsFunc(names, func(w string) bool { return slices.Contains(first, w) }) {
				return len(c.quote.Parts) > 1
			}
		}
	}
	return false
}

// joined returns where the parts of a quote stand, each as given, in different places; nil if
// they do not.
func (c *checker) joined() []wording.Fit {
	if parts := c.quote.Parts; len(parts) > 1 {
		var out []wording.Fit
		for _, p := range parts {
			at := slices.IndexFunc(c.sources, func(s *wording.Source) bool { return len(p) >= wording.FewestJoined && align.Find(p, s.Words) >= 0 })
			if at < 0 {
				return nil
			}
			out = append(out, c.sources[at].Fit(c.quote.Only(p)))
		}
		return out
	}
	words := c.quote.Parts[0]
	var first, last align.Run
	var begins, ends *wording.Source
	for _, s := range c.sources {
		f, l := align.Ends(words, s.Words)
		if f.Words > first.Words {
			first, begins = f, s
		}
		if l.Words > last.Words {
			last, ends = l, s
		}
	}
	if first.Words < wording.FewestJoined || last.Words < wording.FewestJoined || first.Words+last.Words < len(words) {
		return nil
	}
	if begins == ends && first.Source+first.Words <= last.Source && last.Source-first.Source-first.Words <= wording.FewestJoined*3 {
		return nil // a few words are left out
	}
	return []wording.Fit{begins.Fit(c.quote.Only(words[:first.Words])), ends.Fit(c.quote.Only(words[first.Words:]))}
}
