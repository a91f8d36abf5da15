package intake

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"slices"
	"time"
)

// hash stands for a key: half of its SHA-256. So the journal holds nobody's name.
type hash [16]byte

// hashList is a list of hashes, in JSON one text.
type hashList []hash

// hashes returns the keys' hashes.
func hashes(keys []string) hashList {
	hs := make(hashList, 0, len(keys))
	for _, k := range keys {
		hs = append(hs, hashOf(k))
	}
	return hs
}

// hashOf returns a key's hash.
func hashOf(key string) hash {
	sum := sha256.Sum256([]byte(key))
	return hash(sum[:len(hash{})])
}

// MarshalText implements [encoding.TextMarshaler].
func (l hashList) MarshalText() ([]byte, error) {
	all := make([]byte, 0, len(l)*len(hash{}))
	for _, h := range l {
		all = append(all, h[:]...)
	}
	return base64.RawStdEncoding.AppendEncode(nil, all), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler].
func (l *hashList) UnmarshalText(text []byte) error {
	all, err := base64.RawStdEncoding.AppendDecode(nil, text)
	if err != nil || len(all)%len(hash{}) != 0 {
		return errors.New("no list of hashes")
	}
	for one := range slices.Chunk(all, len(hash{})) {
		*l = append(*l, hash(one))
	}
	return nil
}

// seen remembers the keys of the latest events, for some time.
type seen struct {
	keep    time.Duration
	most    int
	keys    map[hash]struct{}
	entries []entry // the oldest first, from first on
	first   int
}

// entry is the keys of one event, or of several that are over.
type entry struct {
	id   uint64 // the job's, or 0 if it was not accepted or is one of several
	at   time.Time
	keys hashList
}

// any reports whether one of the keys is remembered.
func (s *seen) any(keys hashList) bool {
	s.forget(time.Now())
	for _, k := range keys {
		if _, ok := s.keys[k]; ok {
			return true
		}
	}
	return false
}

// add remembers the keys of an event.
func (s *seen) add(id uint64, at time.Time, keys hashList) {
	for _, k := range keys {
		s.keys[k] = struct{}{}
	}
	s.entries = append(s.entries, entry{id, at, keys})
}

// live returns the events that are remembered, the oldest first.
func (s *seen) live() []entry { return s.entries[s.first:] }

// forget drops what is too old, or too much.
func (s *seen) forget(now time.Time) {
	for s.first < len(s.entries) && (now.Sub(s.entries[s.first].at) > s.keep || len(s.keys) > s.most) {
		for _, k := range s.entries[s.first].keys {
			delete(s.keys, k)
		}
		s.entries[s.first] = entry{}
		s.first++
	}
	if s.first > len(s.entries)/2 && s.first > 64 {
		s.entries = append(make([]entry, 0, 2*len(s.live())), s.live()...)
		s.first = 0
	}
}
