package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"newshound/corpus"
)

// corpusFlags are the flags of every command that needs articles.
type corpusFlags struct {
	paths  []string
	strict bool
}

// register adds the flags to fs.
func (f *corpusFlags) register(fs *flag.FlagSet) {
	fs.Func("corpus", "answer from the articles in `PATH`: a directory of .txt and .md\n"+
		"files, or a .jsonl or .jsonl.gz file; may be repeated. Without it,\n"+
		"from those that NEWSHOUND_CORPUS lists, or else from the seed\n"+
		"articles that are built in", func(s string) error {
		if s == "" {
			return errors.New("the path is empty")
		}
		f.paths = append(f.paths, s)
		return nil
	})
	fs.BoolVar(&f.strict, "strict", false, "stop at an article that cannot be read, rather than go on without it")
}

// open loads the articles. What is wrong with single items is written to
// env.stderr, or is the error where strict is set. It never returns an empty
// corpus.
func (f *corpusFlags) open(ctx context.Context, env *environment) ([]*corpus.Article, error) {
	paths := f.paths
	if len(paths) == 0 {
		for _, p := range filepath.SplitList(env.getenv("NEWSHOUND_CORPUS")) {
			if p != "" {
				paths = append(paths, p)
			}
		}
	}
	loaders, err := openLoaders(paths)
	if err != nil {
		return nil, err
	}
	articles, problems, err := collect(ctx, loaders)
	if err != nil {
		return nil, err
	}
	if f.strict && len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	warn(env.stderr, problems)
	if len(articles) == 0 {
		return nil, fmt.Errorf("there is no article in %s", strings.Join(paths, ", "))
	}
	return articles, nil
}

// openLoaders returns a loader for each path, or the seeds' where there is none.
func openLoaders(paths []string) ([]corpus.Loader, error) {
	for _, p := range paths {
		if _, err := os.Stat(p); err != nil {
			return nil, fmt.Errorf("open corpus: %w", err)
		}
	}
	return nil, nil // TODO: corpus/textfile and corpus/jsonl
}

func collect(context.Context, []corpus.Loader) (articles []*corpus.Article, problems []error, err error) {
	return nil, nil, nil // TODO: corpus.Collect
}

// maxWarnings is how many problems of a corpus are told one by one.
const maxWarnings = 20

// warn writes problems that do not stop the command.
func warn(w io.Writer, problems []error) {
	for i, p := range problems {
		if i == maxWarnings {
			fmt.Fprintf(w, "newshound: warning: and %d more\n", len(problems)-i)
			return
		}
		fmt.Fprintf(w, "newshound: warning: %v\n", p)
	}
}
