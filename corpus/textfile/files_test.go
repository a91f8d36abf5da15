package textfile_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"newshound/corpus"
	"newshound/corpus/textfile"
)

// TestLinks has a real directory, because only that has symbolic links.
func TestLinks(t *testing.T) {
	dir := t.TempDir()
	for name, target := range map[string]string{"loop.txt": "loop.txt", "self": ".", "gone.txt": "nowhere", "gone": "nowhere", "good.txt": "a.txt"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(lead), 0o600); err != nil {
		t.Fatal(err)
	}
	articles, problems, err := corpus.Collect(t.Context(), textfile.New(os.DirFS(dir), "news"))
	if err != nil || len(articles) != 2 || articles[0].ID != "a" || articles[1].ID != "good" {
		t.Errorf("got %v, %v", articles, err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Error())
	}
	want := []string{"news/gone.txt: is a link that leads nowhere (", "news/loop.txt: is a link that leads nowhere (", "news/self: is a link to a directory"}
	if len(got) != len(want) {
		t.Fatalf("problems are %v", got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("problem %d is %s, want %s", i, got[i], want[i])
		}
	}
}

// unreadable is a file system some of whose names cannot be opened.
type unreadable struct{ fstest.MapFS }

func (u unreadable) Open(name string) (fs.File, error) {
	if name == "gone.txt" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if strings.Contains(name, "secret") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.MapFS.Open(name)
}

func (u unreadable) ReadDir(name string) ([]fs.DirEntry, error) {
	if strings.Contains(name, "secret") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.MapFS.ReadDir(name)
}

// TestUnreadable has names that may not be opened, and one that is removed once it has been
// listed, about which nothing is wrong.
func TestUnreadable(t *testing.T) {
	fsys := unreadable{fstest.MapFS{"a.txt": {Data: []byte(lead)}, "gone.txt": {}, "secret.txt": {}, "secrets/b.txt": {}}}
	articles, problems, err := corpus.Collect(t.Context(), textfile.New(fsys, "news"))
	if err != nil || len(articles) != 1 || len(problems) != 2 {
		t.Fatalf("got %v, %v, %v", articles, problems, err)
	}
	for i, want := range []string{"news/secrets: cannot be read (permission denied)", "news/secret.txt: cannot be read (permission denied)"} {
		if !strings.HasPrefix(problems[i].Error(), want) || !errors.Is(problems[i], corpus.ErrMalformed) {
			t.Errorf("problem %d is %v, want %s", i, problems[i], want)
		}
	}
}

func TestNoDirectory(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte(lead), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		fsys fs.FS
		want string
	}{
		{"gone", os.DirFS(filepath.Join(dir, "gone")), "there is no directory news"},
		{"a file", os.DirFS(file), "news is a file, not a directory"},
		{"empty", os.DirFS(t.TempDir()), "directory news holds no article in a known form: put each into a .txt file"},
		{"a file without a known ending", fstest.MapFS{"a.jpg": {}}, "directory news holds no article in a known form: put each into a .txt file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			articles, problems, err := corpus.Collect(t.Context(), textfile.New(c.fsys, "news"))
			if len(articles) > 0 || len(problems) > 0 || err == nil || err.Error() != c.want || errors.Is(err, corpus.ErrMalformed) {
				t.Errorf("got %v, %v, %v; want %s", articles, problems, err, c.want)
			}
		})
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for a, err := range textfile.New(fstest.MapFS{"a.txt": {Data: []byte(lead)}, "b.txt": {Data: []byte(lead)}}, "news").Load(ctx) {
		switch n++; {
		case n == 1 && a != nil:
			cancel()
		case n == 2 && errors.Is(err, context.Canceled):
		default:
			t.Errorf("item %d is %v, %v", n, a, err)
		}
	}
	if n != 2 {
		t.Errorf("%d items", n)
	}
}

// sized is a file system whose metadata file says that it has so many bytes.
type sized struct {
	fs.FS
	size int64
}

// Open implements [fs.FS].
func (s sized) Open(name string) (fs.File, error) {
	f, err := s.FS.Open(name)
	if name == textfile.MetadataFile {
		f = sizedFile{f, s.size}
	}
	return f, err
}

type sizedFile struct {
	fs.File
	size int64
}

// Stat implements [fs.File].
func (f sizedFile) Stat() (fs.FileInfo, error) { return f, nil }

// The rest is [fs.FileInfo].
func (f sizedFile) Size() int64        { return f.size }
func (f sizedFile) Name() string       { return textfile.MetadataFile }
func (f sizedFile) Mode() fs.FileMode  { return 0 }
func (f sizedFile) ModTime() time.Time { return time.Time{} }
func (f sizedFile) IsDir() bool        { return false }
func (f sizedFile) Sys() any           { return nil }

// TestMetadataSize loads metadata of the greatest size there may be, and of one byte more.
func TestMetadataSize(t *testing.T) {
	const most = 512 << 20
	files := fstest.MapFS{"a.txt": {Data: []byte(lead)}, textfile.MetadataFile: {Data: []byte(`{"file":"a.txt","outlet":"The Gazette"}`)}}
	for size, want := range map[int64]string{most: "The Gazette", most + 1: ""} {
		articles, problems, err := corpus.Collect(t.Context(), textfile.New(sized{files, size}, "news"))
		if err != nil || len(articles) != 1 || articles[0].Outlet != want || len(problems) != len(articles)-min(len(want), 1) {
			t.Errorf("%d bytes: got %v, problems %v, error %v", size, articles, problems, err)
		}
		if len(problems) > 0 && !strings.Contains(problems[0].Error(), "has more than 536870912 bytes") {
			t.Errorf("problem %v", problems[0])
		}
	}
}

// TestNames has names that no file system of Go opens.
func TestNames(t *testing.T) {
	files := fstest.MapFS{"a.txt": {Data: []byte(lead)}, "secret\xff.txt": {Data: []byte(lead)}}
	articles, problems, err := corpus.Collect(t.Context(), textfile.New(unreadable{files}, "news"))
	if err != nil || len(articles) != 1 || len(problems) != 1 || !strings.HasSuffix(problems[0].Error(), "has a name that is not UTF-8: rename it") {
		t.Errorf("got %v, %v, %v", articles, problems, err)
	}
}
