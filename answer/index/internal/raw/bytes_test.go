package raw

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"testing"
)

// TestCursor reads what was appended, and of what is cut off somewhere says that it is damaged.
func TestCursor(t *testing.T) {
	numbers := []uint64{0, 1, 127, 128, 300, math.MaxUint32, math.MaxUint64}
	signed := []int64{0, -1, 1, 63, -64, 64, math.MinInt64, math.MaxInt64}
	text := []string{"", "a", "newshound", "žluťoučký kůň"}
	var data []byte
	for _, n := range numbers {
		data = binary.AppendUvarint(data, n)
	}
	for _, n := range signed {
		data = binary.AppendVarint(data, n)
	}
	for _, s := range text {
		data = AppendString(data, s)
	}
	read := func(data []byte) (err error) {
		defer Guard(&err)
		c := Cursor{Data: data}
		for _, want := range numbers {
			if got := c.Uvarint(); got != want {
				t.Errorf("%d reads as %d", want, got)
			}
		}
		for _, want := range signed {
			if got := c.Varint(); got != want {
				t.Errorf("%d reads as %d", want, got)
			}
		}
		for _, want := range text {
			if got := c.String(); got != want {
				t.Errorf("%q reads as %q", want, got)
			}
		}
		if c.At != len(data) {
			t.Errorf("%d of %d bytes are read", c.At, len(data))
		}
		return nil
	}
	if err := read(data); err != nil {
		t.Fatal(err)
	}
	for n := range data {
		if err := read(data[:n]); !errors.Is(err, ErrDamaged) {
			t.Errorf("of %d bytes: %v", n, err)
		}
	}
}

// TestLimits asks for more than there may be, or than there is.
func TestLimits(t *testing.T) {
	data := []byte{5, 4, 3, 2, 1, 0}
	for name, read := range map[string]func(){
		"a count above its limit":     func() { (&Cursor{Data: data}).Count(4) },
		"a cut from before the start": func() { Cut(data, -1, 2) },
		"a cut that ends too early":   func() { Cut(data, 3, 2) },
		"a cut that ends too late":    func() { Cut(data, 3, 7) },
	} {
		err := func() (err error) {
			defer Guard(&err)
			read()
			return nil
		}()
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := (&Cursor{Data: data}).Count(5); got != 5 {
		t.Errorf("a count at its limit is %d", got)
	}
	if got := Cut(data, 2, 4); !slices.Equal(got, []byte{3, 2}) || cap(got) != 2 {
		t.Errorf("the cut is %v, with room for %d", got, cap(got))
	}
	if got := Uint16s(data); !slices.Equal(got, []uint16{0x0405, 0x0203, 0x0001}) {
		t.Errorf("the numbers are %x", got)
	}
}

// TestGuard lets no other panic pass for damage.
func TestGuard(t *testing.T) {
	defer func() {
		if r := recover(); r != "a mistake" {
			t.Errorf("the panic has become %v", r)
		}
	}()
	var err error
	defer Guard(&err)
	panic("a mistake")
}
