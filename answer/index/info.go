package index

import (
	"newshound/answer/index/internal/pages"
)

// Info tells what an index file is made of.
type Info struct {
	Segments   int
	Compact    bool   // what is added to it is compact, too
	Deleted    int    // articles that take room still
	Bytes      int    // of the file
	Dead       int    // bytes of it that nothing points at, until it is written anew
	Generation uint64 // how often it was changed since it was made, and one
}

// Info returns what the file is made of that the index was opened from, as it was
// then. That of an index in memory has no bytes.
func (ix *Index) Info() Info {
	i := Info{Segments: len(ix.segments), Compact: ix.compact()}
	if ix.commit != nil {
		i.Bytes, i.Generation = int(ix.file.info.Size()), ix.commit.Generation
	}
	live := pages.HeadSize
	for _, s := range ix.segments {
		live += len(s.Data)
		for _, deleted := range s.Deleted {
			if deleted {
				i.Deleted++
			}
		}
	}
	i.Dead = max(0, i.Bytes-live)
	return i
}
