package discord

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"github.com/bwmarrin/discordgo"

	"newshound/bot/cite"
	"newshound/bot/internal/form"
	"newshound/bot/internal/plain"
	"newshound/bot/internal/tree"
)

// commandTable defines the commands, with their texts in each language: a language is added
// there and nowhere else. It has Discord's own form
// (https://docs.discord.com/developers/interactions/application-commands), except that the
// options, which several commands share, and the fields that are the same for all commands
// are separate. The styles to choose from are [cite.OfferedStyles].
//
//go:embed commands.json
var commandTable []byte

// definitions returns the commands to register. Those of one guild have no contexts.
func definitions(guild string) []tree.JSON {
	table := tree.Parse(commandTable)
	options, _ := table["options"].(map[string]any)
	if style, ok := options["style"].(map[string]any); ok {
		style["choices"] = styleChoices()
	}
	everywhere, _ := table["everywhere"].(map[string]any)
	commands := table.List("commands")
	for _, c := range commands {
		names, _ := c["options"].([]any)
		for i, name := range names {
			names[i] = options[fmt.Sprint(name)]
		}
		if guild == "" {
			maps.Copy(c, everywhere)
		}
	}
	return commands
}

// styleChoices returns the styles of references that a person may choose from.
func styleChoices() []any {
	var choices []any
	for _, s := range cite.OfferedStyles() {
		choices = append(choices, map[string]any{"name": s.Title, "value": s.Name})
	}
	return choices
}

// register makes the bot's commands those of the table: it sends commands that are missing
// or differ, which replaces those of the same name, and removes others. A command may have
// fields that Discord added. A second call makes one request. With a guild the commands are
// for that guild alone, where a change is seen at once.
func (a *Adapter) register(ctx context.Context) error {
	application := a.who.Load().application
	if application == "" {
		return errors.New("the application is not known yet")
	}
	path := "/applications/" + application + "/commands"
	if a.options.Guild != "" {
		path = "/applications/" + application + "/guilds/" + a.options.Guild + "/commands"
	}
	var raw json.RawMessage
	if err := a.rest.call(ctx, http.MethodGet, path+"?with_localizations=true", nil, &raw); err != nil {
		return err
	}
	wanted, have, changes := definitions(a.options.Guild), tree.ParseList(raw), 0
	for _, w := range wanted {
		if slices.ContainsFunc(have, func(h tree.JSON) bool { return h.Includes(w) }) {
			continue
		}
		changes++
		if err := a.rest.call(ctx, http.MethodPost, path, w, nil); err != nil {
			return fmt.Errorf("register /%s: %w", w.Text("name"), err)
		}
	}
	for _, h := range have {
		kind := max(h.Int("type"), int(discordgo.ChatApplicationCommand)) // which it is without one
		if slices.ContainsFunc(wanted, func(w tree.JSON) bool { return h.Text("name") == w.Text("name") && kind == w.Int("type") }) {
			continue
		}
		changes++
		if err := a.rest.call(ctx, http.MethodDelete, path+"/"+h.Text("id"), nil, nil); err != nil {
			return fmt.Errorf("remove /%s: %w", h.Text("name"), err)
		}
	}
	a.log.Info("commands registered", "commands", len(wanted), "changes", changes)
	return nil
}

const (
	// maxChoices is how many choices an autocompletion offers, and maxChoice how long one may be
	// (https://docs.discord.com/developers/interactions/application-commands#autocomplete).
	maxChoices = 25
	maxChoice  = 100
)

// complete offers outlets.
func (a *Adapter) complete(i tree.JSON) *response {
	choices := []discordgo.ApplicationCommandOptionChoice{} // never null in JSON
	for _, o := range i.List("data.options") {
		if o.Text("focused") == "true" && o.Text("name") == "outlet" && a.options.Outlets != nil {
			for _, outlet := range form.Complete(a.options.Outlets(), o.Text("value"), maxChoices, maxChoice) {
				choices = append(choices, discordgo.ApplicationCommandOptionChoice{Name: plain.Visible(outlet), Value: outlet})
			}
		}
	}
	return &response{discordgo.InteractionApplicationCommandAutocompleteResult, map[string]any{"choices": choices}}
}
