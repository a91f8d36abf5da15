package main

import (
	"context"
	"flag"
	"log/slog"
	"sync"

	"newshound/bot"
	"newshound/bot/terminal"
)

const chatHelp = `
Reads a question a line and answers each. On a terminal the line can be edited,
and the arrow keys bring back earlier ones. /help lists what else it knows:
/more, /cite N, /around N, /quit.
`

func chatCommand() command {
	return command{
		name:    "chat",
		summary: "answer questions in a conversation",
		help:    chatHelp,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			var corpus corpusFlags
			corpus.register(fs)
			return func(ctx context.Context, env *environment, args []string) error {
				if len(args) > 0 {
					return usagef("chat takes no question; newshound ask does")
				}
				log := slog.New(slog.NewTextHandler(env.stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
				live, err := corpus.living(ctx, env, log)
				if err != nil {
					return err
				}
				watching, stop := context.WithCancel(ctx)
				var watch sync.WaitGroup
				watch.Go(func() { live.Follow(watching, nil) }) // a hangup ends a conversation
				defer watch.Wait()
				defer stop()
				relay := bot.NewRelay(live, bot.Options{Commands: terminal.Commands(), Log: log})
				return terminal.New(relay, terminal.Options{
					In:       env.stdin,
					Out:      env.stdout,
					Getenv:   env.getenv,
					Greeting: "Newshound: " + bot.DescribeCoverage(live.Coverage()) + ".\nAsk a question, or type /help.",
				}).Run(ctx)
			}
		},
	}
}
