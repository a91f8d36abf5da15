package index

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"newshound/answer"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
	"newshound/corpus"
)

// built makes an index file of the articles.
func built(t testing.TB, articles []*corpus.Article, o Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.idx")
	if err := Build(t.Context(), path, slices.Values(articles), o); err != nil {
		t.Fatal(err)
	}
	return path
}

// open opens an index file.
func open(t testing.TB, path string) *Index {
	t.Helper()
	ix, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// TestFileIsMemory asks an index in a file what the same in memory is asked.
func TestFileIsMemory(t *testing.T) {
	for seed := range uint64(40) {
		l := lottery{rand.New(rand.NewPCG(seed, 8))}
		articles := l.articles()
		memory, file := New(articles), open(t, built(t, articles, Options{}))
		if got, want := file.Coverage(), memory.Coverage(); !reflect.DeepEqual(got, want) {
			t.Fatalf("corpus %d: Coverage = %+v, want %+v", seed, got, want)
		}
		if got := file.Articles(100); !slices.EqualFunc(got, articles, sameArticle) {
			t.Fatalf("corpus %d: other articles", seed)
		}
		for range 20 {
			q := l.query()
			got, err := file.Retrieve(t.Context(), q)
			want, wantErr := memory.Retrieve(t.Context(), q)
			if err != nil || wantErr != nil || !sameHits(got, want) {
				t.Fatalf("corpus %d, query %+v:\ngot  %v %v\nwant %v %v", seed, q, scores(got), err, scores(want), wantErr)
			}
		}
	}
}

func sameHits(x, y []answer.Hit) bool {
	return slices.EqualFunc(x, y, func(x, y answer.Hit) bool {
		return x.Score == y.Score && x.Passage.Article.ID == y.Passage.Article.ID && x.Passage.Span == y.Passage.Span &&
			x.Passage.First == y.Passage.First && x.Passage.Last == y.Passage.Last && slices.Equal(x.Parts, y.Parts)
	})
}

// sameArticle compares articles; of their times, what they show.
func sameArticle(x, y *corpus.Article) bool {
	a, b := *x, *y
	a.Published, b.Published = time.Time{}, time.Time{}
	return reflect.DeepEqual(a, b) && x.Published.Format(time.RFC3339) == y.Published.Format(time.RFC3339)
}

// TestSpill builds the same file in so little memory that every article is a run
// of its own.
func TestSpill(t *testing.T) {
	articles := synthetic(300)
	one, many := open(t, built(t, articles, Options{})), open(t, built(t, articles, Options{Memory: 1}))
	for kind := range segment.SectionCount {
		if kind == segment.Names || kind == segment.Acronyms {
			continue // of many names only the most frequent of each run are kept
		}
		if !bytes.Equal(one.segments[0].Section(kind), many.segments[0].Section(kind)) {
			t.Errorf("section %d is another", kind)
		}
	}
	few := indexOf("The Department of Justice said so. DOJ said so.", "The Justice Department and the Department of Justice.")
	file := open(t, built(t, few.Articles(10), Options{Memory: 1}))
	for _, acronym := range []string{"doj", "jd", "dj"} {
		if got, want := file.SpelledOut(acronym), few.SpelledOut(acronym); !reflect.DeepEqual(got, want) {
			t.Errorf("SpelledOut(%s) = %+v, want %+v", acronym, got, want)
		}
	}
	if got, want := file.Acronyms([]string{"depart+ment", "justic"}), []string{"doj"}; !slices.Equal(got, want) {
		t.Errorf("Acronyms = %q, want %q", got, want)
	}
}

// TestSectionsInAnyOrder reads a file whose sections stand as the head has them.
func TestSectionsInAnyOrder(t *testing.T) {
	data := wellUsed(t, Options{})
	want, err := ask(t, opened(t, data))
	if err != nil {
		t.Fatal(err)
	}
	whole := opened(t, data).segments[0].Data
	other := bytes.Clone(whole[:pages.HeadSize])
	for kind := range segment.SectionCount {
		line := other[tableAt+16*kind:]
		start, length := binary.LittleEndian.Uint64(line), binary.LittleEndian.Uint64(line[8:])
		binary.LittleEndian.PutUint64(line, uint64(len(other)))
		other = append(other, whole[start:start+length]...)
		other = append(other, make([]byte, (8-len(other)%8)%8)...)
	}
	binary.LittleEndian.PutUint32(other[crcAt:], raw.Checksum(other[:crcAt]))
	summed := withSums(t, other[pages.HeadSize:])
	if bytes.Equal(other, whole[:len(other)]) {
		t.Error("the sections stand where they did")
	}
	copy(whole, append(other[:pages.HeadSize], summed...))
	ix := opened(t, data)
	if got, err := ask(t, ix); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	if err := ix.check(t.Context()); err != nil {
		t.Error(err)
	}
}

// withSums returns the pages of a segment with their checksums.
func withSums(t *testing.T, data []byte) []byte {
	t.Helper()
	var all bytes.Buffer
	var sums pages.Writer
	sums.PassTo(&all)
	if _, err := sums.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := sums.Finish(); err != nil {
		t.Fatal(err)
	}
	return all.Bytes()
}

// opened opens the index that a file's bytes hold.
func opened(t *testing.T, data []byte) *Index {
	t.Helper()
	ix, err := openData(data)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// TestThePrunedIsExact compares the best passages of a large corpus with what
// stands first when all passages are ranked.
func TestThePrunedIsExact(t *testing.T) {
	articles := synthetic(70_000) // more than a chunk
	ix := New(articles)
	for _, c := range []struct{ clauses, alts int }{{1, 1}, {3, 1}, {12, 1}, {6, 3}} {
		for i, q := range questions(c.clauses, c.alts)[:6] {
			q.Limit = ix.Coverage().Passages
			all, err := ix.Retrieve(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, limit := range []int{1, 10, 200, 1500} {
				q.Limit = limit
				got, err := ix.Retrieve(t.Context(), q)
				if err != nil || !sameHits(got, all[:min(limit, len(all))]) {
					t.Errorf("%+v, question %d, limit %d: %v\ngot  %v\nwant %v", c, i, limit, err, scores(got[:min(5, len(got))]), scores(all[:min(5, len(all))]))
				}
			}
		}
	}
}
