package engine

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/attribution"
	"newshound/answer/naming"
	"newshound/answer/speaker"
	"newshound/answer/syntax"
	"newshound/corpus"
)

const (
	// sayers is the largest number of articles with a speaker's name that are read for what the
	// speaker says, and readable that of the bytes in them, which take one processor half a second;
	// namings is the number of passages by which they are found.
	sayers   = 2000
	readable = 8 << 20
	namings  = 3 * sayers
)

// naming returns the articles that a filter admits for a passage with the key of a speaker's
// name, the best first. all is false if there are more than are read.
func (e *Engine) naming(ctx context.Context, f answer.Filter, n speaker.Name) (articles []*corpus.Article, all bool, err error) {
	q := answer.Query{Filter: f, Limit: namings}
	for _, spelling := range n.Spellings() {
		for _, row := range rowsOf(e.analyzer.Tokens(spelling)) {
			q.Clauses = append(q.Clauses, answer.Clause{Alts: []answer.Alt{{Terms: row, Weight: 1}}, Weight: 1})
		}
	}
	if len(q.Clauses) == 0 {
		return nil, true, nil
	}
	hits, err := e.index.Retrieve(ctx, q)
	if err != nil {
		return nil, false, err
	}
	all = len(hits) < namings
	seen, size := make(map[string]bool), 0
	for _, h := range keepExact(hits, f) {
		if a := h.Passage.Article; !seen[a.ID] {
			if size += len(a.Body); len(articles) == sayers || size > readable && len(articles) > 0 {
				return articles, false, nil
			}
			seen[a.ID] = true
			articles = append(articles, a)
		}
	}
	return articles, all, nil
}

// says reports whether the speaker says something in an article that the filter admits. all
// is false if there are more articles than are read.
func (e *Engine) says(ctx context.Context, f answer.Filter, n speaker.Name) (says, all bool, err error) {
	articles, all, err := e.naming(ctx, f, n)
	// Most speakers speak in the first; of a word that is nobody's name all are read.
	for few := 1; len(articles) > 0; few *= 4 {
		if err = ctx.Err(); err != nil {
			return false, all, err
		}
		next := articles[:min(few, len(articles))]
		e.speeches.read(ctx, next)
		if slices.ContainsFunc(next, func(a *corpus.Article) bool { return e.speeches.has(a, n) }) {
			return true, all, nil
		}
		articles = articles[len(next):]
	}
	return false, all, err
}

// has reports whether the speaker says something in an article.
func (s *speeches) has(a *corpus.Article, n speaker.Name) bool {
	for _, one := range s.of(a) {
		if speaks(a, one, []speaker.Name{n}) {
			return true
		}
	}
	return false
}

// said takes a speaker into the restriction, which has all other filters already.
func (e *Engine) said(ctx context.Context, out *restriction, typed string) error {
	n := speaker.New(typed)
	if len(n) == 0 {
		out.unheld = append(out.unheld, answer.Unheld{Field: syntax.FieldSaid, Name: typed})
		return nil
	}
	others := out.filter
	others.Said = nil
	others = withPhrases(others, out.phrases)
	held, all, err := e.says(ctx, others, n)
	out.unread = out.unread || !all
	if held {
		out.filter.Said = append(out.filter.Said, typed)
	}
	if err != nil || held {
		return err
	}
	if bare := speaker.Untitled(typed); bare != typed {
		return e.said(ctx, out, bare)
	}
	missing := answer.Unheld{Field: syntax.FieldSaid, Name: typed}
	if !others.IsZero() {
		if missing.Elsewhere, _, err = e.says(ctx, answer.Filter{}, n); err != nil {
			return err
		}
	}
	if !missing.Elsewhere {
		if missing.Nearest, err = e.nearestSpeaker(ctx, n); err != nil {
			return err
		}
	}
	out.unheld = append(out.unheld, missing)
	return nil
}

// nearestRead is the number of articles that are read for each name of a similar spelling.
const nearestRead = 100

// nearestSpeaker returns the name of somebody who says something and may have been meant by a
// name that nobody has: the last name is spelt much like it, or it is the first name; "" for
// none. A third of the letters may differ. A very short name is like no other.
func (e *Engine) nearestSpeaker(ctx context.Context, n speaker.Name) (string, error) {
	const tries = 3
	wanted := len([]rune(n.Last()))
	best, least := "", max(1, wanted/3)+1
	if wanted <= speaker.ShortestPart {
		return "", nil
	}
	// The name itself is tried, too: other words may have the same stem.
	similar := append([]string{n.Last()}, e.index.Similar(n.Last())...)
	for _, word := range similar[:min(tries, len(similar))] {
		articles, _, err := e.naming(ctx, answer.Filter{}, speaker.Name{word})
		if err != nil {
			return "", err
		}
		for _, a := range articles[:min(len(articles), nearestRead)] {
			for _, one := range e.speeches.of(a) {
				written := a.Text(one.Speaker)
				if one.Unclear() || analysis.IsLower(syntax.LastWord(written)) {
					continue // a description, and no name
				}
				if d := apart(n, speaker.Name(speaker.Words(written)), word, least); 0 < d && d < least {
					best, least = strings.Join(strings.Fields(written), " "), d
				}
			}
		}
	}
	return best, nil
}

// apart returns by how many letters the name of a speaker differs from the one that is asked for, n,
// and least or more for one that is not near. It is 1 if n is its first name, Elon, or if it is
// similar, a word much like n.
func apart(n, name speaker.Name, similar string, least int) int {
	switch {
	case len(name) == 0 || attribution.Determiner(name.Last()):
		return least
	case name.Last() == similar && similar != n.Last(), len(n) == 1 && slices.Contains(name[:len(name)-1], n.Last()):
		return 1
	}
	return naming.EditDistance([]rune(n.Last()), []rune(name.Last()), least)
}

// list answers a question for nothing but what somebody says: with all of it, in the order
// of time.
func (e *Engine) list(ctx context.Context, a *answer.Answer, only restriction, limit int) error {
	by := speakersOf(only.filter)
	var articles []*corpus.Article
	filter := withPhrases(only.filter, only.phrases)
	for _, n := range by {
		found, _, err := e.naming(ctx, filter, n)
		if err != nil {
			return err
		}
		articles = append(articles, found...)
	}
	slices.SortStableFunc(articles, func(x, y *corpus.Article) int {
		return cmp.Or(comparePublished(x, y), cmp.Compare(x.ID, y.ID))
	})
	articles = slices.CompactFunc(articles, func(x, y *corpus.Article) bool { return x.ID == y.ID })
	e.speeches.read(ctx, articles)
	for _, one := range articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, c := range e.admitted(filter, one, by) {
			a.Total++
			if len(a.Snippets) < limit {
				a.Snippets = append(a.Snippets, c.snippet(len(a.Snippets)+1))
			}
		}
	}
	if a.Total > 0 {
		a.Outcome, a.Confidence = answer.Found, 1
	}
	return nil
}

// pulled reports whether a quotation that stands by itself also stands in the text: it is set in
// large letters beside that.
func pulled(a *corpus.Article, one attribution.Attribution) bool {
	words := strings.Trim(a.Text(one.Content[0]), "“”\"'‘’.,!?")
	return one.Cue.Len() == 0 && len(one.Content) == 1 && strings.Count(a.Body, words) > 1
}

// admitted returns what the speakers say in those passages of an article that a filter admits.
func (e *Engine) admitted(f answer.Filter, a *corpus.Article, by []speaker.Name) []candidate {
	out := e.shutOut(f, a)
	return slices.DeleteFunc(e.speeches.quotesOf(a, by), func(c candidate) bool {
		return slices.ContainsFunc(out, func(p corpus.Passage) bool { return p.Overlaps(c.Span) })
	})
}

// quotesOf returns what the speakers say in an article, in order: the sentences that
// hold it, as many together as may be quoted.
func (s *speeches) quotesOf(a *corpus.Article, by []speaker.Name) []candidate {
	var own []corpus.Span
	for _, one := range s.of(a) {
		if speaks(a, one, by) && !pulled(a, one) {
			own = append(own, one.Content...)
		}
	}
	slices.SortFunc(own, func(x, y corpus.Span) int { return cmp.Compare(x.Start, y.Start) })
	says := func(sentence corpus.Span) bool { // of sentences in order
		for len(own) > 0 && own[0].End <= sentence.Start {
			own = own[1:]
		}
		for _, p := range own {
			shared := corpus.Span{Start: max(p.Start, sentence.Start), End: min(p.End, sentence.End)}
			if shared.Start >= sentence.End {
				break
			}
			if shared.Len() > 0 && analysis.HasWord(a.Text(shared)) {
				return true
			}
		}
		return false
	}
	var out []candidate
	for i, p := range a.Paragraphs {
		before := corpus.Span{Start: -1, End: -1} // the sentence before, where it is quoted
		for _, sentence := range quotable(a.Text(p.Span), p.Start) {
			if !says(sentence) {
				before.End = -1
				continue
			}
			if n := len(out) - 1; before.End >= 0 && !longer(a.Text(corpus.Span{Start: out[n].Start, End: sentence.End}), wantedQuote) {
				out[n].End = sentence.End
			} else {
				out = append(out, candidate{article: a, paragraph: i, Span: sentence})
			}
			before = sentence
		}
	}
	return out
}
