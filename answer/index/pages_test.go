package index

import (
	"bytes"
	"errors"
	"testing"

	"newshound/answer/index/internal/raw"
)

// TestPages checks pages of more checksums than one page holds.
func TestPages(t *testing.T) {
	const end = headSize + pageSize*(pageSize/4+10) + 100
	made := func() []byte {
		data := bytes.Repeat([]byte("four"), end/4)
		w := bytes.NewBuffer(data[:headSize:headSize])
		sums := pageSums{w: w}
		if _, err := sums.Write(data[headSize:end]); err != nil {
			t.Fatal(err)
		}
		return append(w.Bytes(), sums.bytes()...)
	}
	if n := len(made()); n != end+sumsSize(end) {
		t.Fatalf("%d bytes with the checksums, want %d", n, end+sumsSize(end))
	}
	const first, last = headSize + pageSize, end - 10 // their checksums are on different pages
	for _, test := range []struct {
		name             string
		flipped          int
		open, start, end bool // whether that is damaged
	}{
		{"nothing", 0, false, false, false},
		{"a page", first + 5, false, true, false},
		{"a page's checksum", end + 8, false, true, false},
		{"another's", end + pageSize + 1, false, false, true},
		{"a checksum of checksums", end + 4*pageCount(end) + 5, true, true, true},
		{"the last one", end + sumsSize(end) - 1, true, true, true},
	} {
		data := made()
		if test.flipped > 0 {
			data[test.flipped] ^= 1
		}
		var p *pages
		fails := func(do func()) bool {
			var err error
			func() {
				defer raw.Guard(&err)
				do()
			}()
			if err != nil && !errors.Is(err, ErrDamaged) {
				t.Errorf("%s: %v", test.name, err)
			}
			return err != nil
		}
		if got := fails(func() { p = openPages(data, end) }); got != test.open {
			t.Errorf("%s flipped, opening fails: %v", test.name, got)
		}
		if test.open {
			continue
		}
		for range 2 {
			if got := fails(func() { p.bytes(first, first+10) }); got != test.start {
				t.Errorf("%s flipped, reading the start fails: %v", test.name, got)
			}
			if got := fails(func() { p.bytes(last, last+10) }); got != test.end {
				t.Errorf("%s flipped, reading the end fails: %v", test.name, got)
			}
		}
	}
}
