package calendar

import "newshound/answer/analysis"

// SinceAsked reports whether the i-th token is of a time that is told by the day of asking:
// today, or either word of “last week”. A report of that time seldom has the same words.
func SinceAsked(tokens []analysis.Token, i int) bool {
	span := func(i int) bool {
		return i > 0 && i < len(tokens) && spans(tokens[i].Term) && besideNow(tokens[i-1].Word)
	}
	return asked(tokens[i].Term) || span(i) || span(i+1)
}

// Lately reports whether the i-th token is of such a time that is a day, a week or a weekend.
func Lately(tokens []analysis.Token, i int) bool {
	span := func(i int) bool {
		return i > 0 && i < len(tokens) && short(tokens[i].Term) && besideNow(tokens[i-1].Word)
	}
	return asked(tokens[i].Term) || span(i) || span(i+1)
}

// asked are the terms of days that are told by the day of asking, and spans those of
// stretches of time that are, after one of the words besideNow; short are the shorter of these.
var (
	asked     = analysis.Terms("today tonight yesterday tomorrow")
	spans     = analysis.Terms("week weekend month year decade season spring summer autumn fall winter")
	short     = analysis.Terms("week weekend")
	besideNow = analysis.Words("this last next past coming previous")
)
