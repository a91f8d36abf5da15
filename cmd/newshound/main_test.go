package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the scripts' golden files and the README's sessions anew")

// TestMain makes this test binary the command newshound for the scripts.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"newshound": main})
}

// TestScripts runs each script in testdata/script on the real command.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			// A command built for the race detector waits a second before it ends,
			// unless told otherwise.
			env.Setenv("GORACE", "atexit_sleep_ms=0")
			env.Setenv("XDG_STATE_HOME", filepath.Join(env.WorkDir, "home"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":  exits,
			"repeat": repeat,
		},
	})
}

// exits checks a command's exit code: "exits 3 newshound ask …".
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want := args[0]; want != strconv.Itoa(code) {
		ts.Fatalf("the exit code is %d, want %s", code, want)
	}
}

// repeat appends a text to a file so many times: "repeat long 'why ' 1000". With
// -n a newline follows each.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	end := ""
	if len(args) > 0 && args[0] == "-n" {
		end, args = "\n", args[1:]
	}
	if neg || len(args) != 3 {
		ts.Fatalf("usage: repeat [-n] FILE TEXT TIMES")
	}
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	ts.Check(err)
	_, err = f.WriteString(strings.Repeat(args[1]+end, n))
	ts.Check(errors.Join(err, f.Close()))
}
