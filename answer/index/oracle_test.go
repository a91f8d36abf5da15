package index

import (
	"bytes"
	"cmp"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/answer/index/internal/bm25"
	"newshound/corpus"
)

// oracle ranks by going through every token of every passage for every
// alternative of a query.
type oracle struct {
	passages []corpus.Passage
	tokens   [][]analysis.Token
	headers  [][]analysis.Token
	average  float64
	articles int
}

func newOracle(articles []*corpus.Article) *oracle {
	var (
		o     oracle
		a     analysis.Analyzer
		total float64
	)
	o.articles = len(articles)
	for _, art := range articles {
		for _, p := range answer.Passages(art) {
			o.passages = append(o.passages, p)
			o.tokens = append(o.tokens, a.Tokens(art.Text(p.Span)))
			o.headers = append(o.headers, a.Tokens(answer.Header(art)))
			total += length(o.tokens[len(o.tokens)-1])
		}
	}
	o.average = max(1, total/float64(max(1, len(o.passages))))
	return &o
}

func length(tokens []analysis.Token) float64 {
	n := 0.0
	for _, t := range tokens {
		if !t.Stop {
			n++
		}
	}
	return n
}

// freq counts the places where a row of the terms ends.
func freq(tokens []analysis.Token, terms []string) float64 {
	n := 0.0
	for i := range tokens {
		if ends(tokens, terms, i) {
			n++
		}
	}
	return n
}

// ends reports whether a row of the terms ends at i.
func ends(tokens []analysis.Token, terms []string, i int) bool {
	last := len(terms) - 1
	if i < 0 || last < 0 || tokens[i].Stop || tokens[i].Term != terms[last] {
		return false
	}
	return last == 0 || ends(tokens, terms[:last], i-1) || ends(tokens, terms[:last], i-2)
}

func (o *oracle) retrieve(q answer.Query) []answer.Hit {
	type found struct {
		answer.Hit
		passage int
	}
	var hits []found
	for i, p := range o.passages {
		h := answer.Hit{Passage: p, Parts: o.parts(q, []int{i}, o.average)}
		h.Score = sum(h.Parts)
		if h.Score > 0 && o.admits(q.Filter, i) {
			hits = append(hits, found{h, i})
		}
	}
	sort := func() {
		slices.SortFunc(hits, func(x, y found) int {
			return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.passage, y.passage))
		})
	}
	sort()
	if q.Article > 0 {
		hits = hits[:min(len(hits), max(q.Depth, q.Limit))]
		for n := range hits {
			var whole []int // the passages of the article
			total := 0.0
			for j, other := range o.passages {
				total += length(o.tokens[j])
				if other.Article == hits[n].Passage.Article {
					whole = append(whole, j)
				}
			}
			parts := o.parts(q, whole, max(1, total/float64(o.articles)))
			hits[n].Score += q.Article * sum(parts)
			hits[n].Held = o.held(q, whole)
			for i, part := range parts {
				hits[n].Parts[i] += q.Article * part
			}
		}
		sort()
	}
	var out []answer.Hit
	for _, h := range hits[:min(len(hits), q.Limit)] {
		if !q.Parts {
			h.Parts = nil
		}
		out = append(out, h.Hit)
	}
	return out
}

func sum(parts []float64) float64 {
	total := 0.0
	for _, part := range parts {
		total += part
	}
	return total
}

// admits reports whether a filter admits a passage.
func (o *oracle) admits(f answer.Filter, i int) bool {
	holds := func(terms []string) bool {
		return freq(o.tokens[i], terms) > 0 || len(terms) == 1 && freq(o.headers[i], terms) > 0
	}
	for _, p := range f.Phrases {
		if !holds(p) {
			return false
		}
	}
	for _, w := range f.Without {
		if holds([]string{w}) {
			return false
		}
	}
	is := func(name string, names []string) bool {
		return len(names) == 0 || slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
	}
	m := o.passages[i].Article.Meta
	if !is(m.Outlet, f.Outlets) || !is(m.Byline, f.Bylines) || !is(m.Section, f.Sections) {
		return false
	}
	day := m.Published.Format(time.DateOnly)
	after := f.From.IsZero() || !m.Published.IsZero() && day >= f.From.Format(time.DateOnly)
	before := f.To.IsZero() || !m.Published.IsZero() && day <= f.To.Format(time.DateOnly)
	return after && before
}

// parts tells what each clause is worth to passages taken as one, whose mean length is average.
func (o *oracle) parts(q answer.Query, passages []int, average float64) []float64 {
	words := 0.0
	for _, i := range passages {
		words += length(o.tokens[i])
	}
	norm := bm25.K1 * (1 - bm25.B + bm25.B*words/average)
	out := make([]float64, len(q.Clauses))
	for n, c := range q.Clauses {
		best := 0.0
		for _, a := range c.Alts {
			tf := 0.0
			for _, i := range passages {
				tf += freq(o.tokens[i], a.Terms)
				if len(a.Terms) == 1 {
					tf += bm25.HeaderWeight * freq(o.headers[i], a.Terms)
				}
			}
			best = max(best, a.Weight*(tf*(bm25.K1+1)/(tf+norm)))
		}
		out[n] = c.Weight * best
	}
	return out
}

// held tells how much of a query passages taken as one have.
func (o *oracle) held(q answer.Query, passages []int) float64 {
	total := 0.0
	for _, c := range q.Clauses {
		best := 0.0
		for _, a := range c.Alts {
			has := func(i int) bool {
				return freq(o.tokens[i], a.Terms) > 0 || len(a.Terms) == 1 && freq(o.headers[i], a.Terms) > 0
			}
			if slices.ContainsFunc(passages, has) {
				best = max(best, a.Weight)
			}
		}
		total += c.Weight * best
	}
	return total
}

// lottery draws articles and queries of few words, so that they meet.
type lottery struct{ *rand.Rand }

var (
	drawn = strings.Fields("flood floods bridge river street city mayor Mayor tower US us the of and a in —")
	asked = strings.Fields("flood bridg river street citi mayor tower us the xylophon")
)

func (l lottery) text(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = drawn[l.IntN(1+l.IntN(len(drawn)))] + []string{"", "", "", ".", ","}[l.IntN(5)]
	}
	return strings.Join(words, " ")
}

func (l lottery) articles() []*corpus.Article {
	articles := make([]*corpus.Article, l.IntN(8))
	for i := range articles {
		var paragraphs []string
		for range l.IntN(4) {
			paragraphs = append(paragraphs, l.text(1+l.IntN([]int{4, 20, 300, 800}[l.IntN(4)])))
		}
		articles[i] = article(strconv.Itoa(i), l.text(l.IntN(4)), paragraphs...)
		if l.IntN(2) == 0 {
			articles[i].Outlet = "The Flood Times"
		}
		articles[i].Byline = []string{"", "Ann Roe", "ann roe", "Bo Doe"}[l.IntN(4)]
		articles[i].Section = []string{"", "News", "Bridge"}[l.IntN(3)]
		if l.IntN(4) > 0 {
			zone := time.FixedZone("", 3600*(l.IntN(20)-10))
			articles[i].Published = day(l.IntN(5)).Add(time.Duration(l.IntN(48)) * 30 * time.Minute).In(zone)
		}
	}
	return articles
}

func (l lottery) query() answer.Query {
	q := answer.Query{Limit: l.IntN(12), Article: []float64{0, 0, 0.25, 1}[l.IntN(4)], Depth: l.IntN(24), Parts: l.IntN(2) == 0}
	if l.IntN(2) == 0 {
		q.Filter = l.filter()
	}
	for range l.IntN(5) {
		c := answer.Clause{Weight: 0.25 + 3*l.Float64()}
		for range l.IntN(4) {
			a := answer.Alt{Weight: []float64{1, 1, 0.8, 0.4}[l.IntN(4)]}
			for range []int{1, 1, 1, 2, 2, 3, 4, 0}[l.IntN(8)] {
				a.Terms = append(a.Terms, asked[l.IntN(len(asked))])
			}
			c.Alts = append(c.Alts, a)
		}
		q.Clauses = append(q.Clauses, c)
	}
	return q
}

// filter draws a filter. Most of its fields are empty.
func (l lottery) filter() answer.Filter {
	var f answer.Filter
	f.Outlets = [][]string{nil, nil, nil, {"the flood times"}, {""}, {"", "The Flood Times"}, {"none"}}[l.IntN(7)]
	f.Bylines = [][]string{nil, nil, nil, {"Ann Roe"}, {"Bo Doe", "ANN ROE"}}[l.IntN(5)]
	f.Sections = [][]string{nil, nil, nil, {"News"}, {"bridge", "News"}}[l.IntN(5)]
	if l.IntN(4) == 0 {
		f.From = day(l.IntN(5))
	}
	if l.IntN(4) == 0 {
		f.To = day(l.IntN(5))
	}
	for range []int{0, 0, 0, 1, 2}[l.IntN(5)] {
		var phrase []string
		for range 1 + l.IntN(2) {
			phrase = append(phrase, asked[l.IntN(len(asked))])
		}
		f.Phrases = append(f.Phrases, phrase)
	}
	for range []int{0, 0, 0, 1, 2}[l.IntN(5)] {
		f.Without = append(f.Without, asked[l.IntN(len(asked))])
	}
	return f
}

// day is a day of May 2024.
func day(n int) time.Time { return time.Date(2024, time.May, 1+n, 0, 0, 0, 0, time.UTC) }

// TestOracle compares the index with the oracle, to the last bit.
func TestOracle(t *testing.T) {
	const corpora, queries = 300, 20
	for seed := range uint64(corpora) {
		l := lottery{rand.New(rand.NewPCG(seed, 7))}
		articles := l.articles()
		ix, o := New(articles), newOracle(articles)
		if got, want := ix.Coverage().Passages, len(o.passages); got != want {
			t.Fatalf("corpus %d: %d passages, want %d", seed, got, want)
		}
		for _, term := range asked {
			df := 0
			for i := range o.passages {
				if freq(o.tokens[i], []string{term})+freq(o.headers[i], []string{term}) > 0 {
					df++
				}
			}
			if got := ix.DocFreq(term); got != df {
				t.Fatalf("corpus %d: DocFreq(%s) = %d, want %d", seed, term, got, df)
			}
		}
		for range queries {
			q := l.query()
			got, err := ix.Retrieve(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			if want := o.retrieve(q); !equal(got, want) {
				t.Fatalf("corpus %d, query %+v:\ngot  %v\nwant %v", seed, q, scores(got), scores(want))
			}
		}
	}
}

func equal(x, y []answer.Hit) bool {
	return slices.EqualFunc(x, y, func(x, y answer.Hit) bool {
		return x.Passage == y.Passage && x.Score == y.Score && x.Held == y.Held && (x.Parts == nil) == (y.Parts == nil) && slices.Equal(x.Parts, y.Parts)
	})
}

func scores(hits []answer.Hit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Passage.Article.ID+"+"+strconv.Itoa(h.Passage.Start)+"="+strconv.FormatFloat(h.Score, 'g', -1, 64))
	}
	return out
}

// TestReaders builds the same index with one reader and with several.
func TestReaders(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	articles := synthetic(500)
	one := New(articles)
	for _, procs := range []int{2, 3, 8} {
		runtime.GOMAXPROCS(procs)
		if other := New(articles); !bytes.Equal(one.segments[0].Data, other.segments[0].Data) {
			t.Errorf("%d processors build another index than one", procs)
		}
	}
}
