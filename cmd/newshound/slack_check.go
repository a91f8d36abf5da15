package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"newshound/bot"
)

// Where in Slack's settings things are mended.
const (
	slackApps = "Open https://api.slack.com/apps, choose the app, "
	slackAPI  = "https://slack.com/api/"
)

// slackFindings looks whether Slack can be reached, and whether the tokens are good
// and allow what is needed. It posts nothing. It is nil where no secret is set.
func slackFindings(ctx context.Context, d platformDeps) []bot.Finding {
	s, set, err := readSlackSettings(d.getenv)
	if !set {
		return nil
	}
	if err != nil {
		return []bot.Finding{{What: "The settings cannot be read.", Fix: err.Error() + "."}}
	}
	if s.api == "" {
		s.api = slackAPI
	}
	var found []bot.Finding
	if s.bot.IsSet() {
		found = append(found, s.checkBot(ctx)...)
	}
	if s.app.IsSet() {
		found = append(found, s.checkApp(ctx))
	}
	if s.signing.IsSet() {
		found = append(found, s.checkSigning())
	}
	if err := s.usable(d.http); err != nil {
		found = append(found, bot.Finding{What: err.Error() + ".", Fix: "newshound slack manifest prints an app's manifest, and the README says where its tokens are."})
	}
	return slices.Compact(found) // both tokens find it when Slack is away
}

// checkBot looks whether the bot's token is good, and what it allows.
func (s slackSettings) checkBot(ctx context.Context) []bot.Finding {
	answer, header, err := s.call(ctx, "auth.test", s.bot)
	switch {
	case err != nil:
		return []bot.Finding{slackUnreachable(s.api)}
	case answer.Error == "not_allowed_token_type":
		return []bot.Finding{{
			What: "SLACK_BOT_TOKEN holds a token of another kind.",
			Fix:  "The right one begins with xoxb-. " + slackApps + "“OAuth & Permissions”, and copy the “Bot User OAuth Token”.",
		}}
	case !answer.OK:
		return []bot.Finding{{
			What: "Slack refuses the bot token: " + plainError(answer.Error) + ".",
			Fix:  slackApps + "“Install App”, install it, and copy the “Bot User OAuth Token” into SLACK_BOT_TOKEN.",
		}}
	}
	found := []bot.Finding{{OK: true, What: fmt.Sprintf("The bot token is valid: %s in the workspace %s.", answer.User, answer.Team)}}
	scopes := header.Get("X-OAuth-Scopes")
	if scopes == "" {
		return append(found, bot.Finding{OK: true, What: "Slack does not say what the bot token allows."})
	}
	granted := strings.FieldsFunc(scopes, func(r rune) bool { return r == ',' || r == ' ' })
	var missing []string
	for _, scope := range slackScopes() {
		if !slices.Contains(granted, scope.name) {
			missing = append(missing, fmt.Sprintf("%s (%s)", scope.name, scope.use))
		}
	}
	if len(missing) > 0 {
		return append(found, bot.Finding{
			What: "The bot lacks scopes: " + strings.Join(missing, ", ") + ".",
			Fix:  slackApps + "“OAuth & Permissions”, add them under “Bot Token Scopes”, and press “Reinstall to Workspace”.",
		})
	}
	return append(found, bot.Finding{OK: true, What: "The bot token allows all that is needed."})
}

// checkApp looks whether a connection of Socket Mode can be had. It opens none.
func (s slackSettings) checkApp(ctx context.Context) bot.Finding {
	answer, _, err := s.call(ctx, "apps.connections.open", s.app)
	switch {
	case err != nil:
		return slackUnreachable(s.api)
	case answer.OK:
		return bot.Finding{OK: true, What: "The app-level token is valid, and Socket Mode is on."}
	case answer.Error == "not_allowed_token_type", answer.Error == "missing_scope":
		return bot.Finding{
			What: "SLACK_APP_TOKEN does not allow Socket Mode.",
			Fix: "The right one begins with xapp-, and has the scope connections:write. " + slackApps +
				"“Basic Information”, “App-Level Tokens”, “Generate Token and Scopes”.",
		}
	case strings.Contains(answer.Error, "socket_mode"):
		return bot.Finding{What: "Socket Mode is off.", Fix: slackApps + "“Socket Mode”, and turn it on; or unset SLACK_APP_TOKEN, and serve with --http."}
	}
	return bot.Finding{
		What: "Slack refuses the app-level token: " + plainError(answer.Error) + ".",
		Fix:  slackApps + "“Basic Information”, “App-Level Tokens”, and copy one into SLACK_APP_TOKEN.",
	}
}

// checkSigning looks whether the signing secret may be one: it cannot be tried.
func (s slackSettings) checkSigning() bot.Finding {
	const digits = 32 // in every app's settings so far
	if text := s.signing.Reveal(); len(text) != digits || strings.Trim(text, "0123456789abcdef") != "" {
		return bot.Finding{
			What: "SLACK_SIGNING_SECRET does not look like one.",
			Fix:  "The right one has 32 digits and letters from a to f. " + slackApps + "“Basic Information”, “App Credentials”, “Signing Secret”.",
		}
	}
	return bot.Finding{OK: true, What: "The signing secret has the right form; whether it is the right one shows with the first request."}
}

func slackUnreachable(api string) bot.Finding {
	return bot.Finding{What: "Slack cannot be reached at " + api + ".", Fix: "Look whether this machine can open that address, and whether HTTPS_PROXY must be set."}
}

// slackAnswer is what is of interest in an answer of the Web API.
type slackAnswer struct {
	OK    bool   `json:"ok"`
	Error string `json:"error"`
	Team  string `json:"team"`
	User  string `json:"user"`
}

// call calls a method of the Web API that needs no arguments. The error says that
// Slack did not answer as it should.
func (s slackSettings) call(ctx context.Context, method string, token bot.Secret) (answer slackAnswer, header http.Header, err error) {
	const (
		patience  = 10 * time.Second
		maxAnswer = 1 << 20
	)
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.api+method, http.NoBody)
	if err != nil {
		return answer, nil, err
	}
	r.Header.Set("Authorization", "Bearer "+token.Reveal())
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := http.DefaultTransport.RoundTrip(r) // which follows no redirect with the token
	if err != nil {
		return answer, nil, err
	}
	defer func() { _ = response.Body.Close() }() // it was read
	err = json.NewDecoder(io.LimitReader(response.Body, maxAnswer)).Decode(&answer)
	return answer, response.Header, err
}

// plainError returns an error of the Web API as words: "invalid auth".
func plainError(name string) string {
	const longest = 60
	name = strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return -1
		}
		return r
	}, name), "")
	return strings.ReplaceAll(name[:min(longest, len(name))], "_", " ")
}
