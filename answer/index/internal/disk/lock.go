package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"
)

// lockPoll is how long a writer waits before it tries again to lock a file that
// another one has locked.
const lockPoll = 20 * time.Millisecond

// Lock opens the file at path, with the flags of [os.OpenFile], and locks it
// for writing. If another process has locked it, its end is waited for, or that
// of ctx; waiting, unless it is nil, is called once before. The lock ends when the
// file is closed, or with the process. Who holds it may rename another file to the
// path: the lock that is returned is always on the file that the path names.
func Lock(ctx context.Context, path string, flags int, waiting func()) (*os.File, error) {
	if waiting == nil {
		waiting = func() {}
	}
	waiting = sync.OnceFunc(waiting)
	for {
		f, err := os.OpenFile(path, flags, 0o644)
		if err != nil {
			return nil, err
		}
		if err := waitForLock(ctx, f, waiting); err != nil {
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

// waitForLock locks a file. It calls waiting whenever another process has it.
func waitForLock(ctx context.Context, f *os.File, waiting func()) error {
	for {
		locked, err := tryLock(f)
		if err != nil {
			return fmt.Errorf("lock %s: %w", f.Name(), err)
		}
		if locked {
			return nil
		}
		waiting()
		timer := time.NewTimer(lockPoll)
		select {
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
	}
}

// LockIfThere locks the file at path as [Lock] does until unlock is called, if there is
// one, and this system can.
func LockIfThere(ctx context.Context, path string, waiting func()) (unlock func(), err error) {
	if !CanLock {
		return func() {}, nil
	}
	f, err := Lock(ctx, path, os.O_RDONLY, waiting)
	if errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = f.Close() }, nil
}
