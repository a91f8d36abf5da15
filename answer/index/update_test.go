package index

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"newshound/corpus"
)

// mirror is what an index that is changed must hold.
type mirror struct {
	lottery
	path string
	live []*corpus.Article
	last int // the number of the last new id
}

func newMirror(t *testing.T, seed uint64) *mirror {
	m := &mirror{lottery: lottery{rand.New(rand.NewPCG(seed, 9))}}
	m.live = m.articles()
	m.name(m.live)
	m.path = built(t, m.live, Options{})
	return m
}

// name gives new articles ids, some of which there are. Some are headed by a name,
// or say its acronym.
func (m *mirror) name(articles []*corpus.Article) {
	for _, a := range articles {
		m.last++
		a.ID = "id" + strconv.Itoa(m.last)
		if m.IntN(3) == 0 {
			a.ID = "id" + strconv.Itoa(1+m.IntN(m.last))
		}
		for slices.ContainsFunc(m.live, func(b *corpus.Article) bool { return a != b && len(m.path) == 0 && a.ID == b.ID }) {
			m.last++
			a.ID = "id" + strconv.Itoa(m.last)
		}
		if m.IntN(3) == 0 {
			a.Headline = []string{"Department of Justice", "The Justice Department", "DOJ asked", "River City Council", "The RCC met"}[m.IntN(5)]
		}
	}
}

func (m *mirror) remove(id string) (found bool) {
	before := len(m.live)
	m.live = slices.DeleteFunc(slices.Clone(m.live), func(a *corpus.Article) bool { return a.ID == id })
	return len(m.live) < before
}

// step changes the index in a random way.
func (m *mirror) step(t *testing.T) (what string) {
	t.Helper()
	var err error
	switch n := m.IntN(10); {
	case n < 5:
		articles := m.articles()
		m.name(articles)
		ids := make(map[string]bool)
		for _, a := range articles {
			m.remove(a.ID)
			m.live = append(m.live, a)
			ids[a.ID] = true
		}
		var got Changes
		got, err = Add(t.Context(), m.path, slices.Values(articles), Options{Memory: m.IntN(2)}) // 1: a run for each
		what = "add " + strconv.Itoa(len(articles))
		if got.Added+got.Updated != len(ids) {
			t.Fatalf("Add of %d ids tells %+v", len(ids), got)
		}
	case n < 7:
		var ids, missing []string
		deleted := 0
		for range m.IntN(4) {
			id := "id" + strconv.Itoa(1+m.IntN(m.last+2))
			ids = append(ids, id)
			if m.remove(id) {
				deleted++
			} else {
				missing = append(missing, id)
			}
		}
		var got Changes
		got, err = Delete(t.Context(), m.path, ids, Options{})
		what = "delete " + strings.Join(ids, " ")
		if want := (Changes{Deleted: deleted, Missing: missing}); !reflect.DeepEqual(got, want) {
			t.Fatalf("Delete %q tells %+v, want %+v", ids, got, want)
		}
	case n < 9:
		_, err = merge(t.Context(), m.path, Options{}, policy{segments: 1 + m.IntN(3), dead: 1 << m.IntN(20)})
		what = "merge"
	default:
		var got Merged
		got, err = MergeAll(t.Context(), m.path, Options{})
		what = "merge all"
		if !got.Rewritten || got.After > 1 {
			t.Fatalf("MergeAll tells %+v", got)
		}
	}
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	return what
}

// compare compares the index with one that is made of the same articles.
func (m *mirror) compare(t *testing.T, what string) {
	t.Helper()
	got, want := open(t, m.path), New(m.live)
	if got, want := got.Coverage(), want.Coverage(); !reflect.DeepEqual(got, want) {
		t.Fatalf("%s: Coverage = %+v, want %+v", what, got, want)
	}
	bylines, sections := got.Labels()
	if wantBylines, wantSections := want.Labels(); !maps.Equal(bylines, wantBylines) || !maps.Equal(sections, wantSections) {
		t.Fatalf("%s: Labels = %v, %v, want %v, %v", what, bylines, sections, wantBylines, wantSections)
	}
	if got := got.Articles(1000); !slices.EqualFunc(got, m.live, sameArticle) {
		t.Fatalf("%s: other articles", what)
	}
	for _, term := range append(asked, "justic", "depart+ment", "doj") {
		if got, want := got.DocFreq(term), want.DocFreq(term); got != want {
			t.Fatalf("%s: DocFreq(%s) = %d, want %d", what, term, got, want)
		}
	}
	for _, word := range []string{"floot", "bridgs", "rivre", "mayors", "towr", "justise", "departmemt"} {
		if got, want := got.Similar(word), want.Similar(word); !slices.Equal(got, want) {
			t.Fatalf("%s: Similar(%s) = %q, want %q", what, word, got, want)
		}
	}
	for _, acronym := range []string{"doj", "dj", "jd", "rcc", "ft", "tft"} {
		if got, want := got.SpelledOut(acronym), want.SpelledOut(acronym); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: SpelledOut(%s) = %+v, want %+v", what, acronym, got, want)
		}
	}
	for _, name := range []string{"depart+ment justic", "justic depart+ment", "river citi council", "flood time"} {
		if got, want := got.Acronyms(strings.Fields(name)), want.Acronyms(strings.Fields(name)); !slices.Equal(got, want) {
			t.Fatalf("%s: Acronyms(%s) = %q, want %q", what, name, got, want)
		}
	}
	for range 6 {
		q := m.query()
		got, err := got.Retrieve(t.Context(), q)
		want, wantErr := want.Retrieve(t.Context(), q)
		if err != nil || wantErr != nil || !sameHits(got, want) {
			t.Fatalf("%s: query %+v:\ngot  %v %v\nwant %v %v", what, q, scores(got), err, scores(want), wantErr)
		}
	}
	if err := Check(t.Context(), m.path); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// TestChanges changes indexes in random ways, and compares them after every change
// with an index that is made afresh.
func TestChanges(t *testing.T) {
	for seed := range uint64(30) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel() // it waits for the disk
			m := newMirror(t, seed)
			var done []string
			for range 12 {
				done = append(done, m.step(t))
				m.compare(t, "after "+strings.Join(done, ", "))
			}
			left, err := os.ReadDir(filepath.Dir(m.path))
			if err != nil || len(left) != 1 {
				t.Fatalf("%v is left behind, %v", left, err)
			}
		})
	}
}
