// Package discord answers questions in Discord: slash commands with typed, completed
// filters, a command on messages, mentions, direct messages, and the buttons under its
// answers. It needs no privileged intent.
//
// An [Adapter] has two ways in. The gateway brings interactions and messages: a shard
// (shard.go) keeps a connection over discordgo, which a link (link.go) watches. The
// interactions endpoint (endpoint.go) receives the same interactions by signed HTTP. Both
// end in one path: an interaction or a message is decoded into an event (event.go,
// said.go), accepted into the journal of bot/internal/intake, and carried out by a worker
// (deliver.go). The worker defers it at once, has the [bot.Handler] answer, renders the
// reply (render.go, the one place that knows markup and limits) and delivers it with one
// edit or one post. What needs no work, such as a malformed date or an autocompletion, is
// answered without the journal.
//
// A button's custom_id says what it does (buttons.go), and the question is read back from
// the button's message: both work after a restart, and on another machine. The commands are
// a table (commands.json), in Discord's own form.
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
// for all texts in place of 6,000; an app from before 2025 shows nothing, and a server that
// refuses them gets the text alone. This was decided from the documentation, not on a
// phone.
//
// Quotes go before buttons. Context: a message has 40 components, a quote takes five, and a
// reply may offer any number of commands of any length. Decision: one row of buttons and
// the asker's own are always there, others if there is room, and a line says what to write
// for the rest. Consequence: no quote and no command is lost.
//
// discordgo opens connections, and no more. Context: it deadlocks over op 7 and op 9 while
// it opens, notices a dead connection only after five heartbeats, closes with 1000, which
// throws the session away, reconnects for ever after fatal closes, and does not report a
// close's code; its requests outlive their context and leak a rate limit bucket for each
// interaction. Decision: it identifies, resumes, sends heartbeats and decodes frames. The
// link keeps from it what it cannot handle, such as unneeded events, and shard.go alone
// decides when to connect. Requests are made by rest.go. Consequence: none of its known
// failures occurs, and a shard takes 4 goroutines. An Open that hangs all the same is
// abandoned after 20 s.
//
// Every request may be repeated. Context: a connection may break after Discord has carried
// out a request. Decision: only requests that are safe to repeat are made: first responses,
// which Discord accepts once; edits, which change nothing the second time; and posts with
// enforce_nonce and a nonce made of the event's id. There are no follow-up messages, which
// have no nonce. Consequence: a failed request is repeated, an edit until its token ends and
// a post for a day, and is seen once. Discord knows a nonce for some minutes only; after
// that, the bot looks whether the message has its reply (arrival.go), also after a restart,
// and if it may not look, the asker is told that the reply may be missing. While Discord
// answers nothing at all, posts wait. An edit is also repeated after a crash.
//
// An event is accepted before Discord is told to wait. Context: both must be done within
// three seconds, and the process may die in between. Decision: the journal comes first, and
// then the deferral by a worker, of which there are many, as nearly all of them wait. If the
// deferral is refused there is nothing to edit, except after a restart, when an earlier one
// may have been ours; if its fate is unknown, the edit shows. Consequence: what was accepted
// is answered, and an event that could not be accepted gets a reply that says so.
//
// The bot looks for what it missed. Context: Discord does not deliver later what is written
// while there is no session, as during a restart. People see that a command failed, but a
// mention or a direct message meets silence. Decision: when a session begins, the latest
// messages of the channels in which the bot was asked before are read, and those of the last
// hour that ask it something and are not in the journal are accepted (missed.go).
// Consequence: a restart costs no answer, except where nobody has asked before. Discord does
// not show the bot the text of messages that are not to it.
//
// Only the asker turns a page for all. Context: anyone can press a button. Decision: the
// page is turned in place for the asker, in private replies and in direct messages; anyone
// else who presses gets a page that only they see. Buttons that show more of a quote, or ask
// the question another way, always answer in private, and that can be shared. Consequence:
// nobody's answer changes under their eyes.
//
// An answer that may not be posted goes to the asker. Context: a mention may come from a
// channel where the bot can read and not write, and silence looks like a bot that is down.
// Decision: a direct message has the answer, and says why. After that, the asker's mentions
// there are ignored for ten minutes. Consequence: one refused request, and no silence.
//
// Late answers are posted. Context: an interaction's token ends after 15 minutes, and then
// the answer is 401, as it is for a bad bot token. Decision: only a 401 without a code, to a
// request with the bot's token, means that the token is bad. A late answer is posted in the
// channel, or in a direct message if it is private or may not be posted there. Consequence:
// a long outage ends in answers, not in silence, and never stops the bot.
//
// Any 400 may be about the content. Context: Discord's list of error codes is open-ended,
// and a 400 does not count towards a ban. Decision: a message refused with 400 is sent with
// its links as text, then as text alone, and then as a line that says that there is an
// answer which Discord rejects; not if the code says that the place is closed. Consequence: at
// most four requests, and in most cases an answer.
package discord
