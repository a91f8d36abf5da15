//go:build unix

package main

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"newshound/bot/discord/discordtest"
	"newshound/bot/slack/slacktest"
)

// The process is killed while Discord takes its first response, started again, killed
// right after the answer, and started once more: there is one answer.
func TestDiscordKilled(t *testing.T) {
	server := discordtest.New(t)
	env := []string{"DISCORD_API_URL=" + server.Listen(), "DISCORD_TOKEN=" + discordtest.Token}
	state := t.TempDir()
	patience := slacktest.New(t) // launch waits with it
	responding := make(chan struct{})
	server.OnRequest(func(r *discordtest.Request) *discordtest.Response {
		if strings.HasSuffix(r.Path, "/callback") && r.Count == 1 {
			close(responding)
			return &discordtest.Response{Delay: time.Minute, Proper: true} // ends when the process does
		}
		return nil
	})
	first := launch(t, patience, state, env...)
	channel := server.NewChannel()
	id := server.Slash(discordtest.Act{Person: "1", Channel: channel}, "ask",
		discordtest.Option{Name: "question", Value: "Did Russian hackers attack Senator McCaskill?"})
	<-responding
	if err := first.end(syscall.SIGKILL); err == nil {
		t.Error("it was not killed")
	}
	server.Wait("the first response", func() bool { return server.Interaction(id).Response == 5 })

	server.Expect("identify rate") // a process that is started anew cannot know of the one before
	second := launch(t, patience, state, env...)
	server.WaitFor(30*time.Second, "an answer", func() bool { return server.Interaction(id).Answered == 1 })
	_ = second.end(syscall.SIGKILL)

	third := launch(t, patience, state, env...)
	server.Redeliver(id)
	again := server.Slash(discordtest.Act{Person: "1", Channel: channel}, "cite")
	server.WaitFor(30*time.Second, "another answer", func() bool { return server.Interaction(again).Answered == 1 })
	if text := server.Interaction(again).Original.Text(); !strings.Contains(text, "**Outlet** The Hill") {
		t.Errorf("the conversation is forgotten: %s", text)
	}
	if i := server.Interaction(id); i.Answered != 1 || len(server.Messages(channel)) != 2 {
		t.Errorf("%d answers, %d messages", i.Answered, len(server.Messages(channel)))
	}
	if err := third.end(syscall.SIGTERM); err != nil {
		t.Errorf("told to end: %v", err)
	}
}

// Behind a proxy, REST and the gateway are reached by way of it, and the log does not tell its
// password.
func TestDiscordBehindProxy(t *testing.T) {
	server := discordtest.New(t)
	api, file, proxy := server.ListenProxied()
	patience := slacktest.New(t) // launch waits with it
	p := launch(t, patience, t.TempDir(), "DISCORD_API_URL="+api, "DISCORD_TOKEN="+discordtest.Token, "HTTPS_PROXY="+proxy, "SSL_CERT_FILE="+file)
	id := server.Slash(discordtest.Act{Person: "1", Channel: server.NewChannel()}, "ask",
		discordtest.Option{Name: "question", Value: "Did Russian hackers attack Senator McCaskill?"})
	server.WaitFor(30*time.Second, "an answer", func() bool { return server.Interaction(id).Answered == 1 })
	if err := p.end(syscall.SIGTERM); err != nil {
		t.Errorf("told to end: %v", err)
	}
	if strings.Contains(p.log.String(), "p@ss") || strings.Contains(p.log.String(), "p%40ss") {
		t.Errorf("the log has the proxy's password: %s", p.log)
	}
}
