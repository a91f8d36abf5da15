//go:build localslack

package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestLocalSlack holds one conversation over each transport between a foreign
// server, local-slack, and the built command, and looks at what was posted.
// .ci/local-slack runs it, in a network of its own.
func TestLocalSlack(t *testing.T) {
	for _, mode := range []string{"socket", "events"} {
		t.Run(mode, func(t *testing.T) { converse(t, mode) })
	}
}

// The workspace that local-slack is to have.
const (
	workspaceApp     = "A01NEWS"
	workspaceBot     = "U0NEWS"
	workspaceChannel = "C01NEWS"
	workspaceUser    = "U01ADA"
)

func converse(t *testing.T, mode string) {
	w := openWorkspace(t, mode)
	const question = "Did Russian hackers attack Senator McCaskill?"
	const verbatim = "Still, the Daily Beast first reported Thursday that Russian"
	bold := strings.NewReplacer("*", "")

	// A mention is answered in its thread.
	w.say(workspaceChannel, "", "<@"+workspaceBot+"> "+question)
	first := w.next(workspaceChannel, 2)
	asked := w.messages(workspaceChannel)[0]
	if first.Thread != asked.TS || first.User != workspaceBot || first.Subtype != "" {
		t.Errorf("answered %+v, want it in the thread %s", first, asked.TS)
	}
	shown := bold.Replace(first.shown())
	for _, want := range []string{verbatim, "The Hill", "paragraph 18", "https://thehill.com/policy/cybersecurity/399285-trump-national-security-officials-huddle-on-election-security"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the answer lacks %q:\n%s", want, shown)
		}
	}
	if !strings.Contains(first.Text, verbatim) {
		t.Errorf("the text is %q", first.Text)
	}

	if shot := os.Getenv("LOCAL_SLACK_SCREENSHOT"); shot != "" && mode == "socket" {
		// The README's picture was taken so: with a browser that is given the address.
		page := fmt.Sprintf("%s/archives/%s/p%s?thread_ts=%s&cid=%[2]s", w.address, workspaceChannel, strings.ReplaceAll(first.TS, ".", ""), asked.TS)
		if out, err := exec.CommandContext(t.Context(), "sh", "-c", shot, page).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}

	// A follow-up in the thread knows the question.
	w.say(workspaceChannel, asked.TS, "<@"+workspaceBot+"> cite 1")
	if m := w.next(workspaceChannel, 4); m.Thread != asked.TS || !strings.Contains(m.shown(), "Outlet: The Hill") {
		t.Errorf("cited %s", m.shown())
	}

	// The buttons.
	w.press(first, "Around this quote")
	if m := w.next(workspaceChannel, 5); m.Thread != asked.TS || len(m.Blocks) < 2 {
		t.Errorf("around: %s", m.shown())
	}
	w.press(first, "Helpful")
	if m := w.next(workspaceChannel, 6); m.EphemeralTo != workspaceUser || !strings.HasPrefix(m.Text, "Thank you.") {
		t.Errorf("thanks: %+v", m)
	}
	w.press(first, "Citations in DM")
	if m := w.next(workspaceChannel, 7); m.EphemeralTo != workspaceUser || !strings.Contains(m.Text, "direct message") {
		t.Errorf("told: %+v", m)
	}
	direct := w.direct()
	cited := w.next(direct, 1)
	for _, want := range []string{"Outlet: The Hill", "Headline: Trump huddles with top officials on election security", "paragraph 18"} {
		if !strings.Contains(cited.shown(), want) {
			t.Errorf("the citations lack %q:\n%s", want, cited.shown())
		}
	}

	// In the direct message: a form for notes, and any question.
	w.say(direct, "", "cite bibtex")
	if m := w.next(direct, 3); !strings.Contains(m.shown(), "@") || !strings.Contains(m.shown(), "McCaskill") && !strings.Contains(m.shown(), "Trump huddles") {
		t.Errorf("BibTeX: %s", m.shown())
	}
	w.say(direct, "", "Who attended the meeting?")
	if m := w.next(direct, 5); len(m.Blocks) < 3 || !strings.Contains(m.Text, "“") {
		t.Errorf("in a direct message: %s", m.shown())
	}

	// The slash command answers privately, and its answer can be shared.
	w.command("help")
	if m := w.next(workspaceChannel, 8); m.EphemeralTo != workspaceUser || !strings.Contains(m.shown(), "cite 2") {
		t.Errorf("help: %+v", m)
	}
	w.command(`outlet:"The Root" ` + question)
	private := w.next(workspaceChannel, 9)
	if private.EphemeralTo != workspaceUser || !strings.Contains(private.shown(), "The Root") || strings.Contains(private.shown(), "thehill.com") {
		t.Errorf("privately: %s", private.shown())
	}
	w.press(private, "Share")
	if m := w.next(workspaceChannel, 10); m.EphemeralTo != "" || m.Thread != "" || !strings.Contains(m.shown(), "McCaskill") {
		t.Errorf("shared: %+v", m)
	}

	// The home tab.
	w.control("open-home", map[string]any{"user": workspaceUser, "appId": workspaceApp})
	w.wait("the home tab", func() bool {
		var log struct {
			Log []struct {
				Summary string         `json:"summary"`
				Detail  map[string]any `json:"detail"`
			} `json:"log"`
		}
		raw := w.get("/_control/log", &log)
		return strings.Contains(raw, "views.publish") && strings.Contains(raw, "The Root") && strings.Contains(raw, "How to ask")
	})

	// Killed and started again, it knows the thread, and the buttons work.
	w.restart()
	w.say(workspaceChannel, asked.TS, "<@"+workspaceBot+"> cite 2")
	if m := w.next(workspaceChannel, 12); m.Thread != asked.TS || !strings.Contains(m.shown(), "Outlet: The Root") {
		t.Errorf("cited after a restart: %s", m.shown())
	}
	w.press(first, "Around this quote")
	if m := w.next(workspaceChannel, 13); m.Thread != asked.TS || !strings.HasPrefix(m.Text, "Around quote 1:") {
		t.Errorf("around after a restart: %s", m.shown())
	}

	// Nothing was said twice, to itself, or out of turn.
	if n := len(w.messages(workspaceChannel)); n != 13 {
		t.Errorf("%d messages in the channel, want 13", n)
	}
	if n := len(w.messages(direct)); n != 5 {
		t.Errorf("%d direct messages, want 5", n)
	}
}
