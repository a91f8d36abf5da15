package slack

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/pace"
	"newshound/bot/internal/plain"
)

// way is one way to deliver a message.
type way struct {
	hook    string // the response URL to use; "" for the Web API
	channel string
	thread  string // "" for none
	user    string // who alone sees it; "" for all who see the channel
}

// destination returns the ways to a place, the best first.
func (e *event) destination(at place) []way {
	switch at {
	case private:
		return e.ways(e.User)
	case direct:
		return []way{{channel: e.Channel}}
	}
	return []way{{channel: e.Channel, thread: e.root()}}
}

// ways returns the ways to one person alone, or with "" to all who see the channel.
// The response URL reaches channels that the bot is not in, but nobody alone in a
// thread, and it expires.
func (e *event) ways(user string) []way {
	call := way{channel: e.Channel, thread: e.Thread, user: user}
	hook := call
	hook.hook = e.Hook
	switch {
	case e.Hook == "":
		return []way{call}
	case user != "" && e.Thread != "":
		hook.thread = ""
		return []way{call, hook}
	}
	return []way{hook, call}
}

// reply delivers the answer to a job, of which it is the one that people see.
func (a *Adapter) reply(ctx context.Context, job *intake.Job, p post, ways ...way) error {
	return bot.Deliver(a.options.Observer, job.At, func() error { return a.deliver(ctx, job.Sending, p, ways...) })
}

// deliver delivers a message once, by the first of the ways that Slack does not
// refuse; a failure is logged. It calls sending right before each try: what still waits
// for its turn when the process ends is to be done by the next.
func (a *Adapter) deliver(ctx context.Context, sending func(), p post, ways ...way) (err error) {
	for _, w := range ways {
		err = a.send(ctx, sending, w, p)
		f := examine(err)
		if p.blocks != nil && (f.name == "invalid_blocks" || f.name == "invalid_blocks_format" || f.name == "msg_blocks_too_long") {
			a.log.Error("Slack does not take our blocks", "err", f.why)
			err = a.send(ctx, sending, w, post{text: p.text})
			f = examine(err)
		}
		if err == nil {
			return nil
		}
		a.log.Warn("a reply was not delivered", "err", f.why, "by_hook", w.hook != "")
		if a.giveUp(err) || !f.refused {
			break
		}
	}
	return err
}

// send delivers a message by one way, in the pace that Slack asks for.
func (a *Adapter) send(ctx context.Context, sending func(), w way, p post) error {
	if w.hook != "" {
		return a.again(ctx, "", func() error {
			sending()
			return a.respond(ctx, w, p)
		})
	}
	options := []api.MsgOption{api.MsgOptionText(p.text, false), api.MsgOptionDisableLinkUnfurl(), api.MsgOptionDisableMediaUnfurl()}
	if p.blocks != nil {
		options = append(options, api.MsgOptionBlocks(p.blocks...))
	}
	if w.thread != "" {
		options = append(options, api.MsgOptionTS(w.thread))
	}
	key := w.channel
	if w.user != "" {
		options, key = append(options, api.MsgOptionPostEphemeral(w.user)), ""
	}
	return a.again(ctx, key, func() error {
		sending()
		_, _, _, err := a.api.SendMessageContext(ctx, w.channel, options...)
		return err
	})
}

// respond posts to a response URL
// (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses).
// One that is neither Slack's nor on the host of the Web API is not used.
func (a *Adapter) respond(ctx context.Context, w way, p post) error {
	hook, err := url.Parse(w.hook)
	if base, _ := url.Parse(a.options.APIURL); err != nil || base == nil || hook.Scheme != "https" && hook.Host != base.Host {
		return api.SlackErrorResponse{Err: "foreign_response_url"}
	}
	no := false
	m := &api.WebhookMessage{Text: p.text, ThreadTimestamp: w.thread, ResponseType: "in_channel", UnfurlLinks: &no, UnfurlMedia: &no}
	if w.user != "" {
		m.ResponseType = "ephemeral"
	}
	if p.blocks != nil {
		m.Blocks = &api.Blocks{BlockSet: p.blocks}
	}
	return api.PostWebhookCustomHTTPContext(ctx, w.hook, a.http, m)
}

const (
	// maxTries is how often a call is made, at most.
	maxTries = 4
	// maxPause is the longest that Slack may tell us to wait.
	maxPause = 5 * time.Minute
)

// again makes a call, and makes it again where Slack has said that nothing came of
// it and a later one may succeed. Calls with the same key keep its pace.
func (a *Adapter) again(ctx context.Context, key string, call func() error) error {
	for try := 0; ; try++ {
		if key != "" {
			if err := a.pace.Wait(ctx, key); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		err := call()
		f := examine(err)
		if !f.later || try == maxTries-1 {
			return err
		}
		wait := a.unit << try // one second, two, four
		if f.wait > 0 {
			wait = min(f.wait, maxPause)
			a.options.Observer.Count(bot.EventPaused)
		}
		if key != "" {
			a.pace.Hold(key, time.Now().Add(wait)) // for all who wait for the channel
		} else if !pace.Pause(ctx, wait) {
			return err
		}
	}
}

// failure is what is to be known of a call that failed.
type failure struct {
	// why says it for the log, without addresses, which may be secret, and without
	// anything of what was sent or received.
	why     string
	name    string        // of the Web API's error, "" where there is none
	refused bool          // Slack has said that it did not do it
	later   bool          // … or has not heard of it, and a later call may succeed
	wait    time.Duration // how long Slack says to wait, 0 where it does not
}

// examine tells what is to be known of the error of a call.
func examine(err error) failure {
	var (
		limited *api.RateLimitedError
		status  api.StatusCodeError
		named   api.SlackErrorResponse
		network *net.OpError
	)
	switch {
	case errors.As(err, &limited):
		return failure{why: "too many requests", later: true, wait: limited.RetryAfter}
	case errors.As(err, &status):
		later := status.Code == http.StatusServiceUnavailable || status.Code == http.StatusTooManyRequests
		return failure{why: http.StatusText(status.Code), later: later, refused: status.Code/100 == 4}
	case errors.As(err, &named):
		f := failure{why: plain.Clip(plain.OneLine(named.Err), maxLabel), name: named.Err}
		switch f.name {
		case "service_unavailable", "ratelimited", "rate_limited":
			f.later = true
		case "internal_error", "fatal_error", "request_timeout": // it may be done, or half done
		default:
			f.refused = true
		}
		return f
	case errors.As(err, &network):
		return failure{why: "the connection failed", later: network.Op == "dial"}
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return failure{why: "out of time"}
	}
	return failure{why: "the answer could not be read"}
}
