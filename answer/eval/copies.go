package eval

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"newshound/corpus"
)

// CopyKind is what was done to a copy of an article. Of each copy every tenth word is
// replaced, dropped, or has another before it, by chance if the kind does not say which.
type CopyKind string

// The kinds of copies.
const (
	CopyWords    CopyKind = "words"    // nothing else
	CopyReplaced CopyKind = "replaced" // each such word is replaced
	CopyDropped  CopyKind = "dropped"  // each is dropped
	CopyAdded    CopyKind = "added"    // each has another before it
	CopyTyped    CopyKind = "typed"    // quotation marks and dashes are typed otherwise, and sentences in capitals
	CopyHeadline CopyKind = "headline" // another headline, another byline
	CopyAgency   CopyKind = "agency"   // a line of an agency above, and another below
	CopyMerged   CopyKind = "merged"   // paragraphs joined, two by two
	CopyCut      CopyKind = "cut"      // every third paragraph gone, but for the one that is asked of
	CopyShort    CopyKind = "short"    // the second half gone, but for the paragraph that is asked of
	CopyMoved    CopyKind = "moved"    // paragraphs in the place of their neighbours, two by two
)

var copyKinds = []CopyKind{
	CopyWords, CopyReplaced, CopyDropped, CopyAdded, CopyTyped, CopyHeadline, CopyAgency, CopyMerged, CopyCut, CopyShort, CopyMoved,
}

// changedWords is the share of a copy's words that are not as they were.
const changedWords = 0.1

// Copied is an article with its copy, and a question that its words answer.
type Copied struct {
	Kind     CopyKind
	Original *corpus.Article
	Copy     *corpus.Article
	Question string
}

// MakeCopies returns n copies of each kind of articles that have the sentences for a
// question, the same for the same seed. No article is copied twice.
func MakeCopies(articles []*corpus.Article, n int, seed uint64) ([]Copied, error) {
	random := rand.New(rand.NewPCG(seed, 0)) // not for secrets
	order := random.Perm(len(articles))
	var out []Copied
	for _, i := range order {
		a := articles[i]
		m := quoteMaker{random: random, articles: []*corpus.Article{a}}
		sentence, _, ok := m.sentence(nil)
		if !ok {
			continue
		}
		words := &quoteMaker{random: random, articles: articles}
		kind := copyKinds[len(out)%len(copyKinds)]
		out = append(out, Copied{kind, a, perturb(a, kind, strings.Join(sentence, " "), words), m.question(sentence)})
		if len(out) == n*len(copyKinds) {
			return out, nil
		}
	}
	return nil, fmt.Errorf("the corpus has too few articles with sentences of %d to %d words: copies can be made of %d", shortestQuote, longestQuote, len(out))
}

// question returns a question for a sentence: its words of content.
func (m *quoteMaker) question(sentence []string) string {
	var words []string
	for _, w := range sentence {
		if t := m.analyzer.Tokens(w); len(t) > 0 && !t[0].Stop {
			words = append(words, w[t[0].Start:t[len(t)-1].End])
		}
	}
	return strings.Join(words, " ")
}

// perturb returns a copy of an article: of another outlet, a day later or earlier.
func perturb(a *corpus.Article, kind CopyKind, asked string, words *quoteMaker) *corpus.Article {
	meta := a.Meta
	meta.ID, meta.URL, meta.Outlet = "copy of "+a.ID, "", "The Copying Courier"
	if !meta.Published.IsZero() {
		meta.Published = meta.Published.Add(time.Duration(2*words.random.IntN(2)-1) * 24 * time.Hour)
	}
	if kind == CopyHeadline {
		meta.Headline, meta.Byline = "What is known so far", "Staff"
	}
	var paragraphs []string
	for i, p := range a.Paragraphs {
		text := a.Text(p.Span)
		gone := kind == CopyCut && i%3 == 1 || kind == CopyShort && 2*i > len(a.Paragraphs)
		if gone && !strings.Contains(strings.Join(strings.Fields(text), " "), asked) {
			continue
		}
		paragraphs = append(paragraphs, words.change(text, kind))
	}
	switch kind {
	case CopyTyped:
		for i, p := range paragraphs {
			paragraphs[i] = retyped.Replace(p)
			if i%4 == 3 {
				paragraphs[i] = strings.ToUpper(paragraphs[i])
			}
		}
	case CopyMoved:
		for i := 0; i+1 < len(paragraphs); i += 2 {
			paragraphs[i], paragraphs[i+1] = paragraphs[i+1], paragraphs[i]
		}
	case CopyMerged:
		for i := 0; i+1 < len(paragraphs); i++ {
			paragraphs[i] += " " + paragraphs[i+1]
			paragraphs = slices.Delete(paragraphs, i+1, i+2)
		}
	case CopyAgency:
		paragraphs = slices.Concat([]string{"By The Courier Agency. This story was first carried by the wire."}, paragraphs,
			[]string{"The Courier Agency contributed to this report. All rights reserved."})
	}
	return corpus.NewArticle(meta, strings.Join(paragraphs, "\n\n"))
}

// retyped types quotation marks, apostrophes and dashes in another way.
var retyped = strings.NewReplacer("“", `"`, "”", `"`, `"`, "”", "’", "'", "‘", "'", "'", "’", "—", " - ", " – ", "—", " - ", " – ")

// change replaces, drops, or puts another before every tenth word of a text.
func (m *quoteMaker) change(text string, kind CopyKind) string {
	var out []string
	for _, w := range strings.Fields(text) {
		if m.random.Float64() >= changedWords {
			out = append(out, w)
			continue
		}
		other, ok := m.word()
		if !ok {
			other = "elsewhere"
		}
		how := kind
		if how != CopyReplaced && how != CopyDropped && how != CopyAdded {
			how = []CopyKind{CopyReplaced, CopyDropped, CopyAdded}[m.random.IntN(3)]
		}
		switch how {
		case CopyReplaced:
			out = append(out, other)
		case CopyAdded:
			out = append(out, other, w)
		}
	}
	return strings.Join(out, " ")
}
