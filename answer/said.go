package answer

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"newshound/answer/analysis"
	"newshound/answer/attribution"
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

// of returns what an article says that somebody says. What is only thought or wanted is
// left out.
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

// read reads articles of which much will be asked, on all processors, so that of has them.
func (s *speeches) read(ctx context.Context, articles []*corpus.Article) {
	var next atomic.Int64
	var readers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(articles)) {
		readers.Go(func() {
			// What cannot be read fails again where it is asked for, and is recovered there.
			defer func() { _ = recover() }()
			for i := next.Add(1) - 1; i < int64(len(articles)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				s.of(articles[i])
			}
		})
	}
	readers.Wait()
}

// speakerName is the name by which a speaker is asked for, in words that are folded.
// Titles that stand for nobody (Mr.) are left out.
type speakerName []string

func newSpeakerName(typed string) speakerName {
	var out speakerName
	for _, w := range nameWords(typed) {
		if !addresses(w) {
			out = append(out, w)
		}
	}
	return out
}

// nameWords returns the words of a name, folded, titles in their short form, up to
// what is only said of somebody: Jim Doyle, a Democrat.
func nameWords(text string) []string {
	name, _, _ := strings.Cut(text, ",")
	all := strings.Fields(analysis.Fold(name))
	for i, w := range all {
		if short := shortTitles[w]; short != "" {
			all[i] = short
		}
	}
	for len(all) > 1 && slices.Contains([]string{"sr", "ii", "iii", "iv"}, all[len(all)-1]) {
		all = all[:len(all)-1]
	}
	return all
}

// cutJunior returns the words of a name without the Jr. that they end with.
func cutJunior(words []string) (name []string, junior bool) {
	if last := len(words) - 1; last > 0 && words[last] == "jr" {
		return words[:last], true
	}
	return words, false
}

var (
	addresses   = analysis.Words("mr mrs ms miss dr the")
	shortTitles = map[string]string{
		"senator": "sen", "representative": "rep", "congressman": "rep", "congresswoman": "rep", "governor": "gov", "general": "gen",
		"secretary": "sec", "professor": "prof", "lieutenant": "lt", "president": "pres",
	}
)

// names reports whether a text names the speaker: with every word that was asked
// for, in order, the last one at its end. “Wray”, “Director Wray” and “Chris Wray” are
// all FBI Director Christopher Wray; “Clinton” is not the Clinton Foundation, and “Lee
// Jr.” is not his father. A title by itself is whoever bears it: “Prime Minister” is
// Prime Minister Jo Lee, and “President” is not Vice President Jo Lee.
func (n speakerName) names(text string) bool {
	n, son := cutJunior(n)
	all, junior := cutJunior(nameWords(text))
	owns := strings.Contains(text, "’s ") || strings.Contains(text, "'s ") // the Director’s Guild
	if n.isTitle() && !owns && n.titles(all) {
		return true
	}
	if son && !junior || len(n) == 0 || len(all) < len(n) || all[len(all)-1] != n[len(n)-1] {
		return false
	}
	at := 0
	for _, w := range all {
		if at < len(n) && (w == n[at] || at < len(n)-1 && len(n[at]) >= shortestPart && strings.HasPrefix(w, n[at])) {
			at++
		}
	}
	return at == len(n)
}

// shortestPart is how many letters of a given name stand for it.
const shortestPart = 3

// titles reports whether a title stands before somebody's name: Israeli Prime Minister
// Jo Lee, and not former Prime Minister Jo Lee or a spokesman for Prime Minister Jo Lee.
func (n speakerName) titles(name []string) bool {
	for i := 0; i+len(n) < len(name); i++ {
		if slices.Equal(name[i:i+len(n)], n) {
			return true
		}
		if notBearers(name[i]) {
			return false
		}
	}
	return false
}

// notBearers are words before a title of somebody who does not bear it.
var notBearers = analysis.Words("vice former ex deputy assistant associate under late for of to from by")

// isTitle reports whether a name is nothing but a title.
func (n speakerName) isTitle() bool {
	return len(n) > 0 && !slices.ContainsFunc(n, func(w string) bool { return !offices(w) })
}

// offices are the words of titles by which somebody is asked for, in their short forms.
var offices = analysis.Words(`pres vice prime minister attorney gen sec sen rep gov mayor chancellor premier pope king queen judge sheriff ambassador
	commissioner director chairman chairwoman chair chief coach ceo speaker leader`)

// last returns the word by which articles with the speaker are found.
func (n speakerName) last() string {
	words, _ := cutJunior(n)
	return words[len(words)-1]
}

// spellings returns the forms in which articles may have the last word of a name: “gov”
// and “governor”.
func (n speakerName) spellings() []string {
	out := []string{n.last()}
	for long, short := range shortTitles {
		if short == n.last() {
			out = append(out, long)
		}
	}
	slices.Sort(out[1:])
	return out
}

// speaks reports whether an attribution of an article is one of any of the speakers.
func speaks(a *corpus.Article, said attribution.Attribution, by []speakerName) bool {
	if said.Unclear() {
		return false
	}
	return slices.ContainsFunc(by, func(n speakerName) bool {
		return slices.ContainsFunc(namesIn(a, said.Speaker, said.Source), n.names)
	})
}

// namesIn returns how an article names a speaker: where it does so most fully, where it
// attributes, and there each of those who say something together: Reps. Ann Lee (Ohio),
// Joe Roy and Bo Doe. A lawyer for Bo Doe is not he.
func namesIn(a *corpus.Article, speaker, source corpus.Span) []string {
	names := []string{a.Text(speaker), a.Text(source)}
	list := strings.ReplaceAll(remarks().ReplaceAllString(names[1], ""), " and ", ",")
	for name := range strings.SplitSeq(list, ",") {
		if words := strings.Fields(name); len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return w[0] >= 'a' && w[0] <= 'z' }) {
			names = append(names, name)
		}
	}
	return names
}

// remarks stand in brackets behind a name.
var remarks = pattern(`\([^)]*\)?`)

// by returns what a candidate holds of what the speakers say.
func (s *speeches) by(c candidate, by []speakerName) []Speech {
	own := slices.DeleteFunc(slices.Clone(s.of(c.article)), func(a attribution.Attribution) bool { return !speaks(c.article, a, by) })
	return Citation{Article: c.article, Span: c.Span}.among(own)
}

// answersBy reports whether at least half of the words that a candidate shares with the
// question, beside those that attribute, are in what the speakers say.
func (s *speeches) answersBy(c candidate, by []speakerName) bool {
	inside, outside := 0, 0
	own := s.by(c, by)
	for _, m := range c.matches {
		holds := func(p corpus.Span) bool { return p.Start <= m.Start && m.End <= p.End }
		switch {
		case slices.ContainsFunc(own, func(x Speech) bool {
			return slices.ContainsFunc(x.Said, func(p corpus.Span) bool {
				return holds(corpus.Span{Start: c.Start + p.Start, End: c.Start + p.End})
			})
		}):
			inside++
		case !slices.ContainsFunc(own, func(x Speech) bool { return holds(x.Source) || holds(x.Cue) }):
			outside++
		}
	}
	return inside > 0 && inside >= outside
}

// mostlySays reports whether most of a quote is what the speakers say, but for the
// words that attribute it.
func (s *speeches) mostlySays(c candidate, by []speakerName) bool {
	said, rest := 0, c.Len()
	for _, x := range s.by(c, by) {
		for _, p := range x.Said {
			said += p.Len()
		}
		for _, p := range []corpus.Span{x.Source, x.Cue} {
			rest -= max(0, min(p.End, c.End)-max(p.Start, c.Start))
		}
	}
	return said > 0 && 2*said >= rest
}

// keepSaid returns the candidates that are mostly what the speakers say, or in which they
// say what was asked for, with any of the phrases that were asked for.
func (s *speeches) keepSaid(found []candidate, by []speakerName, phrases []exactPhrase) []candidate {
	return slices.DeleteFunc(found, func(c candidate) bool {
		text := " " + analysis.Fold(c.article.Text(c.Span)) + " "
		other := len(phrases) > 0 && !slices.ContainsFunc(phrases, func(p exactPhrase) bool { return strings.Contains(text, " "+p.folded+" ") })
		return other || !s.mostlySays(c, by) && !s.answersBy(c, by)
	})
}

// inPassage reports whether a passage holds something that the speakers say.
func (s *speeches) inPassage(p corpus.Passage, by []speakerName) bool {
	for _, one := range s.of(p.Article) {
		if speaks(p.Article, one, by) && slices.ContainsFunc(one.Content, func(c corpus.Span) bool { return c.Start < p.End && p.Start < c.End }) {
			return true
		}
	}
	return false
}

// speakersOf returns the speakers of a filter.
func (f Filter) speakersOf() []speakerName {
	var out []speakerName
	for _, typed := range f.Said {
		out = append(out, newSpeakerName(typed))
	}
	return out
}
