package bot

import (
	"context"

	"newshound/answer"
	"newshound/corpus"
)

// Message is what a person said to the bot, freed of its platform.
type Message struct {
	// Text is what was typed, without the bot's mention.
	Text string
	// Last is the last question asked in the same conversation, "" if none. The
	// adapter carries it from one message to the next, and so the bot itself
	// keeps no state that a restart would lose.
	Last string
}

// Reply is what the bot says back. It is data: the adapter renders it.
type Reply struct {
	// Text says in plain words what was found, or is the whole reply. Its lines
	// are separated by "\n".
	Text string
	// Snippets are the quotes, best first.
	Snippets []answer.Snippet
	// Full asks for every known field of each citation, one to a line.
	Full bool
	// Notes are further plain sentences, each to stand on its own under the
	// snippets: what was searched, what was read as what.
	Notes []string
	// Question is the question that the reply answers, for the adapter to carry
	// as the next [Message.Last]; "" where the reply answers none.
	Question string
}

// Handler answers messages. It is safe for concurrent use and never panics.
type Handler interface {
	Handle(ctx context.Context, m Message) Reply
}

// Asker is the engine as the bot sees it; *answer.Engine is one.
type Asker interface {
	Ask(ctx context.Context, q answer.Question) (*answer.Answer, error)
	Coverage() answer.Coverage
	// Articles returns up to limit articles, in the corpus's order.
	Articles(limit int) []*corpus.Article
}
