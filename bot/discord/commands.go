package discord

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"newshound/answer"
	"newshound/bot/internal/form"
)

// commandTable is the definition of the commands, with their texts in each language: a
// language is added there, and nowhere else. It is in Discord's own form, but that the
// options, which several commands share, stand apart, and so does what is so everywhere
// (https://docs.discord.com/developers/interactions/application-commands).
//
//go:embed commands.json
var commandTable []byte

// The names of commands and options in the table. A command of a form of answers has
// the form's name.
const (
	commandAsk      = "ask"
	commandTimeline = string(answer.Timeline)
	commandCompare  = string(answer.Compare)
	commandQuote    = string(answer.CheckQuote)
	commandCite     = "cite"
	commandSources  = "sources"
	commandHelp     = "help"

	optionQuestion = "question"
	optionText     = "text"
	optionOutlet   = "outlet"
	optionFrom     = "from"
	optionTo       = "to"
	optionPrivate  = "private"
	optionNumber   = "number"
	optionStyle    = "style"
)

// slashCommand is the type of a command that has none.
const slashCommand = 1.0

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
// leaves the rest alone. A second call makes one request. With a guild the commands are
// for that one alone, where a change is seen at once.
func (a *Adapter) register(ctx context.Context) error {
	wanted, err := definitions(a.options.Guild)
	if err != nil {
		return err
	}
	path := "/applications/" + a.applicationID() + "/commands"
	if a.options.Guild != "" {
		path = "/applications/" + a.applicationID() + "/guilds/" + a.options.Guild + "/commands"
	}
	var have []definition
	if err := a.rest.call(ctx, http.MethodGet, path+"?with_localizations=true", nil, &have); err != nil {
		return err
	}
	changes := 0
	change := func(method, path string, d any) error {
		changes++
		if err := a.rest.call(ctx, method, path, d, nil); err != nil {
			return fmt.Errorf("%s a command: %w", method, err)
		}
		return nil
	}
	for _, w := range wanted {
		if slices.ContainsFunc(have, func(h definition) bool { return same(h, w) }) {
			continue
		}
		if err := change(http.MethodPost, path, w); err != nil {
			return err
		}
	}
	for _, h := range have {
		kind := h["type"]
		if kind == nil {
			kind = slashCommand
		}
		if slices.ContainsFunc(wanted, func(w definition) bool { return h["name"] == w["name"] && kind == w["type"] }) {
			continue
		}
		if err := change(http.MethodDelete, fmt.Sprintf("%s/%v", path, h["id"]), nil); err != nil {
			return err
		}
	}
	a.log.Info("commands registered", "commands", len(wanted), "changes", changes)
	return nil
}

// same reports whether a registered command is as it should be: every field that is
// wanted has the value wanted, and no option is there beside them. What Discord adds to
// a command is not compared.
func same(have, want any) bool {
	switch w := want.(type) {
	case map[string]any:
		h, ok := have.(map[string]any)
		for k, v := range w {
			ok = ok && same(h[k], v)
		}
		return ok
	case []any:
		h, _ := have.([]any)
		return slices.EqualFunc(h, w, same)
	}
	return have == want
}

const (
	// maxChoices is how many an autocompletion offers, and maxChoice how long one is
	// (https://docs.discord.com/developers/interactions/application-commands#autocomplete).
	maxChoices = 25
	maxChoice  = 100
)

// complete offers outlets.
func (a *Adapter) complete(d *interactionData) *response {
	offered := choices{Choices: []choice{}}
	for _, o := range d.Options {
		if o.Focused && o.Name == optionOutlet && a.options.Outlets != nil {
			for _, outlet := range form.Complete(a.options.Outlets(), d.text(o.Name), maxChoices, maxChoice) {
				offered.Choices = append(offered.Choices, choice{outlet, outlet})
			}
		}
	}
	return &response{respondChoices, offered}
}
