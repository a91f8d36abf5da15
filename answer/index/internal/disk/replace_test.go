package disk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestReplace puts a file in the place of another, or leaves that as it was.
func TestReplace(t *testing.T) {
	stop := errors.New("stop")
	for name, c := range map[string]struct {
		write   func(cancel func(), f *os.File) error
		want    string
		wantErr error
	}{
		"written": {func(_ func(), f *os.File) error { _, err := f.WriteString("new"); return err }, "new", nil},
		"failed":  {func(func(), *os.File) error { return stop }, "old", stop},
		"ended":   {func(cancel func(), _ *os.File) error { cancel(); return nil }, "old", context.Canceled},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "file")
			err := errors.Join(os.WriteFile(path, []byte("old"), 0o640), os.WriteFile(path+".next", []byte("left by one that was killed"), 0o600))
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			err = Replace(ctx, path, ".next", nil, func(f *os.File) error { return c.write(cancel, f) })
			if !errors.Is(err, c.wantErr) {
				t.Errorf("the error is %v", err)
			}
			got, err := os.ReadFile(path)
			if err != nil || string(got) != c.want {
				t.Errorf("the file says %q, %v", got, err)
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
				t.Errorf("its permissions are %v, %v", info.Mode(), err)
			}
			if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
				t.Errorf("there are %v, %v", left, err)
			}
		})
	}
}
