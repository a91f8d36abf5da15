package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot/internal/plain"
	"newshound/bot/phrase"
)

// ReplyTo puts an answer into plain words. It verifies every snippet, leaves out those that
// fail, and says so.
func ReplyTo(a *answer.Answer) Reply {
	if a.Unclear != nil {
		return Reply{Text: unclear(a.Unclear)}
	}
	r := Reply{Outcome: a.Outcome}
	for _, s := range shown(a) {
		if s.Verify() == nil {
			r.Snippets = append(r.Snippets, s)
		}
	}
	left := len(shown(a)) - len(r.Snippets)
	r.Turn = Turn{Question: cmp.Or(a.Read, a.Question.Text), Shown: len(r.Snippets), Page: numbersOf(r.Snippets), Seal: seal(r.Snippets)}
	if words := syntax.Unfiltered(a.Read); a.FollowUp && words != "" { // or else the filters tell all
		r.Notes = append(r.Notes, fmt.Sprintf("Read as “%s”.", plain.Clip(words, 200)))
	}
	if a.Form == answer.CheckQuote {
		r.Text = checkText(a)
		r.Notes = append(checkNotes(a), leftOut(left)...)
		return r
	}
	if len(a.Malformed) > 0 {
		r.Text = "I cannot read a part of that question, and so did not search."
		r.Notes, r.Actions = append(r.Notes, filterNotes(a)...), widenActions(a)
		return r
	}
	r.Text = opening(a, r.Snippets)
	r.Actions = append(widenActions(a), formActions(a)...)
	if a.Outcome == answer.None && !a.Newest && !slices.ContainsFunc(a.Unheld, isField) {
		r.Notes = append(r.Notes, searched(a))
	}
	r.Notes = append(r.Notes, formNotes(a, r.Snippets)...)
	if a.Unread && a.Form == "" {
		r.Notes = append(r.Notes, "More articles name the speaker than I read for one question, so there may be more. Narrow it down by outlet or dates.")
	}
	r.Notes = slices.Concat(r.Notes, filterNotes(a), wordNotes(a, r.Snippets), leftOut(left))
	return r
}

// opening returns the line above the quotes, which says how far the coverage answers.
func opening(a *answer.Answer, quotes []answer.Snippet) string {
	switch {
	case a.Newest && a.Outcome == answer.None && len(a.Unheld) == 0:
		return "The coverage has no such article."
	case a.Newest && len(quotes) > 0:
		return newest(a, quotes)
	case a.Outcome == answer.None && len(quotes) > 0:
		return "The coverage does not say. This comes nearest, and is no answer:"
	case a.Outcome == answer.None:
		return "The coverage does not say."
	case len(quotes) == 0:
		return "There is no quote to show."
	case len(a.Unanswered) > 0:
		return fmt.Sprintf("The coverage answers a part of this, and not %s:", phrase.Quoted(a.Unanswered, "or"))
	case a.Outcome == answer.Partial && slices.ContainsFunc(a.Unheld, isSpeaker):
		return unspoken(a)
	case a.Outcome == answer.Partial && len(a.Missing) > 0:
		return fmt.Sprintf("The coverage says this much, and never uses %s:", phrase.Quoted(a.Missing, "or"))
	case ofOtherDays(a):
		return "The coverage says this much, of other days:"
	case partly(a) && a.Form != answer.Compare:
		return "The coverage says this much, which may not be what is asked:"
	case a.Outcome == answer.Partial && len(a.Absent) == 0 && (len(a.Unheld) > 0 || len(a.Silent) > 0):
		return "The coverage says this much:"
	case a.Listed():
		return fmt.Sprintf("What the coverage attributes to %s, in the order of the articles:", strings.Join(a.Filter.Said, ", "))
	case a.Form == answer.Timeline:
		return "The coverage, in the order of publication:"
	case a.Form == answer.Compare:
		return "What each outlet says, the best quote of each:"
	case len(a.Absent) > 0:
		return fmt.Sprintf("The coverage says this, with no %s near it:", phrase.Quoted(a.Absent, "or"))
	case len(a.Parted) > 0:
		return fmt.Sprintf("The coverage says this, and names %s only apart from it:", phrase.Quoted(a.Parted, "and"))
	}
	return "The coverage says:"
}

// partly reports whether an answer is partial for none of the reasons that have words of their
// own.
func partly(a *answer.Answer) bool {
	return a.Outcome == answer.Partial && len(a.Absent)+len(a.Unheld)+len(a.Silent)+len(a.Missing)+len(a.Unanswered) == 0
}

// ofOtherDays reports whether an answer is partial because its quotes are of other days.
func ofOtherDays(a *answer.Answer) bool { return a.Apart && partly(a) }

// newest says how many articles there are, above the newest of them.
func newest(a *answer.Answer, quotes []answer.Snippet) string {
	article, order := "article", ", the newest first"
	if !a.Filter.IsZero() {
		article = "such article"
	}
	switch {
	case a.Total == 1:
		order = ""
	case quotes[0].Cite.Article.Published.IsZero():
		order = ", of no known date"
	}
	return fmt.Sprintf("The coverage has %s%s:", phrase.Count(a.Total, article), order)
}

// wordNotes returns a sentence for each thing to say about the question's words: which of them
// are missing, unless [opening] has said it, from which day they count, and which were read as
// others.
func wordNotes(a *answer.Answer, quotes []answer.Snippet) []string {
	var notes []string
	opened := a.Outcome == answer.Partial && len(quotes) > 0 && len(a.Unanswered) == 0
	if len(a.Missing) > 0 && !opened {
		notes = append(notes, fmt.Sprintf("The coverage never uses %s.", phrase.Quoted(a.Missing, "or")))
	}
	if len(a.Absent) > 0 && opened && (len(a.Missing) > 0 || slices.ContainsFunc(a.Unheld, isSpeaker)) {
		notes = append(notes, fmt.Sprintf("There is no %s near it.", phrase.Quoted(a.Absent, "or")))
	}
	if !a.Asked.IsZero() {
		note := fmt.Sprintf("Read as asked on %s.", phrase.DayOnly(a.Asked))
		dated := func(s answer.Snippet) bool { return !s.Cite.Article.Published.IsZero() }
		switch {
		case a.Apart && !ofOtherDays(a):
			note += " Nothing here was published near that day."
		case len(quotes) > 0 && !slices.ContainsFunc(quotes, dated):
			note += " When this was published is not known."
		}
		notes = append(notes, note)
	}
	for _, c := range a.Corrected {
		notes = append(notes, fmt.Sprintf("Read “%s” as “%s”.", c.From, c.To))
	}
	return notes
}

// leftOut says how many quotes were left out, if any.
func leftOut(n int) []string {
	switch n {
	case 0:
		return nil
	case 1:
		return []string{"1 quote was left out: it is not what its article says."}
	}
	return []string{fmt.Sprintf("%d quotes were left out: they are not what their articles say.", n)}
}

// searched says what was looked for, and in how much.
func searched(a *answer.Answer) string {
	size := coverageSize(a.Coverage)
	switch {
	case len(a.Searched) == 0 && len(a.Missing) == 0:
		return fmt.Sprintf("Searched nothing in %s: the question names no person, place or thing.", size)
	case len(a.Searched) == 0:
		return fmt.Sprintf("Searched %s.", size)
	}
	return fmt.Sprintf("Searched %s for %s.", size, phrase.Quoted(a.Searched, "and"))
}

// coverageSize says how much there is: "3 articles of 2 outlets".
func coverageSize(c answer.Coverage) string {
	size := phrase.Count(c.Articles, "article")
	if len(c.Outlets) > 0 {
		size += " of " + phrase.Count(len(c.Outlets), "outlet")
	}
	return size
}

// unclear asks whom a word of a follow-up (“he”) means, where it may be several.
func unclear(u *answer.Unclear) string {
	text := fmt.Sprintf("I cannot tell whom “%s” means", phrase.Short(u.Word))
	if len(u.Names) > 0 {
		text += ": " + phrase.Quoted(u.Names, "or")
	}
	return text + ". Please ask with the name."
}
