package disk

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mappedFile maps a new file that holds some bytes, while the test runs.
func mappedFile(t *testing.T, content []byte) (path string, data []byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err = Map(f)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		Unmap(data)
		_ = f.Close()
	})
	return path, data
}

// TestForget reads a mapped file, forgets it and reads it again.
func TestForget(t *testing.T) {
	want := bytes.Repeat([]byte("newshound"), 1<<22)
	_, data := mappedFile(t, want)
	before := residentFiles(t)
	for range 2 {
		if !bytes.Equal(data, want) {
			t.Fatal("the file reads otherwise")
		}
		read := residentFiles(t)
		Forget(data)
		if left := residentFiles(t) - before; read-before < len(want)/2 || left > len(want)/10 {
			t.Errorf("of %d bytes, %d are in memory when they were read and %d when they were forgotten", len(want), read-before, left)
		}
	}
}

// residentFiles returns how many bytes of mapped files the process has in memory
// (RssFile of proc_pid_status(5)).
func residentFiles(t *testing.T) (size int) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "RssFile:")
	if _, err := fmt.Sscanf(rest, "%d kB", &size); err != nil {
		t.Fatal(err)
	}
	return size << 10
}

// TestFetch fetches a part of a mapped file that begins and ends amid pages, and one of a
// file that was cut short, of which only the use may complain.
func TestFetch(t *testing.T) {
	const size = 1 << 22
	path, data := mappedFile(t, make([]byte, size))
	before := residentFiles(t)
	Fetch(data[100 : size-100])
	if got := residentFiles(t) - before; got < size {
		t.Errorf("of %d bytes %d are in memory", size, got)
	}
	Fetch(data[:0])
	if err := os.Truncate(path, size/2); err != nil {
		t.Fatal(err)
	}
	Fetch(data[size-100:])
}
