package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// lockPoll is how long a writer waits before it tries again to lock a file that
// another one has locked.
const lockPoll = 20 * time.Millisecond

// lockFile opens the file at path, with the flags of [os.OpenFile], and locks it
// for writing. If another process has locked it, its end is waited for, or that
// of ctx. The lock ends when the file is closed, or with the process. Who holds
// it may rename another file to the path: the lock that is returned is always
// on the file that the path names.
func lockFile(ctx context.Context, path string, flags int, o Options) (*os.File, error) {
	for {
		f, err := os.OpenFile(path, flags, 0o644)
		if err != nil {
			return nil, err
		}
		if err := waitForLock(ctx, f, &o); err != nil {
			_ = f.Close() // what counts is the first error
			return nil, err
		}
		mine, err := f.Stat()
		if err == nil {
			var named os.FileInfo
			if named, err = os.Stat(path); err == nil && os.SameFile(mine, named) {
				return f, nil
			}
		}
		_ = f.Close() // nothing was written
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
}

// waitForLock locks a file. It tells o.Waiting once.
func waitForLock(ctx context.Context, f *os.File, o *Options) error {
	for {
		locked, err := tryLock(f)
		if err != nil {
			return fmt.Errorf("lock %s: %w", f.Name(), err)
		}
		if locked {
			return nil
		}
		if o.Waiting != nil {
			o.Waiting()
			o.Waiting = nil
		}
		timer := time.NewTimer(lockPoll)
		select {
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
	}
}

// lockIfThere locks the file at path against writers until unlock is called, if
// there is one.
func lockIfThere(ctx context.Context, path string, o Options) (unlock func(), err error) {
	if !canLock {
		return func() {}, nil
	}
	f, err := lockFile(ctx, path, os.O_RDONLY, o)
	if errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = f.Close() }, nil
}
