package build

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
	// ahead is how many batches each of them may be ahead of it.
	ahead = 2
	// batchWords is the number of words from which on a batch is handed over, and
	// batchText that of the characters of articles: enough for goroutines to wait for
	// each other seldom, and too little for the processor's caches to lose them.
	batchWords = 1 << 12
	batchText  = 1 << 15
)

// analysed is a header or a passage: its words, and the text that their offsets
// count the bytes of.
type analysed struct {
	text  string
	words []analysis.Word
	// article and passages are set if the text is the header of an article: it, and
	// the passages that follow.
	article  *corpus.Article
	passages []corpus.Passage
}

// batch is what a reader made of articles, or of a part of a long one.
type batch struct {
	texts []analysed // with room for more, that have words to be used again
	words int        // of them all, and one more for each
	last  bool       // of the articles that the reader was given together
}

// sink takes in articles, each with its header and followed by its passages.
type sink interface {
	addArticle(a *corpus.Article, header *analysed)
	addPassage(p corpus.Passage, t *analysed)
}

// read analyses the articles with an analyzer and gives them to to, in order. Several goroutines
// take turns at some articles each; they have ended when read returns.
func read(articles iter.Seq[*corpus.Article], analyzer *analysis.Analyzer, to sink) {
	readers := make([]*reader, max(1, min(maxReaders, runtime.GOMAXPROCS(0))))
	var running sync.WaitGroup
	for i := range readers {
		r := newReader(analyzer)
		readers[i] = r
		running.Go(r.run)
	}
	running.Go(func() { deal(articles, readers) })
	var passages []corpus.Passage // that follow
	for j := 0; ; j++ {
		r := readers[j%len(readers)]
		b, ok := <-r.batches
		if !ok {
			break
		}
		for {
			for i := range b.texts {
				if t := &b.texts[i]; t.article != nil {
					to.addArticle(t.article, t)
					passages = t.passages
				} else {
					to.addPassage(passages[0], t)
					passages = passages[1:]
				}
			}
			last := b.last
			r.spare <- b
			if last {
				break
			}
			b = <-r.batches
		}
	}
	running.Wait()
}

// deal gives the articles to the readers in turn, some at a time.
func deal(articles iter.Seq[*corpus.Article], readers []*reader) {
	var some []*corpus.Article
	size, turn := 0, 0
	next := func() {
		readers[turn%len(readers)].articles <- some
		some, size, turn = nil, 0, turn+1
	}
	for a := range articles {
		some = append(some, a)
		if size += len(a.Headline) + len(a.Body); size >= batchText {
			next()
		}
	}
	if len(some) > 0 {
		next()
	}
	for _, r := range readers {
		close(r.articles)
	}
}

// reader analyses articles.
type reader struct {
	analyzer *analysis.Analyzer
	articles chan []*corpus.Article
	batches  chan *batch
	spare    chan *batch // to be used again
}

func newReader(a *analysis.Analyzer) *reader {
	r := &reader{analyzer: a, articles: make(chan []*corpus.Article, 1), batches: make(chan *batch, ahead), spare: make(chan *batch, ahead)}
	for range ahead {
		r.spare <- new(batch)
	}
	return r
}

// run sends batches of the articles that come.
func (r *reader) run() {
	defer close(r.batches)
	for some := range r.articles {
		b := r.empty()
		for _, a := range some {
			b = r.read(b, a)
		}
		b.last = true
		r.batches <- b
	}
}

// empty returns a batch to be filled.
func (r *reader) empty() *batch {
	b := <-r.spare
	b.texts, b.words, b.last = b.texts[:0], 0, false
	return b
}

// read adds the article's header and its passages to a batch, and returns the one
// that follows those that it sends when they are full.
func (r *reader) read(b *batch, a *corpus.Article) *batch {
	passages := answer.Passages(a)
	header := b.add()
	header.text, header.article, header.passages = answer.Header(a), a, passages
	header.words = r.analyzer.AppendWords(header.words, header.text, 0)
	b.words += len(header.words) + 1
	for _, p := range passages {
		if b.words >= batchWords {
			r.batches <- b
			b = r.empty()
		}
		t := b.add()
		t.text, t.article, t.passages = a.Body, nil, nil
		t.words = answer.Words(r.analyzer, nil, t.words, p)
		b.words += len(t.words) + 1
	}
	return b
}

// add returns a text, without words, at the end of the batch.
func (b *batch) add() *analysed {
	if len(b.texts) < cap(b.texts) {
		b.texts = b.texts[:len(b.texts)+1]
	} else {
		b.texts = append(b.texts, analysed{})
	}
	t := &b.texts[len(b.texts)-1]
	t.words = t.words[:0]
	return t
}
