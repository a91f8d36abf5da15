package main

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// TestNothingIsMadeAtStart has this program started anew, to see what its packages do
// before main: every command pays for it.
func TestNothingIsMadeAtStart(t *testing.T) {
	const most = 64 << 10 // bytes that a package may allocate
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, "-test.list=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	seen := false
	for _, m := range regexp.MustCompile(`(?m)^init (newshound/\S+) .* (\d+) bytes`).FindAllSubmatch(out, -1) {
		seen = true
		if bytes.HasSuffix(m[1], []byte("test")) {
			continue // it is not in the program
		}
		if n, _ := strconv.Atoi(string(m[2])); n > most {
			t.Errorf("%s allocates %d bytes before main; make them when they are needed", m[1], n)
		}
	}
	if !seen {
		t.Errorf("nothing is told of our packages: %s", out)
	}
}
