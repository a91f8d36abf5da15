package slack

import (
	"context"
	"encoding/json"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/intake"
)

// busyText is what people are told whom there is no room for.
const busyText = "I am asked too much just now, and could not take your question. Please ask again in a minute."

// accept takes on what arrived, whichever way it did. It returns what goes with
// the acknowledgement, nil for nothing, and whether to acknowledge at all: if not,
// Slack will deliver it again.
func (b *Bot) accept(kind string, payload []byte) (reply any, ok bool) {
	began := time.Now()
	e, keys, err := decode(kind, payload)
	if err != nil {
		b.log.Warn("an event was passed over", "kind", kind, "err", err)
	}
	if e == nil {
		return nil, true
	}
	body, err := json.Marshal(e)
	if err != nil {
		b.log.Error("an event was passed over", "kind", kind, "err", err)
		return nil, true
	}
	switch b.intake.Accept(intake.Job{Keys: keys, Payload: body}) {
	case intake.Accepted:
		b.options.Observer.Count(bot.EventAccepted)
		b.options.Observer.Took(bot.StageAck, time.Since(began))
	case intake.Duplicate:
		b.options.Observer.Count(bot.EventDuplicate)
	case intake.Busy:
		b.options.Observer.Count(bot.EventBusy)
		switch e.Kind {
		case command:
			// https://docs.slack.dev/interactivity/implementing-slash-commands#responding_with_a_message
			return api.WebhookMessage{ResponseType: api.ResponseTypeEphemeral, Text: busyText}, true
		case asked, shortcut, press:
			b.busy.Add(e)
		}
	case intake.Failed:
		return nil, false
	}
	return nil, true
}

// tell tells the person something that nobody else sees. What cannot be delivered is
// logged.
func (b *Bot) tell(ctx context.Context, e *event, text string) {
	defer b.survive()
	b.deliver(ctx, func() {}, post{text: escape(text)}, e.ways(e.User)...)
}
