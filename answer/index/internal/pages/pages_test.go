package pages

import (
	"bytes"
	"errors"
	"testing"

	"newshound/answer/index/internal/raw"
)

// TestPages checks pages of more checksums than one page holds.
func TestPages(t *testing.T) {
	const end = HeadSize + Size*(Size/4+10) + 100
	made := func() []byte {
		data := bytes.Repeat([]byte("four"), end/4)
		w := bytes.NewBuffer(data[:HeadSize:HeadSize])
		var sums Writer
		sums.PassTo(w)
		if _, err := sums.Write(data[HeadSize:end]); err != nil {
			t.Fatal(err)
		}
		if err := sums.Finish(); err != nil {
			t.Fatal(err)
		}
		return w.Bytes()
	}
	if n := len(made()); n != end+SumsSize(end) {
		t.Fatalf("%d bytes with the checksums, want %d", n, end+SumsSize(end))
	}
	const first, last = HeadSize + Size, end - 10 // their checksums are on different pages
	for _, test := range []struct {
		name             string
		flipped          int
		open, start, end bool // whether that is damaged
	}{
		{"nothing", 0, false, false, false},
		{"a page", first + 5, false, true, false},
		{"a page's checksum", end + 8, false, true, false},
		{"another's", end + Size + 1, false, false, true},
		{"a checksum of checksums", end + 4*pageCount(end) + 5, true, true, true},
		{"the last one", end + SumsSize(end) - 1, true, true, true},
	} {
		data := made()
		if test.flipped > 0 {
			data[test.flipped] ^= 1
		}
		var p *Pages
		fails := func(do func()) bool {
			var err error
			func() {
				defer raw.Guard(&err)
				do()
			}()
			if err != nil && !errors.Is(err, raw.ErrDamaged) {
				t.Errorf("%s: %v", test.name, err)
			}
			return err != nil
		}
		if got := fails(func() { p = Open(data, end) }); got != test.open {
			t.Errorf("%s flipped, opening fails: %v", test.name, got)
		}
		if test.open {
			continue
		}
		for range 2 {
			if got := fails(func() { p.Bytes(first, first+10) }); got != test.start {
				t.Errorf("%s flipped, reading the start fails: %v", test.name, got)
			}
			if got := fails(func() { p.Bytes(last, last+10) }); got != test.end {
				t.Errorf("%s flipped, reading the end fails: %v", test.name, got)
			}
		}
	}
}
