package index

import (
	"iter"
	"runtime"
	"sync"

	"newshound/answer"
	"newshound/answer/analysis"
	"newshound/corpus"
)

const (
	// maxReaders bounds the goroutines that analyse: more would only wait for the
	// one that builds.
	maxReaders = 4
	// ahead is how many texts each of them may be ahead of it.
	ahead = 128
)

// analysed is a header or a passage: its tokens, and the text that their offsets
// count the bytes of.
type analysed struct {
	text   string
	tokens []analysis.Token
	// article and passages are set if the text is the header of an article: it, and
	// the passages that follow.
	article  *corpus.Article
	passages []corpus.Passage
}

// sink takes in articles, each with its header and followed by its passages.
type sink interface {
	addArticle(a *corpus.Article, header *analysed)
	addPassage(p corpus.Passage, t *analysed)
}

// read analyses the articles and gives them to to, in order. Several goroutines
// take turns at the articles; they have ended when read returns.
func read(articles iter.Seq[*corpus.Article], to sink) {
	readers := make([]*reader, max(1, min(maxReaders, runtime.GOMAXPROCS(0))))
	var analyzer analysis.Analyzer
	var running sync.WaitGroup
	for i := range readers {
		r := newReader(&analyzer)
		readers[i] = r
		running.Go(func() {
			defer close(r.texts)
			for a := range r.articles {
				r.read(a)
			}
		})
	}
	running.Go(func() {
		i := 0
		for a := range articles {
			readers[i%len(readers)].articles <- a
			i++
		}
		for _, r := range readers {
			close(r.articles)
		}
	})
	for j := 0; ; j++ {
		r := readers[j%len(readers)]
		header, ok := <-r.texts
		if !ok {
			break
		}
		passages := header.passages
		to.addArticle(header.article, header)
		r.spare <- header
		for _, p := range passages {
			t := <-r.texts
			to.addPassage(p, t)
			r.spare <- t
		}
	}
	running.Wait()
}

// reader analyses articles.
type reader struct {
	analyzer *analysis.Analyzer
	articles chan *corpus.Article
	texts    chan *analysed
	spare    chan *analysed // to be used again
}

func newReader(a *analysis.Analyzer) *reader {
	r := &reader{analyzer: a, articles: make(chan *corpus.Article, 1), texts: make(chan *analysed, ahead), spare: make(chan *analysed, ahead)}
	for range ahead {
		r.spare <- new(analysed)
	}
	return r
}

// read sends the article's header and its passages.
func (r *reader) read(a *corpus.Article) {
	passages := answer.Passages(a)
	t := <-r.spare
	t.text, t.article, t.passages = answer.Header(a), a, passages
	t.tokens = r.analyzer.Append(t.tokens[:0], t.text)
	r.texts <- t
	for _, p := range passages {
		t := <-r.spare
		t.text, t.article, t.passages = a.Body, nil, nil
		t.tokens = answer.Tokens(r.analyzer, t.tokens[:0], p)
		r.texts <- t
	}
}
