package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"newshound/answer"
	"newshound/bot"
	"newshound/bot/terminal"
)

const askHelp = `
The question may be one argument or several. Without one, or where it is "-",
it is read from the standard input. The flags may stand before and after it, and
"--" before one that begins with a dash.

A question may narrow itself down, in words (according to The Hill, since Friday)
or with filters: outlet:"The Hill", byline:"Ann Roe", section:Politics, said:Wray,
from:2018-07-01, to:2018-07, "an exact phrase", -without.

Exit codes: 0 the coverage answers, wholly or in part; 1 an error; 2 the command
line, or a filter in the question, makes no sense; 3 the coverage does not say.
`

const sourcesHelp = `
What the coverage holds is told in place of an answer, with exit code 0, by
"sources", "Which outlets are there?" and the same of sections and authors; with
--json these are questions like others.
`

// maxLimit is the largest --limit. More quotes than this are not an answer.
const maxLimit = 50

// defaultLines is the number of quotes of a timeline or a comparison unless asked
// otherwise.
const defaultLines = 10

const timelineHelp = `
Shows what each article says of it, the best quote of each, in the order in which
they were published; articles of no known date come last.
` + askHelp

const compareHelp = `
Shows the best quote of each outlet on it, counts the articles of each that bear
on it, and names the outlets of which nothing was found.
` + askHelp

func askCommand() command {
	return asking{name: "ask", args: "QUESTION", summary: "answer one question", help: askHelp + sourcesHelp, most: answer.DefaultLimit}.command()
}

func timelineCommand() command {
	return asking{
		name: "timeline", args: "QUESTION", summary: "show what each article says of it, by date",
		help: timelineHelp, form: answer.Timeline, most: defaultLines,
	}.command()
}

func compareCommand() command {
	return asking{
		name: "compare", args: "QUESTION", summary: "show what each outlet says of it",
		help: compareHelp, form: answer.Compare, most: defaultLines,
	}.command()
}

const checkQuoteHelp = `
Says whether the words stand in the coverage as they are given, and in which
articles, the earliest first; whether they were altered, and how; whether they are
a headline; or that they are not in this coverage, which says nothing of whether
they were said. An ellipsis or words in [brackets] mark what was left out or put
in. Capitals, marks and hyphens make no difference, nor does what is written short:
$8bn, 6%, Jan. 31. Of a name given outside of the quotation marks it says if it is
another there.

The quote may be one argument or several. Without one, or where it is "-", it is
read from the standard input.

Exit codes: 0 it is there, altered or not; 1 an error; 2 the command line makes
no sense; 3 no article’s text has it, though it may be a headline.
`

func checkQuoteCommand() command {
	return asking{
		name: "check-quote", args: "QUOTE", summary: "say whether a quote stands in the coverage",
		help: checkQuoteHelp, form: answer.CheckQuote, most: defaultLines,
	}.command()
}

// asking is a command that answers one question in a form.
type asking struct {
	name, args    string
	summary, help string
	form          answer.Form
	most          int // snippets unless asked otherwise
}

func (a asking) command() command {
	return command{
		name:    a.name,
		args:    a.args,
		summary: a.summary,
		help:    a.help,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			f := askFlags{asking: a, why: new(bool), today: new(time.Time)}
			f.limit = fs.Int("limit", a.most, fmt.Sprintf("show at most `N` quotes, 1 to %d; without it %d", maxLimit, a.most))
			f.asJSON = fs.Bool("json", false, "print the answer as one JSON object")
			if a.form != answer.CheckQuote { // whose words are only compared
				f.why = fs.Bool("explain", false, "say why: the words and their weights, what each adds to each\n"+
					"quote and its passage, and the evidence; with --json under explain")
				f.today = dayFlag(fs, "today", "the `DAY` from which “yesterday” and “since Friday” count, as in\n2018-07-27; without it, today")
			}
			f.corpus.register(fs)
			return f.run
		},
	}
}

// askFlags is such a command with its flags.
type askFlags struct {
	asking
	corpus      corpusFlags
	limit       *int
	asJSON, why *bool
	today       *time.Time
}

// run asks the question that the arguments are, and prints the answer.
func (f *askFlags) run(ctx context.Context, env *environment, args []string) error {
	if *f.limit < 1 || *f.limit > maxLimit {
		return usagef("--limit must be from 1 to %d, not %d", maxLimit, *f.limit)
	}
	text, err := f.text(args, env.stdin)
	if err != nil {
		return err
	}
	engine, err := f.corpus.engine(ctx, env)
	if err != nil {
		return err
	}
	if sources, ok := bot.Sources(text, engine); ok && f.form == "" && !*f.asJSON {
		return terminal.Render(env.stdout, bot.Reply{Text: sources}, terminal.StyleOf(env.stdout, env.getenv))
	}
	got, err := engine.Ask(ctx, answer.Question{Text: text, Form: f.form, Limit: *f.limit, Explain: *f.why, Today: *f.today})
	if err != nil {
		return err
	}
	unread := len(got.Malformed) > 0
	if !unread || *f.asJSON {
		if err := printAnswer(env, got, *f.asJSON); err != nil {
			return fmt.Errorf("print the answer: %w", err)
		}
	}
	if unread {
		return usagef("%s", strings.Join(bot.ReplyTo(got).Notes, "\n"))
	}
	if *f.why && !*f.asJSON && got.Form != answer.CheckQuote {
		if err := printExplanation(env.stdout, got); err != nil {
			return fmt.Errorf("print the explanation: %w", err)
		}
	}
	if got.Outcome == answer.None {
		return errNone
	}
	return nil
}

// dayFlag defines a flag for a day, and returns a pointer to its value: midnight UTC of that day, or
// the time now where the flag is not given.
func dayFlag(fs *flag.FlagSet, name, usage string) *time.Time {
	day := time.Now()
	fs.Func(name, usage, func(s string) (err error) {
		if day, err = time.Parse(time.DateOnly, s); err != nil {
			return errors.New("want a day like 2018-07-27")
		}
		return nil
	})
	return &day
}

// text returns the question: the arguments, or the standard input where there are none or just "-".
func (a asking) text(args []string, stdin *os.File) (string, error) {
	missing := usagef("%s needs a %s: newshound %[1]s \"your %[2]s\"", a.name, strings.ToLower(a.args))
	text := strings.Join(args, " ")
	if len(args) == 0 && term.IsTerminal(int(stdin.Fd())) {
		return "", missing
	}
	if len(args) == 0 || text == "-" {
		b, err := io.ReadAll(io.LimitReader(stdin, bot.MaxQuestion+1))
		if err != nil {
			return "", fmt.Errorf("read the question: %w", err)
		}
		text = string(b)
	}
	clean, err := bot.CleanQuestion(text)
	switch {
	case err != nil && !errors.Is(err, bot.ErrEmptyQuestion):
		return "", usagef("%v", err)
	case !utf8.ValidString(text): // some of its words would be others, or all of them none
		return "", usagef("the %s is not in UTF-8: have the terminal write that, or convert what is read, for example with iconv -f WINDOWS-1252 -t UTF-8", strings.ToLower(a.args))
	case err != nil:
		return "", missing
	}
	return clean, nil
}

// printAnswer writes an answer to the standard output.
func printAnswer(env *environment, a *answer.Answer, asJSON bool) error {
	if !asJSON {
		return terminal.Render(env.stdout, bot.ReplyTo(a), terminal.StyleOf(env.stdout, env.getenv))
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(a); err != nil {
		return err
	}
	_, err := env.stdout.Write(pair().ReplaceAll(b.Bytes(), []byte("[$1, $2]")))
	return err
}

// pair matches two numbers that the encoder has spread over four lines. It cannot
// match inside a string, which has no newline in JSON.
var pair = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[\n\s+(\d+),\n\s+(\d+)\n\s+\]`) })
