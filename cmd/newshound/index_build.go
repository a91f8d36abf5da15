package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"newshound/answer/index"
	"newshound/bot/phrase"
)

// build makes the index.
func (f *indexFlags) build(ctx context.Context, env *environment) error {
	if !isNone(f.output) && !index.IsIndex(f.output) && !isEmpty(f.output) {
		return fmt.Errorf("%s is no index, and is left as it is: -o gives the index another name, and --corpus names the articles", f.output)
	}
	in, err := f.corpus.stream(env)
	if err != nil {
		return err
	}
	// If loading fails, the index must not be replaced: in.once then ends ctx, which stops Build.
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	err = index.Build(ctx, f.output, in.once(ctx, stop), f.options(env))
	if err := in.end(ctx, err); err != nil {
		return err
	}
	return f.say(env, phrase.Count(in.n, "article")+" indexed")
}

// addArticles does --add.
func (f *indexFlags) addArticles(ctx context.Context, env *environment) error {
	in, err := f.corpus.stream(env)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	c, err := index.Add(ctx, f.output, in.once(ctx, stop), f.options(env))
	if err := in.end(ctx, err); err != nil {
		return err
	}
	if err := f.say(env, describe(c)); err != nil {
		return err
	}
	f.tidy(ctx, env, f.options(env))
	return nil
}

// deleteArticles does --delete.
func (f *indexFlags) deleteArticles(ctx context.Context, env *environment) error {
	ids, err := readIDs(f.remove)
	if err != nil {
		return err
	}
	c, err := index.Delete(ctx, f.output, ids, f.options(env))
	if err != nil {
		return err
	}
	if err := f.say(env, describe(c)); err != nil {
		return err
	}
	if len(c.Missing) > 0 {
		const most = 10
		names := c.Missing[:min(len(c.Missing), most)]
		more := ""
		if n := len(c.Missing) - len(names); n > 0 {
			more = fmt.Sprintf(" and %d more", n)
		}
		return fmt.Errorf("%s has no article with the id %s%s", f.output, strings.Join(names, ", "), more)
	}
	f.tidy(ctx, env, f.options(env))
	return nil
}

// tidy merges segments where that is due. The change itself is made already, so a merge that fails
// is only a warning.
func (f *indexFlags) tidy(ctx context.Context, env *environment, o index.Options) {
	if _, err := index.Merge(ctx, f.output, o); err != nil && ctx.Err() == nil {
		env.tell("warning: the change is made, but segments are not merged: %v", err)
	}
}

// describe says what a change did: “2 added, 1 updated”.
func describe(c index.Changes) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{c.Added, "added"}, {c.Updated, "updated"}, {c.Deleted, "deleted"}, {c.Unchanged, "unchanged"}} {
		if p.n > 0 {
			parts = append(parts, phrase.Grouped(p.n)+" "+p.what)
		}
	}
	if len(parts) == 0 {
		return "nothing changed"
	}
	return strings.Join(parts, ", ")
}

// readIDs returns the ids of the arguments: an id, or @ and the name of a file of ids.
func readIDs(args []string) (ids []string, err error) {
	for _, arg := range args {
		file, listed := strings.CutPrefix(arg, "@")
		if !listed {
			ids = append(ids, arg)
			continue
		}
		lines, err := readLines(file)
		if err != nil {
			return nil, fmt.Errorf("read the ids to delete: %w", err)
		}
		ids = append(ids, lines...)
	}
	return ids, nil
}

// readLines returns the lines of a file that are not blank.
func readLines(path string) (lines []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	for in := bufio.NewScanner(f); ; {
		if !in.Scan() {
			return lines, in.Err()
		}
		line := strings.TrimPrefix(in.Text(), "\uFEFF") // of an editor on Windows
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
}

// isEmpty reports whether a path is a file of no bytes, such as mktemp makes.
func isEmpty(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() == 0
}
