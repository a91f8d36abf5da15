package intake

import (
	"crypto/sha256"
	"time"
)

// hash stands for a key: its SHA-256, cut to half. The journal so holds nobody's
// name.
type hash [16]byte

// hashes returns the keys' hashes.
func hashes(keys []string) []hash {
	hs := make([]hash, 0, len(keys))
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
func (h hash) MarshalText() ([]byte, error) { return textOf(h[:]), nil }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (h *hash) UnmarshalText(text []byte) error { return bytesOf(h[:], text) }

// seen remembers the keys of events for some time, and of the latest of them
// only.
type seen struct {
	keep    time.Duration
	most    int
	keys    map[hash]struct{}
	entries []entry // the oldest first, from first on
	first   int
}

// entry is one event's keys.
type entry struct {
	id   uint64 // the job's, or 0 of an event that was not accepted
	at   time.Time
	keys []hash
}

// any reports whether one of the keys is remembered.
func (s *seen) any(keys []hash) bool {
	s.forget(time.Now())
	for _, k := range keys {
		if _, ok := s.keys[k]; ok {
			return true
		}
	}
	return false
}

// add remembers the keys of an event.
func (s *seen) add(id uint64, at time.Time, keys []hash) {
	for _, k := range keys {
		s.keys[k] = struct{}{}
	}
	s.entries = append(s.entries, entry{id, at, keys})
}

// live returns the events that are remembered, the oldest first.
func (s *seen) live() []entry { return s.entries[s.first:] }

// forget drops what is too old, or too much.
func (s *seen) forget(now time.Time) {
	for s.first < len(s.entries) && (now.Sub(s.entries[s.first].at) > s.keep || len(s.live()) > s.most) {
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
