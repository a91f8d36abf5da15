package slack

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/websocket"
	api "github.com/slack-go/slack"

	"newshound/bot/internal/frames"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/plain"
	"newshound/bot/internal/tree"
)

// unnamed stands for the error of an answer that is not ok and names no error. The message is then
// tried in short, and then elsewhere.
const unnamed = "unnamed"

// maxAnswer is the size in bytes of the largest answer that is read.
const maxAnswer = 4 << 20

// caller makes slack-go's calls, and adds an error to an answer that is not ok and names none, which
// slack-go would take for a success.
type caller struct{ *http.Client }

// Do makes a request.
func (c caller) Do(r *http.Request) (*http.Response, error) {
	response, err := c.Client.Do(r)
	if err != nil || response.StatusCode != http.StatusOK {
		return response, err
	}
	text, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	_ = response.Body.Close()
	if err != nil {
		return nil, err
	}
	if notOK(text) == unnamed {
		text = []byte(`{"ok":false,"error":"` + unnamed + `"}`)
	}
	response.Body = io.NopCloser(bytes.NewReader(text))
	return response, nil
}

// notOK returns the error of an answer that says that it is not ok, and "" for any other.
func notOK(text []byte) string {
	answer := tree.Parse(text)
	if answer.Text("ok") != "false" {
		return ""
	}
	return cmp.Or(strings.TrimSpace(answer.Text("error")), unnamed)
}

// failure describes a failed call.
type failure struct {
	// why is for the log: without addresses, which may be secret, and without anything that
	// was sent or received.
	why     string
	name    string        // the Web API's error, "" for none
	refused bool          // Slack has said that it did not do it
	later   bool          // it was not done, and a later call may succeed
	content bool          // it was refused for its content
	cut     bool          // it was sent and the answer did not arrive whole: as a rule it was done
	wait    time.Duration // how long Slack asks to wait, 0 if it does not
}

// undone reports whether the call certainly had no effect.
func (f failure) undone() bool { return f.refused || f.later }

// notTakes are the errors of the Web API that are about a message's content
// (https://docs.slack.dev/reference/methods/chat.postMessage#errors).
var notTakes = map[string]bool{
	"invalid_blocks": true, "invalid_blocks_format": true, "msg_blocks_too_long": true, "msg_too_long": true,
	"invalid_arguments": true, "no_text": true, unnamed: true,
}

// examine describes the error of a call.
func examine(err error) failure {
	var (
		network *net.OpError
		limited *api.RateLimitedError
		status  api.StatusCodeError
		named   api.SlackErrorResponse
		number  *strconv.NumError
	)
	switch {
	case errors.As(err, &limited):
		return failure{why: "too many requests", later: true, wait: limited.RetryAfter}
	case errors.As(err, &status):
		later := status.Code == http.StatusServiceUnavailable || status.Code == http.StatusTooManyRequests
		refused := !later && (status.Code/100 == 4 || status.Code/100 == 3) // a redirect, which is not followed
		content := status.Code == http.StatusBadRequest || status.Code == http.StatusRequestEntityTooLarge
		return failure{why: http.StatusText(status.Code), later: later, refused: refused, content: content}
	case errors.As(err, &named):
		f := failure{why: plain.Clip(plain.OneLine(named.Err), maxLabel), name: named.Err, content: notTakes[named.Err]}
		switch f.name {
		case "service_unavailable", "ratelimited", "rate_limited",
			"team_added_to_org": // which takes a while
			f.later = true
		case "internal_error", "fatal_error", "request_timeout": // it may have been done
		default:
			f.refused = true
		}
		return f
	case errors.Is(err, errAbsent), errors.Is(err, errUnseen):
		return failure{why: err.Error()}
	case errors.Is(err, jsonapi.ErrUnsent):
		return failure{why: jsonapi.ErrUnsent.Error(), later: true}
	case errors.As(err, &number): // a Retry-After that slack-go cannot read
		return failure{why: "too many requests", later: true, wait: jsonapi.RetryAfter(number.Num)}
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return failure{why: "out of time", cut: true}
	case errors.Is(err, jsonapi.ErrCut):
		return failure{why: jsonapi.ErrCut.Error(), cut: true}
	case errors.Is(err, frames.ErrProxy): // from here on, errors of the socket
		return failure{why: frames.ErrProxy.Error()}
	case errors.As(err, &network):
		return failure{why: jsonapi.ErrUnsent.Error()}
	case errors.Is(err, websocket.ErrBadHandshake):
		return failure{why: "the socket is refused"}
	}
	return failure{why: "the answer could not be read"}
}
