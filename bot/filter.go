package bot

import (
	"cmp"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"newshound/answer"
	"newshound/answer/syntax"
	"newshound/bot/phrase"
)

// phraseField is the field of an [answer.Unheld] that is a phrase, and no reason
// not to search.
const phraseField = "phrase"

// saidField is the field of one that is a speaker. Quotes that are shown all the same
// have no word of theirs.
const saidField = "said"

// isField reports whether what the coverage does not hold is an outlet, a byline,
// a section, a time or a speaker.
func isField(u answer.Unheld) bool { return u.Field != phraseField }

// filterNotes says, a sentence each, how the filters of a question were understood, which
// of them the coverage does not hold, and which make no sense.
func filterNotes(a *answer.Answer) []string {
	var notes []string
	for _, m := range a.Malformed {
		notes = append(notes, malformed(m))
	}
	for _, u := range a.Unheld {
		if len(a.Snippets) == 0 || u.Field != saidField { // or else it is said above them
			notes = append(notes, unheld(u))
		}
	}
	if d := a.Filter.Describe(); d != "" && len(a.Malformed) == 0 {
		notes = append(notes, d)
		if undated := a.Coverage.Undated; undated > 0 && !(a.Filter.From.IsZero() && a.Filter.To.IsZero()) {
			notes = append(notes, fmt.Sprintf("Left out: %s of no known date.", phrase.Count(undated, "article")))
		}
	}
	return notes
}

// isSpeaker reports whether what the coverage does not hold is words of a speaker.
func isSpeaker(u answer.Unheld) bool { return u.Field == saidField }

// unspoken says that the quotes of an answer have no word of the speaker who was asked
// for.
func unspoken(a *answer.Answer) string {
	u := a.Unheld[slices.IndexFunc(a.Unheld, isSpeaker)]
	text, order := unheld(u), ""
	if u.Elsewhere && a.Filter.IsZero() {
		text = fmt.Sprintf("Nothing that was found on it is attributed to “%s”.", phrase.Short(u.Name))
	}
	if u.Unnamed {
		text = fmt.Sprintf("No quote of “%s” that was found names what you ask about.", phrase.Short(u.Name))
	}
	if u.Beside {
		return fmt.Sprintf("Nothing that was found on it is attributed to “%s”. What stands first is theirs, from an article on it:", phrase.Short(u.Name))
	}
	switch a.Form {
	case answer.Timeline:
		order = ", in the order of publication"
	case answer.Compare:
		order = ", the best quote of each outlet"
	}
	return text + " The coverage says this much" + order + ":"
}

// malformed says what is wrong with a filter.
func malformed(m answer.Malformed) string {
	if m.Common {
		return fmt.Sprintf("All words of “%s” are too common to be looked for. Give more of the quote.", phrase.Short(m.Value))
	}
	if t, err := time.Parse(time.DateOnly, m.Value); err == nil && m.Field == "to" {
		return fmt.Sprintf("The last day, %s, is before the first.", phrase.Day(t))
	}
	return fmt.Sprintf("“%s:%s” is no day that I can read. Write it like this: %[1]s:2018-07-27, %[1]s:2018-07 or %[1]s:2018.", m.Field, phrase.Short(m.Value))
}

// unheld says that the coverage does not hold what a filter asks for.
func unheld(u answer.Unheld) string {
	name := phrase.Short(u.Name)
	switch u.Field {
	case "from":
		return fmt.Sprintf("The coverage ends on %s, before %s.", phrase.DayOf(u.Nearest), phrase.DayOf(name))
	case "to":
		return fmt.Sprintf("The coverage begins on %s, after %s.", phrase.DayOf(u.Nearest), phrase.DayOf(name))
	case phraseField:
		if u.Elsewhere {
			return fmt.Sprintf("Nothing that the filters admit says “%s” in these very words.", name)
		}
		return fmt.Sprintf("The coverage never says “%s” in these very words.", name)
	}
	text := fmt.Sprintf("The coverage has nothing of the %s “%s”.", u.Field, name)
	if u.Field == saidField {
		if u.Elsewhere {
			return fmt.Sprintf("Nothing that the filters admit is attributed to “%s”.", name)
		}
		text = fmt.Sprintf("The coverage attributes nothing to “%s”.", name)
	}
	if u.Nearest != "" {
		text += fmt.Sprintf(" Did you mean “%s”?", phrase.Short(u.Nearest))
	}
	return text
}

// longestOffered is the most characters of a name that has a button.
const longestOffered = 50

// widenActions offers the outlet that comes near one that the coverage does not hold, and to drop
// each filter of a question, also one that the coverage does not hold, but not the speaker of a
// list of what that speaker says, nor the only one of a list of articles: nothing would be left.
func widenActions(a *answer.Answer) []Action {
	f := a.Filter
	typed := syntax.Parse(cmp.Or(a.Read, a.Question.Text)) // of a filter in words the coverage may not hold even the words
	none := func(field string) bool {
		return typed.Has(field) && slices.ContainsFunc(a.Unheld, func(u answer.Unheld) bool { return u.Field == field })
	}
	var out []Action
	for _, w := range []struct {
		set    bool
		action Action
	}{
		{len(f.Outlets)+len(f.NotOutlets) > 0 || none(syntax.FieldOutlet), Action{"Any outlet", "any outlet"}},
		{len(f.Sections) > 0 || none(syntax.FieldSection), Action{"Any section", "any section"}},
		{len(f.Bylines) > 0 || none(syntax.FieldByline), Action{"Any author", "any author"}},
		{len(f.Said) > 0 && !a.Listed(), Action{"Any speaker", "any speaker"}},
		{!f.From.IsZero() || !f.To.IsZero(), Action{"Any date", "any date"}},
		{len(f.Exact) > 0, Action{"Any wording", "any wording"}},
		{len(f.Barred) > 0, Action{"Leave nothing out", "leave nothing out"}},
	} {
		if w.set {
			out = append(out, w.action)
		}
	}
	if a.Newest && len(out) == 1 {
		out = nil
	}
	return append(nearestOutlets(a, typed), out...)
}

// nearestOutlets offers the outlets that come near those that the coverage does not hold, each once,
// but not where it is one to do without.
func nearestOutlets(a *answer.Answer, typed syntax.Request) []Action {
	var out []Action
	for _, u := range a.Unheld {
		only := Action{"Only " + u.Nearest, "only " + u.Nearest}
		if u.Field != syntax.FieldOutlet || u.Nearest == "" || utf8.RuneCountInString(u.Nearest) > longestOffered ||
			slices.Contains(typed.Fields, syntax.FieldValue{Field: syntax.FieldNotOutlet, Value: u.Name}) || slices.Contains(out, only) {
			continue
		}
		out = append(out, only)
	}
	return out
}
