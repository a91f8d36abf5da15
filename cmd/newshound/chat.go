package main

import (
	"context"
	"flag"
	"log/slog"

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
				engine, err := corpus.engine(ctx, env)
				if err != nil {
					return err
				}
				relay := bot.NewRelay(engine, bot.Options{
					Commands: terminal.Commands(),
					Log:      slog.New(slog.NewTextHandler(env.stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
				})
				return terminal.New(relay, terminal.Options{
					In:       env.stdin,
					Out:      env.stdout,
					Getenv:   env.getenv,
					Greeting: "Newshound: " + bot.DescribeCoverage(engine.Coverage()) + ".\nAsk a question, or type /help.",
				}).Run(ctx)
			}
		},
	}
}
