//go:build unix

package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"newshound/bot/bottest"
	"newshound/bot/slack/slacktest"
)

// process is the command serve in a process of its own, connected to a fake Slack.
type process struct {
	*exec.Cmd
	t       *testing.T
	log     *bottest.Log
	address string        // of its HTTP server
	ended   chan struct{} // closed when it has ended
	err     error         // how, once ended is closed
}

// listening matches the line of the log that tells the address.
var listening = regexp.MustCompile(`"msg":"listening".*"address":"([^"]+)"`)

// startServe starts serve, connected over a socket, and waits until it is ready.
func startServe(t *testing.T, slack *slacktest.Server, state string, env ...string) *process {
	t.Helper()
	p := launch(t, slack, state, append(slackEnv(slack), env...)...)
	slack.WaitConnected()
	return p
}

// launch starts serve without its page, with an environment, and waits until it is
// ready.
func launch(t *testing.T, slack *slacktest.Server, state string, env ...string) *process {
	t.Helper()
	p := launchArgs(t, listening, env, "--http", "127.0.0.1:0", "--page", "", "--state", state, "--log", "json")
	slack.Wait("readiness", func() bool { return p.get("/readyz") == "ready\n" })
	return p
}

// launchArgs starts serve with an environment and flags, and waits until it logs an
// address.
func launchArgs(t *testing.T, at *regexp.Regexp, env []string, args ...string) *process {
	t.Helper()
	path, err := exec.LookPath("newshound")
	if err != nil {
		t.Fatal(err)
	}
	p := &process{t: t, log: &bottest.Log{}, ended: make(chan struct{})}
	p.Cmd = exec.CommandContext(t.Context(), path, append([]string{"serve"}, args...)...)
	p.Env = append([]string{"PATH=" + os.Getenv("PATH"), "GORACE=atexit_sleep_ms=0"}, env...)
	out, err := p.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	address := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			fmt.Fprintln(p.log, lines.Text())
			if m := at.FindStringSubmatch(lines.Text()); m != nil {
				address <- m[1]
			}
		}
		p.err = p.Cmd.Wait()
		close(p.ended)
	}()
	t.Cleanup(func() {
		_ = p.Process.Kill() // it may have ended
		_ = p.wait()         // it was killed
		if t.Failed() {
			t.Log(p.log.String())
		}
	})
	select {
	case p.address = <-address:
	case <-p.ended:
		t.Fatalf("serve ended: %v\n%s", p.err, p.log.String())
	case <-time.After(patience):
		t.Fatalf("serve does not listen after %v\n%s", patience, p.log.String())
	}
	return p
}

// get returns what is at a path, "" if there is no answer.
func (p *process) get(path string) string {
	r, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, "http://"+p.address+path, http.NoBody)
	if err != nil {
		p.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return ""
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return ""
	}
	return string(body)
}

// end sends the process a signal, and returns how it ended.
func (p *process) end(signal syscall.Signal) error {
	if err := p.Process.Signal(signal); err != nil {
		p.t.Error(err)
	}
	return p.wait()
}

// wait waits until the process has ended, and returns how. One that does not end
// says where it stands.
func (p *process) wait() error {
	select {
	case <-p.ended:
		return p.err
	case <-time.After(patience):
		_ = p.Process.Signal(syscall.SIGQUIT) // it may have ended
		<-time.After(time.Second)
		return fmt.Errorf("it did not end in %v\n%s", patience, p.log.String())
	}
}

// mention sends so many mentions, each in a channel of its own, and waits until
// they are acknowledged.
func mention(slack *slacktest.Server, from, to int) {
	var sent []*slacktest.Envelope
	for i := from; i < to; i++ {
		question := fmt.Sprintf("<@%s> Did Russian hackers attack Senator McCaskill?", slacktest.Bot)
		sent = append(sent, slack.Send("events_api", slack.Mention(fmt.Sprintf("C%d", i), "", fmt.Sprintf("U%d", i), question)))
	}
	for _, e := range sent {
		slack.WaitAcked(e)
	}
}

// answered returns how many answers there are in each channel.
func answered(slack *slacktest.Server) map[string]int {
	posts := make(map[string]int)
	for _, m := range slack.Messages() {
		if strings.Contains(m.Shown(), "McCaskill") {
			posts[m.Channel]++
		}
	}
	return posts
}
