package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
	"unicode/utf8"

	"newshound/answer"
	"newshound/bot"
	"newshound/corpus"
)

const (
	// suggestions is how many questions are suggested.
	suggestions = 4
	// readForPrompts is how many articles are read for them.
	readForPrompts = 200
	// triedPrompts is how many names are tried.
	triedPrompts = 20
	// promptsTime is how long making them may take, and promptsLife the least time before they are
	// made again.
	promptsTime = 5 * time.Second
	promptsLife = 10 * time.Minute
)

// names matches what is likely a name in running text, with the article before it:
// several words in a row that begin with a capital.
var names = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\b[Tt]he )?\b\p{Lu}\p{Ll}{2,}(?: (?:of|the|for|de|van))?(?: \p{Lu}\p{Ll}{2,})+`)
})

// suggestedQuestions returns a function that returns questions to suggest. They are made by its
// first call, and by a later one, but not often, if the coverage has changed since or there was no
// time for all of them. Calls meanwhile do not wait: they return the questions that there were.
func suggestedQuestions(asker bot.Asker) func() []string {
	var (
		questions atomic.Pointer[[]string]
		making    sync.Mutex // guards what follows
		of        answer.Coverage
		made      time.Time
	)
	questions.Store(new([]string))
	return func() []string {
		if !making.TryLock() {
			return *questions.Load()
		}
		defer making.Unlock()
		now := asker.Coverage()
		same := now.Articles == of.Articles && now.Passages == of.Passages && now.Last.Equal(of.Last)
		if made.IsZero() || !same && time.Since(made) > promptsLife {
			fresh, inTime := answerable(asker)
			if !inTime {
				now = answer.Coverage{}
			}
			questions.Store(&fresh)
			of, made = now, time.Now()
		}
		return *questions.Load()
	}
}

// answerable makes questions of the names that the articles mention most, and returns those that
// the coverage answers. It reports whether there was time to try enough of them.
func answerable(asker bot.Asker) (questions []string, inTime bool) {
	ctx, cancel := context.WithTimeout(context.Background(), promptsTime)
	defer cancel()
	for _, name := range commonNames(asker) {
		q := fmt.Sprintf("What does the coverage say about %s?", name)
		if a, err := asker.Ask(ctx, answer.Question{Text: q, Limit: 1}); err == nil && a.Outcome == answer.Found {
			questions = append(questions, q)
		}
		if len(questions) == suggestions || ctx.Err() != nil {
			break
		}
	}
	return questions, ctx.Err() == nil
}

// commonNames lists names, those in articles of most outlets first, then those in most articles. A
// name has “the” before it if it mostly does in the articles. Only names within a sentence count:
// credits of pictures and menus end with theirs. What stands under every page of an outlet comes
// late, since only that one outlet has it.
func commonNames(asker bot.Asker) []string {
	found := make(map[string]*mentions)
	for _, a := range asker.Newest(readForPrompts) {
		for _, p := range a.Paragraphs {
			text := a.Text(p.Span)
			for _, at := range names().FindAllStringIndex(text, -1) {
				name := text[at[0]:at[1]]
				bare := strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
				if !strings.Contains(bare, " ") || !goesOn(text[at[1]:]) {
					continue
				}
				if found[bare] == nil {
					found[bare] = &mentions{outlets: make(map[string]bool)}
				}
				found[bare].add(a, bare != name)
			}
		}
	}
	all := slices.SortedFunc(maps.Keys(found), func(x, y string) int {
		return cmp.Or(len(found[y].outlets)-len(found[x].outlets), found[y].articles-found[x].articles, found[y].all-found[x].all, strings.Compare(x, y))
	})
	all = all[:min(triedPrompts, len(all))]
	for i, name := range all {
		if m := found[name]; 2*m.the > m.all {
			all[i] = "the " + name
		}
	}
	return all
}

// mentions counts how often a name is mentioned.
type mentions struct {
	outlets  map[string]bool
	articles int
	last     *corpus.Article // that it was found in
	all, the int             // all of them, and those with an article
}

// add counts a mention in an article. All of one article are added before those of the next.
func (m *mentions) add(in *corpus.Article, withThe bool) {
	m.all++
	if withThe {
		m.the++
	}
	if m.last != in {
		m.last = in
		m.articles++
		m.outlets[in.Outlet] = true
	}
}

// goesOn reports whether the text after a name goes on with a word in lower case, perhaps after “’s”
// or a comma.
func goesOn(text string) bool {
	for _, mark := range []string{"’s", "'s", ","} {
		text = strings.TrimPrefix(text, mark)
	}
	text, spaced := strings.CutPrefix(text, " ")
	first, _ := utf8.DecodeRuneInString(text)
	return spaced && unicode.IsLower(first)
}
