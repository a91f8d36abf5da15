// Package terminal is the bot's adapter for a person at a terminal, or a script
// at a pipe.
//
// [Chat] reads questions and writes the replies of a [bot.Handler]: with line
// editing and a history on a terminal, line by line from a pipe. [Render] writes
// one reply in the [Style] that fits where it goes, and is all that a command
// with one question needs. Escaping and the limits of terminals are its matter,
// in render.go.
package terminal
