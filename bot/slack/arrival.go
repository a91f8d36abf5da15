package slack

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/intake"
	"newshound/bot/internal/jsonapi"
	"newshound/bot/internal/pace"
)

const (
	// looks is how often the bot looks whether a message has arrived, at growing intervals,
	// after an error that Slack answered; looksCut, after no answer: Slack may be about to
	// store it.
	looks    = 3
	looksCut = 5
	// maxBlind is how often a look is tried that Slack fails to answer, in some five minutes.
	// maxGlances is the same for a look that only makes sure before a post; that is given up,
	// too, if Slack asks for a longer wait.
	maxBlind   = 10
	maxGlances = 5
	// headStart is how long another process has to post an answer before this one does.
	headStart = 2 * time.Second
	// maxPosts is how often a message is posted that each time may have arrived, and then is
	// not there: in some twenty minutes.
	maxPosts = 20
	// latest is how many messages are looked at. Slack gives a distributed app no more
	// (https://docs.slack.dev/reference/methods/conversations.history).
	latest = 15
)

var (
	// errAbsent is returned for a message in doubt that has not arrived.
	errAbsent = errors.New("it is not there")
	// errUnseen is returned for one that cannot be seen, but may be there.
	errUnseen = errors.New("it is not to be seen")
	// errLeft is the error of a post whose process was killed.
	errLeft = fmt.Errorf("%w by the end of a process", jsonapi.ErrCut)
)

// sign returns the id by which every process recognises the answer to a message.
func sign(team, channel, ts string) string {
	sum := sha256.Sum256([]byte(key("answer", team, channel, ts)))
	return hex.EncodeToString(sum[:16])
}

// known gives a message a sign, the id of its first block, and returns it with a function that
// recognises it. A message without blocks is recognised by its text, in messages after the one
// that it answers. The function is nil if there is no way: a message for one person, or of text
// alone that answers no message.
func known(w way, p post) (signed post, is func(api.Message) bool) {
	byText := func(m api.Message) bool {
		return w.since != "" && len(m.Blocks.BlockSet) == 0 && m.Text == p.text && m.Timestamp > w.since
	}
	switch {
	case w.user != "" || len(p.blocks) == 0 && w.since == "":
		return p, nil
	case len(p.blocks) == 0:
		return p, byText
	}
	first, ok := p.blocks[0].(*api.SectionBlock)
	if !ok {
		return p, nil
	}
	again := *first
	again.BlockID = cmp.Or(w.sign, rand.Text())
	p.blocks = append([]api.Block{&again}, p.blocks[1:]...)
	return p, func(m api.Message) bool {
		return byText(m) || slices.ContainsFunc(m.Blocks.BlockSet, func(b api.Block) bool { return b.ID() == again.BlockID })
	}
}

// before looks whether a message is there already: an earlier process may have posted it before it
// ended, or another one that was given the same event. It reports done if the message is not to be
// posted, with the error that the post has then.
func (a *Adapter) before(ctx context.Context, job *intake.Job, w way, is func(api.Message) bool) (done bool, err error) {
	switch {
	case job == nil || is == nil || w.sign == "":
		return false, nil
	case job.Doubt:
		if err = a.arrived(ctx, w, is, looks, errLeft); !errors.Is(err, errAbsent) {
			return true, err
		}
		job.NotSent()
	case w.again:
		// The process that had it first may be about to post it.
		there, seen := a.glance(ctx, w, is)
		if seen && !there && pace.Pause(ctx, a.headStart) {
			there, _ = a.glance(ctx, w, is)
		}
		return there, nil
	case !job.Fresh:
		there, _ := a.glance(ctx, w, is)
		return there, nil
	}
	return false, nil
}

// glance reports whether a message is there, and whether that could be seen at all.
func (a *Adapter) glance(ctx context.Context, w way, is func(api.Message) bool) (there, seen bool) {
	messages, _, _, err := a.look(ctx, w, maxGlances, a.unit<<(maxGlances-2))
	return slices.ContainsFunc(messages, is), err == nil
}

// arrived looks whether a message has arrived whose post ended with err, which leaves that open. It
// returns nil if it has, [errAbsent] if not, [errUnseen] if probably not, and err if it cannot be
// seen. It counts as absent only if the message that it answers is visible.
func (a *Adapter) arrived(ctx context.Context, w way, is func(api.Message) bool, looks int, err error) error {
	away := examine(err).cut && a.outage.Away(ctx)
	whole := false // everything there was seen
	for look := range looks {
		if !pace.Pause(ctx, a.unit<<look) { // Slack may be about to store it
			return err
		}
		seen, all, gone, failed := a.look(ctx, w, maxBlind, maxPause)
		if slices.ContainsFunc(seen, is) {
			return nil
		}
		away = away || gone
		whole = failed == nil && all && (w.since == "" || slices.ContainsFunc(seen, func(m api.Message) bool { return m.Timestamp == w.since }))
		if !whole {
			a.log.Warn("whether a reply has arrived cannot be looked at", "err", examine(cmp.Or(failed, errUnseen)).why)
			break
		}
	}
	switch {
	case whole && w.since != "":
		return errAbsent
	case whole || away:
		return errUnseen
	}
	return err
}

// look is [Adapter.latestOf], repeated while Slack fails without refusing: what makes a post fail is
// likely to make a look fail, too. It waits at most longest between two tries. away says that Slack
// was down for a while.
func (a *Adapter) look(ctx context.Context, w way, tries int, longest time.Duration) (messages []api.Message, all, away bool, err error) {
	for try := range tries {
		messages, all, err = a.latestOf(ctx, w)
		f := examine(err)
		if err == nil || f.refused {
			break
		}
		if f.cut {
			away = a.outage.Away(ctx) || away
		}
		if f.wait > 0 {
			a.options.Observer.Count(bot.EventPaused)
		}
		wait := max(a.unit<<min(try, 6), min(f.wait, maxPause))
		if try == tries-1 || wait > longest || !pace.Pause(ctx, wait) {
			break
		}
	}
	return messages, all, away, err
}

// latestOf returns the latest messages of a channel, or those of a thread from the answered message
// on. all says that there are no more.
func (a *Adapter) latestOf(ctx context.Context, w way) (messages []api.Message, all bool, err error) {
	err = a.again(ctx, nil, "", 1, func(ctx context.Context) error {
		if w.thread == "" {
			history, err := a.api.GetConversationHistoryContext(ctx, &api.GetConversationHistoryParameters{ChannelID: w.channel, Limit: latest})
			if err == nil {
				messages, all = history.Messages, true
			}
			return err
		}
		var more bool
		var err error
		messages, more, _, err = a.api.GetConversationRepliesContext(ctx, &api.GetConversationRepliesParameters{
			ChannelID: w.channel, Timestamp: w.thread, Oldest: w.since, Inclusive: true,
		})
		all = !more
		return err
	})
	return messages, all, err
}
