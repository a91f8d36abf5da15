package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"strings"

	"newshound/bot/slack"
)

const slackHelp = `
newshound slack manifest prints the manifest of a Slack app for Newshound. Open
https://api.slack.com/apps, press "Create New App", "From a manifest", choose the
workspace, and paste it there. "newshound serve" says which tokens to set then, and
"newshound check" whether they do.
`

// slackCommand prints what Slack needs to be told of Newshound.
func slackCommand() command {
	return command{
		name:    "slack",
		args:    "manifest",
		summary: "print the manifest of a Slack app for newshound",
		help:    slackHelp,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			address := fs.String("http", "", "for an app that Slack reaches at `URL`, the https address under\nwhich newshound serve --http is seen; without it, for Socket Mode,\nwhich needs no address")
			return func(_ context.Context, env *environment, args []string) error {
				if len(args) != 1 || args[0] != "manifest" {
					return usagef("slack knows one thing to do: newshound slack manifest")
				}
				manifest, err := slackManifest(*address, env.getenv("SLACK_COMMAND"))
				if err != nil {
					return usagef("%v", err)
				}
				_, err = fmt.Fprintf(env.stdout, "%s\n", manifest)
				return err
			}
		},
	}
}

// slackScopes are what the bot's token must be good for, and no more
// (https://docs.slack.dev/reference/scopes), with what each is for.
func slackScopes() []struct{ name, use string } {
	return []struct{ name, use string }{
		{"app_mentions:read", "to see when it is mentioned"},
		{"chat:write", "to answer"},
		{"commands", "for the slash command and the message shortcut"},
		{"im:history", "to read the direct messages that it gets, and see whether its own are there"},
		{"im:write", "to send citations as direct messages"},
		{"assistant:write", "to suggest questions"},
	}
}

// slackManifest returns the manifest of an app for Newshound, JSON to be pasted
// where Slack makes an app from one (https://docs.slack.dev/reference/app-manifest):
// for Socket Mode, or with an https address of ours, without a path, for HTTP.
// slash is the slash command's name, "" for the usual one.
func slackManifest(address, slash string) ([]byte, error) {
	slash, err := slackSlash(slash)
	if err != nil {
		return nil, err
	}
	hook := ""
	if address != "" {
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
			return nil, fmt.Errorf("%q is no address that Slack can reach: it is like https://newshound.example.com", address)
		}
		hook = "https://" + u.Host + slackPath
	}
	type object = map[string]any
	at := func(field string, o object) object {
		if hook != "" {
			o[field] = hook
		}
		return o
	}
	var scopes []string
	for _, s := range slackScopes() {
		scopes = append(scopes, s.name)
	}
	return json.MarshalIndent(object{
		"display_information": object{
			"name":        "Newshound",
			"description": "Answers from news coverage, in quotes",
			"long_description": "Newshound answers questions about a body of news coverage with a few quotes from it, word for word, " +
				"each with its citation: outlet, headline, date, paragraph and link. Where the coverage does not say, it says so. " +
				"It writes no prose of its own about the news.",
			"background_color": "#1d3557",
		},
		"features": object{
			"app_home": object{"home_tab_enabled": true, "messages_tab_enabled": true, "messages_tab_read_only_enabled": false},
			// https://docs.slack.dev/ai/migrating-to-agent-messaging
			"agent_view": object{"agent_description": "Answers questions about the news coverage with quotes from it, each cited."},
			"bot_user":   object{"display_name": "newshound", "always_online": true},
			"shortcuts": []object{{
				"name": "Find in the coverage", "type": "message", "callback_id": "find_in_coverage", "description": "Asks Newshound about this message",
			}},
			"slash_commands": []object{at("url", object{
				"command": slash, "description": "Ask the news coverage", "usage_hint": "your question, or help", "should_escape": false,
			})},
		},
		"oauth_config": object{"scopes": object{"bot": scopes}},
		"settings": object{
			"event_subscriptions":    at("request_url", object{"bot_events": []string{"app_home_opened", "app_mention", "message.im"}}),
			"interactivity":          at("request_url", object{"is_enabled": true}),
			"socket_mode_enabled":    hook == "",
			"org_deploy_enabled":     false,
			"token_rotation_enabled": false,
		},
	}, "", "  ")
}

// slackSlash returns the name of the slash command, of which that in the
// environment, if any, must be one.
func slackSlash(name string) (string, error) {
	const longest = 32
	switch {
	case name == "":
		return slack.DefaultCommand, nil
	case !strings.HasPrefix(name, "/") || strings.ContainsAny(name[1:], " /") || len(name) < 2 || len(name) > longest:
		return "", fmt.Errorf("SLACK_COMMAND: %q is no name for a slash command: it is one word after a slash, of up to %d characters", name, longest)
	}
	return name, nil
}
