package bot_test

import (
	"regexp"
	"testing"

	"newshound/bot"
)

// TestNames checks that every event and every stage has a name of its own that
// can stand in a metric.
func TestNames(t *testing.T) {
	seen := map[string]bool{}
	check := func(name string) {
		if seen[name] || !regexp.MustCompile(`^[a-z]+(_[a-z]+)?$`).MatchString(name) {
			t.Errorf("the name %q", name)
		}
		seen[name] = true
	}
	for _, e := range bot.Events() {
		check(e.String())
	}
	for _, s := range bot.Stages() {
		check(s.String())
	}
	if len(seen) != len(bot.Events())+len(bot.Stages()) || bot.Event(200).String() != "event_200" || bot.Stage(200).String() != "stage_200" {
		t.Errorf("%d names", len(seen))
	}
}
