package index

import (
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
	// passages are those that follow, if the text is the header of an article.
	passages []corpus.Passage
}

// read analyses the articles and gives b each article's header and then its
// passages, in order. Several goroutines take turns at the articles; they have
// ended when read returns.
func read(articles []*corpus.Article, b *builder) {
	readers := make([]*reader, max(1, min(maxReaders, runtime.GOMAXPROCS(0), len(articles))))
	var running sync.WaitGroup
	for i := range readers {
		r := newReader()
		readers[i] = r
		running.Go(func() {
			for j := i; j < len(articles); j += len(readers) {
				r.read(articles[j])
			}
		})
	}
	for j := range articles {
		r := readers[j%len(readers)]
		header := <-r.texts
		passages := header.passages
		b.addHeader(header)
		r.spare <- header
		for _, p := range passages {
			t := <-r.texts
			b.addPassage(p, t)
			r.spare <- t
		}
	}
	running.Wait()
}

// reader analyses articles. It has an analyzer of its own, since waiting for a
// shared one takes longer than stemming a word twice.
type reader struct {
	analyzer analysis.Analyzer
	texts    chan *analysed
	spare    chan *analysed // to be used again
}

func newReader() *reader {
	r := &reader{texts: make(chan *analysed, ahead), spare: make(chan *analysed, ahead)}
	for range ahead {
		r.spare <- new(analysed)
	}
	return r
}

// read sends the article's header and its passages.
func (r *reader) read(a *corpus.Article) {
	passages := answer.Passages(a)
	t := <-r.spare
	t.text, t.passages = answer.Header(a), passages
	t.tokens = r.analyzer.Append(t.tokens[:0], t.text)
	r.texts <- t
	for _, p := range passages {
		t := <-r.spare
		t.text, t.passages = a.Body, nil
		t.tokens = answer.Tokens(&r.analyzer, t.tokens[:0], p)
		r.texts <- t
	}
}
