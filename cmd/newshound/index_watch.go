package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"newshound/answer/index"
	"newshound/corpus"
	"newshound/corpus/textfile"
)

// watcher keeps an index like the files in a directory.
type watcher struct {
	flags *indexFlags
	env   *environment
	dir   string
	// before are the stamps of the files when they were last looked at, and done those of the
	// files that the index has, as it has them. Names are relative to dir, with slashes.
	before, done map[string]fileStamp
	ids          map[string][]string // of the articles that the index has, by file
	file         os.FileInfo         // of the index, when recall last read it
	told         map[string]bool     // the forms of files that were reported as not read
	merging      sync.WaitGroup
	busy         chan struct{} // holds a value while segments are merged
}

// watchFiles does --watch.
func (f *indexFlags) watchFiles(ctx context.Context, env *environment) error {
	w, err := newWatcher(ctx, f, env)
	if err != nil {
		return err
	}
	defer w.merging.Wait()
	if err := f.say(env, "watching "+f.watch); err != nil {
		return err
	}
	tick := time.NewTicker(f.every)
	defer tick.Stop()
	told := ""
	for {
		err := w.look(ctx)
		switch {
		case ctx.Err() != nil:
			return nil // which is how a watch ends
		case err == nil:
			told = ""
		case err.Error() != told: // the disk may be full; it is tried again
			told = err.Error()
			w.warn(err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}

// newWatcher returns a watcher, which has not looked yet. If there is no index, it
// makes one.
func newWatcher(ctx context.Context, f *indexFlags, env *environment) (*watcher, error) {
	if info, err := os.Stat(f.watch); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("there is no directory %s to watch", f.watch)
	}
	if isNone(f.output) || isEmpty(f.output) {
		if err := index.Build(ctx, f.output, func(func(*corpus.Article) bool) {}, f.options(env)); err != nil {
			return nil, err
		}
	}
	w := &watcher{flags: f, env: env, dir: filepath.Clean(f.watch), told: make(map[string]bool), busy: make(chan struct{}, 1)}
	if err := w.recall(ctx); err != nil {
		return nil, err
	}
	return w, nil
}

// recall finds out which articles of the index come from files in the directory. It does not know
// how the files were then, so all are loaded once and compared article by article.
func (w *watcher) recall(ctx context.Context) error {
	file, err := os.Stat(w.flags.output)
	if err != nil {
		return err
	}
	done, ids := make(map[string]fileStamp), make(map[string][]string)
	for a, err := range index.NewLoader(w.flags.output).Load(ctx) {
		if err != nil {
			return err
		}
		if file, ok := w.fileOf(a.Origin); ok {
			ids[file] = append(ids[file], a.ID)
			done[file] = fileStamp{}
		}
	}
	w.file, w.done, w.ids = file, done, ids
	return nil
}

// look looks at the files, and updates the index with those that have changed. It waits until a
// file is the same in two looks, since it may be half written.
func (w *watcher) look(ctx context.Context) error {
	if err := w.notice(ctx); err != nil {
		return err
	}
	now, unseen := w.scan()
	if unseen != nil {
		unseen = fmt.Errorf("watch %s: %w", w.dir, unseen)
	}
	if now == nil {
		return unseen // the directory may come back
	}
	changed, gone := w.since(now)
	w.before = now
	if len(changed)+len(gone) == 0 {
		return unseen
	}
	if err := w.follow(ctx, now, changed, gone); err != nil {
		return errors.Join(err, w.recall(ctx))
	}
	return unseen
}

// since returns the names of the files that have changed since the index was updated, and of those
// that are gone. If the file of metadata has changed, all texts count as changed.
func (w *watcher) since(now map[string]fileStamp) (changed, gone []string) {
	settled := func(name string) bool { return w.before[name] == now[name] }
	for name := range now {
		if now[name] != w.done[name] && settled(name) {
			changed = append(changed, name)
		}
	}
	for name := range w.done {
		_, there := now[name]
		if _, was := w.before[name]; !there && !was && w.before != nil {
			gone = append(gone, name)
		}
	}
	if slices.Contains(changed, textfile.MetadataFile) || slices.Contains(gone, textfile.MetadataFile) {
		for name := range now {
			if textfile.Loads(name) && settled(name) && !slices.Contains(changed, name) {
				changed = append(changed, name)
			}
		}
	}
	slices.Sort(changed)
	slices.Sort(gone)
	return changed, gone
}

// notice calls recall if the index has become another file: it was written again, perhaps with other
// articles.
func (w *watcher) notice(ctx context.Context) error {
	now, err := os.Stat(w.flags.output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.file = nil
		return fmt.Errorf("there is no index %s any more: put it back, or start this watch again, which makes it from %s", w.flags.output, w.dir)
	case err != nil || os.SameFile(now, w.file):
		return err
	}
	return w.recall(ctx)
}

// follow updates the index with the files that have changed and that are gone.
func (w *watcher) follow(ctx context.Context, now map[string]fileStamp, changed, gone []string) error {
	l := w.changedFiles(changed, gone)
	// What to delete is known only once all is loaded. If the process ends in between, recall finds
	// out what is left to delete.
	c, err := index.Add(ctx, w.flags.output, l.all(ctx, changed), w.options())
	if err != nil {
		return err
	}
	former := make(map[string]bool)
	for _, name := range slices.Concat(changed, gone) {
		if l.flawed[name] {
			l.ids[name] = append(l.ids[name], w.ids[name]...) // until it can be read
		} else {
			for _, id := range w.ids[name] {
				former[id] = true
			}
		}
		delete(w.ids, name)
		if len(l.ids[name]) > 0 {
			w.ids[name] = l.ids[name]
		}
		if stamp, there := now[name]; there {
			w.done[name] = stamp
		} else {
			delete(w.done, name)
		}
	}
	w.spare(former, changed)
	if len(former) > 0 {
		d, err := index.Delete(ctx, w.flags.output, slices.Sorted(maps.Keys(former)), w.options())
		if err != nil {
			return err
		}
		c.Deleted = d.Deleted
	}
	if !c.Any() {
		return nil
	}
	if err := w.flags.say(w.env, describe(index.Changes{Added: c.Added, Updated: c.Updated, Deleted: c.Deleted})); err != nil {
		return err
	}
	w.merge(ctx)
	return nil
}

// options returns the options for changes. They do not tell of waiting for another process, since it
// is mostly the watcher's own merge that is waited for.
func (w *watcher) options() index.Options {
	return index.Options{Memory: w.flags.memory.enough(), Compact: w.flags.compact}
}

// spare removes from former the ids that articles of other files have, too: the article is theirs
// now. Those files are loaded again if they were not just loaded.
func (w *watcher) spare(former map[string]bool, changed []string) {
	for name, ids := range w.ids {
		for _, id := range ids {
			if former[id] {
				delete(former, id)
				if !slices.Contains(changed, name) {
					w.done[name] = fileStamp{}
				}
			}
		}
	}
}

// merge merges segments in the background, unless that is going on already.
func (w *watcher) merge(ctx context.Context) {
	select {
	case w.busy <- struct{}{}:
	default:
		return
	}
	w.merging.Go(func() {
		defer func() { <-w.busy }()
		w.flags.tidy(ctx, w.env, w.options())
	})
}

// warn tells what is wrong with a file.
func (w *watcher) warn(err error) {
	if !errors.Is(err, context.Canceled) {
		w.env.tell("warning: %v", err)
	}
}
