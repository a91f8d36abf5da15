package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"newshound/bot"
	"newshound/bot/discord"
	"newshound/bot/phrase"
)

// discordPortal is where Discord's settings are mended.
const discordPortal = "Open https://discord.com/developers/applications, choose the application, "

// discordFindings checks whether Discord can be reached, and whether what is set fits what it
// says. It posts nothing. It returns nil where nothing is set.
func discordFindings(ctx context.Context, d platformDeps) []bot.Finding {
	o, set, err := readDiscordOptions(d.getenv)
	if err != nil {
		return []bot.Finding{{What: "The settings cannot be read.", Fix: err.Error() + "."}}
	}
	if !set && o.PublicKey != "" {
		return []bot.Finding{{What: "DISCORD_PUBLIC_KEY is set, and DISCORD_TOKEN is not.", Fix: discordPortal + "Bot, Reset Token, and set DISCORD_TOKEN to the new one."}}
	}
	if !set {
		return nil
	}
	account, err := discord.Look(ctx, o)
	var refused *discord.FatalError
	switch {
	case errors.As(err, &refused):
		return []bot.Finding{{What: "Discord refuses DISCORD_TOKEN.", Fix: discordPortal + "Bot, Reset Token, and set DISCORD_TOKEN to the new one."}}
	case err != nil:
		return []bot.Finding{{What: "Discord cannot be asked: " + err.Error() + ".", Fix: "Look whether this machine reaches discord.com, or DISCORD_API_URL if it is set."}}
	}
	found := []bot.Finding{
		{OK: true, What: fmt.Sprintf("DISCORD_TOKEN is good: %s, application %s.", account.Bot, account.Application)},
		{OK: true, What: "The gateway is known, and wants " + phrase.Count(account.Shards, "shard") + "."},
	}
	if account.Starts >= 0 {
		f := bot.Finding{OK: account.Starts > 0, What: fmt.Sprintf("%d sessions may be begun today.", account.Starts)}
		if !f.OK {
			f.Fix = "Wait: the number is set anew once a day. Something has connected very often."
		}
		found = append(found, f)
	}
	if o.Application != "" && o.Application != account.Application {
		found = append(found, bot.Finding{
			What: "DISCORD_APPLICATION_ID is not the application of DISCORD_TOKEN, " + account.Application + ".", Fix: "Remove the variable: it is not needed.",
		})
	}
	return append(found, discordEndpoint(o, account))
}

// discordEndpoint looks whether interactions arrive where they are waited for.
func discordEndpoint(o discord.Options, account *discord.Account) bot.Finding {
	switch {
	case o.PublicKey != "" && !strings.EqualFold(o.PublicKey, account.PublicKey):
		return bot.Finding{
			What: "DISCORD_PUBLIC_KEY is not the application's.",
			Fix:  discordPortal + "General Information, and set DISCORD_PUBLIC_KEY to the public key.",
		}
	case account.Endpoint == "":
		return bot.Finding{OK: true, What: "Interactions come over the gateway."}
	case o.PublicKey == "":
		return bot.Finding{
			What: "Discord sends interactions to " + account.Endpoint + ", and DISCORD_PUBLIC_KEY is not set.",
			Fix:  discordPortal + "General Information, and set DISCORD_PUBLIC_KEY to the public key, or remove the Interactions Endpoint URL.",
		}
	}
	return bot.Finding{OK: true, What: "Interactions come to " + account.Endpoint + ", and DISCORD_PUBLIC_KEY fits."}
}
