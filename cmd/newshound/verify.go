package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"newshound/answer"
	"newshound/answer/engine"
	"newshound/bot/cite"
	"newshound/bot/terminal"
)

const verifyHelp = `
FILE is an answer that was saved, as "newshound ask --json" and the other commands
print it, or several. "-" is the standard input. Each of its quotes is looked for
in the corpus:

  stands   the same bytes, in the same place of the same article
  moved    the same bytes elsewhere, in this article or another
  changed  other words stand there now
  gone     nothing in the corpus comes near

Where the article is cited by another outlet, headline, byline, date, section or
address than it has now, or another speaks there, that is said, too.

Exit codes: 0 every quote stands, and is cited as it was; 1 an error; 2 the
command line makes no sense; 3 one has moved, changed or gone, or is cited
otherwise.
`

func verifyCommand() command {
	return command{
		name:    "verify",
		args:    "FILE",
		summary: "say whether the quotes of a saved answer still stand",
		help:    verifyHelp,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			var corpus corpusFlags
			asJSON := fs.Bool("json", false, "print one JSON object a quote")
			corpus.register(fs)
			return func(ctx context.Context, env *environment, args []string) error {
				if len(args) != 1 {
					return usagef("verify needs one saved answer: newshound verify answer.json")
				}
				saved, err := readSaved(args[0], env.stdin)
				if err != nil {
					return err
				}
				e, err := corpus.engine(ctx, env)
				if err != nil {
					return err
				}
				return recheck(ctx, env, e, saved, *asJSON)
			}
		},
	}
}

// readSaved reads the saved answers of a file, or of the standard input. They may begin with a
// byte order mark, and be in UTF-16, as PowerShell writes what it redirects into a file.
func readSaved(path string, stdin io.Reader) (saved []answer.SavedQuote, err error) {
	in := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("%w; newshound ask --json prints a saved answer", err)
		}
		defer f.Close() //nolint:errcheck // only read
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return nil, fmt.Errorf("%s is a directory, and no saved answer; newshound ask --json prints one", path)
		}
		in = f
	}
	if saved, err = answer.ReadSaved(transform.NewReader(in, unicode.BOMOverride(transform.Nop))); err != nil {
		return nil, fmt.Errorf("read %s: %w; newshound ask --json prints one", path, err)
	}
	return saved, nil
}

// errStale is returned where a saved quote does not stand as it did: there is nothing
// more to print.
var errStale = fmt.Errorf("a quote does not stand as it did: %w", errNone)

// recheck prints what has become of saved quotes. It returns errStale if any is not as it was.
func recheck(ctx context.Context, env *environment, e *engine.Engine, saved []answer.SavedQuote, asJSON bool) error {
	w, stale, gone := env.stdout, false, 0
	for _, q := range saved {
		s, err := e.Recheck(ctx, q)
		if err != nil {
			return err
		}
		stale = stale || !s.Unchanged()
		if s.State == answer.Gone {
			gone++
		}
		show := printStanding
		if asJSON {
			show = printStandingJSON
		}
		if err := show(w, s); err != nil {
			return err
		}
	}
	switch len(saved) {
	case 0:
		if _, err := fmt.Fprintln(w, "The saved answer has no quote."); err != nil {
			return err
		}
	case gone:
		env.tell("no quote is anywhere in this corpus: --corpus names the one that was asked")
	}
	if stale {
		return errStale
	}
	return nil
}

// printStanding prints a line that says what has become of a quote, with details below it if it is
// not as it was.
func printStanding(w io.Writer, s answer.Standing) error {
	var lines strings.Builder
	tell := func(format string, args ...any) { fmt.Fprintf(&lines, format, args...) }
	tell("%-7s  quote %d of %s\n", s.State, s.Saved.N, s.Saved.Article)
	if s.Now != nil && s.State != answer.Stands {
		c := cite.Quote(s.Now.Cite)
		tell("         now in %s, %s\n", s.Now.Cite.Article.ID, c.Place)
	}
	switch s.State {
	case answer.Rewrote:
		tell("         was: %s\n         now: %s\n", oneLine(s.Saved.Quote), oneLine(s.Now.Quote))
	case answer.Gone:
		tell("         was: %s\n", oneLine(s.Saved.Quote))
	}
	for _, r := range s.Recited {
		tell("         %s was: %s\n         now: %s\n", r.Field, oneLine(r.Was), oneLine(r.Now))
	}
	_, err := io.WriteString(w, terminal.Visible(lines.String()))
	return err
}

// oneLine returns a text quoted as Go does, so that nothing in it moves a cursor.
func oneLine(text string) string { return fmt.Sprintf("%q", text) }

// printStandingJSON prints the same as a JSON object.
func printStandingJSON(w io.Writer, s answer.Standing) error {
	type place struct {
		Article   string `json:"article"`
		Paragraph int    `json:"paragraph"`
		Start     int    `json:"start"`
		End       int    `json:"end"`
		Quote     string `json:"quote"`
	}
	type difference struct {
		Given  string `json:"given,omitempty"`
		Stands string `json:"stands,omitempty"`
	}
	out := struct {
		N           int              `json:"n"`
		State       answer.State     `json:"state"`
		Article     string           `json:"article"`
		Quote       string           `json:"quote"`
		Now         *place           `json:"now,omitempty"`
		Differences []difference     `json:"differences,omitempty"`
		Recited     []answer.Recited `json:"recited,omitempty"`
	}{N: s.Saved.N, State: s.State, Article: s.Saved.Article, Quote: s.Saved.Quote, Recited: s.Recited}
	if s.Now != nil {
		if err := s.Now.Verify(); err != nil {
			return err
		}
		c := s.Now.Cite
		out.Now = &place{c.Article.ID, c.Where().N, c.Start, c.End, s.Now.Quote}
	}
	for _, d := range s.Differences {
		out.Differences = append(out.Differences, difference(d))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
