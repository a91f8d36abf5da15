// Package discord answers questions in Discord: slash commands with typed, completed
// filters, a command on messages, mentions, direct messages, and the buttons under its
// answers. It needs no privileged intent.
//
// An [Adapter] has two ways in. The gateway brings interactions and messages: a shard
// (shard.go) keeps a connection, over discordgo, which a link (link.go) reads along.
// The interactions endpoint (endpoint.go) takes the same interactions by signed HTTP.
// Both end in one path: an interaction or a message is decoded into an event (event.go, said.go),
// accepted into the journal of bot/internal/intake, and carried out by a worker
// (deliver.go), which defers it at once, has the [bot.Handler] answer, renders the reply
// (render.go, the one place that knows markup and limits) and delivers it with one edit
// or one post. What needs no work, a date that is none, an autocompletion, is answered
// without the journal.
//
// What a button does stands in its custom_id (buttons.go), and the question is read back
// from the message that the button is part of: both work after a restart, and on
// another machine. The commands are a table (commands.json), in Discord's own form.
//
// # Decisions
//
// Components, not embeds. Context: an answer is up to three quotes, each with a citation
// and a link, most often read on a phone. An embed is narrower than the message there,
// its footer is the smallest print there is, all buttons stand below the last of them,
// far from their quotes, people can switch embeds off, with link previews, and a server
// has to allow them. A message of components (version 2) has the width of the message,
// text and buttons in any order, and needs no permission. Decision: components, a
// container for each quote with its two buttons under it. Consequence: 4,000 characters
// for all texts in place of 6,000; an app of before 2025 shows nothing, and a server that
// refuses them is sent the text alone. Both were weighed from the documentation and from
// what each kind sends, not on a phone.
//
// Quotes go before buttons. Context: a message has 40 components, a quote takes five,
// and a reply may offer any number of commands, of any length. Decision: one row of
// buttons and the asker's own are always there, further ones as there is room, and a
// line says what to write for the rest. Consequence: no quote and no command is lost.
//
// discordgo opens connections, and no more. Context: it deadlocks over op 7 and op 9
// while it opens, notices a dead link after five heartbeats, closes with 1000, which
// throws the session away, reconnects for ever after fatal closes, and keeps the close's
// code to itself; its requests outlive their context and leak a rate limit bucket for
// each interaction. Decision: it identifies, resumes, sends heartbeats and decodes frames;
// the link keeps from it what it cannot bear, such as events of no concern, and shard.go
// alone decides when to connect. Requests are made by rest.go. Consequence: none of its
// known deaths happens; 4 goroutines for each shard. An Open that hangs all the same is
// abandoned after 20 s.
//
// Every request may be repeated. Context: a connection may break after Discord has
// carried a request out. Decision: first responses, which Discord takes once, edits,
// which change nothing the second time, and posts with a nonce of the event's id and
// enforce_nonce; no follow-up messages, which have no nonce. Consequence: what goes wrong
// on the way is repeated and is seen once: an edit until its token ends, a post for a day. If one
// has perhaps arrived, and Discord may have forgotten the nonce, which it knows for some minutes, it
// is looked whether the message has its reply (arrival.go), after a restart too; where that is not to
// be seen, who asked is told that it may not be there. While Discord answers nothing at all, what is
// not sent yet waits. An edit is also made again after a crash.
//
// An event is accepted before Discord is told to wait. Context: both have to be done in
// three seconds, and the process may die between. Decision: the journal first, then the
// deferral by the worker, of which there are many, for nearly all of them wait. One that
// is refused leaves nothing to edit, but after a restart, when it may have been ours; of
// one that nobody knows the fate of, the edit tells. Consequence: what was accepted is
// answered; an event that could not be accepted is told so.
//
// What was missed is looked for. Context: what is written while there is no session,
// as when the bot is started anew, Discord tells nobody, and does not tell later; of
// commands people see that they failed, a mention or a direct message is met with
// silence. Decision: where a session is begun, the last messages of the channels in
// which the bot was asked before are read, and those of the last hour that ask it
// something and are not in the journal are taken on (missed.go). Consequence: a
// restart costs no answer, but where nobody has asked before; of what is not written
// to the bot Discord shows it no text there either.
//
// Only the asker turns a page for all. Context: anyone can press a button. Decision: the
// page is turned in place for the one who asked, in private replies and in direct
// messages; whoever else presses gets a page that only they see. What shows more of a
// quote, or asks the question another way, is private, always, and can be shared.
// Consequence: nobody's answer changes under their eyes.
//
// Where posts are not allowed, the person is written to. Context: a mention may come from
// a channel where the bot can read and not write, and silence looks like a bot that is
// down. Decision: the answer goes into a direct message, which says why; who had one is then
// not listened to there for ten minutes. Consequence: one refused request, and nobody who
// asks meets with silence.
//
// An answer that is late. Context: an interaction's token ends after 15 minutes, and 401
// is then the answer, as it is to a bad bot token. Decision: only a 401 without a code,
// to a request with the bot's token, means the token. A late answer is posted once in
// the channel, a private one, or one that may not be posted there, in a direct message.
// Consequence: a long outage ends in answers, not in silence, and never in a stop.
package discord
