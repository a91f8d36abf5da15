package search

import (
	"bytes"
	"strconv"
	"testing"

	"newshound/answer"
	"newshound/answer/index/internal/bm25"
	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// searcherOf returns a searcher of one segment that has an article of each text.
func searcherOf(texts ...string) *Searcher {
	var articles []*corpus.Article
	for i, text := range texts {
		articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i)}, text))
	}
	var data bytes.Buffer
	if err := build.InMemory(articles).WriteAll(&data); err != nil {
		panic(err) // there is nothing that can fail in memory
	}
	s := segment.Open(data.Bytes(), articles)
	return New([]*segment.Segment{s}, bm25.Mean(s.Words, s.Passages), bm25.Mean(s.Words, s.Articles))
}

// TestWorkspaceIsClean looks at what a query leaves to the next one.
func TestWorkspaceIsClean(t *testing.T) {
	in := searcherOf("A flood came.", "The river rose.", "A flood of the river.")
	w := new(workspace)
	for _, alts := range [][]answer.Alt{
		{{Terms: []string{"flood"}, Weight: 1}},
		{{Terms: []string{"flood"}, Weight: 1}, {Terms: []string{"river"}, Weight: 0.5}, {Terms: []string{"flood", "river"}, Weight: 1}},
	} {
		hits, err := in.rank(t.Context(), w, answer.Query{Clauses: []answer.Clause{{Alts: alts, Weight: 1}}, Limit: 2}, 2)
		if err != nil || len(hits) != 2 {
			t.Errorf("%v: %d passages, %v, want 2", alts, len(hits), err)
		}
		if w.sums != [postings.ChunkSize]uint16{} || w.most != [postings.ChunkSize]uint16{} {
			t.Errorf("%v leaves something behind", alts)
		}
	}
}

// TestWorkspaces holds that a free workspace is used again, on whatever processor, and that
// no more are kept than there is use for.
func TestWorkspaces(t *testing.T) {
	in := searcherOf()
	w := in.workspace()
	in.free(w)
	if in.workspace() != w {
		t.Error("a new workspace, where one is free")
	}
	for range 2 * cap(in.workspaces) {
		in.free(new(workspace))
	}
	if n := len(in.workspaces); n != cap(in.workspaces) {
		t.Errorf("%d are kept, of %d", n, cap(in.workspaces))
	}
}
