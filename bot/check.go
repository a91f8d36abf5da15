package bot

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
)

// checkText says what came of checking a quote.
func checkText(a *answer.Answer) string {
	c := a.Check
	where := ":"
	if n := carriers(a.Snippets); a.Total > len(a.Snippets) {
		where = fmt.Sprintf(", in %d places or more:", a.Total)
	} else if n > 1 {
		where = fmt.Sprintf(", in %s:", phrase.Count(n, "article"))
	}
	switch {
	case len(a.Malformed) > 0:
		return "There is nothing to check."
	case c.Verdict == answer.Exact && c.By != "":
		return fmt.Sprintf("The words are exact, but here it is %s who says them, not “%s”%s", c.By, c.Named, where)
	case c.Verdict == answer.Exact && len(c.Between) > 0:
		return fmt.Sprintf("Exact, with %s in between%s", phrase.Quoted(c.Between, "and"), where)
	case c.Verdict == answer.Exact && c.Elided:
		return "Exact, but for what it marks as left out or put in" + where
	case c.Verdict == answer.Exact:
		return "Exact: it stands so in this coverage" + where
	case c.Joined:
		return "Altered: it joins words that stand in different places:"
	case c.Verdict == answer.Altered:
		return "Altered: it does not stand so in this coverage. The closest wording:"
	case c.Verdict == answer.Headline:
		return "In no article’s text, but in a headline."
	case c.Verdict == answer.Paraphrase:
		return "Not in these words. It may be a paraphrase of this, which comes nearest:"
	}
	return "Not in this coverage."
}

// carriers counts the articles of snippets.
func carriers(snippets []answer.Snippet) int {
	var ids []string
	for _, s := range snippets {
		if id := s.Cite.Article.ID; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return len(ids)
}

// checkNotes says what there is to say of a check beside the quotes.
func checkNotes(a *answer.Answer) []string {
	c := a.Check
	if len(a.Malformed) > 0 {
		return []string{uncheckable(a.Malformed[0])}
	}
	var notes []string
	switch c.Verdict {
	case answer.Exact:
		if carriers(a.Snippets) > 1 {
			notes = append(notes, earliest(a.Snippets, a.Unread), undated(a.Snippets))
		}
	case answer.Altered:
		notes = differences(c.Differences)
	case answer.Headline:
		for _, h := range c.Headlines[:min(len(c.Headlines), maxHeadlines)] {
			notes = append(notes, plain.Join(", ", "“"+h.Headline+"”", nameOf(h.Outlet), phrase.Day(h.Published), h.URL))
		}
		notes = append(notes, andFurther(len(c.Headlines)-maxHeadlines, "headline"))
	case answer.Absent:
		notes = append(notes, searched(a)+" This says nothing of whether the words were said.")
	}
	if c.By != "" && c.Verdict != answer.Exact {
		notes = append(notes, fmt.Sprintf("Here it is %s who says it, not “%s”.", c.By, c.Named))
	} else if len(c.Aside) > 0 && c.By == "" && c.Verdict != answer.Absent {
		notes = append(notes, fmt.Sprintf("Not checked, for it is outside of the quotation marks: %s.", phrase.Quoted(c.Aside, "and")))
	}
	if c.Coverage < 1 && c.Verdict != answer.Absent {
		notes = append(notes, fmt.Sprintf("By weight, %.0f %% of the words stand there in this order.", math.Floor(100*c.Coverage)))
	}
	return plain.Known(notes...)
}

// uncheckable says why what was given cannot be checked, and what to give.
func uncheckable(m answer.Malformed) string {
	switch {
	case m.Common:
		return "All of these words are too common to be looked for. Give more of the quote."
	case m.Value != "":
		return "That is too long for one quote. Check it piece by piece."
	}
	return "Give the words of a quote, as in: quote: we will miss it"
}

// maxDifferences is how many differences are told, and maxHeadlines how many headlines.
const (
	maxDifferences = 6
	maxHeadlines   = 3
)

// differences tells the first differences, and how many more there are.
func differences(all []answer.Difference) (notes []string) {
	for _, d := range all[:min(len(all), maxDifferences)] {
		notes = append(notes, difference(d))
	}
	return append(notes, andFurther(len(all)-maxDifferences, "difference"))
}

// andFurther says that there are n more of a thing than are told, "" where n is not positive.
func andFurther(n int, thing string) string {
	if n <= 0 {
		return ""
	}
	return "And " + phrase.Count(n, "more "+thing) + "."
}

// difference tells of one what stands there, and what was given.
func difference(d answer.Difference) string {
	given, stands := shortWords(d.Given), shortWords(d.Stands)
	switch {
	case d.Given == "":
		return fmt.Sprintf("Left out: “%s”.", stands)
	case d.Stands == "":
		return fmt.Sprintf("Not there: “%s”.", given)
	}
	return fmt.Sprintf("There it says “%s”, not “%s”.", stands, given)
}

// shortWords cuts the middle out of many words.
func shortWords(text string) string {
	const most = 16
	words := strings.Fields(text)
	if len(words) <= most {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:most/2], " ") + " […] " + strings.Join(words[len(words)-most/2:], " ")
}
