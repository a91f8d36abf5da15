package discord

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"
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

// filterText returns the filters of /ask as they are typed in a question, or what is
// wrong with them, for the person to read.
func filterText(d *interactionData) (text, problem string) {
	var b strings.Builder
	if outlet := strings.ReplaceAll(d.text(optionOutlet), `"`, ""); outlet != "" {
		fmt.Fprintf(&b, "outlet:\"%s\" ", outlet)
	}
	var first, last time.Time
	for _, name := range []string{optionFrom, optionTo} {
		value := d.text(name)
		if value == "" {
			continue
		}
		from, to, ok := readDays(value)
		if !ok {
			return "", fmt.Sprintf("“%s” is no date that I can read, for “%s”. Write the day, the month or the year: 2023-07-01, 2023-07 or 2023.", clip(value, 40), name)
		}
		if name == optionFrom {
			first = from
		} else if last = to; last.Before(first) {
			return "", fmt.Sprintf("“to” (%s) is before “from” (%s). The other way round?", value, d.text(optionFrom))
		}
		fmt.Fprintf(&b, "%s:%s ", name, value)
	}
	return b.String(), ""
}

// readDays reads a day, a month or a year in one of the forms that a question's filters
// take, and returns its first and its last day.
func readDays(text string) (first, last time.Time, ok bool) {
	for _, form := range []struct {
		layout        string
		years, months int
	}{{time.DateOnly, 0, 0}, {"2006/01/02", 0, 0}, {"2006-01", 0, 1}, {"2006", 1, 0}} {
		if t, err := time.Parse(form.layout, text); err == nil {
			if last = t; form.years+form.months > 0 {
				last = t.AddDate(form.years, form.months, -1)
			}
			return t, last, true
		}
	}
	return first, last, false
}

const (
	// maxChoices is how many an autocompletion offers
	// (https://docs.discord.com/developers/interactions/application-commands#autocomplete).
	maxChoices = 25
	// maxChoice is how long one is.
	maxChoice = 100
)

// complete offers outlets: those that begin with what was typed, then those with a
// word that does, each with the most articles first.
func (a *Adapter) complete(d *interactionData) *response {
	typed := ""
	for _, o := range d.Options {
		if o.Focused && o.Name == optionOutlet {
			typed = strings.ToLower(d.text(o.Name))
		}
	}
	offered := choices{Choices: []choice{}}
	var outlets []string
	if a.options.Outlets != nil {
		outlets = a.options.Outlets()
	}
	for _, inside := range []bool{false, true} {
		for _, o := range outlets {
			lower := strings.ToLower(o)
			prefix := strings.HasPrefix(lower, typed)
			if n := utf8.RuneCountInString(o); n == 0 || n > maxChoice || len(offered.Choices) == maxChoices {
				continue
			}
			if prefix != inside && (prefix || strings.Contains(lower, " "+typed)) {
				offered.Choices = append(offered.Choices, choice{o, o})
			}
		}
	}
	return &response{respondChoices, offered}
}
