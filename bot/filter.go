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

// phraseField is the field of an [answer.Unheld] for a phrase. Without the phrase the
// question is searched for all the same.
const phraseField = "phrase"

// saidField is the field of one for a speaker. Quotes may be shown nevertheless, of others.
const saidField = "said"

// isField reports whether u is an outlet, a byline, a section, a time or a speaker.
func isField(u answer.Unheld) bool { return u.Field != phraseField }

// filterNotes returns a sentence for each thing to say about a question's filters: how they
// were understood, which of them the coverage does not hold, and which make no sense.
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

// isSpeaker reports whether u is a speaker.
func isSpeaker(u answer.Unheld) bool { return u.Field == saidField }

// unspoken says that none of the quotes of an answer is by the speaker who was asked for.
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

// widenActions offers to drop each filter of a question, whether or not the coverage holds it.
// It does not offer to drop the speaker of a list of what somebody said, nor the only filter of a
// list of articles: nothing would be left. Before these, it offers the outlets that come nearest
// to those that the coverage does not hold.
func widenActions(a *answer.Answer) []Action {
	f := a.Filter
	// Only filters that were typed: of one said in words, the coverage may hold the words.
	typed := syntax.Parse(cmp.Or(a.Read, a.Question.Text))
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

// nearestOutlets offers, for each outlet that the coverage does not hold, the one that comes
// nearest, unless the question asks to leave that outlet out.
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
