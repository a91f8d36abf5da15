package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"newshound/bot/terminal"
)

// environment is what a command gets from the process that it runs in.
type environment struct {
	stdin          *os.File
	stdout, stderr *os.File
	getenv         func(string) string
}

// tell writes a line to the standard error. The line may hold names of files and words of articles,
// so it is made safe for a terminal.
func (e *environment) tell(format string, args ...any) {
	fmt.Fprintf(e.stderr, "newshound: %s\n", terminal.Visible(fmt.Sprintf(format, args...)))
}

// command is one verb of the command line.
type command struct {
	name    string // "ask"
	args    string // what follows the flags in the synopsis: "QUESTION"
	summary string // one line, without a full stop
	help    string // further paragraphs, after the synopsis and before the flags
	// flags adds the command's own flags to fs and returns what runs it once
	// they are parsed. args are the words that are no flag.
	flags func(fs *flag.FlagSet) func(ctx context.Context, env *environment, args []string) error
}

// commands returns the verbs, in the order in which help lists them.
func commands() []command {
	return []command{
		askCommand(),
		timelineCommand(),
		compareCommand(),
		checkQuoteCommand(),
		verifyCommand(),
		chatCommand(),
		serveCommand(),
		checkCommand(),
		slackCommand(),
		discordCommand(),
		indexCommand(),
		evalCommand(),
		versionCommand(),
		helpCommand(),
	}
}

// dispatch runs the command that args name.
func dispatch(ctx context.Context, env *environment, args []string) error {
	if len(args) == 0 {
		return &usageError{text: "what shall it do? Try: newshound ask \"your question\"", see: "newshound help"}
	}
	name, rest := args[0], args[1:]
	switch {
	case isHelpFlag(name):
		name = "help"
	case name == "-version" || name == "--version": // as of other programs
		name = "version"
	}
	c, ok := lookup(name)
	if !ok {
		return unknownCommand(name)
	}
	return c.run(ctx, env, rest)
}

// run parses the command's flags, which may stand before, between and after its
// other words, and runs it.
func (c command) run(ctx context.Context, env *environment, args []string) error {
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard) // this package prints the errors itself
	fs.Usage = func() {}
	do := c.flags(fs)
	words, err := parseAnywhere(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		return c.printHelp(env.stdout)
	}
	if err != nil {
		err = usagef("%s", flagProblem(fs, err))
	} else {
		err = do(ctx, env, words)
	}
	var usage *usageError
	if errors.As(err, &usage) && usage.see == "" {
		usage.see = "newshound help " + c.name
	}
	return err
}

// parseAnywhere parses flags wherever they stand among args and returns the
// other words. A "--" ends the flags.
func parseAnywhere(fs *flag.FlagSet, args []string) (words []string, err error) {
	for {
		if err := fs.Parse(args); err != nil {
			return nil, err
		}
		rest := fs.Args()
		if taken := len(args) - len(rest); taken > 0 && args[taken-1] == "--" {
			return append(words, rest...), nil
		}
		if len(rest) == 0 {
			return words, nil
		}
		words, args = append(words, rest[0]), rest[1:]
	}
}

// namedFlag matches a flag in an error of the flag package, which writes it with one dash whatever
// its length.
var namedFlag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:for|flag|argument:) -(\w[\w-]*)(?:: (parse error)?|$)`)
})

// flagProblem rewrites an error of the flag package: flags have the dashes that they are typed with,
// and a mistyped one gets a suggestion.
func flagProblem(fs *flag.FlagSet, err error) string {
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !unknown {
		text := err.Error()
		at := namedFlag().FindStringSubmatchIndex(text)
		if at == nil {
			return text
		}
		name := text[at[2]:at[3]]
		before, after := text[:at[2]-1]+dashed(name), text[at[3]:]
		if at[4] >= 0 { // the flag package says no more
			return before + ": " + wanted(fs.Lookup(name))
		}
		return before + after
	}
	if strings.ContainsAny(name, ": ") { // -outlet:"The Hill"
		return fmt.Sprintf("there is no flag -%s; a question that begins with a dash stands behind --", name)
	}
	var known []string
	fs.VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
	text := "there is no flag " + dashed(name)
	if near := nearest(name, known); near != "" {
		text += fmt.Sprintf("; did you mean %s?", dashed(near))
	}
	return text
}

// dashed returns a flag as it is typed.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// wanted says what kind of value a flag takes.
func wanted(f *flag.Flag) string {
	if getter, ok := f.Value.(flag.Getter); ok {
		switch getter.Get().(type) {
		case int, float64:
			return "want a number"
		case time.Duration:
			return "want a time like 30s"
		}
	}
	return "want true or false"
}

// usageError says what is wrong with the command line, and which help to read.
type usageError struct {
	text string
	see  string // a command that helps
}

func (e *usageError) Error() string {
	return fmt.Sprintf("%s\nRun %q for more.", e.text, e.see)
}

// usagef returns a usage error that will point at the help of the command that
// returns it.
func usagef(format string, args ...any) error {
	return &usageError{text: fmt.Sprintf(format, args...)}
}

// lookup finds a command by name.
func lookup(name string) (command, bool) {
	for _, c := range commands() {
		if c.name == name {
			return c, true
		}
	}
	return command{}, false
}

// unknownCommand says that there is no such command, and what may have been meant: a command of a
// similar name or with the same end, a question, or a flag.
func unknownCommand(name string) error {
	var names, ends []string
	for _, c := range commands() {
		names = append(names, c.name)
		if _, end, ok := strings.Cut(c.name, "-"); ok {
			ends = append(ends, end)
		}
	}
	near := nearest(name, names)
	if end := nearest(name, ends); near == "" && end != "" {
		near = names[slices.IndexFunc(names, func(n string) bool { return strings.HasSuffix(n, "-"+end) })]
	}
	text := fmt.Sprintf("there is no command %q", name)
	switch {
	case strings.ContainsAny(name, " ?"):
		text += fmt.Sprintf("; a question is asked with: newshound ask %q", name)
	case strings.HasPrefix(name, "-"):
		text += `; flags stand behind the command, as in: newshound ask --limit 5 "your question"`
	case near != "":
		text += fmt.Sprintf("; did you mean %q?", near)
	default:
		text += fmt.Sprintf("; there are %s", strings.Join(names, ", "))
	}
	return &usageError{text: text, see: "newshound help"}
}
