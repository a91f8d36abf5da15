package slack

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"newshound/bot"
)

const (
	// maxBody is the size in bytes of the largest request.
	maxBody = 1 << 20
	// maxAge is how far the time of a request may be from ours
	// (https://docs.slack.dev/authentication/verifying-requests-from-slack).
	maxAge = 5 * time.Minute
)

// The headers of a request from Slack.
const (
	timestampHeader = "X-Slack-Request-Timestamp"
	signatureHeader = "X-Slack-Signature"
)

// ServeHTTP takes on events, slash commands and interactions, all at any address,
// since Slack's settings have room for one or three. It answers at once: 200 for
// what was taken on, 401 for what is not signed by Slack, 413 for what is too large,
// and 503 for what could not be taken on and should come again.
func (b *Bot) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		b.refuse(w, http.StatusRequestEntityTooLarge)
		return
	case err != nil:
		b.refuse(w, http.StatusBadRequest)
		return
	}
	if err := verify(b.options.SigningSecret, r.Header, body, time.Now()); err != nil {
		b.log.Warn("a request was refused", "err", err)
		b.refuse(w, http.StatusUnauthorized)
		return
	}
	kind, payload, err := open(r.Header.Get("Content-Type"), body)
	if err != nil {
		b.refuse(w, http.StatusBadRequest)
		return
	}
	var challenge struct{ Type, Challenge string }
	if kind == eventsAPI && json.Unmarshal(payload, &challenge) == nil && challenge.Type == "url_verification" {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, challenge.Challenge) // who has gone will ask again
		return
	}
	reply, ok := b.accept(kind, payload)
	switch {
	case !ok:
		w.WriteHeader(http.StatusServiceUnavailable)
	case reply == nil:
		w.WriteHeader(http.StatusOK)
	default:
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(reply) // who has gone needs no reply
	}
}

func (b *Bot) refuse(w http.ResponseWriter, status int) {
	b.options.Observer.Count(bot.EventRefused)
	http.Error(w, http.StatusText(status), status)
}

// errSignature says that a request is not from Slack. It never holds the signature
// that would have been right.
var errSignature = errors.New("the request is not signed by Slack")

// verify checks a request's signature and age.
func verify(secret bot.Secret, h http.Header, body []byte, now time.Time) error {
	stamp := h.Get(timestampHeader)
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil || !secret.IsSet() {
		return errSignature
	}
	if age := now.Sub(time.Unix(seconds, 0)); age > maxAge || age < -maxAge {
		return errSignature
	}
	digits, versioned := strings.CutPrefix(h.Get(signatureHeader), "v0=")
	signature, err := hex.DecodeString(digits)
	if err != nil || !versioned {
		return errSignature
	}
	mac := hmac.New(sha256.New, []byte(secret.Reveal()))
	for _, part := range [...][]byte{[]byte("v0:"), []byte(stamp), []byte(":"), body} {
		mac.Write(part)
	}
	if !hmac.Equal(mac.Sum(nil), signature) {
		return errSignature
	}
	return nil
}

// open returns what is in a request in the form that it has in Socket Mode: events
// come as JSON, interactions as JSON in a form, commands as a form.
func open(contentType string, body []byte) (kind string, payload []byte, err error) {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return "", nil, errPayload
	}
	if media != "application/x-www-form-urlencoded" {
		return eventsAPI, bytes.TrimSpace(body), nil
	}
	form, err := url.ParseQuery(string(body))
	switch {
	case err != nil:
		return "", nil, errPayload
	case form.Has("payload"):
		return interactive, []byte(form.Get("payload")), nil
	case form.Has("ssl_check"): // Slack looks whether we are there
		return "", nil, nil
	}
	fields := make(map[string]string, len(form))
	for name := range form {
		fields[name] = form.Get(name)
	}
	payload, err = json.Marshal(fields)
	return slashCommands, payload, err
}
