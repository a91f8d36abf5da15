package main

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"newshound/bot/discord"
)

const discordHelp = `
newshound discord invite prints the link with which a server adds Newshound, with no
more permissions than it needs, and the link with which a person does, to use it
everywhere. It asks Discord for the application's id, with DISCORD_TOKEN, unless
DISCORD_APPLICATION_ID is set.
`

// discordPermissions are what the bot may do in a server, and no more
// (https://docs.discord.com/developers/topics/permissions). It posts no embeds, and
// reads history to reply to a message, and for what was written to it while it was away.
const discordPermissions = 1<<10 | // see channels
	1<<11 | // send messages
	1<<16 | // read the history
	1<<38 // send messages in threads

// discordCommand prints what Discord needs to be told of Newshound.
func discordCommand() command {
	return command{
		name:    "discord",
		args:    "invite",
		summary: "print the link that adds newshound to a Discord server",
		help:    discordHelp,
		flags: func(*flag.FlagSet) func(context.Context, *environment, []string) error {
			return func(ctx context.Context, env *environment, args []string) error {
				if len(args) != 1 || args[0] != "invite" {
					return usagef("discord knows one thing to do: newshound discord invite")
				}
				o, set, err := readDiscordOptions(env.getenv)
				if err != nil {
					return err
				}
				if o.Application == "" {
					if !set {
						return usagef("set DISCORD_TOKEN or DISCORD_APPLICATION_ID first")
					}
					account, err := discord.Look(ctx, o)
					if err != nil {
						return fmt.Errorf("ask Discord for the application: %w", err)
					}
					o.Application = account.Application
				}
				_, err = fmt.Fprint(env.stdout, inviteText(o.Application))
				return err
			}
		},
	}
}

// inviteText is the links that add the application
// (https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow).
func inviteText(application string) string {
	const link = "https://discord.com/oauth2/authorize?client_id="
	return strings.Join([]string{
		"To add Newshound to a server:",
		fmt.Sprintf("%s%s&integration_type=0&scope=bot+applications.commands&permissions=%d", link, application, int64(discordPermissions)),
		"",
		"To use it yourself, in every server and in direct messages:",
		fmt.Sprintf("%s%s&integration_type=1&scope=applications.commands", link, application),
		"",
	}, "\n")
}
