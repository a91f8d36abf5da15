package eval

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

// QuoteKind is how a text that is to be checked came from a corpus.
type QuoteKind string

// The kinds of texts, and what is told of each when all is well.
const (
	QuoteExact    QuoteKind = "exact"    // a sentence as it stands: exact
	QuoteElided   QuoteKind = "elided"   // with its middle left out, and an ellipsis there: exact
	QuoteChanged  QuoteKind = "changed"  // with one word replaced by another: altered
	QuoteJoined   QuoteKind = "joined"   // two sentences of different articles in one: altered
	QuoteInvented QuoteKind = "invented" // with its words of content, half or more, replaced: absent
)

// quoteKinds are all kinds, with the verdict that is right.
var quoteKinds = []struct {
	kind  QuoteKind
	right answer.Verdict
}{
	{QuoteExact, answer.Exact}, {QuoteElided, answer.Exact}, {QuoteChanged, answer.Altered},
	{QuoteJoined, answer.Altered}, {QuoteInvented, answer.Absent},
}

// The numbers of words of a sentence that quotes are made of.
const (
	shortestQuote = 8
	longestQuote  = 40
)

// QuoteChecks is what was told of quotes made from a corpus.
type QuoteChecks struct {
	// Told counts the verdicts on each kind.
	Told map[QuoteKind]map[answer.Verdict]int
	// Wrong are texts on which the verdict was not the right one, as "kind, verdict:
	// text".
	Wrong []string
	// Took are the times of the checks, in order of their length.
	Took []time.Duration
}

// CheckQuotes makes n quotes of each kind from articles, the same for the same seed, and
// has them checked. Sentences of the articles must be long enough for that.
func CheckQuotes(ctx context.Context, a Asker, articles []*corpus.Article, n int, seed uint64) (QuoteChecks, error) {
	m := quoteMaker{random: rand.New(rand.NewPCG(seed, 0)), articles: articles} // not for secrets
	checks := QuoteChecks{Told: make(map[QuoteKind]map[answer.Verdict]int)}
	for _, k := range quoteKinds {
		checks.Told[k.kind] = make(map[answer.Verdict]int)
	}
	for range n {
		for _, k := range quoteKinds {
			text, ok := m.make(k.kind)
			if !ok {
				return checks, fmt.Errorf("the corpus has too few sentences of %d to %d words to make quotes of", shortestQuote, longestQuote)
			}
			began := time.Now()
			got, err := a.Ask(ctx, answer.Question{Text: text, Form: answer.CheckQuote})
			if err != nil {
				return checks, err
			}
			checks.Took = append(checks.Took, time.Since(began))
			for _, s := range got.Snippets {
				if err := s.Verify(); err != nil {
					return checks, err
				}
			}
			verdict := got.Check.Verdict
			checks.Told[k.kind][verdict]++
			if verdict != k.right {
				checks.Wrong = append(checks.Wrong, fmt.Sprintf("%s, %s: %s", k.kind, verdict, text))
			}
		}
	}
	slices.Sort(checks.Took)
	return checks, nil
}

// Right returns the share of all verdicts that are right.
func (c QuoteChecks) Right() float64 {
	right, all := 0, 0
	for _, k := range quoteKinds {
		for v, n := range c.Told[k.kind] {
			all += n
			if v == k.right {
				right += n
			}
		}
	}
	return float64(right) / float64(max(all, 1))
}

// Print writes what was told as a table, and how long it took.
func (c QuoteChecks) Print(w io.Writer) error {
	verdicts := []answer.Verdict{answer.Exact, answer.Altered, answer.Paraphrase, answer.Absent}
	var out strings.Builder
	fmt.Fprintf(&out, "%-10s", "quotes")
	for _, v := range verdicts {
		fmt.Fprintf(&out, "%12s", v)
	}
	fmt.Fprintln(&out)
	for _, k := range quoteKinds {
		fmt.Fprintf(&out, "%-10s", k.kind)
		for _, v := range verdicts {
			fmt.Fprintf(&out, "%12d", c.Told[k.kind][v])
		}
		fmt.Fprintln(&out)
	}
	fmt.Fprintf(&out, "told right  %.1f %%\n", 100*c.Right())
	if n := len(c.Took); n > 0 {
		fmt.Fprintf(&out, "took        %.1f ms at the median, %.1f ms at the 99th percentile\n",
			milliseconds(c.Took[n/2]), milliseconds(c.Took[n*99/100]))
	}
	return write(w, &out)
}

// quoteMaker makes quotes.
type quoteMaker struct {
	random   *rand.Rand
	articles []*corpus.Article
	analyzer analysis.Analyzer
}

// make returns a quote of a kind, if the corpus has sentences for one.
func (m *quoteMaker) make(kind QuoteKind) (text string, ok bool) {
	words, from, ok := m.sentence(nil)
	for range tries {
		if kind != QuoteInvented || !ok || 2*m.content(words) >= len(words) {
			break
		}
		words, from, ok = m.sentence(nil)
	}
	if !ok {
		return "", false
	}
	switch kind {
	case QuoteElided:
		cut := 3 + m.random.IntN(len(words)-6)
		return strings.Join(words[:cut], " ") + " … " + strings.Join(words[min(cut+1+m.random.IntN(2), len(words)-3):], " "), true
	case QuoteChanged:
		ok = m.changeOne(words)
	case QuoteJoined:
		var more []string
		more, _, ok = m.sentence(from)
		words = append(words, more...)
	case QuoteInvented:
		ok = m.invent(words)
	}
	if !ok {
		return "", false
	}
	return strings.Join(words, " "), true
}

// changeOne puts another word in the place of one of some words, if the corpus has one.
func (m *quoteMaker) changeOne(words []string) bool {
	i := m.random.IntN(len(words))
	for {
		other, ok := m.word()
		if !ok {
			return false
		}
		if analysis.Fold(other) != analysis.Fold(words[i]) {
			words[i] = other
			return true
		}
	}
}

// invent puts other words in the place of all but stop words, if the corpus has some.
func (m *quoteMaker) invent(words []string) bool {
	for i, w := range words {
		if !m.isContent(w) {
			continue
		}
		other, ok := m.word()
		if !ok {
			return false
		}
		words[i] = other
	}
	return true
}

// isContent reports whether a word is no stop word.
func (m *quoteMaker) isContent(word string) bool {
	t := m.analyzer.Tokens(word)
	return len(t) > 0 && !t[0].Stop
}

// content counts the words that are no stop words.
func (m *quoteMaker) content(words []string) (n int) {
	for _, w := range words {
		if m.isContent(w) {
			n++
		}
	}
	return n
}

// tries bounds the search for a sentence.
const tries = 1000

// sentence returns the words of a sentence of an article, but for one.
func (m *quoteMaker) sentence(not *corpus.Article) (words []string, from *corpus.Article, ok bool) {
	if len(m.articles) == 0 {
		return nil, nil, false
	}
	for range tries {
		a := m.articles[m.random.IntN(len(m.articles))]
		if a == not || len(a.Paragraphs) == 0 {
			continue
		}
		text := a.Text(a.Paragraphs[m.random.IntN(len(a.Paragraphs))].Span)
		var all [][]string
		for start, end := range analysis.Sentences(text) {
			if w := strings.Fields(text[start:end]); len(w) >= shortestQuote && len(w) <= longestQuote && !strings.Contains(text[start:end], "[") {
				all = append(all, w)
			}
		}
		if len(all) > 0 {
			return all[m.random.IntN(len(all))], a, true
		}
	}
	return nil, nil, false
}

// word returns a word of content.
func (m *quoteMaker) word() (string, bool) {
	for range tries {
		words, _, ok := m.sentence(nil)
		if !ok {
			break
		}
		w := words[m.random.IntN(len(words))]
		if t := m.analyzer.Tokens(w); len(t) == 1 && !t[0].Stop {
			return w, true
		}
	}
	return "", false
}
