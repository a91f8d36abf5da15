package pages

import (
	"encoding/binary"
	"io"
	"slices"

	"newshound/answer/index/internal/raw"
)

// Writer hands on what is written, and makes the checksums of its pages.
type Writer struct {
	to   io.Writer
	sum  uint32
	n    int // bytes of the page at hand
	sums []byte
}

// PassTo hands on to w what is written from now on.
func (p *Writer) PassTo(w io.Writer) { p.to = w }

// Write implements [io.Writer].
func (p *Writer) Write(data []byte) (int, error) {
	for rest := data; len(rest) > 0; {
		part := rest[:min(len(rest), Size-p.n)]
		p.sum = raw.AddChecksum(p.sum, part)
		p.n += len(part)
		rest = rest[len(part):]
		if p.n == Size {
			p.end()
		}
	}
	return p.to.Write(data)
}

func (p *Writer) end() {
	p.sums = binary.LittleEndian.AppendUint32(p.sums, p.sum)
	p.sum, p.n = 0, 0
}

// Finish hands on the checksums, and theirs.
func (p *Writer) Finish() error {
	if p.n > 0 {
		p.end()
	}
	out := slices.Clone(p.sums)
	for page := range slices.Chunk(p.sums, Size) {
		out = binary.LittleEndian.AppendUint32(out, raw.Checksum(page))
	}
	_, err := p.to.Write(binary.LittleEndian.AppendUint32(out, raw.Checksum(out[len(p.sums):])))
	return err
}
