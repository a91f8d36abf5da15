package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"newshound/answer"
)

// ReplyTo puts an answer into plain words. Every snippet is verified; one that
// fails is left out, and the reply says so.
func ReplyTo(a *answer.Answer) Reply {
	r := Reply{Outcome: a.Outcome}
	quotes := a.Snippets
	if a.Outcome == answer.None {
		quotes = a.Near
	}
	for _, s := range quotes {
		if s.Verify() == nil {
			r.Snippets = append(r.Snippets, s)
		}
	}
	left := len(quotes) - len(r.Snippets)
	if a.Unclear != nil {
		return Reply{Text: unclear(a.Unclear)}
	}
	r.Turn = Turn{Question: cmp.Or(a.Read, a.Question.Text), Shown: len(r.Snippets), Page: numbersOf(r.Snippets), Seal: seal(r.Snippets)}
	if words := answer.Unfiltered(a.Read); a.FollowUp && words != "" { // or else the filters tell all
		r.Notes = append(r.Notes, fmt.Sprintf("Read as “%s”.", cut(words, 200)))
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
	switch {
	case a.Outcome == answer.None:
		r.Text = "The coverage does not say."
		if len(r.Snippets) > 0 {
			r.Text += " This comes nearest, and is no answer:"
		}
		if !slices.ContainsFunc(a.Unheld, isField) {
			r.Notes = append(r.Notes, searched(a))
		}
	case len(r.Snippets) == 0:
		r.Text = "There is no quote to show."
	case a.Outcome == answer.Partial && slices.ContainsFunc(a.Unheld, isSpeaker):
		r.Text = unspoken(a)
	case a.Outcome == answer.Partial && len(a.Missing) > 0:
		r.Text = fmt.Sprintf("The coverage says this much, and never uses %s:", enumerate(a.Missing, "or"))
	case a.Outcome == answer.Partial:
		r.Text = "The coverage says this much:"
	case a.Listed():
		r.Text = fmt.Sprintf("What the coverage attributes to %s, in the order of the articles:", strings.Join(a.Filter.Said, ", "))
	case a.Form == answer.Timeline:
		r.Text = "The coverage, in the order of publication:"
	case a.Form == answer.Compare:
		r.Text = "What each outlet says, the best quote of each:"
	case len(a.Absent) > 0:
		r.Text = fmt.Sprintf("The coverage says this, with no %s near it:", enumerate(a.Absent, "or"))
	default:
		r.Text = "The coverage says:"
	}
	r.Notes = append(r.Notes, formNotes(a, r.Snippets)...)
	if a.Unread {
		r.Notes = append(r.Notes, "More articles name the speaker than I read for one question, so there may be more. Narrow it down by outlet or dates.")
	}
	r.Notes = append(r.Notes, filterNotes(a)...)
	r.Actions = append(widenActions(a), formActions(a)...)
	told := a.Outcome == answer.Partial && len(r.Snippets) > 0 // what is missing
	if len(a.Missing) > 0 && !told {
		r.Notes = append(r.Notes, fmt.Sprintf("The coverage never uses %s.", enumerate(a.Missing, "or")))
	}
	if len(a.Absent) > 0 && told {
		r.Notes = append(r.Notes, fmt.Sprintf("There is no %s near it.", enumerate(a.Absent, "or")))
	}
	for _, c := range a.Corrected {
		r.Notes = append(r.Notes, fmt.Sprintf("Read “%s” as “%s”.", c.From, c.To))
	}
	r.Notes = append(r.Notes, leftOut(left)...)
	return r
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
	return fmt.Sprintf("Searched %s for %s.", size, enumerate(a.Searched, "and"))
}

// coverageSize says how much there is: "3 articles of 2 outlets".
func coverageSize(c answer.Coverage) string {
	size := count(c.Articles, "article")
	if len(c.Outlets) > 0 {
		size += " of " + count(len(c.Outlets), "outlet")
	}
	return size
}

// count says how many of a thing there are, with the plural in -s.
func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// maxWords is how many words a sentence lists.
const maxWords = 12

// enumerate lists words, each in quotation marks: “a”, “b” and “c”. Of very many
// it lists the first, and says how many there are besides.
func enumerate(words []string, and string) string {
	var items []string
	for i, w := range words {
		if i == maxWords && len(words) > maxWords+1 {
			items, and = append(items, fmt.Sprintf("%d more", len(words)-i)), "and"
			break
		}
		items = append(items, "“"+shorten(w)+"”")
	}
	if last := len(items) - 1; last > 0 {
		return strings.Join(items[:last], ", ") + " " + and + " " + items[last]
	}
	return strings.Join(items, "")
}

// unclear asks for the name that a word of a follow-up might mean several of.
func unclear(u *answer.Unclear) string {
	text := fmt.Sprintf("I cannot tell whom “%s” means", shorten(u.Word))
	if len(u.Names) > 0 {
		text += ": " + enumerate(u.Names, "or")
	}
	return text + ". Please ask with the name."
}

// shorten cuts a word that someone typed to what a sentence can bear.
func shorten(s string) string { return cut(s, 60) }

// cut cuts a text to so many characters.
func cut(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-1]) + "…"
}
