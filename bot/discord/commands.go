package discord

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"github.com/bwmarrin/discordgo"

	"newshound/bot/internal/form"
	"newshound/bot/internal/tree"
)

// commandTable is the definition of the commands, with their texts in each language: a
// language is added there, and nowhere else. It is in Discord's own form, but that the
// options, which several commands share, stand apart, and so does what is so everywhere
// (https://docs.discord.com/developers/interactions/application-commands).
//
//go:embed commands.json
var commandTable []byte

// definition is a command as Discord describes it.
type definition = map[string]any

// definitions returns the commands to register. Those of one guild have no contexts.
func definitions(guild string) ([]definition, error) {
	var table struct {
		Everywhere definition
		Options    definition
		Commands   []definition
	}
	if err := json.Unmarshal(commandTable, &table); err != nil {
		return nil, fmt.Errorf("the table of commands: %w", err)
	}
	for _, d := range table.Commands {
		names, _ := d["options"].([]any)
		for i, name := range names {
			names[i] = table.Options[fmt.Sprint(name)]
		}
		if guild == "" {
			maps.Copy(d, table.Everywhere)
		}
	}
	return table.Commands, nil
}

// register makes the bot's commands those of the table: it sends what is missing or
// differs, which takes the place of what has its name, removes what is no more, and
// leaves the rest alone, whatever Discord added to it. A second call makes one request.
// With a guild the commands are for that one alone, where a change is seen at once.
func (a *Adapter) register(ctx context.Context) error {
	wanted, err := definitions(a.options.Guild)
	if err != nil {
		return err
	}
	path := "/applications/" + a.app + "/commands"
	if a.options.Guild != "" {
		path = "/applications/" + a.app + "/guilds/" + a.options.Guild + "/commands"
	}
	var have []definition
	if err := a.rest.call(ctx, http.MethodGet, path+"?with_localizations=true", nil, &have); err != nil {
		return err
	}
	changes := 0
	for _, w := range wanted {
		if slices.ContainsFunc(have, func(h definition) bool { return tree.Includes(h, w) }) {
			continue
		}
		changes++
		if err := a.rest.call(ctx, http.MethodPost, path, w, nil); err != nil {
			return fmt.Errorf("register /%v: %w", w["name"], err)
		}
	}
	for _, h := range have {
		if h["type"] == nil {
			h["type"] = float64(discordgo.ChatApplicationCommand)
		}
		if slices.ContainsFunc(wanted, func(w definition) bool { return h["name"] == w["name"] && h["type"] == w["type"] }) {
			continue
		}
		changes++
		if err := a.rest.call(ctx, http.MethodDelete, fmt.Sprintf("%s/%v", path, h["id"]), nil, nil); err != nil {
			return fmt.Errorf("remove /%v: %w", h["name"], err)
		}
	}
	a.log.Info("commands registered", "commands", len(wanted), "changes", changes)
	return nil
}

const (
	// maxChoices is how many an autocompletion offers, and maxChoice how long one is
	// (https://docs.discord.com/developers/interactions/application-commands#autocomplete).
	maxChoices = 25
	maxChoice  = 100
)

// complete offers outlets.
func (a *Adapter) complete(i tree.JSON) *response {
	choices := []discordgo.ApplicationCommandOptionChoice{} // none is a list, too
	for _, o := range i.List("data.options") {
		if o.Text("focused") == "true" && o.Text("name") == "outlet" && a.options.Outlets != nil {
			for _, outlet := range form.Complete(a.options.Outlets(), o.Text("value"), maxChoices, maxChoice) {
				choices = append(choices, discordgo.ApplicationCommandOptionChoice{Name: outlet, Value: outlet})
			}
		}
	}
	return &response{discordgo.InteractionApplicationCommandAutocompleteResult, map[string]any{"choices": choices}}
}
