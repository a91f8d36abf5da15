package bottest

import (
	"os"
	"testing"
)

// CopyFile copies a file: a journal as a process leaves it that is killed now.
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
