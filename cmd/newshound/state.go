package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// stateFlag is the directory for what must outlive a restart.
type stateFlag struct {
	dir   string
	given bool
}

// register adds the flag to fs.
func (f *stateFlag) register(fs *flag.FlagSet, usage string) {
	fs.Func("state", usage, func(dir string) error {
		f.dir, f.given = dir, true
		return nil
	})
}

// resolve returns the directory that the flag names, or else NEWSHOUND_STATE, or else the usual
// one of the user. It is "" if the flag is "", or if there is no usual one. named reports
// whether it was chosen by the flag or NEWSHOUND_STATE.
func (f *stateFlag) resolve(getenv func(string) string) (dir string, named bool) {
	if f.given {
		return f.dir, true
	}
	if dir := getenv("NEWSHOUND_STATE"); dir != "" {
		return dir, true
	}
	// https://specifications.freedesktop.org/basedir-spec/latest/
	if dir := getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "newshound"), false
	}
	if home := getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "state", "newshound"), false
	}
	return "", false
}

// errNoState is why nothing outlives a restart where no directory is named.
var errNoState = errors.New("no directory for it is named with --state")

// open makes the directory and returns it. If there is none, or the usual one cannot be made, it
// returns "", with the reason as forgets. That a directory which was chosen cannot be made is err.
func (f *stateFlag) open(getenv func(string) string) (dir string, forgets, err error) {
	dir, named := f.resolve(getenv)
	err = makeState(dir)
	switch {
	case err != nil && named:
		return "", nil, err
	case err != nil:
		return "", err, nil
	case dir == "":
		return "", errNoState, nil
	}
	return dir, nil, nil
}

// makeState makes the directory for what must outlive a restart, for nobody else
// to read.
func makeState(dir string) error {
	if dir == "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make the directory for the state: %w; --state names another", err)
	}
	return nil
}
