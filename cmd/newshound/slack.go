package main

import (
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"newshound/bot"
	"newshound/bot/slack"
	"newshound/cmd/newshound/internal/service"
)

// slackPath is where Slack is to deliver all that it delivers over HTTP.
const slackPath = "/slack/events"

// slackKind says what there is to know of Slack before it is set up.
func slackKind() platformKind {
	return platformKind{
		name:     "slack",
		secrets:  "SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET with --http)",
		files:    []string{"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"},
		open:     slackPlatform,
		findings: slackFindings,
	}
}

// slackSettings are what the environment says of Slack.
type slackSettings struct {
	bot, app, signing bot.Secret
	command           string
	api               string        // the address of the Web API; "" for Slack's own
	ping              time.Duration // how long the socket may be silent; 0 for the usual time
}

// readSlackSettings reads the environment. It is not set where none of the secrets is.
func readSlackSettings(getenv func(string) string) (s slackSettings, set bool, err error) {
	for i, to := range []*bot.Secret{&s.bot, &s.app, &s.signing} {
		if *to, err = secret(getenv, slackKind().files[i]); err != nil {
			return s, true, err
		}
		set = set || to.IsSet()
	}
	if !set {
		return s, false, nil
	}
	if s.command, err = slackSlash(getenv("SLACK_COMMAND")); err != nil {
		return s, true, err
	}
	if s.api = getenv("SLACK_API_URL"); s.api != "" {
		u, err := url.Parse(s.api)
		if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			return s, true, fmt.Errorf("SLACK_API_URL is no address of a Web API, like https://slack.com/api/")
		}
		s.api = strings.TrimRight(s.api, "/") + "/"
	}
	if text := getenv("SLACK_PING_INTERVAL"); text != "" {
		if s.ping, err = time.ParseDuration(text); err != nil || s.ping <= 0 {
			return s, true, fmt.Errorf("SLACK_PING_INTERVAL: %q is no time, like 30s", text)
		}
	}
	return s, true, nil
}

// usable returns an error where the secrets that are set do not suffice.
func (s slackSettings) usable(withHTTP bool) error {
	switch {
	case !s.bot.IsSet():
		return fmt.Errorf("SLACK_BOT_TOKEN is not set")
	case s.app.IsSet():
		return nil
	case !s.signing.IsSet():
		return fmt.Errorf("SLACK_APP_TOKEN is not set, which Socket Mode needs; nor is SLACK_SIGNING_SECRET, for HTTP")
	case !withHTTP:
		return fmt.Errorf("with SLACK_SIGNING_SECRET Slack delivers over HTTP: give --http ADDR too, or set SLACK_APP_TOKEN for Socket Mode")
	}
	return nil
}

// slackPlatform connects Slack with what it needs: over Socket Mode where there is
// an app-level token, over HTTP where there is a signing secret and --http.
func slackPlatform(d platformDeps) (*service.Platform, error) {
	s, set, err := readSlackSettings(d.getenv)
	if err != nil || !set {
		return nil, err
	}
	if err := s.usable(d.http); err != nil {
		return nil, err
	}
	o := slack.Options{
		BotToken: s.bot, AppToken: s.app, SigningSecret: s.signing, Command: s.command, APIURL: s.api, PingInterval: s.ping,
		Handler: d.handler, Prompts: suggestedQuestions(d.asker), Log: d.log, Observer: d.observer,
	}
	if d.state != "" {
		o.Journal = filepath.Join(d.state, "slack.journal")
	}
	a, err := slack.Open(o)
	if err != nil {
		return nil, err
	}
	p := &service.Platform{Name: "slack", Run: a.Run, Ready: a.Ready}
	if d.http && s.signing.IsSet() {
		p.Routes = map[string]http.Handler{"POST " + slackPath: a}
	}
	return p, nil
}
