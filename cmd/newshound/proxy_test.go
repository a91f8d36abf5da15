package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"newshound/bot/slack/slacktest"
)

func TestProxyFinding(t *testing.T) {
	for address, ok := range map[string]bool{
		"":                                  true,
		"http://proxy.example:3128":         true,
		"proxy.example:3128":                true,
		"proxy.example":                     true,
		"socks5://proxy.example":            true,
		"http://user:100%25@proxy.example":  true,
		"http://user:100%@proxy.example:80": false,
		"http://user:100%zz@proxy.example":  false,
		"user:100%@proxy.example:80":        false,
		"http://":                           false,
		"http://proxy.example:port":         false,
	} {
		f := proxyFinding(func(name string) string {
			if name == "https_proxy" {
				return address
			}
			return ""
		})
		if (f == nil) != ok || f != nil && (!strings.HasPrefix(f.What, "https_proxy holds no address") || strings.Contains(f.What+f.Fix, "100%")) {
			t.Errorf("%q: %+v", address, f)
		}
	}
}

// A proxy whose address cannot be read is told of, without its password, and not passed over.
func TestProxyTold(t *testing.T) {
	slack := slacktest.New(t)
	path, err := exec.LookPath("newshound")
	if err != nil {
		t.Fatal(err)
	}
	for verb, code := range map[string]int{"serve": exitUsage, "check": exitError} {
		cmd := exec.CommandContext(t.Context(), path, verb, "--state", filepath.Join(t.TempDir(), "state"))
		cmd.Env = append(slackEnv(slack), "HTTPS_PROXY=http://user:hunter2%@proxy.example:3128", "GORACE=atexit_sleep_ms=0")
		out, _ := cmd.CombinedOutput()
		text := string(out)
		if cmd.ProcessState.ExitCode() != code || !strings.Contains(text, "HTTPS_PROXY holds no address") || !strings.Contains(text, "%25") || strings.Contains(text, "hunter2") {
			t.Errorf("%s: %v\n%s", verb, cmd.ProcessState, text)
		}
	}
}
