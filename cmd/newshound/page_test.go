//go:build unix

package main

import (
	"log/slog"
	"net"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"newshound/bot/bottest"
	"newshound/bot/slack/slacktest"
)

// pageServed matches the line of the log that tells where the page is.
var pageServed = regexp.MustCompile(`"msg":"the page is served".*"url":"http://([^"]+)/"`)

// TestServePage serves the page alone: it answers, says what chat platforms would
// need, and ends well.
func TestServePage(t *testing.T) {
	p := launchArgs(t, pageServed, nil, "--page", "127.0.0.1:0", "--state", t.TempDir(), "--log", "json")
	for path, part := range map[string]string{
		"/": "It holds 3 articles of 3 outlets",
		"/?q=Did+Russian+hackers+attack+Senator+McCaskill%3F": "the Daily Beast first reported Thursday",
		"/?q=election+security&form=compare":                  "What each outlet says, the best quote of each:",
		"/?q=What+did+Macron+say%3F":                          "The coverage does not say.",
		"/api/v1/ask?q=McCaskill":                             `"outcome":"found"`,
		"/coverage":                                           "Trump huddles with top officials on election security",
		"/article/000_63526c818c043935":                       `id="p18"`,
		"/healthz":                                            "There is no such page.",
	} {
		if text := p.get(path); !strings.Contains(text, part) {
			t.Errorf("%s has no %q: %.300s", path, part, text)
		}
	}
	if err := p.end(syscall.SIGTERM); err != nil {
		t.Errorf("serve ended with %v", err)
	}
	for _, part := range []string{"no chat platform is set up", "SLACK_BOT_TOKEN", "DISCORD_TOKEN"} {
		if !strings.Contains(p.log.String(), part) {
			t.Errorf("the log has no %q", part)
		}
	}
	if strings.Contains(p.log.String(), "McCaskill") {
		t.Error("a question is in the log")
	}
}

// TestServePageBesidePlatforms serves the page beside Slack, each at its own address
// alone, and does without it where its address is in use.
func TestServePageBesidePlatforms(t *testing.T) {
	slack := slacktest.New(t)
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	path, err := exec.LookPath("newshound")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), path, "serve", "--page", address, "--state", "")
	cmd.Env = append(slackEnv(slack), "GORACE=atexit_sleep_ms=0")
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "listen for the page on "+address+": ") {
		t.Errorf("at an address that was asked for and is in use: %v\n%s", err, out)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	p := launchArgs(t, listening, slackEnv(slack), "--http", "127.0.0.1:0", "--page", address, "--state", t.TempDir(), "--log", "json")
	if text := p.get("/"); strings.Contains(text, "Newshound") {
		t.Error("--http shows the page")
	}
	slack.WaitConnected()
	slack.Wait("readiness", func() bool { return p.get("/readyz") == "ready\n" })
	metrics := p.get("/metrics")
	p.address = address
	if text := p.get("/coverage"); !strings.Contains(text, "3 articles of 3 outlets") {
		t.Errorf("the page: %s", text)
	}
	if p.get("/metrics") == metrics || !strings.Contains(metrics, `newshound_ready{platform="web"} 1`) {
		t.Errorf("the page shows the metrics, or they do not show it:\n%s", metrics)
	}
	if err := p.end(syscall.SIGTERM); err != nil {
		t.Errorf("serve ended with %v", err)
	}
}

func TestListenForPage(t *testing.T) {
	taken, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, c := range []struct {
		name, address    string
		asked            bool
		others           int
		listens, refused bool
	}{
		{"none", "", true, 0, false, false},
		{"alone", "127.0.0.1:0", false, 0, true, false},
		{"in use, alone", taken.Addr().String(), false, 0, false, true},
		{"in use, asked for", taken.Addr().String(), true, 1, false, true},
		{"in use, beside others", taken.Addr().String(), false, 1, false, false},
	} {
		var log bottest.Log
		l, err := listenForPage(t.Context(), c.address, c.asked, c.others, slog.New(slog.NewTextHandler(&log, nil)))
		if (l != nil) != c.listens || (err != nil) != c.refused {
			t.Errorf("%s: %v, %v", c.name, l, err)
		}
		if warned := strings.Contains(log.String(), "--page"); warned != (c.address != "" && !c.listens && !c.refused) {
			t.Errorf("%s: log %q", c.name, log.String())
		}
		if l != nil {
			if err := l.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}
