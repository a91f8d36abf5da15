package calendar

import "newshound/answer/analysis"

// SinceAsked reports whether the i-th token tells a time by the day of asking: today, or
// the week of “this week”. A report of that time seldom does in the same words.
func SinceAsked(tokens []analysis.Token, i int) bool {
	return asked(tokens[i].Term) || i > 0 && spans(tokens[i].Term) && besideNow(tokens[i-1].Word)
}

// Lately reports whether the i-th token tells such a time that is a day, a week or a weekend.
func Lately(tokens []analysis.Token, i int) bool {
	return asked(tokens[i].Term) || short(tokens[i].Term) && SinceAsked(tokens, i)
}

// asked are the terms of days that are told by the day of asking, and spans those of
// stretches of time that are, after one of the words besideNow; short are the shorter of these.
var (
	asked     = analysis.Terms("today tonight yesterday tomorrow")
	spans     = analysis.Terms("week weekend month year decade season spring summer autumn fall winter")
	short     = analysis.Terms("week weekend")
	besideNow = analysis.Words("this last next past coming previous")
)
