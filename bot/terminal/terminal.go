// Package terminal is the bot's adapter for a person at a terminal, or a script
// at a pipe.
//
// [Chat] (chat.go) reads questions and writes the replies of a [bot.Handler]: line by line from a
// pipe (lines.go), and with editing and a history on a terminal. For the latter, editor.go switches
// the terminal's mode, keys.go reads keys, keyboard.go makes questions of them, line.go edits the
// text, and screen.go shows it.
//
// [Render] (render.go) writes one reply in a [Style], which is all that a command with one question
// needs. It makes text safe for a terminal, and wraps it (wrap.go).
package terminal
