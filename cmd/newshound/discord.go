package main

import (
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"

	"newshound/bot"
	"newshound/bot/discord"
	"newshound/cmd/newshound/internal/service"
)

// discordPath is where Discord is to deliver interactions over HTTP.
const discordPath = "/discord/interactions"

// discordKind says what there is to know of Discord before it is set up.
func discordKind() platformKind {
	return platformKind{
		name:     "discord",
		secrets:  "DISCORD_TOKEN",
		files:    []string{"DISCORD_TOKEN"},
		open:     discordPlatform,
		findings: discordFindings,
	}
}

// readDiscordOptions reads the environment. It reports false where there is no token.
func readDiscordOptions(getenv func(string) string) (o discord.Options, set bool, err error) {
	if o.Token, err = secret(getenv, "DISCORD_TOKEN"); err != nil {
		return o, true, err
	}
	o.PublicKey, o.API = strings.TrimSpace(getenv("DISCORD_PUBLIC_KEY")), getenv("DISCORD_API_URL")
	for _, id := range []struct {
		to   *string
		name string
	}{{&o.Application, "DISCORD_APPLICATION_ID"}, {&o.Guild, "DISCORD_GUILD_ID"}} {
		*id.to = strings.TrimSpace(getenv(id.name))
		if _, err := strconv.ParseUint(*id.to, 10, 64); *id.to != "" && err != nil {
			return o, true, fmt.Errorf("%s is no id: in Discord, turn on the developer mode, and copy the id", id.name)
		}
	}
	// A person may have pasted the token with the word that goes before it in a header.
	if token := o.Token.Reveal(); strings.HasPrefix(token, "Bot ") {
		o.Token = bot.NewSecret(strings.TrimSpace(strings.TrimPrefix(token, "Bot ")))
	}
	return o, o.Token.IsSet(), nil
}

// discordPlatform connects Discord with what it needs: over the gateway, and where
// the application's public key is set and --http is given, over HTTP too.
func discordPlatform(d platformDeps) (*service.Platform, error) {
	o, set, err := readDiscordOptions(d.getenv)
	switch {
	case err != nil:
		return nil, err
	case !set && o.PublicKey != "":
		return nil, errors.New("DISCORD_PUBLIC_KEY is set, and DISCORD_TOKEN is not set")
	case !set:
		return nil, nil
	}
	o.Handler, o.Log, o.Observer, o.Shard = d.handler, d.log, d.observer, d.shard
	o.Outlets = func() []string {
		var names []string
		for _, outlet := range d.asker.Coverage().Outlets {
			names = append(names, outlet.Outlet)
		}
		return names
	}
	if d.state != "" {
		name := "discord.journal"
		if o.Shard[1] > 0 { // processes of several shards may share the directory
			name = fmt.Sprintf("discord-%d-%d.journal", o.Shard[0], o.Shard[1])
		}
		o.Journal = filepath.Join(d.state, name)
	}
	a, err := discord.Open(o)
	if err != nil {
		return nil, err
	}
	p := &service.Platform{Name: "discord", Run: a.Run, Ready: a.Ready}
	if d.http && o.PublicKey != "" {
		p.Routes = map[string]http.Handler{"POST " + discordPath: a}
	}
	return p, nil
}

// parseShard reads what --shard says: "0/2" is the first of two.
func parseShard(text string) (shard [2]int, err error) {
	id, count, _ := strings.Cut(text, "/")
	i, err1 := strconv.Atoi(id)
	n, err2 := strconv.Atoi(count)
	if err1 != nil || err2 != nil || i < 0 || i >= n {
		return shard, errors.New("it is the number of a shard, from 0, and how many there are: 0/2")
	}
	return [2]int{i, n}, nil
}
