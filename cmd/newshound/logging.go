package main

import (
	"errors"
	"flag"
	"io"
	"log/slog"
)

// The errors of --log and --log-level.
var (
	errLogFormat = errors.New("it must be text or json")
	errLogLevel  = errors.New("it must be debug, info, warn or error")
)

// logFlags are the flags of a command that runs for long, and so keeps a log.
type logFlags struct {
	format string
	level  slog.Level
}

// register adds the flags to fs.
func (f *logFlags) register(fs *flag.FlagSet) {
	f.format = "text"
	fs.Func("log", "write the log as `FORM`: text or json; without it, text", func(s string) error {
		if s != "text" && s != "json" {
			return errLogFormat
		}
		f.format = s
		return nil
	})
	fs.Func("log-level", "log from `LEVEL` on: debug, info, warn or error; without it, info.\n"+
		"Only at debug do questions and user ids appear in it", func(s string) error {
		if f.level.UnmarshalText([]byte(s)) != nil {
			return errLogLevel
		}
		return nil
	})
}

// logger returns a logger that writes to w.
func (f *logFlags) logger(w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: f.level}
	if f.format == "json" {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}
