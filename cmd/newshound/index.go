package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"newshound/answer/index"
	"newshound/bot"
	"newshound/bot/phrase"
	"newshound/bot/terminal"
)

const indexHelp = `
Makes one file of the corpus that opens at once whatever its size, and that every
command takes as --corpus:

  newshound index --corpus PATH -o FILE  make FILE, or make it anew
  newshound index --add PATH -o FILE     add the articles of PATH; those with an
                                         id that FILE has replace the old
  newshound index --delete ID -o FILE    delete articles: of some ids, or of
                                         those that @LIST has, one a line
  newshound index --watch DIR -o FILE    keep FILE like the files in DIR, until
                                         it is stopped
  newshound index --merge FILE           write FILE anew, in one piece
  newshound index --check FILE           verify every byte of FILE
  newshound index --info FILE            say what FILE holds

What it says is done is on the disk and stays, whatever happens then. FILE may be
in use: those who have it open go on with what it was; serve and chat see the
change within seconds. Another process that changes FILE is waited for.
`

// indexFlags are the flags of the verb index.
type indexFlags struct {
	corpus                  corpusFlags
	output, watch           string
	memory                  byteSize
	every                   time.Duration
	add, merge, check, info bool
	compact                 bool
	deleting                bool
	remove                  []string // ids, or @ and a file of them
}

func indexCommand() command {
	return command{
		name:    "index",
		args:    "[FILE]",
		summary: "make one file of a corpus, and keep it up to date",
		help:    indexHelp,
		flags: func(fs *flag.FlagSet) func(context.Context, *environment, []string) error {
			f := indexFlags{memory: index.DefaultMemory}
			f.corpus.register(fs)
			fs.StringVar(&f.output, "o", "", "the index is `FILE`")
			fs.BoolVar(&f.add, "add", false, "add to FILE the articles of the paths that follow, or of --corpus")
			fs.Func("delete", "delete the article of `ID` from FILE, or with @LIST those that are in\nthat file, one a line; further ids may follow", func(s string) error {
				f.deleting = true
				f.remove = append(f.remove, s)
				return nil
			})
			fs.StringVar(&f.watch, "watch", "", "keep FILE like the files in `DIR`")
			fs.DurationVar(&f.every, "every", time.Second, "with --watch, look every `TIME`; without it 1s")
			fs.BoolVar(&f.merge, "merge", false, "write FILE anew, in one piece and without what is deleted")
			fs.BoolVar(&f.compact, "compact", false, "make FILE about a fifth smaller, for answers that take longer;\nwith --merge, make it so; what is added to such a FILE stays so")
			fs.BoolVar(&f.check, "check", false, "verify FILE")
			fs.BoolVar(&f.info, "info", false, "say what FILE holds")
			fs.Var(&f.memory, "memory", "hold at most about `SIZE` in memory, as in 512MiB; less than 32MiB\ncounts as 32MiB; without it 1GiB")
			return f.run
		},
	}
}

// run does the one thing that the flags ask for.
func (f *indexFlags) run(ctx context.Context, env *environment, args []string) error {
	var modes []string
	do := f.build
	for _, m := range []struct {
		name string
		on   bool
		do   func(context.Context, *environment) error
	}{
		{"--add", f.add, f.addArticles}, {"--delete", f.deleting, f.deleteArticles}, {"--watch", f.watch != "", f.watchFiles},
		{"--merge", f.merge, f.mergeAll}, {"--check", f.check, f.verify}, {"--info", f.info, f.tell},
	} {
		if m.on {
			modes, do = append(modes, m.name), m.do
		}
	}
	if len(modes) > 1 {
		return usagef("%s cannot be done at once", strings.Join(modes, " and "))
	}
	reads := len(modes) == 0 || f.add
	if err := f.place(args, reads); err != nil {
		return err
	}
	if f.every < time.Millisecond {
		return usagef("--every must be a millisecond at least, not %s", f.every)
	}
	if f.output == "" {
		return usagef("index needs the index's name: -o FILE")
	}
	switch named := len(f.corpus.resolve(env)) > 0; { // else the articles are those that are built in
	case !reads && len(f.corpus.paths) > 0:
		return usagef("%s takes no --corpus", modes[0])
	case f.add && !named:
		return usagef("--add needs articles, and the index that they are added to: newshound index --add PATH -o FILE")
	case reads && !named && index.IsIndex(f.output):
		return usagef("%s is an index already: --info tells of it, --merge writes it anew, and --corpus PATH makes another in its place", f.output)
	}
	if makes := len(modes) == 0 || f.watch != "" || f.merge; f.compact && !makes {
		return usagef("%s takes no --compact: FILE stays as it was made, or --merge --compact makes it so", modes[0])
	}
	if err := f.look(modes); err != nil {
		return err
	}
	f.boundMemory()
	return do(ctx, env)
}

// place decides what the arguments mean, and which index is meant. The index may also be named with
// --corpus, as in every other command, unless the mode reads articles from there.
func (f *indexFlags) place(args []string, reads bool) error {
	paths := f.corpus.paths
	switch {
	case f.deleting:
		f.remove = append(f.remove, args...)
		if slices.Contains(f.remove, "") || slices.Contains(f.remove, "@") {
			return usagef("--delete needs the id of an article, or @LIST for those in a file")
		}
	case f.add && f.output == "" && len(paths) == 1 && index.IsIndex(paths[0]) && len(args) > 0:
		f.output, f.corpus.paths = paths[0], args
	case f.add && f.output == "" && len(args) > 0:
		f.output = args[len(args)-1]
		f.corpus.paths = append(f.corpus.paths, args[:len(args)-1]...)
	case f.add:
		f.corpus.paths = append(f.corpus.paths, args...)
	case f.output == "" && len(args) == 1:
		f.output = args[0]
	case len(args) > 0 && reads && len(paths) == 0:
		return usagef("the articles come with --corpus: newshound index --corpus %s -o %s", args[len(args)-1], cmp.Or(f.output, "FILE"))
	case len(args) > 0:
		return usagef("index takes one FILE, and %q is too many", args[len(args)-1])
	}
	if !reads && f.output == "" && len(paths) == 1 {
		f.output, f.corpus.paths = paths[0], nil
	}
	return nil
}

// look returns an error that says what to do if the index, or the directory to make it in, is not
// there, or cannot be one.
func (f *indexFlags) look(modes []string) error {
	dir := filepath.Dir(f.output)
	if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return fmt.Errorf("there is no directory %s: make it first", dir)
	}
	info, err := os.Stat(f.output)
	switch changes := len(modes) > 0 && f.watch == ""; {
	case changes && errors.Is(err, fs.ErrNotExist):
		return noIndex(f.output)
	case err == nil && !info.Mode().IsRegular() && !info.IsDir(): // of a pipe nothing may ever come
		return fmt.Errorf("%s is not a regular file, and so no index", f.output)
	}
	return nil
}

// noIndex returns the error for an index that is not there.
func noIndex(path string) error {
	return fmt.Errorf("there is no index %s: make it with newshound index --corpus PATH -o %[1]s", path)
}

// boundMemory makes the garbage collector work hard when --memory is nearly reached, and undoes
// collectLater: the garbage of a build has no pointers, so that collecting it costs less than
// using fresh memory.
func (f *indexFlags) boundMemory() {
	const least = 128 << 20 // with less, the process would do little but collect garbage
	debug.SetMemoryLimit(max(least, int64(f.memory)/10*9))
	debug.SetGCPercent(100)
}

// options are those for the changes of an index.
func (f *indexFlags) options(env *environment) index.Options {
	return index.Options{Memory: f.memory.enough(), Compact: f.compact, Waiting: func() {
		env.tell("another newshound is changing %s; waiting for it", f.output)
	}}
}

// isNone reports whether there is no such file.
func isNone(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// mergeAll does --merge.
func (f *indexFlags) mergeAll(ctx context.Context, env *environment) error {
	m, err := index.MergeAll(ctx, f.output, f.options(env))
	if err != nil {
		return err
	}
	return f.say(env, phrase.Count(m.Before, "segment")+" merged into one")
}

// verify does --check.
func (f *indexFlags) verify(ctx context.Context, env *environment) error {
	if err := index.Check(ctx, f.output); err != nil {
		return err
	}
	return f.say(env, "all is well")
}

// tell does --info.
func (f *indexFlags) tell(_ context.Context, env *environment) error {
	ix, err := index.Open(f.output)
	if err != nil {
		return err
	}
	i, c := ix.Info(), ix.Coverage()
	compact := ""
	if i.Compact {
		compact = "compact, "
	}
	_, err = fmt.Fprintf(env.stdout, "%s\n%s%s in %s, %s\n%s bytes, of which %s are dead; %s deleted\n",
		bot.DescribeCoverage(c), compact, phrase.Count(c.Passages, "passage"), phrase.Count(i.Segments, "segment"), changed(int(i.Generation)-1),
		phrase.Grouped(i.Bytes), phrase.Grouped(i.Dead), phrase.Count(i.Deleted, "article"))
	return err
}

// say prints a line with what was done and what the index holds now.
func (f *indexFlags) say(env *environment, done string) error {
	ix, err := index.Open(f.output)
	if err != nil {
		return err
	}
	line := fmt.Sprintf("%s: %s; it holds %s", f.output, done, bot.DescribeCoverage(ix.Coverage()))
	_, err = fmt.Fprintln(env.stdout, terminal.Visible(line))
	return err
}

// changed returns "never changed", "changed once" or "changed 3 times".
func changed(times int) string {
	switch times {
	case 0:
		return "never changed"
	case 1:
		return "changed once"
	}
	return "changed " + phrase.Grouped(times) + " times"
}
