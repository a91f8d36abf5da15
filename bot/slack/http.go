package slack

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strconv"

	"github.com/slack-go/slack/socketmode"

	"newshound/bot"
	"newshound/bot/internal/signed"
	"newshound/bot/internal/tree"
)

// signature describes how Slack signs with a secret. With an unset secret no signature is
// valid (https://docs.slack.dev/authentication/verifying-requests-from-slack).
func signature(secret bot.Secret) signed.Form {
	return signed.Form{Stamp: "X-Slack-Request-Timestamp", Signature: "X-Slack-Signature", Prefix: "v0=", Valid: func(stamp string, body, signature []byte) bool {
		mac := hmac.New(sha256.New, []byte(secret.Reveal()))
		_, _ = fmt.Fprintf(mac, "v0:%s:%s", stamp, body) // a hash takes whatever comes
		return secret.IsSet() && hmac.Equal(mac.Sum(nil), signature)
	}}
}

// ServeHTTP accepts events, slash commands and interactions, all at any path, so that
// Slack's settings may name one address or three. It answers at once: 200 if accepted, 401
// if not signed by Slack, 413 if too large, and 503 if it could not be accepted and should
// come again.
func (a *Adapter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	form := signature(a.options.SigningSecret)
	form.Stale = signed.Warn(a.log)
	status := form.Serve(w, r, func(body []byte) (any, int) {
		kind, payload, err := open(r.Header.Get("Content-Type"), body)
		if err != nil {
			return nil, http.StatusBadRequest
		}
		p := tree.Parse(payload)
		if kind == socketmode.RequestTypeEventsAPI && p.Text("type") == "url_verification" {
			return p.Text("challenge"), http.StatusOK
		}
		retry, _ := strconv.Atoi(r.Header.Get("X-Slack-Retry-Num")) // without one it is the first time
		reply, ok := a.accept(kind, payload, retry)
		if !ok {
			return nil, http.StatusServiceUnavailable
		}
		return reply, http.StatusOK
	})
	if status != http.StatusOK && status != http.StatusServiceUnavailable {
		a.options.Observer.Count(bot.EventRefused)
		a.log.Warn("a request was refused", "status", status)
	}
}

// open returns the content of a request in the form that it has in Socket Mode. By HTTP,
// events come as JSON, interactions as JSON in a form, and commands as a form.
func open(contentType string, body []byte) (kind string, payload []byte, err error) {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return "", nil, errPayload
	}
	if media != "application/x-www-form-urlencoded" {
		return socketmode.RequestTypeEventsAPI, bytes.TrimSpace(body), nil
	}
	form, err := url.ParseQuery(string(body))
	switch {
	case err != nil:
		return "", nil, errPayload
	case form.Has("payload"):
		return socketmode.RequestTypeInteractive, []byte(form.Get("payload")), nil
	}
	payload, err = json.Marshal(form)
	return socketmode.RequestTypeSlashCommands, payload, err
}
