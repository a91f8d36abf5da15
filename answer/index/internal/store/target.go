package store

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

// Target is a file that segments are appended to. What is appended counts once
// there is a commit.
type Target struct {
	file *os.File
	End  int      // where the next bytes go
	data [][]byte // what is mapped of it
}

// mapped maps the file as it is now, until unmap is called.
func (t *Target) mapped() ([]byte, error) {
	data, err := disk.Map(t.file)
	if err != nil {
		return nil, err
	}
	t.data = append(t.data, data)
	return data, nil
}

// unmap gives back what mapped returned.
func (t *Target) unmap() {
	for _, data := range t.data {
		disk.Unmap(data)
	}
	t.data = nil
}

// append appends what write writes.
func (t *Target) append(write func(io.Writer) error) (offset, length int, err error) {
	offset = t.End
	n := &counter{w: io.NewOffsetWriter(t.file, int64(offset))}
	w := bufio.NewWriterSize(n, 1<<16) // what is large goes past it
	if err := write(w); err != nil {
		return 0, 0, err
	}
	if err := w.Flush(); err != nil {
		return 0, 0, err
	}
	t.End += n.n
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

// AppendBytes appends data.
func (t *Target) AppendBytes(data []byte) (offset int, err error) {
	offset, _, err = t.append(func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	return offset, err
}

// AlignSegment goes on to where a segment may stand.
func (t *Target) AlignSegment() {
	t.End = (t.End + pages.HeadSize - 1) / pages.HeadSize * pages.HeadSize
}

// appendSegment appends a segment that was built.
func (t *Target) appendSegment(w *segment.Writer) (Ref, error) {
	t.AlignSegment()
	offset, length, err := t.append(w.WriteAll)
	return Ref{Offset: offset, Length: length}, err
}

// BehindHead returns what writes where a segment that is appended has what stands behind
// its head. Nothing else must be appended until [Target.Complete] is called.
func (t *Target) BehindHead() io.Writer {
	return io.NewOffsetWriter(t.file, int64(t.End+pages.HeadSize))
}

// Complete appends a segment of which what stands behind the head is there.
func (t *Target) Complete(w *segment.Writer) (Ref, error) {
	ref := Ref{Offset: t.End, Length: w.Size()}
	t.End += ref.Length
	return ref, w.Complete(t.file, ref.Offset)
}

// AppendDraft appends a segment that was built, and returns it as a draft.
func (t *Target) AppendDraft(w *segment.Writer) (Draft, error) {
	ref, err := t.appendSegment(w)
	if err != nil {
		return Draft{}, err
	}
	data, err := t.mapped()
	if err != nil {
		return Draft{}, err
	}
	return Draft{ref: ref, Segment: segment.Open(raw.Cut(data, ref.Offset, ref.Offset+ref.Length), nil)}, nil
}

// AppendCopy appends the segment of a draft, and its roll.
func (t *Target) AppendCopy(d Draft) (Draft, error) {
	var err error
	t.AlignSegment()
	if d.ref.Offset, err = t.AppendBytes(d.Segment.Data); err != nil {
		return d, err
	}
	if d.Segment.Roll != nil {
		d.ref.Roll.Offset, err = t.AppendBytes(d.Segment.Roll.Bytes())
	}
	return d, err
}

// appendCommit appends a commit, and completes it with where it stands. All is on
// the disk when it returns.
func (t *Target) appendCommit(c *Commit) (err error) {
	info, err := t.file.Stat()
	if err != nil {
		return err
	}
	if err := disk.Fits(info.Size()); err != nil {
		return err
	}
	encoded := c.encode()
	c.sum, c.length = raw.Checksum(encoded), len(encoded)
	if c.offset, err = t.AppendBytes(encoded); err != nil {
		return err
	}
	return t.file.Sync()
}

// Replace has a file written beside path, whose name has a suffix, which write fills with
// segments, and puts it in its place once it is on the disk with the commit that write
// returns (see [disk.Replace]).
func Replace(ctx context.Context, path, suffix string, waiting func(), write func(*Target) (*Commit, error)) error {
	return disk.Replace(ctx, path, suffix, waiting, func(f *os.File) error {
		t := &Target{file: f, End: pages.HeadSize}
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
