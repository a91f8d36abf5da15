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

// Lately finds among tokens, from the i-th on, the first time that is told by the day of asking
// and is a day, a week or a weekend: yesterday, this week. It returns the first token of it and
// the one behind it. Where capitals tell names, This Week is a show, and USA Today a paper. The
// name of a day of the week is no such time: in an archive it is what an article says.
func Lately(tokens []analysis.Token, i int, capitals bool) (from, to int, ok bool) {
	for ; i < len(tokens); i++ {
		t := tokens[i]
		switch {
		case capitals && t.Upper && i > 0:
		case asked(t.Term):
			return i, i + 1, true
		case i > 0 && short(t.Term) && besideNow(tokens[i-1].Word):
			return i - 1, i + 1, true
		}
	}
	return 0, 0, false
}

// Today are the words for days that are told by the day of asking.
var Today = analysis.Words(today)

const today = "today tonight yesterday tomorrow"

// asked are the terms of days that are told by the day of asking, and spans those of
// stretches of time that are, after one of the words besideNow; short are the shorter of these.
var (
	asked     = analysis.Terms(today)
	spans     = analysis.Terms("week weekend month year decade season spring summer autumn fall winter")
	short     = analysis.Terms("week weekend")
	besideNow = analysis.Words("this last next past coming previous")
)
