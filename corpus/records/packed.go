package records

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// decompress returns the file's text, and how it is packed. Whether a file is compressed is seen
// from its first bytes, not its name.
func (l *Loader) decompress(f io.Reader) (*bufio.Reader, *packed, error) {
	p := &packed{r: bufio.NewReaderSize(f, buffer)}
	begins, err := p.begins()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, fmt.Errorf("read %s: %w", l.path, cause(err))
	}
	if !begins {
		if strings.HasSuffix(l.path, ".gz") {
			return nil, nil, fmt.Errorf("%s is not compressed with gzip, though its name ends in .gz: rename it", l.path)
		}
		return p.r, p, nil
	}
	if p.z, err = gzip.NewReader(p.r); err != nil {
		return nil, nil, l.errRead(err, &lines{}, 1)
	}
	p.z.Multistream(false)
	return bufio.NewReaderSize(p, buffer), p, nil
}

// packed reads gzip streams, one after the other, up to the first bytes that are none.
type packed struct {
	r   *bufio.Reader
	z   *gzip.Reader
	odd bool // other bytes follow
}

// begins reports whether what comes next is compressed.
func (p *packed) begins() (bool, error) {
	magic, err := p.r.Peek(2)
	return bytes.Equal(magic, []byte{0x1f, 0x8b}), err
}

// Read implements [io.Reader].
func (p *packed) Read(b []byte) (int, error) {
	for { // past parts that are empty, of which there may be many
		n, err := p.z.Read(b)
		if err != io.EOF { //nolint:errorlint // so it comes
			return n, err
		}
		if n > 0 {
			return n, nil
		}
		begins, err := p.begins()
		if !begins {
			p.odd = p.r.Buffered() > 0
			return 0, cmp.Or(err, io.EOF)
		}
		if err := p.z.Reset(p.r); err != nil {
			return 0, err
		}
		p.z.Multistream(false)
	}
}
