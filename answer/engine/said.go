package engine

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/attribution"
	"newshound/answer/speaker"
	"newshound/corpus"
)

// speeches reads who says what in articles, and keeps what it has read. It is safe for
// concurrent use.
type speeches struct {
	mu    sync.Mutex
	known map[string][]attribution.Attribution // by the article's id
	kept  int                                  // attributions in all
}

// mostKept is how many attributions are kept, of about 150 bytes each. All are dropped
// when there are more.
const mostKept = 200_000

// of returns what the article attributes to anybody, but for what is only thought or wanted.
func (s *speeches) of(a *corpus.Article) []attribution.Attribution {
	s.mu.Lock()
	all, known := s.known[a.ID]
	s.mu.Unlock()
	if known {
		return all
	}
	for _, one := range attribution.Of(a) {
		if !one.Tacit {
			all = append(all, one)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil || s.kept > mostKept {
		s.known, s.kept = make(map[string][]attribution.Attribution), 0
	}
	s.known[a.ID] = all
	s.kept += len(all)
	return all
}

// read reads articles on all processors, so that [speeches.of] has them.
func (s *speeches) read(ctx context.Context, articles []*corpus.Article) {
	var next atomic.Int64
	var readers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(articles)) {
		readers.Go(func() {
			// An article that cannot be read fails again in of, whose caller recovers.
			defer func() { _ = recover() }()
			for i := next.Add(1) - 1; i < int64(len(articles)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				s.of(articles[i])
			}
		})
	}
	readers.Wait()
}

// speaks reports whether an attribution of an article is to any of the speakers.
func speaks(a *corpus.Article, said attribution.Attribution, by []speaker.Name) bool {
	if said.Unclear() {
		return false
	}
	return slices.ContainsFunc(by, func(n speaker.Name) bool {
		return slices.ContainsFunc(namesIn(a, said.Speaker, said.Source), n.Names) || n.Describes(a.Text(said.Source))
	})
}

// namesIn returns the names that an article has for a speaker: the fullest, the one where it
// attributes, and of those who speak together each, as in Reps. Ann Lee (Ohio), Joe Roy and Bo
// Doe. A lawyer for Bo Doe is not he.
func namesIn(a *corpus.Article, named, source corpus.Span) []string {
	names := []string{a.Text(named), a.Text(source)}
	list := strings.ReplaceAll(remarks().ReplaceAllString(names[1], ""), " and ", ",")
	for name := range strings.SplitSeq(list, ",") {
		if words := strings.Fields(name); len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return w[0] >= 'a' && w[0] <= 'z' }) {
			names = append(names, name)
		}
	}
	return names
}

// remarks matches what stands in brackets behind a name.
var remarks = analysis.Pattern(`\([^)]*\)?`)

// voice tells how much of a quote is what some speakers say. It keeps what it has read, and is
// for one question.
type voice struct {
	*speeches
	by    []speaker.Name
	most  int // the number of articles that it reads, the first that it is asked about
	known map[*corpus.Article][]attribution.Attribution
}

// voiceOf returns the voice of some speakers, nil if there are none.
func (s *speeches) voiceOf(by []speaker.Name, most int) *voice {
	by = slices.DeleteFunc(by, func(n speaker.Name) bool { return len(n) == 0 })
	if len(by) == 0 {
		return nil
	}
	return &voice{s, by, most, make(map[*corpus.Article][]attribution.Attribution)}
}

// all returns what the speakers say in an article, nothing if it has read most others.
func (v *voice) all(a *corpus.Article) []attribution.Attribution {
	said, known := v.known[a]
	if !known && len(v.known) < v.most {
		told := make(map[[2]string]bool) // by the names in an attribution, which an article may have thousands of times
		said = slices.DeleteFunc(slices.Clone(v.of(a)), func(one attribution.Attribution) bool {
			names := [2]string{a.Text(one.Speaker), a.Text(one.Source)}
			theirs, known := told[names]
			if !known {
				theirs = speaks(a, one, v.by)
				told[names] = theirs
			}
			return !theirs
		})
		v.known[a] = said
	}
	return said
}

// in returns the part of a candidate that the speakers say.
func (v *voice) in(c candidate) []answer.Speech {
	return answer.Citation{Article: c.article, Span: c.Span}.Among(v.all(c.article))
}

// isMostOf reports whether most of a candidate is what the speakers say, and isMuchOf whether a third is.
func (v *voice) isMostOf(c candidate) bool { return c.mostlySays(v.in(c)) }
func (v *voice) isMuchOf(c candidate) bool { return c.says(v.in(c), 3) }

// answers reports whether at least half of the words that a candidate shares with the
// question, not counting those that attribute, are in own, what the speakers say in it.
func (c candidate) answers(own []answer.Speech) bool {
	inside, outside := 0, 0
	for _, m := range c.matches {
		holds := func(p corpus.Span) bool { return p.Start <= m.Start && m.End <= p.End }
		switch {
		case slices.ContainsFunc(own, func(x answer.Speech) bool {
			return slices.ContainsFunc(x.Said, func(p corpus.Span) bool {
				return holds(corpus.Span{Start: c.Start + p.Start, End: c.Start + p.End})
			})
		}):
			inside++
		case !slices.ContainsFunc(own, func(x answer.Speech) bool { return holds(x.Source) || holds(x.Cue) }):
			outside++
		}
	}
	return inside > 0 && inside >= outside
}

// mostlySays reports whether at least half of a quote is what the speakers say, not counting
// the words that attribute it.
func (c candidate) mostlySays(own []answer.Speech) bool { return c.says(own, 2) }

// says does the same for another part than a half: a third for 3.
func (c candidate) says(own []answer.Speech, part int) bool {
	said, rest := 0, c.Len()
	for _, x := range own {
		for _, p := range x.Said {
			said += p.Len()
		}
		for _, p := range []corpus.Span{x.Source, x.Cue} {
			rest -= max(0, min(p.End, c.End)-max(p.Start, c.Start))
		}
	}
	return said > 0 && part*said >= rest
}

// keep returns the candidates that are mostly what the speakers say, or in which they say what
// was asked for. Where phrases were asked for, it must have one of them.
func (v *voice) keep(found []candidate, phrases []exactPhrase) []candidate {
	return slices.DeleteFunc(found, func(c candidate) bool {
		own := v.in(c)
		text := " " + analysis.Fold(c.article.Text(c.Span)) + " "
		other := len(phrases) > 0 && !slices.ContainsFunc(phrases, func(p exactPhrase) bool { return strings.Contains(text, " "+p.folded+" ") })
		return other || !c.mostlySays(own) && !c.answers(own)
	})
}

// inPassage reports whether a passage holds something that the speakers say.
func (s *speeches) inPassage(p corpus.Passage, by []speaker.Name) bool {
	for _, one := range s.of(p.Article) {
		if speaks(p.Article, one, by) && slices.ContainsFunc(one.Content, p.Overlaps) {
			return true
		}
	}
	return false
}

// speakersOf returns the speakers of a filter.
func speakersOf(f answer.Filter) []speaker.Name {
	var out []speaker.Name
	for _, typed := range f.Said {
		out = append(out, speaker.New(typed))
	}
	return out
}
