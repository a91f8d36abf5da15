package slack

import (
	"time"

	"newshound/bot/internal/pace"
)

// Hurry lets a channel take messages more often than Slack does, so that a test need
// not wait. It is to be called before Run.
func (b *Bot) Hurry(every time.Duration) { b.pace = pace.New(every) }
