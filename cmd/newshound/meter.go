package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/term"

	"newshound/bot/phrase"
	"newshound/corpus"
	"newshound/corpus/textfile"
)

const (
	// meterAfter is how long something takes before its progress is shown.
	meterAfter = time.Second
	// meterEvery is how often it is shown then.
	meterEvery = 200 * time.Millisecond
	// slowStart is how long a corpus may take before an index is suggested.
	slowStart = 3 * time.Second
)

// meter shows on a terminal how many articles were read, how fast, and how long the rest will take,
// if that is known.
type meter struct {
	env          *environment
	paths        []string
	started, due time.Time // due is zero if nothing is to be shown
	articles     int
	bytes        int64
	total        int64 // of bytes; 0 if it is not known, -1 if it was not looked for yet
	shown        bool
}

// newMeter returns the meter of reading the files at the paths.
func newMeter(env *environment, paths []string) *meter {
	p := &meter{env: env, paths: paths, started: time.Now(), total: -1}
	if term.IsTerminal(int(env.stderr.Fd())) {
		p.due = p.started.Add(meterAfter)
	}
	return p
}

// plainBytes returns how many bytes of text the files have, or 0 if the size of one does not tell.
func plainBytes(paths []string) (total int64) {
	known := true
	for _, path := range paths {
		_ = filepath.WalkDir(path, func(name string, _ fs.DirEntry, _ error) error { // what cannot be read does not count
			if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
				switch {
				case textfile.Loads(name):
					total += info.Size()
				case corpus.HoldsRecords(name):
					if filepath.Base(name) != textfile.MetadataFile || name == path {
						size := unpackedSize(name, info.Size())
						total += size
						known = known && size > 0
					}
				default:
					known = known && name != path
				}
			}
			return nil
		})
	}
	if !known {
		return 0
	}
	return total
}

// unpackedSize returns the size of a file in bytes, uncompressed if it is compressed with gzip, or 0
// where that is not known. The end of a gzip file has the size of its last part modulo 2³² (RFC
// 1952), and as a rule there is only one part.
func unpackedSize(name string, size int64) int64 {
	if !strings.HasSuffix(strings.ToLower(name), ".gz") {
		return size
	}
	f, err := os.Open(name)
	if err != nil {
		return 0
	}
	defer f.Close() //nolint:errcheck // only read
	var end [4]byte
	if _, err := f.ReadAt(end[:], size-int64(len(end))); err != nil {
		return 0
	}
	unpacked := int64(binary.LittleEndian.Uint32(end[:]))
	if unpacked < size {
		return 0 // it has several parts, or more than 4 GiB
	}
	return unpacked
}

// add counts an article.
func (p *meter) add(a *corpus.Article) {
	const names = 200 // bytes, in a line of JSON, beside the texts
	p.articles++
	p.bytes += int64(len(a.Body) + len(a.Headline) + len(a.URL) + names)
	if p.due.IsZero() {
		return
	}
	if now := time.Now(); now.After(p.due) {
		p.due = now.Add(meterEvery)
		p.shown = true
		if p.total < 0 {
			p.total = plainBytes(p.paths)
		}
		// Without wrapping: of two lines a narrow terminal would clear one.
		fmt.Fprintf(p.env.stderr, "\r\x1b[K\x1b[?7l%s\x1b[?7h", p.line(now.Sub(p.started)))
	}
}

// line returns what to show after some time.
func (p *meter) line(after time.Duration) string {
	line := fmt.Sprintf("%s · %s a second", phrase.Count(p.articles, "article"), phrase.Grouped(int(float64(p.articles)/after.Seconds())))
	if left := p.total - p.bytes; p.total > 0 && left > 0 {
		rest := time.Duration(float64(after) * float64(left) / float64(p.bytes))
		line += fmt.Sprintf(" · about %s left", max(rest.Round(time.Second), time.Second))
	}
	return line
}

// of returns loaders that count their articles with the meter.
func (p *meter) of(loaders []corpus.Loader) []corpus.Loader {
	var out []corpus.Loader
	for _, l := range loaders {
		out = append(out, metered{l, p})
	}
	return out
}

type metered struct {
	corpus.Loader
	meter *meter
}

// Load implements [corpus.Loader].
func (m metered) Load(ctx context.Context) iter.Seq2[*corpus.Article, error] {
	return func(yield func(*corpus.Article, error) bool) {
		for a, err := range m.Loader.Load(ctx) {
			if a != nil {
				m.meter.add(a)
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// advise suggests an index to a person who has waited for long at a terminal.
func (p *meter) advise() {
	if !p.due.IsZero() && time.Since(p.started) > slowStart {
		fmt.Fprintln(p.env.stderr, "newshound: an index opens at once: newshound index --corpus PATH -o news.idx makes one, and --corpus news.idx asks it")
	}
}

// clear removes what is shown.
func (p *meter) clear() {
	if p.shown {
		p.shown = false
		fmt.Fprint(p.env.stderr, "\r\x1b[K")
	}
}
