package index

import (
	"bytes"
	"context"
	"iter"
	"runtime"

	"newshound/answer/index/internal/build"
	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
	"newshound/answer/index/internal/store"
	"newshound/corpus"
)

// Changes tells what an update did.
type Changes struct {
	Added     int // articles with ids that were new
	Updated   int // articles with ids that there were
	Unchanged int // articles that were there just as they are
	Deleted   int
	Missing   []string // ids to be deleted that no article has
}

// Any reports whether there was anything to change.
func (c Changes) Any() bool { return c.Added+c.Updated+c.Deleted > 0 }

// Add adds articles to the index file at path. An article whose id is in the index
// takes the place of the one that is there, as if that was deleted first: it
// stands at the end of the corpus. Of several with one id the last stays. An
// article that is there just as it is, wherever it comes from, is left alone.
//
// When Add returns without an error, all of it is on the disk and stays there;
// with an error, none of it counts. Readers that have the file open are not
// disturbed, and do not see the change. Another process that writes the file is
// waited for.
func Add(ctx context.Context, path string, articles iter.Seq[*corpus.Article], o Options) (Changes, error) {
	return Update(ctx, path, articles, nil, o)
}

// Delete deletes the articles of some ids. It promises what [Add] does.
func Delete(ctx context.Context, path string, ids []string, o Options) (Changes, error) {
	return Update(ctx, path, func(func(*corpus.Article) bool) {}, ids, o)
}

// Update deletes and then adds articles, in one step: readers see all of it or
// nothing. It promises what [Add] does.
func Update(ctx context.Context, path string, articles iter.Seq[*corpus.Article], remove []string, o Options) (Changes, error) {
	var c Changes
	before, data, err := openFile(path, 0)
	if err != nil {
		return c, err
	}
	defer disk.Unmap(data)
	o.Compact = o.Compact || before.compact()
	fresh := before.fresh(articles, remove, &c.Unchanged)
	built, err := build.Segment(ctx, fresh.all(), o.of(path, nil))
	if err != nil {
		return c, err
	}
	defer built.Close()
	if fresh.err != nil {
		return c, fresh.err
	}
	if built.Articles+len(remove) == 0 {
		return c, nil
	}
	err = store.Change(ctx, path, o.Waiting, func(w *store.Writer) error {
		drafts := w.Drafts()
		c.delete(drafts, remove)
		if built.Articles > 0 {
			added, err := w.AppendDraft(built)
			if err != nil {
				return disk.Cause(err)
			}
			drafts = append(drafts, added)
			c.supersede(drafts)
		}
		if !c.Any() {
			return nil
		}
		return w.Write(drafts)
	})
	return c, err
}

// delete marks the articles of the ids.
func (c *Changes) delete(drafts []store.Draft, ids []string) {
	for _, id := range ids {
		if mark(drafts, id) {
			c.Deleted++
		} else {
			c.Missing = append(c.Missing, id)
		}
	}
}

// supersede marks the articles whose ids articles of the last draft have, and
// those of that draft that have another of their id behind them.
func (c *Changes) supersede(drafts []store.Draft) {
	last := &drafts[len(drafts)-1]
	again := make(map[int]bool) // articles whose id one before has
	for i := range last.Segment.Articles {
		if again[i] {
			continue
		}
		id := last.Segment.ID(i)
		same := last.Segment.Find(id) // the first is i
		for _, n := range same[1:] {
			again[n] = true
		}
		last.Gone = append(last.Gone, same[:len(same)-1]...)
		if mark(drafts[:len(drafts)-1], id) || len(same) > 1 {
			c.Updated++
		} else {
			c.Added++
		}
	}
}

// mark marks the article of an id for deletion, and reports whether there is one.
func mark(drafts []store.Draft, id string) (found bool) {
	for i := range drafts {
		d := &drafts[i]
		for _, article := range d.Segment.Find(id) {
			if d.Segment.Live(article) {
				if d.Segment.Deleted == nil {
					d.Segment.Deleted = make([]bool, d.Segment.Articles)
				}
				d.Segment.Deleted[article] = true
				d.Gone = append(d.Gone, article)
				found = true
			}
		}
	}
	return found
}

// freshArticles are those of a sequence that an index does not hold just as they
// are.
type freshArticles struct {
	ix       *Index
	articles iter.Seq[*corpus.Article]
	// touched are the hashes of ids that are deleted, or that were seen before:
	// what the index holds is not what there will be.
	touched   map[uint64]bool
	unchanged *int
	err       error
}

func (ix *Index) fresh(articles iter.Seq[*corpus.Article], remove []string, unchanged *int) *freshArticles {
	f := &freshArticles{ix: ix, articles: articles, touched: make(map[uint64]bool), unchanged: unchanged}
	for _, id := range remove {
		f.touched[segment.HashID(id)] = true
	}
	return f
}

// all yields the articles. It ends early with damage, which err holds then.
func (f *freshArticles) all() iter.Seq[*corpus.Article] {
	return func(yield func(*corpus.Article) bool) {
		for a := range f.articles {
			hash := segment.HashID(a.ID)
			if !f.touched[hash] {
				same, err := f.ix.Holds(a)
				if err != nil {
					f.err = err
					return
				}
				if same {
					*f.unchanged++
					continue
				}
				f.touched[hash] = true
			}
			if !yield(a) {
				return
			}
		}
	}
}

// Holds reports whether the index holds the article just as it is, wherever it
// comes from. An index in memory holds none.
func (ix *Index) Holds(a *corpus.Article) (held bool, err error) {
	defer runtime.KeepAlive(ix) // and what it is mapped to
	defer raw.Faults()()
	defer raw.Guard(&err)
	var wanted []byte
	for _, s := range ix.segments {
		for _, i := range s.Find(a.ID) {
			if !s.Live(i) {
				continue
			}
			if wanted == nil {
				wanted = segment.RecordWithout(a)
			}
			if bytes.Equal(segment.RecordWithout(s.Read(i)), wanted) {
				return true, nil
			}
		}
	}
	return false, nil
}
