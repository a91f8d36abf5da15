package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

func helpCommand() command {
	return command{
		name:    "help",
		args:    "[COMMAND]",
		summary: "say how to use newshound, or one of its commands",
		flags: func(*flag.FlagSet) func(context.Context, *environment, []string) error {
			return func(_ context.Context, env *environment, args []string) error {
				if len(args) == 0 {
					return printOverview(env.stdout)
				}
				c, ok := lookup(args[0])
				if !ok {
					return unknownCommand(args[0])
				}
				if rest := strings.Join(args[1:], " "); rest != "" && rest != c.args { // slack manifest
					return usagef("help takes the name of one command")
				}
				return c.printHelp(env.stdout)
			}
		},
	}
}

// isHelpFlag reports whether a word in place of a command asks for help.
func isHelpFlag(s string) bool { return s == "-h" || s == "-help" || s == "--help" }

// printOverview lists the commands.
func printOverview(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString("Newshound answers questions about news coverage with quotes from it, each\n" +
		"cited, or says that the coverage does not say.\n\nUsage:\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  newshound %-11s %s\n", c.name, c.summary)
	}
	b.WriteString("\nBegin with newshound chat, or newshound ask \"your question\".\n" +
		"Run \"newshound help COMMAND\" for the flags of a command.\n")
	_, err := w.Write(b.Bytes())
	return err
}

// printHelp says how to use one command.
func (c command) printHelp(w io.Writer) error {
	var b bytes.Buffer
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.flags(fs)
	var flags []*flag.Flag
	fs.VisitAll(func(f *flag.Flag) { flags = append(flags, f) })

	fmt.Fprintf(&b, "newshound %s: %s.\n\nUsage:\n\n  newshound %s", c.name, c.summary, c.name)
	if len(flags) > 0 {
		b.WriteString(" [FLAGS]")
	}
	if c.args != "" {
		b.WriteString(" " + c.args)
	}
	b.WriteString("\n")
	if c.help != "" {
		for part := range strings.SplitSeq(strings.TrimSpace(c.help), "\n\n") {
			if !strings.Contains("\n"+part, "\n ") { // else it is an example or a table
				part = fill(part, helpWidth, "")
			}
			fmt.Fprintf(&b, "\n%s\n", part)
		}
	}
	if len(flags) > 0 {
		b.WriteString("\nFlags:\n\n")
	}
	for _, f := range flags {
		value, usage := flag.UnquoteUsage(f)
		name := dashed(f.Name)
		if value != "" {
			name += " " + value
		}
		if len(name) > 15 {
			name += "\n" + strings.Repeat(" ", 17)
		}
		fmt.Fprintf(&b, "  %-15s %s\n", name, fill(usage, helpWidth-18, strings.Repeat(" ", 18)))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// helpWidth is how many columns help takes.
const helpWidth = 80

// fill wraps a text to lines of at most width characters. before is put before each line but the
// first.
func fill(text string, width int, before string) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
		case column+1+n > width:
			b.WriteString("\n" + before)
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
