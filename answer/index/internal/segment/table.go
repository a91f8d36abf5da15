package segment

import (
	"encoding/binary"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/strtab"
)

// tableWriter makes a table, whose keys must be added in order.
type tableWriter struct {
	offsets    []uint32
	milestones []byte
	data       []byte
}

// add adds a key; the caller appends what belongs to it to the data.
func (t *tableWriter) add(key string) {
	if len(t.offsets)%keysToMilestone == 0 {
		t.milestones = appendMilestone(t.milestones, key)
	}
	t.offsets = strtab.Push(t.offsets, uint32(len(t.data)))
	t.data = raw.AppendString(strtab.Room(t.data, binary.MaxVarintLen64+len(key)), key)
}

// writeTo writes the table.
func (t *tableWriter) writeTo(s *disk.Spool) {
	size := 4*(len(t.offsets)+2) + len(t.milestones)
	head := binary.LittleEndian.AppendUint32(make([]byte, 0, size), uint32(len(t.offsets)))
	head = append(head, t.milestones...)
	for _, o := range append(t.offsets, uint32(len(t.data))) {
		head = binary.LittleEndian.AppendUint32(head, uint32(size)+o)
	}
	s.Add(head)
	s.Add(t.data)
}

// table is a section that is a table.
type table struct {
	s    *Segment
	kind Kind
	n    int // keys
}

// offsetsAt returns where the offsets begin, behind the milestones.
func (t table) offsetsAt() int { return 4 + milestoneSize*milestonesOf(t.n, keysToMilestone) }

func (t table) milestones() []byte { return t.s.bytes(t.kind, 4, t.offsetsAt()) }

// offsets returns where the i-th key is, and the next one, or the end.
func (t table) offsets(i int) (from, to int) {
	at := t.offsetsAt() + 4*i
	offsets := t.s.bytes(t.kind, at, at+8)
	return raw.Uint32(offsets, 0), raw.Uint32(offsets, 1)
}

func (s *Segment) table(kind Kind) table {
	return table{s, kind, raw.Uint32(s.bytes(kind, 0, 4), 0)}
}

// at returns the i-th key and a cursor at what belongs to it.
func (t table) at(i int) (key []byte, rest raw.Cursor) {
	from, to := t.offsets(i)
	rest = raw.Cursor{Data: t.s.bytes(t.kind, from, to)}
	key = rest.Bytes()
	return key, rest
}

// find returns a cursor at what belongs to a key.
func (t table) find(key string) (rest raw.Cursor, ok bool) {
	i := searchBetween(t.milestones(), keysToMilestone, t.n, key, func(i int) bool {
		k, _ := t.at(i)
		return string(k) >= key
	})
	if i == t.n {
		return raw.Cursor{}, false
	}
	k, rest := t.at(i)
	return rest, string(k) == key
}
