// Package bot is the news bot without a platform: what it understands, and what it
// says.
//
// A message comes in through an adapter, one package below this one for each platform:
// bot/terminal, bot/slack, bot/discord, bot/web. The adapter makes a [Message] of it,
// hands that to a [Handler], and renders the [Reply], which is data, in the platform's
// own way. The handler is a [Relay]. A message's way through it, by files:
//
//   - relay.go asks people.go whether the person has asked too much, and has parse.go
//     tell a command from a question. spoken.go knows commands as people say them (“who
//     wrote that?”), command.go lists them for help and for buttons.
//   - question.go bounds and cleans a question, and answer.go asks the engine, an
//     [Asker], under a deadline.
//   - reply.go puts the answer into words. form.go adds what there is to say of a timeline
//     or a comparison, check.go of a checked quote, filter.go of the filters. sources.go
//     describes the coverage. Package bot/phrase writes lists and dates.
//   - pages.go turns pages, and carries out commands about the last answer: around.go and
//     cited.go show one of its quotes in its paragraph, or as an entry of a reference list.
//
// A snippet has its citation as data; package bot/cite puts it into words, for the adapters.
//
// A button is a command. offer.go decides for all platforms which buttons a reply has
// ([Offers]); for those that a platform has no room for, [Typed] says what to write instead.
// Beside its command, a button needs the [Turn] of the reply above it, which fits into one
// text (turn.go, numbers.go). [Conversations] carry the turn from one message to the next.
//
// [Deliver] and the [Observer] count what becomes of a message, [Few] limits how many are
// answered at a time, and a [Secret] cannot be printed.
//
// # A further platform
//
// An adapter is a package beside the others. It decodes what arrives, drops the messages
// of bots, has the handler answer, renders in render.go and nowhere else, and delivers
// where the message came from. bot/internal has what adapters share: intake takes each
// event on once and keeps it over a crash, signed reads signed requests, tree reads loose
// JSON, form checks filters that are fields, plain prepares text before it is escaped,
// pace spaces out posts, refusals remembers where they are refused, outage tells when a
// platform is away, jsonapi makes the requests, frames reads along a WebSocket. bottest.Replies has a reply of each kind, and
// an adapter must be able to deliver them all.
//
// In cmd/newshound, a platform is a platformKind in a file of its own and an element of
// platforms (platform.go). A library that only this adapter uses gets a row in
// imports_test.go there.
//
// # Decisions
//
// The relay keeps no conversation. Context: a bot is restarted, and runs more
// than once. Decision: what a follow-up needs, the last question and the two before
// it, travels in [Message.Last]; "cite 2" asks it again, and since the same question over the
// same corpus gives the same answer, quote 2 is the quote that was shown.
// Consequence: nothing is lost in a restart; a citation costs one more search,
// which takes milliseconds.
//
// A reply is data, never markup. Context: every platform escapes differently,
// and text from articles and people can hold anything. Decision: nothing here
// escapes, wraps or colours; each adapter does that in its render.go, once.
// Consequence: a reply can be compared in a test, and no escaping is done twice.
//
// A turn carries a seal. Context: a button may be pressed after the corpus was
// replaced, and "cite 2" would then cite another quote than the one that was seen.
// Decision: the turn holds a fingerprint of the quotes shown. If the answer no longer
// fits it, the bot shows the new answer and says that the coverage has changed.
// Consequence: buttons need no store, and do not mislead.
//
// What lasts is done once. Context: a button stays after it was pressed, and people click
// twice. Decision: sharing with everyone ([ShareCommand]) and opinions, which are counted,
// are done for the first press by a person of a button of a message; later presses are
// told so. If delivery fails, the next press counts as the first. Other replies are sent
// again when their button is pressed again: platforms do not keep what only one person
// sees, so the first may be gone. Consequence: nothing is shared twice, and a failed share
// can be tried again. A double click is one press: Discord's client sees to that, and
// bot/slack does for Slack.
//
// Every quote is checked on its way out. Context: the promise is that a quote is
// what the article says. Decision: [ReplyTo] calls [answer.Snippet.Verify] on
// every snippet, leaves out one that fails, and says so. Consequence: a mistake
// anywhere before it costs an answer, never a false quote.
package bot

import (
	"context"

	"newshound/answer"
	"newshound/corpus"
)

// Message is what a person said to the bot, freed of its platform.
type Message struct {
	// Text is what was typed, without the bot's mention, or the command of the
	// button that was pressed ([CiteCommand], [MoreCommand] …).
	Text string
	// Last is the turn of the last reply in the same conversation, or of the reply
	// whose button was pressed; zero if there is none. The adapter carries it from
	// one message to the next, and so the bot itself keeps no state that a restart
	// would lose.
	Last Turn
	// User is an opaque key of the person, "slack:T1:U2", by which the number of
	// messages is limited. With "" nothing is.
	User string
}

// Reply is what the bot says back. It is data: the adapter renders it. Its
// texts may hold words of articles and of people, unescaped.
type Reply struct {
	// Text says in plain words what was found, or is the whole reply. Its lines
	// are separated by "\n".
	Text string
	// Snippets are the quotes, best first, each verified. The number to show of
	// each is its Cite.N, which goes on from one page to the next.
	Snippets []answer.Snippet
	// Full asks for every known field of each citation, one to a line.
	Full bool
	// Passage says that the snippets are neighbouring paragraphs of one article, in its
	// order. They are shown as one text with one citation, that of the snippet with marks.
	Passage bool
	// Notes are further plain sentences, each to stand on its own under the
	// snippets: what was searched, what was read as what.
	Notes []string
	// Turn is what the adapter passes as [Message.Last] with the next message. It is zero
	// where the reply answers no question; then the turn before it stays.
	Turn Turn
	// More reports whether [MoreCommand] would show further quotes.
	More bool
	// Actions are further commands that make sense under the reply, to be offered as
	// buttons. Like any command, they need Turn beside them.
	Actions []Action
	// Export is text in a form of its own, BibTeX or a reference list, to be shown
	// as it is: monospaced, uncut.
	Export string
	// Links says that Export is a list of addresses, each at the end of its line, to be shown as
	// links by a platform that can.
	Links bool
	// Outcome says how far the coverage answers, and is "" where the reply answers
	// no question.
	Outcome answer.Outcome

	answered []answer.Snippet // the quotes of the answer up to the last one here
}

// Action is a command that a reply offers.
type Action struct {
	// Label says what it does, in a word or two.
	Label string
	// Command is what the relay understands, a few letters long.
	Command string
}

// Span is a half-open range of bytes: a mark of a snippet, for adapters, which
// know no package corpus.
type Span = corpus.Span

// Handler answers messages. It is safe for concurrent use and never panics.
type Handler interface {
	Handle(ctx context.Context, m Message) Reply
}

// Asker is the engine as the bot sees it; *engine.Engine is one.
type Asker interface {
	Ask(ctx context.Context, q answer.Question) (*answer.Answer, error)
	Coverage() answer.Coverage
	// Newest returns up to limit articles, the newest first, and those of no known date
	// last.
	Newest(limit int) []*corpus.Article
	// Article returns the article with an id, or nil.
	Article(id string) *corpus.Article
	// Published counts the articles of a known date by period and outlet, in the
	// order of time and then of the outlets' names.
	Published(p answer.Period) []answer.PeriodCount
	// Labels counts the articles by byline and by section; "" is that of those that have
	// none.
	Labels() (bylines, sections map[string]int)
}
