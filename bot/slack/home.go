package slack

import (
	"context"
	"strings"

	api "github.com/slack-go/slack"

	"newshound/bot"
	"newshound/bot/internal/plain"
)

// maxPrompts is how many questions can be suggested
// (https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts).
const maxPrompts = 4

// prompts returns the questions to suggest.
func (a *Adapter) prompts() []string {
	all := a.options.Prompts()
	return all[:min(maxPrompts, len(all))]
}

// showHome shows the home tab to the person who opened it: what this is, how to ask, and
// what there is to ask about.
func (a *Adapter) showHome(ctx context.Context, e *event) {
	ask := a.options.Command
	blocks := []api.Block{
		api.NewHeaderBlock(unformatted("Newshound")),
		section("Newshound answers questions about a body of news coverage with a few quotes from it, word for word, each with its citation, " +
			"or says that the coverage does not say. It never writes prose of its own about the news."),
		api.NewHeaderBlock(unformatted("How to ask")),
		section("• In a channel that I am in: mention me with your question. The answer comes in a thread; mention me there to go on.\n" +
			"• Anywhere: " + words(ask) + " and your question. Only you see the answer, until you share it. " + words(ask) + " help tells more.\n" +
			"• On any message: its menu, *Find in the coverage*.\n" +
			"• Here, under *Messages*: just ask. Then “cite” brings the whole citations, “cite 2” that of the second quote, and “cite bibtex” a form for your notes.\n" +
			"• To narrow it down: outlet:\"The Hill\", from:2023-07-01, to:2023-07-31, \"an exact phrase\", -without."),
	}
	if suggested := a.prompts(); len(suggested) > 0 {
		lines := []string{"For example:"}
		for _, p := range suggested {
			lines = append(lines, "• "+words(plain.Clip(p, maxLabel)))
		}
		blocks = append(blocks, section(strings.Join(lines, "\n")))
	}
	sources := a.options.Handler.Handle(ctx, bot.Message{Text: bot.SourcesCommand})
	blocks = append(append(blocks, api.NewHeaderBlock(unformatted("The coverage"))), sections(sources.Text, prose)...)
	view := api.HomeTabViewRequest{Type: api.VTHomeTab, Blocks: api.Blocks{BlockSet: blocks[:min(maxBlocks, len(blocks))]}}
	err := a.again(ctx, nil, "", maxTries, func(ctx context.Context) error {
		_, err := a.api.PublishViewContext(ctx, api.PublishViewContextRequest{UserID: e.User, View: view})
		return err
	})
	if err != nil {
		a.log.Warn("the home tab was not shown", "err", examine(err).why)
	}
}

// suggest suggests questions in the direct messages or the assistant's pane that somebody
// opened. Only the pane of older apps is a thread
// (https://docs.slack.dev/ai/migrating-to-agent-messaging).
func (a *Adapter) suggest(ctx context.Context, e *event) {
	p := api.AssistantThreadsSetSuggestedPromptsParameters{Title: "Ask about the coverage", ChannelID: e.Channel, ThreadTS: e.Thread}
	for _, q := range a.prompts() {
		p.AddPrompt(plain.Clip(q, maxLabel), q)
	}
	if len(p.Prompts) == 0 || a.mute.Load() {
		return
	}
	if err := a.api.SetAssistantThreadsSuggestedPromptsContext(ctx, p); err != nil {
		a.log.Debug("no questions were suggested", "err", examine(err).why)
	}
}
