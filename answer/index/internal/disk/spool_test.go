package disk

import (
	"bytes"
	"errors"
	"os"
	"testing"
)

// TestSpool has a spool take in pieces of all sizes, wherever it keeps them.
func TestSpool(t *testing.T) {
	pieces := []int{1, 100, spoolBuffer - 1, spoolBuffer, 3 * spoolBuffer, 7, 0, 2 * spoolBuffer}
	for name, dir := range map[string]string{"in memory": "", "in a file": t.TempDir()} {
		t.Run(name, func(t *testing.T) {
			var want, got bytes.Buffer
			s := NewSpool(dir)
			for i, n := range pieces {
				p := bytes.Repeat([]byte{byte(i + 1)}, n)
				want.Write(p)
				s.Add(p)
			}
			if s.Size() != want.Len() {
				t.Errorf("it has %d bytes, and %d were written", s.Size(), want.Len())
			}
			if err := s.CopyTo(&got); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("what comes out is another thing, %v", err)
			}
			s.Close()
			if dir != "" {
				if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
					t.Errorf("%v is left, %v", left, err)
				}
			}
		})
	}
}

// TestSpoolPassesOn has a spool be a buffer before a writer.
func TestSpoolPassesOn(t *testing.T) {
	var got bytes.Buffer
	s := NewSpool("")
	s.PassTo(&got)
	want := bytes.Repeat([]byte("newshound"), spoolBuffer/4)
	for at := 0; at < len(want); at += 1000 {
		s.Add(want[at:min(at+1000, len(want))])
	}
	if got.Len() == 0 || got.Len() == len(want) {
		t.Errorf("%d of %d bytes were passed on before the end", got.Len(), len(want))
	}
	if err := s.CopyTo(&got); err != nil || !bytes.Equal(got.Bytes(), want) {
		t.Errorf("what comes out is another thing, %v", err)
	}
}

// full is a writer that has no room.
type full struct{}

var errFull = errors.New("the disk is full")

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestSpoolKeepsErrors tells of an error at the end, however much is written after it.
func TestSpoolKeepsErrors(t *testing.T) {
	s := NewSpool("")
	s.PassTo(full{})
	for range 3 {
		s.Add(make([]byte, spoolBuffer))
	}
	if err := s.CopyTo(new(bytes.Buffer)); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
