// Package terminal is the bot's adapter for a person at a terminal, or a script
// at a pipe.
//
// [Chat] (chat.go) reads questions and writes the replies of a [bot.Handler]: line by line
// from a pipe (lines.go), and on a terminal with editing and a history. There editor.go has
// the terminal in the mode for it, keys.go reads keys, keyboard.go makes questions of them,
// line.go edits the text, and screen.go shows it.
//
// [Render] (render.go) writes one reply in the [Style] that fits where it goes, and is all
// that a command with one question needs. It makes text safe for a terminal, and wraps it
// (wrap.go).
package terminal
