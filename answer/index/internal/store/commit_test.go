package store

import (
	"bytes"
	"errors"
	"testing"

	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
)

// FuzzCommit decodes commits that nobody wrote.
func FuzzCommit(f *testing.F) {
	f.Add((&Commit{Segments: []Ref{
		{Offset: pages.HeadSize, Length: 5000},
		{Offset: 3 * pages.HeadSize, Length: 70_000, Deleted: []int{0, 4, 5}, Roll: RollRef{Offset: 100_000, Length: 12, sum: 1 << 31}},
	}}).encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		const size = 1 << 20
		decode := func(data []byte) (refs []Ref, err error) {
			defer raw.Guard(&err)
			return decodeCommit(data, size), nil
		}
		refs, err := decode(data)
		if err != nil {
			if !errors.Is(err, raw.ErrDamaged) {
				t.Error(err)
			}
			return
		}
		for _, r := range refs {
			if r.Offset+r.Length > size || r.Roll.Offset+r.Roll.Length > size {
				t.Errorf("%+v lies outside", r)
			}
		}
		c := Commit{Segments: refs}
		again, err := decode(c.encode())
		if err != nil || !bytes.Equal((&Commit{Segments: again}).encode(), c.encode()) {
			t.Errorf("%+v is encoded as %+v, %v", refs, again, err)
		}
	})
}
