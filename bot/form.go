package bot

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
	"newshound/corpus"
)

// formActions offers the other forms in which an answered question can be asked.
func formActions(a *answer.Answer) []Action {
	if a.Outcome == answer.None || a.Newest {
		return nil
	}
	var out []Action
	if a.Form != answer.Timeline && a.Coverage.Articles > 1 {
		out = append(out, Action{"Timeline", TimelineCommand})
	}
	if a.Form != answer.Compare && len(a.Coverage.Outlets) > 1 {
		out = append(out, Action{"Compare outlets", CompareCommand})
	}
	if a.Form != "" {
		out = append(out, Action{"Best quotes", QuotesCommand})
	}
	return out
}

// formNotes returns a sentence for each thing that a timeline, a comparison or an answer of
// several outlets has to say beside its quotes.
func formNotes(a *answer.Answer, quotes []answer.Snippet) []string {
	if len(quotes) == 0 || a.Outcome == answer.None {
		return nil
	}
	var notes []string
	switch a.Form {
	case answer.Timeline:
		notes = append(notes, earliest(a.Snippets, a.Unread), undated(a.Snippets), named(quotes))
	case answer.Compare:
		notes = append(notes, sides(a.Sides), silent(without(a.Sides)))
	default:
		notes = append(notes, silent(a.Silent))
	}
	if n := a.Snippets[len(a.Snippets)-1].Cite.N; n < a.Total && !a.Newest && a.Snippets[0].Cite.N == 1 {
		notes = append(notes, firstOf(n, a.Total))
	}
	if a.Form != "" && a.Unread {
		notes = append(notes, "More of the coverage bears on this than I read for one question, so there may be more articles, and earlier ones. Narrow it down by outlet or dates.")
	}
	return plain.Known(notes...)
}

// firstOf says that there are more quotes than are shown.
func firstOf(n, total int) string {
	if n == 1 {
		return fmt.Sprintf("This is the first of %d.", total)
	}
	return fmt.Sprintf("These are the first %d of %d.", n, total)
}

// earliest says which article of a timeline is the earliest, if the timeline begins with these
// quotes, and "" if not. If several may be, since only their day is known or they share a minute,
// it names the outlets of all. If part of the coverage is unread, it says “of what was read”.
func earliest(quotes []answer.Snippet, unread bool) string {
	first := quotes[0].Cite.Article
	if quotes[0].Cite.N != 1 || first.Published.IsZero() {
		return ""
	}
	same, articles, minute := []string{nameOf(first.Outlet)}, 1, corpus.PrecisionOf(first.Published) == corpus.Instant
	for _, s := range quotes[1:] {
		p := s.Cite.Article.Published
		if !p.IsZero() && !slices.ContainsFunc(quotes, func(q answer.Snippet) bool {
			return corpus.Before(q.Cite.Article.Published, p) && !sameMinute(q.Cite.Article.Published, p)
		}) {
			articles++
			minute = minute && sameMinute(first.Published, p)
			if name := nameOf(s.Cite.Article.Outlet); !slices.Contains(same, name) {
				same = append(same, name)
			}
		}
	}
	among := "in this coverage"
	if unread {
		among = "of what was read"
	}
	switch {
	case articles == 1:
		return fmt.Sprintf("Earliest %s: %s, %s.", among, same[0], phrase.Day(first.Published))
	case len(same) == 1:
		return fmt.Sprintf("Earliest %s: %s, %s, in %s.", among, same[0], phrase.Day(first.Published), phrase.Count(articles, "article"))
	}
	if minute {
		return fmt.Sprintf("Earliest %s, %s: %s, in the same minute.", among, phrase.Day(first.Published), phrase.Names(same))
	}
	return fmt.Sprintf("Earliest %s, %s: %s; which of them was first is not known.", among, phrase.OnDay(first.Published), phrase.Names(same))
}

// sameMinute reports whether two times, both known to the second, are shown as the same.
func sameMinute(x, y time.Time) bool {
	return corpus.PrecisionOf(x) == corpus.Instant && corpus.PrecisionOf(y) == corpus.Instant && x.Truncate(time.Minute).Equal(y.Truncate(time.Minute))
}

// undated says how many of the quotes, which come last, have no known date.
func undated(quotes []answer.Snippet) string {
	n := 0
	for _, s := range quotes {
		if s.Cite.Article.Published.IsZero() {
			n++
		}
	}
	switch {
	case n == 0:
		return ""
	case n == len(quotes) && quotes[0].Cite.N == 1:
		return "None of these articles has a known date: their order says nothing."
	case n == 1:
		return "The last article has no known date."
	}
	return fmt.Sprintf("The last %d articles have no known date.", n)
}

// named lists the dates that the quotes mention, in their own words.
func named(quotes []answer.Snippet) string {
	var parts []string
	for _, s := range quotes {
		var words []string
		for _, d := range s.Dates() {
			words = append(words, s.Quote[d.Start:d.End])
		}
		if len(words) > 0 {
			parts = append(parts, fmt.Sprintf("quote %d %s", s.Cite.N, phrase.Quoted(words, "and")))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Dates in the text, not of publication: " + strings.Join(parts, "; ") + "."
}

// sides says how many articles of each outlet bear on the question, and when they were
// published.
func sides(all []answer.Side) string {
	var parts []string
	for _, s := range all {
		if s.Articles == 0 {
			continue
		}
		if len(parts) == phrase.MaxItems {
			parts = append(parts, "and other outlets")
			break
		}
		when := "of no known date"
		switch {
		case s.First.IsZero():
		case phrase.DayOnly(s.First) == phrase.DayOnly(s.Last):
			when = phrase.DayOnly(s.First)
		default:
			when = phrase.DayOnly(s.First) + " to " + phrase.DayOnly(s.Last)
		}
		if s.Undated > 0 && !s.First.IsZero() {
			when += fmt.Sprintf(", %d of no known date", s.Undated)
		}
		if s.Copies > 0 {
			when += fmt.Sprintf("; %d with the text of an earlier one", s.Copies)
		}
		parts = append(parts, fmt.Sprintf("%s %d (%s)", nameOf(s.Outlet), s.Articles, when))
	}
	return "Articles found that bear on it: " + strings.Join(parts, "; ") + "."
}

// without returns the outlets in which nothing was found.
func without(all []answer.Side) []string {
	var outlets []string
	for _, s := range all {
		if s.Articles == 0 {
			outlets = append(outlets, s.Outlet)
		}
	}
	return outlets
}

// silent says that nothing was found in the given outlets.
func silent(outlets []string) string {
	if len(outlets) == 0 {
		return ""
	}
	names := make([]string, len(outlets))
	for i, o := range outlets {
		names[i] = nameOf(o)
	}
	return "Nothing on it was found in " + strings.TrimSuffix(phrase.Names(names), ".") + "."
}

// nameOf names an outlet in a sentence.
func nameOf(outlet string) string {
	if outlet == "" {
		return "an unknown outlet"
	}
	return phrase.Short(outlet)
}
