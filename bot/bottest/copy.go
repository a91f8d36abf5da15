package bottest

import (
	"os"
	"testing"
)

// CopyFile copies a file, such as a journal as a process would leave it if it were killed now.
func CopyFile(t testing.TB, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
