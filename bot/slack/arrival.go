package slack

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strings"

	api "github.com/slack-go/slack"

	"newshound/bot/internal/pace"
)

const (
	// maxLooks is how often it is looked whether a message has arrived, ever more rarely, and
	// latest how many messages are looked at: no more are given to an app that is distributed
	// (https://docs.slack.dev/reference/methods/conversations.history).
	maxLooks = 3
	latest   = 15
)

// errAbsent is returned for a message that nobody knows the fate of, and that is not to be seen.
var errAbsent = errors.New("it is not to be seen")

// known gives a message for all in direct messages a sign by which it is known when it is
// seen: the name of its first block, or if it has none, its text, which no message after the
// one that it answers has by chance. Elsewhere there is no sign.
func known(w way, p post) (signed post, is func(api.Message) bool) {
	if w.user != "" || !strings.HasPrefix(w.channel, "D") {
		return p, nil
	}
	if len(p.blocks) == 0 && w.since != "" {
		return p, func(m api.Message) bool { return m.BotID != "" && m.Text == p.text && m.Timestamp > w.since }
	}
	if len(p.blocks) == 0 {
		return p, nil
	}
	first, ok := p.blocks[0].(*api.SectionBlock)
	if !ok {
		return p, nil
	}
	again := *first
	again.BlockID = rand.Text()
	p.blocks = append([]api.Block{&again}, p.blocks[1:]...)
	return p, func(m api.Message) bool {
		return slices.ContainsFunc(m.Blocks.BlockSet, func(b api.Block) bool { return b.ID() == again.BlockID })
	}
}

// arrived looks whether a message has arrived that nobody knows it of, for the error given. It
// returns nil if it has, [errAbsent] if it is not to be seen, and the error if that cannot be
// looked at.
func (a *Adapter) arrived(ctx context.Context, w way, is func(api.Message) bool, err error) error {
	for look := range maxLooks {
		if !pace.Pause(ctx, a.unit<<look) { // Slack may be about to store it
			return err
		}
		seen, failed := a.latestOf(ctx, w)
		if failed != nil {
			a.log.Warn("whether a reply has arrived cannot be looked at", "err", examine(failed).why)
			return err
		}
		if slices.ContainsFunc(seen, is) {
			return nil
		}
	}
	return errAbsent
}

// latestOf returns the latest of the direct messages, or of the replies in a thread of them.
func (a *Adapter) latestOf(ctx context.Context, w way) (messages []api.Message, err error) {
	err = a.again(ctx, "", maxTries, func() error {
		if w.thread == "" {
			history, err := a.api.GetConversationHistoryContext(ctx, &api.GetConversationHistoryParameters{ChannelID: w.channel, Limit: latest})
			if err == nil {
				messages = history.Messages
			}
			return err
		}
		var err error
		messages, _, _, err = a.api.GetConversationRepliesContext(ctx, &api.GetConversationRepliesParameters{ChannelID: w.channel, Timestamp: w.thread, Oldest: w.since})
		return err
	})
	return messages, err
}
