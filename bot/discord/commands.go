package discord

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"reflect"

	"newshound/bot/internal/form"
)

// commandTable is the definition of the commands, in Discord's own form, with their
// texts in each language: a language is added there, and nowhere else
// (https://docs.discord.com/developers/interactions/application-commands).
//
//go:embed commands.json
var commandTable []byte

// The names of commands and options in the table.
const (
	commandAsk     = "ask"
	commandCite    = "cite"
	commandSources = "sources"
	commandHelp    = "help"

	optionQuestion = "question"
	optionOutlet   = "outlet"
	optionFrom     = "from"
	optionTo       = "to"
	optionPrivate  = "private"
	optionNumber   = "number"
	optionStyle    = "style"
)

// definition is a command as Discord describes it. What Discord adds to it is not
// compared.
type definition map[string]any

// definitions returns the commands to register. Those of one guild have no contexts.
func definitions(guild string) ([]definition, error) {
	var all []definition
	if err := json.Unmarshal(commandTable, &all); err != nil {
		return nil, fmt.Errorf("the table of commands: %w", err)
	}
	if guild != "" {
		for _, d := range all {
			delete(d, "contexts")
			delete(d, "integration_types")
		}
	}
	return all, nil
}

// register makes the bot's commands those of the table: it adds what is missing,
// changes what differs, removes what is no more, and leaves the rest alone. A second
// call makes one request. With a guild the commands are for that one alone, where
// a change is seen at once.
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
	for _, w := range wanted {
		method, to := http.MethodPost, path
		for _, h := range have {
			if h["name"] != w["name"] || kind(h) != kind(w) {
				continue
			}
			if same(h, w) {
				method = ""
			} else {
				method, to = http.MethodPatch, fmt.Sprintf("%s/%v", path, h["id"])
			}
		}
		if method == "" {
			continue
		}
		sent := w
		if method == http.MethodPatch {
			sent = maps.Clone(w)
			delete(sent, "type")
		}
		if err := a.rest.call(ctx, method, to, sent, nil); err != nil {
			return fmt.Errorf("command %v: %w", w["name"], err)
		}
		changes++
	}
	for _, h := range have {
		stale := true
		for _, w := range wanted {
			stale = stale && (h["name"] != w["name"] || kind(h) != kind(w))
		}
		if stale {
			if err := a.rest.call(ctx, http.MethodDelete, fmt.Sprintf("%s/%v", path, h["id"]), nil, nil); err != nil {
				return fmt.Errorf("command %v: %w", h["name"], err)
			}
			changes++
		}
	}
	a.log.Info("commands registered", "commands", len(wanted), "changes", changes)
	return nil
}

// kind returns the type of a command; without one it is a slash command.
func kind(d definition) float64 {
	if t, ok := d["type"].(float64); ok {
		return t
	}
	return 1
}

// same reports whether a registered command is as it should be: every field that is
// wanted has the value wanted, and no option is there beside them.
func same(have, want any) bool {
	switch w := want.(type) {
	case definition:
		h, _ := have.(definition)
		return same(map[string]any(h), map[string]any(w))
	case map[string]any:
		h, ok := have.(map[string]any)
		for k, v := range w {
			ok = ok && same(h[k], v)
		}
		return ok
	case []any:
		h, _ := have.([]any)
		ok := len(h) == len(w)
		for i := range w {
			ok = ok && same(h[i], w[i])
		}
		return ok
	}
	return reflect.DeepEqual(have, want)
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
