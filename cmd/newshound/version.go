package main

import (
	"context"
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"
)

func versionCommand() command {
	return command{
		name:    "version",
		summary: "say which newshound this is",
		flags: func(*flag.FlagSet) func(context.Context, *environment, []string) error {
			return func(_ context.Context, env *environment, args []string) error {
				if len(args) > 0 {
					return usagef("version takes no arguments")
				}
				info, _ := debug.ReadBuildInfo()
				_, err := fmt.Fprintln(env.stdout, versionLine(info))
				return err
			}
		},
	}
}

// versionLine describes a build: the module's version, the revision that it was
// built from where the build recorded one, and the Go that built it. info may
// be nil.
func versionLine(info *debug.BuildInfo) string {
	version, revision := "(devel)", ""
	if info != nil {
		if info.Main.Version != "" {
			version = info.Main.Version
		}
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				revision = " revision " + s.Value
			case s.Key == "vcs.modified" && s.Value == "true":
				revision += ", modified"
			}
		}
	}
	return fmt.Sprintf("newshound %s%s %s %s/%s", version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
