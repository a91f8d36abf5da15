//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"newshound/answer/index"
	"newshound/bot/slack/slacktest"
	"newshound/cmd/newshound/internal/service"
	"newshound/corpus"
)

// TestServeProcess tells serve to stop while it has much to do: it answers all
// that it has acknowledged, each once, and ends well. Nothing of a question, a
// person or a secret is in its log or its metrics.
func TestServeProcess(t *testing.T) {
	const mentions = 60
	slack := slacktest.New(t)
	p := startServe(t, slack, t.TempDir())
	if got := p.get("/healthz"); got != "alive\n" {
		t.Errorf("health: %q", got)
	}
	mention(slack, 0, mentions)
	metrics := p.get("/metrics")
	if err := p.end(syscall.SIGTERM); err != nil {
		t.Errorf("serve ended with %v", err)
	}
	for i := range mentions {
		if n := answered(slack)[fmt.Sprintf("C%d", i)]; n != 1 {
			t.Errorf("mention %d has %d answers", i, n)
		}
	}
	if want := fmt.Sprintf("newshound_events_total{platform=\"slack\",event=\"accepted\"} %d\n", mentions); !strings.Contains(metrics, want) {
		t.Errorf("the metrics have no %q:\n%s", want, metrics)
	}
	for _, line := range strings.Split(strings.TrimSpace(p.log.String()), "\n") {
		if !json.Valid([]byte(line)) {
			t.Errorf("the log has the line %q", line)
		}
	}
	for _, private := range []string{slacktest.BotToken, slacktest.AppToken, "McCaskill", "U17", "xoxb", "xapp"} {
		if strings.Contains(p.log.String()+metrics, private) {
			t.Errorf("%q is in the log or the metrics", private)
		}
	}
}

// TestServeKilled kills serve while it has much to do, and starts it again: what it
// had acknowledged is answered, and nothing twice. Lost is at most what was between
// the journal's mark that a post begins and the post.
func TestServeKilled(t *testing.T) {
	const mentions = 60
	slack := slacktest.New(t)
	state := t.TempDir()
	p := startServe(t, slack, state)
	mention(slack, 0, mentions)
	if err := p.end(syscall.SIGKILL); err == nil {
		t.Error("serve ended well")
	}
	before := len(answered(slack))
	again := startServe(t, slack, state)
	mention(slack, mentions, mentions+1) // after which all before it is in hand
	left := 0                            // in the journal, of which no post had begun
	if m := leftBefore.FindStringSubmatch(again.log.String()); m != nil {
		left, _ = strconv.Atoi(m[1]) // it is digits
	}
	slack.Wait("answers to what was left", func() bool { return len(answered(slack)) > before+left })
	if err := again.end(syscall.SIGTERM); err != nil {
		t.Errorf("serve ended with %v", err)
	}
	posts := answered(slack)
	lost := mentions + 1 - len(posts)
	t.Logf("%d answered before it was killed, %d after it, %d lost", before, len(posts)-before, lost)
	for channel, n := range posts {
		if n > 1 {
			t.Errorf("%d answers in %s", n, channel)
		}
	}
}

// waiting matches the line of the log in which serve waits for another's end.
var waiting = regexp.MustCompile(`"msg":"another newshound works with this state.*"err":"([^"]+)"`)

// TestRollingUpdate starts serve where another works with the same state, as a rolling update
// does: it goes on when that has ended, and repeats nothing.
func TestRollingUpdate(t *testing.T) {
	slack := slacktest.New(t)
	state := t.TempDir()
	first := startServe(t, slack, state)
	question := slack.Mention("C0", "", "U0", "<@"+slacktest.Bot+"> Did Russian hackers attack Senator McCaskill?")
	slack.WaitAcked(slack.Send("events_api", question))
	second := launchArgs(t, waiting, slackEnv(slack), "--page", "", "--state", state, "--log", "json")
	slack.WaitMessages(1)
	if err := first.end(syscall.SIGTERM); err != nil {
		t.Errorf("serve ended with %v", err)
	}
	slack.WaitConnected()
	slack.WaitAcked(slack.Send("events_api", question))
	mention(slack, 1, 2)
	slack.WaitMessages(2)
	third := launchArgs(t, waiting, slackEnv(slack), "--page", "", "--state", state, "--log", "json")
	if err := third.end(syscall.SIGTERM); err == nil { // while it waits
		t.Error("what never began ended well")
	}
	if err := second.end(syscall.SIGTERM); err != nil {
		t.Errorf("serve ended with %v", err)
	}
	if posts := answered(slack); posts["C0"] != 1 || posts["C1"] != 1 {
		t.Errorf("answers in each channel: %v", posts)
	}
}

// leftBefore matches the line of the log that tells how much was left.
var leftBefore = regexp.MustCompile(`"msg":"events are left from before.*"events":(\d+)`)

// TestServeOverHTTP has Slack deliver over HTTP, good requests and bad ones.
func TestServeOverHTTP(t *testing.T) {
	slack := slacktest.New(t)
	p := launch(t, slack, t.TempDir(), "SLACK_API_URL="+slack.APIURL(), "SLACK_BOT_TOKEN="+slacktest.BotToken, "SLACK_SIGNING_SECRET="+slacktest.SigningSecret)
	deliver := func(change func(*http.Request)) int {
		r := slack.Request("http://"+p.address+slackPath, slack.Mention("C1", "", "U1", "Did Russian hackers attack Senator McCaskill?"))
		change(r)
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		return answer.StatusCode
	}
	for _, c := range []struct {
		name   string
		change func(*http.Request)
		status int
	}{
		{"a good one", func(*http.Request) {}, http.StatusOK},
		{"unsigned", func(r *http.Request) { r.Header.Del("X-Slack-Signature") }, http.StatusUnauthorized},
		{"signed by another", func(r *http.Request) { r.Header.Set("X-Slack-Signature", "v0="+strings.Repeat("ab", 32)) }, http.StatusUnauthorized},
		{"too large", func(r *http.Request) {
			r.Body, r.ContentLength = io.NopCloser(strings.NewReader(strings.Repeat("x", service.MaxBody+1))), service.MaxBody+1
		}, http.StatusRequestEntityTooLarge},
		{"by another method", func(r *http.Request) { r.Method = http.MethodPut }, http.StatusMethodNotAllowed},
	} {
		if got := deliver(c.change); got != c.status {
			t.Errorf("%s: %d, want %d", c.name, got, c.status)
		}
	}
	if err := p.end(syscall.SIGTERM); err != nil {
		t.Errorf("serve ended with %v", err)
	}
	if posts := answered(slack); len(posts) != 1 || posts["C1"] != 1 {
		t.Errorf("answered: %v", posts)
	}
}

// TestServeStopsOnABadToken checks that a token that is refused ends serve, with a
// word on what to do, and without the token.
func TestServeStopsOnABadToken(t *testing.T) {
	slack := slacktest.New(t)
	slack.Expect("token")
	path, err := exec.LookPath("newshound")
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range [][]string{{"serve", "--page", ""}, {"check"}} {
		cmd := exec.CommandContext(t.Context(), path, verb...)
		cmd.Env = append(slackEnv(slack), "SLACK_BOT_TOKEN=xoxb-hunter2", "GORACE=atexit_sleep_ms=0")
		out, err := cmd.CombinedOutput()
		if err == nil || cmd.ProcessState.ExitCode() != exitError {
			t.Errorf("%s ended with %v", verb, err)
		}
		if text := string(out); strings.Contains(text, "hunter2") || !strings.Contains(text, "token") {
			t.Errorf("%s says %s", verb, text)
		}
	}
}

// TestCheckProcess checks that check finds nothing wrong where nothing is.
func TestCheckProcess(t *testing.T) {
	slack := slacktest.New(t)
	path, err := exec.LookPath("newshound")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), path, "check", "--state", filepath.Join(t.TempDir(), "state"))
	cmd.Env = append(slackEnv(slack), "GORACE=atexit_sleep_ms=0")
	out, err := cmd.CombinedOutput()
	if text := string(out); err != nil || strings.Contains(text, "problem") || strings.Count(text, "\n  ok ") < 4 {
		t.Errorf("check: %v\n%s", err, text)
	}
}

// TestServeIndexReplaced replaces the index that serve answers from by a larger
// one, by one that is damaged, and by none, and writes over it: it answers from the last good one.
func TestServeIndexReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.index")
	place := func(texts ...string) {
		var articles []*corpus.Article
		for i, text := range texts {
			articles = append(articles, corpus.NewArticle(corpus.Meta{ID: strconv.Itoa(i)}, text))
		}
		if err := index.Build(t.Context(), path+".new", slices.Values(articles), index.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path+".new", path); err != nil {
			t.Fatal(err)
		}
	}
	place("The bridge was built in 1911.\n")
	slack := slacktest.New(t)
	p := startServe(t, slack, t.TempDir(), "NEWSHOUND_CORPUS="+path)
	asked := 0
	answers := func(question string) string {
		channel := fmt.Sprintf("C%d", asked)
		asked++
		slack.WaitAcked(slack.Send("events_api", slack.Mention(channel, "", "U1", fmt.Sprintf("<@%s> %s", slacktest.Bot, question))))
		for _, m := range slack.WaitMessages(asked) {
			if m.Channel == channel {
				return m.Shown()
			}
		}
		return ""
	}
	hangUp := func() {
		if err := p.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
	}
	reloaded := func(result string, n int) {
		slack.Wait("a corpus that is "+result, func() bool {
			_, rest, _ := strings.Cut(p.get("/metrics"), fmt.Sprintf("newshound_reloads_total{result=%q} ", result))
			number, _, _ := strings.Cut(rest, "\n")
			times, err := strconv.Atoi(number)
			return err == nil && times >= n
		})
	}
	if got := answers("When was the bridge built?"); !strings.Contains(got, "1911") {
		t.Errorf("got %q", got)
	}
	texts := []string{"The bridge was built in 1911.\n", "The tunnel was dug in 1950.\n"}
	for i := range 500 { // so that opening the file does not read all of it
		texts = append(texts, fmt.Sprintf("Road %d was paved.\n", i))
	}
	place(texts...)
	reloaded("opened", 1)
	if got := answers("When was the tunnel dug?"); !strings.Contains(got, "1950") {
		t.Errorf("after it was replaced: %q", got)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	worn := bytes.Replace(good, []byte("dug in 1950"), []byte("dug in 1951"), 1) // it opens
	for i, bad := range [][]byte{[]byte("no index"), worn} {
		if err := os.WriteFile(path+".new", bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path+".new", path); err != nil {
			t.Fatal(err)
		}
		hangUp()
		reloaded("failed", i+1)
		if got := answers("When was the tunnel dug?"); !strings.Contains(got, "1950") {
			t.Errorf("damaged as in %d: %q", i, got)
		}
	}
	place(texts...)
	reloaded("opened", 2)
	if err := os.WriteFile(path, []byte("no index"), 0o600); err != nil { // in its own place
		t.Fatal(err)
	}
	hangUp()
	reloaded("failed", 3)
	if got := answers("When was the tunnel dug?"); !strings.Contains(got, "1950") {
		t.Errorf("written over: %q", got)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	hangUp()
	reloaded("failed", 4)
	if got := answers("When was the tunnel dug?"); !strings.Contains(got, "1950") {
		t.Errorf("after it was removed: %q", got)
	}
	if err := p.end(syscall.SIGTERM); err != nil {
		t.Errorf("serve ended with %v", err)
	}
}
