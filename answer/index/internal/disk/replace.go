package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace has a file written beside path, whose name has a suffix, and puts it in its place
// once all that write wrote to it is on the disk. What is there hands its permissions on; a
// link stays, and what it leads to is replaced. Who else writes a file of that name and
// suffix is waited for, as by [Lock]; what one has left that was killed is overwritten.
func Replace(ctx context.Context, path, suffix string, waiting func(), write func(*os.File) error) (err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	next := path + suffix
	defer func() {
		if err != nil {
			err = fmt.Errorf("write %s: %w", next, Cause(err))
		}
	}()
	f, err := createLocked(ctx, next, waiting)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(next) // what counts is the first error
		}
		_ = f.Close() // it is on the disk
	}()
	if err := f.Truncate(0); err != nil { // what a build left that was killed
		return err
	}
	if info, err := os.Stat(path); err == nil {
		if err := f.Chmod(info.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := write(f); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if !CanLock { // nor rename an open file, maybe
		if err := f.Close(); err != nil {
			return err
		}
	}
	if err := os.Rename(next, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// createLocked opens the file at path for writing, or makes it, and locks it if
// this system can.
func createLocked(ctx context.Context, path string, waiting func()) (*os.File, error) {
	if CanLock {
		return Lock(ctx, path, os.O_RDWR|os.O_CREATE, waiting)
	}
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
}

// syncDir makes sure that a renamed file is found under its name after a crash.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync() // not all systems can
	return d.Close()
}

// Cause removes the path from a file system's error.
func Cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
