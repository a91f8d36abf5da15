package main

import (
	"context"
	"log/slog"

	"newshound/bot"
	"newshound/cmd/newshound/internal/service"
)

// platformKind describes a chat platform, whether or not it is set up.
type platformKind struct {
	name string // "slack"
	// secrets names the variables that hold its secrets, for a person to read:
	// "SLACK_BOT_TOKEN and SLACK_APP_TOKEN".
	secrets string
	// files are the variables of secrets that may be in a file instead.
	files []string
	// open connects the platform with what it needs. It returns nil, nil where the
	// platform's secrets are not set. It does not yet touch the network.
	open func(platformDeps) (*service.Platform, error)
	// findings examines how the platform is set up. It returns nil where its
	// secrets are not set. If the corpus cannot be opened, its platformDeps have no
	// handler and no asker.
	findings func(context.Context, platformDeps) []bot.Finding
}

// platforms returns the chat platforms, in the order in which they are named.
func platforms() []platformKind {
	return []platformKind{slackKind(), discordKind()}
}

// platformDeps is what a platform needs.
type platformDeps struct {
	handler  bot.Handler
	asker    bot.Asker // what there is to answer from: its coverage, its outlets
	log      *slog.Logger
	observer bot.Observer
	getenv   func(string) string
	state    string // the directory for journals, which exists; "" for none
	http     bool   // --http is given: the platform may be reached by routes
	shard    [2]int // --shard, where a platform has shards: {0, 2} is the first of two, and {0, 0} all
}
