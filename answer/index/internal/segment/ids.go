package segment

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"sort"

	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/strtab"
)

// idRow is an article by the hash of its id.
type idRow struct {
	hash    uint64
	article uint32
}

// HashID returns the hash by which an article is found.
func HashID(id string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(id)) // which cannot fail
	return h.Sum64()
}

// idBytes returns the section of the ids: of articles by the hash of theirs.
func idBytes(articles []strtab.Keyed) []byte {
	strtab.SortKeyed(articles, cmp.Compare[uint32])
	out := make([]byte, 0, idSize*len(articles))
	for _, a := range articles {
		out = binary.LittleEndian.AppendUint64(out, a.Key)
		out = binary.LittleEndian.AppendUint32(out, a.N)
	}
	return out
}

// idAt returns the i-th row of the ids.
func (s *Segment) idAt(i int) idRow {
	b := s.bytes(IDs, idSize*i, idSize*(i+1))
	return idRow{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint32(b[8:])}
}

// Find returns the numbers of the articles that have an id, deleted or not,
// rising. There are several where an update gave the same id twice.
func (s *Segment) Find(id string) (articles []int) {
	hash := HashID(id)
	rows := (s.at[IDs][1] - s.at[IDs][0]) / idSize
	for i := sort.Search(rows, func(i int) bool { return s.idAt(i).hash >= hash }); i < rows; i++ {
		r := s.idAt(i)
		if r.hash != hash {
			break
		}
		if s.ID(int(r.article)) == id {
			articles = append(articles, int(r.article))
		}
	}
	return articles
}

// ID returns the id of an article. It reads no more of it.
func (s *Segment) ID(article int) string {
	if s.kept != nil {
		return s.kept[article].ID
	}
	c := raw.Cursor{Data: s.record(article)}
	return c.String()
}
