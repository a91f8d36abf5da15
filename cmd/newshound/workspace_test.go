//go:build localslack

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

const workspaceConfig = `
workspace: {name: Daily News, domain: daily-news, teamId: T01NEWS}
apps:
  - {appId: A01NEWS, botUserId: U0NEWS, botName: newshound, botToken: xoxb-local, appToken: xapp-local,
     signingSecret: 0123456789abcdef0123456789abcdef, mode: %s, requestUrl: "http://127.0.0.1:%d/slack/events"}
users:
  - {id: U01ADA, name: ada, real_name: Ada Reyes}
channels:
  - {id: C01NEWS, name: newsroom, members: [U01ADA, U0NEWS]}
`

// workspace is a running local-slack with a running newshound.
type workspace struct {
	t       *testing.T
	address string // of local-slack
	bot     string // of newshound's own server
	env     []string
	args    []string
	kill    func() // newshound
}

// localMessage is a message as local-slack keeps it.
type localMessage struct {
	TS          string `json:"ts"`
	User        string `json:"user"`
	Thread      string `json:"thread_ts"`
	Subtype     string `json:"subtype"`
	EphemeralTo string `json:"ephemeral_to"`
	Text        string `json:"text"`
	Blocks      []struct {
		Type      string `json:"type"`
		BlockID   string `json:"block_id"`
		Text      struct{ Text string }
		Accessory *localElement  `json:"accessory"`
		Elements  []localElement `json:"elements"`
	} `json:"blocks"`
}

type localElement struct {
	Type     string          `json:"type"`
	Text     json.RawMessage `json:"text"`
	ActionID string          `json:"action_id"`
	Value    string          `json:"value"`
}

// shown is what the message's blocks show.
func (m localMessage) shown() string {
	var b strings.Builder
	for _, block := range m.Blocks {
		b.WriteString(block.Text.Text + "\n")
		for _, e := range block.Elements {
			b.WriteString(strings.Trim(string(e.Text), `"`) + "\n")
		}
	}
	return b.String()
}

// openWorkspace starts local-slack and newshound, both for as long as the test lasts.
func openWorkspace(t *testing.T, mode string) *workspace {
	t.Helper()
	dir := t.TempDir()
	slackPort, botPort := freePort(t), freePort(t)
	config := filepath.Join(dir, "config.yaml")
	if err := os.WriteFile(config, fmt.Appendf(nil, workspaceConfig, mode, botPort), 0o600); err != nil {
		t.Fatal(err)
	}
	w := &workspace{t: t, address: fmt.Sprintf("http://127.0.0.1:%d", slackPort), bot: fmt.Sprintf("http://127.0.0.1:%d", botPort)}
	w.start(nil, os.Getenv("LOCAL_SLACK"), "--config", config, "--port", fmt.Sprint(slackPort), "--base-host", "127.0.0.1", "--files-dir", filepath.Join(dir, "files"))
	w.wait("local-slack", func() bool { return w.get("/_control/state", nil) != "" })

	w.env = []string{"SLACK_BOT_TOKEN=xoxb-local", "SLACK_API_URL=" + w.address + "/api/"}
	if mode == "socket" {
		// local-slack pings every 104 s only.
		w.env = append(w.env, "SLACK_APP_TOKEN=xapp-local", "SLACK_PING_INTERVAL=150s")
	} else {
		w.env = append(w.env, "SLACK_SIGNING_SECRET=0123456789abcdef0123456789abcdef")
	}
	check := exec.CommandContext(t.Context(), os.Getenv("NEWSHOUND"), "check", fmt.Sprintf("--http=%t", mode != "socket"))
	check.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir}, w.env...)
	if out, err := check.CombinedOutput(); err != nil || !strings.Contains(string(out), "newshound in the workspace Daily News") {
		t.Errorf("check: %v\n%s", err, out)
	}

	w.args = []string{"serve", "--page", "", "--http", fmt.Sprintf("127.0.0.1:%d", botPort), "--state", filepath.Join(dir, "state"), "--log-level", "debug"}
	w.run()
	return w
}

// restart kills newshound, without a chance to do anything more, and starts it again.
func (w *workspace) restart() {
	w.t.Helper()
	w.kill()
	w.run()
}

// run starts newshound, and waits until it is ready.
func (w *workspace) run() {
	w.t.Helper()
	w.kill = w.start(w.env, os.Getenv("NEWSHOUND"), w.args...)
	w.wait("newshound", func() bool {
		response, err := http.Get(w.bot + "/readyz")
		if err != nil {
			return false
		}
		defer response.Body.Close()
		return response.StatusCode == http.StatusOK
	})
}

// start runs a program until the test ends, or it is killed, and shows what it said
// if the test fails.
func (w *workspace) start(env []string, name string, args ...string) (kill func()) {
	w.t.Helper()
	ctx, cancel := context.WithCancel(context.WithoutCancel(w.t.Context()))
	cmd := exec.CommandContext(ctx, name, args...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + w.t.TempDir()}, env...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 10 * time.Second
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	wait := sync.OnceFunc(func() { _ = cmd.Wait() }) // it was told to end
	w.t.Cleanup(func() {
		cancel()
		wait()
		if w.t.Failed() {
			w.t.Logf("%s:\n%s", filepath.Base(name), out.String())
		}
	})
	return func() {
		if err := cmd.Process.Kill(); err != nil {
			w.t.Error(err)
		}
		wait()
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// wait waits until done holds.
func (w *workspace) wait(what string, done func() bool) {
	w.t.Helper()
	deadline := time.Now().Add(20 * time.Second)
	for !done() {
		if time.Now().After(deadline) {
			w.t.Fatalf("waited in vain for %s", what)
		}
		time.Sleep(20 * time.Millisecond) //nolint:forbidigo // another process is asked
	}
}

// get asks local-slack, and returns what it says, "" for nothing.
func (w *workspace) get(path string, to any) string {
	w.t.Helper()
	response, err := http.Get(w.address + path)
	if err != nil {
		return ""
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	if to != nil {
		_ = json.Unmarshal(body, to) // what is missing will be missed
	}
	return string(body)
}

// control has local-slack do something.
func (w *workspace) control(what string, args map[string]any) {
	w.t.Helper()
	body, err := json.Marshal(args)
	if err != nil {
		w.t.Fatal(err)
	}
	response, err := http.Post(w.address+"/_control/"+what, "application/json", bytes.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		w.t.Fatalf("%s: %s", what, response.Status)
	}
}

func (w *workspace) say(channel, thread, text string) {
	w.t.Helper()
	args := map[string]any{"channel": channel, "user": workspaceUser, "text": text}
	if thread != "" {
		args["thread_ts"] = thread
	}
	w.control("message", args)
}

func (w *workspace) command(text string) {
	w.t.Helper()
	w.control("command", map[string]any{"channel": workspaceChannel, "user": workspaceUser, "command": "/ask", "text": text})
}

// press presses the first button that has the label, of a message in the channel.
func (w *workspace) press(m localMessage, label string) {
	w.t.Helper()
	for _, b := range m.Blocks {
		elements := b.Elements
		if b.Accessory != nil {
			elements = append(elements, *b.Accessory)
		}
		for _, e := range elements {
			var text struct{ Text string }
			if json.Unmarshal(e.Text, &text) == nil && text.Text == label {
				w.control("interact", map[string]any{"channel": workspaceChannel, "messageTs": m.TS, "user": workspaceUser, "action": map[string]any{
					"type": "button", "action_id": e.ActionID, "block_id": b.BlockID, "value": e.Value,
				}})
				return
			}
		}
	}
	w.t.Fatalf("there is no button %q under %s", label, m.shown())
}

// messages returns the messages in a channel.
func (w *workspace) messages(channel string) []localMessage {
	w.t.Helper()
	var all struct {
		Messages []localMessage `json:"messages"`
	}
	w.get("/_control/messages/"+channel, &all)
	return all.Messages
}

// next waits until a channel has n messages, and returns the last.
func (w *workspace) next(channel string, n int) localMessage {
	w.t.Helper()
	var all []localMessage
	w.wait(fmt.Sprintf("message %d in %s", n, channel), func() bool {
		all = w.messages(channel)
		return len(all) >= n
	})
	return all[n-1]
}

// direct returns the channel of the direct messages, once there is one.
func (w *workspace) direct() string {
	w.t.Helper()
	var id string
	w.wait("a direct message", func() bool {
		var state struct {
			Channels []struct {
				ID string `json:"id"`
				IM bool   `json:"is_im"`
			} `json:"channels"`
		}
		w.get("/_control/state", &state)
		for _, c := range state.Channels {
			if c.IM {
				id = c.ID
			}
		}
		return id != ""
	})
	return id
}
