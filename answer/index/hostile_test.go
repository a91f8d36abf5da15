package index

import (
	"strconv"
	"strings"
	"testing"

	"newshound/answer"
	"newshound/answer/index/internal/postings"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// TestEndless indexes articles that no paper ever printed. The index must not be
// larger than their text warrants.
func TestEndless(t *testing.T) {
	const size = 1 << 17
	var distinct strings.Builder
	for i := 0; distinct.Len() < size; i++ {
		distinct.WriteString("Name" + strconv.Itoa(i) + " ")
	}
	for _, unit := range []string{"a", "a ", "a-", "a.", "flood ", "Flood ", "FLOOD a ", "Department of ", "洪", "“", ". ", "1,", "a\u0301", "flood\n\n", distinct.String()} {
		text := strings.Repeat(unit, max(1, size/len(unit)))
		for _, a := range []*corpus.Article{article("body", "Flood", text), article("headline", text, strings.Repeat("river ", 2000)), article("paragraphs", text, strings.Split(text, "\n\n")...)} {
			ix := New([]*corpus.Article{a})
			c := ix.Coverage()
			if n, bound := len(ix.segments[0].Section(segment.Postings)), 6*(size/2+c.Passages*postings.MaxHeader); n > bound {
				t.Errorf("%s of %.10q: %d bytes of postings in %d passages", a.ID, unit, n, c.Passages)
			}
			if n := len(ix.segments[0].Section(segment.Positions)) / 2; n > size/2+2000 {
				t.Errorf("%s of %.10q: %d positions", a.ID, unit, n)
			}
			q := answer.Query{Limit: 10}
			for _, w := range []string{"a", "flood", "river", "洪"} {
				q.Clauses = append(q.Clauses, answer.Clause{Weight: 1, Alts: []answer.Alt{{Terms: []string{w}, Weight: 1}, {Terms: []string{w, w, w}, Weight: 1}}})
			}
			if _, err := ix.Retrieve(t.Context(), q); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestLongHeader finds the words that a header begins with, and no others.
func TestLongHeader(t *testing.T) {
	var headline []string
	for i := range 2 * postings.MaxHeader {
		headline = append(headline, "w"+strconv.Itoa(i))
	}
	ix := New([]*corpus.Article{article("a", strings.Join(headline, " "), "Flood.")})
	for _, n := range []int{0, postings.MaxHeader - 1} {
		if ix.DocFreq(headline[n]) != 1 {
			t.Errorf("word %d of the headline is not found", n)
		}
	}
	if ix.DocFreq(headline[postings.MaxHeader]) != 0 {
		t.Errorf("word %d of the headline is found", postings.MaxHeader)
	}
}
