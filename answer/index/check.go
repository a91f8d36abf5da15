package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
)

// ErrDamaged is wrapped by the error for a file whose bytes are not those that
// were written.
var ErrDamaged = raw.ErrDamaged

// Check reads the whole index file at path, and returns an error that wraps
// [ErrDamaged] and says where, if anything in it is not as format.go has it:
// checksums, places, orders, counts, and that they go together. It does not ask
// whether the passages and terms are those of the articles' text. The file may be
// in use.
func Check(ctx context.Context, path string) error {
	ix, data, err := openFile(path, 0)
	if err != nil {
		return err
	}
	defer disk.Unmap(data)
	if err := ix.check(ctx); err != nil {
		return fmt.Errorf("check the index %s: %w", path, err)
	}
	return nil
}

// check checks all segments, and what they are to each other.
func (ix *Index) check(ctx context.Context) (err error) {
	defer raw.Faults()()
	defer raw.Guard(&err)
	ids := make(map[uint64][]string)
	for n, s := range ix.segments {
		if err := s.Check(ctx); err != nil {
			return fmt.Errorf("segment %d of %d: %w", n+1, len(ix.segments), err)
		}
		for i := range s.Articles {
			if !s.Live(i) {
				continue
			}
			id := s.ID(i)
			hash := segment.HashID(id)
			if slices.Contains(ids[hash], id) {
				raw.Damaged("two articles have the id %q", id)
			}
			ids[hash] = append(ids[hash], id)
		}
	}
	places := slices.Clone(ix.segments)
	slices.SortFunc(places, func(x, y *segment.Segment) int { return cmp.Compare(x.Offset, y.Offset) })
	for i, s := range places {
		if s.Offset%pages.HeadSize != 0 || s.Offset < pages.HeadSize || i > 0 && s.Offset < places[i-1].Offset+len(places[i-1].Data) {
			raw.Damaged("a segment stands at byte %d", s.Offset)
		}
	}
	return nil
}
