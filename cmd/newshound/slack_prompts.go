package main

import (
	"cmp"
	"context"
	"fmt"
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

// names matches what is likely a name in running text: several words in a row that
// begin with a capital.
var names = regexp.MustCompile(`\b\p{Lu}\p{Ll}{2,}(?: (?:of|the|for|de|van))?(?: \p{Lu}\p{Ll}{2,})+`)

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

// commonNames lists names that the articles mention, first those that most do.
func commonNames(asker bot.Asker) []string {
	count := make(map[string]int)
	for _, a := range asker.Articles(readForPrompts) {
		seen := make(map[string]bool)
		for _, p := range a.Paragraphs {
			for _, name := range names.FindAllString(a.Text(p.Span), -1) {
				// At the start of a sentence the first word may be no part of it.
				name = strings.TrimPrefix(name, "The ")
				if strings.Contains(name, " ") && !seen[name] {
					seen[name] = true
					count[name]++
				}
			}
		}
	}
	var all []string
	for name := range count {
		all = append(all, name)
	}
	slices.SortFunc(all, func(x, y string) int { return cmp.Or(count[y]-count[x], strings.Compare(x, y)) })
	return all[:min(triedPrompts, len(all))]
}
