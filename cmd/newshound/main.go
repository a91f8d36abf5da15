// Command newshound answers questions about a body of news coverage: with a
// few verbatim quotes, each cited, or with an honest "the coverage does not
// say".
//
// This package imports all others, and none imports it. It reads the command line, opens the
// corpus (corpus.go), and connects an engine (answer/engine) with the adapter of a terminal
// (bot/terminal) or, as a service, with those of the page and the chat platforms.
//
// Each verb is a [command], listed in command.go. ask.go has those that answer one question.
// serve.go opens the platforms (platform.go; slack.go, discord.go, page.go), and package
// internal/service runs them over a corpus that may change. The files that begin with index_ and
// eval_ belong to the verbs index and eval.
//
// # Exit codes
//
// 0: done; for a question, the coverage answers, wholly or in part. 1: an error. 2: the
// command line makes no sense, or a filter in the question. 3: the coverage does not say,
// or a saved quote does not stand as it did.
package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// The exit codes.
const (
	exitOK    = 0
	exitError = 1
	exitUsage = 2
	exitNone  = 3
)

// errNone is returned by a command that has said that the coverage does not answer. Nothing more
// is printed; the exit code is exitNone.
var errNone = errors.New("the coverage does not say")

// errProblems is returned by a command that has said what is wrong. Nothing more is printed; the
// exit code is exitError.
var errProblems = errors.New("something is wrong")

func main() {
	collectLater(os.Getenv)
	os.Exit(run(os.Args[1:], &environment{
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		getenv: os.Getenv,
	}))
}

// run runs one command line and returns the exit code.
func run(args []string, env *environment) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once

	err := dispatch(ctx, env, args)
	var usage *usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errNone):
		return exitNone
	case errors.Is(err, errProblems):
		return exitError
	case errors.As(err, &usage):
		env.tell("%v", usage)
		return exitUsage
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		env.tell("interrupted")
		return exitError
	}
	env.tell("%v", err)
	return exitError
}
