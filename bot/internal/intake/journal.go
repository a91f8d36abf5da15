package intake

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// file is what a journal is written to.
type file interface {
	io.WriteCloser
	Sync() error
}

// journal writes records to a file, many with one fsync. A nil file means that
// nothing is written.
type journal struct {
	path     string
	log      *slog.Logger
	snapshot func() []record // all that is not over; called while disk is held
	// allocate reserves n bytes on disk behind the file's first size bytes; an error says that
	// there is no room.
	allocate func(f file, size, n int64) error

	disk   sync.Mutex // held while the file is written, and its records applied
	file   file
	lock   io.Closer
	size   int64 // of the file
	base   int64 // its size when it was last rewritten
	room   int64 // the size that the disk has reserved, see reserve
	broken bool  // a write failed, and the file must be rewritten
	closed bool

	mu   sync.Mutex // guards next
	next *batch     // the batch that may be joined
}

// batch is a number of records that are written together.
type batch struct {
	lines []*line
	sync  bool
	done  chan struct{}
}

// line is a record of a batch.
type line struct {
	kind  kind
	text  []byte
	apply func()
	err   error // to be read once the batch is done
}

// errClosed is returned once the journal is closed.
var errClosed = errors.New("the journal is closed")

// commit writes a record, with sync through to the disk, and then calls apply, which makes
// the same change in memory, before any later record is written. If it returns an error,
// apply was not called.
func (j *journal) commit(r record, sync bool, apply func()) error {
	var text []byte
	if j.path != "" {
		var err error
		if text, err = r.appendTo(nil); err != nil {
			return err
		}
	}
	j.mu.Lock()
	b := j.next
	leads := b == nil
	if leads {
		b = &batch{done: make(chan struct{})}
		j.next = b
	}
	l := &line{kind: r.Kind, text: text, apply: apply}
	b.lines = append(b.lines, l)
	b.sync = b.sync || sync
	j.mu.Unlock()

	if leads {
		j.disk.Lock()
		j.mu.Lock()
		j.next = nil // whoever comes now joins the next one
		j.mu.Unlock()
		j.writeAll(b)
		j.disk.Unlock()
		close(b.done)
	}
	<-b.done
	return l.err
}

// writeAll writes a batch. On a full disk it writes only the marks of accepted jobs, which
// have their room: without them, jobs would be done again after a crash. j.disk is held.
func (j *journal) writeAll(b *batch) {
	size := 0
	for _, l := range b.lines {
		size += len(l.text)
	}
	full := j.reserve(int64(size))
	var text []byte
	for _, l := range b.lines {
		if full != nil && (l.kind == kindAccept || l.kind == kindRemember) {
			l.err = fmt.Errorf("write the journal: %w", full)
		} else {
			text = append(text, l.text...)
		}
	}
	err := j.write(text, b.sync)
	for _, l := range b.lines {
		if l.err == nil {
			if l.err = err; err == nil {
				l.apply()
			}
		}
	}
}

// marksRoom is how many bytes are kept free for the marks of jobs that are not done.
const marksRoom = 1 << 20

// reserve makes sure that the file can grow by n bytes and the marks. j.disk is held.
func (j *journal) reserve(n int64) error {
	if j.file == nil || j.broken || j.closed || j.size+n+marksRoom <= j.room {
		return nil
	}
	room := n + 2*marksRoom
	if err := j.allocate(j.file, j.size, room); err != nil {
		return err
	}
	j.room = j.size + room
	return nil
}

// note writes a record that changes nothing in memory. It does not join a batch, whose fsync
// it would have to wait for.
func (j *journal) note(r record) error {
	if j.path == "" {
		return nil
	}
	text, err := r.appendTo(nil)
	if err != nil {
		return err
	}
	j.disk.Lock()
	defer j.disk.Unlock()
	return j.write(text, false)
}

// A journal is rewritten when it has grown to rewriteAt times its size after the last
// rewrite, but not below minRewrite bytes.
const (
	minRewrite = 4 << 20
	rewriteAt  = 4
)

// write writes text to the file. j.disk is held.
func (j *journal) write(text []byte, sync bool) error {
	switch {
	case j.closed:
		return errClosed
	case j.path == "":
		return nil
	}
	if j.broken || j.size > max(minRewrite, rewriteAt*j.base) {
		if err := j.rewrite(j.snapshot()); j.broken {
			return fmt.Errorf("write the journal anew: %w", err)
		} else if err != nil { // it can grow on for now
			j.log.Warn("the journal could not be written anew", "err", err)
			j.base = j.size / 2
		}
	}
	n, err := j.file.Write(text)
	j.size += int64(n)
	if err == nil && sync {
		err = j.file.Sync()
	}
	if err != nil {
		// What the file holds now is not known, so the next write begins a new one.
		j.broken = true
		return fmt.Errorf("write the journal: %w", err)
	}
	return nil
}

// rewrite replaces the journal by a new file with the given records. j.disk is held.
func (j *journal) rewrite(records []record) error {
	text := []byte(header)
	for _, r := range records {
		var err error
		if text, err = r.appendTo(text); err != nil {
			return err
		}
	}
	fresh := j.path + ".new"
	f, err := os.OpenFile(fresh, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh)) // which may fill the disk
	}
	j.broken = true // until it is in place
	if j.file != nil {
		// What it holds is in the new file. Some systems rename nothing that is open.
		_ = j.file.Close()
	}
	if err := os.Rename(fresh, j.path); err != nil {
		return err
	}
	if err := syncDir(j.path); err != nil {
		return err
	}
	if f, err = openEnd(j.path); err != nil {
		return err
	}
	j.file, j.size, j.base, j.room, j.broken = f, int64(len(text)), int64(len(text)), 0, false
	_ = j.reserve(0) // or else with the next job that is accepted
	return nil
}

// openEnd opens a journal to write at its end.
func openEnd(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o600)
}

// openJournal opens the journal at path and returns what is in it.
func openJournal(path string, log *slog.Logger, snapshot func() []record) (_ *journal, _ []record, err error) {
	j := &journal{path: path, log: log, snapshot: snapshot, allocate: allocate}
	if path == "" {
		return j, nil, nil
	}
	if j.lock, err = lockFile(path + ".lock"); err != nil {
		return nil, nil, err
	}
	records, err := j.load()
	if err != nil {
		return nil, nil, errors.Join(err, j.lock.Close())
	}
	return j, records, nil
}

// load reads the journal, repairs it where it is torn or damaged, and opens it for writing.
func (j *journal) load() ([]record, error) {
	data, err := os.ReadFile(j.path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	if len(data) < len(header) && strings.HasPrefix(header, string(data)) {
		return nil, j.rewrite(nil) // there was none, or its making was cut off
	}
	if !strings.HasPrefix(string(data), header) {
		return nil, fmt.Errorf("%s is no journal of this version; move it away, or name another directory", j.path)
	}
	records, good, damaged := scan(data[len(header):])
	good += len(header)
	switch {
	case damaged:
		aside := j.path + ".damaged" + time.Now().UTC().Format("-20060102T150405")
		if err := os.WriteFile(aside, data, 0o600); err != nil {
			return nil, fmt.Errorf("set the damaged journal aside: %w", err)
		}
		j.log.Error("the journal is damaged; what can be read of it is kept", "records", len(records), "aside", aside)
		return records, j.rewrite(records)
	case good < len(data):
		j.log.Warn("the end of the journal is torn, as by a crash, and dropped", "bytes", len(data)-good)
		if err := os.Truncate(j.path, int64(good)); err != nil {
			return nil, err
		}
	}
	f, err := openEnd(j.path)
	if err != nil {
		return nil, err
	}
	j.file, j.size = f, int64(good)
	_ = j.reserve(0) // or else with the next job that is accepted
	return records, nil
}

// close closes the file. Records that come after it are refused.
func (j *journal) close() error {
	j.disk.Lock()
	defer j.disk.Unlock()
	if j.closed || j.path == "" {
		j.closed = true
		return nil
	}
	j.closed = true
	return errors.Join(j.file.Sync(), j.file.Close(), j.lock.Close())
}

// syncDir makes a new name in the directory of path durable.
func syncDir(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(ignoreUnsupported(d.Sync()), d.Close())
}
