package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.run")
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, s)
			return err
		}
	}
	holds := func(want string) {
		t.Helper()
		got, err := os.ReadFile(path)
		if err != nil || string(got) != want {
			t.Fatalf("the file holds %q, %v; want %q", got, err, want)
		}
	}

	if err := replaceFile(path, text("first")); err != nil {
		t.Fatal(err)
	}
	holds("first")
	if err := replaceFile(path, text("second")); err != nil {
		t.Fatal(err)
	}
	holds("second")

	// What fails half way leaves the old file, and only that.
	broken := errors.New("broken")
	err := replaceFile(path, func(w io.Writer) error { return errors.Join(text("half of the th")(w), broken) })
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want that of the writer", err)
	}
	holds("second")

	// A link stays a link, and the file that it names is replaced.
	link := filepath.Join(dir, "link.run")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := replaceFile(link, text("third")); err != nil {
		t.Fatal(err)
	}
	holds("third")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info.Mode(), err)
	}

	// A device is written to, not replaced.
	if err := replaceFile(os.DevNull, text("nothing")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s became %v, %v", os.DevNull, info.Mode(), err)
	}

	names, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 2 {
		t.Errorf("the directory holds %v, want the file and the link", names)
	}
}

// Progress would otherwise stand in log files.
func TestProgressIsForTerminals(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	if progress(f, "ranking") != nil {
		t.Error("a plain file is told of the progress")
	}
}
