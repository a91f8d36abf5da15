package index

import (
	"bufio"
	"context"
	"io"
	"os"

	"newshound/answer/index/internal/disk"
	"newshound/answer/index/internal/pages"
	"newshound/answer/index/internal/raw"
	"newshound/answer/index/internal/segment"
)

// target is a file that segments are appended to. What is appended counts once
// there is a commit.
type target struct {
	file *os.File
	end  int      // where the next bytes go
	data [][]byte // what is mapped of it
}

// mapped maps the file as it is now, until unmap is called.
func (t *target) mapped() ([]byte, error) {
	data, err := disk.Map(t.file)
	if err != nil {
		return nil, err
	}
	t.data = append(t.data, data)
	return data, nil
}

// unmap gives back what mapped returned.
func (t *target) unmap() {
	for _, data := range t.data {
		disk.Unmap(data)
	}
	t.data = nil
}

// append appends what write writes.
func (t *target) append(write func(io.Writer) error) (offset, length int, err error) {
	offset = t.end
	n := &counter{w: io.NewOffsetWriter(t.file, int64(offset))}
	w := bufio.NewWriterSize(n, 1<<16) // what is large goes past it
	if err := write(w); err != nil {
		return 0, 0, err
	}
	if err := w.Flush(); err != nil {
		return 0, 0, err
	}
	t.end += n.n
	return offset, n.n, nil
}

// counter counts the bytes that are written.
type counter struct {
	w io.Writer
	n int
}

// Write implements [io.Writer].
func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += n
	return n, err
}

// appendBytes appends data.
func (t *target) appendBytes(data []byte) (offset int, err error) {
	offset, _, err = t.append(func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	return offset, err
}

// alignSegment goes on to where a segment may stand.
func (t *target) alignSegment() {
	t.end = (t.end + pages.HeadSize - 1) / pages.HeadSize * pages.HeadSize
}

// appendSegment appends a segment that was built.
func (t *target) appendSegment(w *segment.Writer) (segmentRef, error) {
	t.alignSegment()
	offset, length, err := t.append(w.WriteAll)
	return segmentRef{offset: offset, length: length}, err
}

// behindHead returns what writes where a segment that is appended has what stands behind
// its head. Nothing else must be appended until complete is called.
func (t *target) behindHead() io.Writer {
	return io.NewOffsetWriter(t.file, int64(t.end+pages.HeadSize))
}

// complete appends a segment of which what stands behind the head is there.
func (t *target) complete(w *segment.Writer) (segmentRef, error) {
	ref := segmentRef{offset: t.end, length: w.Size()}
	t.end += ref.length
	return ref, w.Complete(t.file, ref.offset)
}

// appendDraft appends a segment that was built, and returns it as a draft.
func (t *target) appendDraft(w *segment.Writer) (draft, error) {
	ref, err := t.appendSegment(w)
	if err != nil {
		return draft{}, err
	}
	data, err := t.mapped()
	if err != nil {
		return draft{}, err
	}
	return draft{ref: ref, segment: segment.Open(raw.Cut(data, ref.offset, ref.offset+ref.length), nil)}, nil
}

// appendCopy appends the segment of a draft, whose bytes are given, and its roll.
func (t *target) appendCopy(d draft, segment []byte) (draft, error) {
	var err error
	t.alignSegment()
	if d.ref.offset, err = t.appendBytes(segment); err != nil {
		return d, err
	}
	if d.segment.Roll != nil {
		d.ref.roll.offset, err = t.appendBytes(d.segment.Roll.Bytes())
	}
	return d, err
}

// appendCommit appends a commit, and completes it with where it stands. All is on
// the disk when it returns.
func (t *target) appendCommit(c *commit) (err error) {
	encoded := c.encode()
	c.sum, c.length = raw.Checksum(encoded), len(encoded)
	if c.offset, err = t.appendBytes(encoded); err != nil {
		return err
	}
	return t.file.Sync()
}

// replace has a file written beside path, whose name has a suffix, which write fills with
// segments, and puts it in its place once it is on the disk with the commit that write
// returns (see [disk.Replace]).
func replace(ctx context.Context, path, suffix string, o Options, write func(*target) (*commit, error)) error {
	return disk.Replace(ctx, path, suffix, o.Waiting, func(f *os.File) error {
		t := &target{file: f, end: pages.HeadSize}
		defer t.unmap()
		c, err := write(t)
		if err != nil {
			return err
		}
		if err := t.appendCommit(c); err != nil {
			return err
		}
		_, err = f.WriteAt(newHead(c), 0)
		return err
	})
}
