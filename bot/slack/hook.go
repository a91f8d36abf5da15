package slack

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"

	api "github.com/slack-go/slack"

	"newshound/bot/internal/jsonapi"
)

// respond posts to a response URL
// (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses).
// One without https that is not on the host of the Web API is refused.
func (a *Adapter) respond(ctx context.Context, w way, p post) error {
	hook, err := url.Parse(w.hook)
	if base, _ := url.Parse(a.options.APIURL); err != nil || base == nil || hook.Scheme != "https" && hook.Host != base.Host {
		return api.SlackErrorResponse{Err: "foreign_response_url"}
	}
	no := false
	m := struct {
		*api.WebhookMessage
		Formats bool `json:"mrkdwn"` // in its text
	}{WebhookMessage: &api.WebhookMessage{Text: p.text, ThreadTimestamp: w.thread, ResponseType: "in_channel", UnfurlLinks: &no, UnfurlMedia: &no}}
	if w.user != "" {
		m.ResponseType = "ephemeral"
	}
	if p.blocks != nil {
		m.Blocks = &api.Blocks{BlockSet: p.blocks}
	}
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, w.hook, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := a.http.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	return hookAnswer(response)
}

// maxHookAnswer is the size in bytes of the largest answer of a response URL that is read.
const maxHookAnswer = 64 << 10

// errNotSlack is returned for a web page or broken JSON in place of an answer.
var errNotSlack = errors.New("an answer that is not Slack's")

// hookAnswer returns the error in a response URL's answer. An answer with the status 200 may be an
// error, too, which slack-go does not notice.
func hookAnswer(r *http.Response) error {
	if r.StatusCode == http.StatusTooManyRequests {
		return &api.RateLimitedError{RetryAfter: jsonapi.RetryAfter(r.Header.Get("Retry-After"))}
	}
	text, err := io.ReadAll(io.LimitReader(r.Body, maxHookAnswer))
	text = bytes.TrimSpace(text)
	name := notOK(text)
	whole := err == nil // else the status says it
	switch {
	case name != "" && r.StatusCode < http.StatusInternalServerError:
		return api.SlackErrorResponse{Err: name}
	case r.StatusCode != http.StatusOK:
		return api.StatusCodeError{Code: r.StatusCode, Status: r.Status}
	case whole && (bytes.HasPrefix(text, []byte("<")) || bytes.HasPrefix(text, []byte("{")) && !json.Valid(text)):
		return errNotSlack
	}
	return nil
}
