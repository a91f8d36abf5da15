package service

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"newshound/answer"
	"newshound/answer/index"
	"newshound/corpus"
)

// fakeIndex is an index of articles whose file may be changed.
type fakeIndex struct {
	*index.Index
	stale func() (bool, error)
}

// Stale implements [Index].
func (f fakeIndex) Stale() (bool, error) { return f.stale() }

// TestLiving changes a corpus while it is served, in every way.
func TestLiving(t *testing.T) {
	of := func(n int) *index.Index {
		var articles []*corpus.Article
		for i := range n {
			articles = append(articles, corpus.NewArticle(corpus.Meta{ID: string(rune('a' + i))}, "A bridge was built.\n"))
		}
		return index.New(articles)
	}
	synctest.Test(t, func(t *testing.T) {
		var (
			log       bytes.Buffer
			mu        sync.Mutex
			articles  = 1
			stale     bool
			staleErr  error
			openErr   error
			panicking bool
			opened    int
		)
		change := func(f func()) {
			mu.Lock()
			defer mu.Unlock()
			f()
		}
		live, err := OpenLiving(t.Context(), slog.New(slog.NewTextHandler(&log, nil)), func(context.Context) (Index, error) {
			mu.Lock()
			defer mu.Unlock()
			opened++
			if panicking {
				panic("a secret")
			}
			if openErr != nil {
				return nil, openErr
			}
			stale = false
			return fakeIndex{of(articles), func() (bool, error) {
				mu.Lock()
				defer mu.Unlock()
				return stale, staleErr
			}}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		hangup := make(chan os.Signal)
		ctx, cancel := context.WithCancel(t.Context())
		var following sync.WaitGroup
		following.Go(func() { live.Follow(ctx, hangup) })
		for _, c := range []struct {
			name             string
			change           func()
			hangup           bool
			articles, opened int
			errors           int
		}{
			{"nothing", func() {}, false, 1, 1, 0},
			{"more articles", func() { articles, stale = 2, true }, false, 2, 2, 0},
			{"more, in a form that is not watched", func() { articles = 3 }, false, 2, 2, 0},
			{"asked for", func() {}, true, 3, 3, 0},
			{"damaged", func() { articles, stale, openErr = 9, true, errors.New("damaged") }, false, 3, 5, 1}, // and tried again
			{"still, asked for", func() {}, true, 3, 8, 2},
			{"mended", func() { openErr = nil }, false, 9, 9, 2},
			{"gone", func() { staleErr = errors.New("no such file") }, false, 9, 9, 3},
			{"there again", func() { articles, stale, staleErr = 4, true, nil }, false, 4, 10, 3},
			{"panics", func() { stale, panicking = true, true }, false, 4, 12, 6},
		} {
			change(c.change)
			if c.hangup {
				hangup <- os.Interrupt
			}
			<-time.After(2 * watchEvery)
			synctest.Wait()
			if got := live.Coverage().Articles; got != c.articles || len(live.Newest(100)) != c.articles {
				t.Errorf("%s: %d articles, want %d", c.name, got, c.articles)
			}
			change(func() {
				if opened != c.opened {
					t.Errorf("%s: opened %d times, want %d", c.name, opened, c.opened)
				}
			})
			if got := strings.Count(log.String(), "level=ERROR"); got != c.errors {
				t.Errorf("%s: %d errors, want %d:\n%s", c.name, got, c.errors, log.String())
			}
			a, err := live.Ask(t.Context(), answer.Question{Text: "When was the bridge built?"})
			if err != nil || len(a.Snippets)+len(a.Near) == 0 {
				t.Errorf("%s: %v, %+v", c.name, err, a)
			}
		}
		cancel()
		following.Wait()
		if strings.Contains(log.String(), "a secret") {
			t.Errorf("log: %s", log.String())
		}
	})
}

func TestLivingNeedsACorpus(t *testing.T) {
	none := errors.New("there is none")
	if _, err := OpenLiving(t.Context(), slog.New(slog.DiscardHandler), func(context.Context) (Index, error) { return nil, none }); !errors.Is(err, none) {
		t.Errorf("got %v", err)
	}
}
