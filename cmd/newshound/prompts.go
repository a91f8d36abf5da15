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
	"time"

	"newshound/answer"
	"newshound/bot"
)

const (
	// suggestions is how many questions are suggested.
	suggestions = 4
	// readForPrompts is how many articles are read for them.
	readForPrompts = 200
	// triedPrompts is how many names are tried.
	triedPrompts = 20
	// promptsTime is how long all that may take.
	promptsTime = 5 * time.Second
)

// names matches what is likely a name in running text, with the article before it:
// several words in a row that begin with a capital.
var names = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\b[Tt]he )?\b\p{Lu}\p{Ll}{2,}(?: (?:of|the|for|de|van))?(?: \p{Lu}\p{Ll}{2,})+`)
})

// suggestedQuestions returns what makes questions to suggest, from the names that
// most articles mention; the coverage answers each. They are made when first asked
// for, and once.
func suggestedQuestions(asker bot.Asker) func() []string {
	return sync.OnceValue(func() []string {
		ctx, cancel := context.WithTimeout(context.Background(), promptsTime)
		defer cancel()
		var questions []string
		for _, name := range commonNames(asker) {
			q := fmt.Sprintf("What does the coverage say about %s?", name)
			if a, err := asker.Ask(ctx, answer.Question{Text: q, Limit: 1}); err == nil && a.Outcome == answer.Found {
				questions = append(questions, q)
			}
			if len(questions) == suggestions || ctx.Err() != nil {
				break
			}
		}
		return questions
	})
}

// commonNames lists names that the articles mention, first those that most do, each
// with an article if it mostly has one.
func commonNames(asker bot.Asker) []string {
	type mentions struct{ articles, all, the int }
	found := make(map[string]*mentions)
	for _, a := range asker.Newest(readForPrompts) {
		seen := make(map[string]bool)
		for _, p := range a.Paragraphs {
			for _, name := range names().FindAllString(a.Text(p.Span), -1) {
				bare := strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
				if !strings.Contains(bare, " ") {
					continue
				}
				m := found[bare]
				if m == nil {
					m = &mentions{}
					found[bare] = m
				}
				m.all++
				if bare != name {
					m.the++
				}
				if !seen[bare] {
					seen[bare] = true
					m.articles++
				}
			}
		}
	}
	all := slices.SortedFunc(maps.Keys(found), func(x, y string) int {
		return cmp.Or(found[y].articles-found[x].articles, found[y].all-found[x].all, strings.Compare(x, y))
	})
	all = all[:min(triedPrompts, len(all))]
	for i, name := range all {
		if m := found[name]; 2*m.the > m.all {
			all[i] = "the " + name
		}
	}
	return all
}
