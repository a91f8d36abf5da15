// Package terminal is the bot's adapter for a person at a terminal, or a script
// at a pipe.
//
// [Chat] (chat.go) reads questions and writes the replies of a [bot.Handler]: with line
// editing and a history on a terminal (editor.go, keyboard.go), line by line from a pipe
// (lines.go). [Render] (render.go) writes one reply in the [Style] that fits where it goes, and is all
// that a command with one question needs. It makes text safe for a terminal, and wraps it
// (wrap.go).
package terminal
