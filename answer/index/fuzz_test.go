package index

import (
	"bytes"
	"errors"
	"testing"

	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
)

// FuzzCommit decodes commits that nobody wrote.
func FuzzCommit(f *testing.F) {
	f.Add((&commit{segments: []segmentRef{
		{offset: pages.HeadSize, length: 5000},
		{offset: 3 * pages.HeadSize, length: 70_000, deleted: []int{0, 4, 5}, roll: rollRef{offset: 100_000, length: 12, sum: 1 << 31}},
	}}).encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		const size = 1 << 20
		decode := func(data []byte) (refs []segmentRef, err error) {
			defer raw.Guard(&err)
			return decodeCommit(data, size), nil
		}
		refs, err := decode(data)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Error(err)
			}
			return
		}
		for _, r := range refs {
			if r.offset+r.length > size || r.roll.offset+r.roll.length > size {
				t.Errorf("%+v lies outside", r)
			}
		}
		c := commit{segments: refs}
		again, err := decode(c.encode())
		if err != nil || !bytes.Equal((&commit{segments: again}).encode(), c.encode()) {
			t.Errorf("%+v is encoded as %+v, %v", refs, again, err)
		}
	})
}
