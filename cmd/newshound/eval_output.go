package main

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"

	"golang.org/x/term"

	"newshound/answer/eval"
)

// progress returns a function that shows on a terminal how far a long step is, or nil where f is no
// terminal.
func progress(f *os.File, step string) eval.Progress {
	if !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	shown := -1
	return func(done, total int) {
		percent := 100 * done / total
		if percent == shown {
			return
		}
		shown = percent
		if done == total {
			fmt.Fprint(f, "\r\x1b[K") // back to the start of an empty line
			return
		}
		fmt.Fprintf(f, "\r%s: %d %%", step, percent)
	}
}

// replaceFile writes a file whole or not at all: it writes another file beside it and renames that.
// A device or a pipe is written to directly.
func replaceFile(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // the link stays a link
	}
	temp := fmt.Sprintf("%s.%08x.tmp", path, rand.Uint32())               //nolint:gosec // a name, not a secret
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // the umask decides
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	if err := os.Rename(temp, path); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}
